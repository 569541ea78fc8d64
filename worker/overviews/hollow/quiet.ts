import { type SQL, sql } from "drizzle-orm";
import { ofCouncil } from "../../officers/seats/store";
import { isCounted } from "../../tables/tree";
import { type Day, yearOf } from "../../values/day";

/**
 * What an association's year lacks, as SQL over `one` (a row of organisation), `standing` and `activity_year` of the year.
 * Boards count by these and lists are drawn by them, so that no figure can differ from its rows.
 */

/** No activity was held. */
export const lacksActivity = sql`coalesce(held, 0) = 0`;

/** No dues came in, where any were to: a rate of nothing asks for none. */
export const lacksDues = (
	year: number,
) => sql`(coalesce(standing.paid, 0) = 0 and coalesce((select amount from rate
	where rate.organisation = one.id and rate.from_day <= ${`${year}-12-31`} order by rate.from_day desc limit 1), 1) > 0)`;

/** Nobody answered a survey: none was closed, and none under way shows its first ten answers. */
export const lacksAnswers = (
	year: number,
) => sql`(coalesce(survey_answered, 0) = 0 and not exists (select 1 from wave
	join tally on tally.wave = wave.id and tally.unit = one.id
	where wave.organisation = one.id and wave.first_day <= ${`${year}-12-31`} and wave.last_day >= ${`${year}-01-01`}
	and tally.shown ->> 'n' > 0))`;

/** Nobody of its council holds a post on the day. Whoever stays until the next election does. */
export const lacksOfficer = (
	day: Day,
) => sql`not exists (select 1 from holder where holder.organisation = one.id
	and ${ofCouncil(sql`holder.post`)} and holder.from_day <= ${day} and (holder.to_day is null or holder.to_day > ${day}))`;

/**
 * Whether an association is judged at all: it counts, it has members of its own to look after (one that only leads others
 * hasn't), and there was an association before the year began.
 */
export const isJudged = (year: number) => sql`(${isCounted(sql`one`)}
	and (one.kind in (select id from kind where covers = 1)
		or not exists (select 1 from organisation as under where under.parent = one.id and ${isCounted(sql`under`)}))
	and exists (select 1 from stage where stage.organisation = one.id and stage.from_day < ${`${year}-01-01`}
		and stage.status in ('active', 'standardising')))`;

/** Whether nothing moved in an association's year: no activity, no dues, no answer. */
export const isQuiet = (year: number): SQL =>
	sql`(${lacksActivity} and ${lacksDues(year)} and ${lacksAnswers(year)} and ${isJudged(year)})`;

/** The day on which a year's posts are looked at: its last, or today. */
export const dayOfYear = (year: number, today: Day): Day =>
	yearOf(today) === year ? today : `${year}-12-31`;
