import * as v from "valibot";
import { duesStates } from "../../worker/dues/rules";
import { formSchema } from "../../worker/http/body";
import { methods } from "../../worker/tables/dues";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { type DuesCell, DuesKey, type DuesRow, Leaf, Till } from "../parts/dues-grid";
import { Empty } from "../parts/empty";
import { DayField, Field, Select } from "../parts/field";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { ErrorSummary } from "../parts/form";
import { formatFen } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths, withQuery } from "../paths";
import { words } from "./words";

export const gridFacts = v.object({
	year: v.number(),
	thisYear: v.number(),
	years: v.array(v.number()),
	/** The rate of each of these years in fen; null where none was set. */
	amounts: v.array(v.nullable(v.number())),
	onlyOwing: v.boolean(),
	owingCount: v.number(),
	paid: v.number(),
	due: v.number(),
	rows: v.array(
		v.object({
			person: v.string(),
			name: v.string(),
			receipt: v.nullable(v.number()),
			cells: v.array(v.picklist(duesStates)),
			/** What is still to be paid of each of these years, in fen. */
			rests: v.array(v.number()),
		}),
	),
	form: formSchema,
});
type Facts = v.InferOutput<typeof gridFacts>;

/** The account book: a whole village on one page, tick who paid, one save. */
export const GridPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.dues(organisation);
	const rate = facts.amounts.at(-1) ?? null;
	const rateText = rate === null ? say.noRate : say.yearly(formatFen(rate, view.language));
	return (
		<Shell view={view} title={say.title} here="dues">
			<Masthead
				title={say.title}
				sub={[view.place?.name, rateText, say.progress(facts.due, facts.paid)]}
				letterhead
				year={{
					year: facts.year,
					earlier: withQuery(here, { year: facts.year - 1 }),
					later: facts.year < facts.thisYear ? withQuery(here, { year: facts.year + 1 }) : null,
				}}
			/>
			<p class="actions quiet">
				<a href={paths.rounds(organisation)}>{say.rounds}</a>
				<a href={paths.arrears(organisation)}>{say.arrears}</a>
				<a href={paths.funds(organisation)}>{say.register}</a>
			</p>
			<Conflict form={facts.form} language={view.language} />
			<Book facts={facts} view={view} />
			<p class="actions quiet">
				<a href={paths.waivers(organisation)}>{say.waivers}</a>
				<a href={paths.rates(organisation)}>{say.rates}</a>
				<a href={paths.duesRuns(organisation)}>{say.runs}</a>
				<a href={paths.notice(organisation)}>{say.notice}</a>
				<Files
					href={withQuery(here, { year: facts.year, show: facts.onlyOwing ? "owing" : null })}
					view={view}
				/>
				<button type="button" class="plain" data-print hidden>
					{say.print}
				</button>
			</p>
		</Shell>
	);
};

const Book = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.dues(organisation);
	const collects = view.place?.may.includes("collect dues") ?? false;
	const links = (href: string, link: string, allowed: boolean) => (allowed ? { href, link } : {});
	if (facts.rows.length === 0 && !facts.onlyOwing) {
		const registers = view.place?.may.includes("register members") ?? false;
		return (
			<Empty {...say.emptyMembers} {...links(paths.memberNew(organisation), say.registerMember, registers)} />
		);
	}
	if (!facts.amounts.at(-1) && facts.owingCount === 0) {
		return <Empty {...say.emptyRate} {...links(paths.rates(organisation), say.setRate, collects)} />;
	}
	const rows = facts.rows.map((row, index) => rowOf(row, index, facts, organisation, collects));
	const half = rows.length > 12 ? Math.ceil(rows.length / 2) : rows.length;
	const leaves = [rows.slice(0, half), rows.slice(half)].filter((leaf) => leaf.length > 0);
	return (
		<>
			<Filters
				label={say.lists}
				language={view.language}
				tabs={[
					{ href: withQuery(here, { year: facts.year }), label: say.everyone, chosen: !facts.onlyOwing },
					{
						href: withQuery(here, { year: facts.year, show: "owing" }),
						label: say.owing,
						count: facts.owingCount,
						chosen: facts.onlyOwing,
					},
				]}
			/>
			<DuesKey words={say.grid} rows={rows} />
			<form class="book" method="post" action={withQuery(here, { year: facts.year })} data-once>
				<input type="hidden" name="id" value={facts.form.id} />
				<ErrorSummary problems={problemsOf(facts.form, view.language)} language={view.language} />
				{rows.length === 0 && <Empty {...say.emptyOwing} />}
				<div class="leaves">
					{leaves.map((leaf) => (
						<Leaf
							groups={[{ name: "", note: "", rows: leaf }]}
							years={facts.years}
							words={say.grid}
							field="tick"
						/>
					))}
				</div>
				{collects && <Together facts={facts} view={view} />}
				{collects && <Foot facts={facts} view={view} />}
			</form>
		</>
	);
};

/** Money that one payer brought for several: a household's, a group leader's handful, more or less than is owed. */
const Together = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const field = fieldOf(facts.form, view.language);
	const { payer, received } = facts.form.typed;
	return (
		<details class="together" open={Boolean(payer || received || facts.form.mistakes.payer)}>
			<summary>{say.together}</summary>
			<p class="note">{say.togetherHint}</p>
			<div class="fields">
				<Select
					{...field("payer")}
					label={say.payerField}
					options={[
						{ value: "", label: say.eachTheirOwn },
						...facts.rows.map(({ person, name }) => ({ value: person, label: name })),
					]}
				/>
				<Field {...field("received")} label={say.received} inputmode="decimal" optional={say.receivedHint} />
			</div>
		</details>
	);
};

const Foot = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const field = fieldOf(facts.form, view.language);
	return (
		<Till sum={say.sum} submit={say.save}>
			<DayField {...field("day")} label={say.day} />
			<Select
				{...field("method")}
				label={say.method}
				options={methods.map((method) => ({ value: method, label: say.methods[method] }))}
			/>
		</Till>
	);
};

function rowOf(
	row: Facts["rows"][number],
	index: number,
	facts: Facts,
	organisation: string,
	collects: boolean,
): DuesRow {
	const ticked = facts.form.typed.tick ?? [];
	return {
		number: index + 1,
		name: row.name,
		href: paths.member(organisation, row.person),
		receipt: row.receipt === null ? null : String(row.receipt).padStart(4, "0"),
		cells: row.cells.map((cell, place): DuesCell => {
			if (cell !== "due" && cell !== "part" && cell !== "deferred") return { state: cell };
			const value = `${row.person}.${facts.years[place]}`;
			return {
				state: cell,
				value: collects ? value : null,
				fen: row.rests[place] ?? 0,
				...(ticked.includes(value) ? { ticked: true } : {}),
			};
		}),
	};
}
