import * as v from "valibot";
import { optionsOf } from "../../worker/surveys/questionnaire/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { formatNumber, formatShare } from "../parts/format";
import { Heading } from "../parts/heading";
import { Trend } from "../parts/plot-trend";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { wordingFacts } from "./answer-facts";
import { questionnaireFacts } from "./facts";
import { words } from "./trends-words";
import { words as surveys } from "./words";

const figure = v.nullable(
	v.object({
		share: v.number(),
		lower: v.number(),
		upper: v.number(),
		base: v.number(),
		reference: v.boolean(),
	}),
);

/** Comparable questions of one questionnaire over the waves of a place, the earliest first. */
export const trendsFacts = v.object({
	chosen: v.string(),
	questionnaires: v.array(v.object({ id: v.string(), name: wordingFacts })),
	/** The version that was asked last. */
	asked: v.nullable(questionnaireFacts),
	target: v.nullable(v.number()),
	/** Some figures are sums of several units. */
	summed: v.boolean(),
	waves: v.array(
		v.object({ id: v.string(), firstDay: v.string(), lastDay: v.string(), version: v.number() }),
	),
	series: v.array(v.object({ question: v.string(), options: v.array(v.string()), figures: v.array(figure) })),
});
export type TrendsFacts = v.InferOutput<typeof trendsFacts>;
type Series = TrendsFacts["series"][number];
type Props = { facts: TrendsFacts; view: View };

/** Every comparable question through the years, with its intervals. */
export const TrendsPage = ({ facts, view }: Page<TrendsFacts>) => {
	const say = words[view.language];
	const here = paths.surveyTrends(view.place?.id ?? "");
	const questions = [...new Set(facts.series.map(({ question }) => question))];
	const tabs = facts.questionnaires.map(({ id, name }) => ({
		href: withQuery(here, { questionnaire: id }),
		label: name[view.language],
		chosen: id === facts.chosen,
	}));
	return (
		<Shell view={view} title={say.title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={say.title}
					sub={[view.place?.name, facts.asked?.name[view.language]]}
					back={{ href: paths.surveys(view.place?.id ?? ""), label: surveys[view.language].waves }}
				/>
				{tabs.length > 1 && <Filters label={say.which} tabs={tabs} language={view.language} />}
				{questions.length === 0 ? (
					<Empty {...say.empty} />
				) : (
					<>
						<p class="prose">
							{say.note} {facts.summed && say.summed}
						</p>
						<div class="pairs">
							{questions.map((key) => (
								<Question of={key} facts={facts} view={view} />
							))}
						</div>
						<p class="actions quiet">
							<Files href={withQuery(here, { questionnaire: facts.chosen })} view={view} />
						</p>
					</>
				)}
			</div>
		</Shell>
	);
};

/** One question: a plot where one share says it all, and a table in any case. */
const Question = ({ of, facts, view }: Props & { of: string }) => {
	const series = facts.series.filter(({ question }) => question === of);
	const [only] = series;
	const title = questionWords(facts, of, view);
	if (!only) return null;
	return (
		<section>
			<Heading note={series.length === 1 ? answerWords(facts, only, view) : undefined}>{title}</Heading>
			{series.length === 1 ? (
				<One series={only} title={title} facts={facts} view={view} />
			) : (
				<Many series={series} title={title} facts={facts} view={view} />
			)}
		</section>
	);
};

const One = ({ series, title, facts, view }: Props & { series: Series; title: string }) => {
	const say = words[view.language];
	const target = roleOf(facts, series.question) === "satisfaction" ? facts.target : null;
	const points = facts.waves.map(({ firstDay }, at) => {
		const interval = series.figures[at];
		return { label: firstDay.slice(0, 4), figure: interval ? { interval, verdict: null } : null };
	});
	const rows = facts.waves.map((wave, at) => ({ wave, figure: series.figures[at] ?? null }));
	const columns: Column<(typeof rows)[number]>[] = [
		{
			head: say.wave,
			cell: ({ wave }) => (
				<a class="when" href={paths.wave(view.place?.id ?? "", wave.id)}>
					{wave.firstDay.slice(0, 4)} <small>{surveys[view.language].shortDays(wave)}</small>
				</a>
			),
		},
		{
			head: say.base,
			...{ number: true, minor: true },
			cell: ({ figure }) => (figure ? formatNumber(figure.base, view.language) : say.none),
		},
		{
			head: say.share,
			number: true,
			cell: ({ figure }) => (figure ? formatShare(figure.share, view.language) : say.none),
		},
		{
			head: say.interval,
			number: true,
			cell: ({ figure }) => (figure ? surveys[view.language].interval(figure.lower, figure.upper) : say.none),
		},
	];
	return (
		<>
			<Trend points={points} target={target === null ? null : target / 100} language={view.language} />
			<Register caption={title} columns={columns} rows={rows} />
		</>
	);
};

/** How many waves stand side by side where a question has a row an answer. */
const beside = 3;

const Many = ({ series, title, facts, view }: Props & { series: readonly Series[]; title: string }) => {
	const say = words[view.language];
	const first = Math.max(0, facts.waves.length - beside);
	const columns: Column<Series>[] = [
		{ head: say.answer, cell: (one) => answerWords(facts, one, view) },
		...facts.waves.slice(first).map(
			({ firstDay }, at): Column<Series> => ({
				head: firstDay.slice(0, 4),
				number: true,
				cell: ({ figures }) => {
					const figure = figures[first + at];
					if (!figure) return say.none;
					return (
						<>
							{formatShare(figure.share, view.language)}
							<small class="interval">{surveys[view.language].interval(figure.lower, figure.upper)}</small>
						</>
					);
				},
			}),
		),
	];
	return <Register caption={title} columns={columns} rows={series} />;
};

const roleOf = ({ asked }: TrendsFacts, key: string) => asked?.questions.find((one) => one.key === key)?.role;

export function questionWords({ asked }: TrendsFacts, key: string, { language }: Pick<View, "language">) {
	return asked?.questions.find((one) => one.key === key)?.words[language] ?? words[language].aware;
}

/** What the answers of a series are called. */
export function answerWords(
	facts: TrendsFacts,
	{ question, options }: Series,
	{ language }: Pick<View, "language">,
) {
	const asked = facts.asked?.questions.find(({ key }) => key === question);
	const { counts } = words[language];
	if (!asked || asked.kind === "open") return counts.aware;
	if (asked.role === "satisfaction" || asked.role === "knowledge" || asked.role === "participation")
		return counts[asked.role];
	if (asked.kind === "scale") return counts.scale;
	const known = optionsOf(asked);
	return options.map((key) => known.find((one) => one.key === key)?.words[language] ?? key).join(" ");
}
