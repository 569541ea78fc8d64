import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type FoundOrganisation, foundByName, partOfName } from "../organisations/seek";
import { seeingBelow } from "../roles/may";
import { type Database, run } from "../tables/database";
import type { MemberKind, Sex } from "../tables/ground";
import { type Day, yearOf } from "../values/day";
import type { FurtherValues } from "./fields/rules";
import { holdsOn, type Scope, scopeWord, seekWords, soughtWord } from "./rules";

/** How many a search shows: each hit reads four rows, and a whole request may read sixty. */
const pageOfFound = 11;

/** How many where a receipt may be meant as well: whoever paid it comes on top. */
const pageOfNumbers = 7;

/** How many where organisations of such a name come on top. */
const pageBelowOrganisations = 8;

const pageFor = (typed: string, below = false) =>
	numberIn(typed) !== null ? pageOfNumbers : below ? pageBelowOrganisations : pageOfFound;

/** The words a member is found by, about to be written. */
export function seekable(
	db: Database,
	place: Pick<Place, "id" | "path">,
	member: { id: string; name: string; telephone: string | null },
) {
	return run(
		db,
		sql`insert into seek (organisation, person, words)
		values (${place.id}, ${member.id}, ${seekWords(member, place.path)})`,
	);
}

/** Takes the words of one person back, everywhere or in one organisation, found by their own id's word. */
export function forgetWords(db: Database, id: string, organisation?: string) {
	const query = organisation ? `"i${id}" AND "h${organisation}"` : `"i${id}"`;
	return run(db, sql`delete from seek where rowid in (select rowid from seek where seek match ${query})`);
}

/** Takes the words of everybody in an organisation and below it back: nobody there is to be found any more. */
export function forgetEveryWord(db: Database, organisation: string, good: SQL) {
	const query = `"o${organisation}"`;
	return run(
		db,
		sql`delete from seek where rowid in (select rowid from seek where seek match ${query}) and ${good}`,
	);
}

/**
 * Lets the index forget what was taken back: until its segments are merged, the words of a deleted row lie in them still.
 * So many pages at the most; a village's is merged at once, a large one goes on by night.
 */
export function forgetForGood(db: Database, pages = 2000) {
	return run(db, sql`insert into seek (seek, rank) values ('merge', cast(${-pages} as integer))`);
}

/**
 * Writes anew where everybody of an organisation and all below it belongs, from the paths as they stand by then: it comes
 * after whatever moves the subtree, in the same batch. A row written for each member.
 */
export function scopeAgain(db: Database, organisation: string, good: SQL = sql`true`) {
	return run(
		db,
		sql`update seek set words = substr(words, 1, instr(words, ' o')) || (
			select 'o' || replace(rtrim(path, '/'), '/', ' o') || ' h' || id from organisation where id = seek.organisation)
		where rowid in (select rowid from seek where seek match ${`"o${organisation}"`}) and ${good}`,
	);
}

/** Organisations found beside the members, as one column of a single row. */
type Beside = { at: "organisations"; organisation: string };

/** Somebody found: the latest of their periods in that organisation speaks. */
type Found = {
	/** Where in the index; null for whoever paid a receipt of the number typed. */
	at: number | null;
	organisation: string;
	organisationName: string;
	practice: number;
	person: string;
	name: string;
	sex: Sex | null;
	birthYear: number | null;
	telephone: string | null;
	/** Further fields by id, as JSON. */
	further: string;
	/** [kind, first day, last day or null, sort, group or null, tags], as JSON; null for nobody's words. */
	period: string | null;
	/** [year, number], as JSON. */
	receipt: string | null;
};

const shown = sql`organisation.name as organisationName, organisation.practice, person.id as person, person.name, person.sex,
	person.birth_year as birthYear, person.telephone, person.further,
	(select json_array(kind, from_day, to_day, sort, small_group, json(tags)) from membership
		where membership.organisation = organisation.id and membership.person = person.id order by from_day desc limit 1) as period`;

/**
 * Those whom a word finds within scopes, in the order of their registering, after one: one statement, four rows a hit. Where
 * a number was typed that a receipt may have, whoever paid it comes first; last comes one row of organisations, if asked for.
 */
function found(
	db: Database,
	query: SQL,
	typed: string,
	after: number,
	receipts: SQL | null,
	organisations: SQL | null = null,
) {
	const hits = sql`select seek.rowid as at, seek.organisation, ${shown}, null as receipt
		from seek join person on person.id = seek.person join organisation on organisation.id = seek.organisation
		where seek match ${query} and seek.rowid > cast(${after} as integer)
		order by seek.rowid limit ${pageFor(typed, organisations !== null) + 1}`;
	const beside =
		organisations &&
		sql`union all select 'organisations' as at, (select json_group_array(json_object('id', id, 'name', name, 'above', above,
			'practice', practice, 'status', status)) from (${organisations})) as organisation,
			null, null, null, null, null, null, null, null, null, null`;
	const first = receipts && after === 0 ? sql`select * from (${receipts}) union all` : sql``;
	return run(db, sql`${first} select * from (${hits}) ${beside ?? sql``}`);
}

