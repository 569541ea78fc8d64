import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Empty } from "../parts/empty";
import { formatNumber } from "../parts/format";
import { Pager } from "../parts/pager";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { words } from "./words";

export const belowFacts = v.object({
	first: v.boolean(),
	next: v.nullable(v.string()),
	organisations: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			kind: v.string(),
			adults: v.nullable(v.number()),
			members: v.nullable(v.number()),
		}),
	),
});

/** The associations directly below, each a way down. */
export const BelowPage = ({ facts, view }: Page<v.InferOutput<typeof belowFacts>>) => {
	const say = words[view.language];
	const here = paths.below(view.place?.id ?? "");
	const number = (count: number | null) => (count === null ? "" : formatNumber(count, view.language));
	return (
		<Shell view={view} title={say.below} here="association">
			<Masthead
				title={say.below}
				sub={[view.place?.name]}
				back={{ href: paths.association(view.place?.id ?? ""), label: say.title }}
			>
				{view.place?.may.includes("found organisations") && (
					<a class="button" href={paths.foundBelow(view.place.id)}>
						{say.found}
					</a>
				)}
			</Masthead>
			{facts.organisations.length === 0 ? (
				<Empty {...say.noneBelow} />
			) : (
				<>
					<Register
						caption={say.below}
						rows={facts.organisations}
						columns={[
							{ head: say.name, cell: (row) => <a href={paths.home(row.id)}>{row.name}</a> },
							{ head: say.kind, cell: (row) => say.kinds[row.kind], minor: true },
							{ head: say.adults, cell: (row) => number(row.adults), number: true, minor: true },
							{ head: say.members, cell: (row) => number(row.members), number: true },
						]}
					/>
					<Pager
						shown={say.shown(facts.organisations.length)}
						next={facts.next && withQuery(here, { after: facts.next })}
						nextLabel={say.next}
						first={facts.first ? null : here}
						firstLabel={say.firstPage}
					/>
				</>
			)}
		</Shell>
	);
};
