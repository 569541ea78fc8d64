import { and, asc, eq, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { organisation } from "../../tables/ground";
import { surveyStanding } from "../../tables/surveys";
import { isCounted } from "../../tables/tree";
import { mostBelow } from "./rules";

/**
 * What is published of the year's latest closed wave at an organisation that others stand below, as JSON. A wave that asked
 * the units of a township leaves nothing in the township's own kept figures.
 */
const publishedOf = (
	year: number,
) => sql`(select json_object('satisfied', satisfied, 'answered', answered, 'target', target,
		'slips', tables ->> '$.handedOut', 'strata', json(tables -> '$.strata.satisfied'))
	from published join wave on wave.id = published.wave
	where published.node = organisation.id and activity is null
		and first_day >= ${`${year}-01-01`} and first_day <= ${`${year}-12-31`}
	order by first_day desc, wave.id desc limit 1)`;

/** The organisations that count directly below a place, one more than are compared, with what is kept of their surveys of a year. */
export function surveysBelow(db: Database, place: Pick<Place, "id">, year: number) {
	const { surveySatisfied, surveyAnswered, surveyAdults, surveyTarget, surveySlips } = surveyStanding;
	return db
		.select({
			id: organisation.id,
			name: organisation.name,
			surveySatisfied,
			surveyAnswered,
			surveyAdults,
			surveyTarget,
			surveySlips,
			published: sql<string | null>`case when survey_satisfied is null then ${publishedOf(year)} end`.as(
				"published_above",
			),
		})
		.from(organisation)
		.leftJoin(
			surveyStanding,
			and(eq(surveyStanding.organisation, organisation.id), eq(surveyStanding.year, year)),
		)
		.where(and(eq(organisation.parent, place.id), isCounted()))
		.orderBy(asc(organisation.name))
		.limit(mostBelow + 1);
}
