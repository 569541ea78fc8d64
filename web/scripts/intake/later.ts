import { csvFormatRows } from "d3-dsv";
import type { Somebody } from "./members";
import { type Around, lineText } from "./page";

// A spreadsheet would run what begins so.
const inert = (text: string) => (/^[=+\-@\t\r]/.test(text) && !/^-[\d.]+$/.test(text) ? `'${text}` : text);

/** The lines that aren't taken, with their reasons, as a file to be mended and chosen again. */
export function laterFile(people: readonly Somebody[], { say }: Around, name: string): void {
	const fields = ["name", "sex", "birth_year", "telephone", "address", "joined_on", "note"] as const;
	const head = [say.line, ...fields.map((field) => say.fields[field] ?? field), say.why];
	const rows = people.map(({ line, doubt, faults }) => {
		const texts = new Map(
			faults.map((one) => [
				one.field === "birth" ? "birth_year" : one.field === "joined" ? "joined_on" : one.field,
				one.text,
			]),
		);
		return [
			lineText(line.line, say),
			...fields.map((field) => {
				const value = line[field] ?? texts.get(field) ?? "";
				return field === "sex" && value ? (say.values[value] ?? "") : String(value);
			}),
			[doubt && say.questions[doubt], ...faults.map(({ trouble }) => say.troubles[trouble])]
				.filter(Boolean)
				.join(say.semicolon),
		];
	});
	csvFile(head, rows, name, say.laterFile);
}

/** Hands a table over as a CSV file named after the one that was chosen. */
export function csvFile(
	head: readonly string[],
	rows: readonly (readonly string[])[],
	name: string,
	suffix: string,
): void {
	const text = `\ufeff${csvFormatRows([head, ...rows].map((row) => row.map(inert))).replace(/\n/g, "\r\n")}`;
	const link = document.createElement("a");
	link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
	link.download = `${name.replace(/\.\w+$/, "")}-${suffix}.csv`;
	link.click();
	URL.revokeObjectURL(link.href);
}
