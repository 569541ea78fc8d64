import type { Context } from "hono";
import { mostInFile } from "../../web/parts/files";
import { csvText, fileName, type Sheet } from "../../web/parts/sheet";
import { foundOut } from "./door";

/** The file faces of a list: `csv` is an attachment, `table` a part of the list from which a browser makes either file. */
export type FileFormat = "csv" | "table";

/** How many rows one part of a list holds: steps that a progress bar shows. */
const mostInPart = 1000;

/** Which file face was asked for; null for the page. */
export function formatOf(c: Context): FileFormat | null {
	const format = c.req.query("format");
	return format === "csv" || format === "table" ? format : null;
}

/** How many rows an answer holds: a page as given, a file or a part of one more. */
export function mostOf(format: FileFormat | null, page: number): number {
	return format === null ? page : format === "csv" ? mostInFile : mostInPart;
}

/** Answers with a list as a file. Where it holds only part of the list, the Link header leads to the next. */
export function file(c: Context, format: FileFormat, sheet: Sheet) {
	const { place, today } = foundOut(c);
	const name = fileName([place?.name, sheet.title, today]);
	if (sheet.next !== null) {
		const url = new URL(c.req.url);
		url.searchParams.set("after", sheet.next);
		c.header("Link", `<${url.pathname}${url.search}>; rel="next"`);
	}
	if (format === "table") return c.json({ name, ...sheet });
	c.header("Content-Type", "text/csv; charset=utf-8");
	c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}.csv`);
	return c.body(csvText(sheet));
}
