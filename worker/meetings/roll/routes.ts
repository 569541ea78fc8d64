import { meetingFacts } from "../../../web/meetings/facts";
import { MeetingRollPage } from "../../../web/meetings/roll";
import { words } from "../../../web/meetings/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { meetingFactsOf } from "../gather";
import { rollSchema } from "../input";
import { rollDifference } from "./rules";
import { markVoters } from "./store";

const faces = { schema: meetingFacts, page: MeetingRollPage };

/** The roll of those with a vote. Calling it is what makes a meeting held. */
export const meetingRolls = room()
	.get(
		paths.meetingRoll(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "The roll of a meeting: those with a vote", answers: meetingFacts }),
		async (c) => {
			const facts = await meetingFactsOf(c.var, c.req.param("meeting"));
			if (!facts || !rollIsOpen(facts.state)) return problem(c, 404, "not-found");
			return face(c, faces, { ...facts, form: freshForm() });
		},
	)
	.post(
		paths.meetingRoll(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "Mark who of those with a vote came", takes: rollSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const facts = await meetingFactsOf(c.var, c.req.param("meeting"));
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, rollSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, facts.id, read.value, (by) =>
				markVoters(db, place, facts, rollDifference(read.value), by, today),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different") return different(c, faces, { ...facts, form: conflictingForm({}) });
			say(c, words[language].rollSaved);
			return made(c, paths.meeting(place.id, facts.id));
		},
	);

const rollIsOpen = (state: string) => state === "due" || state === "held";
