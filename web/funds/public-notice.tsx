import * as v from "valibot";
import { accounts } from "../../worker/funds/accounts";
import { formSchema } from "../../worker/http/body";
import { Bare } from "../layout/bare";
import { Paper } from "../layout/paper";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { formatAmount, formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Qr } from "../parts/qr";
import { paths } from "../paths";
import { words } from "./notices-words";
import { words as fundsWords } from "./words";

const sum = v.object({ account: v.picklist(accounts), fen: v.number() });

/** A notice in the open: sums in fen, no names; objections only with their answers. */
export const publicNoticeFacts = v.object({
	at: v.string(),
	id: v.string(),
	organisation: v.string(),
	year: v.number(),
	postedOn: v.string(),
	until: v.string(),
	place: v.string(),
	figures: v.object({
		opening: v.number(),
		incomes: v.array(sum),
		uses: v.array(sum),
		paid: v.number(),
		balance: v.number(),
	}),
	/** The head of the books' chain when it was posted. */
	mark: v.string(),
	over: v.boolean(),
	address: v.string(),
	answered: v.array(
		v.object({
			id: v.string(),
			day: v.string(),
			text: v.string(),
			reply: v.string(),
			repliedOn: v.string(),
		}),
	),
	waiting: v.number(),
	others: v.array(v.object({ id: v.string(), year: v.number() })),
	sent: v.boolean(),
	form: formSchema,
});
type Facts = v.InferOutput<typeof publicNoticeFacts>;

/** The notice for everybody, to be read, printed and objected to. */
export const PublicNoticePage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	return (
		<Bare view={view} title={say.noticeTitle(facts.year)}>
			<NoticePaper facts={facts} view={view} />
			<p class="actions no-print">
				<button type="button" data-print hidden>
					{say.print}
				</button>
			</p>
			{(facts.answered.length > 0 || facts.waiting > 0) && <Objections facts={facts} view={view} />}
			<section class="no-print">
				{facts.sent && <p role="status">{say.sent}</p>}
				{facts.over ? <p class="soft">{say.over}</p> : <Objecting facts={facts} view={view} />}
			</section>
			{facts.others.length > 0 && (
				<p class="no-print links">
					{say.others}{" "}
					{facts.others.map(({ id, year }) => (
						<a href={paths.publicNotice(facts.at, id)}>{year}</a>
					))}
				</p>
			)}
		</Bare>
	);
};

const NoticePaper = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const names = fundsWords[view.language].accounts;
	const yuan = (fen: number) => formatAmount(fen, view.language);
	const day = (text: string) => formatDay(text, view.language);
	const { opening, incomes, uses, paid, balance } = facts.figures;
	const total = (rows: Facts["figures"]["uses"]) => rows.reduce((all, { fen }) => all + fen, 0);
	return (
		<Paper
			view={view}
			head={facts.organisation}
			title={say.noticeTitle(facts.year)}
			signed={{ name: facts.organisation, day: facts.postedOn }}
		>
			<p>{say.lead(day(facts.postedOn), day(facts.until))}</p>
			<table class="ledger sums">
				<thead>
					<tr>
						<th scope="col">{say.item}</th>
						<th scope="col">{say.incomeColumn}</th>
						<th scope="col">{say.useColumn}</th>
					</tr>
				</thead>
				<tbody>
					<Line item={say.opening} income={yuan(opening)} />
					{incomes.map(({ account, fen }) => (
						<Line item={account === "dues" ? say.duesLine(paid) : names[account]} income={yuan(fen)} />
					))}
					{uses.map(({ account, fen }) => (
						<Line item={names[account]} use={yuan(fen)} />
					))}
				</tbody>
				<tfoot>
					<Line item={say.total} income={yuan(opening + total(incomes))} use={yuan(total(uses))} />
					<Line item={say.balance} income={yuan(balance)} />
				</tfoot>
			</table>
			<p>{say.whereToObject(facts.place, day(facts.until))}</p>
			<div class="check-code">
				<Qr text={facts.address} label={say.scan} />
				{facts.mark && <p class="note">{say.mark(facts.mark)}</p>}
			</div>
		</Paper>
	);
};

const Line = ({ item, income, use }: { item: string; income?: string; use?: string }) => (
	<tr>
		<td>{item}</td>
		<td>{income}</td>
		<td>{use}</td>
	</tr>
);

const Objections = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	return (
		<section>
			<h2>{say.answeredHead}</h2>
			{facts.answered.map((one) => (
				<article class="objection">
					<p>{one.text}</p>
					<p>
						<b>{say.repliedOn(formatDay(one.repliedOn, view.language))}</b> {one.reply}
					</p>
				</article>
			))}
			{facts.waiting > 0 && <p class="soft">{say.waiting(facts.waiting)}</p>}
		</section>
	);
};

const Objecting = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const { form } = facts;
	return (
		<details open={wasTried(form)}>
			<summary>{say.object}</summary>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.publicNotice(facts.at, facts.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.send}
			>
				<TextArea {...fieldOf(form, view.language)("text")} label={say.text} hint={say.objectHint} />
			</Form>
		</details>
	);
};

const wasTried = ({ mistakes, conflict }: Facts["form"]) => conflict || mistakes.text !== undefined;
