import { Desk, Paper } from "../layout/paper";
import type { Page } from "../layout/view";
import { formatDay } from "../parts/format";
import { paths } from "../paths";
import type { MeetingPaperFacts } from "./facts";
import { words } from "./words";

/** The notice that calls a meeting, to be hung up; its text can be copied into a group chat. */
export const MeetingNoticePage = ({ facts, view }: Page<MeetingPaperFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const lines = say.noticeText({ ...facts, day: formatDay(facts.day, view.language, "weekday") });
	return (
		<Desk
			view={view}
			title={say.noticeTitle}
			back={paths.meeting(organisation, facts.id)}
			aside={
				<button type="button" data-copy={[facts.title, ...lines].join("\n")} data-copied={say.copied} hidden>
					{say.copy}
				</button>
			}
		>
			<Paper
				view={view}
				head={view.place?.name ?? ""}
				title={say.noticeOf(facts.title)}
				signed={{ name: view.place?.name ?? "", day: view.today }}
			>
				{lines.map((line) => (
					<p>{line}</p>
				))}
				<ol class="agenda">
					{facts.agenda.map(({ about }) => (
						<li>{about}</li>
					))}
				</ol>
			</Paper>
		</Desk>
	);
};

/** Minutes as their paper: who had a vote and who came, with the rule; what was said and resolved; additions; who signed. */
export const MinutesPaperPage = ({ facts, view }: Page<MeetingPaperFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { figures, rule, roll, signing } = facts;
	const named = (part: string) =>
		roll
			.filter((one) => one.part === part)
			.map(({ name }) => name)
			.join(say.comma);
	const line = (label: string, text: string | null) =>
		text && (
			<tr>
				<th scope="row">{label}</th>
				<td>{text}</td>
			</tr>
		);
	const when = [formatDay(facts.day, view.language, "full"), facts.time].filter(Boolean).join(" ");
	return (
		<Desk view={view} title={say.minutesTitle} back={paths.meeting(organisation, facts.id)}>
			<Paper
				view={view}
				head={view.place?.name ?? ""}
				number={signing ? undefined : say.draft}
				title={say.minutesOf(facts.title)}
				kind="minutes"
				signed={{ name: view.place?.name ?? "", day: signing?.day ?? view.today }}
			>
				<table>
					<tbody>
						{line(say.when, when)}
						{line(say.place, facts.place)}
						{line(say.voters, say.persons(figures.voters))}
						{line(say.present, `${say.persons(figures.present)}${say.presentNote(figures, rule.proxies)}`)}
						{line(say.quorum, say.quorumByRule(figures, rule.quorum))}
						{line(say.parts.came, named("came"))}
						{line(say.parts.proxy, named("proxy"))}
						{line(say.parts.absent, named("absent"))}
					</tbody>
				</table>
				{facts.agenda.map(({ about, said }, place) => (
					<section>
						<h2>{say.item(place + 1, about)}</h2>
						{said && <p class="lines">{said}</p>}
						<Resolved facts={facts} view={view} of={place + 1} />
					</section>
				))}
				<Resolved facts={facts} view={view} of={null} />
				{facts.additions.length > 0 && (
					<section>
						<h2>{say.additions}</h2>
						{facts.additions.map((one) => (
							<p class="lines">
								{formatDay(one.day, view.language)} {one.by} {one.text}
							</p>
						))}
					</section>
				)}
				<p class="by-hand">
					<span>{say.chairSigns}</span>
					<span>{say.writerSigns}</span>
				</p>
				{signing && (
					<p class="seal-line">
						<small>
							{say.signedBy(signing.by ?? "", formatDay(signing.day, view.language))} {say.digest}{" "}
							{signing.digest.slice(0, 16)}
						</small>
					</p>
				)}
			</Paper>
		</Desk>
	);
};

const Resolved = ({ facts, view, of }: Page<MeetingPaperFacts> & { of: number | null }) => {
	const say = words[view.language];
	const theirs = facts.resolutions.filter(({ item }) =>
		of === null ? item === null || item > facts.agenda.length : item === of,
	);
	return (
		<>
			{theirs.map((one) => (
				<p class="lines">
					<b>{say.resolved}</b> {one.text} {say.votes(one)}
					{say.majorityRule(one.share)} <b>{one.carried ? say.carried : say.notCarried}</b>
				</p>
			))}
		</>
	);
};
