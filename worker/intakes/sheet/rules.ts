import type { IntakeKind } from "../../tables/intakes";
import {
	type Cell,
	columnOf,
	dayIn,
	holdsIdentityNumber,
	isBlank,
	sexIn,
	telephoneIn,
	textOf,
} from "../../values/cell";
import { memberWords, moneyWords, organisationWords, type Use, useOf } from "./fields";

export type What = IntakeKind;
export type Sheet = readonly (readonly Cell[])[];

/** A heading of a table and what it is taken for; `at` is the column of the sheet. */
export type Heading = { at: number; text: string; use: Use };

/** A table found in a sheet: where its rows begin (`from`, counted from nought) and its columns. Two may stand side by side. */
export type Table = { from: number; columns: readonly Heading[] };

/** A row of a table that is somebody: its line as the spreadsheet counts it, in the second table beside the first with a mark. */
export type Row = { line: number; cells: readonly Cell[] };

/** Further fields of the root, by the words that stand over their columns. */
export type Further = { id: string; zh: string; en: string };

const wordsOf = (what: What) =>
	({ members: memberWords, organisations: organisationWords, money: moneyWords })[what];

/** The column that begins a table: where it comes again, another stands beside the first. */
const firstOf = (what: What): Use => (what === "money" ? "day" : "name");

/** Whether these are the headings of such a list. */
const isHeader = (uses: ReadonlySet<Use | null>, what: What) =>
	what === "money"
		? uses.has("day") && (uses.has("amount") || uses.has("in") || uses.has("out"))
		: uses.has("name");
const furthestHeader = 40;

/** The line of a row in a table to the right of others. */
export const besideLine = 100_000;

/** The tables of a sheet, found by the headings under the titles; by what the columns hold where there are no headings. */
export function tablesIn(sheet: Sheet, what: What, further: readonly Further[] = []): Table[] {
	const header = headerRow(sheet, what);
	if (header === null) return byContent(sheet, what);
	const under = isSecondLine(sheet, header, what);
	const headings = headingsAt(sheet, header, under);
	const from = header + (under ? 2 : 1);
	return sideBySide(headings, what).map((part) => ({
		from,
		columns: settled(part, sheet.slice(from), what, further),
	}));
}

/** Text written with a space in it, such as 姓 名, is one heading. */
const headingText = (cell: Cell | undefined) =>
	textOf(cell ?? null).replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, "$1");

function headerRow(sheet: Sheet, what: What): number | null {
	let best: { row: number; known: number } | null = null;
	sheet.slice(0, furthestHeader).forEach((cells, row) => {
		const uses = new Set(cells.map((cell) => useOf(headingText(cell), wordsOf(what))));
		const known = [...uses].filter((use) => use !== null && use !== "unused").length;
		// One long line that happens to hold a word is a title.
		if (isHeader(uses, what) && known >= 2 && known > (best?.known ?? 0)) best = { row, known };
	});
	return (best as { row: number } | null)?.row ?? null;
}

/** Whether the line under the header only divides its headings: 联系方式 over 电话 and 住址. */
function isSecondLine(sheet: Sheet, header: number, what: What): boolean {
	const [above, below] = [sheet[header] ?? [], sheet[header + 1] ?? []];
	const named = below.filter((cell) => useOf(headingText(cell), wordsOf(what)) !== null);
	const name = above.findIndex((cell) => useOf(headingText(cell), wordsOf(what)) === firstOf(what));
	return (
		named.length >= 1 &&
		isBlank(below[name] ?? null) &&
		below.every((cell) => isBlank(cell) || typeof cell === "string")
	);
}

function headingsAt(sheet: Sheet, header: number, under: boolean): { at: number; text: string }[] {
	const [above, below] = [sheet[header] ?? [], (under ? sheet[header + 1] : []) ?? []];
	const width = Math.max(0, ...sheet.map((cells) => cells.length));
	return Array.from({ length: width }, (_, at) => ({
		at,
		text: headingText(below[at]) || headingText(above[at]),
	}));
}

/** The headings of each table: where the first one comes again, another table begins. */
function sideBySide(headings: { at: number; text: string }[], what: What) {
	const named = headings.filter(({ text }) => useOf(text, wordsOf(what)) === firstOf(what));
	if (named.length < 2) return [headings];
	// A wallet tells when something was begun, paid and changed: three days, and one table.
	if (what === "money" && new Set(named.map(({ text }) => text)).size > 1) return [headings];
	const first = headings.find(({ text }) => text !== "")?.text;
	const again = headings.filter(({ text }) => text === first);
	const starts = (again.length === named.length ? again : named).map(({ at }) => at);
	return starts.map((start, index) =>
		headings.filter(
			({ at }) => (index === 0 || at >= start) && at < (starts[index + 1] ?? Number.POSITIVE_INFINITY),
		),
	);
}

