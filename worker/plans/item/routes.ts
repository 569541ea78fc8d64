import { paths } from "../../../web/paths";
import { itemFormFacts, removalFacts } from "../../../web/plans/facts";
import { ItemFormPage } from "../../../web/plans/item-form";
import { RemovalPage } from "../../../web/plans/removal";
import { words } from "../../../web/plans/words";
import { onceAsChange } from "../../changes/once";
import { type Authorship, changedBefore } from "../../changes/store";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, type Reader, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { type Outcome, once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { fingerprint } from "../../values/id";
import { checkedBy, type Mistakes, type Read, typedOf } from "../../values/typed";
import { standingOf } from "../plan";
import { planYear } from "../rules";
import { type NewPlanItem, planItemSchema, removalSchema } from "./input";
import { itemMistakes, typedAgain, typedOfItem, whenOf } from "./rules";
import * as store from "./store";

const formFaces = { schema: itemFormFacts, page: ItemFormPage };
const removalFaces = { schema: removalFacts, page: RemovalPage };
const writes = may("plan the year");

/** The items of a plan: written freely before it is filed, amended with a reason once it is approved. */
export const planItems = room()
	.get(
		paths.planItemNew(":organisation", ":year"),
		writes,
		describe({ summary: "The form to add to a plan", answers: itemFormFacts }),
		async (c) => {
			const plan = await writable(c.var, c.req.param("year"));
			return plan ? face(c, formFaces, formFacts(plan, null, freshForm())) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.planItems(":organisation", ":year"),
		writes,
		describe({ summary: "Add to a plan", takes: planItemSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const plan = await standing(c.var, c.req.param("year"));
			if (!plan) return problem(c, 404, "not-found");
			const amends = plan.state === "approved";
			const read = checked(await bodyOf(c, planItemSchema), plan, amends);
			if (!read.ok)
				return mistaken(c, formFaces, {
					...formFacts(plan, null, mistakenForm(read)),
					mistakes: read.mistakes,
				});
			const { id, title, reason } = read.value;
			const by = await authorOf(c.var, read.value);
			const one = writtenOf(plan.year, read.value, plan);
			const outcome = await once(
				() =>
					amends
						? store.amendByAdding(db, place, { year: plan.year, reason: reason ?? "", day: today }, one, by)
						: store.addItem(db, place, plan.year, one, by),
				() => store.addedBefore(db, place, id),
				by.madeFrom,
			);
			if (outcome === "different")
				return different(c, formFaces, formFacts(plan, null, conflictingForm(typedAgain(read.value))));
			say(c, words[language].added(title));
			return made(c, paths.plan(place.id, plan.year));
		},
	)
	.get(
		paths.planItem(":organisation", ":year", ":item"),
		writes,
		describe({ summary: "The form to change what is planned", answers: itemFormFacts }),
		async (c) => {
			const [plan, item] = await planAndItem(c.var, c.req.param("year"), c.req.param("item"));
			if (!plan || !item || plan.state === "filed") return problem(c, 404, "not-found");
			return face(c, formFaces, formFacts(plan, item, freshForm(typedOfItem(item))));
		},
	)
	.post(
		paths.planItem(":organisation", ":year", ":item"),
		writes,
		describe({ summary: "Change what is planned", takes: planItemSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const [plan, item] = await planAndItem(c.var, c.req.param("year"), c.req.param("item"));
			if (!plan || !item) return problem(c, 404, "not-found");
			const amends = plan.state === "approved";
			const read = checked(await bodyOf(c, planItemSchema), plan, amends);
			if (!read.ok)
				return mistaken(c, formFaces, {
					...formFacts(plan, item, mistakenForm(read)),
					mistakes: read.mistakes,
				});
			const { value } = read;
			const after = writtenOf(plan.year, value, plan);
			const outcome = await writeOnce(c.var, item, value, amends, (by) =>
				amends
					? store.amendByChanging(db, place, amending(item, value, today), item, after, by)
					: store.changeItem(db, place, item, after, by),
			);
			if (outcome === "different" || outcome === "late")
				return different(c, formFaces, formFacts(plan, item, conflictingForm(typedAgain(value))));
			say(c, amends ? words[language].amended(value.title) : words[language].saved);
			return made(c, paths.plan(place.id, plan.year));
		},
	)
	.get(
		paths.planItemRemoval(":organisation", ":year", ":item"),
		writes,
		describe({ summary: "The form to take an item out, or drop it", answers: removalFacts }),
		async (c) => {
			const [plan, item] = await planAndItem(c.var, c.req.param("year"), c.req.param("item"));
			if (!plan || !item || plan.state === "filed" || item.dropped) return problem(c, 404, "not-found");
			return face(c, removalFaces, { year: plan.year, state: plan.state, item, form: freshForm() });
		},
	)
	.post(
		paths.planItemRemoval(":organisation", ":year", ":item"),
		writes,
		describe({
			summary: "Take an item out of a plan; drop it once the plan is approved",
			takes: removalSchema,
		}),
		async (c) => {
			const { db, place, today, language } = c.var;
			const id = c.req.param("item");
			const [plan, item] = await planAndItem(c.var, c.req.param("year"), id);
			if (!plan) return problem(c, 404, "not-found");
			const amends = plan.state === "approved";
			const read = checkedBy(await bodyOf(c, removalSchema), ({ reason }) => ({
				reason: amends && reason === null ? "required" : null,
				form: plan.state === "filed" ? "plan-is-filed" : null,
			}));
			if (!item) {
				const before = read.ok && (await changedBefore(db, place, id, read.value.id));
				const again = read.ok && before === (await fingerprint(read.value));
				return again ? made(c, paths.plan(place.id, plan.year)) : problem(c, 404, "not-found");
			}
			const shown = { year: plan.year, state: plan.state, item };
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, removalFaces, { ...shown, form, mistakes: form.mistakes });
			}
			const { value } = read;
			const outcome = await writeOnce(c.var, item, value, amends, (by) =>
				amends
					? store.amendByDropping(db, place, amending(item, value, today), item, by)
					: store.removeItem(db, place, item, by),
			);
			if (outcome === "different" || outcome === "late")
				return different(c, removalFaces, { ...shown, form: conflictingForm(typedOf(value)) });
			say(c, (amends ? words[language].dropped : words[language].removed)(item.title));
			return made(c, paths.plan(place.id, plan.year));
		},
	);

type Here = { db: Database; place: Place; today: Day; reader: Reader };
type Standing = Awaited<ReturnType<typeof standingOf>>;

async function standing(here: Here, asked: string, id?: string): Promise<Standing | null> {
	const year = planYear(asked, here.today);
	return year === null ? null : standingOf(here, year, id);
}

/** A plan that anything can be added to now. */
async function writable(here: Here, asked: string): Promise<Standing | null> {
	const plan = await standing(here, asked);
	return plan?.state === "filed" ? null : plan;
}

/** A plan and an item of it; no item for a forged id, or one of another year. */
async function planAndItem(here: Here, asked: string, id: string) {
	const plan = await standing(here, asked, id);
	return [plan, plan?.item ?? null] as const;
}

/** What was typed, held against the plan it goes into. */
function checked(read: Read<NewPlanItem>, plan: Standing, needsReason: boolean): Read<NewPlanItem> {
	if (!read.ok) return read;
	const filed: Mistakes = plan.state === "filed" ? { form: "plan-is-filed" } : {};
	const mistakes = { ...filed, ...itemMistakes(plan.year, read.value, plan.keyDays, needsReason) };
	return Object.keys(mistakes).length === 0 ? read : { ok: false, mistakes, typed: typedAgain(read.value) };
}

function writtenOf(year: number, typed: NewPlanItem, { keyDays }: Standing): store.Written {
	const when = whenOf(year, typed, keyDays);
	if (!when) throw new Error("checked before: something says when");
	const { kind, title, place, budget, helpers } = typed;
	return { kind, title, place, budget, helpers, ...when };
}

const amending = (item: store.PlanItem, { reason }: { reason: string | null }, day: Day): store.Amending => ({
	...{ year: item.year, item: item.id, reason: reason ?? "", day },
});

async function authorOf({ reader }: Here, body: { id: string }): Promise<Authorship> {
	return { id: body.id, madeFrom: await fingerprint(body), by: reader.person };
}

/** A change of an item as one write, whether it is a plain change or an amendment. */
async function writeOnce(
	here: Here & { reader: Reader },
	item: store.PlanItem,
	body: { id: string },
	amends: boolean,
	write: (by: Authorship) => Promise<readonly unknown[]>,
): Promise<Outcome | "late"> {
	if (!amends) return onceAsChange(here, item.id, body, write);
	const by = await authorOf(here, body);
	const before = () => store.amendedBefore(here.db, here.place, item.year, body.id);
	return once(() => write(by), before, by.madeFrom);
}

const formFacts = (plan: Standing, item: store.PlanItem | null, form: FormState) => ({
	year: plan.year,
	state: plan.state,
	item: item && { ...item, dropped: item.dropped === 1 },
	keyDays: plan.keyDays,
	form,
});
