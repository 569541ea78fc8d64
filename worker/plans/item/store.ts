import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import { type AmendmentAct, amendment, type KeptItem, planItem } from "../../tables/plans";
import type { Day } from "../../values/day";
import { isApproved, isDraft, isDropped, keptItem } from "../state";
import { told } from "./rules";

/** This very item of this very organisation. */
const its = (place: Pick<Place, "id">, id: string) =>
	and(eq(planItem.organisation, place.id), eq(planItem.id, id));

/** An item of this very organisation's plan, and whether it was dropped; nothing for a forged id. */
export function planItemOf(db: Database, place: Pick<Place, "id">, id: string) {
	return db
		.select({
			...told,
			year: planItem.year,
			revised: planItem.revised,
			dropped: sql<number>`${isDropped()}`.as("dropped"),
		})
		.from(planItem)
		.where(its(place, id));
}

export type PlanItem = Awaited<ReturnType<typeof planItemOf>>[number];

/** What is written of an item, besides its id. */
export type Written = Omit<KeptItem, "id">;

/** Inserts an item where a condition holds; the key of its author breaks where it doesn't, and with it the batch. */
const insertItem = (
	db: Database,
	place: Place,
	year: number,
	one: Written,
	by: Pick<Authorship, "id" | "madeFrom">,
	holds: SQL,
) =>
	run(
		db,
		sql`insert into plan_item (organisation, id, year, kind, title, first_day, last_day, key_day, place, budget, helpers, made_from)
		select ${place.id}, ${by.id}, ${year}, ${one.kind}, ${one.title}, ${one.firstDay}, ${one.lastDay}, ${one.keyDay},
			${one.place}, ${one.budget}, ${one.helpers}, case when ${holds} then ${by.madeFrom} end`,
	);

/** Adds an item to a plan that is still written freely. */
export function addItem(db: Database, place: Place, year: number, one: Written, by: Authorship) {
	return db.batch([insertItem(db, place, year, one, by, isDraft(place, year))]);
}

/** What the item under an id was made from, if it is this place's. */
export async function addedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const found = await db.select({ madeFrom: planItem.madeFrom }).from(planItem).where(its(place, id));
	return found[0]?.madeFrom;
}

const isAsRead = (place: Place, { id, revised }: PlanItem) =>
	sql`exists (select 1 from plan_item where organisation = ${place.id} and id = ${id} and revised = ${revised})`;

/**
 * Writes an item of a plan that is not filed anew, unless somebody else did since it was read. Both statements hold on to that: the
 * change of a copy that comes late stands already, and must not be done again.
 */
export function changeItem(db: Database, place: Place, before: PlanItem, after: Written, by: Authorship) {
	const holds = sql`${isDraft(place, before.year)} and ${isAsRead(place, before)}`;
	const details = { from: before, to: after };
	return db.batch([
		changeWhere(db, place, { ...by, subject: before.id, act: "changed", details }, holds),
		db
			.update(planItem)
			.set({ ...after, revised: by.id })
			.where(and(its(place, before.id), isKept(place, before.id, by.id), holds)),
	]);
}

/** Takes an item out of a plan that is not filed; what was filed of it in earlier rounds is kept there. */
export function removeItem(db: Database, place: Place, before: PlanItem, by: Authorship) {
	const holds = sql`${isDraft(place, before.year)} and ${isAsRead(place, before)}`;
	return db.batch([
		changeWhere(db, place, { ...by, subject: before.id, act: "removed", details: before }, holds),
		db.delete(planItem).where(and(its(place, before.id), isKept(place, before.id, by.id), holds)),
	]);
}

/** A change of an approved plan: to which item, why, on which day. */
export type Amending = { year: number; item: string; reason: string; day: Day };

const amend = (
	db: Database,
	place: Place,
	{ year, item, reason, day }: Amending,
	act: AmendmentAct,
	kept: { before: SQL; after: SQL; holds: SQL },
	by: Authorship,
) =>
	run(
		db,
		sql`insert into amendment (organisation, year, id, item, act, day, reason, "before", "after", made_by, made_from)
		select ${place.id}, ${year}, ${by.id}, ${item}, ${act}, ${day}, ${reason}, ${kept.before}, ${kept.after}, ${by.by},
			case when ${isApproved(place, year)} and ${kept.holds} then ${by.madeFrom} end`,
	);

const nothing = sql`null`;
const asItStands = (place: Place, item: string) =>
	sql`(select ${keptItem()} from plan_item where organisation = ${place.id} and id = ${item})`;

/** Adds an item to an approved plan. The item and its amendment bear the form's id. */
export function amendByAdding(
	db: Database,
	place: Place,
	amending: Omit<Amending, "item">,
	one: Written,
	by: Authorship,
) {
	const whole = { ...amending, item: by.id };
	const kept = { before: nothing, after: asItStands(place, by.id), holds: sql`true` };
	return db.batch([
		insertItem(db, place, amending.year, one, by, isApproved(place, amending.year)),
		amend(db, place, whole, "added", kept, by),
	]);
}

const isThere = (place: Place, item: PlanItem) =>
	sql`${isAsRead(place, item)} and not exists (select 1 from amendment as one where one.organisation = ${place.id}
		and one.year = ${item.year} and one.item = ${item.id} and one.act = 'dropped')`;

/** Changes an item of an approved plan, unless somebody else did since it was read, or it was dropped. */
export function amendByChanging(
	db: Database,
	place: Place,
	amending: Amending,
	before: PlanItem,
	after: Written,
	by: Authorship,
) {
	const kept = {
		before: asItStands(place, before.id),
		after: sql`${JSON.stringify({ id: before.id, ...after })}`,
		holds: isThere(place, before),
	};
	return db.batch([
		amend(db, place, amending, "changed", kept, by),
		db
			.update(planItem)
			.set({ ...after, revised: by.id })
			.where(its(place, before.id)),
	]);
}

/** Drops an item of an approved plan: its row stays, to be counted as dropped. */
export function amendByDropping(
	db: Database,
	place: Place,
	amending: Amending,
	before: PlanItem,
	by: Authorship,
) {
	const kept = { before: asItStands(place, before.id), after: nothing, holds: isThere(place, before) };
	return db.batch([amend(db, place, amending, "dropped", kept, by)]);
}

/** What the amendment under an id was made from, if it is this place's. */
export async function amendedBefore(
	db: Database,
	place: Place,
	year: number,
	id: string,
): Promise<string | undefined> {
	const found = await db
		.select({ madeFrom: amendment.madeFrom })
		.from(amendment)
		.where(and(eq(amendment.organisation, place.id), eq(amendment.year, year), eq(amendment.id, id)));
	return found[0]?.madeFrom;
}
