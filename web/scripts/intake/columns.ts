import { linesFrom, type ReadLine } from "../../../worker/intakes/members/reading";
import { type MoneyLine, moneyLinesFrom, type ReadMoney } from "../../../worker/intakes/money/reading";
import { type TreeLine, treeLinesFrom } from "../../../worker/intakes/organisations/rules";
import {
	memberFields,
	moneyFields,
	organisationFields,
	type Use,
} from "../../../worker/intakes/sheet/fields";
import { placeFor } from "../../../worker/intakes/sheet/places";
import { rowsIn, type Sheet, type Table, tablesIn } from "../../../worker/intakes/sheet/rules";
import type { Method } from "../../../worker/tables/dues";
import { textOf } from "../../../worker/values/cell";
import type { Read } from "./file";
import { type Around, button, el, note, select, table, warning } from "./page";

/** How a file is read: kept with its intake, so that going on with the same file reads it the same way. */
export type Manner = {
	sheet: number;
	uses: Use[][];
	joined: string | null;
	exempt: boolean;
	places: Record<string, string>;
	/** Of money: how it changed hands, and who approved what went out. */
	method?: Method;
	approver?: string;
};

/** The sheet that holds a list, and its tables as they are found. */
export function found(read: Read, around: Around) {
	const sheets = read.sheets.map(({ name, rows }) => {
		const tables = tablesIn(rows, around.what, around.further);
		return {
			name,
			rows,
			tables,
			people: tables.reduce((sum, one, at) => sum + rowsIn(rows, one, at).length, 0),
		};
	});
	return sheets;
}
export type Found = ReturnType<typeof found>;

export const mannerOf = (sheets: Found, sheet: number): Manner => ({
	...{ sheet, joined: null, exempt: true, places: {} },
	uses: (sheets[sheet]?.tables ?? []).map(({ columns }) => columns.map(({ use }) => use)),
});

/** The tables of the chosen sheet as they are to be read. */
function tablesBy(sheets: Found, manner: Manner): { rows: Sheet; tables: Table[] } {
	const { rows = [], tables = [] } = sheets[manner.sheet] ?? {};
	return {
		rows,
		tables: tables.map((one, at) => ({
			...one,
			columns: one.columns.map((column, place) => ({
				...column,
				use: manner.uses[at]?.[place] ?? column.use,
			})),
		})),
	};
}

/** The lines of members that a file holds, in order, each with its organisation where it names one. */
export function memberLines(sheets: Found, manner: Manner, around: Around): ReadLine[] {
	const { rows, tables } = tablesBy(sheets, manner);
	const how = {
		...{
			today: around.place.today,
			joined: manner.joined,
			exemptByNote: manner.exempt,
			further: around.further,
		},
	};
	const lines = tables.flatMap((one, at) => linesFrom(one.columns, rowsIn(rows, one, at), how));
	for (const { line, placeName } of lines) {
		if (placeName !== null)
			line.place = manner.places[placeName] || placeFor(placeName, around.below, around.place);
	}
	return lines;
}

/** The lines of organisations that a file holds. */
export function treeLines(sheets: Found, manner: Manner): TreeLine[] {
	const { rows, tables } = tablesBy(sheets, manner);
	return tables.flatMap((one, at) => treeLinesFrom(one.columns, rowsIn(rows, one, at)));
}

/**
 * The sums that a file tells of, by day, all that came in before what went out: what is asked about and left for later may
 * otherwise leave too little for a use that was paid. However often a file is read, its order is the same.
 */
export function moneyLines(sheets: Found, manner: Manner, around: Around): ReadMoney[] {
	const { rows, tables } = tablesBy(sheets, manner);
	const order = ({ day, amount, line }: MoneyLine) =>
		`${(amount ?? 0) < 0 ? 1 : 0} ${day ?? "9"} ${String(line).padStart(9, "0")}`;
	return tables
		.flatMap((one, at) => moneyLinesFrom(one.columns, rowsIn(rows, one, at), around.place.today))
		.sort((one, other) => (order(one.line) < order(other.line) ? -1 : 1));
}

