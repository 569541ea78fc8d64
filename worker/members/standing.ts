import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, run } from "../tables/database";
import { type Day, yearOf } from "../values/day";

/**
 * The statement that recounts an organisation's members of one year from its memberships; it goes into every batch that
 * changes one, so the kept figures can't drift. Members are those of the year's last day, or of today in this year.
 */
export function recountMembers(db: Database, place: Pick<Place, "id">, today: Day, year = yearOf(today)) {
	return run(
		db,
		sql`${figuresFor(sql`${place.id}`, today, year)} where organisation = ${place.id} ${orReplace}`,
	);
}

/**
 * The same for every organisation at once: on 1 January nobody has written yet, and a departure dated ahead takes effect
 * without anybody writing. It goes into the nightly job.
 */
export function recountEveryMember(db: Database, today: Day) {
	const all = figuresFor(sql`organisation`, today, yearOf(today));
	return run(db, sql`${all} where true group by organisation ${orReplace}`);
}

function figuresFor(organisation: SQL, today: Day, year: number): SQL {
	const [first, next] = [`${year}-01-01`, `${year + 1}-01-01`];
	const last = year === yearOf(today) ? today : `${year}-12-31`;
	return sql`insert into standing (organisation, year, opening, joined, departed, members, women, owing)
		select ${organisation}, ${year},
			coalesce(sum(from_day < ${first} and (to_day is null or to_day >= ${first})), 0),
			coalesce(sum(from_day >= ${first} and from_day < ${next} and from_day <= ${last}), 0),
			coalesce(sum(to_day >= ${first} and to_day < ${next} and to_day <= ${last}), 0),
			coalesce(sum(from_day <= ${last} and (to_day is null or to_day > ${last})), 0),
			coalesce(sum(from_day <= ${last} and (to_day is null or to_day > ${last}) and person.sex = 'female'), 0),
			count(distinct case when kind <> 'honorary' and from_day < ${next} and (to_day is null or to_day > ${first}) then person end)
		from membership join person on person.id = membership.person`;
}

const orReplace = sql`on conflict (organisation, year) do update set opening = excluded.opening, joined = excluded.joined,
	departed = excluded.departed, members = excluded.members, women = excluded.women, owing = excluded.owing`;
