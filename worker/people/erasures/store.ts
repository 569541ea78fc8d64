import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Authorship } from "../../changes/store";
import type { Place, Reader } from "../../http/door";
import { type Database, ours, run } from "../../tables/database";
import { erasedName, person } from "../../tables/ground";
import { erasure } from "../../tables/people";
import type { Day } from "../../values/day";
import { personWord } from "../../values/id";
import { changesIn } from "../joinings/store";
import { list, reachedFrom, reachOver, these } from "../touched";
import { erasureRefusal, type TouchedKind } from "./rules";

/** A person with all records that were joined to them. */
const everyRecordOf = (id: string) => sql`select id from person where id = ${id} or same_as = ${id}`;

/** Where something of a person stands: their records, the organisations that know them, and those above, by id. */
type Where = {
	who: SQL;
	within: readonly string[];
	above: readonly string[];
	names: readonly string[];
	alone: readonly string[];
};

const at = (ids: readonly string[]) => sql`organisation in (${list(ids)})`;

/** Each thing that an erasure finds: the table and which of its rows. One table for the preview's counts and the erasing. */
function findings({
	who,
	within,
	above,
	names,
	alone,
}: Where): Record<TouchedKind, { table: string; rows: SQL }> {
	const named = sql`${at(alone)} and name in (${list(names)})`;
	const places = at(above);
	return {
		memberships: { table: "membership", rows: sql`${at(within)} and person in (${who})` },
		attendances: { table: "attendance", rows: sql`person in (${who})` },
		trainings: { table: "trained_elsewhere", rows: sql`person in (${who})` },
		receipts: { table: "allocation", rows: sql`${at(within)} and person in (${who})` },
		posts: { table: "holder", rows: sql`person in (${who})` },
		letters: {
			table: "letter",
			rows: sql`${at(within)} and holder in (select id from holder where person in (${who}))`,
		},
		certificates: { table: "certificate", rows: sql`${at(within)} and person in (${who})` },
		sessions: { table: "session", rows: sql`person in (${who})` },
		links: { table: "link", rows: sql`(person in (${who}) or (${named}))` },
		changes: {
			table: "change",
			rows: sql`${places} and (subject in (${who}) or subject in (select id from household where ${named}))`,
		},
		households: { table: "household", rows: sql`${at(within)} and contact in (${who})` },
		named: { table: "household", rows: named },
		applications: { table: "application", rows: named },
		decisions: { table: "decision", rows: named },
		intakes: {
			table: "intake_chunk",
			rows: sql`${places} and exists (select 1 from json_each(intake_chunk.rows) as line join (${who}) as one on line.value ->> 2 = one.id)`,
		},
		joinings: { table: "joining", rows: sql`${places} and (kept in (${who}) or gone in (${who}))` },
		transfers: { table: "transfer", rows: sql`${at(within)} and person in (${who})` },
		waivers: { table: "waiver", rows: sql`${at(within)} and person in (${who})` },
	};
}

/**
 * All that an erasure rests on, and what it would touch.
 * @returns nothing for whoever never belonged to this very place, or is erased already
 */
export async function erasureFacts(
	db: Database,
	place: Place,
	reader: Pick<Reader, "person">,
	today: Day,
	id: string,
) {
	const who = everyRecordOf(id);
	const [records, reach, running] = await db.batch([
		db
			.select({
				id: person.id,
				name: person.name,
				telephone: person.telephone,
				erasedOn: person.erasedOn,
				sameAs: person.sameAs,
			})
			.from(person)
			.where(sql`${person.id} = ${id} or ${person.sameAs} = ${id}`),
		reachOver(db, reader, these([id]), today),
		run(
			db,
			sql`select (select count(*) from membership where organisation in (select organisation from seek where seek match ${personWord(id)})
					and person = ${id} and (to_day is null or to_day > ${today})) as memberships,
				(select count(*) from holder where person = ${id} and (to_day is null or to_day > ${today})) as posts,
				exists (select 1 from membership where organisation = ${place.id} and person = ${id}) as known`,
		),
	]);
	const one = records.find((record) => record.id === id);
	const counted = (running as unknown as D1Result<{ memberships: number; posts: number; known: number }>)
		.results[0];
	if (!one || one.erasedOn !== null || one.sameAs !== null || !counted?.known) return null;
	const touched = reachedFrom(reach);
	const within = touched.map((organisation) => organisation.id);
	const above = [...new Set(touched.flatMap(({ path }) => path.split("/").filter(Boolean)))];
	const names = [...new Set(records.map(({ name }) => name))];
	const alone = await aloneAmong(db, within, names, who);
	const where: Where = { who, within, above, names, alone };
	const [counts, mentions] = await countsOf(db, where);
	return {
		...{ id, name: one.name, where, touched, counts, mentions },
		telephones: records.flatMap(({ telephone }) => telephone ?? []),
		refusal: erasureRefusal(counted, touched),
	};
}