/** The first step: what each column is, to be corrected; then a look. */
export function chooseColumns(
	sheets: Found,
	manner: Manner,
	around: Around,
	look: (manner: Manner) => void,
): void {
	const { say, steps } = around;
	const again = (more: Partial<Manner>) => chooseColumns(sheets, { ...manner, ...more }, around, look);
	const { tables } = tablesBy(sheets, manner);
	const uses = new Set<Use>(tables.flatMap(({ columns }) => columns.map(({ use }) => use)));
	const missing = missingIn(uses, sheets, manner, around);
	steps.replaceChildren(
		el("div", { class: "heading" }, el("h2", { tabindex: "-1" }, say.columnsTitle)),
		...sheetChoice(sheets, manner, around, look),
		...tables.flatMap((one, at) => columnsOf(one, at, { sheets, manner, around, again })),
		...refusals(tables, around),
		...(around.what === "members" ? questions(sheets, manner, around, again) : []),
		...(around.what === "money" ? moneyQuestions(sheets, manner, around, again) : []),
		...(missing ? [warning(missing)] : []),
		el("div", { class: "actions" }, !missing && button(say.look, () => look(manner), "stamp")),
	);
}

/** What a file can't be read without, in words. */
function missingIn(uses: ReadonlySet<Use>, sheets: Found, manner: Manner, around: Around): string | null {
	const { say, what } = around;
	if (what === "organisations") return uses.has("name") && uses.has("kind") ? null : say.needsTree;
	if (what === "members") return uses.has("name") ? null : say.needsName;
	if (!uses.has("day") || !(uses.has("amount") || uses.has("in") || uses.has("out"))) return say.needsMoney;
	return goesOut(sheets, manner, around) && !manner.approver ? say.needsApprover : null;
}

const goesOut = (sheets: Found, manner: Manner, around: Around) =>
	moneyLines(sheets, manner, around).some(({ line }) => line.state === "done" && (line.amount ?? 0) < 0);

/** Of money: in cash or by transfer, which a register doesn't say; and who approved what went out. */
function moneyQuestions(sheets: Found, manner: Manner, around: Around, again: Step["again"]): HTMLElement[] {
	const { say } = around;
	const { tables } = tablesBy(sheets, manner);
	const isStatement = tables.some(({ columns }) =>
		columns.some(({ use }) => ["state", "sign", "in", "out"].includes(use)),
	);
	manner.method ??= isStatement ? "transfer" : "cash";
	const approver = el("input", { id: "approver", value: manner.approver ?? "", maxlength: 40 });
	approver.addEventListener("change", () => again({ approver: approver.value.trim() }));
	return [
		el(
			"div",
			{ class: "field" },
			el(
				"label",
				{},
				say.method,
				select(
					say.method,
					[
						["cash", say.methods.cash],
						["transfer", say.methods.transfer],
					],
					manner.method,
					(method) => again({ method: method === "transfer" ? "transfer" : "cash" }),
				),
			),
		),
		...(goesOut(sheets, manner, around)
			? [el("div", { class: "field" }, el("label", { for: "approver" }, say.approver), approver)]
			: []),
	];
}

function sheetChoice(sheets: Found, manner: Manner, around: Around, look: (manner: Manner) => void) {
	const holding = sheets.map((one, at) => ({ ...one, at })).filter(({ tables }) => tables.length > 0);
	if (holding.length < 2) return [];
	const options = holding.map(
		({ name, people, at }) => [String(at), around.say.sheetRows(name, people)] as const,
	);
	const chosen = select(around.say.sheet, options, String(manner.sheet), (at) =>
		chooseColumns(sheets, mannerOf(sheets, Number(at)), around, look),
	);
	return [el("div", { class: "field" }, el("label", {}, around.say.sheet, chosen))];
}

type Step = { sheets: Found; manner: Manner; around: Around; again: (more: Partial<Manner>) => void };

