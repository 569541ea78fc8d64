import type { View } from "../layout/view";
import { formatNumber, formatShare } from "../parts/format";
import { Heading } from "../parts/heading";
import { CellHead, IntervalCell, spanAround } from "../parts/plot";
import { type Column, Register } from "../parts/table";
import type { ScoreFacts, WaveFacts } from "./facts";
import { words } from "./words";

type Group = { label: string; score: ScoreFacts };

/** Satisfaction by sex and age, each group with its interval; nothing where a group is too small. */
export const CrossedTables = ({ wave, view }: { wave: WaveFacts; view: View }) => {
	const say = words[view.language];
	const { questions } = wave.asked;
	const tables = wave.figures.crossed.map(({ by, groups }) => {
		const question = questions.find(({ key }) => key === by);
		const named = (key: string) =>
			(question?.kind === "choice" &&
				question.options.find((option) => option.key === key)?.words[view.language]) ||
			say.crossed.blank;
		return {
			title: say.crossed.by(question?.words[view.language] ?? by),
			groups: groups.map(({ keys, score }) => ({ label: keys.map(named).join(say.crossed.and), score })),
		};
	});
	const span = spanAround(
		tables.flatMap(({ groups }) => groups.flatMap(({ score }) => [score.lower, score.upper])),
		wave.target / 100,
	);
	const columns: Column<Group>[] = [
		{ head: say.crossed.group, cell: ({ label }) => label },
		{
			head: say.crossed.people,
			number: true,
			minor: true,
			cell: ({ score }) => formatNumber(score.answered, view.language),
		},
		{
			head: (
				<>
					<span class="hidden">{say.below.shares}</span>
					<CellHead span={span} />
				</>
			),
			cell: ({ score }) => (
				<IntervalCell interval={score} verdict={score.verdict.kind} target={wave.target / 100} span={span} />
			),
		},
		{
			head: say.heads.share,
			number: true,
			cell: ({ score }) => (
				<>
					{formatShare(score.share, view.language)}
					{score.reference && <small> {say.reference}</small>}
				</>
			),
		},
		{
			head: say.heads.interval,
			...{ number: true, minor: true },
			cell: ({ score }) => say.interval(score.lower, score.upper),
		},
	];
	return (
		<>
			{tables.map(({ title, groups }) => (
				<section class="forest">
					<Heading>{title}</Heading>
					<Register caption={title} columns={columns} rows={groups} />
				</section>
			))}
			{tables.length > 0 && <p class="note">{say.crossed.note}</p>}
		</>
	);
};
