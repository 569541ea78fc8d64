import type * as v from "valibot";
import { Desk, Paper } from "../layout/paper";
import type { Page, View } from "../layout/view";
import { formatNumber, formatShare } from "../parts/format";
import { paths } from "../paths";
import type { noticeFacts } from "./facts";
import { sentencesOf } from "./rule";
import { ScoreVerdict } from "./score";
import { words } from "./words";

/** The result as a notice for the village board. */
export const NoticePage = ({ facts, view }: Page<v.InferOutput<typeof noticeFacts>>) => {
	const { wave } = facts;
	const say = words[view.language];
	const notice = say.noticeWords;
	const { figures } = wave;
	const share = (of: { share: number } | null) => (of ? formatShare(of.share, view.language) : say.withheld);
	const { score, response } = figures;
	const handedOut = response?.slips ? notice.of(response.of, share(response)) : "";
	const rows: [string, string][] = [
		[notice.satisfied, share(score)],
		...(score
			? ([[notice.interval, `${say.interval(score.lower, score.upper)} %`]] as [string, string][])
			: []),
		[notice.target, `${wave.target} %`],
		[say.aware, share(figures.aware)],
		[say.participation, share(figures.participation)],
		[say.women, share(figures.women)],
		...marksOf(facts, view),
	];
	return (
		<Desk view={view} title={say.notice} back={paths.wave(view.place?.id ?? "", wave.id)}>
			<Paper
				view={view}
				head={view.place?.name ?? ""}
				title={notice.title(wave.firstDay.slice(0, 4))}
				signed={{ name: view.place?.name ?? "", day: wave.closedOn ?? view.today }}
			>
				<p>
					{figures.answers === null ? say.tooFew : notice.lead(say.days(wave), figures.answers, handedOut)}
				</p>
				<table>
					<thead>
						<tr>
							<th scope="col">{notice.item}</th>
							<th scope="col">{notice.result}</th>
						</tr>
					</thead>
					<tbody>
						{rows.map(([item, result]) => (
							<tr>
								<th scope="row">{item}</th>
								<td>{result}</td>
							</tr>
						))}
					</tbody>
					<tfoot>
						<tr>
							<th scope="row">{notice.verdict}</th>
							<td>
								<ScoreVerdict score={score} view={view} />
							</td>
						</tr>
					</tfoot>
				</table>
				{sentencesOf(wave, view).map((sentence) => (
					<p>{sentence}</p>
				))}
				{wave.digest && (
					<p>
						{say.digest} {wave.digest.slice(0, 16)}
					</p>
				)}
			</Paper>
		</Desk>
	);
};

/** What it comes to out of a hundred, where the wave's rule asks for points or for assessors' marks. */
function marksOf(
	{ wave, residents, mean, assessors, vetoed, total }: v.InferOutput<typeof noticeFacts>,
	{ language }: Pick<View, "language">,
): [string, string][] {
	const say = words[language];
	const points = (of: number | null) => (of === null ? "–" : formatNumber(of, language, 1));
	return [
		...(wave.points
			? ([
					[say.factsPoints, say.pointScales[wave.points]],
					[say.noticeWords.points, residents === null ? say.withheld : points(residents)],
				] as [string, string][])
			: []),
		...(wave.assessors > 0
			? ([
					[say.factsAssessors, say.proportion(wave.assessors)],
					[say.noticeWords.mean, `${points(mean)} · ${say.assessment.assessors(assessors)}`],
					[say.assessment.total, vetoed ? say.assessment.vetoed : points(total)],
				] as [string, string][])
			: []),
	];
}
