import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Authorship } from "../../changes/store";
import { recountPaid } from "../../funds/paid";
import type { Place } from "../../http/door";
import { seekWords, sortKey } from "../../members/rules";
import { recountMembers } from "../../members/standing";
import { type Database, ours, run } from "../../tables/database";
import { person } from "../../tables/ground";
import { joining } from "../../tables/people";
import { type Day, nowInSeconds } from "../../values/day";
import { rewritten } from "../keyed";
import { list, these } from "../touched";
import { columnsOf, type Pair, periodColumns, stateOf } from "./pair";
import * as rules from "./rules";

/** The joining under an id of this place; nothing for a forged one. */
export async function joiningMade(db: Database, place: Place, id: string): Promise<string | undefined> {
	const rows = await db
		.select({ madeFrom: joining.madeFrom })
		.from(joining)
		.where(and(eq(joining.organisation, place.id), eq(joining.id, id)));
	return rows[0]?.madeFrom;
}

/** What of a joining is known beforehand; the keys of all that is rewritten are added by the statement itself. */
export type Kept = {
	organisations: string[];
	before: { kept: rules.Described; gone: rules.Described };
	left: rules.Described;
	periods: rules.Period[];
	periodsLeft: rules.Period[];
};

const described = (row: rules.PersonRow): rules.Described =>
	Object.fromEntries(rules.chosenFields.map((field) => [field, row[field]])) as rules.Described;

/**
 * Joins two people in one batch. Its first statement keeps every key that is about to be rewritten, and breaks where the
 * two records or their memberships are no longer as they were read: then nothing at all is written.
 */
export function joinPeople(
	db: Database,
	place: Place,
	pair: Pair,
	choice: rules.Choice,
	by: Authorship,
	today: Day,
) {
	const kept = pair.kept === pair.one.id ? pair.one : pair.other;
	const gone = kept === pair.one ? pair.other : pair.one;
	const left = rules.chosenRecord(pair.one, pair.other, choice);
	const periodsLeft = rules.mergedPeriods(pair.periods, kept.id, sortKey(left.name));
	const within = pair.touched.map(({ id }) => id);
	const known: Kept = {
		organisations: within,
		before: { kept: described(kept), gone: described(gone) },
		left,
		periods: pair.periods,
		periodsLeft,
	};
	const ids = [kept.id, gone.id].sort();
	const details = rules.differences(kept, left);
	return db.batch([
		run(
			db,
			sql`insert into joining (organisation, id, kept, gone, moved, joined_on, made_by, made_from)
			select ${place.id}, ${by.id}, ${kept.id}, ${gone.id},
				case when ${stateOf(these(ids))} = ${pair.state} then json_patch(${JSON.stringify(known)}, json_object(${keysOf(kept.id, gone.id, within, place)})) end,
				${today}, ${by.by}, ${by.madeFrom}`,
		),
		run(db, sql`update person set same_as = ${kept.id} where id = ${gone.id}`),
		recordSet(db, kept.id, left),
		...periodsReplaced(db, within, ids, periodsLeft),
		run(
			db,
			sql`insert or ignore into attendance (organisation, activity, session, person, way, proxy, at, tap)
			select organisation, activity, session, ${kept.id}, way, proxy, at, tap from attendance where person = ${gone.id}`,
		),
		run(db, sql`delete from attendance where person = ${gone.id}`),
		...rewritten.map(({ table, column, within: bounded }) =>
			run(
				db,
				sql`update or ignore ${ours(table)} set ${ours(column)} = ${kept.id}
				where ${ours(column)} = ${gone.id} and ${bounded ? sql`organisation in (${list(within)})` : sql`true`}`,
			),
		),
		run(
			db,
			sql`insert or ignore into distinct_pair (organisation, one, other, decided_on, made_by)
			select value ->> 0, value ->> 1, value ->> 2, ${today}, ${by.by} from json_each((select moved from joining where ${its(place, by.id)}), '$.apart')`,
		),
		...followingOf(db, place, by.id, within, today, periodsLeft, [[kept.id, left]], pair.touched),
		changesIn(db, within, { ...by, act: "joined", details }, [kept.id]),
	]);
}

export const its = (place: Pick<Place, "id">, id: string) => sql`organisation = ${place.id} and id = ${id}`;

