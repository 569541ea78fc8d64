import writeExcelFile, { type SheetData } from "write-excel-file/browser";
import type { Cell, CellKind, Sheet } from "../parts/sheet";

/** A sheet as .xlsx, and those that go along: numbers as numbers, days as days, text as text that no spreadsheet runs; the head stays in sight. */
export function xlsxBlob({ also = [], ...first }: Sheet): Promise<Blob> {
	return writeExcelFile([first, ...also].map(pageOf)).toBlob();
}

function pageOf({ title, columns, rows }: Omit<Sheet, "also">) {
	const head = columns.map(({ head }) => ({ value: head, fontWeight: "bold" as const }));
	const body = rows.map((row) => row.map((value, index) => cellOf(value, columns[index]?.is ?? "text")));
	return {
		data: [head, ...body] as SheetData,
		// A sheet's name has at most 31 characters and none of these.
		sheet: title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31),
		columns: columns.map(({ wide }) => ({ width: wide })),
		stickyRowsCount: 1,
	};
}

function cellOf(value: Cell, is: CellKind) {
	if (value === null || value === "") return null;
	if (typeof value === "number") return { type: Number, value, ...(formats[is] && { format: formats[is] }) };
	if (is === "day" && /^\d{4}-\d\d-\d\d$/.test(value))
		return { type: Date, value: new Date(`${value}T00:00:00Z`), format: "yyyy-mm-dd" };
	// "@" is Text: what looks like a formula stays one's words even after it has been edited.
	return { type: String, value, format: "@" };
}

const formats: Partial<Record<CellKind, string>> = { yuan: "0.00", share: "0.0%" };
