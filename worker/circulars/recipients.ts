import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { isCounted } from "../tables/tree";

/** Whether an organisation is one that a circular goes to, by its kind and the units named; `kinds` and `units` are JSON or null. */
const isNamed = (one: SQL, kinds: SQL, units: SQL) =>
	sql`(${kinds} is null or ${one}.kind in (select value from json_each(${kinds})))
		and (${units} is null or exists (select 1 from json_each(${units}) as unit where instr('/' || ${one}.path, '/' || unit.value || '/') > 0))`;

/**
 * The recipients of a circular of a place, as rows of `one`: those below it as the tree is today, practice left out.
 * @param kinds and `units` as they are kept, or the columns that keep them
 */
export const recipientsOf = (sender: Pick<Place, "path">, kinds: SQL, units: SQL) =>
	sql`organisation as one where one.path > ${sender.path} and one.path < ${`${sender.path.slice(0, -1)}0`}
		and ${isCounted(sql`one`)} and ${isNamed(sql`one`, kinds, units)}`;

/** Whether a circular (a row of `circular`) goes to a place that lies below its sender. */
export const goesTo = (place: Pick<Place, "kind" | "path">) =>
	sql`(circular.kinds is null or ${place.kind} in (select value from json_each(circular.kinds)))
		and (circular.units is null or exists (select 1 from json_each(circular.units) as unit
			where instr(${`/${place.path}`}, '/' || unit.value || '/') > 0))`;

/** The ids of those above a place, the root first, as JSON. */
export const aboveOf = ({ path }: Pick<Place, "path">) => JSON.stringify(path.split("/").slice(0, -2));
