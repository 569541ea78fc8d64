import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { councilPosts } from "../../worker/officers/seats/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Conflict } from "../parts/conflict";
import { Checkbox, DayField, Field } from "../parts/field";
import { Form } from "../parts/form";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { Candidates } from "./candidates";
import { words } from "./term-words";

export const ElectionFacts = v.object({
	/** The seats that the kind calls for; `key` names the field of each. */
	seats: v.array(
		v.object({
			key: v.string(),
			post: v.picklist(councilPosts),
			fullTime: v.boolean(),
			/** Who holds it now. */
			now: v.nullable(v.string()),
		}),
	),
	/** Members and officers as the list offers them. */
	people: v.array(v.string()),
	/** How many years a term lasts. */
	years: v.number(),
	/** The day of the last general election. */
	last: v.nullable(v.string()),
	form: formSchema,
});
type Facts = v.InferOutput<typeof ElectionFacts>;

/** A general election on one page: the day, then the whole council, one save. */
export const ElectionPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(facts.form, view.language);
	const back = paths.officers(organisation);
	const asks = (name: string) => facts.form.typed[name] === "true" || facts.form.typed[name] === "on";
	return (
		<Shell view={view} title={say.electionTitle} here="association">
			<Masthead
				title={say.electionTitle}
				sub={[view.place?.name, say.electionHint]}
				back={{ href: back, label: layoutWords[view.language].back }}
			/>
			<Conflict form={facts.form} language={view.language} />
			<Form
				language={view.language}
				action={paths.terms(organisation)}
				id={facts.form.id}
				problems={problemsOf(facts.form, view.language)}
				submit={say.keepElection}
				cancel={{ href: back, label: say.cancel }}
				confirm={say.electionConfirm}
			>
				<div class="fields">
					<DayField {...field("day")} label={say.day} required />
					<Field {...field("number")} label={say.number} hint={say.numberHint} inputmode="numeric" />
					<DayField {...field("due_day")} label={say.dueDay} hint={say.dueHint(facts.years)} />
					<Field
						{...field("assembly")}
						label={say.assembly}
						optional={say.optional}
						hint={say.assemblyHint}
					/>
					<Field
						{...field("document")}
						label={say.document}
						optional={say.optional}
						hint={say.documentHint}
					/>
				</div>
				<Heading>{say.whoIsElected}</Heading>
				<Ballot facts={facts} view={view} />
				<Candidates people={facts.people} />
				<Checkbox {...field("newcomers")} label={say.newcomers} value="on" checked={asks("newcomers")} />
				{facts.form.mistakes.handing_over && (
					<Checkbox {...field("handing_over")} label={say.handingOver} value="on" />
				)}
			</Form>
		</Shell>
	);
};

/** The seats, a line to write on each, with whoever holds it now. */
const Ballot = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const names = layoutWords[view.language].posts;
	const field = fieldOf(facts.form, view.language);
	const of = (post: string) => facts.seats.filter((seat) => seat.post === post).length;
	const untouched = facts.form.typed[facts.seats[0]?.key ?? ""] === undefined;
	return (
		<div class="ballot">
			{facts.seats.map(({ key, post, fullTime, now }) => (
				<div>
					<Field
						{...field(key)}
						label={say.seat(names[post], Number(key.split("-").at(-1)), of(post))}
						hint={now ? say.now(now) : say.nobodyNow}
						list="candidates"
					/>
					<Checkbox
						name={`full-${key}`}
						label={say.fullTime}
						value="on"
						checked={field(`full-${key}`).value === "on" || (untouched && fullTime)}
					/>
				</div>
			))}
		</div>
	);
};
