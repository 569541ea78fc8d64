import type { Child } from "hono/jsx";
import * as v from "valibot";
import { posts } from "../../worker/roles/may";
import { waiverKinds } from "../../worker/tables/dues";
import { memberKinds, sexes } from "../../worker/tables/ground";
import { words as owingWords } from "../dues/owing-words";
import { Desk, Paper } from "../layout/paper";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { words as historyWords } from "../members/history/words";
import { words as memberWords } from "../members/words";
import { formatDay, formatFen } from "../parts/format";
import { withQuery } from "../paths";
import { words as trainingWords } from "../training/words";
import { howIn } from "./consent";
import { words } from "./words";

const bothLanguages = { zh: v.string(), en: v.string() };

export const ownDataFacts = v.object({
	asOf: v.string(),
	/** Where the reader came from. */
	back: v.string(),
	person: v.object({
		name: v.string(),
		sex: v.nullable(v.picklist(sexes)),
		birthYear: v.nullable(v.number()),
		telephone: v.nullable(v.string()),
		address: v.nullable(v.string()),
		note: v.nullable(v.string()),
		further: v.array(v.object({ ...bothLanguages, value: v.string() })),
	}),
	memberships: v.array(
		v.object({
			organisation: v.string(),
			fromDay: v.string(),
			toDay: v.nullable(v.string()),
			kind: v.picklist(memberKinds),
			leftBecause: v.nullable(v.string()),
			paid: v.array(v.number()),
			tags: v.array(v.object(bothLanguages)),
			group: v.nullable(v.string()),
		}),
	),
	attendances: v.array(v.object({ organisation: v.string(), day: v.string(), title: v.string() })),
	receipts: v.array(
		v.object({
			organisation: v.string(),
			day: v.string(),
			number: v.string(),
			year: v.number(),
			/** In fen; below zero where it was reversed. */
			amount: v.number(),
		}),
	),
	/** What was fixed to be owed, in fen. */
	charges: v.array(v.object({ organisation: v.string(), year: v.number(), amount: v.number() })),
	waivers: v.array(
		v.object({
			organisation: v.string(),
			what: v.picklist(waiverKinds),
			fromYear: v.number(),
			toYear: v.number(),
			reason: v.string(),
			grantedBy: v.string(),
		}),
	),
	/** Training elsewhere, with what shows it. */
	trainings: v.array(
		v.object({ organisation: v.string(), day: v.string(), ...bothLanguages, evidence: v.string() }),
	),
	certificates: v.array(
		v.object({ organisation: v.string(), year: v.number(), number: v.number(), day: v.string() }),
	),
	/** Time given as a volunteer. */
	helped: v.array(
		v.object({ organisation: v.string(), day: v.string(), what: v.string(), minutes: v.number() }),
	),
	posts: v.array(
		v.object({
			organisation: v.string(),
			post: v.picklist(posts),
			fromDay: v.string(),
			toDay: v.nullable(v.string()),
		}),
	),
	households: v.array(v.object({ organisation: v.string(), households: v.number() })),
	transfers: v.array(
		v.object({
			organisation: v.string(),
			to: v.string(),
			offeredOn: v.string(),
			note: v.nullable(v.string()),
			outcome: v.nullable(v.string()),
			day: v.nullable(v.string()),
		}),
	),
	consents: v.array(
		v.object({
			organisation: v.string(),
			what: v.picklist(["given", "withdrawn"]),
			day: v.string(),
			how: v.string(),
		}),
	),
	changes: v.array(
		v.object({
			organisation: v.string(),
			day: v.string(),
			act: v.string(),
			details: v.record(v.string(), v.unknown()),
		}),
	),
	devices: v.array(
		v.object({
			kind: v.picklist(["device", "program"]),
			label: v.string(),
			madeOn: v.string(),
			seenOn: v.string(),
		}),
	),
});
type Facts = v.InferOutput<typeof ownDataFacts>;

