import type { Words } from "../../worker/values/language";
import { counted, formatDay, formatNumber, formatShare } from "../parts/format";

type Days = { firstDay: string; lastDay: string };
type Cost = { answers: number; requests: number; rows: number; shareOfDay: number };

const zh = {
	title: "满意度测评",
	days: ({ firstDay, lastDay }: Days) =>
		`${formatDay(firstDay, "zh", "short")}–${formatDay(lastDay, "zh", "short")}`,
	states: { planned: "还没开始", open: "进行中", ended: "到期待结束", closed: "已结束" },
	open: "开一次测评",
	waves: "历次测评",
	trend: "几年来",
	trendNote: "竖线是 95 % 区间",
	earlier: "更早的测评",
	shown: (count: number) => `${count} 次`,
	empty: { verb: "测", missing: "还没有测评。", step: "用现成的问卷开一次，印海报和纸条，请村里人说一句。" },
	heads: {
		wave: "测评",
		answers: "答卷 / 发放",
		share: "满意",
		interval: "95 % 区间",
		verdict: "判定",
		answer: "回答",
		count: "份",
	},
	withheld: "不公布",
	reference: "仅供参考",
	answersOf: (answers: number | null, of: number | null) =>
		answers === null
			? "–"
			: of === null
				? formatNumber(answers, "zh")
				: `${formatNumber(answers, "zh")} / ${formatNumber(of, "zh")}`,
	interval: (lower: number, upper: number) =>
		`${formatNumber(lower * 100, "zh", 1)}–${formatNumber(upper * 100, "zh", 1)}`,
	back: "满意度测评",
	backToWave: "这次测评",
	cancel: "取消",

	verdict: {
		met: (target: number) => `可以确信满意率已过 ${target} %。`,
		missed: (target: number) => `可以确信满意率不到 ${target} %。`,
		openAbove: (target: number) => `看着够了，还不能断定过了 ${target} %。`,
		openBelow: (target: number) => `看着不够，还不能断定不到 ${target} %。`,
	},
	intervalSentence: (lower: string, upper: string) => `区间 ${lower}–${upper}。`,
	further: (answers: number) => `照这样再收约 ${formatNumber(answers, "zh")} 份，可以见分晓。`,
	tooFew: "答卷不到 10 份，不公布。",
	tooFewNow: "答卷还不到 10 份。满 10 份起，每多 10 份更新一次，免得看出是谁答的。",
	steps: "进行中的数字每满 10 份更新一次，最后以结束时封存的为准。",
	nothingSealed: "到期了，不再收答卷。结束测评、封存数字以后，这里就有结果。",
	answersSoFar: "已收答卷",
	atLeast: "份以上",
	sheets: "份",
	response: "应答率",
	responseNote: (of: number) => `成年人 ${formatNumber(of, "zh")} 人`,
	answers: "答卷",
	handedOut: (of: number) => `/ ${formatNumber(of, "zh")} 张`,
	aware: "知晓率",
	awareNote: "目标 100 %",
	participation: "参与率",
	women: "答卷人中女性",
	keyedIn: "代录的纸卷",
	how: "怎么答的",
	counts: "算作满意",
	right: "答对",
	noBase: "答这一题的不到 10 人，不公布。",
	base: (people: number) => `${formatNumber(people, "zh")} 人答`,

	rule: "怎么算的",
	formula: {
		all: "满意率 = （很满意 + 满意）÷ 全部答了这一题的人，“不了解”也算在分母里。",
		known: "满意率 = （很满意 + 满意）÷ 答了这一题、没有选“不了解”的人。",
	},
	formulaInterval: (adults: number | null) =>
		adults === null
			? "区间是 95 % 的威尔逊区间；本会没有登记成年人口，所以没有按人口修正。"
			: `区间是 95 % 的威尔逊区间，按成年人口 ${formatNumber(adults, "zh")} 人作有限总体修正；全村都答了，区间就没有宽度。`,
	formulaMore: (adults: number, answers: number) =>
		`答卷 ${formatNumber(answers, "zh")} 份，比登记的成年人口 ${formatNumber(adults, "zh")} 人还多：人口数可能不对，所以没有按人口修正。`,
	formulaVerdict: (target: number) =>
		`区间全在 ${target} % 以上是达标，全在以下是未达标，跨过 ${target} % 是未定。`,
	onlySampling: "区间只含抽样误差：扫码是各人自愿的，不答的人怎么想，区间不知道。请和应答率一起看。",
	formulaAware:
		"知晓率按人算：三个知识题答对两题以上算知晓；三题都空着的不算在内。空着的题不进那一题的分母。",
	smallBases: "任何一格不到 10 人都不公布；10 到 29 人仅供参考；30 人起正式公布。",
	digest: "封存码",
	digestNote: "由规则、口径和全部计数算出。以后谁改了一个数，这串字就对不上。",

	poster: "打印海报",
	slips: "打印纸条",
	keyIn: "录纸卷",
	close: "结束测评",
	notice: "打印公示",
	table: "数字表",
	remarks: "村里人写的话",
	doing: "要做的事",
	facts: "这次测评",
	factsAsked: "问卷",
	factsEntry: "谁能答",
	entry: { slip: "凭纸条上的码，一张答一次", anyone: "扫海报就能答；有纸条的也填码" },
	factsSlips: "纸条",
	factsSlipsNote: (slips: number) => `${formatNumber(slips, "zh")} 张`,
	factsTarget: "目标",
	factsRule: "口径",
	denominator: { all: "“不了解”算在分母里", known: "“不了解”不算" },
	factsAdults: "成年人口",
	people: (adults: number | null) => (adults === null ? "没有登记" : `${formatNumber(adults, "zh")} 人`),
	address: "答卷地址",

	form: {
		questionnaire: "问卷",
		firstDay: "从哪天起",
		lastDay: "到哪天止",
		lastDayHint: "这一天也算在内",
		target: "目标（%）",
		denominator: "“不了解”怎么算",
		denominators: {
			all: "算在分母里（国家指标八的算法）",
			known: "不算（有的地方这样算）",
		},
		entry: "谁能答",
		entries: {
			slip: "只凭纸条上的码答，一张一次（推荐）",
			anyone: "谁扫海报都能答，一天有上限",
		},
		slips: "印多少张纸条",
		slipsHint: "一张 A4 印 24 张。先放着不发也行，不够可以再加印。",
		submit: "开始测评",
		adults: (adults: number | null) =>
			adults === null
				? "本会还没有登记成年人口。登记了，区间会更准。"
				: `本会成年人口 ${formatNumber(adults, "zh")} 人。`,
	},
	cost: ({ answers, requests, rows, shareOfDay }: Cost) =>
		`就算 ${formatNumber(answers, "zh")} 个成年人同一个晚上都来答，也只用 ${formatNumber(requests, "zh")} 次访问、写 ${formatNumber(rows, "zh")} 行，是免费额度一天的 ${formatShare(shareOfDay, "zh")}。`,

	opened: "测评开好了。下一步：印海报和纸条。",
	closedNow: "测评已经结束，数字封存了。",
	closing: {
		title: "结束测评",
		handedOut: "一共发出多少张纸条",
		handedOutHint: "发出的张数是应答率的分母。没有发纸条就填 0，按成年人口算。",
		what: "结束以后不再收答卷，数字封存，不能再改，也不能重新打开。",
		submit: "结束并封存",
		confirm: "结束以后不能再打开，确定吗？",
		early: (day: string) => `原定 ${formatDay(day, "zh", "short")}才到期，现在结束是提前结束。`,
		again: "刚好又来了答卷，还没有结束。请再按一次。",
	},

	slip: {
		title: "请您说一句",
		lead: (questions: string) => `村协会今年做得怎么样？${questions}个问题，不记名。`,
		foot: (day: string) => `一张答一次，${formatDay(day, "zh", "short")}止。没有手机，到村里填纸卷。`,
		sheet: (sheet: number, sheets: number) => `第 ${sheet} 张，共 ${sheets} 张 A4`,
		how: "沿虚线剪开，打乱以后再发，不要记谁拿了哪一张。再印一次，码和次序都一样，看不出哪张用过。",
		earlier: "前面的纸",
		later: "后面的纸",
		none: "这次测评没有印纸条。",
		more: "一共要多少张",
		add: "加印",
	},
	posterWords: {
		lead: (questions: string) => `${questions}个问题，一分钟，不记名`,
		withSlip: "扫码以后，填上您纸条上的码。没有拿到纸条，请向村协会要一张。",
		free: "用手机扫一扫就能答。有纸条的，填上纸条上的码。",
		foot: (day: string) => `${formatDay(day, "zh", "short")}止。没有手机，到村里填纸卷。`,
		scan: "答卷地址的二维码",
	},
	noticeWords: {
		title: (year: string) => `${year} 年度居民满意度测评结果公示`,
		lead: (days: string, answers: number, of: string) =>
			`${days}，向全村居民开展满意度测评，收到答卷 ${formatNumber(answers, "zh")} 份${of}。结果公示如下：`,
		of: (slips: number, share: string) => `（发出纸条 ${formatNumber(slips, "zh")} 张，应答率 ${share}）`,
		item: "项目",
		result: "结果",
		satisfied: "满意率",
		interval: "95 % 区间",
		target: "目标",
		verdict: "判定",
	},
	remarksWords: {
		note: "按字的次序排，和答卷对不上，也看不出先后。里面要是写了人名，公开前请遮住。",
		withheld: "写了话的不到 10 人，不显示，免得认出是谁。",
		page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
		next: "下一页",
		none: "结束以后才能看。",
	},
	paper: {
		title: "录纸卷",
		lead: "照着纸卷一份一份录。代录的份数会和结果写在一起。",
		code: "纸卷上的码",
		codeOptional: "没有可以不填",
		submit: "录下这一份",
		saved: "录好了，可以录下一份。",
		blank: "没答",
		setbacks: {
			used: "这个码已经用过，这一份没有再记。",
			forged: "没有这个码，请对着纸卷再看一遍。",
			malformed: "码是八个字母和数字，请补全。",
			missing: "这次测评要有码才能录。",
			another: "同一张表刚录过一份不一样的。要另记一份，就再按一次。",
			ceiling: "测评刚刚结束，没有录进去。",
		} as Record<string, string>,
	},
	below: {
		heading: "下属协会",
		unit: "协会",
		shares: "满意与区间",
		total: "合计（按成年人口加权）",
		none: "没有结束的测评",
		key: (target: number) => `● 区间全在 ${target} % 以上　◐ 跨过 ${target} %　○ 全在 ${target} % 以下。`,
		naive: (mean: string, weighted: string) =>
			`各会简单平均 ${mean}，加权 ${weighted}：大村小村不一样重，以加权为准。`,
		left: (withheld: number) => `${withheld} 个协会答卷不到 10 份，不公布，也不算进合计，免得从合计倒推。`,
		sampling: "区间只含抽样误差。",
	},
	csvHead: ["问题", "回答", "份数", "占比"],
};

