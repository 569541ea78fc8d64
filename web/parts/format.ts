import type { Day } from "../../worker/values/day";
import type { Language } from "../../worker/values/language";
import { type Fen, yuanText } from "../../worker/values/money";

/** How a day is written: 2026年11月20日, 11月20日, 11月20日 星期五, 2026.11.20, 11·20. */
export type DayShape = "full" | "short" | "weekday" | "dotted" | "ruler";

const locales: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };
const noBreak = "\u00a0";

/** A day in words; an empty text for no day. */
export function formatDay(day: Day | null, language: Language, shape: DayShape = "full"): string {
	if (!day) return "";
	const [year, month, date] = day.split("-").map(Number);
	if (shape === "dotted" && language === "zh") return `${year}.${month}.${date}`;
	if (shape === "ruler" && language === "zh") return `${month}\u2022${date}`;
	const text = dayFormat(language, shape).format(Date.parse(day));
	// Intl joins 11月20日 and 星期五 without a space.
	if (language === "zh") return text.replace(/日(?=星期)/, `日${noBreak}`);
	return shape === "full" || shape === "weekday" ? text : text.replaceAll(" ", noBreak);
}

/** A whole number or one with a fixed number of decimals, grouped as the language does. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
	return numberFormat(language, decimals).format(value);
}

/** An amount with its unit: "10 元", "10.50 元", "10 yuan". */
export function formatFen(fen: Fen, language: Language): string {
	return `${formatYuan(fen, language)}${noBreak}${language === "zh" ? "元" : "yuan"}`;
}

/** An amount as it stands in a column of a table: always two decimals, no unit. */
export function formatAmount(fen: Fen, language: Language): string {
	return formatYuan(fen, language, 2);
}

/** Fen in yuan without a unit, handed over as text: no sum is rounded on its way. */
export function formatYuan(fen: Fen, language: Language, decimals = fen % 100 === 0 ? 0 : 2): string {
	return numberFormat(language, decimals).format(yuanText(fen) as `${number}`);
}

/** A share between 0 and 1 as a percentage with one decimal: "93.3 %". */
export function formatShare(share: number, language: Language): string {
	return `${formatNumber(share * 100, language, 1)}${noBreak}%`;
}

/** English plurals: `counted(2, "member", "members")` is "2 members". */
export function counted(count: number, one: string, other: string): string {
	englishPlural ??= new Intl.PluralRules("en-GB");
	return `${formatNumber(count, "en")}${noBreak}${englishPlural.select(count) === "one" ? one : other}`;
}

const digits = "〇一二三四五六七八九";

/** A small count as Chinese headings write it: 五, 十一, 二十. From 100 on, in digits. */
export function chineseCount(count: number): string {
	if (count < 0 || count > 99 || !Number.isInteger(count)) return String(count);
	if (count < 10) return count === 0 ? "零" : count === 2 ? "两" : (digits[count] ?? "");
	const [tens, ones] = [Math.floor(count / 10), count % 10];
	return `${tens === 1 ? "" : digits[tens]}十${ones === 0 ? "" : digits[ones]}`;
}

/** A day as certificates write it: 二〇二六年十二月一日. */
export function chineseDay(day: Day): string {
	const [year, month, date] = day.split("-");
	const plain = (part: string | undefined) => chineseCount(Number(part)).replace("两", "二");
	return `${[...(year ?? "")].map((digit) => digits[Number(digit)]).join("")}年${plain(month)}月${plain(date)}日`;
}

let englishPlural: Intl.PluralRules | undefined;
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

const dayOptions: Record<DayShape, Intl.DateTimeFormatOptions> = {
	full: { year: "numeric", month: "long", day: "numeric" },
	short: { month: "short", day: "numeric" },
	weekday: { month: "long", day: "numeric", weekday: "long" },
	dotted: { year: "numeric", month: "short", day: "numeric" },
	ruler: { month: "short", day: "numeric" },
};

// Making an Intl formatter costs far more than using it, and a list uses one for every row.
function dayFormat(language: Language, shape: DayShape): Intl.DateTimeFormat {
	const key = `${language} ${shape}`;
	let known = dayFormats.get(key);
	if (!known) {
		known = new Intl.DateTimeFormat(locales[language], { ...dayOptions[shape], timeZone: "UTC" });
		dayFormats.set(key, known);
	}
	return known;
}

function numberFormat(language: Language, decimals: number): Intl.NumberFormat {
	const key = `${language} ${decimals}`;
	let known = numberFormats.get(key);
	if (!known) {
		known = new Intl.NumberFormat(locales[language], {
			minimumFractionDigits: decimals,
			maximumFractionDigits: decimals,
		});
		numberFormats.set(key, known);
	}
	return known;
}
