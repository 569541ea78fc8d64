import { seekWords, sortKey } from "../../members/rules";
import type { IntakeRow } from "../../tables/intakes";
import type { Decided, Left } from "./input";
import { comparison, differencesOf, type Known, rowsEach, unreadyFor } from "./rules";

/** What one request writes: rows for each statement, in the order of their columns. */
export type Writing = {
	rows: IntakeRow[];
	people: unknown[][];
	memberships: unknown[][];
	words: unknown[][];
	changes: {
		id: string;
		organisation: string;
		person: string;
		since: string;
		from: Record<string, string | number | null>;
		to: Record<string, string | number>;
		words: string | null;
		/** The id of the group to stand in, and further fields by their ids, where they are taken. */
		group: string | null;
		further: Record<string, string | number>;
	}[];
	/** Groups to be made: organisation, id, name, how many of that organisation come before it. */
	groups: [organisation: string, id: string, name: string, before: number][];
	places: string[];
	written: number;
};

type Around = {
	home: string;
	targets: ReadonlyMap<string, { id: string; path: string }>;
	known: ReadonlyMap<number, readonly Known[]>;
	idOf: (line: number) => string;
	/** The group of a name in an organisation: one that stands, or one to be made. */
	groupOf: (organisation: string, name: string) => { id: string; made: boolean };
	/** Whether the reader may register members in what lies below. */
	below: boolean;
};

/**
 * What becomes of decided lines. Whoever is known by then is nobody new, unless somebody is sure; a line that
 * names an organisation out of reach, or a member who isn't there, is left for later.
 */
export function writingOf(lines: readonly (Decided | Left)[], around: Around): Writing {
	const writing: Writing = {
		...{ rows: [], people: [], memberships: [], words: [], changes: [], groups: [], places: [], written: 0 },
	};
	const taken = new Set<number>();
	for (const line of lines) {
		// One line is one row, however often a request names it.
		if (taken.has(line.line)) continue;
		taken.add(line.line);
		writing.rows.push(
			"name" in line ? decide(line, around, writing) : [line.line, line.as, null, null, null],
		);
	}
	writing.places = [...new Set(writing.places)];
	writing.written =
		writing.people.length * rowsEach + writing.changes.length * rowsEach + writing.groups.length + 2;
	return writing;
}

function decide(line: Decided, around: Around, writing: Writing): IntakeRow {
	const later: IntakeRow = [line.line, "later", null, null, null];
	if (line.as === "later" || line.as === "left-out") return [line.line, line.as, null, null, null];
	const target = around.targets.get(line.place ?? around.home);
	if (!target || (target.id !== around.home && !around.below)) return later;
	if (line.as === "same" && line.twin !== null && line.member === null)
		return [line.line, "same", null, target.id, { line: line.twin }];
	const known = around.known.get(line.line) ?? [];
	if (line.as === "same") {
		const one = known.find(({ id }) => id === line.member);
		return one ? same(line, one, target, writing, around) : later;
	}
	if (unreadyFor({ ...line, exact: null })) return later;
	const already = line.sure
		? undefined
		: known.find((one) => one.name === line.name && comparison(line, one).verdict === "same");
	if (already) return [line.line, "same", already.id, target.id, null];
	return anew(line, target, writing, around);
}

type Target = { id: string; path: string };

/** The id of the group that a line names; one that nobody has made is made with the same request. */
function groupFor(name: string | null, target: Target, writing: Writing, around: Around): string | null {
	if (name === null) return null;
	const { id, made } = around.groupOf(target.id, name);
	if (made && !writing.groups.some(([organisation, one]) => organisation === target.id && one === id)) {
		const before = writing.groups.filter(([organisation]) => organisation === target.id).length;
		writing.groups.push([target.id, id, name, before]);
	}
	return id;
}

function anew(line: Decided, target: Target, writing: Writing, around: Around): IntakeRow {
	const id = around.idOf(line.line);
	const group = groupFor(line.group, target, writing, around);
	const { name, sex, birth_year: year, telephone, address, note, further, kind, joined_on: day } = line;
	writing.people.push([id, name, sex, year, telephone, address, note, further]);
	writing.memberships.push([target.id, id, day, kind, sortKey(name), group]);
	writing.words.push([target.id, id, seekWords({ id, name, telephone }, target.path)]);
	writing.places.push(target.id);
	return [line.line, "new", id, target.id, null];
}

function same(line: Decided, known: Known, target: Target, writing: Writing, around: Around): IntakeRow {
	const taken = differencesOf({ ...line, exact: line.exact }, known).filter(({ field }) =>
		line.take.includes(field),
	);
	if (taken.length === 0 || known.left_on !== null) return [line.line, "same", known.id, target.id, null];
	const from = Object.fromEntries(taken.map((one) => [one.field, one.from]));
	const to = Object.fromEntries(taken.map((one) => [one.field, one.to]));
	const telephone = typeof to.telephone === "string" ? to.telephone : null;
	const words = telephone ? seekWords({ id: known.id, name: known.name, telephone }, target.path) : null;
	writing.changes.push({
		...{ id: around.idOf(line.line), organisation: target.id, person: known.id, since: known.joined_on },
		...{ from, to, words },
		group: typeof to.group === "string" ? groupFor(to.group, target, writing, around) : null,
		further: Object.fromEntries(
			taken.flatMap(({ field, to }) => (field.startsWith("further.") ? [[field.slice(8), to]] : [])),
		),
	});
	writing.places.push(target.id);
	return [line.line, "changed", known.id, target.id, from];
}
