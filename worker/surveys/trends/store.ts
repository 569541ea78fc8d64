import { asc, inArray } from "drizzle-orm";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { edition, wave } from "../../tables/surveys";
import { mayAsk } from "../wave/store";

/** Every version of the questionnaires that were made on a page and asked at a place, or in waves of the levels above. */
export function versionsAsked(db: Database, place: Pick<Place, "path">) {
	const asked = db.select({ key: wave.questionnaire }).from(wave).where(mayAsk(place));
	return db
		.select({ questionnaire: edition.questionnaire, version: edition.version, content: edition.content })
		.from(edition)
		.where(inArray(edition.questionnaire, asked))
		.orderBy(asc(edition.questionnaire), asc(edition.version))
		.limit(40);
}
