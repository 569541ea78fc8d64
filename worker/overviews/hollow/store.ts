import { sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { isRegisterOnly } from "../../members/register-only";
import { within } from "../../organisations/then";
import { type Database, rows } from "../../tables/database";
import type { Status } from "../../tables/ground";
import { isCounted } from "../../tables/tree";
import { type Day, yearOf } from "../../values/day";
import { dayOfYear, isQuiet, lacksActivity, lacksAnswers, lacksDues, lacksOfficer } from "./quiet";
import type { YearLacking } from "./rules";

/** How many rows each list of the page shows, and a file of them holds. */
export const mostListed = 60;
export const mostInFile = 3000;
/** A village's names stand on one page, as its account book does. */
export const mostNames = 500;

export type QuietRow = YearLacking & {
	id: string;
	name: string;
	status: Status;
	above: string | null;
	members: number;
};

const under = (place: Place, year: number) => sql`from organisation as one
	left join standing on standing.organisation = one.id and standing.year = ${year}
	left join activity_year on activity_year.organisation = one.id and activity_year.year = ${year}
	where ${within(sql`one.path`, place)}`;

/** The associations below a place whose year has seen nothing, those without anybody in post first; one more than asked for. */
export function quietBelow(db: Database, place: Place, year: number, today: Day, most: number) {
	const noOfficer = lacksOfficer(dayOfYear(year, today));
	return rows<QuietRow>(
		db,
		sql`select one.id, one.name, one.status, (select name from organisation as up where up.id = one.parent) as above,
			coalesce(standing.members, 0) as members, ${lacksActivity} as no_activity, ${lacksDues(year)} as no_dues,
			${lacksAnswers(year)} as no_answers, ${noOfficer} as no_officer
		${under(place, year)} and ${isQuiet(year)} order by no_officer desc, one.path limit ${most + 1}`,
	);
}

/** How many there are of them, and how many members on the register only; the kept figures of each organisation's year. */
export function hollowCounts(db: Database, place: Place, year: number, today: Day) {
	return rows<{ below: number; quiet: number; hollow: number; register_only: number }>(
		db,
		sql`select coalesce(sum(below), 0) as below, coalesce(sum(quiet), 0) as quiet, coalesce(sum(case when quiet then no_officer end), 0) as hollow,
			coalesce(sum(register_only), 0) as register_only
		from (select one.id <> ${place.id} and ${isCounted(sql`one`)} as below, ${isQuiet(year)} as quiet, ${lacksOfficer(dayOfYear(year, today))} as no_officer,
			case when ${isCounted(sql`one`)} then register_only end as register_only ${under(place, year)})`,
	);
}

export type NamesOnly = {
	id: string;
	name: string;
	above: string | null;
	members: number;
	register_only: number;
};

/** The associations below a place with members on the register only, those with the most first. */
export function registerOnlyBelow(db: Database, place: Place, year: number, most: number) {
	return rows<NamesOnly>(
		db,
		sql`select one.id, one.name, (select name from organisation as up where up.id = one.parent) as above, members, register_only
		${under(place, year)} and ${isCounted(sql`one`)} and register_only > 0
		order by register_only desc, one.path limit ${most + 1}`,
	);
}

export type IdleMember = {
	id: string;
	name: string;
	telephone: string | null;
	from_day: string;
	paid: string;
};

/** The members of this very organisation who are on its register only, by name. */
export function idleMembers(db: Database, place: Place, today: Day, most: number) {
	const year = sql`cast(${yearOf(today)} as integer)`;
	return rows<IdleMember>(
		db,
		sql`select person.id, person.name, person.telephone, from_day, paid from membership
		join person on person.id = membership.person
		where membership.organisation = ${place.id} and ${isRegisterOnly(sql`${place.id}`, year, sql`${today}`)}
		order by sort limit ${most}`,
	);
}
