import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { endOf } from "../middleware/reader";
import { seeingBelow } from "../roles/may";
import { organisation } from "../tables/ground";
import type { Day } from "../values/day";

/**
 * Whether somebody sees the organisation of a row today, by any post of theirs: held there, or above it. For what a page
 * tells of other organisations than its own; the page's own is a Place.
 */
export function seenBy(person: string, today: Day, path: SQLWrapper = organisation.path): SQL {
	return sql`exists (select 1 from holder as seen_from join organisation as seat on seat.id = seen_from.organisation
		where seen_from.person = ${person} and seen_from.from_day <= ${today}
			and (seen_from.to_day is null or seen_from.to_day > ${today})
			and (${path} = seat.path or (seen_from.post in (select value from json_each(${JSON.stringify(seeingBelow)}))
				and ${path} >= seat.path and ${path} < ${endOf(sql`seat.path`)})))`;
}
