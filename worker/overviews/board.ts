import { and, eq, type SQL, sql } from "drizzle-orm";
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
	const insert = ({ name, organisation, below }: typeof rows, isOwn: SQL, group: SQL) =>
		run(
			db,
			sql`insert into board (parent, year, name, organisation, below, quiet, members, owing, paid, held, months, strata, at)
			select child.parent, ${year}, ${name}, ${organisation}, ${below},
				coalesce(sum(${isQuiet(year)}), 0),
				coalesce(sum(members), 0), coalesce(sum(owing), 0), coalesce(sum(paid), 0), coalesce(sum(held), 0),
				json_array(${monthSums()}),
				json_group_array(json_array(survey_satisfied, survey_answered, survey_adults, survey_target, ${isOwn}))
					filter (where survey_answered is not null and survey_target is not null),
				${nowInSeconds()}
			from organisation as child
			join organisation as one on one.path >= child.path and one.path < substr(child.path, 1, length(child.path) - 1) || '0'
				and ${isCounted(sql`one`)}
			left join standing on standing.organisation = one.id and standing.year = ${year}
			left join activity_year on activity_year.organisation = one.id and activity_year.year = ${year}
			where ${under} group by ${group}`,
		);
	return db.batch([
		run(db, sql`delete from board where year = ${year} and ${theirs}`),
		insert(rows, own, sql`child.id`),
		insert(whole, sql`${own} and ${leads}`, sql`child.parent`),
	]);
}

function monthSums() {
	const sums = Array.from({ length: 12 }, (_, month) => ours(`coalesce(sum(months ->> ${month}), 0)`));
	return sql.join(sums, sql`, `);
}
