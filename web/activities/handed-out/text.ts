import type * as v from "valibot";
import type { Language } from "../../../worker/values/language";
import { formatNumber } from "../../parts/format";
import type { handedFacts } from "./facts";

type Handed = v.InferOutput<typeof handedFacts>;

/** A line as it is read: 宣传册 120 本. */
export function handedText({ thing, amount, unit }: Handed, language: Language): string {
	const count = amount === null ? null : formatNumber(amount, language);
	return [thing, [count, unit].filter(Boolean).join(" ")].filter(Boolean).join(" ");
}

/** All lines of an activity in one, as files and books hold them. */
export const handedTexts = (lines: readonly Handed[], language: Language) =>
	lines.map((one) => handedText(one, language)).join(language === "zh" ? "、" : ", ");
