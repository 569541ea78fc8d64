import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { grantablePosts } from "../../worker/officers/input";
import { councilPosts, seatStates } from "../../worker/officers/seats/rules";
import { posts } from "../../worker/roles/may";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Empty } from "../parts/empty";
import { Field, Select } from "../parts/field";
import { Files } from "../parts/files";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { People, peopleFacts } from "./people";
import { SeatStanding } from "./state";
import { words } from "./words";

const holding = { id: v.string(), name: v.string(), fromDay: v.string(), toDay: v.nullable(v.string()) };

export const officersFacts = v.object({
	day: v.string(),
	term: v.nullable(
		v.object({
			id: v.string(),
			number: v.nullable(v.number()),
			fromDay: v.string(),
			dueDay: v.string(),
			assembly: v.nullable(v.string()),
			document: v.nullable(v.string()),
			state: v.picklist(["running", "soon", "over", "none"]),
		}),
	),
	/** How many terms are on record. */
	terms: v.number(),
	/** Every seat a line of its own, vacant or held; the counts of seats are counts of these. */
	seats: v.array(
		v.object({
			post: v.picklist(councilPosts),
			state: v.picklist(seatStates),
			holder: v.nullable(v.object({ ...holding, fullTime: v.boolean() })),
		}),
	),
	people: peopleFacts,
	/** Whoever holds a post that is no council's: owners, staff, group leaders. */
	others: v.array(v.object({ ...holding, post: v.picklist(posts) })),
	former: v.array(v.object({ ...holding, post: v.picklist(posts), because: v.nullable(v.string()) })),
	/** Others stand below, whose seats have a board. */
	leads: v.boolean(),
	isRoot: v.boolean(),
	form: formSchema,
});
type Facts = v.InferOutput<typeof officersFacts>;

/** The council of this term seat by seat; below it whoever else comes in, and the form that lets another in. */
export const OfficersPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const letsIn = view.place?.may.includes("let officers in") ?? false;
	const { term } = facts;
	const dotted = (day: string) => formatDay(day, view.language, "dotted");
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead
				title={term ? say.termName(term.number) : say.title}
				sub={[
					view.place?.name,
					term && say.years(dotted(term.fromDay), dotted(term.dueDay)),
					term && say.termStates[term.state],
					facts.day === view.today ? null : say.asOf(formatDay(facts.day, view.language)),
				]}
				back={{ href: paths.association(organisation), label: say.back }}
			>
				{letsIn && term && (
					<a class="button" href={paths.termNew(organisation)}>
						{say.generalElection}
					</a>
				)}
			</Masthead>
			{term?.state === "over" && (
				<p class="note prose">{say.overNote(formatDay(term.dueDay, view.language))}</p>
			)}
			{!term && (
				<Empty
					{...say.noTerm}
					{...(letsIn ? { href: paths.termNew(organisation), link: say.recordTerm } : {})}
				/>
			)}
			<Council facts={facts} view={view} />
			<Ways facts={facts} view={view} />
			<Others facts={facts} view={view} />
			{letsIn && <LetIn facts={facts} view={view} />}
			{facts.former.length > 0 && <Former facts={facts} view={view} />}
		</Shell>
	);
};

const Council = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const names = layoutWords[view.language].posts;
	const organisation = view.place?.id ?? "";
	const letsIn = view.place?.may.includes("let officers in") ?? false;
	if (facts.seats.length === 0) return <Empty {...say.noSeats} />;
	const vacant = facts.seats.filter(({ state }) => state === "vacant").length;
	const columns: Column<Facts["seats"][number]>[] = [
		{ head: say.post, cell: ({ post }) => names[post] },
		{
			head: say.name,
			tight: true,
			cell: ({ post, holder }) =>
				holder ? (
					<>
						<a href={paths.officer(organisation, holder.id)}>{holder.name}</a>
						{holder.fullTime && <small> {say.fullTime}</small>}
					</>
				) : letsIn && facts.day === view.today ? (
					<a href={withQuery(paths.byElectionNew(organisation), { post })}>{say.fill}</a>
				) : (
					say.vacancy
				),
		},
		{
			head: say.held,
			cell: ({ holder }) => holder && heldText(holder, view),
			minor: true,
		},
		{ head: say.state, cell: ({ state }) => <SeatStanding state={state} language={view.language} /> },
	];
	return (
		<>
			<Heading note={say.seats(facts.seats.length, vacant)}>{say.council}</Heading>
			<Register caption={say.council} rows={facts.seats} columns={columns} />
			{facts.people.people > 0 && (
				<>
					<Heading note={say.peopleCount(facts.people.people)}>{say.people}</Heading>
					<People people={facts.people} language={view.language} />
				</>
			)}
		</>
	);
};

