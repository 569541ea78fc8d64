import { yearOf } from "../../../worker/values/day";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Empty } from "../../parts/empty";
import { Files } from "../../parts/files";
import { formatDay, formatNumber } from "../../parts/format";
import { Heading } from "../../parts/heading";
import { Register } from "../../parts/table";
import { paths, withQuery } from "../../paths";
import type { HandedOutFacts } from "./facts";
import { words } from "./words";

export { handedOutFacts } from "./facts";

/** What was handed out in a year, summed by thing; each sum opens the lines behind it. */
export const HandedOutPage = ({ facts, view }: Page<HandedOutFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.handedOut(organisation);
	const { year, things, of, below } = facts;
	const asked = of && { thing: of.thing, unit: of.unit };
	const title = of ? [of.thing, of.unit].filter(Boolean).join(" · ") : say.title;
	return (
		<Shell view={view} title={title} here="activities">
			<Masthead
				title={title}
				sub={[view.place?.name, of ? null : say.sub(things.length), below ? say.withBelow : null]}
				back={
					of
						? { href: withQuery(here, { year }), label: say.title }
						: { href: withQuery(paths.activities(organisation), { year }), label: say.activities }
				}
				year={{
					year,
					earlier: year > 2000 ? withQuery(here, { year: year - 1, ...asked }) : null,
					later: year < yearOf(view.today) ? withQuery(here, { year: year + 1, ...asked }) : null,
				}}
			/>
			{of ? <One of={of} facts={facts} view={view} /> : <All facts={facts} view={view} />}
		</Shell>
	);
};

const All = ({ facts: { year, things }, view }: Page<HandedOutFacts>) => {
	const say = words[view.language];
	const here = paths.handedOut(view.place?.id ?? "");
	if (things.length === 0) return <Empty {...say.empty} />;
	return (
		<>
			<Register
				caption={say.title}
				rows={things}
				columns={[
					{
						head: say.thing,
						cell: ({ thing, unit }) => <a href={withQuery(here, { year, thing, unit })}>{thing}</a>,
					},
					{ head: say.amount, cell: (row) => amountOf(row, view), number: true },
					{ head: say.unit, cell: ({ unit }) => unit },
					{ head: say.times, cell: ({ lines }) => formatNumber(lines, view.language), number: true },
				]}
			/>
			<p class="links">
				<Files href={withQuery(here, { year })} total={things.length} view={view} />
			</p>
		</>
	);
};

type OneProps = Page<HandedOutFacts> & { of: NonNullable<HandedOutFacts["of"]> };

const One = ({ of, facts: { year }, view }: OneProps) => {
	const say = words[view.language];
	const { thing, unit, at, by } = of;
	const others = by.filter(({ id }) => id !== view.place?.id);
	return (
		<>
			{others.length > 0 && (
				<section>
					<Heading>{say.by}</Heading>
					<Register
						caption={say.by}
						rows={by}
						columns={[
							{
								head: say.by,
								cell: ({ id, name }) => (
									<a href={withQuery(paths.handedOut(id), { year, thing, unit })}>{name}</a>
								),
							},
							{ head: say.amount, cell: (row) => amountOf(row, view), number: true },
							{ head: say.times, cell: ({ lines }) => formatNumber(lines, view.language), number: true },
						]}
						foot={["", ...sumOf(by, view)]}
					/>
				</section>
			)}
			<section>
				<Heading>{say.at}</Heading>
				{at.length === 0 ? (
					<p class="note">{say.nowhere}</p>
				) : (
					<Register
						caption={say.at}
						rows={at}
						columns={[
							{
								head: say.activity,
								cell: ({ id, title }) => <a href={paths.activity(view.place?.id ?? "", id)}>{title}</a>,
							},
							{ head: say.day, cell: ({ day }) => formatDay(day, view.language, "short"), tight: true },
							{ head: say.amount, cell: (row) => amountOf(row, view), number: true },
						]}
						foot={[
							"",
							"",
							sumOf(
								at.map((one) => ({ ...one, lines: 1 })),
								view,
							)[0],
						]}
					/>
				)}
			</section>
		</>
	);
};

type Counted = { amount: number | null };

const amountOf = ({ amount }: Counted, view: OneProps["view"]) =>
	amount === null ? words[view.language].uncounted : formatNumber(amount, view.language);

function sumOf(rows: readonly (Counted & { lines: number })[], view: OneProps["view"]) {
	const total = (of: (row: (typeof rows)[number]) => number) =>
		formatNumber(
			rows.reduce((sum, row) => sum + of(row), 0),
			view.language,
		);
	return [total(({ amount }) => amount ?? 0), total(({ lines }) => lines)];
}
