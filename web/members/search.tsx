import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Empty } from "../parts/empty";
import { Search } from "../parts/filters";
import { Pager } from "../parts/pager";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { foundColumns, memberRow } from "./row";
import { words } from "./words";

export const searchFacts = v.object({
	search: v.string(),
	first: v.boolean(),
	next: v.nullable(v.string()),
	members: v.array(memberRow),
});

/** Everybody whom one may see, wherever they belong: one line to type in, and those found. */
export const SearchPage = ({ facts, view }: Page<v.InferOutput<typeof searchFacts>>) => {
	const say = words[view.language];
	const { search, members, first, next } = facts;
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
			{members.length > 0 ? (
				<>
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
				<Empty {...say.nobodyFound} />
			)}
		</Shell>
	);
};
