/**
 * Questionnaires that come ready beside the association's own year: to be asked as they are, or to start from. Nothing here
 * asks about anybody's body or family: of services it is asked how they were.
 */
import type { Choice, Open, Option, Questionnaire } from "./rules";

const option = (key: string, zh: string, en: string): Option => ({ key, words: { zh, en } });
const unknown = option("unknown", "不知道", "I don't know");

const levels: Option[] = [
	{ key: "5", face: 5, words: { zh: "很满意", en: "Very satisfied" } },
	{ key: "4", face: 4, words: { zh: "满意", en: "Satisfied" } },
	{ key: "3", face: 3, words: { zh: "一般", en: "In between" } },
	{ key: "2", face: 2, words: { zh: "不满意", en: "Dissatisfied" } },
	{ key: "1", face: 1, words: { zh: "很不满意", en: "Very dissatisfied" } },
	option("unknown", "不了解", "I don't know"),
];

const satisfied = (zh: string, en: string): Choice => ({
	...{ kind: "choice", key: "satisfied", role: "satisfaction", required: true },
	...{ words: { zh, en }, options: levels },
});

const plain = (key: string, zh: string, en: string, options: Option[]): Choice => ({
	...{ kind: "choice", key, role: "plain", required: false },
	...{ words: { zh, en }, options },
});

const age: Choice = {
	...{ kind: "choice", key: "age", role: "age", required: false, words: { zh: "您的年龄", en: "Your age" } },
	options: [
		option("18", "18–34 岁", "18–34"),
		option("35", "35–49 岁", "35–49"),
		option("50", "50–64 岁", "50–64"),
		option("65", "65 岁及以上", "65 or over"),
		option("declined", "不愿说", "I'd rather not say"),
	],
};

const remark: Open = {
	...{ kind: "open", key: "remark", role: "remark", longest: 300 },
	words: { zh: "还想说什么？", en: "Anything else to say?" },
};

/** How a women's federation is doing. */
const women: Questionnaire = {
	key: "women",
	version: 1,
	name: { zh: "妇联年度测评", en: "The women's federation's year" },
	title: { zh: "妇联做得怎么样？", en: "How is the women's federation doing?" },
	questions: [
		satisfied("您对妇联今年的工作满意吗？", "How satisfied are you with the women's federation this year?"),
		{
			...{ kind: "choice", key: "chair", role: "knowledge", required: false },
			words: { zh: "遇到难处，可以找妇联做什么？", en: "What can you go to the federation for?" },
			options: [
				option("bills", "交水电费", "Paying water and power bills"),
				{
					...option("helps", "说说难处、请人调解、找人帮忙", "To be heard, for mediation, to find help"),
					right: true,
				},
				option("papers", "办身份证件", "Having papers issued"),
				unknown,
			],
		},
		{
			...{ kind: "choice", key: "line", role: "knowledge", required: false },
			words: { zh: "妇女维权公益服务热线是哪个号？", en: "Which number is the women's rights line?" },
			options: [
				option("a", "12315", "12315"),
				{ ...option("b", "12338", "12338"), right: true },
				option("c", "12306", "12306"),
				unknown,
			],
		},
		{
			...{ kind: "choice", key: "comes", role: "knowledge", required: false },
			words: { zh: "妇女之家的活动，谁可以来？", en: "Who may come to the activities of the women's home?" },
			options: [
				option("cadres", "只有干部", "Officials only"),
				{ ...option("anyone", "村里的妇女都可以", "Every woman here"), right: true },
				option("invited", "只有点到名的人", "Only those called by name"),
				unknown,
			],
		},
		{
			...{ kind: "choice", key: "took", role: "participation", required: false },
			words: { zh: "今年您参加过妇联的活动吗？", en: "Did you take part in an activity this year?" },
			options: [
				option("yes", "参加过", "Yes"),
				option("no", "没参加", "No"),
				option("unsure", "记不清", "I don't remember"),
			],
		},
		{
			...plain("why", "没参加是因为", "Why not?", [
				option("told", "没听说", "I had not heard of it"),
				option("time", "没有空", "I had no time"),
				option("wish", "不感兴趣", "It did not interest me"),
				option("far", "太远、不方便", "Too far or inconvenient"),
			]),
			onlyIf: { question: "took", option: "no" },
		},
		{
			...{ kind: "several", key: "wishes", role: "plain", required: false },
			words: { zh: "明年最想要哪些？", en: "What would you like most next year?" },
			options: [
				option("skills", "学手艺、找活干", "Learning a trade, finding work"),
				option("law", "讲法律、调解", "Law talks, mediation"),
				option("arts", "唱歌跳舞、文化活动", "Singing, dancing, culture"),
				option("help", "帮有困难的家庭", "Help for families in need"),
			],
		},
		age,
		remark,
	],
};

/** What those who came say of an activity, on the spot. */
const activity: Questionnaire = {
	key: "activity",
	version: 1,
	name: { zh: "活动反馈", en: "Feedback on an activity" },
	title: { zh: "今天的活动怎么样？", en: "How was this activity?" },
	questions: [
		satisfied("您对今天的活动满意吗？", "How satisfied are you with this activity?"),
		plain("heard", "您是怎么知道的？", "How did you hear of it?", [
			option("board", "公示栏、广播", "The notice board, the loudspeaker"),
			option("group", "微信群", "A chat group"),
			option("person", "有人来说", "Somebody told me"),
			option("passing", "路过", "I was passing by"),
		]),
		plain("use", "对您有用吗？", "Was it of use to you?", [
			option("yes", "有用", "Yes"),
			option("no", "没什么用", "Not much"),
			option("unknown", "说不好", "I can't say"),
		]),
		plain("again", "下回还来吗？", "Will you come again?", [
			option("yes", "来", "Yes"),
			option("no", "不来了", "No"),
			option("unknown", "看情况", "It depends"),
		]),
		remark,
	],
};

/** What those who were taught say of a training. */
const training: Questionnaire = {
	key: "training",
	version: 1,
	name: { zh: "培训反馈", en: "Feedback on a training" },
	title: { zh: "这次培训怎么样？", en: "How was this training?" },
	questions: [
		satisfied("您对这次培训满意吗？", "How satisfied are you with this training?"),
		plain("clear", "讲得明白吗？", "Was it clear?", [
			option("clear", "都听明白了", "All of it"),
			option("partly", "有的没听明白", "Not all of it"),
			option("not", "多半没听明白", "Hardly any of it"),
		]),
		plain("pace", "讲得快不快？", "How was the pace?", [
			option("fast", "太快", "Too fast"),
			option("right", "正好", "Just right"),
			option("slow", "太慢", "Too slow"),
		]),
		{
			...{ kind: "scale", key: "advise", role: "plain", required: false },
			words: {
				zh: "您会劝别人也来听吗？0 是不会，10 是一定会",
				en: "Would you advise others to come? 0 is no, 10 is certainly",
			},
		},
		{
			...{ kind: "open", key: "next", role: "remark", longest: 300 },
			words: { zh: "下次想学什么？", en: "What would you like to learn next?" },
		},
	],
};

/** The ready ones beside the association's own year. */
export const library: readonly Questionnaire[] = [women, activity, training];
