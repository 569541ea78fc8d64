import { type Cell, dayIn, fenIn, isBlank, lineIn, type Trouble, textOf, yearsIn } from "../../values/cell";
import { type Day, firstBookDay } from "../../values/day";
import type { Fen } from "../../values/money";
import { columnAt, type Heading, type Row } from "../sheet/rules";

/** What came in or went out, as a line of a register or a statement tells of it. */
export type MoneyLine = {
	line: number;
	day: Day | null;
	/** In fen; less than nothing where it went out. */
	amount: Fen | null;
	/** Who paid, or was paid. */
	name: string | null;
	/** The years it was for, where the line says so. */
	years: number[];
	purpose: string | null;
	/** Who took it or handed it out. */
	handler: string | null;
	/** Money moved; or it was given up, given back or still waits; or it only moved between one's own. */
	state: "done" | "undone" | "own";
};

/** What is wrong with a cell: its column's heading, what stood there, and why it can't be read. */
export type MoneyFault = { heading: string; text: string; trouble: Trouble };
export type ReadMoney = { line: MoneyLine; faults: MoneyFault[] };

/** Reads the rows of a table of money. */
export function moneyLinesFrom(columns: readonly Heading[], rows: readonly Row[], today: Day): ReadMoney[] {
	return rows.map((row) => {
		const faults: MoneyFault[] = [];
		const cell = (use: string): Cell => row.cells[columns.find((one) => one.use === use)?.at ?? -1] ?? null;
		const read = <Value>(use: string, how: (cell: Cell) => { value: Value | null; trouble?: Trouble }) => {
			const { value, trouble } = how(cell(use));
			const heading = columns.find((one) => one.use === use)?.text ?? "";
			if (trouble) faults.push({ heading, text: textOf(cell(use)).slice(0, 40), trouble });
			return value;
		};
		const days = columnAt(rows, columns.find(({ use }) => use === "day")?.at ?? -1);
		const purposes = columns
			.filter(({ use }) => use === "purpose")
			.flatMap(({ at }) => lineIn(row.cells[at] ?? null, 200).value ?? []);
		const purpose = [...new Set(purposes)].join("；");
		const years = yearsIn(cell("years"));
		return {
			faults,
			line: {
				line: row.line,
				day: read("day", (one) => {
					const day = dayIn(one, days, today);
					if (day.value !== null && day.value < firstBookDay) return { value: null, trouble: "before-books" };
					return day.exact === "day" || day.trouble ? day : { value: null, trouble: "not-a-day" };
				}),
				amount: amountOf(read, cell),
				name: nameOf(cell("name")),
				// A transfer's words may say what for: 2025年会费.
				years: years.length > 0 || !/会费|dues/i.test(purpose) ? years : yearsIn(purpose),
				purpose: purpose ? [...purpose].slice(0, 60).join("") : null,
				handler: nameOf(cell("handler")),
				state: stateOf(textOf(cell("state")), textOf(cell("sign"))),
			},
		};
	});
}

type Read = (use: string, how: typeof fenIn) => Fen | null;

/** One column with a sign, one whose sign stands in another, or a column for each way. */
function amountOf(read: Read, cell: (use: string) => Cell): Fen | null {
	const [came, went] = [read("in", fenIn), read("out", fenIn)];
	if (came) return came;
	if (went) return -Math.abs(went);
	const amount = isBlank(cell("amount")) ? (came ?? went) : read("amount", fenIn);
	if (amount === null) return null;
	return /^(?:支|付|出|借|out|debit)/i.test(textOf(cell("sign"))) ? -Math.abs(amount) : amount;
}

/** A name as registers have it: without spaces between characters, and without what a wallet puts in brackets. */
function nameOf(cell: Cell): string | null {
	const text = textOf(cell).replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, "$1");
	const bare = text.replace(/\(.*?\)$/, "").trim();
	return lineIn(bare, 40).value;
}

function stateOf(state: string, sign: string): MoneyLine["state"] {
	if (/关闭|失败|撤销|退款|退回|等待|待付|处理中|closed|failed|refund|pending/i.test(state)) return "undone";
	return /^(?:不计|\/$|其他$|neutral)/.test(sign) ? "own" : "done";
}
