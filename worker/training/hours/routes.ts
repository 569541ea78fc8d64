import { paths } from "../../../web/paths";
import { hoursFacts, volunteersFacts } from "../../../web/training/facts";
import { volunteersSheet } from "../../../web/training/files";
import { HoursPage, VolunteersPage } from "../../../web/training/hours";
import { words } from "../../../web/training/words";
import { byName } from "../../activities/report/rules";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { yearOf } from "../../values/day";
import { activityHere, cameTo } from "../activity/store";
import { hoursSchema } from "../input";
import * as store from "./store";

const faces = { schema: hoursFacts, page: HoursPage };

/** Volunteers' hours: kept at an activity, summed by person and year. */
export const hours = room()
	.get(
		paths.activityHours(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "How long those who came to an activity helped", answers: hoursFacts }),
		async (c) => {
			const facts = await hoursHere(c.var, c.req.param("activity"));
			return facts
				? face(c, faces, { ...facts, form: freshForm({ hours: "2" }) })
				: problem(c, 404, "not-found");
		},
	)
	.post(
		paths.activityHours(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Keep how long some of those who came helped", takes: hoursSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const facts = await hoursHere(c.var, c.req.param("activity"));
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, hoursSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, facts.activity.id, read.value, (by) =>
				store.keepHours(db, place, facts.activity, read.value, by),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different")
				return different(c, faces, {
					...facts,
					form: conflictingForm({ hours: String(read.value.hours / 60) }),
				});
			say(c, words[language].saved);
			return made(c, paths.activityHours(place.id, facts.activity.id));
		},
	)
	.get(
		paths.volunteers(":organisation"),
		may("see"),
		describe({ summary: "A year's hours of volunteers, by person", answers: volunteersFacts }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const asked = c.req.query("year") ?? "";
			const year = /^20\d\d$/.test(asked) ? Math.min(Number(asked), yearOf(today)) : yearOf(today);
			const people = await store.yearOfHours(db, place, year);
			const facts = { year, people, minutes: people.reduce((sum, one) => sum + one.minutes, 0) };
			const format = formatOf(c);
			return format
				? file(c, format, volunteersSheet(facts, language))
				: face(c, { schema: volunteersFacts, page: VolunteersPage }, facts);
		},
	);

/** An activity with those who came and how long each helped; nothing for a forged id. */
async function hoursHere({ db, place }: { db: Database; place: Place }, id: string) {
	const [activity] = await activityHere(db, place, id);
	if (!activity) return null;
	const [came, kept, attended] = await db.batch([
		cameTo(db, place, id),
		store.hoursAt(db, place, activity),
		store.halfDaysOf(db, place, id),
	]);
	const minutes = new Map(kept.map((one) => [one.person, one.minutes]));
	const halfDays = new Map(attended.map((one) => [one.person, one.halfDays]));
	return {
		activity,
		came: byName(came).map((one) => ({
			...one,
			halfDays: halfDays.get(one.id) ?? 1,
			minutes: minutes.get(one.id) ?? null,
		})),
	};
}
