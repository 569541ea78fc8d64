import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { capitalsOf } from "../../worker/values/money";
import { Desk, Paper } from "../layout/paper";
import type { Page, View } from "../layout/view";
import { Field } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay, formatFen } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { photographSized } from "../parts/photographs";
import { Qr } from "../parts/qr";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { VoucherPhotographs } from "./photographs";
import { rowFacts } from "./register";
import { words } from "./words";

/** An entry as its paper shows it: amounts in fen, the years its money was for, what it reverses and what reversed it. */
export const paperFacts = v.object({
	...rowFacts.entries,
	year: v.number(),
	author: v.nullable(v.string()),
	approver: v.nullable(v.string()),
	activity: v.nullable(v.string()),
	activityTitle: v.nullable(v.string()),
	/** The purpose that the money was given for. */
	fund: v.nullable(v.string()),
	/** The beginning of its hash, and the address that its code leads to; empty until it stands in the chain. */
	mark: v.nullable(v.string()),
	check: v.nullable(v.string()),
	years: v.array(v.object({ year: v.number(), amount: v.number() })),
	reverses: v.nullable(v.string()),
	reversedBy: v.nullable(v.object({ id: v.string(), day: v.string(), purpose: v.nullable(v.string()) })),
});

export const entryFacts = v.object({
	entry: paperFacts,
	/** Photographs of an expense's paper, and how many more there is room for; null where none are kept. */
	pictures: v.nullable(v.object({ photographs: v.array(photographSized), room: v.number() })),
	form: formSchema,
});
type Facts = v.InferOutput<typeof entryFacts>;

/** One entry as a paper to print: a receipt, a voucher, or a reversal; with its photographs and the form to reverse it, off the paper. */
export const EntryPage = ({ facts: { entry, pictures, form }, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<Desk view={view} title={titleOf(entry, view)} back={paths.funds(organisation)}>
			<EntryPaper entry={entry} view={view} />
			{pictures && <VoucherPhotographs expense={entry} {...pictures} view={view} />}
			{entry.kind !== "reversal" &&
				entry.kind !== "share" &&
				!entry.reversedBy &&
				view.place?.may.includes("use funds") && (
					<details class="off-paper" open={Object.keys(form.mistakes).length > 0}>
						<summary>{say.reverse}</summary>
						<p class="soft">{say.reverseHint}</p>
						<Form
							language={view.language}
							action={paths.reversal(organisation, entry.id)}
							id={form.id}
							problems={problemsOf(form, view.language)}
							submit={say.reverse}
						>
							<Field {...fieldOf(form, view.language)("reason")} label={say.reason} />
						</Form>
					</details>
				)}
		</Desk>
	);
};

type PaperProps = { entry: v.InferOutput<typeof paperFacts>; view: View };

function titleOf(entry: PaperProps["entry"], view: View): string {
	const say = words[view.language];
	if (entry.kind === "reversal") return say.reversalTitle;
	return entry.series === "in" ? say.receiptTitle : say.voucherTitle;
}

/** The paper of one entry: a receipt, a voucher, or a reversal. */
export const EntryPaper = ({ entry, view }: PaperProps) => {
	const number = String(entry.number).padStart(4, "0");
	return (
		<Paper
			view={view}
			head={view.place?.name ?? ""}
			number={words[view.language].numberText(entry.series, entry.year, number)}
			title={titleOf(entry, view)}
			kind="receipt"
			signed={{ name: view.place?.name ?? "", day: entry.day }}
		>
			<Lines entry={entry} view={view} />
		</Paper>
	);
};

const Lines = ({ entry, view }: PaperProps) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const amount = formatFen(Math.abs(entry.amount) * (entry.kind === "reversal" ? -1 : 1), view.language);
	const years = entry.years.map(({ year }) => year).join(view.language === "zh" ? "、" : ", ");
	return (
		<>
			<Rows>
				<Row label={entry.series === "in" ? say.receivedFrom : say.paidTo}>
					{entry.payer ?? entry.party ?? "–"}
				</Row>
				<Row label={say.purpose}>{entry.purpose ?? say.forYears(years)}</Row>
				<Row label={say.amountInWords}>{amount}</Row>
				{view.language === "zh" && <Row label={say.capitals}>{capitalsOf(Math.abs(entry.amount))}</Row>}
				<Row label={say.day}>{formatDay(entry.day, view.language)}</Row>
				{entry.method && <Row label={say.method}>{say.methods[entry.method]}</Row>}
				{entry.activity && entry.activityTitle && (
					<Row label={say.forActivity}>
						<a href={paths.activity(organisation, entry.activity)}>{entry.activityTitle}</a>
					</Row>
				)}
				{entry.fund && <Row label={say.ofFund}>{entry.fund}</Row>}
				{entry.approver && <Row label={say.approvedBy}>{entry.approver}</Row>}
				<Row label={say.postedBy}>{entry.author ?? ""}</Row>
			</Rows>
			{entry.reverses && (
				<p>
					{say.reversesText} <a href={paths.entry(organisation, entry.reverses)}>{say.original}</a>
				</p>
			)}
			{entry.reversedBy && (
				<p>
					<a href={paths.entry(organisation, entry.reversedBy.id)}>
						{say.isReversed(formatDay(entry.reversedBy.day, view.language), entry.reversedBy.purpose ?? "")}
					</a>
				</p>
			)}
			{entry.mark && entry.check && (
				<div class="check-code">
					<Qr text={entry.check} label={say.checkLabel} />
					<p class="note">
						{say.mark(entry.mark)}
						<br />
						{say.checkHint}
					</p>
				</div>
			)}
		</>
	);
};
