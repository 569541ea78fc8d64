import {
	birthYearIn,
	type Cell,
	type Column,
	countIn,
	dayIn,
	type Exactness,
	holdsIdentityNumber,
	lineIn,
	memberKindIn,
	nameIn,
	sexIn,
	type Trouble,
	telephoneIn,
	textOf,
} from "../../values/cell";
import type { Day } from "../../values/day";
import { columnAt, type Heading, type Row } from "../sheet/rules";
import type { Line } from "./rules";

/** A further field of the root, as a column may hold it. */
export type FurtherField = {
	id: string;
	kind: "text" | "number" | "day" | "choice";
	choices: readonly string[];
};

/** What is decided for a whole file: the day of those without one, whether a note of exemption makes an honorary member. */
export type Manner = {
	today: Day;
	joined: Day | null;
	exemptByNote: boolean;
	further: readonly FurtherField[];
};

/** What is wrong with a cell: its column's heading and field, what stood there, and why it can't be read. */
export type Fault = { field: string; heading: string; text: string; trouble: Trouble };

/** A row of a register, read: what is known of somebody, and what could not be read. */
export type ReadLine = { line: Line; placeName: string | null; faults: Fault[] };

/** Reads the rows of a table of members. What is refused is not in what comes out, not even as a text. */
export function linesFrom(columns: readonly Heading[], rows: readonly Row[], manner: Manner): ReadLine[] {
	const known = new Map(columns.map(({ at }) => [at, columnAt(rows, at)]));
	return rows.map((row) => lineFrom(columns, row, manner, (at) => known.get(at) ?? { serials: false }));
}

function lineFrom(
	columns: readonly Heading[],
	row: Row,
	manner: Manner,
	columnOf: (at: number) => Column,
): ReadLine {
	const faults: Fault[] = [];
	const line = blankLine(row.line, manner.joined);
	let placeName: string | null = null;
	for (const { at, text: heading, use } of columns) {
		if (use === "unused" || use === "identity" || use === "private") continue;
		const cell = row.cells[at] ?? null;
		const fault = (trouble: Trouble | undefined) =>
			trouble && faults.push({ field: use, heading, text: shown(cell, trouble), trouble });
		if (holdsIdentityNumber(cell)) {
			fault("identity-number");
			continue;
		}
		if (use === "place") placeName = textOf(cell) || null;
		else fault(take(line, use, cell, columnOf(at), manner));
	}
	if (
		manner.exemptByNote &&
		line.kind === "ordinary" &&
		/免(?:交|缴|收)?会?费|免缴|免交/.test(line.note ?? "")
	)
		line.kind = "honorary";
	return { line, placeName, faults };
}

const blankLine = (line: number, joined: Day | null): Line => ({
	...{
		line,
		place: null,
		name: "",
		sex: null,
		birth_year: null,
		telephone: null,
		address: null,
		group: null,
	},
	...{ joined_on: joined, exact: joined ? "year" : null, kind: "ordinary", note: null, further: {} },
});

const shown = (cell: Cell, trouble: Trouble) =>
	trouble === "identity-number" ? "" : textOf(cell).slice(0, 40);

/** Takes one cell into a line; answers what is wrong with it. */
function take(line: Line, use: string, cell: Cell, column: Column, manner: Manner): Trouble | undefined {
	const { today } = manner;
	switch (use) {
		case "name":
			return keep(nameIn(cell), (name) => {
				line.name = name;
			});
		case "sex":
			return keep(sexIn(cell), (sex) => {
				line.sex = sex;
			});
		case "birth":
			return keep(birthYearIn(cell, column, today), (year) => {
				line.birth_year = year;
			});
		case "telephone":
			return keep(telephoneIn(cell), (telephone) => {
				line.telephone = telephone;
			});
		case "address":
			return keep(lineIn(cell, 80), (text) => {
				line.address = joinedWith(line.address, text);
			});
		case "group":
			// In a village a group is also where somebody lives: an address without it is no address.
			return keep(lineIn(cell, 20), (text) => {
				line.group = /^\d+$/.test(text) ? `${text}组` : text;
				line.address = joinedWith(line.address, text);
			});
		case "note":
			return keep(lineIn(cell, 200), (text) => {
				line.note = joinedWith(line.note, text, "；");
			});
		case "joined": {
			const read = dayIn(cell, column, today);
			return keep(read, (day) => {
				line.joined_on = day;
				line.exact = read.exact ?? "day";
			});
		}
		case "kind":
			return keep(memberKindIn(cell), (kind) => {
				line.kind = kind;
			});
		default:
			return takeFurther(line, use.replace(/^further:/, ""), cell, column, manner);
	}
}

function keep<Value>(
	read: { value: Value | null; trouble?: Trouble },
	into: (value: Value) => void,
): Trouble | undefined {
	if (read.value !== null) into(read.value);
	return read.trouble;
}

/** 组 and 住址 in two columns are one address, unless one already says the other. */
function joinedWith(before: string | null, text: string, between = " "): string {
	if (before === null || text.includes(before)) return text;
	return before.includes(text) ? before : `${before}${between}${text}`;
}

function takeFurther(
	line: Line,
	id: string,
	cell: Cell,
	column: Column,
	manner: Manner,
): Trouble | undefined {
	const field = manner.further.find((one) => one.id === id);
	if (!field) return undefined;
	const into = (value: string | number) => {
		line.further = { ...line.further, [id]: value };
	};
	if (field.kind === "number") return keep(countIn(cell), into);
	if (field.kind === "day") return keep(dayIn(cell, column, "2199-12-31"), into);
	const read = lineIn(cell, 80);
	if (field.kind === "choice" && read.value !== null && !field.choices.includes(read.value))
		return "not-a-choice";
	return keep(read, into);
}

export type { Exactness };
