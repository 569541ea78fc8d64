import { and, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Place } from "../../http/door";
import { type Database, named } from "../../tables/database";
import { holder, membership, organisation, person } from "../../tables/ground";
import { household, smallGroup, transfer, transferEnd, transferWaiting } from "../../tables/people";

/** How many organisations a look-up by name offers. */
const mostOffered = 20;

/** The root's path of a place, and the first path after its tree. */
const treeOf = (place: Place) => place.path.slice(0, place.path.indexOf("/") + 1);
const within = (place: Place) =>
	sql`${organisation.path} >= ${treeOf(place)} and ${organisation.path} < ${`${treeOf(place).slice(0, -1)}0`}`;

/** Where a member may go: what is active in the same tree; practice stays among itself. */
const receives = (place: Place) =>
	and(
		within(place),
		eq(organisation.status, "active"),
		eq(organisation.practice, place.practice),
		sql`${organisation.id} <> ${place.id}`,
	);

/** The organisations whose name holds what was typed; with nothing typed, those beside this one. */
export function receiversNamed(db: Database, place: Place, typed: string) {
	const up = alias(organisation, "up");
	const parent = place.path.split("/").at(-3) ?? "";
	return db
		.select({ id: organisation.id, name: organisation.name, parentName: named(up.name, "parent_name") })
		.from(organisation)
		.leftJoin(up, eq(up.id, organisation.parent))
		.where(
			and(
				receives(place),
				typed ? sql`instr(${organisation.name}, ${typed}) > 0` : eq(organisation.parent, parent),
			),
		)
		.orderBy(organisation.name)
		.limit(mostOffered);
}

/** One organisation that a member may go to; nothing for a forged id. */
export function receiverOf(db: Database, place: Place, id: string) {
	return db
		.select({ id: organisation.id, name: organisation.name, path: organisation.path })
		.from(organisation)
		.where(and(eq(organisation.id, id), receives(place)));
}

/** Whether there is another organisation in this tree at all. */
export function othersThan(db: Database, place: Place) {
	return db
		.select({ id: organisation.id })
		.from(organisation)
		.where(and(within(place), sql`${organisation.id} <> ${place.id}`))
		.limit(1);
}

/** What binds a member to this organisation besides belonging: posts, the group, the households they keep in touch with. */
export function tiesOf(db: Database, place: Place, id: string) {
	const running = (toDay: typeof holder.toDay | typeof household.toDay) => isNull(toDay);
	return [
		db
			.select({ post: holder.post, part: smallGroup.name })
			.from(holder)
			.leftJoin(smallGroup, and(eq(smallGroup.organisation, place.id), eq(smallGroup.id, holder.part)))
			.where(and(eq(holder.person, id), eq(holder.organisation, place.id), running(holder.toDay))),
		db
			.select({ name: smallGroup.name })
			.from(membership)
			.innerJoin(
				smallGroup,
				and(eq(smallGroup.organisation, place.id), eq(smallGroup.id, membership.smallGroup)),
			)
			.where(and(eq(membership.organisation, place.id), eq(membership.person, id), isNull(membership.toDay)))
			.limit(1),
		db
			.select({ name: household.name })
			.from(household)
			.where(and(eq(household.organisation, place.id), eq(household.contact, id), running(household.toDay)))
			.limit(60),
	] as const;
}

/** The transfer on which a member of this place is under way; nothing when there is none. */
export function waitingFor(db: Database, place: Place, id: string) {
	return db
		.select({ id: transferWaiting.transfer, to: organisation.name })
		.from(transferWaiting)
		.innerJoin(organisation, eq(organisation.id, transferWaiting.receiver))
		.where(and(eq(transferWaiting.organisation, place.id), eq(transferWaiting.person, id)));
}

