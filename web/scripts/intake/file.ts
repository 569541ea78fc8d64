import { dsvFormat } from "d3-dsv";
import readXlsxFile from "read-excel-file/universal";
import type { Sheet } from "../../../worker/intakes/sheet/rules";

export type Read = { name: string; digest: string; sheets: { name: string; rows: Sheet }[] };

/** Reads a spreadsheet; "old" for one that only Excel itself can open, null for what is none. */
export async function readFile(file: File): Promise<Read | "old" | null> {
	const bytes = await file.arrayBuffer();
	const begin = new Uint8Array(bytes.slice(0, 8));
	// An old .xls, or a workbook behind a password, begins so.
	if (begin[0] === 0xd0 && begin[1] === 0xcf) return "old";
	const digest = await digestOf(bytes);
	try {
		const isZip = begin[0] === 0x50 && begin[1] === 0x4b;
		return { name: file.name, digest, sheets: isZip ? await workbook(bytes) : [separated(bytes, file.name)] };
	} catch {
		return null;
	}
}

async function workbook(bytes: ArrayBuffer): Promise<Read["sheets"]> {
	const sheets = await readXlsxFile(bytes as never);
	return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as Sheet }));
}

function separated(bytes: ArrayBuffer, name: string): Read["sheets"][number] {
	const text = textIn(new Uint8Array(bytes));
	return { name: name.replace(/\.\w+$/, ""), rows: dsvFormat(separatorIn(text)).parseRows(text) };
}

/** UTF-8 with or without its mark, UTF-16 as Excel writes it, else the encoding of Chinese Windows. */
function textIn(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder("gb18030").decode(bytes);
	}
}

/** The separator that the first lines hold most of. */
function separatorIn(text: string): string {
	const head = text.slice(0, 5000);
	const counts = [",", "\t", ";", "，"].map((one) => [one, head.split(one).length] as const);
	return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** What a file is known again by. Without https a browser has no SHA-256; then two 53-bit sums do. */
async function digestOf(bytes: ArrayBuffer): Promise<string> {
	if (typeof crypto !== "undefined" && crypto.subtle) {
		const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
		return Array.from(hash.slice(0, 20), (byte) => byte.toString(16).padStart(2, "0")).join("");
	}
	const all = new Uint8Array(bytes);
	return [7, 31].map((seed) => sumOf(all, seed)).join("-");
}

function sumOf(bytes: Uint8Array, seed: number): string {
	let [high, low] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
	for (const byte of bytes) {
		high = Math.imul(high ^ byte, 2654435761);
		low = Math.imul(low ^ byte, 1597334677);
	}
	return ((high >>> 0) * 0x200000 + ((low >>> 0) & 0x1fffff)).toString(36);
}
