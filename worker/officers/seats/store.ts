import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, rows } from "../../tables/database";
import type { Sex } from "../../tables/ground";
import type { Day } from "../../values/day";
import { type CouncilPost, councilPosts, type SeatState, soonBy } from "./rules";

// Fixed words of our own: nothing typed comes near this SQL.
const councilList = sql.raw(councilPosts.map((post) => `'${post}'`).join(", "));

/** Whether a post is one of a council's. */
export const ofCouncil = (post: SQL) => sql`${post} in (${councilList})`;

/**
 * How every seat of some organisations stands on a day: the beginning of a statement, which then selects from `state`
 * (organisation, path, post, holder, person, from_day, to_day, full_time, due_day, seats, state). Every count and every list of
 * seats begins so. It says what seats/rules.ts says, and a test holds the two together.
 * @param scope which rows of `organisation`
 */
export function withSeats(scope: SQL, day: Day): SQL {
	return sql`with council as (
		select id as organisation, path, kind,
			(select due_day from term where term.organisation = organisation.id and from_day <= ${day}
				order by from_day desc limit 1) as due_day
		from organisation where ${scope}
	), rule as (
		select kind, post, max(from_day), seats, full_time from seat
		where kind in (select kind from council) and from_day <= ${day} group by kind, post
	), held as (
		select holder.organisation, holder.post, holder.id as holder, person, from_day, to_day, full_time,
			row_number() over (partition by holder.organisation, post order by from_day, id) as place
		from council cross join holder on holder.organisation = council.organisation
		where ${ofCouncil(sql`post`)} and from_day <= ${day} and (to_day is null or to_day > ${day})
	), taken as (
		select organisation, post, count(*) as holders from held group by organisation, post
	), state as (
		select council.organisation, path, held.post, holder, person, from_day, to_day, held.full_time, due_day, 1 as seats,
			case when place > rule.seats then 'beyond'
				when due_day < ${day} then 'over'
				when due_day <= ${soonBy(day)} or to_day <= ${soonBy(day)} then 'soon'
				else 'filled' end as state
		from council join held on held.organisation = council.organisation
		left join rule on rule.kind = council.kind and rule.post = held.post
		union all
		select council.organisation, path, rule.post, null, null, null, null, null, due_day,
			rule.seats - coalesce(holders, 0), 'vacant'
		from council join rule on rule.kind = council.kind
		left join taken on taken.organisation = council.organisation and taken.post = rule.post
		where rule.seats > coalesce(holders, 0)
	)`;
}

/** A seat with whoever holds it; several vacant ones of a post are one row. */
export type SeatRow = {
	post: CouncilPost;
	state: SeatState;
	seats: number;
	holder: string | null;
	person: string | null;
	name: string | null;
	sex: Sex | null;
	birthYear: number | null;
	fromDay: Day | null;
	toDay: Day | null;
	fullTime: number | null;
	signsIn: number | null;
};

const postOrder = sql.raw(
	`case post ${councilPosts.map((post, place) => `when '${post}' then ${place}`).join(" ")} end`,
);

/** Every seat of a place on a day, in the order of the posts. */
export function seatsOf(db: Database, place: Pick<Place, "id">, day: Day) {
	return rows<SeatRow>(
		db,
		sql`${withSeats(sql`id = ${place.id}`, day)}
		select post, state, seats, holder, person, name, sex, birth_year as birthYear, from_day as fromDay, to_day as toDay,
			full_time as fullTime, exists (select 1 from session where session.person = state.person) as signsIn
		from state left join person on person.id = state.person
		order by ${postOrder}, state = 'vacant', from_day, holder`,
	);
}

/** How many seats of a place are in each state on a day, by post: the same rows, without the people. */
export function seatCounts(db: Database, place: Pick<Place, "id">, day: Day) {
	return rows<{ post: CouncilPost; state: SeatState; seats: number }>(
		db,
		sql`${withSeats(sql`id = ${place.id}`, day)}
		select post, state, sum(seats) as seats from state group by post, state order by ${postOrder}`,
	);
}

/**
 * Whether a post may be taken from a day on, as a condition inside the statement that takes it: on no day from then would it be
 * held beyond its seats. Of two who elect into the last seat at once, the second finds this false.
 */
export function seatFree(organisation: SQL, post: SQL, day: Day): SQL {
	const theirs = sql`organisation = ${organisation} and post = ${post}`;
	return sql`not exists (
		select 1 from (select ${day} as day union select from_day from holder where ${theirs} and from_day > ${day}) as point
		where (select count(*) from holder where ${theirs}
				and from_day <= point.day and (to_day is null or to_day > point.day))
			>= (select seats from seat where kind = (select kind from organisation where id = ${organisation})
				and seat.post = ${post} and from_day <= point.day order by from_day desc limit 1)
	)`;
}
