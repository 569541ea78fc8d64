/**
 * A cell of somebody's spreadsheet, read into a value. Nobody types for a machine: `1989.1`, `1995年6月`, `１９７０.５`,
 * `199109`, `91.5`, a serial number that has lost its format, a telephone number with a tab before it. What allows two
 * readings is no value but a trouble, and a person decides.
 */
import { type Day, isDay, yearOf } from "./day";
import { type Fen, fenOf, largestFen } from "./money";

export type Cell = string | number | boolean | Date | null;

/** Why a cell can't be read as what its column says. */
export type Trouble =
	| "not-a-name"
	| "not-a-sex"
	| "not-a-year"
	| "two-years"
	| "not-a-day"
	| "two-days"
	| "after-today"
	| "before-books"
	| "not-a-telephone"
	| "two-telephones"
	| "not-a-kind"
	| "not-a-number"
	| "not-an-amount"
	| "not-a-choice"
	| "too-long"
	| "identity-number";

export type Reading<Value> = { value: Value | null; trouble?: Trouble };

/** What a column tells about its cells: whether its five-digit numbers are serial days. */
export type Column = { serials: boolean };

/** A cell as text: half-width, one space between words, without what a spreadsheet puts before a text. */
export function textOf(cell: Cell): string {
	if (cell === null) return "";
	if (cell instanceof Date) return isoOf(cell);
	return String(cell)
		.normalize("NFKC")
		.replace(/[\p{Cc}\p{Cf}]/gu, " ")
		.replace(/\s+/g, " ")
		.trim()
		.replace(/^['‘’`]+/, "")
		.trim();
}

const isoOf = (date: Date) => {
	// WPS keeps some days a second before midnight; the nearest day is meant.
	const nearest = new Date(Math.round(date.getTime() / 3_600_000) * 3_600_000 + 1);
	return Number.isNaN(nearest.getTime()) ? "" : nearest.toISOString().slice(0, 10);
};

const nothing = /^(?:[-—–/\\.·、]+|无|没有|不详|未知|暂无|空|n\/?a|none|null|#n\/a)$/i;
const blank = (text: string) => text === "" || nothing.test(text);

/** Whether a cell says nothing. */
export const isBlank = (cell: Cell) => blank(textOf(cell));

/** A person's name, the spaces between Chinese characters taken out; brackets and figures are for a person to judge. */
export function nameIn(cell: Cell): Reading<string> {
	const text = textOf(cell).replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, "$1");
	if (blank(text)) return { value: null };
	if ([...text].length > 40) return { value: null, trouble: "too-long" };
	return /[\d()[\]{}<>?*#:,;/\\=+]/.test(text) || [...text].length < 2
		? { value: text, trouble: "not-a-name" }
		: { value: text };
}

/** Female or male, in words, letters or the codes of GB/T 2261. */
export function sexIn(cell: Cell): Reading<"female" | "male"> {
	const text = textOf(cell).toLowerCase();
	if (blank(text)) return { value: null };
	if (/^(?:女(?:性|士)?|f(?:emale)?|woman|2|♀)$/.test(text)) return { value: "female" };
	if (/^(?:男(?:性|士)?|m(?:ale)?|man|1|♂)$/.test(text)) return { value: "male" };
	return { value: null, trouble: "not-a-sex" };
}

/** The day that Excel counts so many days after the last of 1899. */
export const dayOfSerial = (serial: number): Day =>
	new Date(Date.UTC(1899, 11, 30) + Math.round(serial) * 86_400_000).toISOString().slice(0, 10);

// 19891 may be January 1989 without its dot, or a day of 1954.
const undotted = (digits: string) => Number(digits) >= 19001 && Number(digits) <= 20299;
const isSerial = (digits: string, column: Column) =>
	digits.length === 5 &&
	Number(digits) >= 8000 &&
	Number(digits) <= 60000 &&
	(column.serials || !undotted(digits));

/** Whether a column's five-digit numbers are serial days: some are, and none is a month such as 199109. */
export function columnOf(cells: readonly Cell[]): Column {
	const digits = cells.map((cell) => textOf(cell)).filter((text) => /^\d{5,8}$/.test(text));
	const serials = digits.filter((text) => text.length === 5 && !undotted(text)).length;
	return { serials: serials > 0 && digits.every((text) => text.length === 5) };
}

/** The year in which somebody was born; nothing else of the day is kept. */
export function birthYearIn(cell: Cell, column: Column, today: Day): Reading<number> {
	const text = textOf(cell)
		.replace(/\(.*?\)/g, "")
		.replace(/\s/g, "");
	if (blank(text)) return { value: null };
	const latest = yearOf(today);
	const good = (year: number): Reading<number> =>
		year >= 1900 && year <= latest ? { value: year } : { value: null, trouble: "not-a-year" };
	if (isSerial(text, column)) return good(yearOf(dayOfSerial(Number(text))));
	if (/^\d{5}$/.test(text)) return { value: null, trouble: "two-years" };
	const whole = /^(?:生于|出生)?(\d{4})(?:\d{2}(?:\d{2})?)?$/.exec(text);
	if (whole) return good(Number(whole[1]));
	const parted = /^(?:生于|出生)?(\d{4})[-/.·,。、年](\d{1,2})?(?:[-/.·,。、月](\d{1,2})?)?/.exec(text);
	if (parted) return monthIn(parted[2]) ? good(Number(parted[1])) : { value: null, trouble: "not-a-year" };
	const last =
		/^\d{1,2}[-/.]\d{1,2}[-/.](\d{4})$/.exec(text) ?? /^[a-z]{3,9}\.?[-,]?(?:\d{1,2},?)?(\d{4})$/i.exec(text);
	if (last) return good(Number(last[1]));
	const short = /^(\d{2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?日?)?$/.exec(text) ?? /^(\d{2})年?$/.exec(text);
	if (short && monthIn(short[2])) return shortYear(Number(short[1]), latest);
	return { value: null, trouble: "not-a-year" };
}

const monthIn = (month: string | undefined) =>
	month === undefined || (Number(month) >= 1 && Number(month) <= 12);

/** 91 is 1991 and 05 is 2005: whichever makes somebody of 14 to 100 today. */
function shortYear(short: number, latest: number): Reading<number> {
	const likely = [1900 + short, 2000 + short].find((year) => latest - year >= 14 && latest - year <= 100);
	return likely === undefined ? { value: null, trouble: "not-a-year" } : { value: likely };
}

/** How much of a day was written: a month alone is its first, a year alone its New Year's Day. */
export type Exactness = "day" | "month" | "year";
export type DayReading = Reading<Day> & { exact?: Exactness };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A civil day up to today. */
export function dayIn(cell: Cell, column: Column, today: Day): DayReading {
	const read = dayRead(cell, column, today);
	return read.value !== null && read.value > today ? { value: null, trouble: "after-today" } : read;
}

function dayRead(cell: Cell, column: Column, today: Day): DayReading {
	if (cell instanceof Date) return made(isoOf(cell).split("-"), "day");
	// The number 2014.1 may have been typed as 2014.10: Excel drops the nought.
	if (typeof cell === "number" && /^(?:19|20)\d\d\.1$/.test(String(cell)))
		return { value: null, trouble: "two-days" };
	const text = textOf(cell)
		.replace(/[ T]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?$/, "")
		.replace(/\(.*?\)/g, "")
		.trim();
	const tight = text.replace(/\s/g, "");
	if (blank(tight)) return { value: null };
	if (isSerial(tight, column)) return { value: dayOfSerial(Number(tight)), exact: "day" };
	if (/^\d{5}$/.test(tight)) return { value: null, trouble: "two-days" };
	const whole = /^(\d{4})(\d{2})?(\d{2})?$/.exec(tight);
	if (whole) return made(whole.slice(1));
	const parted =
		/^(\d{4})[-/.·,。、年](\d{1,2})?(?:[-/.·,。、月](\d{1,2})?)?[日号]?$/.exec(tight) ??
		/^(\d{4})年$/.exec(tight);
	if (parted) return made(parted.slice(1));
	const short = /^(\d{2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?[日月号]?$/.exec(tight);
	if (short) return made([String(century(Number(short[1]), today)), short[2], short[3]]);
	return inEnglish(text.toLowerCase());
}

// Nobody joined in the future: of two centuries the later one that has been.
const century = (short: number, today: Day) => (2000 + short <= yearOf(today) ? 2000 : 1900) + short;

function inEnglish(text: string): DayReading {
	const named = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
	const after = /^(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([a-z]{3,9})\.?,?[ -](\d{4})$/.exec(text);
	const month = months.indexOf((named?.[1] ?? after?.[2] ?? "").slice(0, 3)) + 1;
	if (month > 0) return made([named?.[3] ?? after?.[3], String(month), named?.[2] ?? after?.[1]]);
	const figures = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
	if (!figures) return { value: null, trouble: "not-a-day" };
	const [one, other, year] = [Number(figures[1]), Number(figures[2]), figures[3]];
	// 6/7/2019 is June in one country and July in the next.
	if (one <= 12 && other <= 12 && one !== other) return { value: null, trouble: "two-days" };
	return one > 12 ? made([year, String(other), String(one)]) : made([year, String(one), String(other)]);
}

function made(parts: readonly (string | undefined)[], exact?: Exactness): DayReading {
	const [year, month, day] = parts;
	const value = `${year}-${(month ?? "1").padStart(2, "0")}-${(day ?? "1").padStart(2, "0")}`;
	if (!isDay(value)) return { value: null, trouble: "not-a-day" };
	return { value, exact: exact ?? (day ? "day" : month ? "month" : "year") };
}

const dialled = /^(?:1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7})$/;
const digitsOf = (text: string) =>
	text.replace(/[\s\-–—()+.'"·]/g, "").replace(/^(?:0086|86)(?=1\d{10}$)/, "");

/** A telephone number, however it was typed. Of two the first is the value, and a person is asked. */
export function telephoneIn(cell: Cell): Reading<string> {
	const text = textOf(typeof cell === "number" ? cell.toFixed(0) : cell).replace(/[‘’“”]/g, "");
	if (blank(text)) return { value: null };
	const power = /^(\d\.\d{10})e\+?10$/i.exec(text);
	const whole = digitsOf(power ? (power[1] ?? "").replace(".", "") : text);
	if (dialled.test(whole)) return { value: whole };
	const several = text
		.split(/[/、,;]|\s(?=1\d{10}\b)/)
		.map(digitsOf)
		.filter((part) => dialled.test(part));
	if (several.length > 0) return { value: several[0] ?? null, trouble: "two-telephones" };
	return { value: null, trouble: "not-a-telephone" };
}

/** The kind of member in words; what says nothing of it is none. */
export function memberKindIn(cell: Cell): Reading<"ordinary" | "group" | "honorary"> {
	const text = textOf(cell).toLowerCase();
	if (blank(text)) return { value: null };
	if (/名誉|荣誉|免|honorary|exempt/.test(text)) return { value: "honorary" };
	if (/团体|单位|集体|group|corporate/.test(text)) return { value: "group" };
	if (/普通|个人|一般|正式|^会员$|ordinary|member|regular/.test(text)) return { value: "ordinary" };
	return { value: null, trouble: "not-a-kind" };
}

/** A whole number of people, households and the like; "1,202 人" is one. */
export function countIn(cell: Cell): Reading<number> {
	const text = textOf(cell).replace(/[,\s人户个]/g, "");
	if (blank(text)) return { value: null };
	return /^\d{1,9}(?:\.0+)?$/.test(text)
		? { value: Math.round(Number(text)) }
		: { value: null, trouble: "not-a-number" };
}

/**
 * An amount in fen as sheets and statements write it: `10元`, `¥1,200.00`, `-186.5`, `(186.50)`; less than nothing where money went
 * out. What a formula left behind the second decimal is rounded away as text.
 */
export function fenIn(cell: Cell): Reading<Fen> {
	if (isBlank(cell)) return { value: null };
	const shown = typeof cell === "number" && /\.\d{7,}|e/.test(String(cell)) ? cell.toFixed(2) : cell;
	const text = textOf(shown).replace(/[−–—]/g, "-");
	const parts = /^(\(?)([+-]?)(.*?)\)?$/.exec(text.replace(/[\s,¥元圆整]|人民币|rmb|cny/gi, ""));
	const fen = fenOf(parts?.[3] ?? "");
	if (fen === null || fen > largestFen) return { value: null, trouble: "not-an-amount" };
	return { value: (parts?.[1] || parts?.[2] === "-") && fen !== 0 ? -fen : fen };
}

/** The years that a cell names, each alone (`2024、2025`) or from one to another (`2023-2025`); none for nothing of the kind. */
export function yearsIn(cell: Cell): number[] {
	const text = textOf(cell).replace(/年度?/g, "");
	const found = [...text.matchAll(/(?<!\d)(20\d\d)(?:\s*(?:-|–|—|~|至|到)\s*(20\d\d))?(?!\d)/g)];
	const years = found.flatMap(([, from, to]) =>
		Array.from({ length: Math.min(10, Number(to ?? from) - Number(from) + 1) }, (_, on) => Number(from) + on),
	);
	return [...new Set(years)].sort((one, other) => one - other);
}

/** One line of text of at most so many characters. */
export function lineIn(cell: Cell, most: number): Reading<string> {
	const text = textOf(cell);
	if (blank(text)) return { value: null };
	return [...text].length > most ? { value: null, trouble: "too-long" } : { value: text };
}

/**
 * Whether a text holds an identity-card number: seventeen digits and a check character anywhere, or fifteen alone with a
 * day of birth in them, as cards had before 1999. None is ever kept, or sent.
 */
export function holdsIdentityNumber(cell: Cell): boolean {
	const text = textOf(typeof cell === "number" && cell > 1e14 ? cell.toFixed(0) : cell);
	if (/(?:^|\D)\d{17}[\dXx](?!\d)/.test(text)) return true;
	const old = /^\d{6}(\d\d)(\d\d)(\d\d)\d{3}$/.exec(text.replace(/\s/g, ""));
	return old !== null && isDay(`19${old[1]}-${old[2]}-${old[3]}`);
}