const en: typeof zh = {
	title: "Satisfaction survey",
	days: ({ firstDay, lastDay }: Days) =>
		`${formatDay(firstDay, "en", "short")} – ${formatDay(lastDay, "en", "short")}`,
	states: { planned: "not begun", open: "running", ended: "over, to be closed", closed: "closed" },
	open: "Open a survey",
	waves: "Surveys so far",
	trend: "Over the years",
	trendNote: "upright lines are 95 % intervals",
	earlier: "Earlier surveys",
	shown: (count: number) => counted(count, "survey", "surveys"),
	empty: {
		verb: "Ask",
		missing: "No survey yet.",
		step: "Open one with the ready questionnaire, print the poster and the slips, and ask the village.",
	},
	heads: {
		wave: "Survey",
		answers: "Answers / slips",
		share: "Satisfied",
		interval: "95 % interval",
		verdict: "Verdict",
		answer: "Answer",
		count: "Count",
	},
	withheld: "not published",
	reference: "for reference only",
	answersOf: (answers: number | null, of: number | null) =>
		answers === null
			? "–"
			: of === null
				? formatNumber(answers, "en")
				: `${formatNumber(answers, "en")} / ${formatNumber(of, "en")}`,
	interval: (lower: number, upper: number) =>
		`${formatNumber(lower * 100, "en", 1)}–${formatNumber(upper * 100, "en", 1)}`,
	back: "Surveys",
	backToWave: "This survey",
	cancel: "Cancel",

	verdict: {
		met: (target: number) => `More than ${target} % are satisfied, and that is certain.`,
		missed: (target: number) => `Fewer than ${target} % are satisfied, and that is certain.`,
		openAbove: (target: number) => `It looks enough, but is not yet proof of ${target} %.`,
		openBelow: (target: number) => `It looks short, but is not yet proof of missing ${target} %.`,
	},
	intervalSentence: (lower: string, upper: string) => `Interval ${lower} to ${upper}.`,
	further: (answers: number) =>
		`About ${counted(answers, "more answer like these", "more answers like these")} could settle it.`,
	tooFew: "Fewer than 10 answers: nothing is published.",
	tooFewNow:
		"Fewer than 10 answers so far. From 10 on the figures move in steps of 10, so that nobody's answer can be told.",
	steps: "While the survey runs, figures move in steps of 10; what is sealed at the end is what counts.",
	nothingSealed:
		"Its days are over and no more answers are taken. Close it to seal the figures and see the result.",
	answersSoFar: "Answers so far",
	atLeast: "or more",
	sheets: "answers",
	response: "Response rate",
	responseNote: (of: number) => `of ${formatNumber(of, "en")} adults`,
	answers: "Answers",
	handedOut: (of: number) => `/ ${formatNumber(of, "en")} slips`,
	aware: "Awareness",
	awareNote: "target 100 %",
	participation: "Took part",
	women: "Women among them",
	keyedIn: "Keyed in from paper",
	how: "How they answered",
	counts: "Counts as satisfied",
	right: "right",
	noBase: "Fewer than 10 answered this: not published.",
	base: (people: number) => `${formatNumber(people, "en")} answered`,

	rule: "How it is worked out",
	formula: {
		all: "Share satisfied = (very satisfied + satisfied) ÷ all who answered the question; “I don't know” stays in the denominator.",
		known:
			"Share satisfied = (very satisfied + satisfied) ÷ those who answered the question and did not choose “I don't know”.",
	},
	formulaInterval: (adults: number | null) =>
		adults === null
			? "The interval is Wilson's at 95 %; the number of adults is not registered, so it is not corrected for it."
			: `The interval is Wilson's at 95 %, for a population of ${formatNumber(adults, "en")} adults; if everybody answered it would have no width.`,
	formulaMore: (adults: number, answers: number) =>
		`${formatNumber(answers, "en")} answers are more than the ${formatNumber(adults, "en")} adults registered: that number may be wrong, so the interval is not corrected for it.`,
	formulaVerdict: (target: number) =>
		`Met: the whole interval lies at or above ${target} %. Missed: wholly below. Open: it spans ${target} %.`,
	onlySampling:
		"The interval covers sampling error only: whoever scanned chose to, and it cannot know what the others think. Read it with the response rate.",
	formulaAware:
		"Awareness counts people: whoever has two of the three knowledge questions right is aware; whoever left all three blank is not counted. A blank question is in no base.",
	smallBases:
		"Nothing is shown on fewer than 10 people; 10 to 29 is for reference only; from 30 on it is published.",
	digest: "Seal",
	digestNote: "Worked out from the rule and every count. Change one figure and it no longer fits.",

	poster: "Print the poster",
	slips: "Print the slips",
	keyIn: "Key in paper answers",
	close: "Close the survey",
	notice: "Print a notice",
	table: "Table of figures",
	remarks: "What people wrote",
	doing: "To do",
	facts: "This survey",
	factsAsked: "Asked",
	factsEntry: "Who may answer",
	entry: { slip: "with a slip's code, once each", anyone: "whoever scans the poster; slips are taken too" },
	factsSlips: "Slips",
	factsSlipsNote: (slips: number) => formatNumber(slips, "en"),
	factsTarget: "Target",
	factsRule: "Rule",
	denominator: { all: "“I don't know” stays in the denominator", known: "“I don't know” is left out" },
	factsAdults: "Adults",
	people: (adults: number | null) => (adults === null ? "not registered" : formatNumber(adults, "en")),
	address: "Address",

	form: {
		questionnaire: "Questionnaire",
		firstDay: "From",
		lastDay: "Until",
		lastDayHint: "this day included",
		target: "Target (%)",
		denominator: "“I don't know”",
		denominators: {
			all: "stays in the denominator (national indicator 8)",
			known: "is left out (as some places count)",
		},
		entry: "Who may answer",
		entries: {
			slip: "only with a slip's code, once each (recommended)",
			anyone: "whoever scans the poster, up to a ceiling a day",
		},
		slips: "How many slips",
		slipsHint: "24 on a sheet of A4. They may lie unused, and more can be printed later.",
		submit: "Open the survey",
		adults: (adults: number | null) =>
			adults === null
				? "The number of adults is not registered yet; with it the interval is narrower."
				: `${formatNumber(adults, "en")} adults live here.`,
	},
	cost: ({ answers, requests, rows, shareOfDay }: Cost) =>
		`Even if all ${formatNumber(answers, "en")} adults answer in one evening, that is ${formatNumber(requests, "en")} requests and ${formatNumber(rows, "en")} rows: ${formatShare(shareOfDay, "en")} of a free day.`,

	opened: "The survey is open. Next: print the poster and the slips.",
	closedNow: "The survey is closed and its figures are sealed.",
	closing: {
		title: "Close the survey",
		handedOut: "How many slips were handed out",
		handedOutHint: "The response rate divides by this. Without slips write 0: it then divides by the adults.",
		what: "No more answers are taken and the figures are sealed. This can't be undone.",
		submit: "Close and seal",
		confirm: "It can't be opened again. Close it?",
		early: (day: string) =>
			`It was to run until ${formatDay(day, "en", "short")}; closing now ends it early.`,
		again: "An answer came in at this very moment, so it is not closed yet. Please press once more.",
	},

	slip: {
		title: "Tell us",
		lead: (questions: string) => `How is the association doing? ${questions} questions, no names.`,
		foot: (day: string) =>
			`One answer each, until ${formatDay(day, "en", "short")}. No phone? Fill in a paper copy.`,
		sheet: (sheet: number, sheets: number) => `Sheet ${sheet} of ${sheets}`,
		how: "Cut along the dashes, shuffle, and never note who got which. Printed again, codes and order are the same, and nothing tells which were used.",
		earlier: "Earlier sheets",
		later: "Later sheets",
		none: "No slips were made for this survey.",
		more: "How many in all",
		add: "Add slips",
	},
	posterWords: {
		lead: (questions: string) => `${questions} questions, one minute, no names`,
		withSlip: "Scan, then type the code on your slip. No slip? Ask the association for one.",
		free: "Scan with a phone and answer. If you have a slip, type its code.",
		foot: (day: string) => `Until ${formatDay(day, "en", "short")}. No phone? Fill in a paper copy.`,
		scan: "QR code of the survey's address",
	},
	noticeWords: {
		title: (year: string) => `Result of the residents' survey ${year}`,
		lead: (days: string, answers: number, of: string) =>
			`Residents were asked from ${days}; ${counted(answers, "answer", "answers")} came in${of}. The result:`,
		of: (slips: number, share: string) =>
			` (${counted(slips, "slip", "slips")} handed out, response rate ${share})`,
		item: "Item",
		result: "Result",
		satisfied: "Satisfied",
		interval: "95 % interval",
		target: "Target",
		verdict: "Verdict",
	},
	remarksWords: {
		note: "In alphabetical order: nothing here tells which answer a text belongs to, or which came first. Hide names before showing them to others.",
		withheld: "Fewer than 10 people wrote something, so it is not shown: somebody might be recognised.",
		page: (page: number, pages: number) => `Page ${page} of ${pages}`,
		next: "Next page",
		none: "They can be read once the survey is closed.",
	},
	paper: {
		title: "Key in paper answers",
		lead: "One paper copy at a time. How many were keyed in stands beside the result.",
		code: "Code on the paper",
		codeOptional: "may be left empty",
		submit: "Keep this one",
		saved: "Kept. The next one can be keyed in.",
		blank: "blank",
		setbacks: {
			used: "This code was used already; nothing was added.",
			forged: "There is no such code. Compare it with the paper.",
			malformed: "A code has eight letters and digits.",
			missing: "This survey takes paper copies with a code only.",
			another: "This form was kept once with other answers. Press again to keep this one as well.",
			ceiling: "The survey was closed just now; nothing was added.",
		},
	},
	below: {
		heading: "Associations below",
		unit: "Name",
		shares: "Satisfied, with interval",
		total: "Together (weighted by adults)",
		none: "no closed survey",
		key: (target: number) =>
			`● interval wholly at or above ${target} %　◐ spans ${target} %　○ wholly below ${target} %.`,
		naive: (mean: string, weighted: string) =>
			`The plain mean is ${mean}, weighted ${weighted}: villages differ in size, so the weighted share is the result.`,
		left: (withheld: number) =>
			`${counted(withheld, "association", "associations")} with fewer than 10 answers: not published, and in no sum, so that nothing can be worked out by subtracting.`,
		sampling: "Intervals cover sampling error only.",
	},
	csvHead: ["Question", "Answer", "Count", "Share"],
};

/** The officers' side of surveys. */
export const words = { zh, en } satisfies Words<typeof zh>;