function columnsOf(one: Table, at: number, { sheets, manner, around, again }: Step): HTMLElement[] {
	const { say } = around;
	const sheet = sheets[manner.sheet];
	const rows = sheet ? rowsIn(sheet.rows, one, at) : [];
	const bare = one.columns.every(({ text }) => text === "");
	const hint = { members: say.columnsHint, organisations: say.treeHint, money: say.moneyHint }[around.what];
	const fields: readonly string[] = {
		...{ members: memberFields, organisations: organisationFields, money: moneyFields },
	}[around.what];
	const options = [
		...fields
			.filter((field) => field !== "place" || around.below.length > 0)
			.map((field) => [field, say.uses[field as keyof typeof say.uses]] as const),
		...around.further.map(
			({ id, zh, en }) => [`further:${id}`, say.sheet === "Which sheet" ? en : zh] as const,
		),
		["unused", say.uses.unused] as const,
	];
	const choose = (place: number) => (use: string) => {
		const uses = manner.uses.map((list) => [...list]);
		const mine = uses[at];
		if (mine) mine[place] = use as Use;
		again({ uses });
	};
	return [
		...(at > 0 ? [el("h3", {}, say.beside(at + 1))] : []),
		note(bare ? say.columnsBare(rows.length) : hint(rows.length, one.from)),
		table(
			say.columnsTitle,
			[say.heading, say.example, say.takenFor],
			one.columns.map(({ at: column, text, use }, place) => {
				const heading = text || say.column(column + 1);
				if (use === "identity" || use === "private") return [heading, "—", say.uses[use]];
				const examples = rows.map(({ cells }) => textOf(cells[column] ?? null)).filter(Boolean);
				return [
					heading,
					examples.slice(0, 3).join("、").slice(0, 60),
					select(`${heading} ${say.takenFor}`, options, use, choose(place)),
				];
			}),
		),
	];
}

function refusals(tables: readonly Table[], { say }: Around): HTMLElement[] {
	const names = tables
		.flatMap(({ columns }) => columns)
		.filter(({ use }) => use === "identity" || use === "private")
		.map(({ text, at }) => text || say.column(at + 1));
	return names.length > 0 ? [warning(say.refused(names.join("、")))] : [];
}

/** What has to be decided once for the whole file. */
function questions(sheets: Found, manner: Manner, around: Around, again: Step["again"]): HTMLElement[] {
	const { say } = around;
	const lines = memberLines(sheets, manner, around);
	const without = lines.filter(
		({ line, faults }) =>
			line.joined_on === null ||
			(manner.joined !== null &&
				line.joined_on === manner.joined &&
				!faults.some(({ field }) => field === "joined")),
	).length;
	const exempt = memberLines(sheets, { ...manner, exempt: true }, around).filter(
		({ line }, at) => line.kind === "honorary" && memberLineKind(sheets, manner, around)[at] !== "honorary",
	).length;
	const day = el("input", {
		type: "date",
		id: "joined",
		value: manner.joined ?? "",
		max: around.place.today,
	});
	day.addEventListener("change", () => again({ joined: day.value || null }));
	const tick = el("input", { type: "checkbox", checked: manner.exempt });
	tick.addEventListener("change", () => again({ exempt: tick.checked }));
	const months = lines.filter(({ line }) => line.exact === "month").length;
	const years = manner.joined ? 0 : lines.filter(({ line }) => line.exact === "year").length;
	return [
		...(months > 0 ? [note(say.monthOnly(months))] : []),
		...(years > 0 ? [note(say.yearOnly(years))] : []),
		...(without > 0
			? [
					el(
						"div",
						{ class: "field" },
						el("label", { for: "joined" }, say.noDay(without)),
						day,
						el("p", { class: "hint" }, say.noDayHint),
					),
				]
			: []),
		...(exempt > 0
			? [
					el(
						"div",
						{ class: "field" },
						el("label", { class: "choice" }, tick, el("span", {}, say.exempt(exempt))),
					),
				]
			: []),
		...placeQuestions(lines, manner, around, again),
	];
}

/** The kinds as they would be without the notes' word. */
const memberLineKind = (sheets: Found, manner: Manner, around: Around) =>
	memberLines(sheets, { ...manner, exempt: false }, around).map(({ line }) => line.kind);

function placeQuestions(
	lines: readonly ReadLine[],
	manner: Manner,
	around: Around,
	again: Step["again"],
): HTMLElement[] {
	const names = new Map<string, number>();
	for (const { line, placeName } of lines) {
		if (placeName !== null && (line.place === null || manner.places[placeName]))
			names.set(placeName, (names.get(placeName) ?? 0) + 1);
	}
	if (names.size === 0) return [];
	const { say } = around;
	const options = [
		["", say.choosePlace] as const,
		[around.place.id, around.place.name] as const,
		...around.below.map(({ id, name }) => [id, name] as const),
	];
	return [
		el("h3", {}, say.placesTitle),
		...[...names].slice(0, 40).map(([name, n]) =>
			el(
				"div",
				{ class: "field" },
				el(
					"label",
					{},
					say.sheetRows(name, n),
					select(name, options, manner.places[name] ?? "", (id) =>
						again({ places: { ...manner.places, [name]: id } }),
					),
				),
			),
		),
	];
}
