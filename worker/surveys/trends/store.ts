import { and, desc, eq, lte } from "drizzle-orm";
import type { Database } from "../../tables/database";
import { edition } from "../../tables/surveys";

/** The most versions that are read of one questionnaire; what was asked before them is compared with nothing. */
const mostVersions = 40;

/** The versions of a questionnaire that was made on a page, up to one, the newest first. */
export function versionsUpTo(db: Database, questionnaire: string, version: number) {
	return db
		.select({ questionnaire: edition.questionnaire, version: edition.version, content: edition.content })
		.from(edition)
		.where(and(eq(edition.questionnaire, questionnaire), lte(edition.version, version)))
		.orderBy(desc(edition.version))
		.limit(mostVersions);
}
