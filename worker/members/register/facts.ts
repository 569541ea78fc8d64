import { and, eq } from "drizzle-orm";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { standing } from "../../tables/ground";
import { type Day, yearOf } from "../../values/day";
import { type Cursor, cursorText, holdsOn } from "../rules";
import * as store from "./store";

/** What a reader asks of the register: a search, those who left, or the page after a cursor; a file holds many pages. */
export type Asked = { search: string; show: "current" | "departed"; after: Cursor | null; most: number };

/** The facts of one page of the register, in one batch. */
export async function listOf(db: Database, place: Place, today: Day, asked: Asked) {
	const figures = db
		.select({ members: standing.members })
		.from(standing)
		.where(and(eq(standing.organisation, place.id), eq(standing.year, yearOf(today))));
	const common = { search: asked.search, show: asked.show, first: asked.after === null, more: false };
	if (asked.search) {
		const [found, [known]] = await db.batch([store.membersFound(db, place, asked.search), figures]);
		return {
			...common,
			more: found.length === store.pageOfFound,
			total: known?.members ?? 0,
			// Somebody who left and came back has several periods; the latest speaks.
			members: latestPeriods(found).map((row) => shown(row, place, today)),
			next: null,
		};
	}
	if (asked.show === "departed") {
		const [departed, [known]] = await db.batch([
			store.departedMembers(db, place, today, asked.most),
			figures,
		]);
		return {
			...common,
			total: known?.members ?? 0,
			members: departed.map((row) => shown(row, place, today)),
			next: null,
		};
	}
	const [rest, following] = store.registerPage(db, place, today, asked.after, asked.most);
	const [one, others, [known]] = await db.batch([rest, following, figures]);
	const rows = [...one, ...others];
	const page = rows.slice(0, asked.most);
	const last = page.at(-1);
	const next =
		rows.length > page.length && last
			? cursorText({ organisation: last.organisation, path: last.path, sort: last.sort, person: last.person })
			: null;
	return {
		...common,
		total: known?.members ?? 0,
		members: page.map((row) => shown(row, place, today)),
		next,
	};
}

type Row = Awaited<ReturnType<typeof store.membersFound>>[number];

function shown(row: Row, place: Place, today: Day) {
	const { organisation, person, name, sex, birthYear, telephone, kind, fromDay, toDay, sort } = row;
	return {
		organisation,
		id: person,
		name,
		sex,
		birthYear,
		telephone,
		kind,
		fromDay,
		toDay,
		current: holdsOn({ fromDay, toDay }, today),
		letter: sort.slice(0, 1).toUpperCase(),
		where: organisation === place.id ? null : row.organisationName,
	};
}

/** The latest period of each, in the order found. */
function latestPeriods(rows: readonly Row[]): Row[] {
	const latest = new Map<string, Row>();
	for (const row of rows) {
		const key = `${row.organisation} ${row.person}`;
		const known = latest.get(key);
		if (!known || known.fromDay < row.fromDay) latest.set(key, row);
	}
	return [...latest.values()];
}
