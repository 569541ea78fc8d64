import type { MeetingState } from "../../worker/meetings/rules";
import type { Language } from "../../worker/values/language";
import { Mark, type MarkShape } from "../parts/mark";
import { words } from "./words";

const shapes: Record<MeetingState, MarkShape | null> = {
	called: null,
	due: "hollow",
	off: null,
	held: "half",
	signed: "solid",
};

/** How a meeting stands, as mark and word. */
export const StateOf = ({ state, language }: { state: MeetingState; language: Language }) => {
	const shape = shapes[state];
	return (
		<span class={state === "due" ? "verdict missed" : "verdict"}>
			{shape && <Mark shape={shape} />}
			{words[language].states[state]}
		</span>
	);
};
