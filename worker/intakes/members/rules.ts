import type { Exactness } from "../../values/cell";
import type { Day } from "../../values/day";

/** Somebody as a line of a register tells of them. `place`: the organisation below that the line names; null is the register's own. */
export type Line = {
	line: number;
	place: string | null;
	name: string;
	sex: "female" | "male" | null;
	birth_year: number | null;
	telephone: string | null;
	address: string | null;
	/** The group they stand in, by its name. */
	group: string | null;
	joined_on: Day | null;
	exact: Exactness | null;
	kind: "ordinary" | "group" | "honorary";
	note: string | null;
	further: Record<string, string | number>;
};

/** A member who is known already, with the latest period of membership. */
export type Known = {
	id: string;
	place: string;
	name: string;
	sex: "female" | "male" | null;
	birth_year: number | null;
	telephone: string | null;
	address: string | null;
	group: string | null;
	kind: "ordinary" | "group" | "honorary";
	note: string | null;
	further: Record<string, string | number>;
	joined_on: Day;
	left_on: Day | null;
	/** Whether there were periods before this one: then its day can't be changed here. */
	returned: boolean;
};

type Alike = Pick<Line, "name" | "sex" | "birth_year" | "telephone" | "address">;
export type Because =
	| "year"
	| "telephone"
	| "address"
	| "other-year"
	| "other-telephone"
	| "other-sex"
	| "nothing-to-tell";
export type Verdict = "same" | "different" | "unsure";

/**
 * Whether two of one name are one person. Year of birth and telephone tell; an address or a sex only in doubt. What can be told
 * apart is kept apart, and what can't is for a person to decide.
 */
export function comparison(one: Alike, other: Alike): { verdict: Verdict; because: Because[] } {
	const year = agreement(one.birth_year, other.birth_year);
	const telephone = agreement(one.telephone, other.telephone);
	const address = agreement(one.address, other.address);
	const sex = agreement(one.sex, other.sex);
	const because: Because[] = [
		...told(year, "year", "other-year"),
		...told(telephone, "telephone", "other-telephone"),
		...(address === "agrees" ? (["address"] as const) : []),
		...(sex === "differs" ? (["other-sex"] as const) : []),
	];
	const verdict = verdictOn(year, telephone, address, sex);
	return { verdict, because: because.length > 0 ? because : ["nothing-to-tell"] };
}

type Agreement = "agrees" | "differs" | "unknown";

const agreement = (one: string | number | null, other: string | number | null): Agreement =>
	one === null || other === null ? "unknown" : one === other ? "agrees" : "differs";

const told = (agrees: Agreement, same: Because, not: Because): Because[] =>
	agrees === "agrees" ? [same] : agrees === "differs" ? [not] : [];

function verdictOn(year: Agreement, telephone: Agreement, address: Agreement, sex: Agreement): Verdict {
	if (year === "differs") return telephone === "agrees" ? "unsure" : "different";
	if (sex === "differs") return telephone === "agrees" || year === "agrees" ? "unsure" : "different";
	if (year === "agrees") return telephone === "differs" && address !== "agrees" ? "unsure" : "same";
	if (telephone === "agrees") return "same";
	return "unsure";
}

/** What a line would change of a known member, field by field. `fills`: nothing was known there. */
export type Difference = {
	field: ChangedField;
	from: string | number | null;
	to: string | number;
	fills: boolean;
};
export const changedFields = [
	"sex",
	"birth_year",
	"telephone",
	"address",
	"group",
	"joined_on",
	"kind",
	"note",
] as const;
export type ChangedField = (typeof changedFields)[number] | FurtherName;
/** A further field among the differences, under the name that a form sends it by. */
export type FurtherName = `further.${string}`;

const numerals = "零一二三四五六七八九十";

/** What a group is known again by, however a sheet writes it: 第三组, 三组, 3组 and 3 are one. */
export function groupKey(name: string): string {
	const bare = name.normalize("NFKC").replace(/\s/g, "").replace(/^第/, "");
	const numbered = /^([一二三四五六七八九]?十?[一二三四五六七八九]?)组?$/.exec(bare)?.[1];
	if (!numbered) return bare.replace(/^0*(\d+)组?$/, "$1组");
	const [tens, ones] = numbered.includes("十") ? numbered.split("十") : ["", numbered];
	const ten = numbered.includes("十") ? numerals.indexOf(tens || "一") : 0;
	return `${ten * 10 + (ones ? numerals.indexOf(ones) : 0)}组`;
}

/** The differences between a line and the member it is about. A line that only tells a month doesn't contradict a day in it. */
export function differencesOf(line: Line, known: Known): Difference[] {
	const own = changedFields.flatMap((field): Difference[] => {
		const [from, to] = [known[field], line[field]];
		if (to === null || alike(from, to)) return [];
		if (field === "group" && from !== null && groupKey(String(from)) === groupKey(String(to))) return [];
		if (field === "kind" && to === "ordinary") return [];
		if (field === "joined_on" && (known.returned || vaguer(line, known.joined_on))) return [];
		return [{ field, from, to, fills: from === null }];
	});
	const further = Object.entries(line.further).flatMap(([id, to]): Difference[] => {
		const from = known.further[id] ?? null;
		return alike(from, to) ? [] : [{ field: `further.${id}`, from, to, fills: from === null }];
	});
	return [...own, ...further];
}

