import { sql } from "drizzle-orm";
import { type Line, together } from "../../funds/accounts";
import { type Books, booksOf, isSettled, shortOf, type Wanted } from "../../funds/books";
import { reversalOf, reversing } from "../../funds/store";
import { inTurn } from "../../funds/turn";
import type { Place } from "../../http/door";
import { rows as asked, type Database, run } from "../../tables/database";
import { entry } from "../../tables/dues";
import type { IntakeRow } from "../../tables/intakes";
import type { Day } from "../../values/day";
import { idsOf } from "../members/store";
import { countWritten } from "../store";
import { type Built, dividedBy } from "./rules";

/**
 * What stands on the entries of such rows: one was reversed since, or its month or year is settled, or the money it brought
 * has been used.
 */
export async function builtOnMoney(
	db: Database,
	place: Place,
	rows: readonly IntakeRow[],
): Promise<{ built: Built[]; books: Books; names: Map<number, string> }> {
	const posted = rows.flatMap(([line, outcome, id]) => (outcome === "new" && id ? [[line, id]] : []));
	const [books, found] = await db.batch([
		booksOf(db, place),
		asked<{
			line: number;
			gone: number;
			settled: number;
			amount: number;
			fund: string | null;
			name: string | null;
		}>(
			db,
			sql`select asked.value ->> 0 as line, amount, fund, coalesce((select name from person where id = entry.person), party, purpose) as name,
				exists (select 1 from entry as later where later.organisation = entry.organisation and later.reverses = entry.id) as gone,
				exists (select 1 from settlement where settlement.organisation = entry.organisation
					and period in (substr(entry.day, 1, 4), substr(entry.day, 1, 7))) as settled
			from json_each(${JSON.stringify(posted)}) as asked
			join entry on entry.organisation = ${place.id} and entry.id = asked.value ->> 1`,
		),
	]);
	const standing = found.filter(({ gone, settled }) => !gone && !settled);
	// Money set aside for a purpose doesn't stand in for what is free: asked as any posting is.
	const back = standing.map(({ amount, fund }) => ({
		...{ amount: -amount, fund, lines: [["bank", -amount] satisfies Line] },
	}));
	const used = shortOf(together(books), back) !== null;
	return {
		books,
		names: new Map(found.map(({ line, name }) => [line, name ?? ""])),
		built: found.map(({ line, gone, settled }) => ({
			...{ line, reversed: gone, settled, used: used && !gone && !settled ? 1 : 0 },
		})),
	};
}

type Taking = {
	intake: string;
	number: number;
	rows: readonly IntakeRow[];
	by: string;
	today: Day;
	reason: string;
};

/**
 * Takes back what one request posted: posted entries never go, so each is reversed, today. Once: a request that was taken
 * back is marked in the same batch, and ids made from the intake keep a second copy from reversing again.
 */
export async function takeMoneyBack(
	db: Database,
	place: Place,
	taking: Taking,
): Promise<number | "settled-today"> {
	const { intake, number, rows, by, today, reason } = taking;
	const idOf = await idsOf(place, `${intake} taken back`);
	let gone = 0;
	const outcome = await inTurn<"settled-today">(
		async () => {
			const { built, books } = await builtOnMoney(db, place, rows);
			// Reversals are dated today: on the last day of a year that is closed already there is no room for them.
			if (isSettled(books, today)) return "settled-today";
			const { back, stay } = dividedBy(rows, built);
			const originals = await wholeEntries(db, place, back);
			const wanted = originals.map(
				(one): Wanted =>
					reversalOf(one.entry, {
						...{ id: idOf(one.line), reason, today, by, madeFrom: intake },
					}),
			);
			const [first, ...others] = wanted;
			gone = first ? wanted.length : 0;
			const marked = run(
				db,
				sql`update intake_chunk set undone = ${JSON.stringify(stay)}
				where organisation = ${place.id} and intake = ${intake} and number = cast(${number} as integer) and undone is null`,
			);
			await db.batch([
				marked,
				...(first ? await reversing(db, place, books, [first, ...others]) : []),
				countWritten(db, wanted.length * 8),
			]);
			return null;
		},
		async () => undefined,
		"",
	);
	return typeof outcome === "object" ? outcome.refused : gone;
}

async function wholeEntries(db: Database, place: Place, rows: readonly IntakeRow[]) {
	const lines = new Map(rows.map(([line, , id]) => [id, line]));
	const ids = JSON.stringify([...lines.keys()]);
	const found = await db
		.select()
		.from(entry)
		.where(sql`${entry.organisation} = ${place.id} and ${entry.id} in (select value from json_each(${ids}))`)
		.orderBy(entry.year, entry.position);
	return found.map((one) => ({ entry: one, line: lines.get(one.id) ?? 0 }));
}
