import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { posts } from "../../../worker/roles/may";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { words as layoutWords } from "../../layout/words";
import { Conflict } from "../../parts/conflict";
import { Empty } from "../../parts/empty";
import { DayField, Field } from "../../parts/field";
import { Search } from "../../parts/filters";
import { Form } from "../../parts/form";
import { Heading } from "../../parts/heading";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { Row, Rows } from "../../parts/rows";
import { paths, withQuery } from "../../paths";
import { words } from "./words";

export const transferStartFacts = v.object({
	member: v.object({ id: v.string(), name: v.string(), fromDay: v.string(), toDay: v.nullable(v.string()) }),
	/** The transfer they are on already. */
	waiting: v.nullable(v.object({ id: v.string(), to: v.string() })),
	search: v.string(),
	organisations: v.array(v.object({ id: v.string(), name: v.string(), parentName: v.nullable(v.string()) })),
	/** Where they are to go, once chosen; at once when the reader registers members there as well. */
	to: v.nullable(v.object({ id: v.string(), name: v.string(), atOnce: v.boolean() })),
	posts: v.array(v.object({ post: v.picklist(posts), part: v.nullable(v.string()) })),
	group: v.nullable(v.string()),
	households: v.array(v.string()),
	paid: v.array(v.string()),
	form: formSchema,
});
type Facts = v.InferOutput<typeof transferStartFacts>;

/** To which organisation a member goes, what ends here and what goes along; then one stamp. */
export const TransferStartPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const { member, waiting, to } = facts;
	const organisation = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.startTitle(member.name)} here="members">
			<Masthead
				title={say.startTitle(member.name)}
				sub={[say.startHint]}
				back={{ href: paths.member(organisation, member.id), label: member.name }}
			/>
			{waiting ? (
				<p>
					{say.underWay(member.name, waiting.to)}{" "}
					<a href={paths.transfer(organisation, waiting.id)}>{say.seeTransfer}</a>
				</p>
			) : to ? (
				<Going facts={facts} view={view} to={to} />
			) : (
				<Choosing facts={facts} view={view} />
			)}
		</Shell>
	);
};

const Choosing = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const here = paths.memberTransfer(view.place?.id ?? "", facts.member.id);
	return (
		<>
			<Search
				action={here}
				name="search"
				value={facts.search}
				label={say.search}
				placeholder={say.placeholder}
				button={say.find}
			/>
			<Heading>{facts.search ? say.found(facts.organisations.length) : say.beside}</Heading>
			{facts.organisations.length === 0 && <Empty {...say.noneFound} />}
			<Rows>
				{facts.organisations.map(({ id, name, parentName }) => (
					<Row label={name} href={withQuery(here, { to: id })} link={say.choose}>
						{parentName ?? ""}
					</Row>
				))}
			</Rows>
		</>
	);
};

const Going = ({ facts, view, to }: { facts: Facts; view: View; to: NonNullable<Facts["to"]> }) => {
	const say = words[view.language];
	const { member, form } = facts;
	const field = fieldOf(form, view.language);
	const here = paths.memberTransfer(view.place?.id ?? "", member.id);
	return (
		<>
			<Conflict form={form} language={view.language} />
			<Ties facts={facts} view={view} to={to} />
			<Form
				language={view.language}
				action={here}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={to.atOnce ? say.now : say.offer}
				cancel={{ href: paths.member(view.place?.id ?? "", member.id), label: say.cancel }}
			>
				<input type="hidden" name="to" value={to.id} />
				{to.atOnce ? (
					<DayField {...field("day")} label={say.day} hint={say.atOnceHint} />
				) : (
					<>
						<input type="hidden" name="day" value={view.today} />
						<Field
							{...field("note")}
							label={say.note}
							optional={say.optional}
							hint={`${say.noteHint}${view.language === "en" ? " " : ""}${say.offerHint}`}
						/>
					</>
				)}
			</Form>
		</>
	);
};

const Ties = ({ facts, view, to }: { facts: Facts; view: View; to: NonNullable<Facts["to"]> }) => {
	const say = words[view.language];
	const { posts: held, group, households, paid } = facts;
	const { posts: posted } = layoutWords[view.language];
	return (
		<>
			<Heading>{say.what}</Heading>
			<Rows>
				<Row
					label={say.goesTo}
					href={paths.memberTransfer(view.place?.id ?? "", facts.member.id)}
					link={say.another}
				>
					{to.name}
				</Row>
				<Row label={say.ends}>{to.atOnce ? say.endsNow : say.endsLater}</Row>
				{held.length > 0 && (
					<Row label={say.posts}>
						{say.years(held.map(({ post, part }) => (part ? say.ofGroup(posted[post], part) : posted[post])))}
					</Row>
				)}
				{group && <Row label={say.group}>{group}</Row>}
				{households.length > 0 && (
					<Row label={say.households} note={say.householdsNote(households.length)}>
						{say.years(households)}
					</Row>
				)}
				<Row label={say.paid}>{paid.length > 0 ? say.years(paid) : say.nothingPaid}</Row>
			</Rows>
		</>
	);
};
