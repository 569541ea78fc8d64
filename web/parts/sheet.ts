/** A list as files hold it: what a column is decides how a spreadsheet shows it. The browser reads this too. */
export type Cell = string | number | null;
export type CellKind = "text" | "number" | "day" | "yuan" | "share";

export type SheetColumn<Row> = {
	head: string;
	/** Text unless said. Amounts come in yuan, days as `YYYY-MM-DD`. */
	is?: CellKind;
	/** How many characters wide. */
	wide?: number;
	cell: (row: Row) => Cell;
};

/** A list, or the part of it that one answer holds, and where the next part begins. */
export type Sheet = {
	title: string;
	columns: { head: string; is: CellKind; wide: number }[];
	rows: Cell[][];
	next: string | null;
	/** Of each row: what it is, so that none counts twice, and what it is sorted by, once all parts are together. */
	keys?: { id: string; sort: string }[];
	/** Further sheets of the same workbook, each whole; a .csv file holds the first alone. */
	also?: Omit<Sheet, "also" | "keys">[];
};

const widths: Record<CellKind, number> = { text: 16, number: 10, day: 12, yuan: 12, share: 10 };

/** A list's sheet: a whole one, unless it says where the next part begins. */
export function sheetOf<Row>(
	title: string,
	columns: readonly SheetColumn<Row>[],
	rows: readonly Row[],
	more: Pick<Sheet, "next" | "keys"> = { next: null },
): Sheet {
	return {
		title,
		columns: columns.map(({ head, is = "text", wide }) => ({ head, is, wide: wide ?? widths[is] })),
		rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
		...more,
	};
}

/** A short list's sheet from its lines: numbers, days or text is what all cells of a column are. */
export function sheetOfLines(
	title: string,
	head: readonly string[],
	lines: readonly (readonly Cell[])[],
): Sheet {
	const columns = head.map((name, place) => {
		const cells = lines.flatMap((line) => line[place] ?? []);
		const is = kindOf(cells);
		const wide = Math.min(40, Math.max(8, ...[name, ...cells].map((cell) => String(cell).length * 2)));
		return { head: name, is, wide: is === "text" ? wide : widths[is] };
	});
	return { title, columns, rows: lines.map((line) => [...line]), next: null };
}

function kindOf(cells: readonly (string | number)[]): CellKind {
	if (cells.length === 0) return "text";
	if (cells.every((cell) => typeof cell === "number")) return "number";
	return cells.every((cell) => /^\d{4}-\d\d-\d\d$/.test(String(cell))) ? "day" : "text";
}

/** A sheet as CSV: a byte-order mark for Excel and WPS, CRLF, and no cell that a spreadsheet would run as a formula. */
export function csvText({ columns, rows }: Pick<Sheet, "columns" | "rows">): string {
	const lines: Cell[][] = [columns.map(({ head }) => head), ...rows];
	return `\ufeff${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function csvCell(value: Cell): string {
	if (typeof value === "number" || value === null) return String(value ?? "");
	const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(inert) ? `"${inert.replace(/"/g, '""')}"` : inert;
}

/** What a file is called: 上园村计划生育协会-会员名册-2026-11-24, without what no file system takes. */
export function fileName(parts: readonly (string | undefined)[]): string {
	return parts.flatMap((part) => part?.replace(/[\\/:*?"<>|\p{Cc}]/gu, "").trim() || []).join("-");
}