/** Everything held about one person on sheets to be printed and handed to them; and the same as a file. */
export const OwnDataPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const owing = owingWords[view.language];
	const training = trainingWords[view.language];
	const title = say.ownDataTitle(facts.person.name);
	const day = (text: string | null) => formatDay(text, view.language, "dotted");
	const span = (from: string, to: string | null) => say.period(day(from), to && day(to));
	const [path = ""] = view.path.split("?");
	return (
		<Desk
			view={view}
			title={title}
			back={facts.back}
			aside={
				<a class="button" href={withQuery(path, { format: "json" })} download>
					{say.ownDataDownload}
				</a>
			}
		>
			<Paper view={view} title={title}>
				<p>{say.ownDataLead(formatDay(facts.asOf, view.language))}</p>
				<Described facts={facts} view={view} />
				<Listed
					title={say.membership}
					rows={facts.memberships.map((one) => [
						one.organisation,
						span(one.fromDay, one.toDay),
						[
							memberWords[view.language].kinds[one.kind],
							one.group,
							...one.tags.map((tag) => tag[view.language]),
							one.paid.length > 0 && say.paidYears(one.paid.join(say.listSeparator)),
						]
							.filter(Boolean)
							.join(say.listSeparator),
					])}
				/>
				<Listed
					title={say.posts}
					rows={facts.posts.map((one) => [
						one.organisation,
						span(one.fromDay, one.toDay),
						layoutWords[view.language].posts[one.post],
					])}
				/>
				<Listed
					title={say.trainings}
					rows={facts.trainings.map((one) => [
						...[one.organisation, day(one.day), one[view.language], one.evidence],
					])}
				/>
				<Listed
					title={say.certificates}
					rows={facts.certificates.map((one) => [
						...[one.organisation, day(one.day), training.certificateNumber(one.year, one.number)],
					])}
				/>
				<Listed
					title={say.helped}
					rows={facts.helped.map((one) => [
						...[one.organisation, day(one.day), `${one.what} ${training.hoursShort(one.minutes)}`],
					])}
				/>
				<Listed
					title={say.attendances}
					rows={facts.attendances.map((one) => [one.organisation, day(one.day), one.title])}
				/>
				<Listed
					title={say.receipts}
					rows={facts.receipts.map((one) => [
						one.organisation,
						`${day(one.day)} ${one.number}`,
						say.forYear(one.year, formatFen(one.amount, view.language)),
					])}
				/>
				<Listed
					title={owing.runs}
					rows={facts.charges.map((one) => [
						one.organisation,
						String(one.year),
						formatFen(one.amount, view.language),
					])}
				/>
				<Listed
					title={owing.waivers}
					rows={facts.waivers.map((one) => [
						one.organisation,
						owing.span(one.fromYear, one.toYear),
						[owing.kinds[one.what], one.reason, one.grantedBy].join(say.listSeparator),
					])}
				/>
				<Listed
					title={say.households}
					rows={facts.households.map((one) => [one.organisation, "", say.count(one.households)])}
				/>
				<Listed
					title={say.transfers}
					rows={facts.transfers.map((one) => [one.organisation, day(one.offeredOn), one.to])}
				/>
				<Listed
					title={say.consents}
					rows={facts.consents.map((one) => [
						one.organisation,
						day(one.day),
						`${say.consentWhats[one.what]} ${howIn(one.how, view)}`,
					])}
				/>
				<Listed
					title={say.devices}
					rows={facts.devices.map((one) => [
						one.label,
						span(one.madeOn, null),
						say.lastSeen(day(one.seenOn)),
					])}
				/>
				<Listed
					title={say.changesKept}
					rows={facts.changes.map((one) => [
						one.organisation,
						day(one.day),
						historyWords[view.language].acts[one.act] ?? historyWords[view.language].otherAct,
					])}
				/>
				<p>{say.ownDataFoot}</p>
			</Paper>
		</Desk>
	);
};

const Described = ({ facts: { person }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const rows: [string, Child][] = [
		[say.fields.name, person.name],
		[say.fields.sex, person.sex && say.sexes[person.sex]],
		[say.fields.birth_year, person.birthYear],
		[say.fields.telephone, person.telephone],
		[say.fields.address, person.address],
		[say.fields.note, person.note],
		...person.further.map((one): [string, Child] => [one[view.language], one.value]),
	];
	return (
		<table>
			<tbody>
				{rows.map(([label, value]) => (
					<tr>
						<th scope="row">{label}</th>
						<td>{value || say.nothing}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
};

const Listed = ({ title, rows }: { title: string; rows: readonly (readonly Child[])[] }) =>
	rows.length === 0 ? null : (
		<>
			<h2>{title}</h2>
			<table class="told">
				<tbody>
					{rows.map((row) => (
						<tr>
							{row.map((cell) => (
								<td>{cell}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</>
	);
