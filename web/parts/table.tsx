import type { Child } from "hono/jsx";

export type Column<Row> = {
	head: Child;
	cell: (row: Row) => Child;
	/** Drops on a phone. */
	minor?: boolean;
	/** Set to the end of its column, so that digits stand under digits. */
	number?: boolean;
	/** Never breaks: days, short words. */
	tight?: boolean;
};

type RegisterProps<Row> = {
	caption: string;
	columns: readonly Column<Row>[];
	rows: readonly Row[];
	/** The letter a row stands under, as in an address book. */
	letterOf?: (row: Row) => string;
	/** Sums under the ink line, one a column. */
	foot?: readonly Child[];
};

/** A register: hairlines, no boxes; the first column names the row. */
export function Register<Row>({ caption, columns, rows, letterOf, foot }: RegisterProps<Row>) {
	const lettered = letterOf !== undefined;
	return (
		<table class={classesOf(columns, lettered)}>
			<caption class="hidden">{caption}</caption>
			<thead>
				<tr>
					{lettered && <td />}
					{columns.map(({ head }) => (head === "" ? <td /> : <th scope="col">{head}</th>))}
				</tr>
			</thead>
			<tbody>
				{rows.map((row, index) => {
					const letter = lettered ? letterStarting(rows, index, letterOf) : "";
					return (
						<tr class={letter ? "starts" : undefined}>
							{lettered && <td>{letter}</td>}
							{columns.map((column) => (
								<td>{column.cell(row)}</td>
							))}
						</tr>
					);
				})}
			</tbody>
			{foot && (
				<tfoot>
					<tr>
						{lettered && <td />}
						{foot.map((sum) => (
							<td>{sum}</td>
						))}
					</tr>
				</tfoot>
			)}
		</table>
	);
}

// Which columns drop or align stands once on the table: a class on every cell would weigh more than the names in them.
function classesOf<Row>(columns: readonly Column<Row>[], lettered: boolean): string {
	const places = columns.flatMap((column, index) => {
		const place = index + (lettered ? 2 : 1);
		return [column.number && `n${place}`, column.tight && `t${place}`, column.minor && `m${place}`];
	});
	return ["register", lettered && "lettered", ...places].filter(Boolean).join(" ");
}

function letterStarting<Row>(rows: readonly Row[], index: number, letterOf: (row: Row) => string): string {
	const [row, before] = [rows[index], rows[index - 1]];
	if (row === undefined) return "";
	const letter = letterOf(row);
	return before !== undefined && letterOf(before) === letter ? "" : letter;
}
