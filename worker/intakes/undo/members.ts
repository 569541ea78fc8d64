import { sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { seekWords } from "../../members/rules";
import { recountMembers } from "../../members/standing";
import { type Database, ours, run } from "../../tables/database";
import type { IntakeRow } from "../../tables/intakes";
import { type Day, nowInSeconds } from "../../values/day";
import { wordsAgain } from "../members/store";
import { countWritten } from "../store";
import { type Built, dividedBy } from "./rules";

/** What stands on the members of such rows: payments, attendance, posts, changes since. Each is a look-up by key. */
export async function builtOnMembers(
	db: Database,
	rows: readonly IntakeRow[],
	changeOf: (line: number) => string,
): Promise<Built[]> {
	const asked = rows.flatMap(([line, outcome, id, organisation]) =>
		(outcome === "new" || outcome === "changed") && id
			? [[line, outcome === "new" ? 1 : 0, id, organisation, changeOf(line)]]
			: [],
	);
	const isNew = sql`asked.value ->> 1 = 1`;
	const theirs = sql`organisation = asked.value ->> 3 and person = asked.value ->> 2`;
	const { results } = await run(
		db,
		sql`select asked.value ->> 0 as line,
			${isNew} and exists (select 1 from allocation where ${theirs}) as paid,
			${isNew} and exists (select 1 from attendance where ${theirs}) as attended,
			${isNew} and exists (select 1 from holder where person = asked.value ->> 2) as "holds-post",
			${isNew} and exists (select 1 from household where organisation = asked.value ->> 3 and contact = asked.value ->> 2) as contact,
			${isNew} and exists (select 1 from transfer where ${theirs}) as moving,
			${isNew} and exists (select 1 from consent where ${theirs}) as consented,
			exists (select 1 from change where organisation = asked.value ->> 3 and subject = asked.value ->> 2
				and (${isNew} or at >= (select at from change as own where own.organisation = asked.value ->> 3
					and own.subject = asked.value ->> 2 and own.id = asked.value ->> 4)) and id <> asked.value ->> 4)
				or exists (select 1 from person where person.id = asked.value ->> 2 and erased_on is not null) as "changed-since",
			not exists (select 1 from membership where ${theirs} and to_day is null) as gone
		from json_each(${JSON.stringify(asked)}) as asked`,
	);
	return results as Built[];
}

export type TakingBack = {
	intake: string;
	number: number;
	rows: readonly IntakeRow[];
	places: readonly string[];
	by: string;
	today: Day;
	changeOf: (line: number) => string;
};

/**
 * Takes back what one request brought in, all that nothing builds on. A membership goes; the person's row stays without a
 * name, since posted things could point at it; what was changed gets its old values again. Once: a chunk taken back is marked.
 */
export async function takeMembersBack(db: Database, place: Place, taking: TakingBack): Promise<number> {
	const { intake, number, rows, by, today, changeOf } = taking;
	const { back, stay } = dividedBy(rows, await builtOnMembers(db, rows, changeOf));
	const stands = sql`exists (select 1 from intake_chunk where organisation = ${place.id} and intake = ${intake}
		and number = cast(${number} as integer) and undone is null)`;
	const gone = back.filter(([, outcome]) => outcome === "new");
	const restored = back.filter(([, outcome]) => outcome === "changed");
	const people = JSON.stringify(gone.map(([, , id, organisation]) => [organisation, id]));
	const ids = gone.map(([, , id, organisation]) => `("i${id}" AND "h${organisation}")`).join(" OR ");
	const few = taking.places.slice(0, 15);
	await db.batch([
		run(
			db,
			sql`delete from seek where rowid in (select rowid from seek where seek match ${ids || '"nothing"'}) and ${stands}`,
		),
		run(
			db,
			sql`delete from membership where (organisation, person) in
				(select value ->> 0, value ->> 1 from json_each(${people})) and ${stands}`,
		),
		run(
			db,
			sql`update person set name = '', sex = null, birth_year = null, telephone = null, address = null, note = null, further = '{}'
			where id in (select value ->> 1 from json_each(${people})) and made_from = ${intake} and ${stands}`,
		),
		...(restored.length > 0 ? await restoring(db, restored, { by, stands }) : []),
		// The groups that the intake made go as soon as nobody stands in them, and nobody leads them.
		run(
			db,
			sql`delete from small_group where made_from = ${intake} and organisation in (select value from json_each(${JSON.stringify(taking.places)}))
				and ${stands} and not exists (select 1 from holder where holder.organisation = small_group.organisation and part = small_group.id)
				and (organisation, id) not in (select organisation, small_group from membership
					where organisation in (select value from json_each(${JSON.stringify(taking.places)})) and small_group is not null)`,
		),
		countWritten(db, gone.length * 5 + restored.length * 4),
		run(
			db,
			sql`update intake_chunk set undone = ${JSON.stringify(stay)}
			where organisation = ${place.id} and intake = ${intake} and number = cast(${number} as integer) and undone is null`,
		),
		...few.flatMap((id) => [...recountMembers(db, { id }, today, "1900-01-01")]),
	]);
	return back.length;
}

/** Known members get back what was known of them, and their record says so. */
async function restoring(
	db: Database,
	rows: readonly IntakeRow[],
	{ by, stands }: { by: string; stands: ReturnType<typeof sql> },
) {
	const current = await currentOf(db, rows);
	const list = rows.map(([, , person, organisation, before]) => {
		const known = current.find((one) => one.person === person);
		const moved = before && "telephone" in before && known;
		const telephone = (before?.telephone ?? null) as string | null;
		const further = JSON.parse(String(known?.further ?? "{}")) as Record<string, string | number>;
		const now = (field: string) =>
			(field.startsWith("further.") ? further[field.slice(8)] : known?.[field]) ?? null;
		const to = Object.fromEntries(Object.keys(before ?? {}).map((field) => [field, now(field)]));
		return {
			...{ person: person ?? "", organisation: organisation ?? "", before, from: to },
			further: Object.fromEntries(
				Object.entries(before ?? {}).flatMap(([name, value]) =>
					name.startsWith("further.") ? [[name.slice(8), value]] : [],
				),
			),
			words: moved
				? seekWords({ id: person ?? "", name: String(known.name), telephone }, String(known.path))
				: null,
		};
	});
	const json = JSON.stringify(list);
	const before = sql`(select value -> 'before' from json_each(${json}) where value ->> 'person' = person.id)`;
	const field = (name: string) =>
		sql`${ours(name)} = case when json_type(${before}, ${`$.${name}`}) is null then ${ours(name)} else ${before} ->> ${`$.${name}`} end`;
	const moved = list.filter(({ words }) => words !== null);
	const theirs = sql`membership.organisation = given.value ->> 'organisation' and membership.person = given.value ->> 'person'
		and membership.to_day is null`;
	return [
		run(
			db,
			sql`insert into change (organisation, subject, at, id, by, act, details, made_from)
			select value ->> 'organisation', value ->> 'person', cast(${nowInSeconds()} as integer), lower(hex(randomblob(8))), ${by}, 'changed',
				json_object('from', value -> 'from', 'to', value -> 'before'), 'undo'
			from json_each(${json}) where ${stands}`,
		),
		run(
			db,
			sql`update person set ${field("sex")}, ${field("birth_year")}, ${field("telephone")}, ${field("address")}, ${field("note")},
				further = json_patch(further, coalesce((select value -> 'further' from json_each(${json}) where value ->> 'person' = person.id), '{}'))
			where id in (select value ->> 'person' from json_each(${json})) and ${stands}`,
		),
		run(
			db,
			sql`update membership set kind = coalesce(given.value ->> '$.before.kind', kind),
				from_day = coalesce(given.value ->> '$.before.joined_on', from_day),
				small_group = case when json_type(given.value, '$.before.group') is null then small_group else (select id from small_group
					where small_group.organisation = membership.organisation and name = given.value ->> '$.before.group' and to_day is null) end
			from json_each(${json}) as given where ${theirs} and ${stands}`,
		),
		...(moved.length > 0 ? wordsAgain(db, moved, stands) : []),
	];
}

async function currentOf(db: Database, rows: readonly IntakeRow[]) {
	const { results } = await run(
		db,
		sql`select person.id as person, name, sex, birth_year, telephone, address, note, further, kind, from_day as joined_on,
			(select name from small_group where small_group.organisation = membership.organisation and small_group.id = membership.small_group) as "group",
			(select path from organisation where id = membership.organisation) as path
		from json_each(${JSON.stringify(rows.map(([, , id, organisation]) => [organisation, id]))}) as asked
		join membership on membership.organisation = asked.value ->> 0 and membership.person = asked.value ->> 1 and to_day is null
		join person on person.id = membership.person`,
	);
	return results as Record<string, string | number | null>[];
}
