import { type SQL, sql } from "drizzle-orm";
import { endOf } from "../middleware/reader";
import { leads } from "../organisations/store";
import type { Hold, Post } from "../roles/may";
import { type Database, run } from "../tables/database";
import { holder } from "../tables/ground";
import type { Day } from "../values/day";
import { personWord } from "../values/id";

/** Some people: as a query of ids, and as the full-text question for the words that carry their ids. */
export type Whom = { ids: SQL; words: SQL };

/** People by their ids. */
export const these = (ids: readonly string[]): Whom => ({
	ids: list(ids),
	words: sql`${ids.map(personWord).join(" OR ")}`,
});

/** The two of a joining; nobody where there is no such joining. */
export const joined = (place: { id: string }, id: string): Whom => {
	const its = sql`from joining where organisation = ${place.id} and id = ${id}`;
	return {
		ids: sql`select kept ${its} union all select gone ${its}`,
		words: sql`coalesce((select '"i' || kept || '" OR "i' || gone || '"' ${its}), '"nobody"')`,
	};
};

/** Ids as one parameter: `in (…)`. */
export const list = (ids: readonly string[]) => sql`select value from json_each(${JSON.stringify(ids)})`;

/**
 * The organisations that know these people: where they belong or belonged, or hold or held a post. The words they are found
 * by carry their id, so no index of memberships by person is paid for with every write.
 */
export const knowing = ({ ids, words }: Whom) =>
	sql`(select organisation from seek where seek match ${words} union select organisation from holder where person in (${ids}))`;

/** Those organisations, each with the posts by which a reader reaches it. */
export function reachOver(db: Database, reader: { person: string }, people: Whom, today: Day) {
	return run(
		db,
		sql`select o.id, o.name, o.path, o.practice, ${leads(sql`o.id`)} as leads, seat.id as seat, ${holder.post} as post
		from organisation as o
		left join ${holder} on ${holder.person} = ${reader.person} and ${holder.fromDay} <= ${today}
			and (${holder.toDay} is null or ${holder.toDay} > ${today})
		left join organisation as seat on seat.id = ${holder.organisation}
			and o.path >= seat.path and o.path < ${endOf(sql`seat.path`)}
		where o.id in ${knowing(people)} order by o.path`,
	);
}

type ReachRow = {
	id: string;
	name: string;
	path: string;
	practice: number;
	leads: number;
	seat: string | null;
	post: Post;
};

/** An organisation that knows somebody, and how the reader reaches it. */
export type Reached = {
	id: string;
	name: string;
	path: string;
	practice: boolean;
	/** Whether anything lies below it. */
	leads: boolean;
	holds: Hold[];
};

/** The rows of `reachOver`, one organisation each. */
export function reachedFrom(result: unknown): Reached[] {
	const rows = (result as D1Result<ReachRow>).results;
	const groups = Map.groupBy(rows, ({ id }) => id);
	return [...groups.values()].flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const { id, name, path, practice, leads } = first;
		const holds = group.flatMap(({ seat, post }) =>
			seat === null ? [] : [{ post, at: seat === id ? ("own" as const) : ("below" as const) }],
		);
		return [{ id, name, path, practice: practice === 1, leads: leads === 1, holds }];
	});
}
