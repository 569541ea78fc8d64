import { sql } from "drizzle-orm";
import { type GoingOver, goes, isMeant, type StuckReason, stuckBecause } from "../members/transfer/moving";
import type { Post } from "../roles/may";
import { type Database, run } from "../tables/database";
import { groupsOf, householdsOf, isThere, leads, postsOf } from "./along";

/** How many names of one kind a preview lists; of more it says how many. */
export const mostNames = 600;

/** What a preview asks of everything that would go over: five statements, to be read by `previewOf`. */
export function previewQuestions(db: Database, going: GoingOver) {
	return [
		run(
			db,
			sql`select one.person as id, person.name, one.tags, ${isThere(going)} as there
			from membership as one join person on person.id = one.person where ${goes(going)} order by one.sort limit ${mostNames}`,
		),
		run(
			db,
			sql`select one.person as id, person.name, ${stuckBecause(going)} as reason
			from membership as one join person on person.id = one.person where ${isMeant(going)} and reason is not null limit 60`,
		),
		run(
			db,
			sql`select held.name from small_group as held where ${groupsOf(going)} order by held.name limit ${mostNames}`,
		),
		run(
			db,
			sql`select held.name from household as held where ${householdsOf(going)} order by held.name limit ${mostNames}`,
		),
		run(
			db,
			sql`select person.name, held.post, ${leads(going)} as leads from holder as held join person on person.id = held.person
			where ${postsOf(going)} order by held.post limit ${mostNames}`,
		),
		run(
			db,
			sql`select id, zh, en from tag where organisation = ${going.from.path.slice(0, going.from.path.indexOf("/"))}`,
		),
	] as const;
}

type Row<Columns> = Columns & Record<string, unknown>;
const rowsOf = <Columns>(result: D1Result | undefined) => (result?.results ?? []) as Row<Columns>[];

/** Everything that would go over, by name. */
export function previewOf(results: readonly D1Result[]) {
	const [members, stuck, groups, households, posts, tags] = results;
	const people = rowsOf<{ id: string; name: string; tags: string; there: number }>(members);
	const marks = new Set(
		people.flatMap((one) => (one.tags === "[]" ? [] : (JSON.parse(one.tags) as string[]))),
	);
	const held = rowsOf<{ name: string; post: Post; leads: number }>(posts);
	const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);
	return {
		members: names(people),
		both: names(people.filter(({ there }) => there === 1)),
		groups: names(rowsOf<{ name: string }>(groups)),
		households: names(rowsOf<{ name: string }>(households)),
		leaders: names(held.filter((one) => one.leads === 1)),
		posts: held.filter((one) => one.leads === 0).map(({ name, post }) => ({ name, post })),
		tags: rowsOf<{ id: string; zh: string; en: string }>(tags)
			.filter(({ id }) => marks.has(id))
			.map(({ zh, en }) => ({ zh, en })),
		stuck: rowsOf<{ id: string; name: string; reason: StuckReason }>(stuck).map(({ id, name, reason }) => ({
			...{ id, name, reason },
		})),
	};
}
