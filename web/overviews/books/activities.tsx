import * as v from "valibot";
import { activityKinds } from "../../../worker/tables/activities";
import { handedFacts } from "../../activities/handed-out/facts";
import { handedTexts } from "../../activities/handed-out/text";
import { words as activityWords } from "../../activities/words";
import type { Page, View } from "../../layout/view";
import { formatAmount, formatDay, formatFen, formatNumber } from "../../parts/format";
import { paths, withQuery } from "../../paths";
import { Book, Section } from "./book";
import { words } from "./words";

const line = v.object({
	day: v.string(),
	title: v.string(),
	kind: v.picklist(activityKinds),
	place: v.nullable(v.string()),
	heads: v.nullable(v.number()),
	members: v.number(),
	handedOut: v.array(handedFacts),
	cost: v.nullable(v.number()),
	outcome: v.nullable(v.string()),
});
type Line = v.InferOutput<typeof line>;

export const activityBookFacts = v.object({
	year: v.number(),
	held: v.number(),
	heads: v.number(),
	/** In fen. */
	cost: v.number(),
	activities: v.array(line),
});

/** A year's activities as they stand in a paper register, with how many came. */
export const ActivityBookPage = ({ facts, view }: Page<v.InferOutput<typeof activityBookFacts>>) => {
	const say = words[view.language];
	const of = activityWords[view.language];
	return (
		<Book
			view={view}
			title={say.activities(facts.year)}
			back={withQuery(paths.activities(view.place?.id ?? ""), { year: facts.year })}
			sub={[of.held(facts.held), of.heads(facts.heads), formatFen(facts.cost, view.language)]}
		>
			{facts.activities.length > 0 && (
				<Section
					title={say.activities(facts.year)}
					columns={columnsOf(view)}
					rows={facts.activities}
					number={say.number}
				/>
			)}
		</Book>
	);
};

function columnsOf(view: View) {
	const say = activityWords[view.language];
	const number = (count: number | null) => (count === null ? "" : formatNumber(count, view.language));
	return [
		{ head: say.day, cell: ({ day }: Line) => formatDay(day, view.language, "dotted") },
		{ head: say.name, cell: ({ title }: Line) => title },
		{ head: say.kind, cell: ({ kind }: Line) => say.kinds[kind] },
		{ head: say.place, cell: ({ place }: Line) => place },
		{ head: say.people, cell: ({ heads }: Line) => number(heads) },
		{ head: say.members, cell: ({ members }: Line) => number(members || null) },
		{ head: say.handedOut, cell: ({ handedOut }: Line) => handedTexts(handedOut, view.language) },
		{
			head: say.costInYuan,
			cell: ({ cost }: Line) => (cost === null ? "" : formatAmount(cost, view.language)),
		},
		{ head: say.outcome, cell: ({ outcome }: Line) => outcome },
	];
}
