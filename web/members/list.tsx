import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { Filters, Search } from "../parts/filters";
import { Pager } from "../parts/pager";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { foundColumns, memberColumns, memberRow } from "./row";
import { words } from "./words";

export const memberListFacts = v.object({
	/** As of when: today, or a day in the past. */
	day: v.string(),
	search: v.string(),
	show: v.picklist(["current", "departed"]),
	first: v.boolean(),
	/** None while nobody has counted those below. */
	total: v.nullable(v.number()),
	next: v.nullable(v.string()),
	members: v.array(memberRow),
});

type Facts = v.InferOutput<typeof memberListFacts>;
type Row = Facts["members"][number];

/** The register of members: one page of it, those found, or those who left. */
export const MemberListPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const here = paths.members(view.place?.id ?? "");
	const past = facts.day !== view.today;
	const departed = facts.show === "departed";
	const kept = {
		day: past ? facts.day : null,
		search: facts.search || null,
		show: departed ? "departed" : null,
	};
	const registers = view.place?.may.includes("register members");
	return (
		<Shell view={view} title={say.title} here="members">
			<Masthead title={say.title} sub={[view.place?.name, facts.total !== null && say.sub(facts.total)]}>
				{registers && (
					<a class="button" href={paths.memberNew(view.place?.id ?? "")}>
						{say.register}
					</a>
				)}
			</Masthead>
			{past && (
				<p class="note">
					{say.asOf(facts.day)} <a href={here}>{say.asOfToday}</a>
				</p>
			)}
			<Search
				action={here}
				name="search"
				value={facts.search}
				label={say.search}
				placeholder={say.placeholder}
				button={say.find}
			/>
			<Filters label={say.lists} language={view.language} tabs={tabsOf(facts, view)} />
			{facts.members.length === 0 ? (
				<Empty
					{...(facts.search ? say.nobodyFound : facts.show === "departed" ? say.nobodyLeft : say.empty)}
				/>
			) : (
				<Register
					caption={say.title}
					columns={facts.search ? foundColumns(view) : memberColumns(facts.members, view)}
					rows={facts.members}
					{...(facts.search || facts.show === "departed" || facts.members.some((row) => row.where)
						? {}
						: { letterOf: (row: Row) => row.letter })}
				/>
			)}
			<Pager
				shown={
					facts.search
						? say.found(facts.members.length, facts.next !== null || !facts.first)
						: say.shown(facts.members.length, departed ? null : facts.total)
				}
				next={facts.next && withQuery(here, { ...kept, after: facts.next })}
				nextLabel={say.next}
				first={facts.first ? null : withQuery(here, kept)}
				firstLabel={say.firstPage}
			>
				{!facts.search && (
					<Files href={withQuery(here, kept)} total={departed ? null : facts.total} view={view} />
				)}
				{registers && <a href={paths.duplicates(view.place?.id ?? "")}>{say.duplicates}</a>}
				<button type="button" class="plain" data-print hidden>
					{say.print}
				</button>
			</Pager>
		</Shell>
	);
};

function tabsOf(facts: Facts, view: View) {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.members(organisation);
	return [
		{ href: here, label: say.current, count: facts.total, chosen: facts.show === "current" && !facts.search },
		...(view.place?.may.includes("admit members")
			? [{ href: paths.applications(organisation), label: say.waiting, chosen: false }]
			: []),
		// An association on its own has nobody to exchange members with.
		...(view.place?.may.includes("register members") && view.place.parentName !== null
			? [{ href: paths.transfers(organisation), label: say.transfers, chosen: false }]
			: []),
		{ href: withQuery(here, { show: "departed" }), label: say.departed, chosen: facts.show === "departed" },
	];
}
