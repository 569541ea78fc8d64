import type { SeatState } from "../../worker/officers/seats/rules";
import type { Language } from "../../worker/values/language";
import { Mark, type MarkShape } from "../parts/mark";
import { words } from "./words";

const looks: Record<SeatState, { kind: string; shape: MarkShape } | null> = {
	// What is as it should be has no mark.
	filled: null,
	soon: { kind: "open", shape: "half" },
	over: { kind: "missed", shape: "hollow" },
	vacant: { kind: "missed", shape: "hollow" },
	beyond: { kind: "open", shape: "half" },
};

/** How a seat stands, as a word with its mark. */
export const SeatStanding = ({
	state,
	language,
	word,
}: {
	state: SeatState;
	language: Language;
	word?: string;
}) => {
	const look = looks[state];
	const text = word ?? words[language].states[state];
	if (!look) return <>{text}</>;
	return (
		<span class={`verdict ${look.kind}`}>
			<Mark shape={look.shape} />
			{text}
		</span>
	);
};
