import { handedIn } from "../../activities/handed-out/input";
import { activitiesOf, activityYearOf } from "../../activities/report/store";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import * as store from "./store";
import { linesOfBook, mostInBook } from "./store";

type Inside = { db: Database; place: Place; today: Day };

/** The most activities a book of a year holds. */
const mostActivities = 1000;

/** The register book: a section for each group, one for those in none, one for those who left this year. */
export async function memberBook({ db, place, today }: Inside) {
	const [lines, groups, below] = await db.batch([
		linesOfBook(db, place, today),
		store.groupsOfBook(db, place, today),
		store.booksBelow(db, place, today),
	]);
	const shown = lines.slice(0, mostInBook);
	const members = shown.filter(({ toDay }) => toDay === null || toDay > today);
	const known = new Set(groups.map(({ id }) => id));
	const inGroup = (id: string) => members.filter(({ group }) => group === id);
	const sections = [
		...groups.map(({ id, name, leader }) => ({ of: "group" as const, name, leader, lines: inGroup(id) })),
		{
			...{ of: groups.length > 0 ? ("others" as const) : ("all" as const), name: null, leader: null },
			lines: members.filter(({ group }) => group === null || !known.has(group)),
		},
		{
			...{ of: "departed" as const, name: null, leader: null },
			lines: shown.filter(({ toDay }) => toDay !== null && toDay <= today),
		},
	];
	return {
		members: members.length,
		more: lines.length > shown.length,
		sections: sections.filter((section) => section.lines.length > 0),
		below,
	};
}

/** A year's activities as a book, the first one first. */
export async function activityBook({ db, place }: Inside, year: number) {
	const [rows, [figures]] = await db.batch([
		activitiesOf(db, place, year, null, mostActivities),
		activityYearOf(db, place, year),
	]);
	const { held = 0, heads = 0, cost = 0 } = figures ?? {};
	return {
		year,
		held,
		heads,
		cost,
		activities: rows
			.slice(0, mostActivities)
			.filter(({ counts }) => counts === 1)
			.map((one) => ({ ...one, handedOut: handedIn(one.handedOut) }))
			.reverse(),
	};
}
