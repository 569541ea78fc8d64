import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { blockers as allBlockers, type Blocker } from "../../worker/shaping/deregistration/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { words as lifeWords } from "../organisations/life/words";
import { Conflict } from "../parts/conflict";
import { Checkbox, DayField, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { formatFen, formatNumber } from "../parts/format";
import { Heading } from "../parts/heading";
import { Task, Tasks } from "../parts/list-row";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { words } from "./words";

export const deregistrationFacts = v.object({
	left: v.object({
		below: v.number(),
		members: v.number(),
		posts: v.number(),
		waves: v.number(),
		asked: v.number(),
		balance: v.number(),
		applications: v.number(),
		transfers: v.number(),
	}),
	/** What must be settled first. */
	blockers: v.array(v.picklist(allBlockers)),
	form: formSchema,
});
type Facts = v.InferOutput<typeof deregistrationFacts>;

/** Where each thing that stands in the way is settled. */
const solvedAt: Record<Blocker, (organisation: string) => string> = {
	below: paths.tree,
	waves: paths.surveys,
	asked: paths.surveys,
	balance: paths.funds,
	applications: paths.applications,
	transfers: paths.transfers,
};

/** Deregistering: what must be settled first, each with its way there; then the day, the reason and what ends with it. */
export const DeregistrationPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const { form, left, blockers } = facts;
	const field = fieldOf(form, view.language);
	const here = view.place?.id ?? "";
	const back = paths.association(here);
	const { title, lead } = lifeWords[view.language];
	return (
		<Shell view={view} title={title.deregistration} here="association">
			<Masthead
				title={title.deregistration}
				sub={[view.place?.name]}
				back={{ href: back, label: say.association }}
			/>
			<p class="soft">{lead.deregistration}</p>
			{blockers.length > 0 ? (
				<Blockers facts={facts} view={view} />
			) : (
				<>
					<Conflict form={form} language={view.language} />
					<Form
						language={view.language}
						action={paths.deregistration(here)}
						id={form.id}
						problems={problemsOf(form, view.language)}
						submit={say.deregister}
						cancel={{ href: back, label: say.cancel }}
					>
						<DayField {...field("day")} label={say.day} hint={say.dayHint} />
						<TextArea {...field("reason")} label={say.reason} hint={say.reasonHint} />
						{left.members + left.posts > 0 ? (
							<Checkbox
								{...field("ends")}
								value="on"
								checked={["on", "true"].includes(String(form.typed.ends))}
								label={say.ends(left.members, left.posts)}
								hint={left.members > 0 && say.endsHint}
							/>
						) : (
							<p class="soft">{say.nothingLeft}</p>
						)}
					</Form>
				</>
			)}
		</Shell>
	);
};

const Blockers = ({ facts: { left, blockers }, view }: Page<Facts>) => {
	const say = words[view.language];
	const here = view.place?.id ?? "";
	const amount = (one: Blocker) =>
		one === "balance" ? formatFen(left.balance, view.language) : formatNumber(left[one], view.language);
	return (
		<section>
			<Heading>{say.first(blockers.length)}</Heading>
			<Tasks>
				{blockers.map((one) => {
					const { verb, noun, gap, link } = say.blockers[one];
					return (
						<Task verb={verb} noun={noun} gap={gap(amount(one))} href={solvedAt[one](here)} link={link} />
					);
				})}
			</Tasks>
		</section>
	);
};