/** The keys of all that will be rewritten, as the arguments of a JSON object: table.column, then a list of keys. */
function keysOf(kept: string, gone: string, within: readonly string[], place: Place): SQL {
	const lists = rewritten.map(
		({ table, column, keys, within: bounded }) =>
			sql`${ours(`'${table}.${column}'`)}, (select json_group_array(json_array(${columnsOf(keys)})) from ${ours(table)}
			where ${ours(column)} = ${gone} and ${bounded ? sql`organisation in (${list(within)})` : sql`true`})`,
	);
	// Also where neither belongs: somebody comes to what the level above or a neighbour holds.
	const came = (who: string) =>
		sql`select organisation, activity, session from attendance where person = ${who}`;
	const places = [...new Set([...place.path.split("/").filter(Boolean), ...within])];
	return sql.join(
		[
			...lists,
			sql`'already', (select json_group_array(id) from person where same_as = ${kept})`,
			sql`'came', (select json_group_array(json_array(organisation, activity, session, way, proxy, at, tap))
				from attendance where person = ${gone})`,
			sql`'met', (select json_group_array(json_array(organisation, activity, session)) from (${came(gone)} intersect ${came(kept)}))`,
			// Whoever is somebody else than the one who is gone is somebody else than the one who is kept.
			sql`'apart', (select json_group_array(json_array(organisation, least, most)) from (
				select organisation, min(${kept}, stranger) as least, max(${kept}, stranger) as most from (
					select organisation, case when one = ${gone} then other else one end as stranger from distinct_pair
					where organisation in (${list(places)}) and ${gone} in (one, other)) where stranger <> ${kept}
				except select organisation, one, other from distinct_pair where organisation in (${list(places)})))`,
		],
		sql`, `,
	);
}

export function recordSet(db: Database, id: string, record: rules.Described) {
	const { name, sex, birth_year: birthYear, telephone, address, note, further } = record;
	return db
		.update(person)
		.set({ name, sex, birthYear, telephone, address, note, further: JSON.parse(further) })
		.where(eq(person.id, id));
}

/** Puts other memberships in the place of all that these people have in some organisations. */
export function periodsReplaced(
	db: Database,
	within: readonly string[],
	people: readonly string[],
	periods: readonly rules.Period[],
) {
	const values = ours(periodColumns.map((column) => `value ->> '${column}'`).join(", "));
	return [
		run(
			db,
			sql`delete from membership where organisation in (${list(within)}) and person in (${list(people)})`,
		),
		run(
			db,
			sql`insert into membership (${columnsOf(periodColumns)}) select ${values} from json_each(${JSON.stringify(periods)})`,
		),
	] as const;
}

/** What is worked out from other rows, made anew: who came, the words they are found by, what was paid, the standings. */
export function followingOf(
	db: Database,
	place: Place,
	id: string,
	within: readonly string[],
	today: Day,
	periods: readonly rules.Period[],
	people: readonly (readonly [id: string, record: rules.Described])[],
	touched: readonly { id: string; path: string }[],
) {
	const paths = new Map(touched.map((one) => [one.id, one.path]));
	const first = periods.map(({ from_day }) => from_day).sort()[0] ?? today;
	const words = people.flatMap(([who, { name, telephone }]) =>
		[...new Set(periods.filter((period) => period.person === who).map((period) => period.organisation))].map(
			(at) => [at, who, seekWords({ id: who, name, telephone }, paths.get(at) ?? "")],
		),
	);
	const both = sql`(select kept from joining where ${its(place, id)} union all select gone from joining where ${its(place, id)})`;
	return [
		run(
			db,
			sql`update activity set came = (select json_group_array(distinct person) from attendance
				where attendance.organisation = activity.organisation and attendance.activity = activity.id)
			where (organisation, id) in (select value ->> 0, value ->> 1 from json_each((select moved from joining where ${its(place, id)}), '$.came'))`,
		),
		run(
			db,
			sql`delete from seek where rowid in (select rowid from seek where seek match (select '"i' || kept || '" OR "i' || gone || '"' from joining where ${its(place, id)}))`,
		),
		run(
			db,
			sql`insert into seek (organisation, person, words) select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(words)})`,
		),
		...within.map((at) => recountPaid(db, { id: at }, both)),
		...within.flatMap((at) => recountMembers(db, { id: at }, today, first)),
	] as const;
}

/** The change, kept in every organisation that knows the person: each shows its own history. */
export function changesIn(
	db: Database,
	within: readonly string[],
	{ id, by, madeFrom, act, details }: Authorship & { act: string; details: object },
	subjects: readonly string[],
) {
	return run(
		db,
		sql`insert into change (organisation, subject, at, id, by, act, details, made_from)
		select at.value, who.value, ${nowInSeconds()}, ${id}, ${by}, ${act}, ${JSON.stringify(details)}, ${madeFrom}
		from json_each(${JSON.stringify(within)}) as at join json_each(${JSON.stringify(subjects)}) as who`,
	);
}