// 低保户,免会费 says what 低保户 免会费 says.
const bare = (value: string | number | null) => String(value ?? "").replace(/[\s,，、;；。.]/g, "");
const alike = (from: string | number | null, to: string | number) => from !== null && bare(from) === bare(to);

const written = { day: 10, month: 7, year: 4 };

function vaguer(line: Pick<Line, "joined_on" | "exact">, known: Day): boolean {
	const length = written[line.exact ?? "day"];
	return line.joined_on?.slice(0, length) === known.slice(0, length);
}

/** What is proposed for a line, and why. `later`: it isn't taken until a person has decided. */
export type Proposal = {
	line: number;
	outcome: "new" | "same" | "later";
	/** Why it is asked about; nothing for a line without a question. */
	question: Question | null;
	/** Which known member it is, or seems to be. */
	known: Known | null;
	/** Which earlier line of the file it is, or seems to be. */
	twin: number | null;
	because: Because[];
	differences: Difference[];
};
export type Question =
	| "no-name"
	| "no-day"
	| "born-later"
	| "unknown-place"
	| "differs"
	| "left"
	| "same-as-line"
	| "alike-line"
	| "alike"
	| "sounds-alike"
	| "namesake"
	| "namesake-line";

/** Proposes what to do with each line: the known members of the same reading of name, and the lines before it, are the measure. */
export function proposalsFor(
	lines: readonly Line[],
	known: ReadonlyMap<number, readonly Known[]>,
): Proposal[] {
	const before = new Map<string, Line[]>();
	return lines.map((line) => {
		const key = `${line.place ?? ""} ${line.name}`;
		const twins = before.get(key) ?? [];
		const proposal = proposalFor(line, known.get(line.line) ?? [], twins);
		if (line.name) before.set(key, [...twins, line]);
		return proposal;
	});
}

function proposalFor(line: Line, known: readonly Known[], twins: readonly Line[]): Proposal {
	const blank = { line: line.line, known: null, twin: null, because: [], differences: [] };
	const unready = unreadyFor(line);
	if (unready) return { ...blank, outcome: "later", question: unready };
	return (
		amongKnown(line, known) ??
		amongLines(line, twins) ??
		byReading(line, known) ?? { ...blank, outcome: "new", question: null }
	);
}

/** Why a line can't be taken by itself, whoever it is. */
export function unreadyFor(line: Line): Question | null {
	if (!line.name) return "no-name";
	if (line.joined_on === null) return "no-day";
	if (line.birth_year !== null && line.birth_year > Number(line.joined_on.slice(0, 4))) return "born-later";
	return null;
}

function amongKnown(line: Line, known: readonly Known[]): Proposal | null {
	const judged = known
		.filter(({ name }) => name === line.name)
		.map((one) => ({ one, ...comparison(line, one) }));
	const same = judged.filter(({ verdict }) => verdict === "same");
	const unsure = judged.filter(({ verdict }) => verdict === "unsure");
	const found = same[0] ?? unsure[0] ?? judged[0];
	if (!found) return null;
	const { one, because } = found;
	const differences = differencesOf(line, one);
	const about = { line: line.line, known: one, twin: null, because, differences };
	if (same.length === 1 && one.left_on !== null) return { ...about, outcome: "later", question: "left" };
	if (same.length === 1)
		return { ...about, outcome: "same", question: differences.length > 0 ? "differs" : null };
	if (same.length > 1 || unsure.length > 0) return { ...about, outcome: "later", question: "alike" };
	return { ...about, outcome: "new", question: "namesake", differences: [] };
}

function amongLines(line: Line, twins: readonly Line[]): Proposal | null {
	const judged = twins.map((one) => ({ one, ...comparison(line, one) }));
	const same = judged.find(({ verdict }) => verdict === "same");
	const unsure = judged.find(({ verdict }) => verdict === "unsure");
	const found = same ?? unsure ?? judged[0];
	if (!found) return null;
	const about = {
		...{ line: line.line, known: null, twin: found.one.line, because: found.because, differences: [] },
	};
	if (same) return { ...about, outcome: "same", question: "same-as-line" };
	if (unsure) return { ...about, outcome: "later", question: "alike-line" };
	return { ...about, outcome: "new", question: "namesake-line" };
}

/** Another name of the same reading with the same telephone and year of birth may be one written differently. */
function byReading(line: Line, known: readonly Known[]): Proposal | null {
	const one = known.find(
		({ name, birth_year: year, telephone }) =>
			name !== line.name &&
			telephone !== null &&
			telephone === line.telephone &&
			(year === null || line.birth_year === null || year === line.birth_year),
	);
	if (!one) return null;
	const { because } = comparison(line, one);
	return {
		line: line.line,
		outcome: "later",
		question: "sounds-alike",
		known: one,
		twin: null,
		because,
		differences: [],
	};
}

/** How many rows of the database a new member takes: the person, the membership and its order, the words to be found by. */
export const rowsEach = 4;

/** The rows that a free account may write in a day, and how many of them are left to the day's other work. */
export const rowsOfDay = 100_000;
export const rowsForWork = 20_000;

/** How many lines one request takes: its work stays below 8 ms of processor. */
export const linesInChunk = 100;
