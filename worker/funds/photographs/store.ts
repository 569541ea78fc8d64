import { and, asc, eq, sql } from "drizzle-orm";
import type { NewPicture } from "../../changes/pictures";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import { entry, voucherPhotograph } from "../../tables/dues";
import { nowInSeconds } from "../../values/day";

/** How many photographs an expense keeps: a bill, its back, what was bought. */
export const mostPhotographs = 6;

/** The record in whose history photographs of an entry stand. */
export const subjectOf = (id: string) => `voucher-${id}`;

/** An expense of this very organisation, which photographs may stand beside; nothing for any other entry. */
export const expenseOf = (db: Database, place: Pick<Place, "id">, id: string) =>
	db
		.select({
			id: entry.id,
			year: entry.year,
			number: entry.number,
			day: entry.day,
			amount: entry.amount,
			purpose: entry.purpose,
		})
		.from(entry)
		.where(and(eq(entry.organisation, place.id), eq(entry.id, id), eq(entry.kind, "use")));

/** The photographs of an expense, the earliest first. */
export const photographsOf = (db: Database, place: Pick<Place, "id">, of: string) =>
	db
		.select({ id: voucherPhotograph.id, width: voucherPhotograph.width, height: voucherPhotograph.height })
		.from(voucherPhotograph)
		.where(and(eq(voucherPhotograph.organisation, place.id), eq(voucherPhotograph.entry, of)))
		.orderBy(asc(voucherPhotograph.at), asc(voucherPhotograph.id))
		.limit(mostPhotographs);

const thisOne = (place: Pick<Place, "id">, of: string, id: string) =>
	and(
		eq(voucherPhotograph.organisation, place.id),
		eq(voucherPhotograph.entry, of),
		eq(voucherPhotograph.id, id),
	);

/** Where the bytes of one lie; nothing for a forged id. */
export const photographOf = (db: Database, place: Pick<Place, "id">, of: string, id: string) =>
	db
		.select({ key: voucherPhotograph.key })
		.from(voucherPhotograph)
		.where(thisOne(place, of, id));

/** Puts a photograph beside an expense, if there is room; its first result is the change's own. */
export function add(db: Database, place: Place, of: string, made: NewPicture, by: Authorship) {
	const subject = subjectOf(of);
	const room = sql`(select count(*) from voucher_photograph where organisation = ${place.id} and entry = ${of}) < ${mostPhotographs}`;
	return db.batch([
		changeWhere(db, place, { ...by, subject, act: "photographed", details: { id: made.id } }, room),
		run(
			db,
			sql`insert into voucher_photograph (organisation, entry, id, key, width, height, at, made_by)
			select ${place.id}, ${of}, ${made.id}, ${made.key}, ${made.width}, ${made.height}, ${nowInSeconds()}, ${by.by}
			where ${isKept(place, subject, by.id)}`,
		),
	]);
}

/** Takes one away; its bytes are gone before. That it was there stays in the history. */
export function remove(db: Database, place: Place, of: string, id: string, by: Authorship) {
	const subject = subjectOf(of);
	const stands = sql`exists (select 1 from voucher_photograph where organisation = ${place.id} and entry = ${of} and id = ${id})`;
	return db.batch([
		changeWhere(db, place, { ...by, subject, act: "photograph-removed", details: { id } }, stands),
		db.delete(voucherPhotograph).where(and(thisOne(place, of, id), isKept(place, subject, by.id))),
	]);
}
