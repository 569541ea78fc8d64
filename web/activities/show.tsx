import { yearOf } from "../../worker/values/day";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Files } from "../parts/files";
import { formatDay, formatFen, formatNumber } from "../parts/format";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { Thumbnails } from "../parts/photographs";
import { Row, Rows } from "../parts/rows";
import { paths, withQuery } from "../paths";
import type { ActivityFacts } from "./facts";
import { handedText } from "./handed-out/text";
import { Turns } from "./holding/turns";
import { words as turns } from "./holding/words";
import { words as photographs } from "./photographs/words";
import { words } from "./words";

/** One activity: what is told of it, which members came, and what was changed since. */
export const ActivityPage = ({ facts, view }: Page<ActivityFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const records = view.place?.may.includes("record activities");
	const back = { href: paths.activities(organisation), label: say.title };
	return (
		<Shell view={view} title={facts.title} here="activities">
			<Masthead
				title={facts.title}
				sub={[
					say.kinds[facts.kind],
					formatDay(facts.day, view.language),
					facts.place,
					facts.state === "reported" ? null : turns[view.language].states[facts.state],
				]}
				back={back}
				letterhead
			>
				{records && facts.state !== "cancelled" && facts.day <= view.today && (
					<a class="button" href={paths.attendance(organisation, facts.id)}>
						{say.roll}
					</a>
				)}
				<a class="button" href={paths.signInSheet(organisation, facts.id)}>
					{say.sheet}
				</a>
				{view.place?.may.includes("run surveys") && facts.state !== "cancelled" && (
					<a class="button" href={withQuery(paths.waveNew(organisation), { activity: facts.id })}>
						{say.feedback}
					</a>
				)}
			</Masthead>
			<div class="columns person">
				<section>
					<Heading
						note={
							records &&
							facts.host === null &&
							facts.state !== "cancelled" && (
								<a href={paths.activityEdit(organisation, facts.id)}>{say.change}</a>
							)
						}
					>
						{say.facts}
					</Heading>
					<Turns facts={facts} view={view} />
					<Told facts={facts} view={view} />
				</section>
				<div class="stack">
					<Came facts={facts} view={view} />
					<Photographs facts={facts} view={view} />
					<Changes facts={facts} view={view} />
				</div>
			</div>
			{records && facts.host === null && (
				<p class="links">
					<a href={paths.activityTopics(organisation, facts.id)}>{say.topics}</a>
					<a href={paths.activityWithdrawal(organisation, facts.id)}>{say.mistaken}</a>
				</p>
			)}
		</Shell>
	);
};

const Told = ({ facts, view }: Page<ActivityFacts>) => {
	const say = words[view.language];
	return (
		<Rows>
			<Row label={say.day}>{formatDay(facts.day, view.language, "weekday")}</Row>
			<Row label={say.place}>{facts.place ?? "–"}</Row>
			<Row label={say.people}>
				{facts.heads === null ? "–" : `${formatNumber(facts.heads, view.language)} ${say.unit}`}
				<Difference facts={facts} view={view} />
			</Row>
			<Row label={say.beneficiaries}>
				{facts.beneficiaries === null
					? "–"
					: `${formatNumber(facts.beneficiaries, view.language)} ${say.unit}`}
			</Row>
			<Row label={say.handedOut}>
				<HandedOut facts={facts} view={view} />
			</Row>
			<Row label={say.cost}>{facts.cost === null ? "–" : formatFen(facts.cost, view.language)}</Row>
			<Row label={say.outcome}>
				<span class="lines">{facts.outcome ?? "–"}</span>
			</Row>
		</Rows>
	);
};

/** What was handed out, each thing the way to its year. */
const HandedOut = ({ facts: { handedOut, day, host }, view }: Page<ActivityFacts>) => {
	if (handedOut.length === 0) return <>–</>;
	const there = paths.handedOut(view.place?.id ?? "");
	return (
		<ul class="handed-out">
			{handedOut.map((one) => (
				<li>
					{host ? (
						handedText(one, view.language)
					) : (
						<a href={withQuery(there, { year: yearOf(day), thing: one.thing, unit: one.unit })}>
							{handedText(one, view.language)}
						</a>
					)}
				</li>
			))}
		</ul>
	);
};

/** By how much the head-count and the names differ. */
const Difference = ({ facts, view }: Page<ActivityFacts>) => {
	const say = words[view.language];
	const proxies = facts.came.filter(({ proxy }) => proxy).length;
	const known = facts.came.length + facts.walkIns;
	if (known === 0) return null;
	const over = known - (facts.heads ?? known);
	return (
		<>
			<p class="note">{say.names(facts.came.length, facts.walkIns, proxies)}</p>
			{over > 0 && (
				<p class="error">
					<Mark shape="hollow" /> {say.fewer(known, over)}
				</p>
			)}
			{over < 0 && <p class="note">{say.more(-over)}</p>}
		</>
	);
};

const Came = ({ facts, view }: Page<ActivityFacts>) => {
	const say = words[view.language];
	return (
		<section>
			<Heading>{facts.came.length ? say.came(facts.came.length) : say.rollTitle}</Heading>
			{facts.came.length === 0 ? (
				<p class="note">{say.nobodyCame}</p>
			) : (
				<>
					<ul class="names">
						{facts.came.map((member) => (
							<li>
								<a href={paths.member(view.place?.id ?? "", member.id)}>{member.name}</a>
								{member.proxy && <small> {say.proxy}</small>}
							</li>
						))}
					</ul>
					<p class="actions quiet">
						<Files href={paths.activity(view.place?.id ?? "", facts.id)} view={view} />
					</p>
				</>
			)}
		</section>
	);
};

const Photographs = ({ facts, view }: Page<ActivityFacts>) => {
	const say = photographs[view.language];
	const organisation = view.place?.id ?? "";
	const there = paths.photographs(organisation, facts.id);
	const adds =
		facts.host === null && facts.state !== "cancelled" && view.place?.may.includes("record activities");
	if (!facts.photographing || (facts.photographs.length === 0 && !adds)) return null;
	return (
		<section>
			<Heading note={adds && <a href={there}>{say.add}</a>}>
				{facts.photographs.length > 0 ? say.some(facts.photographs.length) : say.title}
			</Heading>
			<Thumbnails
				photographs={facts.photographs}
				at={(id) => paths.photograph(organisation, facts.id, id)}
				alt={(place) => say.one(facts.title, place)}
				href={there}
				language={view.language}
			/>
		</section>
	);
};

const Changes = ({ facts, view }: Page<ActivityFacts>) => {
	const say = words[view.language];
	if (facts.changes.length === 0) return null;
	return (
		<section>
			<Heading>{say.changes}</Heading>
			<ul class="rows">
				{facts.changes.map((change) => (
					<li>
						<time>{formatDay(change.day, view.language, "dotted")}</time>
						<span>
							{say.acts[change.act]} <small>{change.by}</small>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
};
