import * as v from "valibot";
import { sexes } from "../../worker/tables/ground";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatDay } from "../parts/format";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./words";

export const askedFacts = v.object({
	id: v.string(),
	name: v.string(),
	sex: v.nullable(v.picklist(sexes)),
	birthYear: v.nullable(v.number()),
	telephone: v.nullable(v.string()),
	address: v.nullable(v.string()),
	appliedOn: v.string(),
});
export const queueFacts = v.object({ waiting: v.array(askedFacts) });

/** Who waits to join. */
export const QueuePage = ({ facts: { waiting }, view }: Page<v.InferOutput<typeof queueFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.queueTitle} here="members">
			<Masthead
				title={say.queueTitle}
				sub={[say.queueSub(waiting.length)]}
				back={{ href: paths.members(organisation), label: say.back }}
			/>
			{waiting.length === 0 ? (
				<Empty {...say.none} href={paths.joinPoster(organisation)} link={say.poster} />
			) : (
				<>
					<Register
						caption={say.queueTitle}
						rows={waiting}
						columns={[
							{ head: say.name, cell: (row) => row.name },
							{ head: say.birthYear, cell: (row) => row.birthYear, minor: true },
							{ head: say.telephone, cell: (row) => row.telephone, minor: true },
							{ head: say.appliedOn, cell: (row) => formatDay(row.appliedOn, view.language, "dotted") },
							{
								head: <span class="hidden">{say.decide}</span>,
								cell: (row) => (
									<a href={paths.application(organisation, row.id)} aria-label={`${say.decide}: ${row.name}`}>
										{say.decide}
									</a>
								),
							},
						]}
					/>
					<p class="actions quiet">
						<Files href={paths.applications(organisation)} view={view} />
					</p>
				</>
			)}
		</Shell>
	);
};
