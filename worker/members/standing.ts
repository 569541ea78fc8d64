import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, ours, run } from "../tables/database";
import { type Day, yearOf } from "../values/day";
import { isRegisterOnly } from "./register-only";

/**
 * The statements that recount an organisation's members from its memberships: the years' figures, and the days on which
 * there were more or fewer. They go into every batch that changes one, so what is kept can't drift.
 * @param since the earliest day that the change touches
 */
export function recountMembers(db: Database, place: Pick<Place, "id">, today: Day, since: Day) {
	const theirs = sql`(select ${place.id} as id)`;
	return [recountYears(db, place, today, since), run(db, daysOf(theirs))] as const;
}

/** Figures of another room for one year, which stand in the same row: written along, they cost no row of their own. */
export type Along = { year: number; columns: readonly { name: string; value: SQL }[] };

/**
 * The statement that recounts an organisation's years: this one, and every kept one from `since` on. Alone it goes into every
 * batch that changes what members have paid. Members are those of the year's last day, or of today in this year.
 */
export function recountYears(db: Database, place: Pick<Place, "id">, today: Day, since: Day, along?: Along) {
	const years = sql`(select ${thisYear(today)} as year union select year from standing
		where organisation = ${place.id} and year >= ${yearOf(since)} and year < ${yearOf(today)}
		${along ? sql`union select cast(${along.year} as integer)` : sql``})`;
	return run(
		db,
		figuresOf(
			sql`${years} as kept left join membership on organisation = ${place.id}`,
			sql`${place.id}`,
			today,
			(year: SQL) => sql`${year} = ${thisYear(today)}`,
			along,
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
	const figures = figuresOf(
		sql`${years} as kept join membership on organisation = kept.place`,
		sql`kept.place`,
		today,
		() => sql`true`,
	);
	return db.batch([run(db, figures), run(db, daysOf(sql`organisation`))]);
}

// D1 binds a number as a real one; joined to text it would read 2026.0.
const thisYear = (today: Day) => sql`cast(${yearOf(today)} as integer)`;

/** @param judged of which years it is told anew who is on the register only; of the others what was told at night stands */
function figuresOf(
	source: SQL,
	organisation: SQL,
	today: Day,
	judged: (year: SQL) => SQL,
	along: Along = { year: 0, columns: [] },
): SQL {
	const listed = (of: (column: Along["columns"][number]) => SQL) =>
		along.columns.length > 0 ? sql`, ${sql.join(along.columns.map(of), sql`, `)}` : sql``;
	const isTheirs = (year: SQL) => sql`${year} = ${along.year}`;
	const first = sql`(kept.year || '-01-01')`;
	const next = sql`((kept.year + 1) || '-01-01')`;
	const last = sql`min(${today}, kept.year || '-12-31')`;
	const onLast = sql`from_day <= ${last} and (to_day is null or to_day > ${last})`;
	const year = sql`'$."' || kept.year || '"'`;
	const hasPaid = sql`json_extract(paid, ${year}) is not null`;
	// A year paid where somebody came from isn't asked again; one that isn't paid is asked where they went.
	const exempt = sql`coalesce(json_extract(dues, ${year} || '.waived'), '') = 'exempt'`;
	const owes = sql`(membership.kind <> 'honorary' and (not ${exempt} or ${hasPaid}) and from_day < ${next} and (to_day is null or to_day > ${first})
		and json_extract(carried, ${year}) is null and (went_to is null or to_day >= ${next} or ${hasPaid}))`;
	return sql`insert into standing (organisation, year, opening, joined, departed, members, women, owing, paid, register_only
			${listed(({ name }) => sql`${ours(name)}`)})
		select ${organisation}, kept.year,
			coalesce(sum(from_day < ${first} and (to_day is null or to_day >= ${first})), 0),
			coalesce(sum(from_day >= ${first} and from_day < ${next} and from_day <= ${last}), 0),
			coalesce(sum(to_day >= ${first} and to_day < ${next} and to_day <= ${last}), 0),
			coalesce(sum(${onLast}), 0),
			coalesce(sum(${onLast} and person.sex = 'female'), 0),
			count(distinct case when ${owes} then membership.person end),
			count(distinct case when ${owes} and ${hasPaid} then membership.person end),
			coalesce(sum(case when ${judged(sql`kept.year`)} then ${isRegisterOnly(organisation, sql`kept.year`, last)} else 0 end), 0)
			${listed(({ value }) => sql`case when ${isTheirs(sql`kept.year`)} then ${value} else 0 end`)}
		from ${source} left join person on person.id = membership.person where true
		group by ${organisation}, kept.year
		on conflict (organisation, year) do update set opening = excluded.opening, joined = excluded.joined,
			departed = excluded.departed, members = excluded.members, women = excluded.women, owing = excluded.owing, paid = excluded.paid,
			register_only = case when ${judged(sql`excluded.year`)} then excluded.register_only else standing.register_only end
			${listed(({ name }) => sql`${ours(name)} = case when ${isTheirs(sql`excluded.year`)} then excluded.${ours(name)} else standing.${ours(name)} end`)}`;
}

/**
 * What an organisation comes to from each day on which a membership begins or ends there, the latest first: whoever asks for
 * a day reads up to the first that isn't later. `to_day` is the first day on which one no longer holds. A row that stays as
 * it was isn't written.
 */
function daysOf(places: SQL): SQL {
	const woman = sql`coalesce(person.sex = 'female', 0)`;
	return sql`insert into membership_days (organisation, days)
		select place, json_group_array(json_array(day, members, women) order by day desc)
			filter (where day is not null and (more <> 0 or women_more <> 0))
		from (select place, day, sum(step) as more, sum(step * woman) as women_more,
			sum(sum(step)) over the_days as members, sum(sum(step * woman)) over the_days as women
			from (select one.id as place, from_day as day, 1 as step, ${woman} as woman
				from ${places} as one left join membership on organisation = one.id left join person on person.id = membership.person
			union all select one.id, to_day, -1, ${woman}
				from ${places} as one join membership on organisation = one.id and to_day is not null
				join person on person.id = membership.person)
			group by place, day window the_days as (partition by place order by day))
		where true group by place
		on conflict (organisation) do update set days = excluded.days where days <> excluded.days`;
}
