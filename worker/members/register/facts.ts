import type { Place } from "../../http/door";
import { allMembersOn } from "../../organisations/then";
import { mayBelow } from "../../roles/may";
import { type Database, rows } from "../../tables/database";
import type { Day } from "../../values/day";
import { offeredAt } from "../offered";
import { type Cursor, cursorText, holdsOn } from "../rules";
import { foundAt, shownFound } from "../seek";
import * as store from "./store";

/** What a reader asks of the register: a search, those who left, a group or a tag, or the page after a cursor. */
export type Asked = {
	/** The day as of which the register is asked for: today, or one in the past. */
	day: Day;
	search: string;
	show: "current" | "departed";
	after: Cursor | null;
	/** The last that the page before found. */
	afterFound: number;
	/** "none" asks for those in no group. */
	group: string | null;
	tag: string | null;
};

/** The facts of one page of the register, in one batch. */
export async function listOf(db: Database, place: Place, today: Day, asked: Asked) {
	const figures = store.membersKnown(db, place, today);
	const { group, tag } = asked;
	const offered = offeredAt(db, place);
	const common = {
		...{ search: asked.search, show: asked.show, first: asked.after === null, day: asked.day, group, tag },
	};
	if (asked.search) {
		const scope = { organisation: place.id, below: mayBelow(place.holds, "see") };
		const [{ results }, known, ...rest] = await db.batch([
			foundAt(db, scope, today, asked.search, asked.afterFound),
			figures,
			...offered,
		]);
		const page = shownFound(results, { typed: asked.search, today, place });
		const total = totalOf(known, page.members);
		return { ...common, ...offeredIn(rest), first: asked.afterFound === 0, total, ...page };
	}
	if (asked.show === "departed") {
		const left = store.departedMembers(db, place, today, asked.after);
		const [rows, known, ...rest] = await db.batch([left, figures, ...offered]);
		const { page, next } = pageOf(rows, store.pageOfMembers, (last) => last.toDay ?? "");
		const members = page.map((row) => shown({ ...row, group: null }, place, today));
		return { ...common, ...offeredIn(rest), total: totalOf(known, []), members, next };
	}
	if (group !== null || tag !== null) {
		const marked = store.markedPage(db, place, today, { group, tag }, asked.after);
		const [rows, known, ...rest] = await db.batch([marked, figures, ...offered]);
		const { page, next } = pageOf(rows, store.pageOfMembers);
		const members = page.map((row) => shown(row, place, today));
		return { ...common, ...offeredIn(rest), total: totalOf(known, members), members, next };
	}
	const on = { day: asked.day, today };
	const [rest, following] = store.registerPage(db, place, on, asked.after);
	const [one, others, known, ...offers] = await db.batch([
		rest,
		following,
		asked.day === today ? figures : rows<Known>(db, allMembersOn(place, asked.day, today)),
		...offered,
	]);
	const { page, next } = pageOf([...one, ...others], store.pageOfMembers);
	const members = page.map((row) => shown(row, place, asked.day));
	return { ...common, ...offeredIn(offers), total: totalOf(known, members), members, next };
}

/** The association's groups, and what the root defines. */
const offeredIn = <Groups, Tags, Fields>([groups, tags, fields]: [Groups, Tags, Fields]) => ({
	groups,
	tags,
	fields,
});

/** How many there are in all, alone or with those below; null below where no board has been made that would know. */
type Known = { members: number; below?: number | null };

function totalOf([known]: readonly Known[], shown: readonly { where: string | null }[]): number | null {
	const { members = 0, below = 0 } = known ?? {};
	return below === null && shown.some(({ where }) => where !== null) ? null : members + (below ?? 0);
}

type Sorted = Cursor & { toDay: Day | null };

/** A page of rows of which one more than fit were read, and the cursor to the next. */
export function pageOf<Row extends Sorted>(
	rows: readonly Row[],
	most: number,
	sortOf: (last: Row) => string = ({ sort }) => sort,
) {
	const page = rows.slice(0, most);
	const last = rows.length > most ? page.at(-1) : undefined;
	if (!last) return { page, next: null };
	const { organisation, path, person } = last;
	return { page, next: cursorText({ organisation, path, sort: sortOf(last), person }) };
}

type Row = Awaited<ReturnType<typeof store.registerPage>[0]>[number];

function shown(row: Row, place: Place, day: Day) {
	const { organisation, person, name, sex, birthYear, telephone, kind, fromDay, toDay, sort } = row;
	const { group, tags, further } = row;
	return {
		...{ organisation, id: person, name, sex, birthYear, telephone, kind, fromDay, toDay },
		current: holdsOn({ fromDay, toDay }, day),
		letter: sort.slice(0, 1).toUpperCase(),
		where: organisation === place.id ? null : row.organisationName,
		practice: row.practice,
		group,
		tags,
		further,
		receipt: null,
	};
}
