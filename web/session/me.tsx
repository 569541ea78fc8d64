import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { posts } from "../../worker/roles/may";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Checkbox, Field } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { words } from "./words";

const sessionFacts = v.object({
	id: v.string(),
	kind: v.picklist(["device", "program"]),
	label: v.string(),
	readsOnly: v.boolean(),
	madeOn: v.string(),
	seenOn: v.string(),
});

export const meFacts = v.object({
	sessions: v.array(sessionFacts),
	posts: v.array(v.object({ post: v.picklist(posts), organisation: v.string(), name: v.string() })),
	/** How many recovery codes are left. */
	codes: v.number(),
	/** The session that is reading this. */
	here: v.string(),
	form: formSchema,
});
type Facts = v.InferOutput<typeof meFacts>;

/** One's own posts, devices, programs, and (for an owner) recovery codes. */
export const MePage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const devices = facts.sessions.filter(({ kind }) => kind === "device");
	const programs = facts.sessions.filter(({ kind }) => kind === "program");
	const field = fieldOf(facts.form, view.language);
	return (
		<Shell view={view} title={say.myPage} here={null}>
			<Masthead title={view.reader?.name ?? ""} person />
			<Heading>{say.posts}</Heading>
			{facts.posts.length === 0 && <p>{say.noPosts}</p>}
			<Rows>
				{facts.posts.map(({ post, organisation, name }) => (
					<Row label={layoutWords[view.language].posts[post]}>
						<a href={paths.home(organisation)}>{name}</a>
					</Row>
				))}
			</Rows>
			<p>
				<a href={paths.myData()}>{say.myData}</a>
			</p>
			<Heading>{say.devices}</Heading>
			<Sessions sessions={devices} here={facts.here} end={say.end} view={view} />
			<form method="post" action={paths.deviceLinks()} class="actions">
				<button type="submit">{say.addDevice}</button> <span class="soft">{say.addDeviceHint}</span>
			</form>
			{facts.posts.some(({ post }) => post === "owner") && (
				<>
					<Heading>{say.recovery}</Heading>
					<p>{say.recoveryLeft(facts.codes)}</p>
					<form
						method="post"
						action={paths.recoveryCodes()}
						{...(facts.codes > 0 ? { "data-confirm": say.makeCodesConfirm } : {})}
					>
						<button type="submit">{say.makeCodes}</button>
					</form>
				</>
			)}
			<Heading>{say.programs}</Heading>
			{programs.length === 0 ? (
				<p class="soft">{say.noPrograms}</p>
			) : (
				<Sessions sessions={programs} here={facts.here} end={say.revoke} view={view} />
			)}
			<Form
				language={view.language}
				action={paths.tokens()}
				problems={problemsOf(facts.form, view.language)}
				submit={say.makeToken}
			>
				<Field {...field("label")} label={say.tokenLabel} />
				<Checkbox
					name="reads_only"
					label={say.tokenReadsOnly}
					checked={field("label").error === undefined || field("reads_only").value !== ""}
				/>
			</Form>
		</Shell>
	);
};

type SessionsProps = { sessions: Facts["sessions"]; here: string; end: string; view: View };

const Sessions = ({ sessions, here, end, view }: SessionsProps) => {
	const say = words[view.language];
	return (
		<Rows>
			{sessions.map((session) => (
				<div>
					<dt>{session.label}</dt>
					<dd class="value">
						{session.id === here ? say.thisDevice : say.lastSeen(formatDay(session.seenOn, view.language))}
						{session.readsOnly && <small> {say.readsOnly}</small>}
					</dd>
					{session.id !== here && (
						<dd>
							<form method="post" action={paths.sessionEnd(session.id)}>
								<button type="submit" class="plain">
									{end}
								</button>
							</form>
						</dd>
					)}
				</div>
			))}
		</Rows>
	);
};
