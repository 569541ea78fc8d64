import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, ours, rows, run } from "../../tables/database";
import { seatBoard } from "../../tables/seats";
import { isCounted } from "../../tables/tree";
import { type Day, nowInSeconds, yearOf } from "../../values/day";
import { ageBands } from "./people";
import { type CouncilPost, type SeatState, seatStates } from "./rules";
import { postOrder, withSeats } from "./store";

/** How many rows a board shows, and how many seats a page of its list. */
export const rowsOfSeatBoard = 60;
export const pageOfSeats = 60;
/** How many seats a file of the list holds. */
export const fileOfSeats = 3000;

/** The board of a place: first the whole under no name, then a row each by name, and one more than are shown. */
export function seatBoardOf(db: Database, place: Pick<Place, "id">) {
	const { seats: _, parent: __, ...figures } = seatBoard;
	const { organisation, name, councils, filled, soon, over, vacant, beyond, people, at } = figures;
	return db
		.select({ organisation, name, councils, filled, soon, over, vacant, beyond, people, at })
		.from(seatBoard)
		.where(eq(seatBoard.parent, place.id))
		.orderBy(asc(seatBoard.name))
		.limit(rowsOfSeatBoard + 2);
}

export type SeatBoardRow = Awaited<ReturnType<typeof seatBoardOf>>[number];

/** A seat of a board's list; several vacant ones of a post in one council are one. */
export type ListedSeat = {
	organisation: string;
	place: string;
	post: CouncilPost;
	holder: string | null;
	name: string | null;
	fromDay: Day | null;
	dueDay: Day | null;
	state: SeatState;
	seats: number;
};

/** What of a board is listed: a state, a post, under one of its rows; all of it when left out. */
export type Wanted = { state: SeatState | null; post: CouncilPost | null; under: string | null };

/** The seats behind a figure of a board, as they were counted: the same snapshot. One more than a page. */
export function seatsListed(
	db: Database,
	place: Pick<Place, "id">,
	wanted: Wanted,
	from: number,
	most: number,
) {
	const { state, post, under } = wanted;
	const all = [
		sql`seat_board.parent = ${place.id} and seat_board.name <> ''`,
		...(under ? [sql`seat_board.organisation = ${under}`] : []),
		...(post ? [sql`one.value ->> 2 = ${post}`] : []),
	];
	const source = state
		? sql`json_each(seat_board.seats, ${`$.${state}`}) as one`
		: sql`json_each(seat_board.seats) as kind join json_each(kind.value) as one`;
	return rows<ListedSeat>(
		db,
		sql`select one.value ->> 0 as organisation, one.value ->> 1 as place, one.value ->> 2 as post, one.value ->> 4 as holder,
			person.name as name, one.value ->> 5 as fromDay, one.value ->> 6 as dueDay, one.value ->> 7 as state,
			one.value ->> 8 as seats
		from seat_board join ${source} left join person on person.id = one.value ->> 3
		where ${sql.join(all, sql` and `)}
		limit cast(${most + 1} as integer) offset cast(${from} as integer)`,
	);
}

/** When a row of a board was made, and its name; nothing for what isn't directly below. */
export function seatRowOf(db: Database, place: Pick<Place, "id">, under: string | null) {
	return db
		.select({ name: seatBoard.name, at: seatBoard.at })
		.from(seatBoard)
		.where(
			and(eq(seatBoard.parent, place.id), under ? eq(seatBoard.organisation, under) : eq(seatBoard.name, "")),
		)
		.limit(1);
}

/**
 * Makes the boards of seats anew: of one place, or of every place that has others below it. Counts and lists come of one select
 * of the same seats; all of it happens in the database.
 */
