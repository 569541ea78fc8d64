import { type FormState, freshForm } from "../../http/body";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { rosterOf } from "../marking";
import { initialsOf } from "../rules";
import { groupSizes, groupsOf, leadersOf } from "./store";

type Here = { db: Database; place: Place; today: Day };

/** The groups with leader and size, and how many members stand in none. */
export async function groupsPageOf({ db, place, today }: Here, form: FormState) {
	const [groups, leaders, sizes] = await db.batch([
		groupsOf(db, place),
		leadersOf(db, place, today),
		groupSizes(db, place, today),
	]);
	const size = new Map(sizes.map(({ group, members }) => [group, members]));
	return {
		groups: groups.map(({ id, name }) => ({
			id,
			name,
			leader: leaders.find(({ group }) => group === id)?.name ?? null,
			members: size.get(id) ?? 0,
		})),
		without: size.get(null) ?? 0,
		form,
		mistakes: form.mistakes,
	};
}

/** A group with its leader and its members by name; nothing for a forged id or a group that has ended. */
export async function groupPageOf({ db, place, today }: Here, id: string) {
	const [groups, leaders, roster] = await db.batch([
		groupsOf(db, place),
		leadersOf(db, place, today),
		rosterOf(db, place, today),
	]);
	const group = groups.find((one) => one.id === id);
	if (!group) return null;
	const leader = leaders.find((one) => one.group === id);
	return {
		group,
		leader: leader ? { id: leader.person, name: leader.name } : null,
		members: sorted(roster.filter(({ smallGroup }) => smallGroup === id)).map(({ id, name }) => ({
			id,
			name,
		})),
		form: freshForm({ group: group.name }),
	};
}

/** Everybody who may be ticked into a group, each with the other group they stand in; nothing for a forged id. */
export async function rosterFor({ db, place, today }: Here, id: string) {
	const [groups, members] = await db.batch([groupsOf(db, place), rosterOf(db, place, today)]);
	const group = groups.find((one) => one.id === id);
	if (!group) return null;
	const names = new Map(groups.map((one) => [one.id, one.name]));
	const roster = sorted(members).map(({ id: member, name, sort, smallGroup }) => ({
		id: member,
		name,
		initials: initialsOf(sort),
		in: smallGroup === id,
		elsewhere: smallGroup === null || smallGroup === id ? null : (names.get(smallGroup) ?? null),
	}));
	return { of: { what: "group" as const, id, zh: group.name, en: group.name }, roster, ticked: null };
}

/** By name, as the register is: the key is made of readings, so that 张 stands before 章. */
const sorted = <Row extends { sort: string }>(rows: readonly Row[]) =>
	[...rows].sort((one, other) => (one.sort < other.sort ? -1 : 1));
