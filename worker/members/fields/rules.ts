import * as v from "valibot";
import type { FurtherKind } from "../../tables/people";
import { choice, day, line, type Typed } from "../../values/typed";

/** How many further fields a root may have in use at a time. */
export const mostFields = 10;

/** What Huijia never holds of anybody; no field is made for it. */
export type NeverHeld = "identity" | "health" | "pregnancy" | "children";

// 环 alone is the contraceptive ring as registers write it (上环, 带环); 环保, 环境, 环卫 and the like are not.
const smells: readonly [NeverHeld, RegExp][] = [
	[
		"identity",
		/身份证|证件号|身份号|公民身份|社保号|社会保障号|护照|\bid\b|identit|passport|social security|\bssn\b/,
	],
	[
		"pregnancy",
		/孕|节育|绝育|结扎|流产|引产|人流|堕胎|月经|(?<!循|连|三|外|内)环(?!保|境|卫|节|线|村|城|路|球|形)|pregnan|contracep|birth control|\biud\b|abortion|sterili[sz]|miscarr|menstru/,
	],
	[
		"children",
		/子女|儿女|孩|独生|失独|生育|超生|胎|几个娃|女儿|儿子|child|\bkids?\b|\bsons?\b|daughter|offspring|fertil|\bbab(y|ies)\b|\bbirths?\b/,
	],
	[
		"health",
		/健康|病|残疾|残障|伤残|残|体检|用药|药物|血压|血糖|血型|癌|手术|医疗|就医|体重|health|illness|disease|disab|handicap|medica|diagnos|blood|cancer|surgery|\bsick/,
	],
];

/** What a name asks for that is never held; null for a name that may stand. */
export function neverHeld(name: string): NeverHeld | null {
	const plain = name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
	const joined = plain.replace(/(?<=\p{Script=Han})[\s·.\-_/]+(?=\p{Script=Han})/gu, "");
	return smells.find(([, smell]) => smell.test(joined))?.[0] ?? null;
}

/** A further field as forms, lists and files need it. */
export type FurtherField = {
	id: string;
	kind: FurtherKind;
	zh: string;
	en: string;
	choices: string[];
	toDay: string | null;
};

/** What somebody's record holds in further fields, by field id. */
export type FurtherValues = Record<string, string | number>;

const number = v.pipe(
	line(20),
	v.transform((text) => (text === null ? "" : text.normalize("NFKC").replace(/[,\s]/g, ""))),
	v.check((text) => text === "" || /^-?\d{1,12}(\.\d{1,4})?$/.test(text), "not-a-number"),
	v.transform((text) => (text === "" ? null : Number(text))),
);
const schemaOf = ({ kind, choices }: FurtherField): v.GenericSchema<unknown, string | number | null> => {
	if (kind === "number") return number;
	if (kind === "day") return day();
	if (kind === "choice") return choice(choices);
	return line(80);
};

/** The name under which a form sends a further field. */
export const furtherName = (id: string) => `further.${id}`;

/**
 * One value of a further field as somebody typed or a register brought it.
 * @returns the value (null when blank), or the reason why it can't be
 */
export function furtherValue(
	field: FurtherField,
	raw: unknown,
): { ok: true; value: string | number | null } | { ok: false; reason: string } {
	if (raw === null || (typeof raw === "string" && raw.trim() === "")) return { ok: true, value: null };
	const read = v.safeParse(schemaOf(field), raw);
	if (read.success) return { ok: true, value: read.output };
	const reason = read.issues[0].message;
	return { ok: false, reason: /^[a-z-]+( -?\d+)*$/.test(reason) ? reason : mistakeOf(field.kind) };
}

const mistakeOf = (kind: FurtherKind) => (kind === "day" ? "not-a-day" : "not-a-text");

/**
 * What a body says in further fields: `further.<id>` in a form, an object `further` in JSON. A field that the body doesn't
 * mention keeps what it had, and so does a field that is no longer in use.
 */
export function readFurther(
	fields: readonly FurtherField[],
	raw: Readonly<Record<string, unknown>>,
	before: FurtherValues = {},
) {
	const given =
		typeof raw.further === "object" && raw.further !== null ? (raw.further as Record<string, unknown>) : {};
	const values: FurtherValues = { ...before };
	const mistakes: Record<string, string> = {};
	const typed: Typed = {};
	for (const field of fields.filter(({ toDay }) => toDay === null)) {
		const name = furtherName(field.id);
		const sent = Object.hasOwn(raw, name)
			? raw[name]
			: Object.hasOwn(given, field.id)
				? given[field.id]
				: undefined;
		if (sent === undefined) continue;
		if (typeof sent === "string" || typeof sent === "number") typed[name] = String(sent).slice(0, 100);
		const read = furtherValue(field, sent);
		if (!read.ok) mistakes[name] = read.reason;
		else if (read.value === null) delete values[field.id];
		else values[field.id] = read.value;
	}
	return { values, mistakes, typed };
}
