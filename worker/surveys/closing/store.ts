import { eq, type SQL, sql } from "drizzle-orm";
import { type Database, run } from "../../tables/database";
import { closing } from "../../tables/surveys";
import { yearOf } from "../../values/day";
import { textsAPage } from "../remarks/rules";
import { recountSurveys } from "./standing";

/** What may be seen at one node, about to be written. */
export type Sheet = {
	node: string;
	satisfied: number | null;
	answered: number | null;
	tables: string;
	print: string;
};

/** A closing about to be written. */
export type Seal = {
	id: string;
	wave: string;
	/** The wave's first day, which says in whose year it stands, and the key of its open question. */
	firstDay: string;
	remark: string;
	closedOn: string;
	by: string;
	/** The slips handed out where the wave asks its own place alone; elsewhere those that lay ready. */
	handedOut: number | null;
	/** How many answers there were when the counts were read; the closing lands only if there are no more. */
	answers: number;
	digest: string;
	madeFrom: string;
	sheets: readonly Sheet[];
};

/** Closes a wave in all its units, if not one answer has come since their counts were read. */
export async function sealWave(db: Database, seal: Seal): Promise<boolean> {
	const { id, wave } = seal;
	const written = sql`exists (select 1 from closing where wave = ${wave} and id = ${id})`;
	const [closed] = await db.batch([
		run(
			db,
			sql`insert into closing (wave, unit, id, closed_on, closed_by, adults, handed_out, counts, digest, made_from)
			select wave, unit, ${id}, ${seal.closedOn}, ${seal.by}, adults, coalesce(${seal.handedOut}, slips),
				counts, ${seal.digest}, ${seal.madeFrom}
			from tally where wave = ${wave}
				and (select sum(counts ->> '$.n') from tally where wave = ${wave}) = ${seal.answers}`,
		),
		gatherRemarks(db, wave, seal.remark, written),
		...partsOf(seal.sheets).map((part) =>
			run(
				db,
				sql`insert into published (node, wave, closed_on, digest, satisfied, answered, tables, print)
				select value ->> 'node', ${wave}, ${seal.closedOn}, ${seal.digest}, value ->> 'satisfied', value ->> 'answered',
					value ->> 'tables', value ->> 'print'
				from json_each(${part}) where ${written}`,
			),
		),
		recountSurveys(db, wave, yearOf(seal.firstDay)),
	]);
	return closed.meta.changes > 0;
}

/**
 * The statement that gathers what people wrote, if something holds: in some units, or in all of the wave's. Alphabetical, so that
 * theirs is not the order of the answers; within a unit, a page at a time.
 * @param remark the key of the open question; without one there are no texts
 */
export function gatherRemarks(
	db: Database,
	wave: string,
	remark: string,
	holds: SQL,
	units?: readonly string[],
) {
	const text = remark === "" ? sql`null` : sql`said ->> ${`$.${remark}`}`;
	const among = units ? sql`unit in (select value from json_each(${JSON.stringify(units)}))` : sql`true`;
	return run(
		db,
		sql`insert into remarks (wave, unit, page, texts)
		select ${wave}, unit, page, json_group_array(text order by text) from (
			select unit, ${text} as text,
				cast((row_number() over (partition by unit order by ${text}) - 1) / ${textsAPage} as integer) as page
			from answer where wave = ${wave} and ${among} and ${text} is not null)
		where ${holds} group by unit, page`,
	);
}

/** The most that one parameter of a statement holds, in characters, most of them of one byte. */
const mostAtOnce = 600_000;

function partsOf(sheets: readonly Sheet[]): string[] {
	const parts: string[][] = [[]];
	let length = 0;
	for (const sheet of sheets) {
		const text = JSON.stringify(sheet);
		if (length + text.length > mostAtOnce) {
			parts.push([]);
			length = 0;
		}
		parts.at(-1)?.push(text);
		length += text.length;
	}
	return parts.map((part) => `[${part.join(",")}]`);
}

/** What the closing of a wave was made from, if it is closed. */
export async function closedBefore(db: Database, id: string): Promise<string | undefined> {
	const found = await db
		.select({ madeFrom: closing.madeFrom })
		.from(closing)
		.where(eq(closing.wave, id))
		.limit(1);
	return found[0]?.madeFrom;
}
