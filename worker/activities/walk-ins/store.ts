import { sql } from "drizzle-orm";
import { type Database, run } from "../../tables/database";
import { type Roll, stands } from "../attendance/store";

/** Counts people who came and are on nobody's roll. The first statement breaks the key of a second copy. */
export function count(
	db: Database,
	roll: Roll,
	{
		id,
		people,
		application,
		madeFrom,
	}: { id: string; people: number; application: string | null; madeFrom: string },
) {
	const { organisation, id: activity, session } = roll;
	return run(
		db,
		sql`insert into walk_in (organisation, activity, id, session, people, application, made_from)
		select ${organisation}, ${activity}, ${id}, cast(${session} as integer), cast(${people} as integer), ${application}, ${madeFrom}
		where ${stands(organisation, activity)}`,
	);
}

/** What the walk-in under an id was made from. */
export async function countedBefore(db: Database, { organisation, id: activity }: Roll, id: string) {
	const { results } = await run(
		db,
		sql`select made_from as madeFrom from walk_in where organisation = ${organisation} and activity = ${activity} and id = ${id}`,
	);
	return (results as { madeFrom: string }[])[0]?.madeFrom;
}
