import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { erasureRefusals, touchedKinds } from "../../worker/people/erasures/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Field } from "../parts/field";
import { Form } from "../parts/form";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { words } from "./words";

export const erasurePageFacts = v.object({
	member: v.object({ id: v.string(), name: v.string() }),
	organisations: v.array(v.object({ id: v.string(), name: v.string() })),
	/** How many rows of each kind it touches. */
	counts: v.record(v.picklist(touchedKinds), v.number()),
	/** Where the name was written by hand into what an erasure leaves alone. */
	mentions: v.array(
		v.object({
			kind: v.picklist(["activity", "entry", "meeting", "plan"]),
			organisation: v.string(),
			id: v.string(),
			title: v.string(),
		}),
	),
	refusal: v.nullable(v.picklist(erasureRefusals)),
	form: formSchema,
});
type Facts = v.InferOutput<typeof erasurePageFacts>;
type Kind = (typeof touchedKinds)[number];

/** What of each kind becomes of it: gone for good, without a name from then on, or left as it is. */
const emptied = [
	"changes",
	"intakes",
	"joinings",
	"named",
	"decisions",
	"transfers",
	"waivers",
	"trainings",
	"letters",
	"certificates",
] as const;
const gone = ["sessions", "links", "applications"] as const;
const stays = ["memberships", "attendances", "receipts", "posts", "households"] as const;

/** Before somebody is erased: all that it touches, what stays, and the name to be typed once more. */
export const ErasurePage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const { member } = facts;
	const back = paths.member(view.place?.id ?? "", member.id);
	const title = say.erasureTitle(member.name);
	return (
		<Shell view={view} title={title} here="members">
			<Masthead title={title} sub={[say.erasureHint]} back={{ href: back, label: member.name }} />
			<Conflict form={facts.form} language={view.language} />
			{facts.refusal && (
				<div class="errors" role="alert">
					<h2>{say.cantErase}</h2>
					<p>
						{say.erasureRefusals[facts.refusal]}{" "}
						{facts.refusal === "still-member" && (
							<a href={paths.memberDeparture(view.place?.id ?? "", member.id)}>{say.leaveFirst}</a>
						)}
					</p>
				</div>
			)}
			<section>
				<Heading>{say.goes}</Heading>
				<Rows>
					<Row label={say.recordLabel}>{say.recordGoes}</Row>
					<Counts kinds={emptied} facts={facts} view={view} />
					<Counts kinds={gone} facts={facts} view={view} />
				</Rows>
			</section>
			<section>
				<Heading>{say.staysTitle}</Heading>
				<Rows>
					<Row label={say.organisations}>
						{facts.organisations.map(({ name }) => name).join(say.listSeparator)}
					</Row>
					<Counts kinds={stays} facts={facts} view={view} />
				</Rows>
			</section>
			{facts.mentions.length > 0 && <Mentions facts={facts} view={view} />}
			{!facts.refusal && <Meant facts={facts} view={view} />}
		</Shell>
	);
};

const Counts = ({ kinds, facts, view }: { kinds: readonly Kind[]; facts: Facts; view: View }) => {
	const say = words[view.language];
	return (
		<>
			{kinds
				.filter((kind) => (facts.counts[kind] ?? 0) > 0)
				.map((kind) => (
					<Row label={say.touched[kind]}>{say.becomes[kind](facts.counts[kind] ?? 0)}</Row>
				))}
		</>
	);
};

/** Where a mention stands; of a plan the id is its year. */
const mentionPaths: Record<Facts["mentions"][number]["kind"], (organisation: string, id: string) => string> =
	{
		activity: paths.activity,
		entry: paths.entry,
		meeting: paths.meeting,
		plan: paths.plan,
	};

const Mentions = ({ facts: { mentions }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	return (
		<section>
			<Heading>{say.mentions}</Heading>
			<p class="soft">{say.mentionsHint}</p>
			<Rows>
				{mentions.map(({ kind, organisation, id, title }) => (
					<Row label={say.mentionKinds[kind]} href={mentionPaths[kind](organisation, id)} link={say.see}>
						{title}
					</Row>
				))}
			</Rows>
		</section>
	);
};

const Meant = ({ facts: { member, form }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<Form
			language={view.language}
			action={paths.erasure(organisation, member.id)}
			id={form.id}
			problems={problemsOf(form, view.language)}
			submit={say.erase}
			confirm={say.eraseConfirm(member.name)}
			cancel={{ href: paths.member(organisation, member.id), label: say.cancelErasure }}
		>
			<Field
				{...fieldOf(form, view.language)("name")}
				label={say.typeName(member.name)}
				hint={say.typeNameHint}
			/>
		</Form>
	);
};
