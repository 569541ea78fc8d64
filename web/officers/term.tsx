import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { councilPosts } from "../../worker/officers/seats/rules";
import { posts } from "../../worker/roles/may";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { DayField, Field } from "../parts/field";
import { Files } from "../parts/files";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Row, Rows } from "../parts/rows";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { Issue } from "./letters";
import { words as pastWords } from "./past-words";
import { People, peopleFacts } from "./people";
import { words } from "./term-words";
import { words as officerWords } from "./words";

const term = v.object({
	id: v.string(),
	number: v.nullable(v.number()),
	fromDay: v.string(),
	dueDay: v.string(),
	assembly: v.nullable(v.string()),
	document: v.nullable(v.string()),
});

export const termsFacts = v.object({
	terms: v.array(term),
	/** What happened to councils, the latest first. */
	changes: v.array(
		v.object({
			id: v.string(),
			day: v.string(),
			act: v.string(),
			by: v.nullable(v.string()),
			/** The day of the election, and why it was taken back. */
			elected: v.nullable(v.string()),
			reason: v.nullable(v.string()),
		}),
	),
});
type Terms = v.InferOutput<typeof termsFacts>;

/** The councils so far, a line each. */
export const TermsPage = ({ facts, view }: Page<Terms>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const letsIn = view.place?.may.includes("let officers in") ?? false;
	const { terms } = facts;
	const dotted = (day: string) => formatDay(day, view.language, "dotted");
	return (
		<Shell view={view} title={say.termsTitle} here="association">
			<Masthead
				title={say.termsTitle}
				sub={[view.place?.name]}
				back={{ href: paths.officers(organisation), label: officerWords[view.language].title }}
			>
				{letsIn && terms.length > 0 && (
					<a class="button" href={paths.earlierTermNew(organisation)}>
						{pastWords[view.language].earlier}
					</a>
				)}
			</Masthead>
			{terms.length === 0 ? (
				<Empty
					{...say.noTerms}
					{...(letsIn
						? { href: paths.termNew(organisation), link: officerWords[view.language].recordTerm }
						: {})}
				/>
			) : (
				<>
					<Register
						caption={say.termsTitle}
						rows={terms}
						columns={[
							{
								head: say.term,
								cell: ({ id, number }) => (
									<a href={paths.term(organisation, id)}>{officerWords[view.language].termName(number)}</a>
								),
							},
							{ head: say.electedOn, cell: ({ fromDay }) => dotted(fromDay), tight: true },
							{ head: say.due, cell: ({ dueDay }) => dotted(dueDay), tight: true },
							{ head: say.assembly, cell: ({ assembly }) => assembly, minor: true },
						]}
					/>
					<p class="actions quiet">
						<Files href={paths.terms(organisation)} view={view} />
					</p>
				</>
			)}
			{facts.changes.length > 0 && <Changes facts={facts} view={view} />}
		</Shell>
	);
};

/** Who recorded which election and when, and what was taken back. */
const Changes = ({ facts: { changes }, view }: Page<Terms>) => {
	const say = pastWords[view.language];
	const dotted = (day: string) => formatDay(day, view.language, "dotted");
	return (
		<>
			<Heading>{say.history}</Heading>
			<Register
				caption={say.history}
				rows={changes}
				columns={[
					{ head: say.when, cell: ({ day }) => dotted(day), tight: true },
					{
						head: say.what,
						cell: ({ act, elected, reason }) => (
							<>
								{say.acts[act] ?? act}
								{elected && <small> {say.forDay(dotted(elected))}</small>}
								{reason && <small> {say.because(reason)}</small>}
							</>
						),
					},
					{ head: say.who, cell: ({ by }) => by, tight: true },
				]}
			/>
		</>
	);
};

export const termFacts = v.object({
	term,
	/** No council was elected since. */
	latest: v.boolean(),
	elected: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			post: v.picklist(posts),
			fromDay: v.string(),
			toDay: v.nullable(v.string()),
			fullTime: v.boolean(),
			how: v.nullable(v.string()),
			/** They held the same post until then. */
			again: v.boolean(),
			letters: v.number(),
		}),
	),
	/** Who held a post until then and was not elected again. */
	ended: v.array(v.object({ name: v.string(), post: v.picklist(councilPosts) })),
	/** Those of the general election. */
	people: peopleFacts,
	/** How many serve and have no letter yet. */
	withoutLetter: v.number(),
	form: formSchema,
});
type Facts = v.InferOutput<typeof termFacts>;

