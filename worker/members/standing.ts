import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, run } from "../tables/database";
import { type Day, yearOf } from "../values/day";

/**
 * The statement that recounts an organisation's members from its memberships: this year's, and every kept year's from
 * `since` on. It goes into every batch that changes one, or what it has paid, so the kept figures can't drift. Members are those of the year's
 * last day, or of today in this year.
 * @param since the earliest day that the change touches
 */
export function recountMembers(db: Database, place: Pick<Place, "id">, today: Day, since: Day) {
	const years = sql`(select ${thisYear(today)} as year union select year from standing
		where organisation = ${place.id} and year >= ${yearOf(since)} and year < ${yearOf(today)})`;
	return run(
		db,
		figuresOf(
			sql`${years} as kept left join membership on organisation = ${place.id}`,
			sql`${place.id}`,
			today,
		),
	);
}

/**
 * The same for every organisation at once, this year and the last: on 1 January nobody has written yet, a departure dated
 * ahead takes effect without anybody writing, and an entry dated back may have begun a year's row without members in it.
 * It goes into the nightly job.
 */
export function recountEveryMember(db: Database, today: Day) {
	const years = sql`(select id as place, ${thisYear(today)} as year from organisation
		union select organisation, year from standing where year = ${thisYear(today)} - 1)`;
	return run(
		db,
		figuresOf(sql`${years} as kept join membership on organisation = kept.place`, sql`kept.place`, today),
	);
}

// D1 binds a number as a real one; joined to text it would read 2026.0.
const thisYear = (today: Day) => sql`cast(${yearOf(today)} as integer)`;

function figuresOf(source: SQL, organisation: SQL, today: Day): SQL {
	const first = sql`(kept.year || '-01-01')`;
	const next = sql`((kept.year + 1) || '-01-01')`;
	const last = sql`min(${today}, kept.year || '-12-31')`;
	const onLast = sql`from_day <= ${last} and (to_day is null or to_day > ${last})`;
	return sql`insert into standing (organisation, year, opening, joined, departed, members, women, owing, paid)
		select ${organisation}, kept.year,
			coalesce(sum(from_day < ${first} and (to_day is null or to_day >= ${first})), 0),
			coalesce(sum(from_day >= ${first} and from_day < ${next} and from_day <= ${last}), 0),
			coalesce(sum(to_day >= ${first} and to_day < ${next} and to_day <= ${last}), 0),
			coalesce(sum(${onLast}), 0),
			coalesce(sum(${onLast} and person.sex = 'female'), 0),
			count(distinct case when membership.kind <> 'honorary' and from_day < ${next}
				and (to_day is null or to_day > ${first}) then membership.person end),
			count(distinct case when membership.kind <> 'honorary' and from_day < ${next}
				and (to_day is null or to_day > ${first}) and json_extract(paid, '$."' || kept.year || '"') is not null
				then membership.person end)
		from ${source} left join person on person.id = membership.person where true
		group by ${organisation}, kept.year
		on conflict (organisation, year) do update set opening = excluded.opening, joined = excluded.joined,
			departed = excluded.departed, members = excluded.members, women = excluded.women, owing = excluded.owing, paid = excluded.paid`;
}
