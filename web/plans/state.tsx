import type { PlanState } from "../../worker/plans/rules";
import type { Language } from "../../worker/values/language";
import { Mark, type MarkShape } from "../parts/mark";
import { words } from "./words";

const shapes: Record<PlanState, MarkShape> = {
	draft: "hollow",
	overdue: "hollow",
	filed: "half",
	returned: "half",
	approved: "solid",
};
const classes: Record<PlanState, string> = {
	draft: "",
	overdue: "missed",
	filed: "open",
	returned: "missed",
	approved: "met",
};

/** How a plan stands: mark and word, always both. */
export const PlanStanding = ({
	state,
	language,
	word,
}: {
	state: PlanState;
	language: Language;
	word?: string;
}) => (
	<span class={`verdict ${classes[state]}`.trim()}>
		<Mark shape={shapes[state]} />
		{word ?? words[language].states[state]}
	</span>
);
