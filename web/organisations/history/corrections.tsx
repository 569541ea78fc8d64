import * as v from "valibot";
import { stageActs } from "../../../worker/tables/tree";
import type { Language } from "../../../worker/values/language";
import { formatDay, formatNumber } from "../../parts/format";
import { Heading } from "../../parts/heading";
import { Row, Rows } from "../../parts/rows";
import { words } from "./words";

const counts = v.object({
	adults: v.optional(v.nullable(v.number())),
	households: v.optional(v.nullable(v.number())),
});

/** What was corrected or taken back: counts of people from and to, or the act that was a slip. */
export const correctionFacts = v.object({
	id: v.string(),
	madeOn: v.string(),
	by: v.nullable(v.string()),
	from: counts,
	to: counts,
	taken: v.nullable(v.picklist(stageActs)),
	reason: v.nullable(v.string()),
});
type Correction = v.InferOutput<typeof correctionFacts>;

/** The corrections of an organisation, the latest first. */
export const Corrections = ({
	corrections,
	language,
}: {
	corrections: readonly Correction[];
	language: Language;
}) => {
	const say = words[language];
	return (
		<>
			<Heading>{say.corrections}</Heading>
			<Rows>
				{corrections.map((row) => (
					<Row
						label={formatDay(row.madeOn, language, "dotted")}
						note={[row.reason, row.by].filter(Boolean).join(" · ")}
					>
						{whatOf(row, language)}
					</Row>
				))}
			</Rows>
		</>
	);
};

function whatOf({ taken, from, to }: Correction, language: Language): string {
	const say = words[language];
	if (taken) return say.retracted(say.actNames[taken]);
	const number = (count: number | null | undefined) =>
		typeof count === "number" ? formatNumber(count, language) : say.none;
	const fields = (["adults", "households"] as const).filter((field) => from[field] !== to[field]);
	return (
		fields.map((field) => say[field](number(from[field]), number(to[field]))).join(" · ") || say.corrected
	);
}
