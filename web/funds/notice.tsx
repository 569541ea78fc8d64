import type * as v from "valibot";
import { Desk, Paper } from "../layout/paper";
import type { Page } from "../layout/view";
import { formatAmount, formatDay } from "../parts/format";
import { paths } from "../paths";
import { fundsFacts } from "./register";
import { words } from "./words";

export const noticeFacts = fundsFacts;

/** The notice of a year's funds for the wall: what came in, what it was used for, what is left; no payer is named. */
export const NoticePage = ({ facts, view }: Page<v.InferOutput<typeof noticeFacts>>) => {
	const say = words[view.language];
	const yuan = (fen: number) => formatAmount(fen, view.language);
	const last = facts.year === facts.thisYear ? facts.today : `${facts.year}-12-31`;
	const listed = facts.vouchers.filter(({ kind }) => kind === "use");
	const other = facts.received - facts.dues;
	const rest = facts.used + listed.reduce((sum, { amount }) => sum + amount, 0);
	return (
		<Desk view={view} title={say.noticeTitle(facts.year)} back={paths.funds(view.place?.id ?? "")}>
			<Paper
				view={view}
				head={view.place?.name ?? ""}
				title={say.noticeTitle(facts.year)}
				signed={{ name: view.place?.name ?? "", day: view.today }}
			>
				<p>
					{say.noticeLead(formatDay(`${facts.year}-01-01`, view.language), formatDay(last, view.language))}
				</p>
				<table class="ledger">
					<thead>
						<tr>
							<th scope="col">{say.item}</th>
							<th scope="col">{say.day}</th>
							<th scope="col">{say.incomeColumn}</th>
							<th scope="col">{say.useColumn}</th>
						</tr>
					</thead>
					<tbody>
						<Line item={say.opening} income={yuan(facts.opening)} />
						<Line item={say.duesLine(facts.paid)} income={yuan(facts.dues)} />
						{other !== 0 && <Line item={say.otherIncome} income={yuan(other)} />}
						{listed.toReversed().map((row) => (
							<Line
								item={row.purpose ?? ""}
								day={formatDay(row.day, view.language, "short")}
								use={yuan(-row.amount)}
							/>
						))}
						{rest !== 0 && <Line item={say.kinds.reversal} use={yuan(rest)} />}
					</tbody>
					<tfoot>
						<Line item={say.total} income={yuan(facts.opening + facts.received)} use={yuan(facts.used)} />
						<Line item={say.balance} income={yuan(facts.balance)} />
					</tfoot>
				</table>
				<p>{say.noticeFoot}</p>
			</Paper>
		</Desk>
	);
};

type LineProps = { item: string; day?: string; income?: string; use?: string };

const Line = ({ item, day, income, use }: LineProps) => (
	<tr>
		<td>{item}</td>
		<td>{day}</td>
		<td>{income}</td>
		<td>{use}</td>
	</tr>
);
