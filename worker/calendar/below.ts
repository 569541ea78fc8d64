import { sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { keyDaysIn } from "../plans/key-days/rules";
import { keyDayRules } from "../plans/key-days/store";
import { type Database, rows } from "../tables/database";
import { countsWithin } from "../tables/tree";
import { type Day, yearOf } from "../values/day";
import { daysBelow, type KeptDays, type Span } from "./rules";

/** The most lines that a day lists. */
const mostOnDay = 600;

type Whose = Pick<Place, "id" | "path">;

/**
 * What everybody at and below a place has on its days. Two rows are read for each organisation, however much it holds: its kept figures
 * come as they are, and are counted here, since each day that SQL took out of them would be a row read.
 */
function keptBelow(db: Database, place: Whose, year: number) {
	return rows<{ days: string; ahead: string }>(
		db,
		sql`select days, ahead from organisation as one cross join activity_year on organisation = one.id and year = ${year}
		where ${countsWithin(place)}`,
	);
}

/** Who held something on a day or announced it, the very organisations that the grid counts, each with what stands in its own list. */
function onDay(db: Database, place: Whose, day: Day) {
	const said = (list: "days" | "ahead") => sql`instr(kept.${sql.identifier(list)}, ${`"${day}"`}) > 0`;
	return rows<{ id: string; name: string; held: 0 | 1; activity: string | null; title: string | null }>(
		db,
		sql`select one.id, one.name, ${said("days")} as held, a.id as activity, a.title
		from organisation as one cross join activity_year as kept on kept.organisation = one.id and kept.year = ${yearOf(day)}
		left join activity as a on a.organisation = one.id and a.day = ${day} and not exists
			(select 1 from cancellation where organisation = a.organisation and activity = a.id)
		where ${countsWithin(place)} and (${said("days")} or ${said("ahead")}) order by one.path, a.id limit ${mostOnDay}`,
	);
}

/** One grid of a place and all below it: a month or a year, and, where a day is asked for, who is behind its figures. */
export async function gridBelow(db: Database, place: Whose, span: Span, day: Day | null) {
	const kept = keptBelow(db, place, span.year);
	const rules = keyDayRules(db);
	const [found, known, listed] = day
		? await db.batch([kept, rules, onDay(db, place, day)])
		: [...(await db.batch([kept, rules])), []];
	const all: KeptDays[] = found.map(({ days, ahead }) => ({
		days: JSON.parse(days),
		ahead: JSON.parse(ahead),
	}));
	return {
		...span,
		days: daysBelow(span.from, span.to, all),
		keyDays: keyDaysIn(span.year, known)
			.filter((one) => one.day >= span.from && one.day <= span.to)
			.map(({ day, name }) => ({ day, name })),
		of: day === null ? null : { day, units: unitsOf(listed) },
	};
}

type OnDay = Awaited<ReturnType<typeof onDay>>[number];

/** Organisations once each, with what each holds. */
function unitsOf(listed: readonly OnDay[]) {
	return [...Map.groupBy(listed, ({ id }) => id).values()].flatMap(([first, ...more]) => {
		if (!first) return [];
		const { id, name, held } = first;
		const activities = [first, ...more].flatMap(({ activity, title }) =>
			activity && title ? [{ id: activity, title }] : [],
		);
		return [{ id, name, held: held === 1, activities }];
	});
}
