import * as v from "valibot";
import { accounts } from "../../worker/funds/accounts";
import { entryKinds, methods } from "../../worker/tables/dues";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Figure, Figures } from "../parts/figure";
import { Files } from "../parts/files";
import { formatAmount, formatDay, formatFen } from "../parts/format";
import { Heading } from "../parts/heading";
import { Pager } from "../parts/pager";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { words } from "./words";

/** What a list shows of an entry; amounts in fen, negative where money went out. */
export const rowFacts = v.object({
	id: v.string(),
	series: v.picklist(["in", "out"]),
	number: v.number(),
	day: v.string(),
	amount: v.number(),
	kind: v.picklist(entryKinds),
	purpose: v.nullable(v.string()),
	payer: v.nullable(v.string()),
	party: v.nullable(v.string()),
	method: v.nullable(v.picklist(methods)),
	/** What it was for, as the chart of accounts has it. */
	account: v.picklist(accounts),
});
type Row = v.InferOutput<typeof rowFacts>;

/** Amounts in fen. */
export const fundsFacts = v.object({
	year: v.number(),
	thisYear: v.number(),
	today: v.string(),
	opening: v.number(),
	received: v.number(),
	used: v.number(),
	dues: v.number(),
	paid: v.number(),
	balance: v.number(),
	receipts: v.array(rowFacts),
	receiptsNext: v.nullable(v.number()),
	vouchers: v.array(rowFacts),
	vouchersNext: v.nullable(v.number()),
});
type Facts = v.InferOutput<typeof fundsFacts>;

/** What was collected and used in a year, and what is left. */
export const FundsPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.funds(organisation);
	const year = { year: facts.year };
	return (
		<Shell view={view} title={say.title} here="dues">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				letterhead
				back={{ href: paths.dues(organisation), label: say.dues }}
				year={{
					year: facts.year,
					earlier: withQuery(here, { year: facts.year - 1 }),
					later: facts.year < facts.thisYear ? withQuery(here, { year: facts.year + 1 }) : null,
				}}
			>
				{view.place?.may.includes("use funds") && (
					<>
						<a class="button" href={paths.entryNew(organisation)}>
							{say.add}
						</a>
						<a class="button" href={withQuery(paths.entryNew(organisation), { direction: "income" })}>
							{say.addIncome}
						</a>
					</>
				)}
			</Masthead>
			<Sums facts={facts} view={view} />
			<Heading>{say.uses}</Heading>
			<Entries
				uses
				rows={facts.vouchers}
				empty={say.noUses}
				view={view}
				next={facts.vouchersNext && withQuery(here, { ...year, vouchers: facts.vouchersNext })}
			/>
			<Heading>{say.receipts}</Heading>
			<Entries
				rows={facts.receipts}
				empty={say.noReceipts}
				view={view}
				next={facts.receiptsNext && withQuery(here, { ...year, receipts: facts.receiptsNext })}
			/>
			<p class="actions quiet">
				<a href={withQuery(paths.fundBook(organisation), year)}>{say.printBook}</a>
				<a href={withQuery(paths.notice(organisation), year)}>{say.notice}</a>
				<a href={paths.notices(organisation)}>{say.openNotices}</a>
				<a href={withQuery(paths.budget(organisation), year)}>{say.budget}</a>
				<a href={paths.shares(organisation)}>{say.shares}</a>
				<a href={paths.purposes(organisation)}>{say.purposes}</a>
				<a href={withQuery(paths.books(organisation), year)}>{say.books}</a>
				<a href={paths.settlements(organisation)}>{say.settlements}</a>
				{view.place?.may.includes("use funds") && (
					<a href={paths.moneyIntakeNew(organisation)}>{say.bringIn}</a>
				)}
				<Files href={withQuery(here, year)} view={view} />
				<button type="button" class="plain" data-print hidden>
					{say.print}
				</button>
			</p>
		</Shell>
	);
};

const Sums = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const yuan = (fen: number) => formatAmount(fen, view.language);
	return (
		<Figures cells>
			<Figure label={say.opening} value={yuan(facts.opening)} />
			<Figure
				label={say.received}
				value={yuan(facts.received)}
				note={say.ofWhichDues(formatFen(facts.dues, view.language))}
			/>
			<Figure label={say.used} value={yuan(facts.used)} />
			<Figure label={say.balance} value={yuan(facts.balance)} />
		</Figures>
	);
};

/** What an entry is, in a word: a reversal, or what it was for. */
const kindOf = (row: Pick<Row, "kind" | "account">, { language }: Pick<View, "language">) =>
	row.kind === "reversal" ? words[language].kinds.reversal : words[language].accounts[row.account];

type EntriesProps = {
	/** What money was used for is told by its purpose, what came in by whom it came from. */
	uses?: boolean;
	rows: readonly Row[];
	empty: { verb: string; missing: string; step: string };
	next: string | null | 0;
	view: View;
};

const Entries = ({ uses = false, rows, empty, next, view }: EntriesProps) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	if (rows.length === 0) return <Empty {...empty} />;
	return (
		<>
			<Register
				caption={say.title}
				rows={rows}
				columns={[
					{
						head: say.number,
						cell: (row) => (
							<a href={paths.entry(organisation, row.id)}>{String(row.number).padStart(4, "0")}</a>
						),
					},
					{ head: say.day, cell: (row) => formatDay(row.day, view.language, "dotted"), minor: true },
					{ head: say.kind, cell: (row) => kindOf(row, view), minor: true },
					{ head: say.who, cell: (row) => row.payer ?? row.party, minor: uses },
					{ head: say.purpose, cell: (row) => row.purpose, minor: !uses },
					{
						head: say.amount,
						cell: (row) =>
							formatAmount(Math.abs(row.amount) * (row.kind === "reversal" ? -1 : 1), view.language),
						number: true,
					},
				]}
			/>
			{next && <Pager shown={say.shown(rows.length)} next={next} nextLabel={say.earlier} />}
		</>
	);
};
