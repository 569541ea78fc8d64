import {
	CancellationPage,
	PostponementPage,
	SessionsPage,
	sessionsFormFacts,
	turnFacts,
} from "../../../web/activities/holding/pages";
import { words } from "../../../web/activities/holding/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { changedBefore } from "../../changes/store";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { fingerprint } from "../../values/id";
import { checkedBy, typedOf } from "../../values/typed";
import { activityOf, stateOf } from "../report/store";
import { cancellationSchema, postponementSchema, sessionsSchema } from "./input";
import { isOpen, postponementMistake, sessionsFrom } from "./rules";
import * as store from "./store";

const postponementFaces = { schema: turnFacts, page: PostponementPage };
const cancellationFaces = { schema: turnFacts, page: CancellationPage };
const sessionsFaces = { schema: sessionsFormFacts, page: SessionsPage };

/** What turns with an activity before it is held: put off, cancelled, divided into half-days. */
export const turns = room()
	.get(
		paths.activityPostponement(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "The form to put an activity off", answers: turnFacts }),
		async (c) => {
			const [activity] = await activityOf(c.var.db, c.var.place, c.req.param("activity"));
			return activity && isOpen(stateOf(c.var.today, activity))
				? face(c, postponementFaces, { activity, form: freshForm() })
				: problem(c, 404, "not-found");
		},
	)
	.post(
		paths.activityPostponement(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Put an activity off to another day", takes: postponementSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const [activity] = await activityOf(db, place, c.req.param("activity"));
			if (!activity) return problem(c, 404, "not-found");
			const raw = await bodyOf(c, postponementSchema);
			// Whoever sends the same form again finds its day in place already: that is no mistake.
			const again = raw.ok && (await changedBefore(db, place, activity.id, raw.value.id));
			if (!isOpen(stateOf(today, activity)) && again === undefined) return problem(c, 404, "not-found");
			const read = again
				? raw
				: checkedBy(raw, ({ day }) => ({ day: postponementMistake(today, activity.day, day) }));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, postponementFaces, { activity, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, activity.id, read.value, (by) =>
				store.postpone(db, place, activity, read.value, by),
			);
			if (outcome === "different" || outcome === "late")
				return different(c, postponementFaces, { activity, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].postponed(read.value.day));
			return made(c, paths.activity(place.id, activity.id));
		},
	)
	.get(
		paths.activityCancellation(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "The form to cancel an activity", answers: turnFacts }),
		async (c) => {
			const [activity] = await activityOf(c.var.db, c.var.place, c.req.param("activity"));
			return activity && isOpen(stateOf(c.var.today, activity))
				? face(c, cancellationFaces, { activity, form: freshForm() })
				: problem(c, 404, "not-found");
		},
	)
	.post(
		paths.activityCancellation(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Say that an activity is not held", takes: cancellationSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const [activity] = await activityOf(db, place, c.req.param("activity"));
			if (!activity) return problem(c, 404, "not-found");
			const read = await bodyOf(c, cancellationSchema);
			if (!isOpen(stateOf(today, activity))) {
				const before = read.ok && (await changedBefore(db, place, activity.id, read.value.id));
				if (!read.ok || before === undefined) return problem(c, 404, "not-found");
				if (before !== (await fingerprint(read.value))) return problem(c, 404, "not-found");
				return made(c, paths.activity(place.id, activity.id));
			}
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, cancellationFaces, { activity, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, activity.id, read.value, (by) =>
				store.cancel(db, place, activity, read.value.reason, by, today),
			);
			if (outcome === "different" || outcome === "late")
				return different(c, cancellationFaces, { activity, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].cancelled(activity.title));
			return made(c, paths.activity(place.id, activity.id));
		},
	)
	.get(
		paths.activitySessions(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "The form to divide an activity into half-days", answers: sessionsFormFacts }),
		async (c) => {
			const { db, place } = c.var;
			const id = c.req.param("activity");
			const [[activity], sessions] = await db.batch([
				activityOf(db, place, id),
				store.sessionsOf(db, place, id),
			]);
			if (!activity) return problem(c, 404, "not-found");
			const typed = {
				sessions: String(Math.max(1, sessions.length)),
				first: sessions[0]?.half ?? "morning",
			};
			return face(c, sessionsFaces, { activity, form: freshForm(typed) });
		},
	)
	.post(
		paths.activitySessions(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Divide an activity into half-days", takes: sessionsSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const [activity] = await activityOf(db, place, c.req.param("activity"));
			if (!activity) return problem(c, 404, "not-found");
			const read = await bodyOf(c, sessionsSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, sessionsFaces, { activity, form, mistakes: form.mistakes });
			}
			const { sessions, first } = read.value;
			const outcome = await onceAsChange(c.var, activity.id, read.value, (by) =>
				store.divide(db, place, activity.id, sessionsFrom(activity.day, first, sessions), by),
			);
			if (outcome === "late") {
				const form = { ...freshForm(typedOf(read.value)), mistakes: { sessions: "somebody-came" } };
				return mistaken(c, sessionsFaces, { activity, form, mistakes: form.mistakes });
			}
			if (outcome === "different")
				return different(c, sessionsFaces, { activity, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].divided(sessions));
			return made(c, paths.activity(place.id, activity.id));
		},
	);
