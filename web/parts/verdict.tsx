import type { Language, Words } from "../../worker/values/language";
import { Mark, type MarkShape } from "./mark";

export type VerdictName = "met" | "open" | "missed" | "withheld";

const words = {
	zh: { met: "达标", open: "未定", missed: "未达标", withheld: "不公布" },
	en: { met: "met", open: "open", missed: "missed", withheld: "not published" },
} satisfies Words<Record<VerdictName, string>>;

const shapes: Record<VerdictName, MarkShape | null> = {
	met: "solid",
	open: "half",
	missed: "hollow",
	withheld: null,
};

/** The verdict's word in a language. */
export const verdictWord = (verdict: VerdictName, language: Language) => words[language][verdict];

/** Mark and word, always both. */
export const Verdict = ({
	verdict,
	language,
	word,
}: {
	verdict: VerdictName;
	language: Language;
	word?: string;
}) => {
	const shape = shapes[verdict];
	return (
		<span class={`verdict ${verdict}`}>
			{shape && <Mark shape={shape} />}
			{word ?? verdictWord(verdict, language)}
		</span>
	);
};