/** Where else the council leads to. */
const Ways = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const setsRules = facts.isRoot && view.place?.may.includes("set the rules");
	return (
		<p class="links">
			{facts.day !== view.today && <a href={paths.officers(organisation)}>{say.today}</a>}
			{facts.terms > 0 && <a href={paths.terms(organisation)}>{say.history}</a>}
			<a href={paths.letters(organisation)}>{say.letters}</a>
			{facts.leads && <a href={paths.seatBoard(organisation)}>{say.board}</a>}
			{setsRules && <a href={paths.seatRules(organisation)}>{say.rules}</a>}
			<Files href={paths.officers(organisation)} view={view} />
			<a href={paths.officerBook(organisation)}>{say.book}</a>
		</p>
	);
};

const Others = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const names = layoutWords[view.language].posts;
	const organisation = view.place?.id ?? "";
	const letsIn = view.place?.may.includes("let officers in") ?? false;
	if (facts.others.length === 0) return null;
	return (
		<>
			<Heading>{say.others}</Heading>
			<Register
				caption={say.others}
				rows={facts.others}
				columns={[
					{ head: say.name, cell: (row) => row.name },
					{ head: say.post, cell: (row) => names[row.post] },
					{ head: say.held, cell: (row) => heldText(row, view), minor: true },
					{
						head: <span class="hidden">{say.end}</span>,
						cell: (row) =>
							letsIn &&
							row.post !== "owner" && (
								<form
									method="post"
									action={paths.officerEnd(organisation, row.id)}
									data-confirm={say.endConfirm(row.name)}
								>
									<button type="submit" class="plain" aria-label={`${say.end} ${row.name}`}>
										{say.end}
									</button>
								</form>
							),
					},
				]}
			/>
		</>
	);
};

const LetIn = ({ facts: { form }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return (
		<>
			<Heading>{say.letIn}</Heading>
			<p class="soft">{say.letInHint}</p>
			<Form
				language={view.language}
				action={paths.officerLinks(view.place?.id ?? "")}
				problems={problemsOf(form, view.language)}
				submit={say.makeLink}
			>
				<input type="hidden" name="member" value={field("member").value} />
				<Field {...field("name")} label={say.name} />
				<Select
					{...field("post")}
					label={say.post}
					options={[...grantablePosts].reverse().map((post) => ({
						value: post,
						label: layoutWords[view.language].posts[post],
					}))}
				/>
			</Form>
		</>
	);
};

const Former = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const names = layoutWords[view.language].posts;
	const organisation = view.place?.id ?? "";
	return (
		<>
			<Heading>{say.former}</Heading>
			<Register
				caption={say.former}
				rows={facts.former}
				columns={[
					{ head: say.name, cell: (row) => <a href={paths.officer(organisation, row.id)}>{row.name}</a> },
					{ head: say.post, cell: (row) => names[row.post] },
					{ head: say.held, cell: (row) => heldText(row, view), minor: true },
					{ head: say.state, cell: ({ because }) => because && say.because[because], minor: true },
				]}
			/>
		</>
	);
};

function heldText({ fromDay, toDay }: { fromDay: string; toDay: string | null }, view: View): string {
	const dotted = (day: string | null) => day && formatDay(day, view.language, "dotted");
	return words[view.language].since(dotted(fromDay) ?? "", dotted(toDay));
}
