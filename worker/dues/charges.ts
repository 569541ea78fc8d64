import { and, desc, eq, sql } from "drizzle-orm";
import { rateIn, recountPaid } from "../funds/paid";
import type { Place } from "../http/door";
import { recountYears } from "../members/standing";
import { type Database, run } from "../tables/database";
import { duesRun } from "../tables/dues";
import type { Day } from "../values/day";
import type { NewRun } from "./input";

/** The yearly runs, the latest first, each with how many it charged and how much. */
export function runsOf(db: Database, place: Place) {
	const { id, year, day, people, sum } = duesRun;
	return db
		.select({ id, year, day, people, sum })
		.from(duesRun)
		.where(eq(duesRun.organisation, place.id))
		.orderBy(desc(duesRun.year), desc(duesRun.day))
		.limit(40);
}

/**
 * Fixes what each member owes for a year, with the facts behind the amount; run again, it adds only what is missing. Charged is
 * whoever was a member on a day of the year and was neither let off nor paid up where they came from. The run's key stops a second copy.
 */
export function charge(
	db: Database,
	place: Place,
	{ id, year }: NewRun,
	by: { by: string; madeFrom: string },
	today: Day,
) {
	const [first, next] = [`${year}-01-01`, `${year + 1}-01-01`];
	const key = `$."${year}"`;
	const owing = sql`select person, kind, ${rateIn(sql`${place.id}`, sql`kind`, sql`${String(year)}`)} as rate from membership
		where organisation = ${place.id} and kind <> 'honorary' and from_day < ${next} and (to_day is null or to_day > ${first})
			and json_extract(carried, ${key}) is null and (went_to is null or to_day >= ${next})
			and coalesce(json_extract(dues, ${`${key}.waived`}), '') <> 'exempt'
			and not exists (select 1 from charge where charge.organisation = ${place.id} and charge.person = membership.person and charge.year = ${year})
		group by person`;
	const missing = sql`from (${owing}) where rate ->> 0 > 0`;
	return db.batch([
		run(
			db,
			sql`insert into dues_run (organisation, id, year, day, people, sum, made_by, made_from)
			select ${place.id}, ${id}, ${year}, ${today}, count(*), coalesce(sum(rate ->> 0), 0), ${by.by}, ${by.madeFrom} ${missing}`,
		),
		run(
			db,
			sql`insert into charge (organisation, person, year, amount, facts, run)
			select ${place.id}, person, ${year}, rate ->> 0, json_object('kind', kind, 'since', rate ->> 1, 'rate', rate ->> 2), ${id} ${missing}`,
		),
		recountPaid(
			db,
			place,
			sql`(select person from charge where organisation = ${place.id} and year = ${year} and run = ${id})`,
		),
		recountYears(db, place, today, first),
	]);
}

/** What the run under an id was made from. */
export async function chargedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const [known] = await db
		.select({ madeFrom: duesRun.madeFrom })
		.from(duesRun)
		.where(and(eq(duesRun.organisation, place.id), eq(duesRun.id, id)));
	return known?.madeFrom;
}
