import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Authorship } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import { transferWaiting } from "../../tables/people";
import type { Day } from "../../values/day";
import { newId } from "../../values/id";
import { recountMembers } from "../standing";
import type { NewTransfer, NewTransferEnd } from "./input";
import { canGo, type GoingOver, goes, goingOverOf } from "./moving";
import type { Transfer } from "./store";

/** A member of `going.from` about to be offered. */
export type Offer = { going: GoingOver; person: string; typed: NewTransfer; by: Authorship; today: Day };

/** The statement that makes the transfer's row; it breaks where the member isn't one any more. */
function offering(db: Database, { going, person: who, typed, by, today }: Offer) {
	const member = sql`exists (select 1 from membership as one where ${goes(going)})`;
	return run(
		db,
		sql`insert into transfer (organisation, id, person, receiver, note, offered_on, made_by, made_from)
		select ${going.from.id}, ${by.id}, case when ${member} then ${who} end, ${going.to.id}, ${typed.note}, ${today}, ${by.by}, ${by.madeFrom}`,
	);
}

/** Offers a member to another organisation. A second offer of somebody who is under way breaks the key. */
export function offer(db: Database, offered: Offer) {
	const { going, person: who, by } = offered;
	return db.batch([
		offering(db, offered),
		db.insert(transferWaiting).values({
			organisation: going.from.id,
			person: who,
			transfer: by.id,
			receiver: going.to.id,
		}),
	]);
}

/** Transfers at once, for whoever registers members at both ends; not while somebody else still waits for an answer. */
export function transferNow(db: Database, offered: Offer, earlier: Day | null) {
	const { going, by, today } = offered;
	const free = sql`not exists (select 1 from transfer_waiting
		where organisation = ${going.from.id} and person = ${offered.person})`;
	return db.batch([
		offering(db, offered),
		ending(
			db,
			going.from,
			by.id,
			{ outcome: "received", reason: null },
			going.day,
			by,
			sql`${canGo(going)} and ${free}`,
		),
		...movingOf(db, going, by, today, earlier),
	]);
}

/** Receives a member: breaks, and changes nothing, where the transfer was answered meanwhile or they left. */
export function receive(db: Database, one: Transfer, by: Authorship, today: Day) {
	const going = goingOf(one, today);
	const good = sql`exists (select 1 from membership as one where ${goes(going)}) and ${canGo(going)}`;
	return db.batch([
		ending(db, going.from, one.id, { outcome: "received", reason: null }, today, by, good),
		answered(db, one),
		...movingOf(db, going, { ...by, id: newId() }, today, one.earlier),
	]);
}

/** Declines a member, or takes the offer back: nothing moves. */
export function end(db: Database, one: Transfer, how: NewTransferEnd, by: Authorship, today: Day) {
	return db.batch([
		ending(db, { id: one.organisation }, one.id, how, today, by, sql`true`),
		answered(db, one),
	]);
}

const goingOf = (one: Transfer, day: Day): GoingOver => ({
	from: { id: one.organisation, path: one.fromPath, name: one.from },
	to: { id: one.receiver, path: one.toPath, name: one.to },
	day,
	because: "transferred",
	who: { person: one.person },
});

/** The statement that ends a transfer: its key stops a second answer, and a condition that doesn't hold breaks it. */
function ending(
	db: Database,
	giver: Pick<Place, "id">,
	id: string,
	{ outcome, reason }: NewTransferEnd,
	day: Day,
	by: Authorship,
	good: SQL,
) {
	return run(
		db,
		sql`insert into transfer_end (organisation, transfer, outcome, day, reason, made_by, made_from)
		select ${giver.id}, ${id}, case when ${good} then ${outcome} end, ${day}, ${reason}, ${by.by}, ${by.madeFrom}`,
	);
}

const answered = (db: Database, one: Transfer) =>
	db
		.delete(transferWaiting)
		.where(and(eq(transferWaiting.organisation, one.organisation), eq(transferWaiting.person, one.person)));

function movingOf(db: Database, going: GoingOver, by: Authorship, today: Day, earlier: Day | null) {
	return [
		...goingOverOf(db, going, by),
		...recountMembers(db, going.from, today, going.day),
		// What they carry counts in every year in which they belonged there.
		...recountMembers(db, going.to, today, earlier ?? going.day),
	] as const;
}
