import * as v from "valibot";
import { statuses } from "../../worker/tables/ground";
import type { Language } from "../../worker/values/language";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatNumber } from "../parts/format";
import { Pager } from "../parts/pager";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { kindOffered } from "./kinds/facts";
import { words } from "./words";

export const belowFacts = v.object({
	/** The names of the kinds. */
	kinds: v.array(kindOffered),
	first: v.boolean(),
	next: v.nullable(v.string()),
	organisations: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			kind: v.string(),
			status: v.picklist(statuses),
			practice: v.boolean(),
			adults: v.nullable(v.number()),
			members: v.nullable(v.number()),
		}),
	),
});

type BelowRow = v.InferOutput<typeof belowFacts>["organisations"][number];

/** The name as a way down, with what isn't as usual about it. */
const Name = ({ row, language }: { row: BelowRow; language: Language }) => {
	const say = words[language];
	const notes = [row.practice && say.practice, row.status !== "active" && say.statuses[row.status]].filter(
		Boolean,
	);
	return (
		<>
			<a href={paths.home(row.id)}>{row.name}</a> {notes.length > 0 && <small>{notes.join(" · ")}</small>}
		</>
	);
};

/** The associations directly below, each a way down. */
export const BelowPage = ({ facts, view }: Page<v.InferOutput<typeof belowFacts>>) => {
	const say = words[view.language];
	const here = paths.below(view.place?.id ?? "");
	const kindOf = ({ kind }: BelowRow) => facts.kinds.find(({ id }) => id === kind)?.[view.language] ?? kind;
	const number = (count: number | null) => (count === null ? "" : formatNumber(count, view.language));
	return (
		<Shell view={view} title={say.below} here="association">
			<Masthead
				title={say.below}
				sub={[view.place?.name]}
				back={{ href: paths.association(view.place?.id ?? ""), label: say.title }}
			>
				{view.place?.may.includes("found organisations") && (
					<>
						<a class="button" href={paths.treeIntakeNew(view.place.id)}>
							{say.bringTree}
						</a>
						<a class="button" href={paths.foundBelow(view.place.id)}>
							{say.found}
						</a>
					</>
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
							{ head: say.name, cell: (row) => <Name row={row} language={view.language} /> },
							{ head: say.kind, cell: (row) => kindOf(row), minor: true },
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
					>
						<Files href={here} view={view} />
					</Pager>
				</>
			)}
		</Shell>
	);
};
