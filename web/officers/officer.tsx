import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { departureReasons } from "../../worker/officers/terms/input";
import { posts } from "../../worker/roles/may";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Conflict } from "../parts/conflict";
import { Choices, DayField } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Row, Rows } from "../parts/rows";
import { paths, withQuery } from "../paths";
import { letterFacts } from "./letter-facts";
import { Issue } from "./letters";
import { words } from "./term-words";
import { words as officerWords } from "./words";

export const officerFacts = v.object({
	officer: v.object({
		id: v.string(),
		name: v.string(),
		post: v.picklist(posts),
		fromDay: v.string(),
		toDay: v.nullable(v.string()),
		fullTime: v.boolean(),
		how: v.nullable(v.string()),
		because: v.nullable(v.string()),
		assembly: v.nullable(v.string()),
		/** The term they were elected in, its number and the day it is due. */
		term: v.nullable(v.string()),
		number: v.nullable(v.number()),
		dueDay: v.nullable(v.string()),
		/** The post is a council's. */
		council: v.boolean(),
		/** Held today, or from a day to come. */
		held: v.boolean(),
	}),
	/** Their record as a member here. */
	member: v.nullable(v.string()),
	/** They have a device of their own, or a post elsewhere: no link is made to be them. */
	signsIn: v.boolean(),
	/** The reader could give every post they hold here, and may make them a link. */
	linkable: v.boolean(),
	letters: v.array(letterFacts),
	form: formSchema,
});
type Facts = v.InferOutput<typeof officerFacts>;

/** One holding of a post: since when, by which election, letter, sign-in; and how it ends. */
export const OfficerPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { officer } = facts;
	const letsIn = view.place?.may.includes("let officers in") ?? false;
	return (
		<Shell view={view} title={officer.name} here="association">
			<Masthead
				title={officer.name}
				person
				sub={[layoutWords[view.language].posts[officer.post], view.place?.name]}
				back={{ href: paths.officers(organisation), label: officerWords[view.language].title }}
			/>
			<Heading>{say.officerTerm}</Heading>
			<Rows>
				<Held facts={facts} view={view} />
				{facts.member && (
					<Row label={say.member} href={paths.member(organisation, facts.member)} link={say.seeMember}>
						{officer.name}
					</Row>
				)}
				{facts.letters.map((letter) => (
					<Row
						label={say.letters}
						href={withQuery(paths.lettersPrint(organisation), { letter: letter.id })}
						link={say.see}
					>
						{say.letter(letter.year, letter.number)}
					</Row>
				))}
				{letsIn && officer.held && !facts.linkable && (
					<Row label={say.signIn}>{facts.signsIn ? say.signsIn : say.linkAbove}</Row>
				)}
			</Rows>
			{facts.linkable && <SignIn facts={facts} view={view} />}
			{letsIn && officer.held && officer.council && facts.letters.length === 0 && (
				<Issue view={view} id={facts.form.id} kind="letter" holder={officer.id} label={say.issue} />
			)}
			{letsIn && officer.held && officer.post !== "owner" && <Leaving facts={facts} view={view} />}
		</Shell>
	);
};

const Held = ({ facts: { officer }, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const full = (day: string) => formatDay(day, view.language);
	return (
		<>
			<Row label={say.takenOn} note={officer.fullTime ? say.fullTime : null}>
				{full(officer.fromDay)}
			</Row>
			{officer.term && (
				<Row
					label={say.term}
					note={officer.dueDay && `${say.due} ${full(officer.dueDay)}`}
					href={paths.term(organisation, officer.term)}
					link={say.seeMember}
				>
					{officerWords[view.language].termName(officer.number)}
				</Row>
			)}
			{officer.how && (
				<Row label={say.how} note={officer.assembly}>
					{say.howElected[officer.how]}
				</Row>
			)}
			{officer.toDay && (
				<Row
					label={say.leftOn}
					note={officer.because && officerWords[view.language].because[officer.because]}
				>
					{officer.held ? say.willLeave(full(officer.toDay)) : full(officer.toDay)}
				</Row>
			)}
		</>
	);
};

const SignIn = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	return (
		<>
			<Heading>{say.signIn}</Heading>
			<p class="soft">{say.linkHint}</p>
			<form
				class="actions"
				method="post"
				action={paths.officerSignIn(view.place?.id ?? "", facts.officer.id)}
			>
				<button type="submit">{say.makeLink}</button>
			</form>
		</>
	);
};

const Leaving = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const field = fieldOf(facts.form, view.language);
	return (
		<>
			<Heading>{say.leave}</Heading>
			<p class="soft">{say.leaveHint}</p>
			<Conflict form={facts.form} language={view.language} />
			<Form
				language={view.language}
				action={paths.officerDeparture(view.place?.id ?? "", facts.officer.id)}
				id={facts.form.id}
				problems={problemsOf(facts.form, view.language)}
				submit={say.leaveButton}
			>
				<DayField {...field("day")} label={say.leaveDay} />
				<Choices
					{...field("because")}
					label={say.because}
					options={departureReasons.map((reason) => ({
						value: reason,
						label: officerWords[view.language].because[reason] ?? reason,
					}))}
				/>
			</Form>
		</>
	);
};
