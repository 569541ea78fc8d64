import { formatDay, formatNumber, formatShare } from "../parts/format";

type Days = { firstDay: string; lastDay: string };
type Cost = { answers: number; requests: number; rows: number; shareOfDay: number; aDay: number };
type Below = { units: number; adults: number; unknown: number; cost: Cost };

/** The officers' side of surveys in Chinese; English has the same shape. */
export const zh = {
	title: "满意度测评",
	/** With its year, as a result is read years later. */
	days: ({ firstDay, lastDay }: Days) =>
		`${formatDay(firstDay, "zh")}–${formatDay(lastDay, "zh", lastDay.slice(0, 4) === firstDay.slice(0, 4) ? "short" : "full")}`,
	/** Beside its year. */
	shortDays: ({ firstDay, lastDay }: Days) =>
		`${formatDay(firstDay, "zh", "short")}–${formatDay(lastDay, "zh", "short")}`,
	states: { planned: "还没开始", open: "进行中", ended: "到期待结束", closed: "已结束" },
	open: "开一次测评",
	questionnaires: "问卷",
	waves: "历次测评",
	trend: "几年来",
	trendNote: "竖线是 95 % 区间",
	earlier: "更早的测评",
	shown: (count: number) => `${count} 次`,
	empty: { verb: "测", missing: "还没有测评。", step: "用现成的问卷开一次，印海报和纸条，请大家说一句。" },
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
	counts: "算作满意",
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
			: `区间是 95 % 的威尔逊区间，按成年人口 ${formatNumber(adults, "zh")} 人作有限总体修正；人人都答了，区间就没有宽度。`,
	formulaMore: (adults: number, answers: number) =>
		`答卷 ${formatNumber(answers, "zh")} 份，比登记的成年人口 ${formatNumber(adults, "zh")} 人还多：人口数可能不对，所以没有按人口修正。`,
	formulaVerdict: (target: number) =>
		`区间全在 ${target} % 以上是达标，全在以下是未达标，跨过 ${target} % 是未定。`,
	onlySampling: "区间只含抽样误差：扫码是各人自愿的，不答的人怎么想，区间不知道。请和应答率一起看。",
	formulaAware:
		"知晓率按人算：三个知识题答对两题以上算知晓；三题都空着的不算在内。空着的题不进那一题的分母。",
	smallBases: "一道题答的人不到 10 个就不公布；10 到 29 个仅供参考；30 个起正式公布。",
	digest: "封存码",
	digestNote: "由规则、口径和全部计数算出。以后谁改了一个数，这串字就对不上。",

	poster: "打印海报",
	slips: "打印纸条",
	keyIn: "录纸卷",
	close: "结束测评",
	notice: "打印公示",
	remarks: "大家写的话",
	facts: "这次测评",
	factsAsked: "问卷",
	factsEntry: "谁能答",
	entry: { slip: "凭纸条上的码，一张答一次", anyone: "扫海报就能答；有纸条的也填码" },
	factsSlips: "纸条",
	factsSlipsNote: (slips: number) => `${formatNumber(slips, "zh")} 张`,
	factsTarget: "目标",
	factsOpener: "谁开的",
	fromAbove: { unit: "上级开的，纸条本会自己发", opener: "上级开的，纸条和票箱也由上级管" },
	factsPoints: "折成分数",
	pointScales: {
		"100-80-60-30-0": "很满意 100、满意 80、一般 60、不满意 30、很不满意 0，“不了解”不计分",
		"100-75-55": "很满意 100、满意 75、一般 55、不满意和很不满意 0，“不了解”不计分",
	},
	factsAssessors: "居民和考评",
	proportion: (assessors: number) => `居民 ${100 - assessors} %，考评人 ${assessors} %`,
	factsRule: "口径",
	denominator: { all: "“不了解”算在分母里", known: "“不了解”不算" },
	factsAdults: "成年人口",
	people: (adults: number | null) => (adults === null ? "没有登记" : `${formatNumber(adults, "zh")} 人`),

	form: {
		questionnaire: "问卷",
		questionnaireHint: "看看各份问什么，或者自己做一份",
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
		adultsLink: "去登记",
		scope: "问哪里",
		scopes: { here: "只问本会", below: (units: number) => `一次开在下面全部 ${units} 个基层协会` },
		about: (title: string) => `问的是这次活动：${title}。海报上会印活动名，来的人扫一扫就答。`,
		points: "折成分数",
		pointsHint: "有的考核要分数不要比例",
		noPoints: "不折分",
		assessors: "考评人打分占多少（%）",
		assessorsHint: "填 0 就只看居民。居民 70、考评 30 就填 30。",
		issuer: "纸条谁来印、谁来发",
		issuers: {
			unit: "各协会自己印、自己发",
			opener: "由本级印、本级派人发，纸卷也由本级录：被考评的不管票箱",
		},
		costBelow: ({ units, adults, unknown, cost }: Below) =>
			`下面 ${units} 个基层协会，成年人 ${formatNumber(adults, "zh")} 人${unknown > 0 ? `（${unknown} 个没有登记）` : ""}。开测评写 ${formatNumber(units + 2, "zh")} 行；人人都在一天里答，要 ${formatNumber(cost.requests, "zh")} 次访问、写 ${formatNumber(cost.rows, "zh")} 行，是免费额度一天的 ${formatShare(cost.shareOfDay, "zh")}。${cost.shareOfDay > 1 ? `免费一天最多收 ${formatNumber(cost.aDay, "zh")} 份，请分几天、分几镇发纸条。` : ""}`,
		submit: "开始测评",
		adults: (adults: number | null) =>
			adults === null
				? "本会还没有登记成年人口。登记了，区间会更准。"
				: `本会成年人口 ${formatNumber(adults, "zh")} 人。`,
	},
	cost: ({ answers, requests, rows, shareOfDay }: Cost) =>
		`就算 ${formatNumber(answers, "zh")} 个成年人同一个晚上都来答，也只用 ${formatNumber(requests, "zh")} 次访问、写 ${formatNumber(rows, "zh")} 行，是免费额度一天的 ${formatShare(shareOfDay, "zh")}。`,

	units: {
		heading: "开给下面的测评",
		unit: "协会",
		units: "协会数",
		closed: "已结束",
		closedOf: (closed: number, units: number) => `${closed} / ${units} 个已结束`,
		answers: "已收答卷",
		below10: "不到 10",
		steps: "每满 10 份更新一次。",
		slips: "纸条",
		print: "印",
		keyIn: "录纸卷",
		lags: "答卷少",
		remind: "催一催",
		reminderTitle: "答卷还少的协会",
		reminderLead: (days: string, enough: number) => `${days}的测评，下面的协会还不到 ${enough} 份：`,
		reminderNone: "每个协会都有 30 份以上了。",
		reminderLine: (name: string, answers: number | null) =>
			`${name}（${answers === null ? "不到 10" : answers} 份）`,
		reminderFoot: (day: string) => `${formatDay(day, "zh", "short")}止。请把纸条发到户，没有手机的请填纸卷。`,
		paste: "可以整段粘到群里：",
		copy: "复制",
		copied: "已复制",
	},
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
		closed: "这次测评先前已经结束，数字封存了；这一次填的张数没有记。",
	},

	slip: {
		title: "请您说一句",
		lead: (questions: string) => `协会今年做得怎么样？${questions}个问题，不记名。`,
		foot: (day: string) => `一张答一次，${formatDay(day, "zh", "short")}止。没有手机，到协会填纸卷。`,
		sheet: (sheet: number, sheets: number) => `第 ${sheet} 张，共 ${sheets} 张 A4`,
		how: "沿虚线剪开，打乱以后再发，不要记谁拿了哪一张。再印一次，码和次序都一样，看不出哪张用过。",
		earlier: "前面的纸",
		later: "后面的纸",
		none: "这次测评没有印纸条。",
		more: "一共要多少张",
		add: "加印",
		closed: "测评已经结束，不能再加印。",
	},
	posterWords: {
		lead: (questions: string) => `${questions}个问题，一分钟，不记名`,
		withSlip: "扫码以后，填上您纸条上的码。没有拿到纸条，请向协会要一张。",
		free: "用手机扫一扫就能答。有纸条的，填上纸条上的码。",
		foot: (day: string) => `${formatDay(day, "zh", "short")}止。没有手机，到协会填纸卷。`,
		scan: "答卷地址的二维码",
	},
	noticeWords: {
		title: (year: string) => `${year} 年度居民满意度测评结果公示`,
		lead: (days: string, answers: number, of: string) =>
			`${days}，开展满意度测评，收到答卷 ${formatNumber(answers, "zh")} 份${of}。结果公示如下：`,
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
	copies: "打印纸卷",
	paperCopy: {
		title: "打印纸卷",
		lead: "不写姓名。每题在一个圆圈里打勾。",
		code: "纸条上的码：",
		mark: "在一个数上打勾，0 最低，10 最高",
		foot: "填好折起来，投进票箱。没有码的也可以投，由协会按这次测评的规矩录入。",
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
			full: "今天的免费额度用完了，这一份没有录进去。请留着纸卷，明天再录。",
			unsure: "数据库没有回话，不知道录进去没有。请再按一次，同一份不会多记。",
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
			`各会简单平均 ${mean}，加权 ${weighted}：各会人数不一样多，以加权为准。`,
		left: (withheld: number) => `${withheld} 个协会答卷不到 10 份，不公布，也不算进合计，免得从合计倒推。`,
		more: (shown: number) => `这里只列出 ${shown} 个，合计也只是这 ${shown} 个的。`,
		sampling: "区间只含抽样误差。",
	},
	fileHeads: {
		from: "开始",
		to: "截止",
		state: "状态",
		answers: "答卷",
		slips: "发放",
		lower: "区间下限",
		upper: "区间上限",
	},
	csvHead: ["问题", "回答", "份数", "占比"],
};
