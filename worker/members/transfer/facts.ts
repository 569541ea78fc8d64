import type { Context } from "hono";
import { foundOut, type Place } from "../../http/door";
import { otherPlace } from "../../middleware/reader";
import { holdsOn } from "../rules";
import { memberOf } from "../store";
import * as store from "./store";

/** What the form to transfer somebody shows, in one batch; nothing when nobody of that id ever belonged here. */
export async function startOf(
	c: Context,
	place: Place,
	id: string,
	{ search, to }: { search: string; to: string },
) {
	const { db, today } = foundOut(c);
	const other = otherPlace(c, to);
	const [periods, waiting, posts, groups, households, named, chosen, reached, [first]] = await db.batch([
		memberOf(db, place, id),
		store.waitingFor(db, place, id),
		...store.tiesOf(db, place, id),
		store.receiversNamed(db, place, search.slice(0, 40)),
		store.receiverOf(db, place, to),
		other.rows,
		store.firstDayAt(db, to, id),
	]);
	const member = periods[0];
	if (!member) return null;
	const receiver = chosen[0] ?? null;
	const atOnce = other.placeOf(reached)?.acts.includes("register members") ?? false;
	return {
		current: holdsOn(member, today),
		receiver,
		atOnce,
		earlier: first?.day ?? null,
		facts: {
			member: { id: member.id, name: member.name, fromDay: member.fromDay, toDay: member.toDay },
			waiting: waiting[0] ?? null,
			search,
			organisations: named,
			to: receiver && { id: receiver.id, name: receiver.name, atOnce },
			posts,
			group: groups[0]?.name ?? null,
			households: households.map(({ name }) => name),
			paid: Object.keys(member.paid),
		},
	};
}

/** A transfer as one of its two organisations sees it. */
export function shown(one: store.Transfer, place: Place) {
	const { id, person, name, sex, birthYear, from, to, note, offeredOn, endedOn, reason, endedBy, since } =
		one;
	return {
		...{ id, person, name, sex, birthYear, from, to, note, offeredOn, endedOn, reason, endedBy, since },
		outcome: one.outcome ?? ("waiting" as const),
		side: one.receiver === place.id ? ("receiving" as const) : ("giving" as const),
		paid: Object.keys(JSON.parse(one.paid) as object),
	};
}
