import { Desk, Paper } from "../layout/paper";
import type { Page } from "../layout/view";
import { formatShare } from "../parts/format";
import { paths } from "../paths";
import type { WaveFacts } from "./facts";
import { sentencesOf } from "./rule";
import { ScoreVerdict } from "./score";
import { words } from "./words";

/** The result as a notice for the village board. */
export const NoticePage = ({ facts: wave, view }: Page<WaveFacts>) => {
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
