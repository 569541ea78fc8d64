import { paths } from "../../../web/paths";
import { KeyDayEditPage, KeyDaysPage, keyDayEditFacts, keyDaysFacts } from "../../../web/plans/key-days/page";
import { words } from "../../../web/plans/key-days/words";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { isRoot } from "../../members/rules";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { type Day, yearOf } from "../../values/day";
import { typedOf } from "../../values/typed";
import { type KeyDayChange, keyDayChangeSchema, keyDaySchema } from "./input";
import { type KeyDayRule, monthDayText } from "./rules";
import { keyDayRules, rulesOfKeyDay, setKeyDay } from "./store";

const faces = { schema: keyDaysFacts, page: KeyDaysPage };
const editFaces = { schema: keyDayEditFacts, page: KeyDayEditPage };

/** The key days of everybody's year, which the root defines. */
export const keyDays = room()
	.get(
		paths.keyDays(":organisation"),
		may("set the rules"),
		describe({ summary: "The key days, and from which year on they are kept", answers: keyDaysFacts }),
		async (c) => {
			if (!isRoot(c.var.place)) return problem(c, 404, "not-found");
			return face(c, faces, await listed(c.var, freshForm({ from_year: String(yearOf(c.var.today)) })));
		},
	)
	.post(
		paths.keyDays(":organisation"),
		may("set the rules"),
		describe({ summary: "Define a key day", takes: keyDaySchema }),
		async (c) => {
			const { db, place, language } = c.var;
			if (!isRoot(place)) return problem(c, 404, "not-found");
			const read = await bodyOf(c, keyDaySchema);
			if (!read.ok) return mistaken(c, faces, await listed(c.var, mistakenForm(read)));
			const outcome = await onceAsChange(c.var, "key-days", read.value, (by) =>
				setKeyDay(db, place, read.value.id, null, read.value, by),
			);
			if (outcome === "different")
				return different(c, faces, await listed(c.var, conflictingForm(typedOfKeyDay(read.value))));
			say(c, words[language].saved);
			return made(c, paths.keyDays(place.id));
		},
	)
	.get(
		paths.keyDay(":organisation", ":keyDay"),
		may("set the rules"),
		describe({ summary: "The form to change a key day from a year on", answers: keyDayEditFacts }),
		async (c) => {
			const rules = isRoot(c.var.place) ? await rulesOfKeyDay(c.var.db, c.req.param("keyDay")) : [];
			const last = rules.at(-1);
			if (!last) return problem(c, 404, "not-found");
			const { zh, en, monthDay } = last;
			const next = Math.max(yearOf(c.var.today) + 1, last.fromYear);
			const typed = { zh, en, month_day: monthDay ? monthDayText(monthDay) : "", from_year: String(next) };
			return face(c, editFaces, { rules, form: freshForm(typed) });
		},
	)
	.post(
		paths.keyDay(":organisation", ":keyDay"),
		may("set the rules"),
		describe({ summary: "Change a key day from a year on, or end it", takes: keyDayChangeSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const id = c.req.param("keyDay");
			const rules: KeyDayRule[] = isRoot(place) ? await rulesOfKeyDay(db, id) : [];
			const last = rules.at(-1);
			if (!last) return problem(c, 404, "not-found");
			const read = await bodyOf(c, keyDayChangeSchema);
			const again = (form: FormState) => ({ rules, form, mistakes: form.mistakes });
			if (!read.ok) return mistaken(c, editFaces, again(mistakenForm(read)));
			const outcome = await onceAsChange(c.var, "key-days", read.value, (by) =>
				setKeyDay(db, place, id, last, read.value, by),
			);
			if (outcome === "different")
				return different(c, editFaces, again(conflictingForm(typedOfKeyDay(read.value))));
			say(c, words[language].saved);
			return made(c, paths.keyDays(place.id));
		},
	);

const typedOfKeyDay = ({ month_day: monthDay, ...rest }: KeyDayChange) =>
	typedOf({ ...rest, month_day: monthDay ? monthDayText(monthDay) : "" });

async function listed({ db, today }: { db: Database; today: Day }, form: FormState) {
	return { year: yearOf(today), rules: await keyDayRules(db), form, mistakes: form.mistakes };
}
