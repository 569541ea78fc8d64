import { join } from "node:path";
import readXlsxFile from "read-excel-file/node";

/** A member as a secretary would type them from the paper register. */
export type Typed = {
	name: string;
	sex: "female" | "male";
	birthYear: string;
	telephone: string;
	address: string;
	joinedOn: string;
	honorary: boolean;
};

const half = (text: unknown) =>
	String(text ?? "")
		.normalize("NFKC")
		.trim();

/**
 * The village register `roster-1.xlsx`, read the way its secretary reads it: titles, blank lines and the total passed over,
 * the one person who stands there twice typed once, the first of the month where only a month is given.
 */
export async function roster(): Promise<Typed[]> {
	const sheets = await readXlsxFile(join(import.meta.dirname, "../registers/roster-1.xlsx"));
	const rows = sheets[0]?.data ?? [];
	const people = rows.filter((row) => typeof row[0] === "number").map(typedFrom);
	const seen = new Set<string>();
	return people.filter(({ name, birthYear, address }) => {
		const key = `${name} ${birthYear} ${address}`;
		return !seen.has(key) && seen.add(key);
	});
}

function typedFrom(row: readonly unknown[]): Typed {
	const [, name, sex, born, telephone, address, joined, , note] = row;
	return {
		name: half(name),
		sex: half(sex) === "女" ? "female" : "male",
		birthYear: half(born).slice(0, 4),
		telephone: half(telephone),
		address: half(address),
		joinedOn: dayFrom(joined),
		honorary: half(note).includes("免会费"),
	};
}

function dayFrom(cell: unknown): string {
	if (cell instanceof Date) return cell.toISOString().slice(0, 10);
	const [year, month = "1", day = "1"] = half(cell).match(/\d+/g) ?? [];
	return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
