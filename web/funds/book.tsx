import * as v from "valibot";
import { accounts } from "../../worker/funds/accounts";
import { entryKinds, methods } from "../../worker/tables/dues";
import { Desk, Paper } from "../layout/paper";
import type { Page, View } from "../layout/view";
import { Files } from "../parts/files";
import { formatAmount, formatDay } from "../parts/format";
import { paths, withQuery } from "../paths";
import { words as openWords } from "./notices-words";
import { words } from "./words";

const sum = v.object({ account: v.picklist(accounts), fen: v.number() });

/** Amounts in fen; what was used is below zero. */
export const fundBookFacts = v.object({
	year: v.number(),
	thisYear: v.number(),
	today: v.string(),
	opening: v.number(),
	paid: v.number(),
	incomes: v.array(sum),
	uses: v.array(sum),
	balance: v.number(),
	head: v.nullable(v.string()),
	entries: v.array(
		v.object({
			id: v.string(),
			series: v.picklist(["in", "out"]),
			number: v.number(),
			position: v.number(),
			day: v.string(),
			amount: v.number(),
			kind: v.picklist(entryKinds),
			purpose: v.nullable(v.string()),
			payer: v.nullable(v.string()),
			party: v.nullable(v.string()),
			approver: v.nullable(v.string()),
			method: v.nullable(v.picklist(methods)),
			account: v.picklist(accounts),
			/** What there was after it. */
			balance: v.number(),
		}),
	),
});
type Facts = v.InferOutput<typeof fundBookFacts>;

/** The register of collection and use as a book to print: the year's statement, then the cash book, with the head of the chain. */
export const FundBookPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = withQuery(paths.fundBook(organisation), { year: facts.year });
	return (
		<Desk
			view={view}
			title={say.bookTitle}
			back={withQuery(paths.funds(organisation), { year: facts.year })}
			aside={<Files href={here} view={view} />}
		>
			<Paper
				view={view}
				head={view.place?.name ?? ""}
				title={`${facts.year} ${say.bookTitle}`}
				signed={{ name: view.place?.name ?? "", day: view.today }}
			>
				<Statement facts={facts} view={view} />
				<h2>{say.entriesOfYear}</h2>
				<Entries facts={facts} view={view} />
				{facts.head && <p class="note">{openWords[view.language].mark(facts.head)}</p>}
			</Paper>
		</Desk>
	);
};

const Statement = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = openWords[view.language];
	const names = words[view.language].accounts;
	const yuan = (fen: number) => formatAmount(fen, view.language);
	const total = (rows: Facts["uses"]) => rows.reduce((all, { fen }) => all + fen, 0);
	const lines: [string, string, string][] = [
		[say.opening, yuan(facts.opening), ""],
		...facts.incomes.map(({ account, fen }): [string, string, string] => [
			account === "dues" ? say.duesLine(facts.paid) : names[account],
			yuan(fen),
			"",
		]),
		...facts.uses.map(({ account, fen }): [string, string, string] => [names[account], "", yuan(fen)]),
	];
	return (
		<table class="ledger sums">
			<caption>{words[view.language].statement}</caption>
			<thead>
				<tr>
					<th scope="col">{say.item}</th>
					<th scope="col">{say.incomeColumn}</th>
					<th scope="col">{say.useColumn}</th>
				</tr>
			</thead>
			<tbody>
				{lines.map((cells) => (
					<tr>
						{cells.map((cell) => (
							<td>{cell}</td>
						))}
					</tr>
				))}
			</tbody>
			<tfoot>
				<tr>
					<td>{say.total}</td>
					<td>{yuan(facts.opening + total(facts.incomes))}</td>
					<td>{yuan(total(facts.uses))}</td>
				</tr>
				<tr>
					<td>{say.balance}</td>
					<td>{yuan(facts.balance)}</td>
					<td />
				</tr>
			</tfoot>
		</table>
	);
};

const Entries = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const yuan = (fen: number) => formatAmount(fen, view.language);
	return (
		<table class="ledger cash-book">
			<thead>
				<tr>
					<th scope="col">{say.day}</th>
					<th scope="col">{say.number}</th>
					<th scope="col">{say.who}</th>
					<th scope="col">{say.purpose}</th>
					<th scope="col">{say.amount}</th>
					<th scope="col">{say.balance}</th>
				</tr>
			</thead>
			<tbody>
				{facts.entries.map((one) => (
					<tr>
						<td>{formatDay(one.day, view.language, "ruler")}</td>
						<td>
							{say.series[one.series]} {String(one.number).padStart(4, "0")}
						</td>
						<td>{one.payer ?? one.party}</td>
						<td>
							{one.purpose ?? (one.kind === "reversal" ? say.kinds.reversal : say.accounts[one.account])}
						</td>
						<td>{yuan(one.amount)}</td>
						<td>{yuan(one.balance)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
};
