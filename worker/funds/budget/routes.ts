import { BudgetPage, budgetFacts } from "../../../web/funds/budget";
import { words } from "../../../web/funds/budget-words";
import { budgetSheet } from "../../../web/funds/files";
import { paths, withQuery } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { type Day, yearOf } from "../../values/day";
import { yuanText } from "../../values/money";
import { checkedBy } from "../../values/typed";
import { booksOf } from "../books";
import { budgetSchema, type NewBudget, planned } from "./input";
import { besideActual, type Planned } from "./rules";
import * as store from "./store";

const faces = { schema: budgetFacts, page: BudgetPage };

/** A year's plan of money, and what became of it. */
export const budgets = room()
	.get(
		paths.budget(":organisation"),
		may("see"),
		describe({ summary: "A year's plan of money by kind, and the actual beside it", answers: budgetFacts }),
		async (c) => {
			const { lines, ...facts } = await budgetHere(c.var, c.req.query("year"));
			const format = formatOf(c);
			if (format) return file(c, format, budgetSheet(facts, c.var.language));
			return face(c, faces, { ...facts, form: freshForm(typedPlan(lines)) });
		},
	)
	.post(
		paths.budget(":organisation"),
		may("use funds"),
		describe({ summary: "Set the plan of a year; again, to correct it", takes: budgetSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const next = yearOf(today) + 1;
			const read = checkedBy(await bodyOf(c, budgetSchema), (value) => ({
				year: Number(value.year) > next ? `out-of-range 2000 ${next}` : null,
			}));
			const again = async (form: FormState) => {
				const { lines, ...facts } = await budgetHere(c.var, String(form.typed.year ?? ""));
				return { ...facts, form };
			};
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...(await again(form)), mistakes: form.mistakes });
			}
			const typed = read.value as NewBudget;
			const lines = plannedIn(typed);
			const outcome = await onceAsChange(c.var, "budget", typed, (by) =>
				store.setBudget(db, place, typed.year, lines, by, today),
			);
			if (outcome === "different") {
				const shown = { ...typedPlan(lines), year: String(typed.year) };
				return different(c, faces, await again(conflictingForm(shown)));
			}
			say(c, words[language].saved);
			return made(c, withQuery(paths.budget(place.id), { year: typed.year }));
		},
	);

/** The accounts that something was planned for. */
const plannedIn = (typed: NewBudget): Planned =>
	Object.fromEntries(
		planned.flatMap((account) => {
			const fen = typed[account];
			return typeof fen === "number" && fen > 0 ? [[account, fen]] : [];
		}),
	);

const typedPlan = (lines: Planned) =>
	Object.fromEntries(Object.entries(lines).map(([account, fen]) => [account, yuanText(fen ?? 0)]));

async function budgetHere(
	{ db, place, today }: { db: Database; place: Place; today: Day },
	asked: string | undefined,
) {
	const thisYear = yearOf(today);
	const year = /^20\d\d$/.test(asked ?? "") ? Math.min(Number(asked), thisYear + 1) : thisYear;
	const [books, [plan]] = await db.batch([booksOf(db, place), store.budgetOf(db, place, year)]);
	const lines: Planned = plan?.lines ?? {};
	const actual = books.find((one) => one.year === year)?.balances ?? {};
	return { year, thisYear, setOn: plan?.day ?? null, lines, ...besideActual(lines, actual) };
}
