import * as v from "valibot";
import { Bare } from "../layout/bare";
import type { Page } from "../layout/view";
import { formatDay, formatFen } from "../parts/format";
import { Mark } from "../parts/mark";
import { Row, Rows } from "../parts/rows";
import { words } from "./books-words";
import { words as fundsWords } from "./words";

/** All that a stranger learns from the code on a receipt: nothing that isn't printed on it, and no name. */
export const checkFacts = v.object({
	paper: v.nullable(
		v.object({
			organisation: v.string(),
			series: v.picklist(["in", "out"]),
			year: v.number(),
			number: v.number(),
			day: v.string(),
			amount: v.number(),
			isReversal: v.boolean(),
			years: v.array(v.number()),
			reversedOn: v.nullable(v.string()),
			/** It stands in the books as it was printed, and the chain goes on from it. */
			holds: v.boolean(),
		}),
	),
});

/** Says to whoever scanned a receipt's code whether it stands in the books, and no more. */
export const CheckPage = ({ facts: { paper }, view }: Page<v.InferOutput<typeof checkFacts>>) => {
	const say = words[view.language];
	const funds = fundsWords[view.language];
	const good = paper?.holds === true && paper.reversedOn === null;
	const verdict =
		paper === null ? say.unknown : !paper.holds ? say.differs : paper.reversedOn ? say.reversed : say.holds;
	const sentence =
		paper === null
			? say.unknownText
			: !paper.holds
				? say.differsText
				: paper.reversedOn
					? say.reversedText(formatDay(paper.reversedOn, view.language))
					: say.holdsText;
	return (
		<Bare view={view} title={say.checkTitle}>
			<h1 class={good ? "met" : "missed"}>
				<Mark shape={good ? "solid" : "hollow"} /> {verdict}
			</h1>
			<p>{sentence}</p>
			{paper?.holds && (
				<Rows>
					<Row label={say.organisation}>{paper.organisation}</Row>
					<Row label={funds.number}>
						{funds.numberText(paper.series, paper.year, String(paper.number).padStart(4, "0"))}
					</Row>
					<Row label={funds.day}>{formatDay(paper.day, view.language)}</Row>
					<Row label={funds.amountInWords}>{formatFen(paper.amount, view.language)}</Row>
					{paper.years.length > 0 && (
						<Row label={funds.purpose}>
							{funds.forYears(paper.years.join(view.language === "zh" ? "、" : ", "))}
						</Row>
					)}
				</Rows>
			)}
			<p class="note">{say.checkNote}</p>
		</Bare>
	);
};
