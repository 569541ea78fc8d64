// Tables for a terminal, where a Chinese character is two columns wide.
const width = (text) => [...text].reduce((sum, one) => sum + (one > "\u2e7f" ? 2 : 1), 0);
const pad = (text, to, left) => {
	const blank = " ".repeat(Math.max(0, to - width(text)));
	return left ? blank + text : text + blank;
};

/** Prints rows under a head; figures stand to the right. */
export function printTable(head, rows) {
	const texts = [head, ...rows].map((row) => row.map((cell) => String(cell ?? "")));
	const widths = head.map((_, column) => Math.max(...texts.map((row) => width(row[column]))));
	for (const row of texts) {
		console.log(
			row
				.map((cell, column) => pad(cell, widths[column], column > 0))
				.join("  ")
				.trimEnd(),
		);
	}
}
