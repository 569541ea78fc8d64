import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import type { KeptItem } from "../tables/plans";
import type { Day } from "../values/day";
import { plansWaiting } from "./filing/store";
import { changedFields, isPast } from "./item/rules";
import { planItemOf } from "./item/store";
import { keyDaysIn } from "./key-days/rules";
import { keyDayRules } from "./key-days/store";
import { planStateOn, type Round } from "./rules";
import * as store from "./store";

export type Inside = { db: Database; place: Place; today: Day };

/** What became of a planned item: something carried it out, its days are over and nothing did, it was dropped, or it is to come. */
export const itemStates = ["done", "missed", "dropped", "due"] as const;
export type ItemState = (typeof itemStates)[number];

export function itemStateOn(
	today: Day,
	item: { lastDay: Day; dropped: boolean | number; heldOn: Day | null },
): ItemState {
	if (item.heldOn !== null && item.heldOn <= today) return "done";
	if (item.dropped) return "dropped";
	return isPast(item, today) ? "missed" : "due";
}

/** How a place's plan of a year stands, and an item of it, in one look: enough to decide whether it may be written. */
export async function standingOf({ db, place, today }: Inside, year: number, id = "") {
	const [rounds, [deadline], rules, [item]] = await db.batch([
		store.roundsOf(db, place, year),
		store.deadlineOf(db, place, year),
		keyDayRules(db),
		planItemOf(db, place, id),
	]);
	const state = planStateOn(today, rounds, deadline?.day ?? null);
	return {
		...{ year, state, rounds, deadline: deadline ?? null, keyDays: keyDaysIn(year, rules) },
		item: item?.year === year ? item : null,
	};
}

/** A place's plan of a year with all that its page says, in one batch. */
export async function planPage({ db, place, today }: Inside, year: number) {
	const [items, rounds, comments, amendments, [deadline], rules, [last]] = await db.batch([
		store.itemsOf(db, place, year),
		store.roundsOf(db, place, year),
		store.commentsOf(db, place, year),
		store.amendmentsOf(db, place, year),
		store.deadlineOf(db, place, year),
		keyDayRules(db),
		store.itemsIn(db, place, year - 1),
	]);
	const state = planStateOn(today, rounds, deadline?.day ?? null);
	const lastRound: Round | undefined = rounds[0];
	const said = comments.filter(({ round }) => round === lastRound?.round);
	return {
		year,
		state,
		isRoot: place.parentName === null,
		deadline: deadline ?? null,
		items: items.map(({ dropped, carriedOut, ...item }) => {
			const [activity, heldOn] = carriedBy(carriedOut);
			return {
				...item,
				...{ activity, heldOn },
				state: itemStateOn(today, { ...item, dropped, heldOn }),
				comment: said.find((one) => one.item === item.id)?.said ?? null,
			};
		}),
		rounds,
		amendments: amendments.map((one) => ({ ...one, fields: fieldsChanged(one.before, one.after) })),
		keyDays: keyDaysIn(year, rules),
		lastYear: last?.items ?? 0,
	};
}

/** The activity that carries an item out, and its day. */
const carriedBy = (carriedOut: string | null): [activity: string | null, heldOn: Day | null] =>
	carriedOut === null ? [null, null] : JSON.parse(carriedOut);

const fieldsChanged = (before: KeptItem | null, after: KeptItem | null) =>
	before && after ? changedFields(before, after) : [];

/** A round of a place's plan: what was filed, what became of it, and the next plan that waits above it. Nothing where there is none. */
export async function roundPage({ db, place, today }: Inside, year: number, round: number) {
	const above = place.path.split("/").at(-3) ?? "";
	const [[filed], rounds, comments, amendments, [deadline], waiting] = await db.batch([
		store.filedIn(db, place, year, round),
		store.roundsOf(db, place, year),
		store.commentsOf(db, place, year),
		store.amendmentsOf(db, place, year),
		store.deadlineOf(db, place, year),
		plansWaiting(db, above, 2),
	]);
	const one = rounds.find((known) => known.round === round);
	if (!filed || !one) return null;
	const before = comments.filter((comment) => comment.round < round);
	return {
		year,
		...one,
		isLast: rounds[0]?.round === round,
		deadline: deadline?.day ?? null,
		above,
		items: filed.items.map((item) => ({
			...item,
			comment: comments.find((said) => said.round === round && said.item === item.id)?.said ?? null,
			/** What the round before said of it. */
			earlier: before.findLast((said) => said.item === item.id)?.said ?? null,
		})),
		amendments: amendments.length,
		waiting: waiting.some((other) => other.organisation !== place.id || other.year !== year),
		today,
	};
}
