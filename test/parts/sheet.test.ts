import { expect, test } from "vitest";
import { csvText, fileName, sheetOf, sheetOfLines } from "../../web/parts/sheet";

test("No cell of a .csv runs, and what has commas, quotes or lines stays one cell.", () => {
	const text = (cell: string) => csvText(sheetOfLines("", ["h"], [[cell]])).split("\r\n")[1];
	for (const typed of ["=1+1", "+86", "-1", "@SUM(A1)", "\tx", "\rx"]) expect(text(typed)).toMatch(/^"?'/);
	expect(text('说"好", 走')).toBe('"说""好"", 走"');
	expect(text("陈美兰")).toBe("陈美兰");
});

test("A number below zero stays a number.", () => {
	expect(csvText(sheetOfLines("", ["元"], [[-3.5]]))).toContain("\r\n-3.5\r\n");
});

test("What all cells of a column are is what the column is.", () => {
	const { columns } = sheetOfLines(
		"",
		["名", "数", "日", "空"],
		[
			["甲", 1, "2026-01-01", null],
			["乙", null, "2026-02-01", null],
		],
	);
	expect(columns.map(({ is }) => is)).toEqual(["text", "number", "day", "text"]);
});

test("A column says what it is, and each row has a cell in it.", () => {
	const { columns, rows, next } = sheetOf(
		"",
		[{ head: "元", is: "yuan", cell: (row: number) => row / 100 }],
		[1050],
	);
	expect(columns).toEqual([{ head: "元", is: "yuan", wide: 12 }]);
	expect([rows, next]).toEqual([[[10.5]], null]);
});

test("A file's name holds nothing that a file system refuses.", () => {
	expect(fileName(["上园村", '会员/名册:"2026"', undefined, "2026-11-24"])).toBe(
		"上园村-会员名册2026-2026-11-24",
	);
});
