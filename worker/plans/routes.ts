import { paths } from "../../web/paths";
import { planFacts } from "../../web/plans/facts";
import { planSheet } from "../../web/plans/files";
import { PlanPage } from "../../web/plans/show";
import { words } from "../../web/plans/words";
import { onceAsChange } from "../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { file, formatOf } from "../http/file";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { keyDaysIn } from "./key-days/rules";
import { keyDayRules } from "./key-days/store";
import { type Inside, planPage } from "./plan";
import { planYear } from "./rules";
import { beginningSchema } from "./start/input";
import { readyPlan, yearLater } from "./start/rules";
import { beginPlan } from "./start/store";
import { itemsOf } from "./store";

const faces = { schema: planFacts, page: PlanPage };

/** An organisation's plan of a year, and what it begins with. */
export const plans = room()
	.get(
		paths.plan(":organisation", ":year"),
		may("see"),
		describe({ summary: "A year's plan: its items, rounds and amendments", answers: planFacts }),
		async (c) => {
			const year = planYear(c.req.param("year"), c.var.today);
			if (year === null) return problem(c, 404, "not-found");
			const facts = await planPage(c.var, year);
			const format = formatOf(c);
			if (format) return file(c, format, planSheet(facts, c.var.language));
			return face(c, faces, { ...facts, form: freshForm() });
		},
	)
	.post(
		paths.planStart(":organisation", ":year"),
		may("plan the year"),
		describe({ summary: "Begin a plan: last year's again, or a ready-made one", takes: beginningSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const year = planYear(c.req.param("year"), today);
			if (year === null) return problem(c, 404, "not-found");
			const read = await bodyOf(c, beginningSchema);
			if (!read.ok) return mistaken(c, faces, await again(c.var, year, mistakenForm(read)));
			const [earlier, rules] = await db.batch([itemsOf(db, place, year - 1), keyDayRules(db)]);
			const keyDays = keyDaysIn(year, rules);
			const items =
				read.value.from === "ready"
					? readyPlan(year, keyDays, language)
					: yearLater(
							year,
							earlier
								.filter(({ dropped }) => !dropped)
								.map(({ dropped: _, carriedOut: __, ...item }) => item),
							keyDays,
						);
			const outcome = await onceAsChange(c.var, `plan-${year}`, read.value, (by) =>
				beginPlan(db, place, year, items, by),
			);
			if (outcome === "different")
				return different(c, faces, await again(c.var, year, conflictingForm({ from: read.value.from })));
			// Somebody began it meanwhile: the plan shows what they began with.
			if (outcome !== "late") say(c, words[language].begun(items.length));
			return made(c, paths.plan(place.id, year));
		},
	);

async function again(inside: Inside, year: number, form: FormState) {
	return { ...(await planPage(inside, year)), form, mistakes: form.mistakes };
}
