import * as v from "valibot";
import { methods } from "../../worker/tables/dues";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Files } from "../parts/files";
import { formatAmount, formatDay, formatFen } from "../parts/format";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./words";

export const collectionFacts = v.object({
	id: v.string(),
	day: v.string(),
	method: v.picklist(methods),
	receipts: v.array(v.object({ id: v.string(), number: v.number(), amount: v.number(), payer: v.string() })),
});

/** One save of the grid: the receipts it made, each to be printed. */
export const CollectionPage = ({ facts, view }: Page<v.InferOutput<typeof collectionFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const sum = facts.receipts.reduce((total, { amount }) => total + amount, 0);
	return (
		<Shell view={view} title={say.collectionTitle} here="dues">
			<Masthead
				title={say.collectionTitle}
				sub={[
					formatDay(facts.day, view.language),
					say.methods[facts.method],
					say.collectionSub(facts.receipts.length, formatFen(sum, view.language)),
				]}
				back={{ href: paths.dues(organisation), label: say.back }}
			>
				{facts.receipts.length > 0 && (
					<a class="button" href={paths.receipts(organisation, facts.id)}>
						{say.printReceipts}
					</a>
				)}
			</Masthead>
			{facts.receipts.length === 0 ? (
				<p>{say.nothingNew}</p>
			) : (
				<>
					<Register
						caption={say.collectionTitle}
						rows={facts.receipts}
						columns={[
							{
								head: say.receiptNumber,
								cell: (row) => (
									<a href={paths.entry(organisation, row.id)}>{String(row.number).padStart(4, "0")}</a>
								),
							},
							{ head: say.payer, cell: (row) => row.payer },
							{
								head: say.amountColumn,
								cell: (row) => formatAmount(row.amount, view.language),
								number: true,
							},
						]}
						foot={[say.total, "", formatAmount(sum, view.language)]}
					/>
					<p class="actions quiet">
						<Files href={paths.collection(organisation, facts.id)} view={view} />
					</p>
				</>
			)}
		</Shell>
	);
};
