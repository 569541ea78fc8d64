import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { reasons } from "../../worker/people/duplicates/rules";
import { chosenFields, joiningRefusals } from "../../worker/people/joinings/rules";
import { posts } from "../../worker/roles/may";
import { sexes } from "../../worker/tables/ground";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Conflict } from "../parts/conflict";
import { ErrorSummary } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { problemsOf } from "../parts/mistakes";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { words } from "./words";

const spans = v.array(v.object({ fromDay: v.string(), toDay: v.nullable(v.string()) }));

const side = v.object({
	id: v.string(),
	name: v.string(),
	sex: v.nullable(v.picklist(sexes)),
	birthYear: v.nullable(v.number()),
	telephone: v.nullable(v.string()),
	address: v.nullable(v.string()),
	note: v.nullable(v.string()),
	further: v.array(v.object({ zh: v.string(), en: v.string(), value: v.string() })),
	/** An association in which they are on record. */
	organisation: v.string(),
	posts: v.array(v.object({ post: v.picklist(posts), name: v.string() })),
	attendances: v.number(),
	receipts: v.number(),
	sessions: v.number(),
	households: v.number(),
	transfers: v.number(),
	consents: v.number(),
	changes: v.number(),
});

export const pairFacts = v.object({
	one: side,
	other: side,
	reasons: v.array(v.picklist(reasons)),
	/** Of which of the two each value would be kept. */
	choice: v.record(v.picklist(chosenFields), v.picklist(["one", "other"])),
	organisations: v.array(
		v.object({ id: v.string(), name: v.string(), one: spans, other: spans, together: spans }),
	),
	/** Why this reader can't join them; null when they can. */
	refusal: v.nullable(v.picklist(joiningRefusals)),
	form: formSchema,
});
type Facts = v.InferOutput<typeof pairFacts>;
type Side = Facts["one"];
type Field = (typeof chosenFields)[number];

/** Two records side by side: which value to keep of each field, what comes together, and the decision. */
export const PairPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const [one, other] = [facts.one.id, facts.other.id];
	const { form: _refused, ...mistakes } = facts.form.mistakes;
	return (
		<Shell view={view} title={say.pairTitle} here="members">
			<Masthead
				title={say.pairTitle}
				sub={[
					facts.reasons.map((reason) => say.reasons[reason]).join(say.listSeparator) || null,
					say.pairHint,
				]}
				back={{ href: paths.duplicates(organisation), label: say.duplicates }}
			/>
			<Conflict form={facts.form} language={view.language} />
			<form
				method="post"
				action={paths.joinings(organisation, one, other)}
				data-once
				data-confirm={say.joinConfirm}
				novalidate
			>
				<input type="hidden" name="id" value={facts.form.id} />
				<ErrorSummary
					problems={problemsOf({ ...facts.form, mistakes }, view.language)}
					labels={new Map(Object.entries(say.fields))}
					language={view.language}
				/>
				<Records facts={facts} view={view} />
				<Together facts={facts} view={view} />
				{facts.refusal ? (
					<div class="errors" role="alert">
						<h2>{say.cantJoin}</h2>
						<p>{say.refusals[facts.refusal]}</p>
					</div>
				) : (
					<div class="actions">
						<button type="submit" class="stamp">
							{say.join}
						</button>
						<a class="button" href={paths.duplicates(organisation)}>
							{say.cancel}
						</a>
					</div>
				)}
			</form>
			<form
				method="post"
				action={paths.distinction(organisation, one, other)}
				class="actions apart"
				data-once
			>
				<input type="hidden" name="id" value={`${facts.form.id.slice(0, 15)}x`} />
				<button type="submit">{say.notSame}</button> <span class="soft">{say.notSameHint}</span>
			</form>
		</Shell>
	);
};