/** What is said of a transfer: who, from where to where, and how it ended. */
function transfers(db: Database) {
	const giver = alias(organisation, "giver");
	const receiver = alias(organisation, "receiver");
	const ender = alias(person, "ender");
	const latest = (column: SQL) => sql`(select ${column} from membership
		where membership.organisation = ${transfer.organisation} and membership.person = ${transfer.person}
		order by from_day desc limit 1)`;
	return db
		.select({
			id: transfer.id,
			organisation: transfer.organisation,
			receiver: transfer.receiver,
			person: transfer.person,
			name: person.name,
			sex: person.sex,
			birthYear: person.birthYear,
			from: named(giver.name, "giver_name"),
			to: named(receiver.name, "receiver_name"),
			fromPath: named(giver.path, "giver_path"),
			toPath: named(receiver.path, "receiver_path"),
			note: transfer.note,
			offeredOn: transfer.offeredOn,
			outcome: transferEnd.outcome,
			endedOn: named(transferEnd.day, "ended_on"),
			reason: transferEnd.reason,
			endedBy: named(ender.name, "ender_name"),
			since: latest(sql`from_day`).mapWith(String).as("since"),
			paid: latest(sql`paid`).mapWith(String).as("paid_years"),
			/** The first day on which they ever belonged to the receiver; null when they never did. */
			earlier: sql<string | null>`(select min(from_day) from membership
				where membership.organisation = ${transfer.receiver} and membership.person = ${transfer.person})`.as(
				"earlier",
			),
		})
		.from(transfer)
		.innerJoin(person, eq(person.id, transfer.person))
		.innerJoin(giver, eq(giver.id, transfer.organisation))
		.innerJoin(receiver, eq(receiver.id, transfer.receiver))
		.leftJoin(
			transferEnd,
			and(eq(transferEnd.organisation, transfer.organisation), eq(transferEnd.transfer, transfer.id)),
		)
		.leftJoin(ender, eq(ender.id, transferEnd.madeBy))
		.$dynamic();
}

const concerns = (place: Place) => or(eq(transfer.organisation, place.id), eq(transfer.receiver, place.id));

/** One transfer from or to this place; nothing for a forged id. */
export function transferOf(db: Database, place: Place, id: string) {
	return transfers(db).where(and(eq(transfer.id, id), concerns(place)));
}
export type Transfer = Awaited<ReturnType<typeof transferOf>>[number];

/** How many transfers a list shows of those that have ended. */
const mostEnded = 60;

/** The transfers that wait, to here and from here, and the latest that have ended. */
export function transfersAt(db: Database, place: Place) {
	const waiting = (mine: SQL) =>
		transfers(db)
			.innerJoin(
				transferWaiting,
				and(
					eq(transferWaiting.organisation, transfer.organisation),
					eq(transferWaiting.transfer, transfer.id),
				),
			)
			.where(mine)
			.limit(mostEnded);
	return [
		waiting(eq(transferWaiting.receiver, place.id)),
		waiting(eq(transferWaiting.organisation, place.id)),
		transfers(db)
			.where(and(concerns(place), sql`${transferEnd.outcome} is not null`))
			.orderBy(desc(transferEnd.day))
			.limit(mostEnded),
	] as const;
}

/** Those who wait to be received here. */
export function waitingAt(db: Database, place: Place, most: number) {
	return db
		.select({ id: transferWaiting.transfer })
		.from(transferWaiting)
		.where(eq(transferWaiting.receiver, place.id))
		.limit(most);
}

/** What the transfer under an id was made from. */
export async function offeredBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const rows = await db
		.select({ madeFrom: transfer.madeFrom })
		.from(transfer)
		.where(and(eq(transfer.organisation, place.id), eq(transfer.id, id)));
	return rows[0]?.madeFrom;
}

/** The first day on which somebody ever belonged to an organisation. */
export function firstDayAt(db: Database, id: string, who: string) {
	return db
		.select({ day: sql<string | null>`min(${membership.fromDay})`.as("first_day") })
		.from(membership)
		.where(and(eq(membership.organisation, id), eq(membership.person, who)));
}
