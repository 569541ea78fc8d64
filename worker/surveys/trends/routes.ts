import { paths } from "../../../web/paths";
import { trendSheet } from "../../../web/surveys/files";
import { TrendsPage, trendsFacts } from "../../../web/surveys/trends";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { may } from "../../middleware/may";
import { questionnaireIn, readyQuestionnaires } from "../questionnaire/ready";
import { waveFactsOf } from "../wave/facts";
import { wavesOf } from "../wave/store";
import { comparedOf, trendsOf } from "./rules";
import { versionsUpTo } from "./store";

/** Every comparable question of a place over its latest waves. */
export const trends = room().get(
	paths.surveyTrends(":organisation"),
	may("see"),
	describe({ summary: "Every comparable question over the latest waves", answers: trendsFacts }),
	async (c) => {
		const { db, place, today, language } = c.var;
		const rows = await wavesOf(db, place, null);
		const waves = comparedOf(rows.map((row) => waveFactsOf(row, today)).reverse());
		const asked = [...new Set(waves.map(({ questionnaire }) => questionnaire))].reverse();
		const wanted = c.req.query("questionnaire");
		const chosen = asked.find((key) => key === wanted) ?? asked[0] ?? "";
		const its = waves.filter(({ questionnaire }) => questionnaire === chosen);
		const ready = readyQuestionnaires.filter(({ key }) => key === chosen);
		const made = ready.length > 0 ? [] : await versionsUpTo(db, chosen, its.at(-1)?.version ?? 0);
		const laid = trendsOf(its, [...ready, ...made.map(questionnaireIn)]);
		const facts = {
			chosen,
			questionnaires: asked.map((id) => {
				const latest = waves.findLast(({ questionnaire }) => questionnaire === id);
				return { id, name: latest?.asked.name ?? { zh: id, en: id } };
			}),
			asked: laid.waves.at(-1)?.asked ?? null,
			target: laid.waves.at(-1)?.target ?? null,
			summed: laid.waves.some(({ figures }) => figures.below.length > 0),
			waves: laid.waves.map(({ id, firstDay, lastDay, version }) => ({ id, firstDay, lastDay, version })),
			series: laid.series,
		};
		const format = formatOf(c);
		return format
			? file(c, format, trendSheet(facts, language))
			: face(c, { schema: trendsFacts, page: TrendsPage }, facts);
	},
);
