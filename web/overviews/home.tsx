import type { Act } from "../../worker/roles/may";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as officerWords } from "../officers/words";
import { Empty } from "../parts/empty";
import { Figure, Figures } from "../parts/figure";
import { formatDay, formatNumber, formatYuan } from "../parts/format";
import { Heading } from "../parts/heading";
import { Task, Tasks } from "../parts/list-row";
import { Ruler } from "../parts/ruler";
import { Verdict } from "../parts/verdict";
import { paths, withQuery } from "../paths";
import { Board } from "./board";
import type { HomeFacts, TaskFacts } from "./home-facts";
import { type TaskWords, words } from "./home-words";

/** An association's home: the year's ruler, what is missing and where to do it, and the year so far. */
export const HomePage = ({ facts, view }: Page<HomeFacts>) => {
	const say = words[view.language];
	const now = facts.year === facts.thisYear;
	// An association that only leads others has no year of its own to show.
	const idle = facts.board !== null && facts.members.members === 0 && facts.activities.held === 0;
	return (
		<Shell view={view} title={view.place?.name ?? ""} here="home">
			<Masthead
				title={view.place?.name ?? ""}
				sub={[
					view.place?.parentName,
					councilOf(facts, view),
					formatDay(view.today, view.language, "weekday"),
				]}
				year={yearsAround(facts, view)}
			/>
			<Ruler language={view.language} facts={rulerFacts(facts, view)} />
			{idle && facts.tasks.length > 0 && <Left facts={facts} view={view} />}
			{!idle && (
				<div class="columns">
					<Left facts={facts} view={view} />
					<section>
						<Heading note={now ? formatDay(view.today, view.language) : String(facts.year)}>
							{now ? say.soFar : say.whole}
						</Heading>
						<SoFar facts={facts} view={view} />
					</section>
				</div>
			)}
			{facts.board && <Board board={facts.board} year={facts.year} view={view} />}
			<Often view={view} leads={facts.board !== null} />
		</Shell>
	);
};

const Left = ({ facts, view }: Page<HomeFacts>) => {
	const say = words[view.language];
	const now = facts.year === facts.thisYear;
	const status = view.place?.status;
	if (status === "unfounded" || status === "deregistered") {
		const { link, ...rest } = say.resting[status];
		const founds = view.place?.may.includes("shape the tree") && {
			href: paths.founding(view.place.id),
			link,
		};
		return <Empty {...rest} {...founds} />;
	}
	if (facts.tasks.length === 0) return <Heading>{say.nothing(facts.year, now)}</Heading>;
	return (
		<section>
			<Heading>{say.left(facts.tasks.length, facts.year, now)}</Heading>
			<Tasks>
				{facts.tasks.map((task) => (
					<Missing task={task} view={view} />
				))}
			</Tasks>
		</section>
	);
};

/** Which council it is, and its years. */
function councilOf({ council, year, thisYear }: HomeFacts, view: View): string | null {
	if (!council?.fromDay || year !== thisYear) return null;
	const years = `${council.fromDay.slice(0, 4)}–${council.dueDay.slice(0, 4)}`;
	return `${officerWords[view.language].termName(council.number)} ${years}`;
}

function yearsAround({ year, thisYear }: HomeFacts, view: View) {
	const here = paths.home(view.place?.id ?? "");
	return {
		year,
		earlier: year > 2000 ? withQuery(here, { year: year - 1 }) : null,
		later: year < thisYear ? withQuery(here, { year: year + 1 }) : null,
	};
}

function rulerFacts(facts: HomeFacts, view: View) {
	return {
		year: facts.year,
		today: view.today,
		ticks: [
			...facts.activities.days.map((day) => ({ day, held: true })),
			...facts.planned.map(({ firstDay }) => ({ day: firstDay, held: false })),
			...facts.activities.ahead.map((day) => ({ day, held: false })),
		],
		keyDays: facts.keyDays.map(({ day, heldOn }) => ({ day, held: heldOn !== null })),
		waves: facts.waves.map(({ firstDay, lastDay }) => ({ from: firstDay, to: lastDay })),
		...(facts.board?.whole && { months: facts.board.whole.months }),
	};
}