/** Each column with its use. Of two for one field the first has it, but for addresses and notes; content may refuse one. */
function settled(
	headings: readonly { at: number; text: string }[],
	rows: Sheet,
	what: What,
	further: readonly Further[],
): Heading[] {
	const taken = new Set<Use>();
	return headings.flatMap(({ at, text }): Heading[] => {
		const cells = rows.map((row) => row[at] ?? null);
		if (text === "" && cells.every(isBlank)) return [];
		if (cells.some(holdsIdentityNumber) && mostly(cells, holdsIdentityNumber))
			return [{ at, text, use: "identity" }];
		const own = further.find(({ zh, en }) =>
			[zh, en].some((word) => word.toLowerCase() === text.toLowerCase()),
		);
		const guess = own ? (`further:${own.id}` as const) : (useOf(text, wordsOf(what)) ?? "unused");
		const again =
			taken.has(guess) && !["unused", "identity", "private", "address", "note", "purpose"].includes(guess);
		taken.add(guess);
		return [{ at, text, use: again ? "unused" : guess }];
	});
}

const filled = (cells: readonly Cell[]) => cells.filter((cell) => !isBlank(cell));
function mostly(cells: readonly Cell[], is: (cell: Cell) => boolean): boolean {
	const known = filled(cells);
	return known.length > 0 && known.filter(is).length > known.length / 2;
}

const isName = (cell: Cell) => /^\p{Script=Han}{2,4}$/u.test(textOf(cell).replace(/\s/g, ""));
const contents: readonly (readonly [Use, (cell: Cell) => boolean])[] = [
	["identity", holdsIdentityNumber],
	["telephone", (cell) => telephoneIn(cell).value?.length === 11],
	["sex", (cell) => typeof cell === "string" && sexIn(cell).value !== null],
	["name", isName],
	["birth", (cell) => /^(19[2-9]|200)\d/.test(dayIn(cell, { serials: false }, "2100-01-01").value ?? "")],
	["address", (cell) => /[村组号路社]/.test(textOf(cell))],
];

/** A sheet without headings: columns known by what they hold, where one of them holds names. */
function byContent(sheet: Sheet, what: What): Table[] {
	if (what !== "members") return [];
	const from = sheet.findIndex((cells) => filled(cells).length >= 2 && cells.some(isName));
	if (from < 0) return [];
	const rows = sheet.slice(from);
	const taken = new Set<Use>();
	const columns = Array.from({ length: Math.max(...rows.map((cells) => cells.length)) }, (_, at) => {
		const cells = rows.map((row) => row[at] ?? null);
		const use = contents.find(([use, is]) => !taken.has(use) && mostly(cells, is))?.[0] ?? "unused";
		if (use !== "identity") taken.add(use);
		return { at, text: "", use };
	});
	return taken.has("name") && taken.size > 1 ? [{ from, columns }] : [];
}

const isTotal = (text: string) =>
	/^(?:合|总|小|共|累)计|^总(?:人)?数|^(?:grand|sub)?[- ]?total\b/i.test(text.replace(/\s/g, ""));
const isRemark = (text: string) =>
	/^(?:注|备注|说明|填表|填报|制表|审核|审批|单位|负责人|经办|日期|盖章|打印|第\d+页|note|prepared|checked)/i.test(
		text.replace(/\s/g, ""),
	) && [...text].length > 3;

/** The rows of a table that are somebody, or a sum that came or went: no blank lines, no totals, no repeated headings, no remarks at the foot. */
export function rowsIn(sheet: Sheet, table: Table, beside = 0): Row[] {
	const used = table.columns;
	const name = used.find(({ use }) => use === "name");
	const sums = used.filter(({ use }) => use === "amount" || use === "in" || use === "out");
	return sheet.slice(table.from).flatMap((cells, index): Row[] => {
		const own = used.map(({ at }) => cells[at] ?? null);
		const texts = filled(own).map(textOf);
		if (texts.length === 0 || texts.slice(0, 2).some(isTotal)) return [];
		if (used.filter(({ at, text }) => text !== "" && headingText(cells[at]) === text).length >= 2) return [];
		if (sums.length > 0)
			return sums.some(({ at }) => !isBlank(cells[at] ?? null))
				? [{ line: table.from + index + 1 + beside * besideLine, cells }]
				: [];
		const named = name !== undefined && !isBlank(cells[name.at] ?? null);
		if (!named && (texts.length <= 2 || texts.some(isRemark))) return [];
		if (named && texts.length === 1 && /^第?[\d一二三四五六七八九十]+[组队]$/.test(texts[0] ?? "")) return [];
		if (named && texts.length === 1 && (isRemark(texts[0] ?? "") || [...(texts[0] ?? "")].length > 10))
			return [];
		return [{ line: table.from + index + 1 + beside * besideLine, cells }];
	});
}

/** What a column tells about its cells: how its five-digit numbers are read. */
export const columnAt = (rows: readonly Row[], at: number) =>
	columnOf(rows.map(({ cells }) => cells[at] ?? null));
