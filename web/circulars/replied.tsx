import type { ReplyState } from "../../worker/circulars/rules";
import type { Asking } from "../../worker/tables/circulars";
import type { View } from "../layout/view";
import { Mark } from "../parts/mark";
import { words } from "./words";

/** How a recipient stands to a circular. What is done has no mark; what somebody must see to has one. */
export const Replied = ({ state, asks, view }: { state: ReplyState; asks: Asking; view: View }) => {
	const say = words[view.language];
	const word = asks === "reading" ? say.readOnly[state] : say.replies[state];
	if (state === "done") return <>{word}</>;
	return (
		<span class={state === "late" ? "verdict open" : "verdict missed"}>
			<Mark shape={state === "late" ? "half" : "hollow"} />
			{word}
		</span>
	);
};
