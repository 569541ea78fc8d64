import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { councilPosts } from "../../worker/officers/seats/rules";
import { againstIt } from "../../worker/officers/withdrawal/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Conflict } from "../parts/conflict";
import { Checkbox, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { Task, Tasks } from "../parts/list-row";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./past-words";
import { words as officerWords } from "./words";

export const termWithdrawalFacts = v.object({
	term: v.object({ id: v.string(), number: v.nullable(v.number()), fromDay: v.string() }),
	/** Seat by seat: who holds it by the election and when they left, who would hold it again and until when. */
	seats: v.array(
		v.object({
			post: v.picklist(councilPosts),
			elected: v.nullable(v.string()),
			left: v.nullable(v.string()),
			returns: v.nullable(v.string()),
			until: v.nullable(v.string()),
		}),
	),
	/** What stands against it, and how much of it. */
	against: v.array(v.object({ kind: v.picklist(againstIt), count: v.number() })),
	/** The reader would no longer come in here, and has to say that they know. */
	asks: v.boolean(),
	form: formSchema,
});
type Facts = v.InferOutput<typeof termWithdrawalFacts>;

/** Where to look at what stands against it. */
const seenAt: Record<Facts["against"][number]["kind"], (organisation: string) => string> = {
	later: paths.terms,
	leaning: paths.terms,
	since: paths.officers,
	letters: paths.letters,
	meetings: paths.meetings,
	ended: paths.history,
	beyond: paths.officers,
};

/** Taking a general election back: who would serve again, or what stands against it. */
export const TermWithdrawalPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { term, form } = facts;
	const field = fieldOf(form, view.language);
	const back = paths.term(organisation, term.id);
	const name = officerWords[view.language].termName(term.number);
	return (
		<Shell view={view} title={say.takeBack} here="association">
			<Masthead
				title={say.takeBack}
				sub={[name, formatDay(term.fromDay, view.language)]}
				back={{ href: back, label: name }}
			/>
			{facts.against.length > 0 ? (
				<Against facts={facts} view={view} />
			) : (
				<>
					<p class="soft prose">{say.takeBackLead}</p>
					<Preview facts={facts} view={view} />
					<Conflict form={form} language={view.language} />
					<Form
						language={view.language}
						action={paths.termWithdrawal(organisation, term.id)}
						id={form.id}
						problems={problemsOf(form, view.language)}
						submit={say.takeBackButton}
						cancel={{ href: back, label: say.cancel }}
					>
						<TextArea {...field("reason")} label={say.reason} hint={say.reasonHint} />
						{facts.asks && <Checkbox {...field("handing_over")} label={say.shutOut} value="on" />}
					</Form>
				</>
			)}
		</Shell>
	);
};

const Preview = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const names = layoutWords[view.language].posts;
	const dotted = (day: string) => formatDay(day, view.language, "dotted");
	const returning = facts.seats.filter(({ returns }) => returns !== null).length;
	return (
		<>
			<Heading note={say.returning(returning)}>{say.preview}</Heading>
			<Register
				caption={say.preview}
				rows={facts.seats}
				columns={[
					{ head: say.post, cell: ({ post }) => names[post] },
					{
						head: say.byElection,
						cell: ({ elected, left }) => (
							<>
								{elected ?? "–"}
								{left && <small> {say.left(dotted(left))}</small>}
							</>
						),
					},
					{
						head: say.thenAgain,
						cell: ({ returns, until }) =>
							returns ? (
								<>
									<strong>{returns}</strong>
									{until && <small> {say.until(dotted(until))}</small>}
								</>
							) : (
								say.nobody
							),
					},
				]}
			/>
		</>
	);
};

const Against = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<section>
			<Heading>{say.cannot}</Heading>
			<Tasks>
				{facts.against.map(({ kind, count }) => {
					const { verb, noun, note, link } = say.against[kind];
					return (
						<Task verb={verb} noun={noun(count)} note={note} href={seenAt[kind](organisation)} link={link} />
					);
				})}
			</Tasks>
		</section>
	);
};
