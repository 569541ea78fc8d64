/**
 * Fields as people type them, read into values. A message is a reason with its figures ("too-long 80"); the sentence for
 * it, in the reader's language, stands in web/parts/mistakes.ts. JSON callers may send numbers and booleans as such.
 */
import * as v from "valibot";
import { type Day, firstBookDay, isDay } from "./day";
import { type Fen, fenOf, largestFen } from "./money";

const loose = v.pipe(
	v.optional(v.union([v.string(), v.number(), v.boolean(), v.null()], "not-a-text"), ""),
	v.transform((raw) => (raw === null ? "" : String(raw).toWellFormed().normalize("NFC"))),
);

// Control characters have no place in one line, and bidirectional overrides can dress one text as another.
// Joiners stay: emoji are made with them.
const unseen = /(?!\u200d)[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]/gu;

const oneLine = v.pipe(
	loose,
	v.transform((raw) => raw.replace(unseen, " ").replace(/\s+/g, " ").trim()),
);

// Huijia holds no identity-card numbers: seventeen digits and a check character are refused wherever text is typed.
const namesNoIdentityNumber = v.check<string, string>(
	(text) => !/(?<!\d)\d{17}[\dXx](?!\d)/.test(text),
	"identity-number",
);

/** One line of at most `most` characters (code points); null when blank. */
export const line = (most: number) =>
	v.pipe(
		oneLine,
		v.check((text) => [...text].length <= most, `too-long ${most}`),
		namesNoIdentityNumber,
		v.transform((text) => (text === "" ? null : text)),
	);

/** One line that must not be blank. */
export const requiredLine = (most: number) =>
	v.pipe(
		oneLine,
		v.nonEmpty("required"),
		v.check((text) => [...text].length <= most, `too-long ${most}`),
		namesNoIdentityNumber,
	);

/** Several lines of at most `most` characters; null when blank. */
export const lines = (most: number) =>
	v.pipe(
		loose,
		v.transform((raw) =>
			raw
				.replace(/\r\n?/g, "\n")
				.replace(unseen, (character) => (character === "\n" ? "\n" : " "))
				.trim(),
		),
		v.check((text) => [...text].length <= most, `too-long ${most}`),
		namesNoIdentityNumber,
		v.transform((text) => (text === "" ? null : text)),
	);

/** A civil day; full-width digits and 2026/3/5 or 2026.3.5 are understood. */
export const day = () =>
	v.pipe(
		oneLine,
		v.nonEmpty("required"),
		v.transform(normalDay),
		v.check((text) => isDay(text), "not-a-day"),
		v.transform((text): Day => text),
	);

/** A civil day on which money changed hands: none before the first that a list of money shows. */
export const bookDay = () =>
	v.pipe(
		day(),
		v.check((text) => text >= firstBookDay, `before-books ${firstBookDay.slice(0, 4)}`),
	);

/** A civil day that may be left out; null when blank. */
export const optionalDay = () =>
	v.pipe(
		oneLine,
		v.transform(normalDay),
		v.check((text) => text === "" || isDay(text), "not-a-day"),
		v.transform((text): Day | null => (text === "" ? null : text)),
	);

function normalDay(text: string): string {
	const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(
		text.normalize("NFKC").replace(/\s/g, ""),
	);
	return parts ? `${parts[1]}-${parts[2]?.padStart(2, "0")}-${parts[3]?.padStart(2, "0")}` : text;
}

/** A whole number from `least` to `most`; null when blank. */
export const count = (least: number, most: number) =>
	v.pipe(
		oneLine,
		v.transform((text) => text.normalize("NFKC").replace(/,/g, "")),
		v.check((text) => text === "" || /^-?\d{1,12}$/.test(text), "not-a-count"),
		v.check(
			(text) => text === "" || (Number(text) >= least && Number(text) <= most),
			`out-of-range ${least} ${most}`,
		),
		v.transform((text) => (text === "" ? null : Number(text))),
	);

/** A whole number that must be given. */
export const requiredCount = (least: number, most: number) =>
	v.pipe(
		count(least, most),
		v.check((number) => number !== null, "required"),
		v.transform((number) => number ?? 0),
	);

/** An amount in yuan, kept in fen; null when blank. */
export const money = () =>
	v.pipe(
		oneLine,
		v.check((text) => text === "" || fenOf(text) !== null, "not-an-amount"),
		v.transform((text) => (text === "" ? null : fenOf(text))),
		v.check((fen) => fen === null || fen <= largestFen, "too-much"),
	);