export type Erasable = NonNullable<Awaited<ReturnType<typeof erasureFacts>>>;

/**
 * The organisations in which nobody else bears the name. What names somebody without an id (a household, an application) is
 * theirs there and only there: a namesake's must not be wiped along.
 */
async function aloneAmong(db: Database, within: readonly string[], names: readonly string[], who: SQL) {
	const result = await run(
		db,
		sql`select value as id from json_each(${JSON.stringify(within)}) as one where not exists (
			select 1 from membership join person on person.id = membership.person
			where membership.organisation = one.value and person.name in (${list(names)}) and person.id not in (${who}))`,
	);
	return (result as unknown as D1Result<{ id: string }>).results.map(({ id }) => id);
}

/** Written by hand into what can't or mustn't be rewritten: shown, so that somebody looks. */
export type Mention = {
	kind: "activity" | "entry" | "meeting" | "plan";
	organisation: string;
	id: string;
	title: string;
};

async function countsOf(db: Database, where: Where): Promise<[Record<TouchedKind, number>, Mention[]]> {
	const counted = Object.entries(findings(where)).map(
		([kind, { table, rows }]) => sql`(select count(*) from ${ours(table)} where ${rows}) as ${ours(kind)}`,
	);
	const says = (text: SQL) =>
		sql`exists (select 1 from json_each(${JSON.stringify(where.names)}) where instr(${text}, value) > 0)`;
	const [counts, mentions] = await db.batch([
		run(db, sql`select ${sql.join(counted, sql`, `)}`),
		run(
			db,
			sql`select 'activity' as kind, organisation, id, title from activity where ${at(where.within)}
				and ${says(sql`concat_ws(' ', title, activity.place, handed_out, outcome)`)}
			union all select 'meeting', organisation, id, title from meeting where ${at(where.within)}
				and ${says(sql`concat_ws(' ', title, place, agenda)`)}
			union all select 'entry', organisation, id, coalesce(purpose, party, approver) from entry where ${at(where.within)}
				and (purpose is not null or party is not null or approver is not null) and ${says(sql`concat_ws(' ', purpose, party, approver)`)}
			union all select 'plan', organisation, cast(year as text), title from plan_item where ${at(where.within)}
				and ${says(sql`concat_ws(' ', title, plan_item.place, helpers)`)} limit 20`,
		),
	]);
	return [
		(counts as unknown as D1Result<Record<TouchedKind, number>>).results[0] as Record<TouchedKind, number>,
		(mentions as unknown as D1Result<Mention>).results,
	];
}

/** What the erasure of a person under an id was made from. */
export async function erasedBefore(db: Database, place: Place, id: string, whom: string) {
	const rows = await db
		.select({ madeFrom: erasure.madeFrom })
		.from(erasure)
		.where(and(eq(erasure.organisation, place.id), eq(erasure.id, id), eq(erasure.person, whom)));
	return rows[0]?.madeFrom;
}

/** Details of a change that say nothing of who somebody is. */
const harmless = ["day", "because", "kind", "joined_on", "outcome", "how"];

