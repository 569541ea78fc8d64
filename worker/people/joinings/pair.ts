import { eq, type SQL, sql } from "drizzle-orm";
import type { Place, Reader } from "../../http/door";
import { type Database, ours, run } from "../../tables/database";
import { furtherField } from "../../tables/people";
import type { Day } from "../../values/day";
import { knowing, reachedFrom, reachOver, these, type Whom } from "../touched";
import * as rules from "./rules";

export const periodColumns = [
	...["organisation", "person", "from_day", "to_day", "kind", "sort", "left_because", "paid"],
	...["small_group", "tags", "dues", "carried", "came_from", "went_to"],
] as const;
export const personColumns = ["id", ...rules.chosenFields, "same_as", "erased_on"] as const;

export const columnsOf = (columns: readonly string[]) => ours(columns.join(", "));
const objectOf = (columns: readonly string[]) =>
	ours(`json_object(${columns.map((column) => `'${column}', ${column}`).join(", ")})`);

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
		sql`(select ${ours(count)} from ${ours(table)} where organisation in known and ${ours(column)} = who.value)`;
	const attended = sql`(select count(distinct organisation || '/' || activity) from attendance where attendance.person = who.value)`;
	return run(
		db,
		sql`with known as materialized ${knowing(these(ids))} select who.value as person, ${attended} as attendances,
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
