import * as v from "valibot";
import { EntryPaper, paperFacts } from "../funds/entry";
import { Desk } from "../layout/paper";
import type { Page } from "../layout/view";
import { paths } from "../paths";
import { words } from "./words";

export const receiptsFacts = v.object({ collection: v.string(), receipts: v.array(paperFacts) });

/** All receipts of one save of the grid, a sheet each, to be printed at once. */
export const ReceiptsPage = ({ facts, view }: Page<v.InferOutput<typeof receiptsFacts>>) => {
	const say = words[view.language];
	return (
		<Desk
			view={view}
			title={say.printReceipts}
			back={paths.collection(view.place?.id ?? "", facts.collection)}
		>
			{facts.receipts.map((entry) => (
				<EntryPaper entry={entry} view={view} />
			))}
		</Desk>
	);
};
