import { yearOf } from "../../worker/values/day";
import type { View } from "../layout/view";
import { Mark } from "../parts/mark";
import { paths } from "../paths";
import type { EventFacts } from "./facts";
import { summaryOf, words } from "./words";

/** An entry of a calendar: solid was held, hollow is to come; each is the way to its page. */
export const Entry = ({ event, view }: { event: EventFacts; view: View }) => {
	const say = words[view.language];
	const href = hrefOf(event, view);
	const text = (
		<>
			{["item", "activity", "meeting"].includes(event.kind) && (
				<Mark shape={event.done ? "solid" : "hollow"} />
			)}{" "}
			{summaryOf(event, view.language)}
		</>
	);
	return (
		<span class={event.off ? "off" : event.kind}>
			{href ? <a href={href}>{text}</a> : text} {event.off && <small>{say.off}</small>}
		</span>
	);
};

function hrefOf({ kind, id, firstDay }: EventFacts, view: View): string | null {
	const organisation = view.place?.id ?? "";
	switch (kind) {
		case "item":
			return paths.plan(organisation, yearOf(firstDay));
		case "activity":
			return paths.activity(organisation, id);
		case "meeting":
			return paths.meeting(organisation, id);
		case "survey-opens":
		case "survey-ends":
			return paths.wave(organisation, id);
		case "circular":
			return paths.circular(organisation, id);
		case "key-day":
			return null;
	}
}