export function renewSeatBoard(db: Database, today: Day, place: Pick<Place, "id" | "path"> | null) {
	const theirs = place ? sql`parent = ${place.id}` : sql`true`;
	// A place with nobody below it gets its empty whole, so that it is not looked for again.
	const whole = place ? sql`${place.id}` : sql`seat_board.parent`;
	const scope = place
		? sql`${isCounted()} and path > ${place.path} and path < substr(${place.path}, 1, length(${place.path}) - 1) || '0'`
		: isCounted();
	return db.batch([
		run(db, sql`delete from seat_board where ${theirs}`),
		run(
			db,
			sql`insert into seat_board (parent, name, organisation, councils, filled, soon, over, vacant, beyond, seats, people, at)
			${withSeats(scope, today)}, under as materialized (
				select child.parent as above, child.name as row_name, child.id as child, one.name as place, state.*
				from state cross join organisation as one on one.id = state.organisation
				cross join json_each('["' || replace(rtrim(state.path, '/'), '/', '","') || '"]') as step
				cross join organisation as child on child.id = step.value
				where child.${place ? theirs : sql`parent is not null`}
			), figures as (${peopleOf(today)}), people as (
				select above, child, json_group_object(post, json(of)) as of from figures group by above, child
			), figured as (
				select above, row_name, child, count(distinct organisation) as councils, ${sumsOf()},
					json_object(${seatsByState()}) as seats
				from under group by above, row_name, child
			)
			select figured.above, row_name, figured.child, councils, filled, soon, over, vacant, beyond, seats,
				coalesce(people.of, '{}'), ${nowInSeconds()}
			from figured left join people on people.above = figured.above and people.child = figured.child`,
		),
		run(
			db,
			sql`insert into seat_board (parent, name, organisation, councils, filled, soon, over, vacant, beyond, seats, people, at)
			select ${whole}, '', ${whole}, ${sums("councils", "filled", "soon", "over", "vacant", "beyond")}, '{}',
				coalesce((select json_group_object(post, json(of)) from (
					select key as post, json_object(${peopleSums()}) as of
					from seat_board as row join json_each(row.people) where row.parent = ${whole} and row.name <> ''
					group by key)), '{}'), ${nowInSeconds()}
			from seat_board where ${theirs} ${place ? sql`` : sql`group by parent`}`,
		),
	]);
}

const sums = (...columns: string[]) => ours(columns.map((one) => `coalesce(sum(${one}), 0)`).join(", "));

/** The seats themselves by state, so that a list of one state passes over no other. */
function seatsByState(): SQL {
	const one = sql`json_array(organisation, place, post, person, holder, from_day, due_day, state, seats)`;
	const order = sql`path, ${postOrder}, from_day, holder`;
	return sql.join(
		seatStates.map(
			(state) => sql`${state}, json_group_array(${one} order by ${order}) filter (where state = ${state})`,
		),
		sql`, `,
	);
}

/** How many seats are in each state, in the order of the columns. */
function sumsOf(): SQL {
	return sql.join(
		seatStates.map((state) => sql`coalesce(sum(seats) filter (where state = ${state}), 0) as ${ours(state)}`),
		sql`, `,
	);
}

/** What holders are, by row of the board and post; as worker/officers/seats/people.ts counts them. */
function peopleOf(today: Day): SQL {
	const age = sql`cast(${yearOf(today)} as integer) - birth_year`;
	const bands = ageBands.map((most, place) => {
		const above = place === 0 ? sql`true` : sql`${age} > cast(${ageBands[place - 1]} as integer)`;
		return sql`coalesce(sum(${above} and ${age} <= cast(${most} as integer)), 0)`;
	});
	return sql`select above, child, post, json_object('people', count(*), 'women', sum(sex is 'female'),
			'sexKnown', sum(sex is not null), 'fullTime', sum(full_time),
			'ages', json_array(${sql.join(bands, sql`, `)}, sum(birth_year is null))) as of
		from under cross join person on person.id = under.person group by above, child, post`;
}

/** The same, added up. */
function peopleSums(): SQL {
	const names = ["people", "women", "sexKnown", "fullTime"];
	const plain = names.map((name) => `'${name}', sum(value ->> '${name}')`).join(", ");
	const ages = Array.from({ length: ageBands.length + 1 }, (_, place) => `sum(value ->> '$.ages[${place}]')`);
	return ours(`${plain}, 'ages', json_array(${ages.join(", ")})`);
}