/** One missing thing; its link is only there for whoever may do it. */
const Missing = ({ task, view }: { task: TaskFacts; view: View }) => {
	const { words: worded, act, href } = missing(task, view);
	const { link, ...rest } = worded;
	return <Task {...rest} {...(view.place?.may.includes(act) && { href, link })} />;
};

function missing(task: TaskFacts, view: View): { words: TaskWords; act: Act; href: string } {
	const say = words[view.language].tasks;
	const organisation = view.place?.id ?? "";
	switch (task.kind) {
		case "register":
			return { words: say.register(), act: "register members", href: paths.memberNew(organisation) };
		case "rate":
			return { words: say.rate(), act: "collect dues", href: paths.rates(organisation) };
		case "collect":
			return {
				words: say.collect(task.people, task.amount),
				act: "collect dues",
				href: paths.dues(organisation),
			};
		case "approve":
			return {
				words: say.approve(task.people, task.more),
				act: "admit members",
				href: paths.applications(organisation),
			};
		case "receive":
			return {
				words: say.receive(task.people),
				act: "register members",
				href: paths.transfers(organisation),
			};
		case "train":
			return {
				words: say.train(task.more, task.reached, task.owed, task.target),
				act: "see",
				href: paths.trainingPeople(organisation),
			};
		case "activity":
			return { words: say.activity(), act: "record activities", href: paths.activityNew(organisation) };
		case "awaiting":
			return {
				words: say.awaiting(task.day, task.more),
				act: "record activities",
				href: paths.activity(organisation, task.activity),
			};
		case "key-day":
			return {
				words: say.keyDay(task.name, task.day, task.inDays),
				act: "record activities",
				href: paths.activityNew(organisation),
			};
		case "missed-key-day":
			return {
				words: say.missed(task.name, task.day),
				act: "record activities",
				href: withQuery(paths.activityNew(organisation), { day: task.day }),
			};
		case "survey":
			return { words: say.survey(), act: "run surveys", href: paths.waveNew(organisation) };
		case "answers":
			return {
				words: say.answers(task.answers, task.lastDay),
				act: "see",
				href: paths.wave(organisation, task.wave),
			};
		case "closing":
			return {
				words: say.closing(task.lastDay),
				act: "run surveys",
				href: paths.wave(organisation, task.wave),
			};
		case "closing-below":
			return {
				words: say.closing(task.lastDay),
				act: "run surveys",
				href: paths.waveUnits(organisation, task.wave),
			};
		case "lagging":
			return {
				words: say.lagging(task.units, task.more, task.lastDay),
				act: "see",
				href: paths.waveUnits(organisation, task.wave),
			};
		case "council":
			return { words: say.council(), act: "let officers in", href: paths.termNew(organisation) };
		case "election":
			return {
				words: say.election(task.dueDay, task.over, task.days),
				act: "let officers in",
				href: paths.termNew(organisation),
			};
		case "vacancies":
			return {
				words: say.vacancies(task.vacant),
				act: "let officers in",
				href: paths.officers(organisation),
			};
		case "round":
			return { words: say.round(task.openedOn), act: "collect dues", href: paths.rounds(organisation) };
		case "objections":
			return {
				words: say.objections(task.objections, task.more),
				act: "use funds",
				href: paths.notices(organisation),
			};
		case "shares":
			return {
				words: say.shares(task.shares, task.more),
				act: "use funds",
				href: paths.shares(organisation),
			};
		case "circular":
			return {
				words: say.circular(task.title, task.sender, task.asks === "reading", task.answerBy, task.inDays),
				act: "see",
				href: paths.circular(organisation, task.circular),
			};
		case "plan":
			return {
				words: say.plan(task.year, task.state, task.day, task.inDays),
				act: "plan the year",
				href: paths.plan(organisation, task.year),
			};
		case "answer-plans":
			return {
				words: say.answerPlans(task.plans, task.more),
				act: "see",
				href: paths.planNext(organisation),
			};
		case "planned":
			return {
				words: say.planned(task.title, task, task.inDays),
				act: "record activities",
				href: withQuery(paths.activityNew(organisation), { item: task.item }),
			};
		case "adults":
			return {
				words: say.adults(),
				act: "change the association",
				href: paths.associationEdit(organisation),
			};
	}
}

