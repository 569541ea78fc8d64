import type { View } from "../layout/view";
import { words } from "./files-words";
import { formatNumber } from "./format";

type FilesProps = {
	/** The list's own address, with what is asked of it. */
	href: string;
	/** How many rows it has in all, where that is known: what the progress is out of. */
	total?: number | null;
	view: View;
};

/** How many rows one CSV file holds at the most: making it is one batch within the processor time of a request. */
export const mostInFile = 3000;

/**
 * The ways to take a list out. Without a script, and in WeChat, which saves nothing that a page makes, .csv is a plain
 * attachment; with one, the browser reads the list part by part and makes either file, however long the list is.
 */
export const Files = ({ href, total = null, view }: FilesProps) => {
	const say = words[view.language];
	const as = (format: string) => `${href}${href.includes("?") ? "&" : "?"}format=${format}`;
	const long = total !== null && total > mostInFile;
	return (
		<span
			class="files"
			data-files={as("table")}
			data-total={total ?? undefined}
			data-reading={say.reading}
			data-making={say.making}
			data-broken={say.broken}
		>
			<a href={as("csv")} rel="nofollow" data-file="csv">
				{say.csv}
			</a>
			{long && <small data-part>{say.part(formatNumber(mostInFile, view.language))}</small>}
			<button type="button" class="plain" data-file="xlsx" hidden>
				{say.xlsx}
			</button>
			<span class="taking" hidden>
				<progress aria-label={say.progress} /> <span role="status" />
				<button type="button" class="plain" data-stop>
					{say.stop}
				</button>
			</span>
		</span>
	);
};
