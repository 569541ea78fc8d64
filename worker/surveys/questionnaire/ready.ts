/** The questionnaires that come ready. Nothing here asks about anybody's health, pregnancy, contraception or children. */
import { library } from "./library";
import type { Option, Questionnaire } from "./rules";

const unknown: Option = { key: "unknown", words: { zh: "不知道", en: "I don't know" } };
const declined: Option = { key: "declined", words: { zh: "不愿说", en: "I'd rather not say" } };

/** How an association is doing, of a village, a community or an enterprise alike: eight questions, one minute. */
const village: Questionnaire = {
	key: "village",
	version: 1,
	name: { zh: "协会年度测评", en: "The association's year" },
	title: { zh: "协会做得怎么样？", en: "How is the association doing?" },
	questions: [
		{
			kind: "choice",
			key: "satisfied",
			role: "satisfaction",
			required: true,
			words: {
				zh: "您对协会今年的工作满意吗？",
				en: "How satisfied are you with the association this year?",
			},
			options: [
				{ key: "5", face: 5, words: { zh: "很满意", en: "Very satisfied" } },
				{ key: "4", face: 4, words: { zh: "满意", en: "Satisfied" } },
				{ key: "3", face: 3, words: { zh: "一般", en: "In between" } },
				{ key: "2", face: 2, words: { zh: "不满意", en: "Dissatisfied" } },
				{ key: "1", face: 1, words: { zh: "很不满意", en: "Very dissatisfied" } },
				{ key: "unknown", words: { zh: "不了解", en: "I don't know" } },
			],
		},
		{
			kind: "choice",
			key: "does",
			role: "knowledge",
			required: false,
			words: { zh: "协会是做什么的？", en: "What does the association do?" },
			options: [
				{ key: "bills", words: { zh: "收水电费", en: "Collects water and power bills" } },
				{
					key: "helps",
					right: true,
					words: { zh: "宣传、服务、帮助大家", en: "Informs, serves and helps people" },
				},
				{ key: "pensions", words: { zh: "发放养老金", en: "Pays out pensions" } },
				unknown,
			],
		},
		{
			kind: "choice",
			key: "comes",
			role: "knowledge",
			required: false,
			words: { zh: "谁可以来参加协会的活动？", en: "Who may come to its activities?" },
			options: [
				{ key: "residents", right: true, words: { zh: "这里的人都可以", en: "Anyone here" } },
				{ key: "cadres", words: { zh: "只有干部", en: "Officials only" } },
				{ key: "invited", words: { zh: "只有点到名的人", en: "Only those called by name" } },
				unknown,
			],
		},
		{
			kind: "choice",
			key: "accounts",
			role: "knowledge",
			required: false,
			words: { zh: "会费怎么用，谁可以看？", en: "Who may see how the dues are spent?" },
			options: [
				{ key: "chair", words: { zh: "只有会长", en: "The chair only" } },
				{ key: "nobody", words: { zh: "不公开", en: "Nobody" } },
				{ key: "members", right: true, words: { zh: "会员都可以看", en: "Every member" } },
				unknown,
			],
		},
		{
			kind: "choice",
			key: "took",
			role: "participation",
			required: false,
			words: { zh: "今年您参加过协会的活动吗？", en: "Did you take part in an activity this year?" },
			options: [
				{ key: "yes", words: { zh: "参加过", en: "Yes" } },
				{ key: "no", words: { zh: "没参加", en: "No" } },
				{ key: "unsure", words: { zh: "记不清", en: "I don't remember" } },
			],
		},
		{
			kind: "choice",
			key: "sex",
			role: "sex",
			required: false,
			words: { zh: "您是", en: "You are" },
			options: [
				{ key: "female", words: { zh: "女", en: "A woman" } },
				{ key: "male", words: { zh: "男", en: "A man" } },
				declined,
			],
		},
		{
			kind: "choice",
			key: "age",
			role: "age",
			required: false,
			words: { zh: "您的年龄", en: "Your age" },
			options: [
				{ key: "18", words: { zh: "18–34 岁", en: "18–34" } },
				{ key: "35", words: { zh: "35–49 岁", en: "35–49" } },
				{ key: "50", words: { zh: "50–64 岁", en: "50–64" } },
				{ key: "65", words: { zh: "65 岁及以上", en: "65 or over" } },
				declined,
			],
		},
		{
			kind: "open",
			key: "remark",
			role: "remark",
			longest: 300,
			words: { zh: "还想说什么？", en: "Anything else to say?" },
		},
	],
};

/** Every ready questionnaire, newest version first. */
export const readyQuestionnaires: readonly Questionnaire[] = [village, ...library];

/** The one that a description of the answers' address speaks of. */
export const newestQuestionnaire = village;

/** What names a version, with its content where that stands in the database. */
type Named = { questionnaire: string; version: number; content: string | null };

const parsed = new Map<string, { content: string; questionnaire: Questionnaire }>();

/** More than an evening's waves ask; should that be passed, what is kept is let go. */
const mostParsed = 64;

/** The version of a questionnaire that a wave asks: a ready one, or one that was made and published here. */
export function questionnaireIn({ questionnaire: key, version, content }: Named): Questionnaire {
	const ready = readyQuestionnaires.find((one) => one.key === key && one.version === version);
	if (ready) return ready;
	// A wave is only ever opened with a version that stands there, and versions are never taken away.
	if (content === null) throw new Error(`no questionnaire ${key} ${version}`);
	const kept = parsed.get(`${key} ${version}`);
	if (kept?.content === content) return kept.questionnaire;
	const questionnaire: Questionnaire = { ...JSON.parse(content), key, version };
	if (parsed.size >= mostParsed) parsed.clear();
	parsed.set(`${key} ${version}`, { content, questionnaire });
	return questionnaire;
}
