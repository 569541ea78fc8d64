import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatDay } from "../parts/format";
import { Pager } from "../parts/pager";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./hollow-words";

export const registerOnlyFacts = v.object({
	thisYear: v.number(),
	more: v.boolean(),
	members: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			telephone: v.nullable(v.string()),
			fromDay: v.string(),
			/** The last year they paid dues for; nothing when they never did. */
			lastPaid: v.nullable(v.number()),
		}),
	),
});

/** The members of one association who are names on its register only, to be visited or asked. */
export const RegisterOnlyPage = ({ facts, view }: Page<v.InferOutput<typeof registerOnlyFacts>>) => {
	const say = words[view.language];
	const place = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.membersTitle} here="members">
			<Masthead
				title={say.membersTitle}
				sub={[view.place?.name]}
				back={{ href: paths.members(place), label: say.membersBack }}
			>
				{facts.members.length > 0 && view.place?.may.includes("record activities") && (
					<a class="button" href={paths.activityNew(place)}>
						{say.record}
					</a>
				)}
			</Masthead>
			{facts.members.length === 0 ? (
				<Empty {...say.noneNames} />
			) : (
				<>
					<p class="note">{say.visit}</p>
					<Register
						caption={say.membersTitle}
						rows={facts.members}
						columns={[
							{ head: say.name, cell: (row) => <a href={paths.member(place, row.id)}>{row.name}</a> },
							{
								head: say.telephone,
								cell: (row) => row.telephone && <a href={`tel:${row.telephone}`}>{row.telephone}</a>,
							},
							{
								head: say.joined,
								cell: (row) => formatDay(row.fromDay, view.language, "dotted"),
								minor: true,
							},
							{ head: say.lastPaid, cell: (row) => row.lastPaid ?? say.never, number: true },
						]}
					/>
					<Pager
						shown={`${say.shown(facts.members.length)}${facts.more ? "…" : ""}`}
						next={null}
						nextLabel=""
					>
						<Files href={paths.registerOnly(place)} view={view} />
						<button type="button" class="plain" data-print hidden>
							{say.print}
						</button>
					</Pager>
				</>
			)}
			<p class="note">{say.namesRule}</p>
		</Shell>
	);
};