/** The number that a receipt may have in what was typed: 37, 0037, № 37, 第 37 号. */
function numberIn(typed: string): string | null {
	return /^\s*(?:no\.?|#|第)?\s*0*(\d{1,4})\s*号?\s*$/i.exec(typed.normalize("NFKC"))?.[1] ?? null;
}

/** Who paid the receipt of a number in this year or the last, in organisations named by a question of one column. */
function receiptsOf(typed: string, today: Day, organisations: SQL): SQL | null {
	const number = numberIn(typed);
	if (number === null) return null;
	const year = yearOf(today);
	return sql`select null as at, entry.organisation, ${shown}, json_array(entry.year, entry.number) as receipt
		from (${organisations}) as own
		join entry on entry.organisation = own.id and entry.series = 'in' and entry.number = cast(${number} as integer)
			and entry.year in (cast(${year} as integer), cast(${year - 1} as integer))
		join person as payer on payer.id = entry.person join person on person.id = coalesce(payer.same_as, payer.id)
		join organisation on organisation.id = entry.organisation
		order by entry.year desc limit 2`;
}

// What can't be looked for finds nobody: the word has no letter before it, as all in the index have.
const nothing = '"nothing"';

/** Those found in a place, and below it where the reader sees that. */
export function foundAt(db: Database, scope: Scope, today: Day, typed: string, after: number) {
	const word = soughtWord(typed);
	const query = sql`${word ? `${word} AND ${scopeWord(scope)}` : nothing}`;
	return found(db, query, typed, after, receiptsOf(typed, today, sql`select ${scope.organisation} as id`));
}

/** Those found wherever a person's posts of the day reach. The posts are looked up in the statement itself. */
export function foundBy(db: Database, person: string, today: Day, typed: string, after: number) {
	const word = soughtWord(typed);
	const seeing = sql.join(
		seeingBelow.map((post) => sql`${post}`),
		sql`, `,
	);
	const held = sql`from holder where person = ${person} and from_day <= ${today} and (to_day is null or to_day > ${today})`;
	const reach = sql`select group_concat('"' || case when post in (${seeing}) then 'o' else 'h' end || organisation || '"', ' OR ') ${held}`;
	const query = sql`coalesce(${`${word} AND (`} || (${reach}) || ')', ${nothing})`;
	const receipts = receiptsOf(typed, today, sql`select distinct organisation as id ${held}`);
	const part = after === 0 ? partOfName(typed) : null;
	const organisations = part === null ? null : foundByName(part, sql`coalesce((${reach}), ${nothing})`);
	return found(db, word ? query : sql`${nothing}`, typed, after, receipts, organisations);
}

/** A page of those found, as lists show them, and the way to the next. */
export function shownFound(
	results: readonly unknown[],
	{ typed, today, place }: { typed: string; today: Day; place: Pick<Place, "id"> | null },
) {
	const [besides, rows] = apart(results as readonly (Found | Beside)[]);
	const receipts = rows.filter(({ at }) => at === null);
	const hits = rows.filter(({ at }) => at !== null);
	const page = hits.slice(0, pageFor(typed, besides !== null));
	const last = hits.length > page.length ? page.at(-1) : undefined;
	// Words that belong to nobody's membership are being taken back: nobody is shown for them.
	const members = [...receipts, ...page].flatMap((row) =>
		row.period ? shownAs(row, row.period, today, place) : [],
	);
	return { members, organisations: besides ?? [], next: last ? String(last.at) : null };
}

/** The organisations found, if they were asked for, and the members. */
function apart(results: readonly (Found | Beside)[]) {
	const isBeside = (row: Found | Beside): row is Beside => row.at === "organisations";
	const beside = results.find(isBeside);
	const found = beside ? (JSON.parse(beside.organisation) as FoundOrganisation[]) : null;
	const organisations = found?.map((one) => ({ ...one, practice: one.practice === 1 })) ?? null;
	return [organisations, results.filter((row) => !isBeside(row)) as readonly Found[]] as const;
}

type Period = [MemberKind, Day, Day | null, string, string | null, string[]];

function shownAs(found: Found, period: string, today: Day, place: Pick<Place, "id"> | null) {
	const { organisation, person: id, name, sex, birthYear, telephone } = found;
	const [kind, fromDay, toDay, sort, group, tags] = JSON.parse(period) as Period;
	const [year, number] = found.receipt ? (JSON.parse(found.receipt) as [number, number]) : [];
	return {
		...{ organisation, id, name, sex, birthYear, telephone, kind, fromDay, toDay },
		current: holdsOn({ fromDay, toDay }, today),
		receipt: year && number ? { year, number } : null,
		letter: sort.slice(0, 1).toUpperCase(),
		where: organisation === place?.id ? null : found.organisationName,
		practice: found.practice === 1,
		...{ group, tags, further: JSON.parse(found.further) as FurtherValues },
	};
}
