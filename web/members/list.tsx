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
import { furtherFieldFacts } from "./fields/page";
import { foundColumns, memberColumns, memberRow } from "./row";
import { tagFacts } from "./tags/page";
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
	/** The group ("none": those in no group) or the tag by which the register is narrowed down. */
	group: v.nullable(v.string()),
	tag: v.nullable(v.string()),
	/** The groups of this association, and what the root defines. */
	groups: v.array(v.object({ id: v.string(), name: v.string() })),
	tags: v.array(tagFacts),
	fields: v.array(furtherFieldFacts),
	members: v.array(memberRow),
});

export type MemberListFacts = v.InferOutput<typeof memberListFacts>;
type Facts = MemberListFacts;
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
		group: facts.group,
		tag: facts.tag,
	};
	const registers = view.place?.may.includes("register members");
	return (
		<Shell view={view} title={say.title} here="members">
			<Masthead title={say.title} sub={[view.place?.name, facts.total !== null && say.sub(facts.total)]}>
				{registers && (
					<>
						<a class="button" href={paths.intakeNew(view.place?.id ?? "")}>
							{say.bringIn}
						</a>
						<a class="button" href={paths.memberNew(view.place?.id ?? "")}>
							{say.register}
						</a>
					</>
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
			{(facts.groups.length > 0 || facts.tag) && (
				<Filters label={say.groups} language={view.language} tabs={marksOf(facts, view)} />
			)}
			{facts.members.length === 0 ? (
				<Empty
					{...(facts.search ? say.nobodyFound : facts.show === "departed" ? say.nobodyLeft : say.empty)}
					{...(registers &&
						!facts.search &&
						facts.show === "current" && {
							href: paths.intakeNew(view.place?.id ?? ""),
							link: say.bringIn,
						})}
				/>
			) : (
				<Register
					caption={say.title}
					columns={facts.search ? foundColumns(view) : memberColumns(facts.members, view, facts.groups)}
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
				<a href={paths.memberBook(view.place?.id ?? "")}>{say.book}</a>
			</Pager>
			<Ways facts={facts} view={view} />
		</Shell>
	);
};

/** What an association that has groups walks by; what is rarely needed, and all of it where there are none, behind one line. */
const Ways = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const { often, rare } = waysOf(facts, view);
	return (
		<>
			{often.length > 0 && (
				<p class="links">
					{often.map(({ href, label }) => (
						<a href={href}>{label}</a>
					))}
				</p>
			)}
			{rare.length > 0 && (
				<details class="rare">
					<summary>{say.more}</summary>
					<p class="links">
						{rare.map(({ href, label }) => (
							<a href={href}>{label}</a>
						))}
					</p>
				</details>
			)}
		</>
	);
};

function waysOf(facts: Facts, view: View) {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const may = view.place?.may ?? [];
	const rules = view.place?.parentName === null && may.includes("set the rules");
	const hasOwn = facts.members.some((row) => row.where === null);
	const parts = hasOwn
		? [
				{ href: paths.groups(organisation), label: say.groups },
				{ href: paths.households(organisation), label: say.households },
				{ href: paths.network(organisation), label: say.network },
			]
		: [];
	const grouped = facts.groups.length > 0;
	return {
		often: grouped ? parts : [],
		rare: [
			...(grouped ? [] : parts),
			...(rules || facts.tags.length > 0 ? [{ href: paths.tags(organisation), label: say.tags }] : []),
			...(rules ? [{ href: paths.fields(organisation), label: say.fieldsTitle }] : []),
			...(may.includes("register members")
				? [
						{ href: paths.duplicates(organisation), label: say.duplicates },
						{ href: paths.registerOnly(organisation), label: say.registerOnly },
					]
				: []),
		],
	};
}

function tabsOf(facts: Facts, view: View) {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.members(organisation);
	return [
		{
			href: here,
			label: say.current,
			count: facts.total,
			chosen: facts.show === "current" && !facts.search && !facts.group && !facts.tag,
		},
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

/** Each group, those in none, and the tag that was asked for. */
function marksOf(facts: Facts, view: View) {
	const say = words[view.language];
	const here = paths.members(view.place?.id ?? "");
	const none = { id: "none", name: say.inNoGroup };
	const tag = facts.tags.find(({ id }) => id === facts.tag);
	return [
		...(tag
			? [{ href: withQuery(here, { tag: tag.id }), label: say.withTag(tag[view.language]), chosen: true }]
			: []),
		...(facts.groups.length > 0 ? [...facts.groups, none] : []).map(({ id, name }) => ({
			href: withQuery(here, { group: id }),
			label: name,
			chosen: facts.group === id,
		})),
	];
}
