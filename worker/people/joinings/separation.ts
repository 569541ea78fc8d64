import { and, eq, sql } from "drizzle-orm";
import type { Authorship } from "../../changes/store";
import type { Place, Reader } from "../../http/door";
import { sortKey } from "../../members/rules";
import { actsOf } from "../../roles/may";
import { type Database, ours, run } from "../../tables/database";
import { person } from "../../tables/ground";
import { joining, separation } from "../../tables/people";
import type { Day } from "../../values/day";
import { rewritten } from "../keyed";
import { joined, list, type Reached, reachedFrom, reachOver } from "../touched";
import { columnsOf, type State, stateOf } from "./pair";
import * as rules from "./rules";
import { changesIn, followingOf, its, type Kept, periodsReplaced, recordSet } from "./store";

/** What a joining keeps, with the keys of all that it rewrote; empty once one of the two is erased. */
export type Moved = Kept & Record<string, unknown[]>;

/** A joining decided in this very place, what it moved, and how the two stand now; nothing for a forged id. */
export async function joiningOf(
	db: Database,
	place: Place,
	reader: Pick<Reader, "person">,
	today: Day,
	id: string,
) {
	const both = joined(place, id);
	const here = and(eq(joining.organisation, place.id), eq(joining.id, id));
	const [[row], [now], reach, later] = await db.batch([
		db
			.select({
				id: joining.id,
				kept: joining.kept,
				gone: joining.gone,
				moved: joining.moved,
				joinedOn: joining.joinedOn,
				author: person.name,
				separatedOn: separation.separatedOn,
			})
			.from(joining)
			.leftJoin(person, eq(person.id, joining.madeBy))
			.leftJoin(
				separation,
				and(eq(separation.organisation, joining.organisation), eq(separation.joining, joining.id)),
			)
			.where(here),
		db.select({ state: stateOf(both).as("state") }).from(sql`(select 1)`),
		reachOver(db, reader, both, today),
		run(
			db,
			sql`select 1 from joining as one join joining as later on later.kept = one.kept
			where one.organisation = ${place.id} and one.id = ${id}
				and one.gone in (select value from json_each(later.moved, '$.already'))
				and not exists (select 1 from separation where organisation = later.organisation and joining = later.id) limit 1`,
		),
	]);
	if (!row || !now) return null;
	const moved = JSON.parse(row.moved) as Partial<Moved>;
	const state = JSON.parse(now.state) as State;
	const joinedSince = (later as unknown as D1Result).results.length > 0;
	const refusal = row.separatedOn
		? null
		: separationRefusal(row, moved, state, reachedFrom(reach), joinedSince);
	return { ...row, moved, state: now.state, now: state, touched: reachedFrom(reach), refusal };
}

export type Joining = NonNullable<Awaited<ReturnType<typeof joiningOf>>>;

function separationRefusal(
	{ kept, gone }: { kept: string; gone: string },
	{ organisations, periodsLeft }: Partial<Moved>,
	{ people, periods }: State,
	touched: readonly Reached[],
	joinedSince: boolean,
): rules.SeparationRefusal | null {
	if (people.some(({ erased_on }) => erased_on !== null) || !organisations || !periodsLeft)
		return "erased-since";
	const stays = people.find(({ id }) => id === kept);
	const went = people.find(({ id }) => id === gone);
	if (joinedSince || stays?.same_as !== null || went?.same_as !== kept) return "joined-since";
	const mine = new Set(
		touched.filter(({ holds }) => actsOf(holds).includes("register members")).map(({ id }) => id),
	);
	if (!organisations.every((id) => mine.has(id))) return "beyond";
	const here = periods.filter(({ organisation }) => organisations.includes(organisation));
	return rules.standAsJoined(here, periodsLeft) ? null : "changed-since";
}

/**
 * Makes two of one again: both records and their memberships are put back as they were, and every row that the joining
 * rewrote goes back to whom it was of. What was entered since stays with the one who was kept.
 */
export function separate(db: Database, place: Place, made: Joining, by: Authorship, today: Day) {
	const { id, kept, gone, now } = made;
	const moved = made.moved as Moved;
	const within = moved.organisations;
	const row = now.people.find((one) => one.id === kept) as rules.PersonRow;
	const back = rules.recordBefore(row, moved.before.kept, moved.left);
	const renamed = back.name !== moved.before.kept.name;
	const periods = moved.periods.map((period) =>
		renamed && period.person === kept ? { ...period, sort: sortKey(back.name) } : period,
	);
	// The words they are found by are made anew everywhere, also where the one who was kept has come to belong since.
	const elsewhere = now.periods.filter(({ organisation }) => !within.includes(organisation));
	// A joining made before half-days were kept names none: there was one.
	const session = sql`coalesce(value ->> 2, 1)`;
	const listed = (name: string) =>
		sql`json_each((select moved from joining where ${its(place, id)}), ${`$."${name}"`})`;
	return db.batch([
		// Breaks where the two are no longer as they were read, or were separated already.
		run(
			db,
			sql`insert into separation (organisation, joining, separated_on, made_by, made_from)
			select ${place.id}, ${id}, ${today}, case when ${stateOf(joined(place, id))} = ${made.state} then ${by.by} end, ${by.madeFrom}`,
		),
		run(db, sql`update person set same_as = null where id = ${gone}`),
		recordSet(db, kept, back),
		...periodsReplaced(db, within, [kept, gone], periods),
		run(
			db,
			sql`insert or ignore into attendance (organisation, activity, session, person, way, proxy, at, tap)
			select value ->> 0, value ->> 1, ${session}, ${gone},
				coalesce(value ->> 3, 'tap'), coalesce(value ->> 4, 0), coalesce(value ->> 5, 0), coalesce(value ->> 6, '')
			from ${listed("came")} where exists (select 1 from attendance
				where organisation = value ->> 0 and activity = value ->> 1 and session = ${session} and person = ${kept})`,
		),
		run(
			db,
			sql`delete from attendance where person = ${kept} and (organisation, activity, session) in
				(select value ->> 0, value ->> 1, ${session} from ${listed("came")}
				except select value ->> 0, value ->> 1, ${session} from ${listed("met")})`,
		),
		...rewritten.map(({ table, column, keys, within: bounded }) =>
			run(
				db,
				sql`update or ignore ${ours(table)} set ${ours(column)} = ${gone}
				where ${ours(column)} = ${kept} and ${bounded ? sql`organisation in (${list(within)})` : sql`true`}
					and (${columnsOf(keys)}) in (select ${ours(keys.map((_, place) => `value ->> ${place}`).join(", "))} from ${listed(`${table}.${column}`)})`,
			),
		),
		run(
			db,
			sql`delete from distinct_pair where (organisation, one, other) in (select value ->> 0, value ->> 1, value ->> 2 from ${listed("apart")})`,
		),
		...followingOf(
			db,
			place,
			id,
			within,
			today,
			[...periods, ...elsewhere],
			[
				[kept, back],
				[gone, moved.before.gone],
			],
			made.touched,
		),
		changesIn(db, within, { ...by, act: "separated", details: {} }, [kept, gone]),
	]);
}

/** What the separation of a joining was made from, if there is one. */
export async function separationMade(db: Database, place: Place, id: string): Promise<string | undefined> {
	const rows = await db
		.select({ madeFrom: separation.madeFrom })
		.from(separation)
		.where(and(eq(separation.organisation, place.id), eq(separation.joining, id)));
	return rows[0]?.madeFrom;
}
