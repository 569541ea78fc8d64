import { sql } from "drizzle-orm";
import { type Database, run } from "../../tables/database";

/**
 * The statement that recounts what is kept of a year's surveys for every unit of a wave: the latest closed wave's satisfied
 * and answered, by that wave's own rule, and nobody where they are withheld. It goes into the batch that closes a wave. A wave
 * of a level above counts where it asked; feedback on an activity does not.
 */
export function recountSurveys(db: Database, id: string, year: number) {
	// Which of two waves is the later one isn't known here, so each is read by its own questionnaire's key; the ready ones say "satisfied".
	const key = sql`coalesce((select value ->> 'key' from json_each(edition.content, '$.questions')
		where value ->> 'role' = 'satisfaction' limit 1), 'satisfied')`;
	const of = (option: string) =>
		sql`coalesce(json_extract(closing.counts, '$."' || ${key} || ${`:${option}"`}), 0)`;
	// A wave closed before published tables were kept is of one unit, and obeys the base alone.
	const kept = (column: "satisfied" | "answered", counted: ReturnType<typeof sql>) =>
		sql`case when published.wave is null then ${counted} else coalesce(published.${sql.identifier(column)}, 0) end`;
	const above = sql`json_each('["' || replace(rtrim(asked.path, '/'), '/', '","') || '"]') as above`;
	return run(
		db,
		sql`insert into standing (organisation, year, survey_satisfied, survey_answered, survey_adults, survey_target,
			survey_slips)
		select unit, ${year}, satisfied, answered, adults, target, handed_out from (
			select closing.unit, ${kept("satisfied", sql`${of("5")} + ${of("4")}`)} as satisfied,
				${kept(
					"answered",
					sql`${of("5")} + ${of("4")} + ${of("3")} + ${of("2")} + ${of("1")}
						+ case denominator when 'all' then ${of("unknown")} else 0 end`,
				)} as answered,
				closing.adults, target, handed_out,
				row_number() over (partition by closing.unit order by first_day desc, wave.id desc) as latest
			from tally as ours join organisation as asked on asked.id = ours.unit, ${above}
			join wave on wave.organisation = above.value
			join closing on closing.wave = wave.id and closing.unit = ours.unit
			left join edition using (questionnaire, version)
			left join published on published.node = closing.unit and published.wave = closing.wave
			where ours.wave = ${id} and activity is null
				and first_day >= ${`${year}-01-01`} and first_day <= ${`${year}-12-31`})
		where latest = 1
		on conflict (organisation, year) do update set survey_satisfied = excluded.survey_satisfied,
			survey_answered = excluded.survey_answered, survey_adults = excluded.survey_adults,
			survey_target = excluded.survey_target, survey_slips = excluded.survey_slips`,
	);
}
