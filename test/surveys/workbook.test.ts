import readXlsxFile from "read-excel-file/universal";
import { beforeEach, expect, test } from "vitest";
import { csvText, type Sheet } from "../../web/parts/sheet";
import { xlsxBlob } from "../../web/scripts/xlsx";
import type { WaveFacts } from "../../web/surveys/facts";
import { codeBook } from "../../web/surveys/workbook";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";
import { openWave, replies } from "./cast";
import { answered, openDistrictWave, people } from "./district";

beforeEach(beginWorld);

const sheetAt = async (path: string): Promise<Sheet> =>
	JSON.parse(
		(await visit(`${path}${path.includes("?") ? "&" : "?"}format=table`, { as: "districtStaff" })).text,
	);

test("A closed survey is taken out as a workbook: its tables, figures, code book and rule; each line adds up to its base.", async () => {
	await openDistrictWave(["sy", "lf", "xw"]);
	for (const unit of ["sy", "lf", "xw"]) await answered(unit, people(40));
	await submit("/o/jx/surveys/d1/closing", { id: "c1", handed_out: "0" }, { as: "districtStaff" });
	const book = await sheetAt("/o/jx/surveys/d1");
	expect((book.also ?? []).map(({ title }) => title)).toEqual(["主要数字", "下属协会", "编码表", "怎么算的"]);
	const satisfied = book.rows.filter(([code, , who]) => code === "satisfied" && who === "全部");
	expect(satisfied.map((row) => [row[3], row[5], row[6]])).toEqual([
		["5", 108, 120],
		["4", 0, 120],
		["3", 0, 120],
		["2", 12, 120],
		["1", 0, 120],
		["unknown", 0, 120],
	]);
	expect(book.rows.some(([code, , who]) => code === "satisfied" && String(who).startsWith("sex: "))).toBe(
		true,
	);
	// Every code that a line names stands in the code book, in both languages.
	const codes = new Set((book.also?.[2]?.rows ?? []).map((row) => `${row[0]} ${row[4] ?? ""}`));
	for (const [code, , , option] of book.rows)
		expect(codes, `${code} ${option}`).toContain(`${code} ${option}`);
	const csv = await visit("/o/jx/surveys/d1?list=codes&format=csv", { as: "districtStaff" });
	for (const words of ["您对协会今年的工作满意吗？", "How satisfied are you", "算作满意"])
		expect(csv.text).toContain(words);
	expect((await visit("/o/jx/surveys/d1?list=codes&format=csv", { as: "secretary" })).status).toBe(404);
	expect((await visit("/o/jx/surveys/d1", { as: "districtStaff" })).text).toContain(
		"list=codes&amp;format=csv",
	);
});

test("What is withheld is in no sheet of the workbook, and it says so.", async () => {
	await openDistrictWave(["sy", "lf", "xw"]);
	for (const [unit, many] of [
		["sy", 40],
		["lf", 4],
		["xw", 30],
	] as const)
		await answered(unit, people(many));
	await submit("/o/jx/surveys/d1/closing", { id: "c1", handed_out: "0" }, { as: "districtStaff" });
	const book = await sheetAt("/o/lf/surveys/d1");
	expect(book.rows).toEqual([]);
	const [figures, codes, rule] = book.also ?? [];
	expect(figures?.rows.flat().filter((cell) => typeof cell === "number")).toEqual([]);
	expect(JSON.stringify([codes, rule])).toContain("不公布");
});

test("A workbook opens in a spreadsheet, and what looks like a formula is text in it.", async () => {
	await openWave({ entry: "anyone" });
	await replies(12);
	await submit("/o/sy/surveys/w1/closing", { id: "c1", handed_out: "12" }, { as: "secretary" });
	const wave = await facts<WaveFacts>("/o/sy/surveys/w1", "secretary");
	const [first] = wave.asked.questions;
	if (first?.kind === "choice" && first.options[0]) first.options[0].words = { zh: "=1+1", en: "@SUM(1)" };
	const sheets = await readXlsxFile(
		await xlsxBlob({ ...codeBook(wave, "zh"), also: [codeBook(wave, "en")] }),
	);
	expect(sheets.map(({ sheet }) => sheet)).toEqual(["编码表", "Code book"]);
	expect(sheets[0]?.data.some((row) => row.includes("=1+1") && row.includes("@SUM(1)"))).toBe(true);
	expect(csvText(codeBook(wave, "zh"))).toContain("'=1+1");
});
