import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Authorship, changeOf, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { exhibit, loan } from "../../tables/activities";
import { type Database, named, run } from "../../tables/database";
import { organisation } from "../../tables/ground";
import type { Day } from "../../values/day";

/** The things of a place, each with who has it now and when it is due. */
export function exhibitsOf(db: Database, place: Place) {
	return db
		.select({
			id: exhibit.id,
			name: exhibit.name,
			holder: named(organisation.name, "holder"),
			fromDay: loan.fromDay,
			dueDay: loan.dueDay,
		})
		.from(exhibit)
		.leftJoin(
			loan,
			and(eq(loan.organisation, exhibit.organisation), eq(loan.exhibit, exhibit.id), isNull(loan.toDay)),
		)
		.leftJoin(organisation, eq(organisation.id, loan.holder))
		.where(eq(exhibit.organisation, place.id))
		.limit(200);
}

/** What of others is with a place now. */
export function borrowedBy(db: Database, place: Place) {
	const owner = alias(organisation, "owner");
	return db
		.select({
			name: exhibit.name,
			owner: named(owner.name, "owner_name"),
			fromDay: loan.fromDay,
			dueDay: loan.dueDay,
		})
		.from(loan)
		.innerJoin(exhibit, and(eq(exhibit.organisation, loan.organisation), eq(exhibit.id, loan.exhibit)))
		.innerJoin(owner, eq(owner.id, loan.organisation))
		.where(and(eq(loan.holder, place.id), isNull(loan.toDay)))
		.limit(60);
}

/** One thing of this very place. */
export const exhibitOf = (db: Database, place: Place, id: string) =>
	db
		.select({ id: exhibit.id, name: exhibit.name })
		.from(exhibit)
		.where(and(eq(exhibit.organisation, place.id), eq(exhibit.id, id)));

/** Where it has been, the latest first; the one without an end has it now. */
export function loansOf(db: Database, place: Place, id: string) {
	return db
		.select({
			id: loan.id,
			holder: named(organisation.name, "holder"),
			fromDay: loan.fromDay,
			dueDay: loan.dueDay,
			toDay: loan.toDay,
		})
		.from(loan)
		.innerJoin(organisation, eq(organisation.id, loan.holder))
		.where(and(eq(loan.organisation, place.id), eq(loan.exhibit, id)))
		.orderBy(desc(loan.fromDay), sql`${loan.toDay} is null desc`)
		.limit(60);
}

/** Enters something that may be lent. */
export function enter(db: Database, place: Place, made: { id: string; name: string }, by: Authorship) {
	return db.batch([
		db.insert(exhibit).values({ ...made, organisation: place.id, madeFrom: by.madeFrom }),
		changeOf(db, place, { ...by, subject: made.id, act: "entered", details: { name: made.name } }),
	]);
}

export async function enteredBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const rows = await db
		.select({ madeFrom: exhibit.madeFrom })
		.from(exhibit)
		.where(and(eq(exhibit.organisation, place.id), eq(exhibit.id, id)));
	return rows[0]?.madeFrom;
}

/** Whoever has it has it still, as it was read. */
const asRead = (place: Place, id: string, open: string | null) =>
	open === null
		? sql`not exists (select 1 from loan where organisation = ${place.id} and exhibit = ${id} and to_day is null)`
		: sql`exists (select 1 from loan where organisation = ${place.id} and exhibit = ${id} and id = ${open} and to_day is null)`;

const ending = (db: Database, place: Place, id: string, open: string | null, day: Day, by: Authorship) =>
	run(
		db,
		sql`update loan set to_day = ${day} where organisation = ${place.id} and exhibit = ${id} and id = ${open} and to_day is null
			and ${isKept(place, id, by.id)}`,
	);

/** Lends it, or hands it on from whoever has it. */
export function lend(
	db: Database,
	place: Place,
	id: string,
	open: string | null,
	{ holder, day, due }: { holder: string; day: Day; due: Day | null },
	by: Authorship,
) {
	const details = { holder, day, ...(due && { due }) };
	return db.batch([
		changeWhere(db, place, { ...by, subject: id, act: "lent", details }, asRead(place, id, open)),
		ending(db, place, id, open, day, by),
		run(
			db,
			sql`insert into loan (organisation, exhibit, id, holder, from_day, due_day, made_by)
			select ${place.id}, ${id}, ${by.id}, ${holder}, ${day}, ${due}, ${by.by} where ${isKept(place, id, by.id)}`,
		),
	]);
}

/** Takes it back. */
export function takeBack(db: Database, place: Place, id: string, open: string, day: Day, by: Authorship) {
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: id, act: "returned", details: { day } },
			asRead(place, id, open),
		),
		ending(db, place, id, open, day, by),
	]);
}
