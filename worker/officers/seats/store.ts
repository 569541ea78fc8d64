import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, ours } from "../../tables/database";
import { holder, person } from "../../tables/ground";
import { seat, term } from "../../tables/seats";
import type { Day } from "../../values/day";
import { councilPosts, soonBy } from "./rules";

const councilList = ours(councilPosts.map((post) => `'${post}'`).join(", "));

/** The posts in their order. */
export const postOrder = ours(
	`case post ${councilPosts.map((post, place) => `when '${post}' then ${place}`).join(" ")} else 9 end`,
);

/** Whether a post is one of a council's. */
export const ofCouncil = (post: SQL) => sql`${post} in (${councilList})`;

/**
 * How every seat of some organisations stands on a day: the beginning of a statement, which then selects from `state`
 * (organisation, path, post, holder, person, from_day, to_day, full_time, due_day, seats, state). A board's counts and
 * lists begin so. It says what seats/rules.ts says, and a test holds the two together.
 * @param scope which rows of `organisation`
 */
export function withSeats(scope: SQL, day: Day): SQL {
	const onDay = sql`from_day <= ${day} and (to_day is null or to_day > ${day})`;
	const called = (kind: SQL, post: SQL) =>
		sql`from seat where seat.kind = ${kind} and seat.post = ${post} and seat.from_day <= ${day}`;
	// Every step is a look-up by a key of what came before, so that a district costs a village so many times over and no more.
	return sql`with council as (
		select id as organisation, path, kind,
			(select due_day from term where term.organisation = organisation.id and from_day <= ${day}
				order by from_day desc limit 1) as due_day
		from organisation where ${scope}
	), held as (
		select council.organisation, path, due_day, holder.post, holder.id as holder, person, from_day, to_day, full_time,
			row_number() over (partition by council.organisation, holder.post order by from_day, id) as place,
			(select seats ${called(sql`council.kind`, sql`holder.post`)} order by from_day desc limit 1) as called
		from council cross join holder on holder.organisation = council.organisation
		where ${ofCouncil(sql`holder.post`)} and ${onDay}
	), lacking as (
		select council.organisation, path, due_day, seat.post,
			seat.seats - (select count(*) from holder where holder.organisation = council.organisation
				and holder.post = seat.post and ${onDay}) as seats
		from council cross join seat on seat.kind = council.kind
		where seat.from_day = (select max(later.from_day) from seat as later
			where later.kind = seat.kind and later.post = seat.post and later.from_day <= ${day})
	), state as (
		select organisation, path, post, holder, person, from_day, to_day, full_time, due_day, 1 as seats,
			case when place > called then 'beyond'
				when due_day < ${day} then 'over'
				when due_day <= ${soonBy(day)} or to_day <= ${soonBy(day)} then 'soon'
				else 'filled' end as state
		from held
		union all
		select organisation, path, post, null, null, null, null, null, due_day, seats, 'vacant'
		from lacking where seats > 0
	)`;
}

/** What seatsOn() needs to know of a place: what its kind calls for, its terms the latest first, who holds or held a post. */
export function factsOfSeats(db: Database, place: Pick<Place, "id" | "kind">) {
	return [rulesOf(db, place), termsOf(db, place), periodsOf(db, place)] as const;
}

/** What a place's kind calls for, ever. */
export function rulesOf(db: Database, place: Pick<Place, "kind">) {
	return db
		.select({ post: seat.post, fromDay: seat.fromDay, seats: seat.seats, fullTime: seat.fullTime })
		.from(seat)
		.where(eq(seat.kind, place.kind));
}

/**
 * The terms of a place, the latest first.
 * @param only the one under this id; none for a forged one
 */
export function termsOf(db: Database, place: Pick<Place, "id">, only?: string) {
	const { id, number, fromDay, dueDay, assembly, document, enteredBefore } = term;
	return db
		.select({ id, number, fromDay, dueDay, assembly, document, enteredBefore })
		.from(term)
		.where(and(eq(term.organisation, place.id), only === undefined ? undefined : eq(term.id, only)))
		.orderBy(desc(term.fromDay))
		.limit(30);
}

export type TermRow = Awaited<ReturnType<typeof termsOf>>[number];

function periodsOf(db: Database, place: Pick<Place, "id">) {
	const { id, post, fromDay, toDay } = holder;
	return db.select({ id, post, fromDay, toDay }).from(holder).where(eq(holder.organisation, place.id));
}

/** The most posts, held now or once, that a page of officers looks at. */
const mostHoldings = 200;

/** Whoever holds or held a post at a place, the latest first, with what a council is made of. */
export function holdingsOf(db: Database, place: Pick<Place, "id">) {
	return db
		.select({
			id: holder.id,
			name: person.name,
			sex: person.sex,
			birthYear: person.birthYear,
			post: holder.post,
			fromDay: holder.fromDay,
			toDay: holder.toDay,
			fullTime: holder.fullTime,
			because: holder.endedBecause,
		})
		.from(holder)
		.innerJoin(person, eq(person.id, holder.person))
		.where(eq(holder.organisation, place.id))
		.orderBy(desc(holder.fromDay))
		.limit(mostHoldings);
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
