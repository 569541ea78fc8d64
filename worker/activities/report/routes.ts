import {
	activityFacts,
	activityFormFacts,
	activityListFacts,
	withdrawalFormFacts,
} from "../../../web/activities/facts";
import { activitySheet, cameSheet } from "../../../web/activities/files";
import { ActivityFormPage } from "../../../web/activities/form";
import { ActivityListPage } from "../../../web/activities/list";
import { ActivityPage } from "../../../web/activities/show";
import { WithdrawalPage } from "../../../web/activities/withdrawal";
import { words } from "../../../web/activities/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { changedBefore } from "../../changes/store";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf, mostOf } from "../../http/file";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { type Day, isDay, yearOf } from "../../values/day";
import { fingerprint } from "../../values/id";
import { thingsKnown } from "../handed-out/store";
import { holdingWith } from "../holding/store";
import { photographsOf } from "../photographs/store";
import { activitySchema, withdrawalSchema } from "./input";
import { changedDayRight, cursorOf, dayRight, typedAsPlanned, typedOfActivity, yearAsked } from "./rules";
import { shown } from "./show";
import * as store from "./store";
import { yearPage } from "./year";

const listFaces = { schema: activityListFacts, page: ActivityListPage };
const showFaces = { schema: activityFacts, page: ActivityPage };
const formFaces = { schema: activityFormFacts, page: ActivityFormPage };
const withdrawalFaces = { schema: withdrawalFormFacts, page: WithdrawalPage };

