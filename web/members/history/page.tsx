import * as v from "valibot";
import { isDay } from "../../../worker/values/day";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Empty } from "../../parts/empty";
import { formatDay } from "../../parts/format";
import { Heading } from "../../parts/heading";
import { Pager } from "../../parts/pager";
import { paths, withQuery } from "../../paths";
import { words } from "./words";

/** A change on a record: when, which act, who, and from what to what. */
export const changeFacts = v.object({
	id: v.string(),
	day: v.string(),
	act: v.string(),
	by: v.nullable(v.string()),
	told: v.array(v.object({ field: v.string(), from: v.nullable(v.string()), to: v.nullable(v.string()) })),
});
export type Change = v.InferOutput<typeof changeFacts>;

/** The words of what a root defines: tags by their ids, further fields as `further.<id>`. */
export const definedFacts = v.record(v.string(), v.object({ zh: v.string(), en: v.string() }));
export type Defined = v.InferOutput<typeof definedFacts>;

type HistoryProps = { changes: readonly Change[]; defined: Defined; view: View };

/** Changes of a record, a line each, the newest first. */
export const History = ({ changes, defined, view }: HistoryProps) => {
	const say = words[view.language];
	return (
		<ol class="rows history">
			{changes.map((change) => (
				<li>
					<time datetime={change.day}>{formatDay(change.day, view.language, "dotted")}</time>
					<div class="value">
						{say.acts[change.act] ?? say.otherAct} <small>{change.by ?? say.unknownAuthor}</small>
						<Lines change={change} defined={defined} view={view} />
					</div>
				</li>
			))}
		</ol>
	);
};

const Lines = ({ change, defined, view }: { change: Change; defined: Defined; view: View }) => {
	const say = words[view.language];
	const lines = change.told.flatMap(({ field, from, to }) => {
		const label = say.fields[field] ?? defined[field]?.[view.language];
		if (label === undefined) return [];
		const value = (text: string) => wordOf(field, text, defined, view);
		const sentence =
			from === null
				? say.filled(value(to ?? ""))
				: to === null
					? say.emptied(value(from))
					: say.became(value(from), value(to));
		return [{ label, sentence }];
	});
	if (lines.length === 0) return null;
	return (
		<ul class="soft">
			{lines.map(({ label, sentence }) => (
				<li>
					{label} {sentence}
				</li>
			))}
		</ul>
	);
};

function wordOf(field: string, text: string, defined: Defined, view: View): string {
	const say = words[view.language];
	if (field === "tags")
		return text
			.split(" ")
			.map((id) => defined[id]?.[view.language] ?? id)
			.join(say.list);
	if (isDay(text)) return formatDay(text, view.language);
	return say.values[field]?.[text] ?? text;
}

/** The end of a member's page: the latest changes, and the way to all of them. Nothing, where nothing was changed. */
export const LatestChanges = ({ changes, defined, view, all }: HistoryProps & { all: string | null }) => {
	const say = words[view.language];
	if (changes.length === 0) return null;
	return (
		<section>
			<Heading note={all && <a href={all}>{say.all}</a>}>{say.heading}</Heading>
			<History changes={changes} defined={defined} view={view} />
		</section>
	);
};

export const memberChangesFacts = v.object({
	member: v.object({ id: v.string(), name: v.string() }),
	changes: v.array(changeFacts),
	defined: definedFacts,
	first: v.boolean(),
	next: v.nullable(v.string()),
});

/** Every change on a member's record, a page at a time. */
export const MemberChangesPage = ({ facts, view }: Page<v.InferOutput<typeof memberChangesFacts>>) => {
	const say = words[view.language];
	const { member, changes, defined, first, next } = facts;
	const organisation = view.place?.id ?? "";
	const here = paths.memberChanges(organisation, member.id);
	const title = say.title(member.name);
	return (
		<Shell view={view} title={title} here="members">
			<Masthead title={title} back={{ href: paths.member(organisation, member.id), label: member.name }} />
			{changes.length === 0 ? (
				<Empty {...say.none} />
			) : (
				<History changes={changes} defined={defined} view={view} />
			)}
			<Pager
				shown={say.shown(changes.length)}
				next={next && withQuery(here, { after: next })}
				nextLabel={say.older}
				first={first ? null : here}
				firstLabel={say.newest}
			/>
		</Shell>
	);
};