/** An amount in yuan that must be given and be more than nothing. */
export const requiredMoney = () =>
	v.pipe(
		money(),
		v.check((fen) => fen !== null, "required"),
		v.check((fen) => fen === null || fen > 0, "nothing"),
		v.transform((fen): Fen => fen ?? 0),
	);

/** One of the given words; null when blank. */
export const choice = <const Option extends string>(options: readonly Option[]) =>
	v.pipe(
		oneLine,
		v.check((text) => text === "" || (options as readonly string[]).includes(text), "not-a-choice"),
		v.transform((text) => (text === "" ? null : (text as Option))),
	);

/** One of the given words, which must be given. */
export const requiredChoice = <const Option extends string>(options: readonly Option[]) =>
	v.pipe(
		oneLine,
		v.nonEmpty("required"),
		v.check((text) => (options as readonly string[]).includes(text), "not-a-choice"),
		v.transform((text) => text as Option),
	);

/** A box that is ticked or not. */
export const tick = () =>
	v.pipe(
		oneLine,
		v.transform((text) => ["on", "true", "1", "yes"].includes(text)),
	);

/** Several ids or words under one name: none, one, or many boxes ticked. */
export const many = (most: number) =>
	v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((raw) => (typeof raw === "string" ? [raw] : raw)),
		v.maxLength(most, `too-many ${most}`),
	);

/** A mainland telephone number: eleven digits of a mobile, or area code and number; null when blank. */
export const telephone = () =>
	v.pipe(
		oneLine,
		v.transform((text) =>
			text
				.normalize("NFKC")
				.replace(/[\s\-()+.]/g, "")
				.replace(/^(0086|86)(?=1\d{10}$)/, ""),
		),
		v.check(
			(text) => !/^1/.test(text) || text.length === 11,
			(issue) => `telephone-digits ${String(issue.input).length}`,
		),
		v.check((text) => text === "" || /^(1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7})$/.test(text), "not-a-telephone"),
		v.transform((text) => (text === "" ? null : text)),
	);

/** A list that comes as JSON, or as JSON in a text: one parameter either way. */
export const listOf = <Schema extends v.GenericSchema>(schema: Schema, most: number) =>
	v.pipe(
		v.unknown(),
		v.transform((raw): unknown => (typeof raw === "string" ? parsed(raw) : raw)),
		v.array(schema, "not-a-list"),
		v.maxLength(most, `too-many ${most}`),
	);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** What is wrong with a form, by field: a reason with its figures. */
export type Mistakes = Record<string, string>;

/** The outcome of reading a body: typed values, or what is wrong and what was typed. */
export type Read<Output> = { ok: true; value: Output } | { ok: false; mistakes: Mistakes; typed: Typed };

/** A body as it was typed, for showing the form again. */
export type Typed = Record<string, string | string[]>;

/** Reads a raw body with a schema; the first mistake of each field is kept. */
export function readTyped<Schema extends v.GenericSchema>(
	schema: Schema,
	raw: Record<string, unknown>,
): Read<v.InferOutput<Schema>> {
	const result = v.safeParse(schema, raw);
	if (result.success) return { ok: true, value: result.output };
	const mistakes: Record<string, string> = {};
	for (const issue of result.issues) {
		const field = String(issue.path?.[0]?.key ?? "form");
		mistakes[field] ??= /^[a-z-]+( -?\d+)*$/.test(issue.message) ? issue.message : "not-a-text";
	}
	return { ok: false, mistakes, typed: typedOf(raw) };
}

/** What was read, unless a rule that looks at all of it finds mistakes: a reason by field, null where there is none. */
export function checkedBy<Output extends Record<string, unknown>>(
	read: Read<Output>,
	rule: (value: Output) => Record<string, string | null>,
): Read<Output> {
	if (!read.ok) return read;
	const mistakes = Object.fromEntries(
		Object.entries(rule(read.value)).filter((entry): entry is [string, string] => entry[1] !== null),
	);
	if (Object.keys(mistakes).length === 0) return read;
	return { ok: false, mistakes, typed: typedOf(read.value) };
}

/** The strings of a raw body, cut to a length that a page can carry. */
export function typedOf(raw: Record<string, unknown>): Typed {
	const typed: Record<string, string | string[]> = {};
	for (const [name, value] of Object.entries(raw)) {
		if (Array.isArray(value)) {
			const texts = value.filter((one): one is string => typeof one === "string");
			typed[name] = texts.slice(0, 2000).map((text) => text.slice(0, 100));
		} else if (["string", "number", "boolean"].includes(typeof value))
			typed[name] = String(value).slice(0, 5000);
	}
	return typed;
}
