import { and, eq } from "drizzle-orm";
import type { Place } from "../../http/door";
import { allMembersOn } from "../../organisations/then";
import { mayBelow } from "../../roles/may";
import { type Database, rows } from "../../tables/database";
import { standing } from "../../tables/ground";
import { type Day, yearOf } from "../../values/day";
import { type Cursor, cursorText, holdsOn } from "../rules";
import { foundAt, shownFound } from "../seek";
import * as store from "./store";

/** What a reader asks of the register: a search, those who left, or the page after a cursor; a file holds many pages. */
export type Asked = {
	/** The day as of which the register is asked for: today, or one in the past. */
	day: Day;
	search: string;
	show: "current" | "departed";
	after: Cursor | null;
	/** The last that the page before found. */
	afterFound: number;
	most: number;
};

/** The facts of one page of the register, in one batch. */
export async function listOf(db: Database, place: Place, today: Day, asked: Asked) {
	const figures = db
		.select({ members: standing.members })
		.from(standing)
		.where(and(eq(standing.organisation, place.id), eq(standing.year, yearOf(today))));
	const common = { search: asked.search, show: asked.show, first: asked.after === null, day: asked.day };
	if (asked.search) {
		const scope = { organisation: place.id, below: mayBelow(place.holds, "see") };
		const [{ results }, [known]] = await db.batch([
			foundAt(db, scope, asked.search, asked.afterFound),
			figures,
		]);
		return {
			...common,
			first: asked.afterFound === 0,
			total: known?.members ?? 0,
			...shownFound(results, today, place),
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
	const [rest, following] = store.registerPage(db, place, { day: asked.day, today }, asked.after, asked.most);
	const [one, others, [known]] = await db.batch([
		rest,
		following,
		asked.day === today ? figures : rows<{ members: number }>(db, allMembersOn(place, asked.day, today)),
	]);
	const found = [...one, ...others];
	const page = found.slice(0, asked.most);
	const last = page.at(-1);
	const next =
		found.length > page.length && last
			? cursorText({ organisation: last.organisation, path: last.path, sort: last.sort, person: last.person })
			: null;
	return {
		...common,
		total: known?.members ?? 0,
		members: page.map((row) => shown(row, place, asked.day)),
		next,
	};
}

type Row = Awaited<ReturnType<typeof store.departedMembers>>[number];

function shown(row: Row, place: Place, day: Day) {
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
		current: holdsOn({ fromDay, toDay }, day),
		letter: sort.slice(0, 1).toUpperCase(),
		where: organisation === place.id ? null : row.organisationName,
		practice: row.practice,
	};
}
