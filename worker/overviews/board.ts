import { and, eq, type SQL, sql } from "drizzle-orm";
import { wasHeld } from "../activities/report/recount";
import type { Place } from "../http/door";
import { board } from "../tables/board";
import { type Database, ours, run } from "../tables/database";
import { isCounted } from "../tables/tree";
import { nowInSeconds } from "../values/day";
import { isQuiet } from "./hollow/quiet";

/** How many rows a board shows. */
export const rowsOfBoard = 60;

/** The board of a place in a year: first the whole, then a row each by name, and one more than are shown. */
export function boardOf(db: Database, place: Place, year: number) {
	const { organisation, name, below, quiet, members, owing, paid, held, months, strata, at } = board;
	return db
		.select({ organisation, name, below, quiet, members, owing, paid, held, months, strata, at })
		.from(board)
		.where(and(eq(board.parent, place.id), eq(board.year, year)))
		.orderBy(board.name)
		.limit(rowsOfBoard + 2);
}

export type BoardRow = Awaited<ReturnType<typeof boardOf>>[number];

/**
 * Makes the boards of a year anew from the kept figures: of one place, or of every place that has others below it. All of
 * it happens in the database, since a district has hundreds of associations and the Worker ten milliseconds.
 */
export function renewBoard(db: Database, year: number, place: Pick<Place, "id"> | null) {
	const theirs = place ? sql`parent = ${place.id}` : sql`true`;
	const under = place ? sql`child.parent = ${place.id}` : sql`child.parent is not null`;
	const leads = sql`exists (select 1 from organisation as under where under.parent = one.id)`;
	const rows = {
		name: sql`child.name`,
		organisation: sql`child.id`,
		below: sql`count(*) - sum(one.id = child.id)`,
	};
	// Practice villages and places without an association stand in no row and in no sum; a row that holds nothing else isn't there.
	// The whole stands under no name, so that it comes first and holds what a long board leaves out.
	const whole = { name: sql`''`, organisation: sql`child.parent`, below: sql`count(*)` };
	const own = sql`one.id = child.id`;
	const insert = ({ name, organisation, below }: typeof rows, isOwn: SQL, group: SQL, joinedTo: SQL) =>
		run(
			db,
			sql`insert into board (parent, year, name, organisation, below, quiet, members, owing, paid, held, months, strata, at)
			with joined as materialized (${joinedFrom(year, joinedTo, under)})
			select child.parent, ${year}, ${name}, ${organisation}, ${below},
				coalesce(sum(${isQuiet(year)}), 0),
				coalesce(sum(members), 0), coalesce(sum(owing), 0), coalesce(sum(paid), 0),
				coalesce(sum(hosted), 0) + coalesce(max(joined.together), 0), json_array(${monthSums()}),
				json_group_array(json_array(survey_satisfied, survey_answered, survey_adults, survey_target, ${isOwn}))
					filter (where survey_answered is not null and survey_target is not null),
				${nowInSeconds()}
			from organisation as child
			join organisation as one on one.path >= child.path and one.path < substr(child.path, 1, length(child.path) - 1) || '0'
				and ${isCounted(sql`one`)}
			left join standing on standing.organisation = one.id and standing.year = ${year}
			left join activity_year on activity_year.organisation = one.id and activity_year.year = ${year}
			left join joined on joined.child = ${joinedTo}
			where ${under} group by ${group}`,
		);
	return db.batch([
		run(db, sql`delete from board where year = ${year} and ${theirs}`),
		insert(rows, own, sql`child.id`, sql`child.id`),
		insert(whole, sql`${own} and ${leads}`, sql`child.parent`, sql`child.parent`),
	]);
}

/**
 * What is held together with others by some under a row, and was put down by nobody who counts there: once each, however many of
 * them hold it. What somebody there put down is in `hosted` already.
 */
function joinedFrom(year: number, to: SQL, under: SQL): SQL {
	const counts = Array.from({ length: 12 }, (_, month) =>
		ours(`sum(month = ${month + 1}) as month_${month}`),
	);
	const within = (path: SQL) =>
		sql`${path} >= child.path and ${path} < substr(child.path, 1, length(child.path) - 1) || '0'`;
	const hostThere = sql`exists (select 1 from organisation as host join organisation as child on ${within(sql`host.path`)}
		where host.id = a.organisation and ${isCounted(sql`host`)} and ${to} = top)`;
	return sql`select top as child, count(*) as together, ${sql.join(counts, sql`, `)} from (
		select distinct top, a.organisation, a.id, cast(substr(a.day, 6, 2) as integer) as month from (
			select distinct ${to} as top, co_holder.organisation, co_holder.activity
			from co_holder join organisation as one on one.id = co_holder.holder and ${isCounted(sql`one`)}
			join organisation as child on ${within(sql`one.path`)} where ${under}) as held
		join activity as a on a.organisation = held.organisation and a.id = held.activity
		where a.day >= ${`${year}-01-01`} and a.day < ${`${year + 1}-01-01`} and ${wasHeld} and not ${hostThere})
		group by top`;
}

function monthSums() {
	const sums = Array.from({ length: 12 }, (_, month) =>
		ours(`coalesce(sum(hosted_months ->> ${month}), 0) + coalesce(max(joined.month_${month}), 0)`),
	);
	return sql.join(sums, sql`, `);
}
