import { and, asc, eq } from "drizzle-orm";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { organisation } from "../../tables/ground";
import { surveyStanding } from "../../tables/surveys";
import { isCounted } from "../../tables/tree";
import { mostBelow } from "./rules";

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
