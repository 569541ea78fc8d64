import { sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, rows } from "../../tables/database";
import { type MapRow, mostNodes } from "./rules";

/** What is published of a closed wave at a place and all below it: two rows a node, whatever the answers. */
export function publishedBelow(db: Database, place: Pick<Place, "path">, wave: string) {
	return rows<MapRow>(
		db,
		sql`select organisation.id, name, parent, tables ->> '$.answers' as answers, satisfied, answered,
			tables ->> '$.adults' as adults, tables -> '$.strata.satisfied' as strata,
			tables -> '$.signs' as signs
		from organisation join published on published.node = organisation.id and published.wave = ${wave}
		where path >= ${place.path} and path < ${`${place.path.slice(0, -1)}0`} order by path limit ${mostNodes}`,
	);
}
