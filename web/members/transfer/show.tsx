import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { sides } from "../../../worker/members/transfer/rules";
import { sexes } from "../../../worker/tables/ground";
import { transferOutcomes } from "../../../worker/tables/people";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Choices, Field } from "../../parts/field";
import { Form } from "../../parts/form";
import { formatDay } from "../../parts/format";
import { Heading } from "../../parts/heading";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { Row, Rows } from "../../parts/rows";
import { paths } from "../../paths";
import { words } from "./words";

export const transferShown = v.object({
	id: v.string(),
	side: v.picklist(sides),
	person: v.string(),
	name: v.string(),
	sex: v.nullable(v.picklist(sexes)),
	birthYear: v.nullable(v.number()),
	since: v.nullable(v.string()),
	paid: v.array(v.string()),
	from: v.string(),
	to: v.string(),
	note: v.nullable(v.string()),
	offeredOn: v.string(),
	outcome: v.picklist(["waiting", ...transferOutcomes]),
	endedOn: v.nullable(v.string()),
	endedBy: v.nullable(v.string()),
	reason: v.nullable(v.string()),
});
export const transferFacts = v.object({ transfer: transferShown, form: formSchema });
type Facts = v.InferOutput<typeof transferFacts>;

/** One transfer: who, from where to where; to receive or decline, or to take back, while it waits. */
export const TransferPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const { transfer } = facts;
	const organisation = view.place?.id ?? "";
	const day = (text: string | null) => formatDay(text, view.language);
	return (
		<Shell view={view} title={say.title(transfer.name)} here="members">
			<Masthead
				title={say.title(transfer.name)}
				sub={[say.states[transfer.outcome]]}
				back={{ href: paths.transfers(organisation), label: say.listTitle }}
			/>
			<Rows>
				<Row label={say.name}>{transfer.name}</Row>
				{transfer.sex && <Row label={say.sex}>{say.sexes[transfer.sex]}</Row>}
				{transfer.birthYear && <Row label={say.birthYear}>{transfer.birthYear}</Row>}
				<Row label={say.from}>{transfer.from}</Row>
				<Row label={say.to}>{transfer.to}</Row>
				{transfer.since && <Row label={say.since}>{day(transfer.since)}</Row>}
				<Row label={say.paidYears}>
					{transfer.paid.length > 0 ? say.years(transfer.paid) : say.nothingPaid}
				</Row>
				<Row label={say.offeredOn}>{day(transfer.offeredOn)}</Row>
				{transfer.note && <Row label={say.said}>{transfer.note}</Row>}
				{transfer.endedOn && (
					<Row label={say.state} note={say.endedOn(day(transfer.endedOn), transfer.endedBy)}>
						{say.states[transfer.outcome]}
					</Row>
				)}
				{transfer.reason && <Row label={say.reason}>{transfer.reason}</Row>}
			</Rows>
			{transfer.outcome === "waiting" && <Answer facts={facts} view={view} />}
		</Shell>
	);
};

const Answer = ({ facts: { transfer, form }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const common = {
		language: view.language,
		action: paths.transfer(view.place?.id ?? "", transfer.id),
		problems: problemsOf(form, view.language),
	};
	if (transfer.side === "giving")
		return (
			<Form {...common} submit={say.takeBack}>
				<input type="hidden" name="outcome" value="taken-back" />
				<p class="soft">{say.takeBackHint}</p>
			</Form>
		);
	return (
		<>
			<Heading>{say.decision}</Heading>
			<Form {...common} submit={say.submit}>
				<Choices
					{...field("outcome")}
					value={field("outcome").value || "received"}
					label={say.decision}
					options={(["received", "declined"] as const).map((value) => ({ value, label: say.choices[value] }))}
				/>
				<Field
					{...field("reason")}
					label={say.declineReason}
					optional={say.optional}
					hint={say.declineHint}
				/>
			</Form>
		</>
	);
};
