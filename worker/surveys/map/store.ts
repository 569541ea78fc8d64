import { sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, rows } from "../../tables/database";
import { type MapRow, mostNodes } from "./rules";

const below = ({ path }: Pick<Place, "path">) => sql`path >= ${path} and path < ${`${path.slice(0, -1)}0`}`;

/** What is published of a closed wave at a place and all below it, and one node more than a map shows: two rows a node, whatever the answers. */
export function publishedBelow(db: Database, place: Pick<Place, "path">, wave: string) {
	return rows<MapRow>(
		db,
		sql`select organisation.id, name, parent, tables ->> '$.answers' as answers, satisfied, answered,
			tables ->> '$.adults' as adults, tables -> '$.strata.satisfied' as strata,
			tables -> '$.signs' as signs
		from organisation join published on published.node = organisation.id and published.wave = ${wave}
		where ${below(place)} order by path limit ${mostNodes + 1}`,
	);
}

/** How many nodes of a closed wave there are at a place and below it: asked only where a map doesn't show them all. */
export async function nodesBelow(db: Database, place: Pick<Place, "path">, wave: string): Promise<number> {
	const [found] = await rows<{ nodes: number }>(
		db,
		sql`select count(*) as nodes from organisation join published on published.node = organisation.id
			and published.wave = ${wave} where ${below(place)}`,
	);
	return found?.nodes ?? 0;
}
