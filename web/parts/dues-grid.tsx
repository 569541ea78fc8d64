import type { Child, PropsWithChildren } from "hono/jsx";
import type { Fen } from "../../worker/values/money";
import { yuanText } from "../../worker/values/money";

/** What a year means for a member: paid, paid where they came from, owed (and may be ticked), exempt, or not yet a member. */
export type DuesCell =
	| { state: "paid" }
	| { state: "elsewhere" }
	| { state: "exempt" }
	| { state: "none" }
	/** Owed, owed in part, or put off. `value` is posted when ticked; without one the ring cannot be ticked here. */
	| { state: "due" | "part" | "deferred"; value: string | null; fen: number; ticked?: boolean };

export type DuesRow = {
	number: number;
	name: string;
	href: string;
	/** The number of this year's receipt. */
	receipt: string | null;
	cells: readonly DuesCell[];
};

export type DuesGroup = { name: string; note: string; rows: readonly DuesRow[] };

export type DuesWords = {
	caption: string;
	number: string;
	name: string;
	receipt: string;
	paid: string;
	due: string;
	dueHint: string;
	part: string;
	partHint: string;
	deferred: string;
	deferredHint: string;
	fresh: string;
	exempt: string;
	exemptHint: string;
	elsewhere: string;
	elsewhereHint: string;
	none: string;
	/** "Collect 2026 dues from Chen": what a ring is called when it is read out. */
	tick: (name: string, year: number) => string;
};

type LeafProps = { groups: readonly DuesGroup[]; years: readonly number[]; words: DuesWords; field: string };

/** One leaf of the account book. Where there are no groups, pass one without a name. */
export const Leaf = ({ groups, years, words, field }: LeafProps) => (
	<div class="leaf">
		<table>
			<caption class="hidden">{words.caption}</caption>
			<thead>
				<tr>
					<th scope="col" class="number">
						<span class="hidden">{words.number}</span>
					</th>
					<th scope="col">{words.name}</th>
					<th scope="col" class="receipt">
						{words.receipt}
					</th>
					{years.map((year) => (
						<th scope="col" class="year">
							{year}
						</th>
					))}
				</tr>
			</thead>
			{groups.map((group) => (
				<>
					{group.name && (
						<tbody class="group">
							<tr>
								<th colspan={3 + years.length} scope="rowgroup">
									{group.name} <small>{group.note}</small>
								</th>
							</tr>
						</tbody>
					)}
					<tbody>
						{group.rows.map((row) => (
							<DuesLine row={row} years={years} words={words} field={field} />
						))}
					</tbody>
				</>
			))}
		</table>
	</div>
);

type LineProps = { row: DuesRow; years: readonly number[]; words: DuesWords; field: string };

const DuesLine = ({ row, years, words, field }: LineProps) => (
	<tr>
		<td class="number">{row.number}</td>
		<th scope="row" class="name">
			<a href={row.href}>{row.name}</a>
		</th>
		<td class="receipt">{row.receipt}</td>
		{row.cells.map((cell, index) => (
			<td>{duesMark(cell, row.name, years[index] ?? 0, words, field)}</td>
		))}
	</tr>
);

function duesMark(cell: DuesCell, name: string, year: number, words: DuesWords, field: string): Child {
	switch (cell.state) {
		case "paid":
			return <i class="dot">{words.paid}</i>;
		case "elsewhere":
			return (
				<span class="quiet" title={words.elsewhereHint}>
					{words.elsewhere}
				</span>
			);
		case "exempt":
			return <span class="quiet">{words.exempt}</span>;
		case "none":
			return <span class="quiet">–</span>;
		case "due":
		case "part":
		case "deferred":
			return cell.value === null ? (
				<i class={cell.state === "part" ? "dot part" : "dot due"}>{words[cell.state]}</i>
			) : (
				<label
					class={cell.state === "due" ? "tick" : `tick ${cell.state}`}
					title={cell.state === "due" ? undefined : words[cell.state]}
				>
					<input
						type="checkbox"
						name={field}
						value={cell.value}
						checked={cell.ticked}
						aria-label={
							cell.state === "due"
								? words.tick(name, year)
								: `${words.tick(name, year)} (${words[cell.state]})`
						}
						class={placesOf(cell.fen)}
					/>
				</label>
			);
	}
}

/** An amount as classes that the style sheet adds up: 35 yuan is `t3 o5`. Other amounts count, but add nothing. */
export function placesOf(fen: Fen): string | undefined {
	if (fen % 100 !== 0 || fen <= 0 || fen > 99_900) return undefined;
	const digits = yuanText(fen).padStart(3, "0");
	return ["h", "t", "o"]
		.flatMap((place, index) => (digits[index] === "0" ? [] : `${place}${digits[index]}`))
		.join(" ");
}

const has = (rows: readonly DuesRow[], state: DuesCell["state"]) =>
	rows.some(({ cells }) => cells.some((cell) => cell.state === state));

/** What the marks of the grid mean; the rarer ones only where there are such. */
export const DuesKey = ({ words, rows }: { words: DuesWords; rows: readonly DuesRow[] }) => (
	<ul class="key">
		<li>
			<i class="dot now" aria-hidden="true" /> {words.paid}
		</li>
		<li>
			<i class="ring" aria-hidden="true" /> {words.dueHint}
		</li>
		<li>
			<i class="ring new" aria-hidden="true" /> {words.fresh}
		</li>
		<li>
			<b>{words.exempt}</b> {words.exemptHint}
		</li>
		{has(rows, "part") && (
			<li>
				<i class="ring part" aria-hidden="true" /> {words.partHint}
			</li>
		)}
		{has(rows, "deferred") && (
			<li>
				<i class="ring deferred" aria-hidden="true" /> {words.deferredHint}
			</li>
		)}
		{has(rows, "elsewhere") && (
			<li>
				<b>{words.elsewhere}</b> {words.elsewhereHint}
			</li>
		)}
		<li>– {words.none}</li>
	</ul>
);

type TillProps = PropsWithChildren<{
	/** Label and the words around the two counters: 本次 | 笔，共 | 元. */
	sum: { label: string; payments: string; unit: string | null };
	submit: string;
}>;

/** The bar at the foot of the book: day and way of paying (children), the sum so far, and the stamp. */
export const Till = ({ sum, submit, children }: TillProps) => (
	<div class="till">
		{children}
		<span class="sum">
			{sum.label}{" "}
			<output>
				<span class="ticks" /> {sum.payments}
				{sum.unit && (
					<>
						{" "}
						<span class="yuan" /> {sum.unit}
					</>
				)}
			</output>
		</span>
		<div>
			<button type="submit" class="stamp">
				{submit}
			</button>
		</div>
	</div>
);
