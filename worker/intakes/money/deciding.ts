import { owedOf, type Rate, sharedOut } from "../../dues/rules";
import type { payersTicked } from "../../dues/store";
import { after, type Balances, linesIn, linesOut, sources, together, uses } from "../../funds/accounts";
import { type Books, isSettled, shortOf, type Wanted } from "../../funds/books";
import { blank } from "../../funds/store";
import type { ForYear } from "../../tables/dues";
import type { IntakeRow } from "../../tables/intakes";
import type { Day } from "../../values/day";
import type { MoneyDecided, PostedLine } from "./input";

type Around = {
	books: Books;
	rates: readonly Rate[];
	payers: Awaited<ReturnType<typeof payersTicked>>;
	/** Of the entries that lines are about, or would become, those that are there. */
	entries: ReadonlySet<string>;
	today: Day;
	idOf: (line: number) => string;
	intake: string;
	by: string;
};

/** What one request posts, and what became of each of its lines. */
export type MoneyWriting = { rows: IntakeRow[]; wanted: Wanted[] };

/**
 * What becomes of decided lines as things stand now. A year that somebody paid meanwhile, a period that was settled, a use beyond
 * what there is: such a line is left for later, with the reason.
 */
export function moneyWritingOf(lines: readonly MoneyDecided[], around: Around): MoneyWriting {
	const rows: IntakeRow[] = [];
	const wanted: Wanted[] = [];
	const taken = new Set<string>();
	const lined = new Set<number>();
	let so: Balances = together(around.books);
	for (const line of lines) {
		// One line is one row, however often a request names it.
		if (lined.has(line.line)) continue;
		lined.add(line.line);
		if (!("amount" in line)) {
			const known = line.as === "same" && line.entry !== null && around.entries.has(line.entry);
			const as = line.as === "same" && !known ? "later" : line.as;
			rows.push([line.line, as, known ? line.entry : null, null, null]);
			continue;
		}
		// A line that another request of this file has posted stands there already.
		const id = around.idOf(line.line);
		if (around.entries.has(id)) {
			rows.push([line.line, "same", id, null, null]);
			continue;
		}
		const one = wantedFor(line, around, taken);
		const short = typeof one === "string" ? null : shortOf(so, [one]);
		if (typeof one === "string") rows.push([line.line, "later", null, null, { why: one }]);
		else if (short?.reason === "beyond")
			rows.push([line.line, "later", null, null, { why: "beyond", there: short.there }]);
		else {
			so = after(so, [one]);
			wanted.push(one);
			rows.push([line.line, "new", one.id, null, null]);
		}
	}
	return { rows, wanted };
}

/** The entry that a line asks for; or why there can be none. */
function wantedFor(line: PostedLine, around: Around, taken: Set<string>): Wanted | string {
	const { books, today, idOf, intake, by } = around;
	const { day, amount, went, purpose, party, method } = line;
	if (day > today) return "after-today";
	if (isSettled(books, day)) return "settled";
	const common = {
		...blank,
		...{ id: idOf(line.line), day, method, purpose, madeBy: by, madeFrom: intake },
	};
	if (line.as === "dues") return duesFrom(line, around, taken, common);
	const fitting: readonly string[] = went ? uses : sources;
	const account = line.account ?? (went ? "other-use" : "other-income");
	if (!fitting.includes(account)) return "not-fitting";
	if (!went)
		return {
			...{ ...common, series: "in", amount, kind: "income", party },
			lines: linesIn(method, [account, amount]),
		};
	return {
		...{ ...common, series: "out", amount: -amount, kind: "use", party, approver: line.approver },
		lines: linesOut(method, account, amount),
	};
}

function duesFrom(
	line: PostedLine,
	{ payers, rates, today }: Around,
	taken: Set<string>,
	common: Omit<Wanted, "series" | "amount" | "kind" | "lines">,
): Wanted | string {
	const { member, years, amount, method } = line;
	if (line.went || member === null || !payers.some(({ person }) => person === member)) return "nobody";
	const open = years.filter((year) => !taken.has(`${member} ${year}`));
	const owed = owedOf(
		open.map((year) => ({ person: member, year })),
		payers,
		rates,
		today,
	);
	const { lines, gift } = sharedOut(owed, amount);
	if (lines.length === 0) return "nothing-owed";
	if (gift > 0 && !line.beyond) return "other-sum";
	for (const { year } of lines) taken.add(`${member} ${year}`);
	const dues = amount - gift;
	return {
		...{ ...common, series: "in", amount, kind: "dues", person: member },
		lines: linesIn(method, ["dues", dues], ["gift", gift]),
		years: lines.map((one): ForYear => [member, one.year, one.amount]),
	};
}
