import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Authorship } from "../../changes/store";
import { recountPaid } from "../../funds/store";
import type { Place, Reader } from "../../http/door";
import { seekWords, sortKey } from "../../members/rules";
import { recountMembers } from "../../members/standing";
import { type Database, run } from "../../tables/database";
import { person } from "../../tables/ground";
import { furtherField, joining } from "../../tables/people";
import { type Day, nowInSeconds } from "../../values/day";
import { rewritten } from "../keyed";
import { knowing, list, reachedFrom, reachOver, these, type Whom } from "../touched";
import * as rules from "./rules";

export const periodColumns = [
	...["organisation", "person", "from_day", "to_day", "kind", "sort", "left_because", "paid"],
	...["small_group", "tags", "carried", "came_from", "went_to"],
] as const;
export const personColumns = ["id", ...rules.chosenFields, "same_as", "erased_on"] as const;

export const columnsOf = (columns: readonly string[]) => sql.raw(columns.join(", "));
const objectOf = (columns: readonly string[]) =>
	sql.raw(`json_object(${columns.map((column) => `'${column}', ${column}`).join(", ")})`);

/** Two records and their memberships as one text: what is written later holds only while this text is still the same. */
export function stateOf(people: Whom): SQL<string> {
	return sql<string>`json_object(
		'people', (select json_group_array(${objectOf(personColumns)}) from (select * from person where id in (${people.ids}) order by id)),
		'periods', (select json_group_array(${objectOf(periodColumns)}) from (select * from membership
			where organisation in ${knowing(people)} and person in (${people.ids}) order by organisation, person, from_day)))`;
}

export type State = { people: rules.PersonRow[]; periods: rules.Period[] };

/** What each of two people has: how many of each kind would move. */
export type Belongings = {
	person: string;
	attendances: number;
	receipts: number;
	received: number;
	sessions: number;
	households: number;
	transfers: number;
	waiting: number;
	consents: number;
	changes: number;
};

function belongingsOf(db: Database, ids: readonly string[]) {
	const theirs = (table: string, column: string, count = "count(*)") =>
		sql`(select ${sql.raw(count)} from ${sql.raw(table)} where organisation in known and ${sql.raw(column)} = who.value)`;
	return run(
		db,
		sql`with known as materialized ${knowing(these(ids))} select who.value as person, ${theirs("attendance", "person")} as attendances,
			${theirs("allocation", "person", "count(distinct entry)")} as receipts,
			${theirs("allocation", "person", "coalesce(sum(amount), 0)")} as received,
			(select count(*) from session where session.person = who.value) as sessions,
			${theirs("household", "contact")} as households, ${theirs("transfer", "person")} as transfers,
			${theirs("transfer_waiting", "person")} as waiting,
			${theirs("consent", "person")} as consents, ${theirs("change", "subject")} as changes
		from json_each(${JSON.stringify(ids)}) as who`,
	);
}

function postsHeld(db: Database, people: Whom, today: Day) {
	return run(
		db,
		sql`select person, organisation, post, part, letter.letters from holder
		left join (select organisation as at, holder as whose, count(*) as letters from letter
			where organisation in ${knowing(people)} group by organisation, holder) as letter on letter.at = holder.organisation and letter.whose = holder.id
		where person in (${people.ids}) and from_day <= ${today} and (to_day is null or to_day > ${today})`,
	);
}

/**
 * All that a decision on two people rests on, in one batch.
 * @returns nothing where one of them isn't known in or below this place, is erased, or was joined already
 */
export async function pairOf(
	db: Database,
	place: Place,
	reader: Pick<Reader, "person">,
	today: Day,
	ids: readonly [string, string],
) {
	if (ids[0] === ids[1]) return null;
	const root = place.path.split("/")[0] ?? "";
	const [[read], reach, belongings, posts, fields] = await db.batch([
		db.select({ state: stateOf(these(ids)).as("state") }).from(sql`(select 1)`),
		reachOver(db, reader, these(ids), today),
		belongingsOf(db, ids),
		postsHeld(db, these(ids), today),
		db
			.select({ id: furtherField.id, zh: furtherField.zh, en: furtherField.en })
			.from(furtherField)
			.where(eq(furtherField.organisation, root))
			.orderBy(furtherField.sort),
	]);
	const state = read?.state ?? "";
	const { people, periods } = JSON.parse(state) as State;
	const touched = reachedFrom(reach);
	const below = new Set(touched.filter(({ path }) => path.startsWith(place.path)).map(({ id }) => id));
	const [one, other] = ids.map((id) => people.find((person) => person.id === id));
	if (!one || !other || people.some(({ same_as, erased_on }) => same_as !== null || erased_on !== null))
		return null;
	const known = (id: string) =>
		periods.some(({ person, organisation }) => person === id && below.has(organisation));
	if (!known(one.id) || !known(other.id)) return null;
	const held = (posts as unknown as D1Result<rules.Held & { letters: number | null }>).results;
	const all = (belongings as unknown as D1Result<Belongings>).results;
	const of = (id: string) => all.find((row) => row.person === id) as Belongings;
	return {
		...{ state, one, other, periods, touched, held, fields },
		belongings: [of(one.id), of(other.id)] as const,
		kept: rules.keptOf([one.id, other.id], held, periods),
		refusal: rules.joiningRefusal(
			touched,
			held,
			all.some(({ waiting }) => waiting > 0),
		),
	};
}

export type Pair = NonNullable<Awaited<ReturnType<typeof pairOf>>>;

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
			sql`insert or ignore into attendance (organisation, activity, person)
			select organisation, activity, ${kept.id} from attendance where organisation in (${list(within)}) and person = ${gone.id}`,
		),
		run(db, sql`delete from attendance where organisation in (${list(within)}) and person = ${gone.id}`),
		...rewritten.map(({ table, column, within: bounded }) =>
			run(
				db,
				sql`update or ignore ${sql.raw(table)} set ${sql.raw(column)} = ${kept.id}
				where ${sql.raw(column)} = ${gone.id} and ${bounded ? sql`organisation in (${list(within)})` : sql`true`}`,
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
			sql`${sql.raw(`'${table}.${column}'`)}, (select json_group_array(json_array(${columnsOf(keys)})) from ${sql.raw(table)}
			where ${sql.raw(column)} = ${gone} and ${bounded ? sql`organisation in (${list(within)})` : sql`true`})`,
	);
	const came = (who: string) =>
		sql`select organisation, activity from attendance where organisation in (${list(within)}) and person = ${who}`;
	const places = [...new Set([...place.path.split("/").filter(Boolean), ...within])];
	return sql.join(
		[
			...lists,
			sql`'already', (select json_group_array(id) from person where same_as = ${kept})`,
			sql`'came', (select json_group_array(json_array(organisation, activity)) from (${came(gone)}))`,
			sql`'met', (select json_group_array(json_array(organisation, activity)) from (${came(gone)} intersect ${came(kept)}))`,
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
	const values = sql.raw(periodColumns.map((column) => `value ->> '${column}'`).join(", "));
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
			sql`update activity set came = (select json_group_array(person) from attendance
				where attendance.organisation = activity.organisation and attendance.activity = activity.id)
			where organisation in (${list(within)}) and id in (select value ->> 1 from json_each((select moved from joining where ${its(place, id)}), '$.came'))`,
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