const SoFar = ({ facts, view }: Page<HomeFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const year = facts.year === facts.thisYear ? null : facts.year;
	const number = (value: number, decimals?: number) => formatNumber(value, view.language, decimals);
	const { dues, activities, members, funds } = facts;
	return (
		<Figures>
			<Figure
				label={say.dues}
				href={withQuery(paths.dues(organisation), { year })}
				note={say.duesNote(dues.owing, dues.rate)}
				{...(dues.owing > 0
					? { value: number((dues.paid / dues.owing) * 100, 1), unit: "%" }
					: { value: "–" })}
			/>
			{facts.training && facts.training.owed > 0 && (
				<Figure
					label={say.training}
					href={paths.training(organisation)}
					note={say.trainingNote(facts.training.target)}
					value={number((facts.training.reached / facts.training.owed) * 100, 1)}
					unit="%"
				/>
			)}
			<Figure
				label={say.activities}
				href={withQuery(paths.activities(organisation), { year })}
				note={say.activitiesNote(activities.heads)}
				value={number(activities.held)}
				unit={say.activitiesUnit}
			/>
			<Figure
				label={say.members}
				href={paths.members(organisation)}
				note={say.membersNote(members.opening, members.joined, members.departed)}
				value={number(members.members)}
				unit={say.membersUnit}
			/>
			<Satisfaction facts={facts} view={view} />
			<Figure
				label={say.balance}
				href={withQuery(paths.funds(organisation), { year })}
				note={say.balanceNote(funds.received, funds.used)}
				value={formatYuan(funds.balance, view.language)}
				unit={say.yuan}
			/>
		</Figures>
	);
};

const Satisfaction = ({ facts: { survey }, view }: Page<HomeFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const href = survey.wave ? paths.wave(organisation, survey.wave) : paths.surveys(organisation);
	const note = survey.state ? say.surveyStates[survey.state] : say.noSurvey;
	if (!survey.score) {
		return <Figure label={say.satisfaction} href={href} note={note} value="–" />;
	}
	const percent = (share: number) => formatNumber(share * 100, view.language, 0);
	const { share, lower, upper, verdict } = survey.score;
	return (
		<Figure
			label={say.satisfaction}
			href={href}
			note={
				<>
					<Verdict verdict={verdict} language={view.language} />・
					{survey.state === "closed" ? say.interval(percent(lower), percent(upper)) : note}
				</>
			}
			value={formatNumber(share * 100, view.language, 1)}
			unit="%"
		/>
	);
};

const Often = ({ view, leads }: { view: View; leads: boolean }) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const links: [Act, string, string][] = [
		["record activities", paths.activityNew(organisation), say.recordActivity],
		["register members", paths.memberNew(organisation), say.registerMember],
		["collect dues", paths.dues(organisation), say.collectDues],
		["see", paths.circulars(organisation), say.circulars],
		leads
			? ["see", paths.members(organisation), say.findMember]
			: ["see", paths.notice(organisation), say.printNotice],
	];
	const mine = links.filter(([act]) => view.place?.may.includes(act));
	return (
		<p class="links">
			<span>{say.often}</span>
			{mine.map(([, href, label]) => (
				<a href={href}>{label}</a>
			))}
		</p>
	);
};
