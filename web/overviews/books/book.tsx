import type { Child, PropsWithChildren } from "hono/jsx";
import { Desk } from "../../layout/paper";
import type { View } from "../../layout/view";
import { formatDay } from "../../parts/format";
import { words } from "./words";

type BookProps = PropsWithChildren<{ view: View; title: string; back: string; sub: readonly string[] }>;

/** A register as a book: a cover with whose it is and of which day, who signs for it, and then its sheets. */
export const Book = ({ view, title, back, sub, children }: BookProps) => {
	const say = words[view.language];
	return (
		<Desk view={view} title={title} back={back}>
			<article class="paper volume cover">
				<p class="red-head">{view.place?.name}</p>
				<h1>{title}</h1>
				<p class="of-day">{formatDay(view.today, view.language)}</p>
				<p class="of-day">
					{sub.map((one) => (
						<span>{one}</span>
					))}
				</p>
				<dl class="signing">
					{say.signs.map((sign) => (
						<div>
							<dt>{sign}</dt>
							<dd />
						</div>
					))}
				</dl>
			</article>
			{children}
		</Desk>
	);
};

type SheetProps<Row> = {
	title: string;
	note?: Child;
	columns: readonly { head: string; cell: (row: Row) => Child; number?: boolean }[];
	rows: readonly Row[];
	/** The number before the first row; numbers go on from section to section. */
	before?: number;
	number: string;
	/** The columns share the width, so that those of several sections stand under one another. */
	even?: boolean;
};

/** One section of a book, ruled like the paper register: its head comes again on every sheet. */
export function Section<Row>({ title, note, columns, rows, before = 0, number, even }: SheetProps<Row>) {
	return (
		// A phone scrolls it sideways, by keyboard as well.
		<section class="paper volume" tabindex={0} aria-label={title}>
			<table class={even ? "ruled even" : "ruled"}>
				<caption>
					{title} {note && <small>{note}</small>}
				</caption>
				<thead>
					<tr>
						<th scope="col">{number}</th>
						{columns.map(({ head }) => (
							<th scope="col">{head}</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row, index) => (
						<tr>
							<td>{before + index + 1}</td>
							{columns.map(({ cell }) => (
								<td>{cell(row)}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
