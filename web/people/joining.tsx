import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { separationRefusals } from "../../worker/people/joinings/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { words } from "./words";

export const joiningFacts = v.object({
	id: v.string(),
	joinedOn: v.string(),
	separatedOn: v.nullable(v.string()),
	author: v.nullable(v.string()),
	name: v.string(),
	member: v.object({ id: v.string(), organisation: v.nullable(v.string()) }),
	/** The two records as they were; none once the person's details are erased. */
	before: v.array(
		v.object({ name: v.string(), birthYear: v.nullable(v.number()), telephone: v.nullable(v.string()) }),
	),
	organisations: v.array(v.object({ id: v.string(), name: v.string() })),
	/** How many rows of what went over; `met` are activities that both had come to. */
	moved: v.object({
		periods: v.number(),
		attendances: v.number(),
		met: v.number(),
		receipts: v.number(),
		posts: v.number(),
		households: v.number(),
		transfers: v.number(),
		changes: v.number(),
	}),
	refusal: v.nullable(v.picklist(separationRefusals)),
	form: formSchema,
});
type Facts = v.InferOutput<typeof joiningFacts>;

/** A joining: what it brought together, and the way back. */
export const JoiningPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const day = (text: string) => formatDay(text, view.language);
	const { member } = facts;
	return (
		<Shell view={view} title={say.joiningTitle(facts.name)} here="members">
			<Masthead
				title={say.joiningTitle(facts.name)}
				sub={[say.joiningSub(day(facts.joinedOn), facts.author)]}
				back={{ href: paths.duplicates(organisation), label: say.duplicates }}
			>
				{member.organisation && (
					<a class="button" href={paths.member(member.organisation, member.id)}>
						{say.seeRecord}
					</a>
				)}
			</Masthead>
			<Conflict form={facts.form} language={view.language} />
			{facts.before.length > 0 && (
				<section>
					<Heading>{say.before}</Heading>
					<Rows>
						{facts.before.map(({ name, birthYear, telephone }, place) => (
							<Row label={say.record(place + 1)}>
								{[name, say.bornIn(birthYear), telephone ?? say.noTelephone].join(say.listSeparator)}
							</Row>
						))}
					</Rows>
				</section>
			)}
			<Moved facts={facts} view={view} />
			<Undoing facts={facts} view={view} />
		</Shell>
	);
};

const Moved = ({ facts: { moved, organisations }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const counts = (
		[
			[say.posts, moved.posts],
			[say.households, moved.households],
			[say.transfers, moved.transfers],
			[say.changesKept, moved.changes],
		] as const
	).filter(([, count]) => count > 0);
	return (
		<section>
			<Heading>{say.movedTitle}</Heading>
			<Rows>
				<Row label={say.organisations}>{organisations.map(({ name }) => name).join(say.listSeparator)}</Row>
				{moved.periods > 0 && <Row label={say.membership}>{say.mergedPeriods(moved.periods + 1)}</Row>}
				{moved.attendances > 0 && (
					<Row label={say.attendances}>{say.movedAttendances(moved.attendances, moved.met)}</Row>
				)}
				{moved.receipts > 0 && <Row label={say.receipts}>{say.movedReceipts(moved.receipts)}</Row>}
				{counts.map(([label, count]) => (
					<Row label={label}>{say.count(count)}</Row>
				))}
			</Rows>
		</section>
	);
};

const Undoing = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	if (facts.separatedOn) return <p>{say.wasSeparated(formatDay(facts.separatedOn, view.language))}</p>;
	if (facts.refusal)
		return (
			<div class="errors">
				<h2>{say.cantSeparate}</h2>
				<p>{say.undoRefusals[facts.refusal]}</p>
			</div>
		);
	return (
		<form
			method="post"
			action={paths.separation(view.place?.id ?? "", facts.id)}
			class="actions"
			data-once
			data-confirm={say.separateConfirm}
		>
			<input type="hidden" name="id" value={facts.form.id} />
			<button type="submit">{say.separate}</button>
			<span class="soft">{say.separateHint}</span>
		</form>
	);
};