/**
 * Erases a person in one batch: name and details go, from the record and from all history; the row itself, the days, the
 * amounts and the attendances stay, so that every count stays right. It breaks where they belong or serve again meanwhile.
 */
export function erase(db: Database, place: Place, erasable: Erasable, by: Authorship, today: Day) {
	const { id, where, counts, telephones } = erasable;
	const { who, within, above } = where;
	const of = findings(where);
	const set = (kind: TouchedKind, columns: SQL) =>
		run(db, sql`update ${ours(of[kind].table)} set ${columns} where ${of[kind].rows}`);
	const remove = (kind: TouchedKind) =>
		run(db, sql`delete from ${ours(of[kind].table)} where ${of[kind].rows}`);
	return db.batch([
		run(
			db,
			sql`insert into erasure (organisation, id, person, erased_on, touched, made_by, made_from)
			select ${place.id}, ${by.id}, ${id}, ${today}, ${JSON.stringify(counts)}, case when
				not exists (select 1 from membership where ${at(within)} and person = ${id} and (to_day is null or to_day > ${today}))
				and not exists (select 1 from holder where person = ${id} and (to_day is null or to_day > ${today}))
				and exists (select 1 from person where id = ${id} and same_as is null) then ${by.by} end, ${by.madeFrom}`,
		),
		remove("links"),
		remove("sessions"),
		run(db, sql`delete from recovery where person in (${who})`),
		run(db, sql`delete from calendar_feed where person in (${who})`),
		set("letters", sql`code = lower(hex(randomblob(16)))`),
		set("certificates", sql`code = lower(hex(randomblob(16)))`),
		// Before the households that bear the name lose it: their own history goes with them.
		set(
			"changes",
			sql`made_from = 'erased', details = (select json_group_object(key, value) from json_each(details)
				where key in (${list(harmless)}) and type in ('text', 'integer'))`,
		),
		set("named", sql`name = ${erasedName}, address = null`),
		set("households", sql`contact = null`),
		set("trainings", sql`evidence = ''`),
		remove("applications"),
		set("decisions", sql`name = ${erasedName}, reason = null`),
		set("memberships", sql`sort = '~', tags = '[]'`),
		othersHistory(db, erasable, above, telephones),
		set(
			"intakes",
			sql`rows = (select json_group_array(json(case when line.value ->> 2 in (${who})
				then json_array(line.value ->> 0, line.value ->> 1, line.value ->> 2, line.value ->> 3, null) else line.value end))
				from json_each(intake_chunk.rows) as line)`,
		),
		set("joinings", sql`moved = '{}'`),
		run(
			db,
			sql`update transfer_end set reason = null where ${at(within)}
			and transfer in (select id from transfer where ${of.transfers.rows})`,
		),
		set("transfers", sql`note = null`),
		set("waivers", sql`reason = ''`),
		run(db, sql`delete from seek where rowid in (select rowid from seek where seek match ${personWord(id)})`),
		// Sex stays: how many of the members of a past year were women rests on it.
		run(
			db,
			sql`update person set name = ${erasedName}, birth_year = null, telephone = null, address = null, note = null,
				further = '{}', erased_on = ${today}, made_from = 'erased' where id in (${who})`,
		),
		changesIn(db, within, { ...by, act: "erased", details: {} }, [id]),
	]);
}

/** In the history of other things (a household, a post) the exact name and number are blotted out; not in a namesake's own. */
function othersHistory(
	db: Database,
	{ where }: Erasable,
	above: readonly string[],
	telephones: readonly string[],
) {
	const told = [...where.names, ...telephones].map((text) => JSON.stringify(text));
	const blotted = told.reduce(
		(details, text) => sql`replace(${details}, ${text}, ${JSON.stringify(erasedName)})`,
		sql`details`,
	);
	const says = sql.join(
		told.map((text) => sql`instr(details, ${text}) > 0`),
		sql` or `,
	);
	return run(
		db,
		sql`update change set details = ${blotted} where ${at(above)} and (${says})
		and not exists (select 1 from membership where membership.organisation = change.organisation and membership.person = change.subject)`,
	);
}
