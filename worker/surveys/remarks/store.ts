import { type SQL, sql } from "drizzle-orm";
import { type Authorship, changeOf, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, rows, run } from "../../tables/database";
import type { Tagging } from "./input";
import { hiddenName, mostFound, textsAPage } from "./rules";

type RemarkRow = { remark: number; text: string; tags: string };

const here = (place: Pick<Place, "id">, wave: string) =>
	sql`remarks.wave = ${wave} and remarks.unit = ${place.id}`;

const number = sql`remarks.page * cast(${textsAPage} as integer) + each.key`;

const bears = (place: Pick<Place, "id">, wave: string, tag: SQL) =>
	sql`exists (select 1 from remark_tag where wave = ${wave} and unit = ${place.id} and tag = ${tag} and remark = ${number})`;

function remarksWhere(db: Database, place: Place, wave: string, condition: SQL) {
	return rows<RemarkRow>(
		db,
		sql`select ${number} as remark, each.value as text, coalesce((select json_group_array(tag) from remark_tag
			where wave = ${wave} and unit = ${place.id} and remark = ${number}), '[]') as tags
		from remarks, json_each(remarks.texts) as each where ${here(place, wave)} and ${condition}
		order by remark limit ${mostFound + 1}`,
	);
}

/** A page of what people wrote, as it is ordered. */
export function remarksOf(db: Database, place: Place, wave: string, page: number) {
	return remarksWhere(db, place, wave, sql`remarks.page = cast(${page} as integer)`);
}

/** Where in a text some words stand first, in capitals or not; 0 where they don't. Searching and hiding find the same. */
const placeOf = (text: SQL, words: string) => sql`instr(lower(${text}), lower(${words}))`;

const stands = (text: SQL, words: string) => sql`${placeOf(text, words)} > 0`;

/** A text with a name hidden wherever it stands, however it is written in capitals. */
const without = (text: SQL, name: string) => sql`(with recursive cut (done, rest) as (select '', ${text}
	union all select done || substr(rest, 1, ${placeOf(sql`rest`, name)} - 1) || ${hiddenName(name)},
		substr(rest, ${placeOf(sql`rest`, name)} + length(${name})) from cut where ${stands(sql`rest`, name)})
	select done || rest from cut where not ${stands(sql`rest`, name)})`;

/** The texts in which something stands, or that bear a tag; one more than are shown. Reads all of the unit's texts. */
export function remarksFound(
	db: Database,
	place: Place,
	wave: string,
	{ search, tag }: { search: string; tag: string },
) {
	const holds = search === "" ? sql`true` : stands(sql`each.value`, search);
	return remarksWhere(
		db,
		place,
		wave,
		sql`${holds} and ${tag === "" ? sql`true` : bears(place, wave, sql`${tag}`)}`,
	);
}

/** The tags of a unit's texts, and on how many each was put. */
export function remarkTagsOf(db: Database, place: Place, wave: string) {
	return rows<{ tag: string; texts: number }>(
		db,
		sql`select tag, count(*) as texts from remark_tag where wave = ${wave} and unit = ${place.id}
		group by tag order by texts desc, tag limit 40`,
	);
}

/** In how many texts some words stand. */
export async function textsWith(db: Database, place: Place, wave: string, words: string): Promise<number> {
	const [found] = await rows<{ texts: number }>(
		db,
		sql`select count(*) as texts from remarks, json_each(remarks.texts) as each
		where ${here(place, wave)} and ${stands(sql`each.value`, words)}`,
	);
	return found?.texts ?? 0;
}

/** The changes of a wave's texts stand under this subject. */
export const subjectOf = (wave: string) => `remarks ${wave}`;

/** The act of hiding a name. */
export const hid = "hid a name";

/** Puts a tag on texts, or takes it off them; a number that no text has gets none. */
export function tagRemarks(db: Database, place: Place, wave: string, tagging: Tagging, by: Authorship) {
	const { tag, off, remarks } = tagging;
	const numbers = sql`(select cast(value as integer) from json_each(${JSON.stringify(remarks)}))`;
	return db.batch([
		changeOf(db, place, {
			...by,
			subject: subjectOf(wave),
			act: off ? "untagged" : "tagged",
			details: { tag, texts: remarks.length },
		}),
		run(
			db,
			off
				? sql`delete from remark_tag where wave = ${wave} and unit = ${place.id} and tag = ${tag} and remark in ${numbers}`
				: sql`insert or ignore into remark_tag (wave, unit, tag, remark)
					select ${wave}, ${place.id}, ${tag}, ${number} from remarks, json_each(remarks.texts) as each
					where ${here(place, wave)} and ${number} in ${numbers}`,
		),
	]);
}

/**
 * Hides a name in all that was written in a unit's wave, in the answers themselves, in its tags and in what is kept of tagging:
 * it is gone from the database, and the change keeps in how many texts it stood and not what it was. Nothing is kept or done
 * where the name stands no more: of several people who hide it at once, one has hidden it.
 * @param question the key of the open question
 */
export function hideName(
	db: Database,
	place: Place,
	wave: string,
	{ name, question }: { name: string; question: string },
	by: Authorship,
) {
	const kept = isKept(place, subjectOf(wave), by.id);
	const said = sql`said ->> ${`$.${question}`}`;
	const found = sql`from remarks, json_each(remarks.texts) as each where ${here(place, wave)} and ${stands(sql`each.value`, name)}`;
	return db.batch([
		changeWhere(
			db,
			place,
			{
				...by,
				subject: subjectOf(wave),
				act: hid,
				details: sql`json_object('texts', (select count(*) ${found}))`,
			},
			sql`exists (select 1 ${found})`,
		),
		run(
			db,
			sql`update remarks set texts = (select json_group_array(${without(sql`value`, name)})
				from (select value from json_each(remarks.texts) order by key))
			where ${here(place, wave)} and ${kept}
				and exists (select 1 from json_each(remarks.texts) where ${stands(sql`value`, name)})`,
		),
		run(
			db,
			sql`update answer set said = json_set(said, ${`$.${question}`}, ${without(said, name)})
			where wave = ${wave} and unit = ${place.id} and ${kept} and ${stands(said, name)}`,
		),
		run(
			db,
			sql`update or replace remark_tag set tag = ${without(sql`tag`, name)}
			where wave = ${wave} and unit = ${place.id} and ${kept} and ${stands(sql`tag`, name)}`,
		),
		// What a tagging was made from goes too: it is made of the tag.
		run(
			db,
			sql`update change set made_from = '', details = json_set(details, '$.tag', ${without(sql`details ->> '$.tag'`, name)})
			where organisation = ${place.id} and subject = ${subjectOf(wave)} and ${kept}
				and ${stands(sql`details ->> '$.tag'`, name)}`,
		),
	]);
}
