import { meetingRulesFacts } from "../../../web/meetings/facts";
import { MeetingRulesPage } from "../../../web/meetings/rules";
import { words } from "../../../web/meetings/words";
import { paths, withQuery } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { meetingKinds } from "../../tables/meetings";
import { typedOf } from "../../values/typed";
import { meetingRuleSchema } from "../input";
import { ruleOn } from "../rules";
import * as store from "../store";
import { setMeetingRule } from "./store";

const faces = { schema: meetingRulesFacts, page: MeetingRulesPage };

/** What makes a meeting good: the root sets it for the whole tree. */
export const meetingRules = room()
	.get(
		paths.meetingRules(":organisation"),
		may("set the rules"),
		describe({ summary: "What makes a meeting good, from a day on", answers: meetingRulesFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			if (place.path !== `${place.id}/`) return problem(c, 404, "not-found");
			const facts = await rulesOf(db, c.req.query("kind"));
			const { quorum, majority, proxies } = ruleOn(facts.all, facts.kind, today);
			const form = freshForm(typedOf({ kind: facts.kind, from_day: today, quorum, majority, proxies }));
			return face(c, faces, { ...facts, form });
		},
	)
	.post(
		paths.meetingRules(":organisation"),
		may("set the rules"),
		describe({ summary: "Set what makes a kind of meeting good", takes: meetingRuleSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			if (place.path !== `${place.id}/`) return problem(c, 404, "not-found");
			const read = await bodyOf(c, meetingRuleSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				const facts = await rulesOf(db, String(read.typed.kind ?? ""));
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, "meetings", read.value, (by) =>
				setMeetingRule(db, place, read.value, by),
			);
			if (outcome === "different") {
				const facts = await rulesOf(db, read.value.kind);
				return different(c, faces, { ...facts, form: conflictingForm(typedOf(read.value)) });
			}
			say(c, words[language].ruleSet);
			return made(c, withQuery(paths.meetingRules(place.id), { kind: read.value.kind }));
		},
	);

async function rulesOf(db: Database, asked: string | undefined) {
	const kind = meetingKinds.find((one) => one === asked) ?? "council";
	const all = await store.meetingRules(db);
	return { kind, all, rules: all.filter((rule) => rule.kind === kind) };
}
