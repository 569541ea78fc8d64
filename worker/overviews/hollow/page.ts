import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { type Day, yearOf } from "../../values/day";
import { quietCounts } from "../rules";
import { isHollow, lacksOf } from "./rules";
import { hollowCounts, idleMembers, mostListed, quietBelow, registerOnlyBelow } from "./store";

type Inside = { db: Database; place: Place; today: Day };

/** What looks hollow below a place in a year: associations by what their year lacks, and members who are names only. */
export async function hollowPage({ db, place, today }: Inside, year: number, most = mostListed) {
	const [[counts], quiet, names] = await db.batch([
		hollowCounts(db, place, year, today),
		quietBelow(db, place, year, today, most),
		registerOnlyBelow(db, place, year, most),
	]);
	const leads = (counts?.below ?? 0) > 0;
	// In winter the year has hardly begun: nobody is called hollow for it.
	const watches = leads && quietCounts(year, today);
	return {
		year,
		thisYear: yearOf(today),
		leads,
		watches,
		counts: {
			quiet: watches ? (counts?.quiet ?? 0) : 0,
			hollow: watches ? (counts?.hollow ?? 0) : 0,
			registerOnly: leads ? (counts?.register_only ?? 0) : 0,
		},
		quiet: (watches ? quiet.slice(0, most) : []).map((row) => {
			const lacking = lacksOf(row);
			const { id, name, above, status, members } = row;
			return { id, name, above, status, members, lacks: lacking, hollow: isHollow(lacking) };
		}),
		moreQuiet: watches && quiet.length > most,
		names: (leads ? names.slice(0, most) : []).map(({ register_only: registerOnly, ...row }) => ({
			...row,
			registerOnly,
		})),
		moreNames: leads && names.length > most,
	};
}

/** The members of an association who are on its register only, with the last year that each of them paid. */
export async function registerOnlyPage({ db, place, today }: Inside, most: number) {
	const found = await idleMembers(db, place, today, most + 1);
	return {
		thisYear: yearOf(today),
		more: found.length > most,
		members: found.slice(0, most).map(({ id, name, telephone, from_day: fromDay, paid }) => ({
			...{ id, name, telephone, fromDay },
			lastPaid: lastYearOf(paid),
		})),
	};
}

function lastYearOf(paid: string): number | null {
	const years = Object.keys(JSON.parse(paid) as Record<string, number>).map(Number);
	return years.length > 0 ? Math.max(...years) : null;
}