/** What an association did: the year's list, and each activity. */
export const reports = room()
	.get(
		paths.activities(":organisation"),
		may("see"),
		describe({ summary: "A year's activities, a page of them", answers: activityListFacts }),
		async (c) => {
			const { year, after } = c.req.query();
			const format = formatOf(c);
			const asked = yearAsked(year, yearOf(c.var.today));
			const most = mostOf(format, store.pageOfActivities);
			const facts = await yearPage(c.var.db, c.var.place, c.var.today, asked, cursorOf(after), most);
			return format ? file(c, format, activitySheet(facts, c.var.language)) : face(c, listFaces, facts);
		},
	)
	.get(
		paths.activityNew(":organisation"),
		may("record activities"),
		describe({ summary: "The form to record an activity", answers: activityFormFacts }),
		async (c) => {
			const { day = "", item = "" } = c.req.query();
			const { db, place, today } = c.var;
			const [planned] = item ? await store.plannedAs(db, place, item) : [];
			const typed = planned ? typedAsPlanned(planned, today) : {};
			const form = freshForm({ day: today, ...typed, ...(isDay(day) ? { day } : {}) });
			return face(c, formFaces, await formHere(c.var, null, form));
		},
	)
	.post(
		paths.activities(":organisation"),
		may("record activities"),
		describe({ summary: "Record an activity", takes: activitySchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const read = dayRight(today, await bodyOf(c, activitySchema));
			if (!read.ok)
				return mistaken(c, formFaces, withMistakes(await formHere(c.var, null), mistakenForm(read)));
			const { id, title } = read.value;
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				() => store.recordActivity(db, place, read.value, { id, madeFrom, by: reader.person }, today),
				() => store.recordedBefore(db, place, id),
				madeFrom,
			);
			if (outcome === "different")
				return different(
					c,
					formFaces,
					await formHere(c.var, null, conflictingForm(typedOfActivity(read.value))),
				);
			say(c, words[language][read.value.day > today ? "announced" : "recorded"](title));
			return made(c, paths.activity(place.id, id));
		},
	)
	.get(
		paths.activity(":organisation", ":activity"),
		may("see"),
		describe({ summary: "An activity, who came, and its changes", answers: activityFacts }),
		async (c) => {
			const activity = await shown(c.var, c.req.param("activity"));
			if (!activity) return problem(c, 404, "not-found");
			const format = formatOf(c);
			const photographing = c.env.PHOTOGRAPHS !== undefined;
			return format
				? file(c, format, cameSheet(activity, c.var.language))
				: face(c, showFaces, { ...activity, photographing });
		},
	)
	.get(
		paths.activityEdit(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "The form to change an activity", answers: activityFormFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const [[activity], known] = await db.batch([
				store.activityOf(db, place, c.req.param("activity")),
				thingsKnown(db, place, yearOf(today)),
			]);
			if (!activity) return problem(c, 404, "not-found");
			const { handedOut: handed_out, planItem: plan_item } = activity;
			const typed = typedOfActivity({ ...activity, handed_out, plan_item: plan_item ?? "" });
			return face(c, formFaces, { activity, known, form: freshForm(typed) });
		},
	)
	.post(
		paths.activityEdit(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Change an activity", takes: activitySchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const [activity] = await store.activityOf(db, place, c.req.param("activity"));
			if (!activity) return problem(c, 404, "not-found");
			const state = store.stateOf(today, activity);
			if (state === "cancelled") return problem(c, 404, "not-found");
			const read = changedDayRight(today, activity, state, await bodyOf(c, activitySchema));
			if (!read.ok)
				return mistaken(c, formFaces, withMistakes(await formHere(c.var, activity), mistakenForm(read)));
			const outcome = await onceAsChange(c.var, activity.id, read.value, (by) =>
				store.changeActivity(db, place, activity, read.value, by, c.var.today),
			);
			if (outcome === "late" && !(await stillThere(c.var, activity.id))) return problem(c, 404, "not-found");
			if (outcome === "different" || outcome === "late")
				return different(
					c,
					formFaces,
					await formHere(c.var, activity, conflictingForm(typedOfActivity(read.value))),
				);
			say(c, words[language].saved);
			return made(c, paths.activity(place.id, activity.id));
		},
	)
	.get(
		paths.activityWithdrawal(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "The form to take an activity back", answers: withdrawalFormFacts }),
		async (c) => {
			const [activity] = await store.activityOf(c.var.db, c.var.place, c.req.param("activity"));
			return activity
				? face(c, withdrawalFaces, { activity, form: freshForm() })
				: problem(c, 404, "not-found");
		},
	)
	.post(
		paths.activityWithdrawal(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Take back what was recorded by mistake", takes: withdrawalSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const id = c.req.param("activity");
			const read = await bodyOf(c, withdrawalSchema);
			const [activity] = await store.activityOf(db, place, id);
			if (!activity) {
				const before = read.ok && (await changedBefore(db, place, id, read.value.id));
				const again = read.ok && before === (await fingerprint(read.value));
				return again ? made(c, paths.activities(place.id)) : problem(c, 404, "not-found");
			}
			if (!read.ok) return mistaken(c, withdrawalFaces, withMistakes({ activity }, mistakenForm(read)));
			const [holding, pictures] = await db.batch([holdingWith(db, place, id), photographsOf(db, place, id)]);
			const holders = holding.filter(({ accepted }) => accepted).map((one) => one.id);
			// Bytes before rows, so that a retry finds what is left.
			if (pictures.length > 0) await c.env.PHOTOGRAPHS?.delete(pictures.map(({ key }) => key));
			const outcome = await onceAsChange(c.var, id, read.value, (by) =>
				store.withdrawActivity(db, place, activity, holders, read.value.reason, by, c.var.today),
			);
			if (outcome === "late" && !(await stillThere(c.var, id))) return problem(c, 404, "not-found");
			if (outcome === "different" || outcome === "late")
				return different(c, withdrawalFaces, { activity, form: conflictingForm({ ...read.value }) });
			say(c, words[language].withdrawn(activity.title));
			return made(c, paths.activities(place.id));
		},
	);

type Inside = { db: Database; place: Place };

/** What the form shows: which record, what this organisation handed out before, and what is typed. */
async function formHere(
	{ db, place, today }: Inside & { today: Day },
	activity: { id: string; title: string } | null,
	form = freshForm(),
) {
	return { activity, known: await thingsKnown(db, place, yearOf(today)), form };
}

/** Whether an activity that was not as read any more was changed, and not taken back. */
const stillThere = async ({ db, place }: Inside, id: string) =>
	(await store.activityOf(db, place, id)).length > 0;

const withMistakes = <Facts extends object>(facts: Facts, form: ReturnType<typeof mistakenForm>) => ({
	...facts,
	form,
	mistakes: form.mistakes,
});
