import type * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatShare } from "../parts/format";
import { Heading } from "../parts/heading";
import { Pager } from "../parts/pager";
import { Trend } from "../parts/plot-trend";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { Below } from "./below";
import type { WaveLine, waveListFacts } from "./facts";
import { ScoreVerdict } from "./score";
import { words as trends } from "./trends-words";
import { words } from "./words";

/** The waves of an association, compared over time. */
export const WaveListPage = ({ facts, view }: Page<v.InferOutput<typeof waveListFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const runs = view.place?.may.includes("run surveys");
	return (
		<Shell view={view} title={say.title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={say.title}
					sub={[view.place?.name]}
					{...(facts.below ? { year: yearsOf(facts.below.year, view) } : {})}
				>
					<a class="button" href={paths.questionnaires(organisation)}>
						{say.questionnaires}
					</a>
					{runs && (
						<a class="button" href={paths.waveNew(organisation)}>
							{say.open}
						</a>
					)}
				</Masthead>
				{facts.opened.length > 0 && (
					<section>
						<Heading>{say.units.heading}</Heading>
						<Register caption={say.units.heading} columns={openedColumns(view)} rows={facts.opened} />
					</section>
				)}
				{facts.below && <Below facts={facts.below} view={view} />}
				{facts.waves.length === 0 && !facts.below ? (
					<Empty {...say.empty} {...(runs ? { href: paths.waveNew(organisation), link: say.open } : {})} />
				) : (
					<>
						<Comparison waves={facts.waves} view={view} />
						{facts.waves.length > 0 && (
							<section>
								<Heading>{say.waves}</Heading>
								<Register caption={say.waves} columns={columnsOf(view)} rows={facts.waves} />
								<Pager
									shown={say.shown(facts.waves.length)}
									next={facts.next && withQuery(paths.surveys(organisation), { after: facts.next })}
									nextLabel={say.earlier}
								>
									<Files href={paths.surveys(organisation)} view={view} />
								</Pager>
							</section>
						)}
					</>
				)}
			</div>
		</Shell>
	);
};

/** The ways to other years of the comparison; the coming year has nothing to show. */
function yearsOf(year: number, view: View) {
	const to = (other: number) => withQuery(paths.surveys(view.place?.id ?? ""), { year: other });
	return { year, earlier: to(year - 1), later: year < Number(view.today.slice(0, 4)) ? to(year + 1) : null };
}

/** Waves in a plot, a running one as it stands; the table below holds the same numbers. */
const Comparison = ({ waves, view }: { waves: readonly WaveLine[]; view: View }) => {
	const say = words[view.language];
	const begun = waves.filter((wave) => wave.state !== "planned").reverse();
	const latest = begun.at(-1);
	if (!latest || begun.length < 2) return null;
	const points = begun.map((wave) => ({
		label: wave.firstDay.slice(0, 4),
		figure: wave.figures.score && { interval: wave.figures.score, verdict: wave.figures.score.verdict.kind },
	}));
	return (
		<section>
			<Heading note={say.trendNote}>{say.trend}</Heading>
			<Trend points={points} target={latest.target / 100} language={view.language} />
			<p class="links">
				<a href={paths.surveyTrends(view.place?.id ?? "")}>{trends[view.language].link}</a>
			</p>
		</section>
	);
};

function columnsOf(view: View): Column<WaveLine>[] {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return [
		{
			head: say.heads.wave,
			cell: (wave) => (
				<a class="when" href={paths.wave(organisation, wave.id)}>
					{wave.firstDay.slice(0, 4)} <small>{say.shortDays(wave)}</small>
				</a>
			),
		},
		{
			head: say.heads.answers,
			number: true,
			minor: true,
			cell: ({ figures }) => say.answersOf(figures.answers, figures.response?.of ?? null),
		},
		{
			head: say.heads.share,
			number: true,
			cell: ({ figures }) => (figures.score ? formatShare(figures.score.share, view.language) : "–"),
		},
		{
			head: say.heads.interval,
			number: true,
			minor: true,
			cell: ({ figures }) => (figures.score ? say.interval(figures.score.lower, figures.score.upper) : "–"),
		},
		{
			head: say.heads.verdict,
			cell: (wave) =>
				wave.state === "closed" ? (
					<ScoreVerdict score={wave.figures.score} view={view} />
				) : (
					say.states[wave.state]
				),
		},
	];
}

/** Waves opened here for those below: their days, how many they ask, how far they are. */
function openedColumns(view: View): Column<Opened>[] {
	const say = words[view.language];
	return [
		{
			head: say.heads.wave,
			cell: (wave) => (
				<a class="when" href={paths.waveUnits(view.place?.id ?? "", wave.id)}>
					{wave.firstDay.slice(0, 4)} <small>{say.shortDays(wave)}</small>
				</a>
			),
		},
		{ head: say.units.units, number: true, cell: ({ units }) => units },
		{ head: say.heads.verdict, cell: ({ state }) => say.states[state] },
		{ head: say.units.closed, minor: true, cell: ({ closed, units }) => say.units.closedOf(closed, units) },
	];
}

type Opened = v.InferOutput<typeof waveListFacts>["opened"][number];
