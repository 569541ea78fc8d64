import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { DayField, Select } from "../../parts/field";
import { Form } from "../../parts/form";
import { formatDay } from "../../parts/format";
import { Heading } from "../../parts/heading";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { paths } from "../../paths";
import { Due } from "./list";
import { words } from "./words";

const loan = v.object({
	id: v.string(),
	holder: v.string(),
	fromDay: v.string(),
	dueDay: v.nullable(v.string()),
	toDay: v.nullable(v.string()),
});

export const exhibitFacts = v.object({
	exhibit: v.object({ id: v.string(), name: v.string() }),
	loans: v.array(loan),
	/** Who has it now; null where it is here. */
	now: v.nullable(loan),
	near: v.array(v.object({ id: v.string(), name: v.string() })),
	form: formSchema,
	/** The id of its coming back. */
	end: v.string(),
});
type Facts = v.InferOutput<typeof exhibitFacts>;

/** One thing: where it is, where it has been, and handing it on. */
export const ExhibitPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { exhibit, loans, now, form } = facts;
	const lends = view.place?.may.includes("record activities");
	return (
		<Shell view={view} title={exhibit.name} here="activities">
			<Masthead
				title={exhibit.name}
				sub={[`${say.where} ${now ? now.holder : say.here}`]}
				back={{ href: paths.exhibits(organisation), label: say.title }}
			/>
			<Conflict form={form} language={view.language} />
			<section>
				<Heading>{say.was}</Heading>
				{loans.length === 0 && <p class="note">{say.nowhere}</p>}
				<ul class="rows">
					{loans.map((one) => (
						<li>
							<time>{formatDay(one.fromDay, view.language, "dotted")}</time>
							<span>
								{one.holder} <small>{one.toDay ? say.until(one.toDay) : say.now}</small>
							</span>
							{one.toDay === null && <Due day={one.dueDay} view={view} />}
						</li>
					))}
				</ul>
			</section>
			{lends && <Lending facts={facts} view={view} />}
			{lends && now && (
				<section>
					<Heading>{say.came}</Heading>
					<form method="post" action={paths.loanEnd(organisation, exhibit.id)} data-once>
						<input type="hidden" name="id" value={facts.end} />
						<DayField name="day" id="returned" label={say.cameDay} value={view.today} />
						<button type="submit">{say.came}</button>
					</form>
				</section>
			)}
		</Shell>
	);
};

const Lending = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const { exhibit, now, near, form } = facts;
	const field = fieldOf(form, view.language);
	return (
		<section>
			<Heading>{now ? say.handOn : say.lend}</Heading>
			<Form
				language={view.language}
				action={paths.loans(view.place?.id ?? "", exhibit.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={now ? say.handItOn : say.lendIt}
			>
				<Select
					{...field("holder")}
					label={say.to}
					options={[{ value: "", label: "" }, ...near.map(({ id, name }) => ({ value: id, label: name }))]}
				/>
				<div class="fields">
					<DayField {...field("day")} label={say.day} />
					<DayField {...field("due")} label={say.dueField} optional={say.optional} />
				</div>
			</Form>
		</section>
	);
};
