import { paths } from "../../../web/paths";
import { taughtFacts } from "../../../web/training/facts";
import { TaughtPage } from "../../../web/training/taught";
import { words } from "../../../web/training/words";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { differenceOf } from "../../values/difference";
import { taughtSchema } from "../input";
import * as store from "./store";
import { taughtOf } from "./taught";

const faces = { schema: taughtFacts, page: TaughtPage };

/** What an activity teaches. */
export const teaching = room()
	.get(
		paths.activityTopics(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "What an activity teaches", answers: taughtFacts }),
		async (c) => {
			const facts = await taughtOf(c.var, c.req.param("activity"));
			return facts ? face(c, faces, { ...facts, form: freshForm() }) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.activityTopics(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Mark what an activity teaches", takes: taughtSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const facts = await taughtOf(c.var, c.req.param("activity"));
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, taughtSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const difference = differenceOf(read.value.before, read.value.topic);
			const outcome = await onceAsChange(c.var, facts.activity.id, read.value, (by) =>
				store.teach(db, place, facts.activity.id, difference, by),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different") return different(c, faces, { ...facts, form: conflictingForm({}) });
			say(c, words[language].saved);
			return made(c, paths.activity(place.id, facts.activity.id));
		},
	);