function shown(of: Side, field: Field, view: View): string {
	const say = words[view.language];
	switch (field) {
		case "sex":
			return of.sex ? say.sexes[of.sex] : "";
		case "birth_year":
			return of.birthYear === null ? "" : String(of.birthYear);
		case "further":
			return of.further.map((one) => `${one[view.language]} ${one.value}`).join(say.listSeparator);
		default:
			return of[field] ?? "";
	}
}

const Records = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const asked = chosenFields.filter(
		(field) => field !== "further" || facts.one.further.length + facts.other.further.length > 0,
	);
	return (
		<>
			<table class="side-by-side">
				<caption class="hidden">{say.pairTitle}</caption>
				<thead>
					<tr>
						<td />
						{([facts.one, facts.other] as const).map((side, place) => (
							<th scope="col">
								<a href={paths.member(side.organisation, side.id)}>{place === 0 ? say.first : say.second}</a>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{asked.map((field) => (
						<Compared facts={facts} field={field} view={view} />
					))}
				</tbody>
			</table>
			{!asked.includes("further") && <input type="hidden" name="further" value="one" />}
		</>
	);
};

/** One field of both: where they agree there is nothing to choose. */
const Compared = ({ facts, field, view }: { facts: Facts; field: Field; view: View }) => {
	const say = words[view.language];
	const [one, other] = [shown(facts.one, field, view), shown(facts.other, field, view)];
	const empty = <span class="soft">{say.nothing}</span>;
	if (one === other)
		return (
			<tr>
				<th scope="row">{say.fields[field]}</th>
				<td colspan={2}>
					{one || empty}
					<input type="hidden" name={field} value="one" />
				</td>
			</tr>
		);
	return (
		<tr class="differs">
			<th scope="row">{say.fields[field]}</th>
			{([one, other] as const).map((value, place) => (
				<td>
					<label class="choice">
						<input
							type="radio"
							name={field}
							id={place === 0 ? field : undefined}
							value={place === 0 ? "one" : "other"}
							checked={facts.choice[field] === (place === 0 ? "one" : "other")}
							aria-label={`${say.keepWhich(say.fields[field])}: ${value || say.nothing}`}
						/>
						<span>{value || empty}</span>
					</label>
				</td>
			))}
		</tr>
	);
};

const Together = ({ facts: { one, other, organisations }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const day = (text: string) => formatDay(text, view.language, "dotted");
	const told = (of: Facts["organisations"][number]["one"]) =>
		of.map(({ fromDay, toDay }) => say.period(day(fromDay), toDay && day(toDay))).join(say.listSeparator);
	const held = [...one.posts, ...other.posts];
	const pieces = (
		[
			[say.households, "households"],
			[say.transfers, "transfers"],
			[say.consents, "consents"],
			[say.changesKept, "changes"],
		] as const
	).filter(([, name]) => one[name] + other[name] > 0);
	return (
		<section>
			<Heading>{say.moves}</Heading>
			<Rows>
				{organisations
					.filter((at) => at.together.length > 0)
					.map((at) => (
						<Row label={say.membership} note={say.together(told(at.together))}>
							{at.name}
							{view.language === "zh" ? "：" : ": "}
							{[told(at.one), told(at.other)].filter(Boolean).join(" + ")}
						</Row>
					))}
				{one.attendances + other.attendances > 0 && (
					<Row label={say.attendances}>{say.attendancesOf(one.attendances, other.attendances)}</Row>
				)}
				{one.receipts + other.receipts > 0 && (
					<Row label={say.receipts}>{say.receiptsOf(one.receipts, other.receipts)}</Row>
				)}
				{held.length > 0 && (
					<Row label={say.posts}>
						{held
							.map(({ post, name }) => `${name} ${layoutWords[view.language].posts[post]}`)
							.join(say.listSeparator)}
					</Row>
				)}
				{one.sessions + other.sessions > 0 && (
					<Row label={say.devices}>{say.devicesOf(one.sessions + other.sessions)}</Row>
				)}
				{pieces.map(([label, name]) => (
					<Row label={label}>{say.pieces(one[name], other[name])}</Row>
				))}
			</Rows>
		</section>
	);
};
