import { sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";

/**
 * The statement that recounts what is kept of a year's surveys: the latest closed wave's satisfied and answered, by that
 * wave's own rule. It goes into the batch that closes a wave. A wave
 * of a level above counts where it asked; feedback on an activity does not.
 */
export function recountSurvey(db: Database, place: Pick<Place, "id" | "path">, year: number) {
	// Which of two waves is the later one isn't known here, so each is read by its own questionnaire's key; the ready ones say "satisfied".
	const key = sql`coalesce((select value ->> 'key' from json_each(edition.content, '$.questions')
		where value ->> 'role' = 'satisfaction' limit 1), 'satisfied')`;
	const of = (option: string) =>
		sql`coalesce(json_extract(closing.counts, '$."' || ${key} || ${`:${option}"`}), 0)`;
	return run(
		db,
		sql`insert into standing (organisation, year, survey_satisfied, survey_answered, survey_adults, survey_target,
			survey_slips)
		select closing.unit, ${year}, ${of("5")} + ${of("4")},
			${of("5")} + ${of("4")} + ${of("3")} + ${of("2")} + ${of("1")}
				+ case denominator when 'all' then ${of("unknown")} else 0 end,
			closing.adults, target, handed_out
		from wave join closing on closing.wave = wave.id and closing.unit = ${place.id}
			left join edition using (questionnaire, version)
		where wave.organisation in (select value from json_each(${JSON.stringify(place.path.split("/").filter(Boolean))}))
			and activity is null and first_day >= ${`${year}-01-01`} and first_day <= ${`${year}-12-31`}
		order by first_day desc, wave.id desc limit 1
		on conflict (organisation, year) do update set survey_satisfied = excluded.survey_satisfied,
			survey_answered = excluded.survey_answered, survey_adults = excluded.survey_adults,
			survey_target = excluded.survey_target, survey_slips = excluded.survey_slips`,
	);
}
