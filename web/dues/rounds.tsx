import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Field } from "../parts/field";
import { ErrorSummary, Form } from "../parts/form";
import { formatAmount, formatDay, formatFen } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./rounds-words";

const round = v.object({
	id: v.string(),
	openedOn: v.string(),
	collector: v.nullable(v.string()),
	/** The cash of its receipts so far, in fen. */
	cash: v.number(),
	closedOn: v.nullable(v.string()),
	expected: v.nullable(v.number()),
	counted: v.nullable(v.number()),
	explanation: v.nullable(v.string()),
});

export const roundsFacts = v.object({ rounds: v.array(round), form: formSchema });
type Facts = v.InferOutput<typeof roundsFacts>;

/** The collection rounds: the open one with its cash to be counted, and those that are closed. */
export const RoundsPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { rounds, form } = facts;
	const open = rounds.find(({ closedOn }) => closedOn === null);
	const closed = rounds.filter(({ closedOn }) => closedOn !== null);
	const collects = view.place?.may.includes("collect dues") ?? false;
	return (
		<Shell view={view} title={say.title} here="dues">
			<Masthead title={say.title} sub={[say.hint]} back={{ href: paths.dues(organisation), label: say.back }}>
				{collects && !open && closed.length > 0 && (
					<a class="button" href={paths.reminders(organisation)}>
						{say.reminders}
					</a>
				)}
			</Masthead>
			<Conflict form={form} language={view.language} />
			{open && <Open round={open} form={form} view={view} collects={collects} />}
			{collects && !open && (
				<form class="form" method="post" action={paths.rounds(organisation)} data-once>
					<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
					<input type="hidden" name="id" value={form.id} />
					<div class="actions">
						<button type="submit" class="stamp">
							{say.open}
						</button>
					</div>
				</form>
			)}
			{rounds.length === 0 ? (
				<Empty {...say.none} />
			) : (
				closed.length > 0 && <Closed rounds={closed} view={view} />
			)}
		</Shell>
	);
};

type OpenProps = { round: Facts["rounds"][number]; form: Facts["form"]; view: View; collects: boolean };

const Open = ({ round: one, form, view, collects }: OpenProps) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	return (
		<section>
			<Heading>{say.running(formatDay(one.openedOn, view.language))}</Heading>
			<p>
				{say.cash(formatFen(one.cash, view.language))} · <a href={paths.dues(organisation)}>{say.goOn}</a>
			</p>
			{collects && (
				<Form
					language={view.language}
					action={paths.roundEnd(organisation, one.id)}
					id={form.id}
					problems={problemsOf(form, view.language)}
					submit={say.close}
				>
					<Field {...field("counted")} label={say.counted} inputmode="decimal" />
					<Field {...field("explanation")} label={say.explanation} optional={say.explanationHint} />
				</Form>
			)}
		</section>
	);
};

const Closed = ({ rounds, view }: { rounds: Facts["rounds"]; view: View }) => {
	const say = words[view.language];
	const yuan = (fen: number | null) => formatAmount(fen ?? 0, view.language);
	return (
		<Register
			caption={say.title}
			rows={rounds}
			columns={[
				{ head: say.openedOn, cell: (one) => formatDay(one.openedOn, view.language, "dotted"), tight: true },
				{ head: say.closedOn, cell: (one) => formatDay(one.closedOn, view.language, "dotted"), minor: true },
				{ head: say.collector, cell: (one) => one.collector, minor: true },
				{ head: say.expected, cell: (one) => yuan(one.expected), number: true },
				{ head: say.countedHead, cell: (one) => yuan(one.counted), number: true },
				{ head: say.difference, cell: (one) => one.explanation, minor: true },
			]}
		/>
	);
};
