import * as v from "valibot";
import { statuses } from "../../worker/tables/ground";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as treeWords } from "../overviews/tree-words";
import { Empty } from "../parts/empty";
import { Search } from "../parts/filters";
import { Heading } from "../parts/heading";
import { Pager } from "../parts/pager";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { foundColumns, memberRow } from "./row";
import { words } from "./words";

export const searchFacts = v.object({
	search: v.string(),
	first: v.boolean(),
	next: v.nullable(v.string()),
	/** Organisations with such a name, on the first page. */
	organisations: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			/** The one directly above. */
			above: v.nullable(v.string()),
			practice: v.boolean(),
			status: v.picklist(statuses),
		}),
	),
	members: v.array(memberRow),
});

type Organisation = v.InferOutput<typeof searchFacts>["organisations"][number];

function organisationColumns(view: View): Column<Organisation>[] {
	const say = words[view.language];
	const { statuses } = treeWords[view.language];
	return [
		{
			head: say.organisation,
			cell: ({ id, name, status, practice }) => (
				<>
					<a href={paths.home(id)}>{name}</a>
					{(practice || status !== "active") && <small> {practice ? say.practice : statuses[status]}</small>}
				</>
			),
		},
		{ head: say.above, cell: ({ above }) => above },
	];
}

/** Everybody whom one may see, wherever they belong: one line to type in, and those found. */
export const SearchPage = ({ facts, view }: Page<v.InferOutput<typeof searchFacts>>) => {
	const say = words[view.language];
	const { search, organisations, members, first, next } = facts;
	const here = (after: string | null) => withQuery(paths.search(), { search, after });
	return (
		<Shell view={view} title={say.searchTitle} here={null}>
			<Masthead
				title={say.searchTitle}
				sub={[say.searchSub]}
				back={{ href: paths.start(), label: say.home }}
			/>
			<Search
				action={paths.search()}
				name="search"
				value={search}
				label={say.search}
				placeholder={say.placeholder}
				button={say.find}
				focused={search === ""}
			/>
			{organisations.length > 0 && (
				<>
					<Heading>{say.organisations}</Heading>
					<Register caption={say.organisations} columns={organisationColumns(view)} rows={organisations} />
				</>
			)}
			{members.length > 0 ? (
				<>
					{organisations.length > 0 && <Heading>{say.people}</Heading>}
					<Register caption={say.search} columns={foundColumns(view)} rows={members} />
					<Pager
						shown={say.found(members.length, next !== null || !first)}
						next={next && here(next)}
						nextLabel={say.next}
						first={first ? null : here(null)}
						firstLabel={say.firstPage}
					/>
				</>
			) : search === "" ? (
				<p class="soft">{say.searchHint}</p>
			) : (
				organisations.length === 0 && <Empty {...say.nobodyFound} />
			)}
		</Shell>
	);
};