/** A term: the election, who came of it, and the letters to print right after. */
export const TermPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const letsIn = view.place?.may.includes("let officers in") ?? false;
	const full = (day: string) => formatDay(day, view.language);
	const title = officerWords[view.language].termName(facts.term.number);
	return (
		<Shell view={view} title={title} here="association">
			<Masthead
				title={title}
				sub={[view.place?.name, full(facts.term.fromDay)]}
				back={{ href: paths.officers(organisation), label: officerWords[view.language].title }}
			>
				{letsIn && (
					<a class="button" href={paths.termEdit(organisation, facts.term.id)}>
						{say.edit}
					</a>
				)}
			</Masthead>
			<Heading>{say.facts}</Heading>
			<Rows>
				<Row label={say.electedOn}>{full(facts.term.fromDay)}</Row>
				<Row label={say.due}>{full(facts.term.dueDay)}</Row>
				{facts.term.assembly && <Row label={say.meeting}>{facts.term.assembly}</Row>}
				{facts.term.document && <Row label={say.document}>{facts.term.document}</Row>}
			</Rows>
			<Elected facts={facts} view={view} />
			{letsIn && facts.withoutLetter > 0 && (
				<Issue
					view={view}
					id={facts.form.id}
					kind="letter"
					term={facts.term.id}
					label={say.printLetters(facts.withoutLetter)}
				/>
			)}
			{facts.elected.some(({ letters }) => letters > 0) && (
				<p class="links">
					<a href={withQuery(paths.lettersPrint(organisation), { term: facts.term.id })}>{say.reprint}</a>
				</p>
			)}
			{facts.people.people > 0 && (
				<>
					<Heading>{say.people}</Heading>
					<People people={facts.people} language={view.language} />
				</>
			)}
			{letsIn && (
				<p class="links">
					<a href={paths.termWithdrawal(organisation, facts.term.id)}>
						{pastWords[view.language].takeThisBack}
					</a>
				</p>
			)}
		</Shell>
	);
};

const Elected = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const names = layoutWords[view.language].posts;
	const organisation = view.place?.id ?? "";
	return (
		<>
			<Heading>{say.council}</Heading>
			<Register
				caption={say.council}
				rows={facts.elected}
				columns={[
					{ head: say.postHead, cell: ({ post }) => names[post] },
					{
						head: say.name,
						tight: true,
						cell: ({ id, name, fullTime }) => (
							<>
								<a href={paths.officer(organisation, id)}>{name}</a>
								{fullTime && <small> {say.fullTime}</small>}
							</>
						),
					},
					{
						head: say.howHead,
						cell: ({ how, again, fromDay }) =>
							how === "general"
								? again
									? say.again
									: say.fresh
								: `${say.howElected[how ?? "appointed"]} ${formatDay(fromDay, view.language, "dotted")}`,
					},
				]}
			/>
			<p class="actions quiet">
				<Files href={paths.term(organisation, facts.term.id)} view={view} />
			</p>
			{facts.ended.length > 0 && (
				<p class="note">
					{say.ended}
					{view.language === "zh" ? "：" : ": "}
					{facts.ended
						.map(({ name, post }) =>
							view.language === "zh" ? `${names[post]}${name}` : `${name} (${names[post]})`,
						)
						.join(view.language === "zh" ? "、" : ", ")}
				</p>
			)}
		</>
	);
};

export const termFormFacts = v.object({ term, form: formSchema });

/** Correcting what is known of a term; who was elected stays. */
export const TermFormPage = ({ facts: { term, form }, view }: Page<v.InferOutput<typeof termFormFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	const back = paths.term(organisation, term.id);
	return (
		<Shell view={view} title={say.editTitle} here="association">
			<Masthead
				title={say.editTitle}
				back={{ href: back, label: officerWords[view.language].termName(term.number) }}
			/>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.termEdit(organisation, term.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: back, label: say.cancel }}
			>
				<Field {...field("number")} label={say.number} hint={say.numberHint} inputmode="numeric" />
				<DayField {...field("due_day")} label={say.dueDay} />
				<Field {...field("assembly")} label={say.assembly} optional={say.optional} />
				<Field {...field("document")} label={say.document} optional={say.optional} />
			</Form>
		</Shell>
	);
};
