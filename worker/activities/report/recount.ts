import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, ours, run } from "../../tables/database";

/**
 * Whether `a`, a row of activity, counts: it was recorded after it had been held, or was announced and is known to have been,
 * by what was told of it or by who came. A day that has passed proves nothing.
 */
export const wasHeld = sql`(a.announced_on is null or ((a.heads is not null or a.outcome is not null or a.came <> '[]')
	and not exists (select 1 from cancellation where organisation = a.organisation and activity = a.id)))`;

/** Those who hold an activity: the organisation that put it down, and those that hold it together with it. */
export const holdersOf = (place: Pick<Place, "id">, activity: string) =>
	sql`select ${place.id} as id union select holder from co_holder where organisation = ${place.id} and activity = ${activity}`;

/** Recounts a place's own year from its activities. */
export const recountYear = (db: Database, place: Pick<Place, "id">, year: number) =>
	recount(db, sql`select ${place.id} as id`, year);

/** Recounts a year of everybody who holds an activity; it goes into every batch that changes one. */
export const recountHolders = (
	db: Database,
	place: Pick<Place, "id">,
	activity: string,
	year: number,
	where: SQL = sql`true`,
) => recount(db, sql`select id from (${holdersOf(place, activity)}) where ${where}`, year);

/** Recounts the year of some organisations, given as a question for their ids. A cost is the host's alone. */
export function recount(db: Database, whose: SQL, year: number) {
	const inYear = sql`a.day >= ${`${year}-01-01`} and a.day < ${`${year + 1}-01-01`}`;
	// Whoever put no head-count down knows how many came by the roll.
	const told = sql`a.organisation, a.id, a.day, coalesce(a.heads, json_array_length(a.came)) as heads, a.handed_out, ${wasHeld} as held`;
	const waits = sql`not all_of.held and not exists (select 1 from cancellation
		where organisation = all_of.organisation and activity = all_of.id)`;
	return run(
		db,
		sql`insert into activity_year (organisation, year, held, heads, cost, days, months, hosted, hosted_months, ahead, handed)
		with who as materialized (${whose}),
		all_of as materialized (
			select who.id as holder, ${told}, a.cost, 1 as own from who cross join activity as a on a.organisation = who.id and ${inYear}
			union all select who.id, ${told}, 0, 0 from who cross join co_holder on co_holder.holder = who.id
				join activity as a on a.organisation = co_holder.organisation and a.id = co_holder.activity and ${inYear})
		select who.id, ${year}, coalesce(sum(held), 0), coalesce(sum(heads * held), 0), coalesce(sum(cost * held), 0),
			json_group_array(distinct day order by day) filter (where held), ${months(sql`held`)},
			coalesce(sum(held and own), 0), ${months(sql`held and own`)},
			json_group_array(json_array(day, organisation, all_of.id) order by day, all_of.id) filter (where ${waits}),
			${things}
		from who left join all_of on all_of.holder = who.id where true group by who.id
		on conflict (organisation, year) do update set held = excluded.held, heads = excluded.heads,
			cost = excluded.cost, days = excluded.days, months = excluded.months,
			hosted = excluded.hosted, hosted_months = excluded.hosted_months, ahead = excluded.ahead, handed = excluded.handed`,
	);
}

/** What `who` handed out at what it put down itself, summed by thing, as JSON. */
const things = sql`(select json_group_array(json_array(thing, unit, amount, lines) order by thing, unit) from (
	select value ->> 'thing' as thing, value ->> 'unit' as unit, sum(value ->> 'amount') as amount, count(*) as lines
	from all_of as mine cross join json_each(mine.handed_out)
	where mine.holder = who.id and mine.own and mine.held group by 1, 2))`;

/** Twelve counts of the rows of a condition, by the month of `day`, as JSON. */
function months(condition: SQL): SQL {
	const counts = Array.from(
		{ length: 12 },
		(_, month) =>
			sql`coalesce(sum(substr(day, 6, 2) = ${ours(`'${String(month + 1).padStart(2, "0")}'`)} and ${condition}), 0)`,
	);
	return sql`json_array(${sql.join(counts, sql`, `)})`;
}
