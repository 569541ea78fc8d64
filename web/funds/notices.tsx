import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Checkbox, DayField, Field, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./notices-words";

export const noticesFacts = v.object({
	today: v.string(),
	notices: v.array(
		v.object({
			id: v.string(),
			year: v.number(),
			postedOn: v.string(),
			until: v.string(),
			address: v.string(),
			/** Objections that wait for an answer. */
			waiting: v.array(v.object({ id: v.string(), day: v.string(), text: v.string() })),
		}),
	),
	form: formSchema,
});
type Facts = v.InferOutput<typeof noticesFacts>;

/** What the association shows in the open: the notices that hang, objections to be answered, and the form to post one. */
export const NoticesPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const posts = view.place?.may.includes("change the association") ?? false;
	const { notices, form } = facts;
	const field = fieldOf(form, view.language);
	// An answer somebody waits for goes first: then it is the stamp.
	const waits = notices.some(({ waiting }) => waiting.length > 0);
	return (
		<Shell view={view} title={say.title} here="dues">
			<Masthead
				title={say.title}
				sub={[say.hint]}
				back={{ href: paths.funds(organisation), label: say.register }}
			/>
			{notices.length === 0 ? (
				<Empty {...say.none} />
			) : (
				<Register
					caption={say.title}
					rows={notices}
					columns={[
						{ head: say.year, cell: ({ year }) => year },
						{ head: say.postedOn, cell: (one) => formatDay(one.postedOn, view.language, "dotted") },
						{ head: say.until, cell: ({ until }) => formatDay(until, view.language, "dotted"), minor: true },
						{ head: "", cell: ({ id }) => <a href={paths.publicNotice(organisation, id)}>{say.open}</a> },
						...(posts
							? [
									{
										head: "",
										cell: ({ id }: Facts["notices"][number]) => (
											<form method="post" action={paths.noticeEnd(organisation, id)} data-once>
												<input type="hidden" name="id" value={form.id} />
												<button type="submit" class="plain">
													{say.takeDown}
												</button>
											</form>
										),
									},
								]
							: []),
					]}
				/>
			)}
			<Waiting facts={facts} view={view} />
			{posts && (
				<>
					<Heading>{say.postHead}</Heading>
					<Conflict form={form} language={view.language} />
					<Form
						language={view.language}
						action={paths.notices(organisation)}
						id={form.id}
						problems={problemsOf(form, view.language)}
						submit={say.post}
						second={waits}
					>
						<Field {...field("year")} label={say.year} inputmode="numeric" />
						<DayField {...field("until")} label={say.until} />
						<Field {...field("place")} label={say.place} hint={say.placeHint} />
						<Checkbox
							name="agreed"
							label={say.agreed}
							error={field("agreed").error}
							checked={field("agreed").value !== ""}
						/>
					</Form>
				</>
			)}
		</Shell>
	);
};

const Waiting = ({ facts: { notices, form }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const waiting = notices.flatMap(({ id, waiting: of }) => of.map((one) => ({ ...one, notice: id })));
	if (waiting.length === 0 || !view.place?.may.includes("use funds")) return null;
	return (
		<section>
			<Heading>{say.objections}</Heading>
			{waiting.map((one, index) => (
				<article class="objection">
					<p>
						{formatDay(one.day, view.language, "short")} {one.text}
					</p>
					<Form
						language={view.language}
						action={paths.objectionReply(organisation, one.notice, one.id)}
						id={form.id}
						submit={say.answer}
						second={index > 0}
					>
						<TextArea
							{...fieldOf(form, view.language)("text")}
							id={`reply-${one.id}`}
							label={say.answer}
							hint={say.answerHint}
						/>
					</Form>
				</article>
			))}
		</section>
	);
};
