import type { Vacancy } from "../../worker/overviews/rules";
import type { KeyDay } from "../../worker/plans/key-days/rules";
import type { PlanState } from "../../worker/plans/rules";
import type { Words } from "../../worker/values/language";
import { words as layoutWords } from "../layout/words";
import { chineseCount, counted, formatDay, formatFen, formatNumber } from "../parts/format";

/** A task in words: its verb, noun, what is missing, a note, and the name of its link. */
export type TaskWords = { verb: string; noun: string; gap?: string | undefined; note?: string; link: string };

type Span = { firstDay: string; lastDay: string };

const keyDay = (name: KeyDay["name"], day: string, language: "zh" | "en") =>
	`${formatDay(day, language, "ruler")} ${name[language]}`;

export const words = {
	zh: {
		left: (count: number, year: number, now: boolean) =>
			`${now ? "今年" : `${year} 年`}还差${chineseCount(count)}件`,
		nothing: (year: number, now: boolean) => `${now ? "今年" : `${year} 年`}的事都办齐了。`,
		resting: {
			unfounded: {
				verb: "建",
				missing: "这里还没有协会。",
				step: "成立以后，再登记会员、安排活动。",
				link: "建立协会",
			},
			deregistered: {
				verb: "存",
				missing: "本会已经注销。",
				step: "以前的资料都在，可以看，可以打印。",
				link: "重新成立",
			},
		},
		soFar: "至今",
		whole: "全年",
		often: "常用",
		recordActivity: "记一场活动",
		registerMember: "登记会员",
		collectDues: "收会费",
		printNotice: "打印公示",
		findMember: "查会员",
		dues: "会费",
		duesNote: (owing: number, rate: number | null) =>
			rate === null ? "标准还没有定" : `应缴 ${owing} 人，一人 ${formatFen(rate, "zh")}`,
		activities: "活动",
		training: "培训",
		trainingNote: (target: number) => `应达 ${target}\u00a0%`,
		activitiesNote: (heads: number) => `到场 ${formatNumber(heads, "zh")} 人次`,
		activitiesUnit: "场",
		members: "会员",
		membersNote: (opening: number, joined: number, departed: number) =>
			`年初 ${opening}，新入 ${joined}，退会 ${departed}`,
		membersUnit: "人",
		satisfaction: "满意度",
		interval: (lower: string, upper: string) => `95 % 区间 ${lower}–${upper}`,
		noSurvey: "还没有测",
		surveyStates: {
			planned: "还没有开始",
			open: "正在测",
			ended: "已到期，待结束",
			sealing: "正在结束",
			closed: "份数太少，不公布",
		},
		balance: "结余",
		balanceNote: (received: number, used: number) =>
			`收 ${formatFen(received, "zh")}，支 ${formatFen(used, "zh")}`,
		yuan: "元",
		tasks: {
			register: (): TaskWords => ({
				verb: "登",
				noun: "会员",
				gap: "还没有登记",
				note: "先登记几位，或贴出入会海报让居民自己报名",
				link: "去登记",
			}),
			rate: (): TaskWords => ({
				verb: "定",
				noun: "会费标准",
				gap: "还没有定",
				note: "定了一年多少钱，才知道谁该缴",
				link: "去定",
			}),
			collect: (people: number, amount: number): TaskWords => ({
				verb: "收",
				noun: "会费",
				gap: `还差 ${people} 人，${formatFen(amount, "zh")}`,
				link: "去收",
			}),
			approve: (people: number, more: boolean): TaskWords => ({
				verb: "批",
				noun: "入会申请",
				gap: more ? `${people} 多人在等` : `${people} 人在等`,
				link: "去批",
			}),
			receive: (people: number): TaskWords => ({
				verb: "接",
				noun: "转来的会员",
				gap: `${people} 人在等`,
				note: "别的组织请您接收",
				link: "去接收",
			}),
			activity: (): TaskWords => ({
				verb: "办",
				noun: "活动",
				gap: "今年还没有记过",
				note: "先记一场最近办过的，年尺上就有第一格",
				link: "去记",
			}),
			awaiting: (day: string, more: number): TaskWords => ({
				verb: "记",
				noun: "到了日子的活动",
				gap: `${formatDay(day, "zh", "short")}的还没有记${more > 0 ? `，另有 ${more} 场` : ""}`,
				note: "办了就点名、填人数；没办成就延期或取消",
				link: "去记",
			}),
			keyDay: (name: KeyDay["name"], day: string, inDays: number): TaskWords => ({
				verb: "办",
				noun: `${keyDay(name, day, "zh")}活动`,
				gap: inDays === 0 ? "就是今天" : `还有 ${inDays} 天`,
				note: "前后一周内办的都算",
				link: "办了就记",
			}),
			missed: (name: KeyDay["name"], day: string): TaskWords => ({
				verb: "补",
				noun: `${keyDay(name, day, "zh")}活动`,
				gap: "没有记录",
				note: "要是办过，把它补记上",
				link: "去补记",
			}),
			survey: (): TaskWords => ({
				verb: "测",
				noun: "满意度",
				gap: "今年还没有测",
				note: "贴一张海报，居民扫码一分钟答完",
				link: "开一次测评",
			}),
			answers: (answers: number | null, lastDay: string): TaskWords => ({
				verb: "测",
				noun: "满意度",
				gap: `${formatDay(lastDay, "zh", "short")}截止`,
				note: answers === null ? "还不满 10 份" : `已收 ${answers} 多份`,
				link: "去看",
			}),
			closing: (lastDay: string): TaskWords => ({
				verb: "结",
				noun: "满意度测评",
				gap: `${formatDay(lastDay, "zh", "short")}已到期`,
				note: "结束以后才公布结果",
				link: "去结束",
			}),
			lagging: (units: number, more: boolean, lastDay: string): TaskWords => ({
				verb: "催",
				noun: "下面的测评",
				gap: `${more ? "至少 " : ""}${units} 个协会答卷少`,
				note: `不到 30 份；${formatDay(lastDay, "zh", "short")}截止`,
				link: "看是哪些",
			}),
			council: (): TaskWords => ({
				verb: "记",
				noun: "本届理事会",
				gap: "还没有记",
				note: "记下谁当选、任到哪天，到时候这里会提醒换届",
				link: "去记",
			}),
			election: (dueDay: string, over: boolean, days: number): TaskWords => ({
				verb: "换",
				noun: "理事会换届",
				gap: over ? `届满 ${days} 天，还没有换届` : `还有 ${days} 天到届`,
				note: `任期到 ${formatDay(dueDay, "zh")}${over ? "；在任的继续履职" : ""}`,
				link: over ? "记换届" : "换了就记",
			}),
			train: (more: number, reached: number, owed: number, target: number): TaskWords => ({
				verb: "训",
				noun: "会员培训",
				gap: `再训 ${formatNumber(more, "zh")} 人就达 ${target}\u00a0%`,
				note: `已训 ${formatNumber(reached, "zh")} 人，未训 ${formatNumber(owed - reached, "zh")} 人`,
				link: "看名单",
			}),
			vacancies: (vacant: readonly Vacancy[]): TaskWords => ({
				verb: "补",
				noun: vacant
					.map(({ post, seats }) => `${layoutWords.zh.posts[post]}${seats > 1 ? ` ${seats} 名` : ""}`)
					.join("、"),
				gap: "空缺",
				note: "随缺随补",
				link: "去补选",
			}),
			plan: (year: number, state: PlanState, day: string | null, inDays: number | null): TaskWords => ({
				verb: state === "returned" ? "改" : "写",
				noun: `${year} 年计划`,
				gap:
					state === "returned"
						? "退回来了"
						: inDays !== null && inDays < 0
							? `过期 ${-inDays} 天没报`
							: `${formatDay(day, "zh", "short")}前报`,
				note: state === "returned" ? "照意见改好，再报一次" : "可以照去年的拟，再改",
				link: state === "returned" ? "去改" : "去写",
			}),
			round: (openedOn: string): TaskWords => ({
				verb: "点",
				noun: "这一轮收款",
				gap: `${formatDay(openedOn, "zh", "short")}开始，还没有结束`,
				note: "点清现金，结束这一轮，才能催缴",
				link: "去点清",
			}),
			objections: (objections: number, more: boolean): TaskWords => ({
				verb: "答",
				noun: "对公示的意见",
				gap: `${objections} 条${more ? "以上" : ""}没有答复`,
				note: "答复以后，意见和答复一起公开",
				link: "去答复",
			}),
			shares: (shares: number, more: boolean): TaskWords => ({
				verb: "认",
				noun: "下级上缴的会费",
				gap: `${shares} 笔${more ? "以上" : ""}等确认`,
				note: "确认收到，上下两本账才同时记上",
				link: "去确认",
			}),
			circular: (
				title: string,
				sender: string,
				reads: boolean,
				by: string | null,
				inDays: number | null,
			): TaskWords => ({
				verb: reads ? "看" : "答",
				noun: title,
				gap:
					by === null || inDays === null
						? undefined
						: inDays < 0
							? `过了 ${-inDays} 天`
							: inDays === 0
								? "今天截止"
								: `${formatDay(by, "zh", "short")}前${reads ? "看" : "答复"}`,
				note: `${sender}发的通知`,
				link: reads ? "去看" : "去答",
			}),
			answerPlans: (plans: number, more: boolean): TaskWords => ({
				verb: "批",
				noun: "下级的计划",
				gap: more ? `${plans} 份以上在等` : `${plans} 份在等`,
				note: "一份接一份地批",
				link: "去批",
			}),
			planned: (title: string, { firstDay, lastDay }: Span, inDays: number): TaskWords => ({
				verb: "办",
				noun: title,
				gap:
					inDays > 0
						? `还有 ${inDays} 天`
						: inDays < 0
							? `${formatDay(lastDay, "zh", "short")}该办，没有记`
							: firstDay === lastDay
								? "就是今天"
								: `${formatDay(lastDay, "zh", "short")}以前`,
				note: "计划里的，办了就记",
				link: inDays >= 0 ? "去准备" : "去记",
			}),
			adults: (): TaskWords => ({
				verb: "补",
				noun: "成年人口",
				gap: "还不知道",
				note: "满意度代表多少人，要靠它算",
				link: "去补",
			}),
		},
		below: "下级协会",
		asOf: (time: string) => `数字截至 ${time}`,
		notYet: "数字正在汇总，请过一会儿再看这一页。",
		name: "名称",
		units: "下辖",
		held: "活动",
		months: "各月",
		duesPaid: "会费 %",
		share: "满意 %",
		plot: "满意度与目标",
		quiet: "无动静",
		duesOwed: "应缴人数",
		duesHad: "已缴人数",
		satisfied: "满意",
		verdict: "判定",
		all: "合计",
		byMonth: (months: readonly number[]) => `各月场数：${months.join("、")}`,
		boardNote: "满意度按成年人口加权，线段是 95 % 区间，不满 10 份的不公布、也不计入。达标的不标记。",
		quietNote: "无动静：全年没有活动、没收会费、没人答卷，像是挂牌协会；点数字看是哪几个。",
		shown: (rows: number) => `这里列出前 ${rows} 个，合计是全部的。`,
		more: "看全部下属组织",
		plans: "下级计划",
		circulars: "通知",
		coverage: "覆盖率和建、整、撤",
		hollow: "挂牌协会、名册会员",
	},
	en: {
		left: (count: number, year: number, now: boolean) =>
			`${counted(count, "thing", "things")} left ${now ? "this year" : `of ${year}`}`,
		nothing: (year: number, now: boolean) => `All is done ${now ? "for this year" : `for ${year}`}.`,
		resting: {
			unfounded: {
				verb: "Found",
				missing: "There is no association here yet.",
				step: "Once it is founded, members and activities can be entered.",
				link: "Found the association",
			},
			deregistered: {
				verb: "Kept",
				missing: "This association is deregistered.",
				step: "All it ever entered is still here, to be read and printed.",
				link: "Found it again",
			},
		},
		soFar: "So far",
		whole: "The year",
		often: "Often used",
		recordActivity: "Record an activity",
		registerMember: "Register a member",
		collectDues: "Collect dues",
		printNotice: "Print a notice",
		findMember: "Find a member",
		dues: "Dues paid",
		duesNote: (owing: number, rate: number | null) =>
			rate === null ? "no rate yet" : `${owing} due, ${formatFen(rate, "en")} each`,
		activities: "Activities",
		training: "Training",
		trainingNote: (target: number) => `Target ${target}\u00a0%`,
		activitiesNote: (heads: number) => counted(heads, "attendance", "attendances"),
		activitiesUnit: "",
		members: "Members",
		membersNote: (opening: number, joined: number, departed: number) =>
			`${opening} in January, ${joined} joined, ${departed} left`,
		membersUnit: "",
		satisfaction: "Satisfaction",
		interval: (lower: string, upper: string) => `95 % interval ${lower}–${upper}`,
		noSurvey: "not asked yet",
		surveyStates: {
			planned: "not begun",
			open: "being asked",
			ended: "over, to be closed",
			sealing: "being closed",
			closed: "too few to publish",
		},
		balance: "Balance",
		balanceNote: (received: number, used: number) =>
			`${formatFen(received, "en")} in, ${formatFen(used, "en")} out`,
		yuan: "yuan",
		tasks: {
			register: (): TaskWords => ({
				verb: "Add",
				noun: "Members",
				gap: "nobody registered yet",
				note: "Register a few, or put up the joining poster",
				link: "Register",
			}),
			rate: (): TaskWords => ({
				verb: "Set",
				noun: "Dues",
				gap: "no yearly rate yet",
				note: "Only then is it known who owes what",
				link: "Set it",
			}),
			collect: (people: number, amount: number): TaskWords => ({
				verb: "Collect",
				noun: "Dues",
				gap: `${counted(people, "member", "members")}, ${formatFen(amount, "en")} left`,
				link: "Collect",
			}),
			approve: (people: number, more: boolean): TaskWords => ({
				verb: "Decide",
				noun: "Applications",
				gap: more ? `more than ${people} waiting` : `${people} waiting`,
				link: "Decide",
			}),
			receive: (people: number): TaskWords => ({
				verb: "Receive",
				noun: "Members on their way here",
				gap: `${people} waiting`,
				note: "Another association would transfer them to you",
				link: "Receive",
			}),
			activity: (): TaskWords => ({
				verb: "Hold",
				noun: "Activities",
				gap: "none this year yet",
				note: "Record one held lately: the first mark on the ruler",
				link: "Record",
			}),
			awaiting: (day: string, more: number): TaskWords => ({
				verb: "Record",
				noun: "What was to be held",
				gap: `nothing is told of ${formatDay(day, "en", "short")}${more > 0 ? `, and of ${more} more` : ""}`,
				note: "Call the roll and give the head-count; if it was not held, put it off or cancel it",
				link: "Record",
			}),
			keyDay: (name: KeyDay["name"], day: string, inDays: number): TaskWords => ({
				verb: "Hold",
				noun: keyDay(name, day, "en"),
				gap: inDays === 0 ? "today" : `in ${counted(inDays, "day", "days")}`,
				note: "Anything within a week of it counts",
				link: "Record",
			}),
			missed: (name: KeyDay["name"], day: string): TaskWords => ({
				verb: "Add",
				noun: keyDay(name, day, "en"),
				gap: "nothing recorded",
				note: "If something was held, add it now",
				link: "Record",
			}),
			survey: (): TaskWords => ({
				verb: "Ask",
				noun: "Satisfaction",
				gap: "not asked this year",
				note: "Put up a poster; residents answer in a minute",
				link: "Open a survey",
			}),
			answers: (answers: number | null, lastDay: string): TaskWords => ({
				verb: "Ask",
				noun: "Satisfaction",
				gap: `until ${formatDay(lastDay, "en", "short")}`,
				note: answers === null ? "Fewer than 10 answers so far" : `At least ${answers} answers so far`,
				link: "See",
			}),
			closing: (lastDay: string): TaskWords => ({
				verb: "Close",
				noun: "The survey",
				gap: `ended on ${formatDay(lastDay, "en", "short")}`,
				note: "Its result is published once it is closed",
				link: "Close it",
			}),
			lagging: (units: number, more: boolean, lastDay: string): TaskWords => ({
				verb: "Remind",
				noun: "Survey of those below",
				gap: `${more ? "at least " : ""}${counted(units, "association has", "associations have")} few answers`,
				note: `Fewer than 30; until ${formatDay(lastDay, "en", "short")}`,
				link: "See which",
			}),
			council: (): TaskWords => ({
				verb: "Record",
				noun: "This council",
				gap: "not recorded yet",
				note: "Who was elected and until when; then the next election is announced here",
				link: "Record",
			}),
			election: (dueDay: string, over: boolean, days: number): TaskWords => ({
				verb: "Elect",
				noun: "The next council",
				gap: over ? `overdue by ${counted(days, "day", "days")}` : `due in ${counted(days, "day", "days")}`,
				note: `Term until ${formatDay(dueDay, "en")}${over ? "; everybody serves on" : ""}`,
				link: "Record the election",
			}),
			plan: (year: number, state: PlanState, day: string | null, inDays: number | null): TaskWords => ({
				verb: state === "returned" ? "Mend" : "Write",
				noun: `The plan for ${year}`,
				gap:
					state === "returned"
						? "came back"
						: inDays !== null && inDays < 0
							? `overdue by ${counted(-inDays, "day", "days")}`
							: `due ${formatDay(day, "en", "short")}`,
				note: state === "returned" ? "Change what was asked, then file it again" : "Begin with last year's",
				link: state === "returned" ? "Mend it" : "Write it",
			}),
			round: (openedOn: string): TaskWords => ({
				verb: "Count",
				noun: "this round's cash",
				gap: `opened ${formatDay(openedOn, "en", "short")}`,
				note: "Count it and close the round; reminders come after that",
				link: "Count it",
			}),
			objections: (objections: number, more: boolean): TaskWords => ({
				verb: "Answer",
				noun: more ? `More than ${objections} objections` : counted(objections, "objection", "objections"),
				gap: "to a notice",
				note: "An objection is shown with its answer",
				link: "Answer",
			}),
			shares: (shares: number, more: boolean): TaskWords => ({
				verb: "Confirm",
				noun: more ? `More than ${shares} shares` : counted(shares, "share", "shares"),
				gap: "from below",
				note: "It comes into both books when you say that it came",
				link: "Confirm",
			}),
			circular: (
				title: string,
				sender: string,
				reads: boolean,
				by: string | null,
				inDays: number | null,
			): TaskWords => ({
				verb: reads ? "Read" : "Answer",
				noun: title,
				gap:
					by === null || inDays === null
						? undefined
						: inDays < 0
							? `overdue by ${counted(-inDays, "day", "days")}`
							: inDays === 0
								? "due today"
								: `by ${formatDay(by, "en", "short")}`,
				note: `A circular from ${sender}`,
				link: reads ? "Read it" : "Answer it",
			}),
			answerPlans: (plans: number, more: boolean): TaskWords => ({
				verb: "Answer",
				noun: "Plans below",
				gap: more ? `${plans} and more waiting` : `${plans} waiting`,
				note: "One after another",
				link: "Begin",
			}),
			planned: (title: string, { firstDay, lastDay }: Span, inDays: number): TaskWords => ({
				verb: "Hold",
				noun: title,
				gap:
					inDays > 0
						? `in ${counted(inDays, "day", "days")}`
						: inDays < 0
							? `was due ${formatDay(lastDay, "en", "short")}, not recorded`
							: firstDay === lastDay
								? "today"
								: `by ${formatDay(lastDay, "en", "short")}`,
				note: "It stands in the plan",
				link: inDays >= 0 ? "Prepare it" : "Record it",
			}),
			train: (more: number, reached: number, owed: number, target: number): TaskWords => ({
				verb: "Train",
				noun: "Members",
				gap: `${formatNumber(more, "en")} more and it is ${target}\u00a0%`,
				note: `${formatNumber(reached, "en")} reached, ${formatNumber(owed - reached, "en")} not`,
				link: "Who",
			}),
			vacancies: (vacant: readonly Vacancy[]): TaskWords => ({
				verb: "Fill",
				noun: vacant
					.map(({ post, seats }) => `${layoutWords.en.posts[post]}${seats > 1 ? ` × ${seats}` : ""}`)
					.join(", "),
				gap: "vacant",
				note: "Filled as they arise",
				link: "By-election",
			}),
			adults: (): TaskWords => ({
				verb: "Add",
				noun: "Adults",
				gap: "not known yet",
				note: "How many people the survey speaks for",
				link: "Add",
			}),
		},
		below: "Associations below",
		asOf: (time: string) => `figures of ${time}`,
		notYet: "The figures are being gathered; please look again in a moment.",
		name: "Name",
		units: "Below",
		held: "Held",
		months: "By month",
		duesPaid: "Dues %",
		share: "Satisfied %",
		plot: "Satisfied, and target",
		quiet: "Inactive",
		duesOwed: "Owing dues",
		duesHad: "Dues paid",
		satisfied: "Satisfied",
		verdict: "Verdict",
		all: "All",
		byMonth: (months: readonly number[]) => `By month: ${months.join(", ")}`,
		boardNote:
			"Satisfaction is weighted by adults, the line is the 95 % interval; fewer than 10 answers are neither shown nor counted. What is met has no mark.",
		quietNote:
			"Inactive: no activity, no dues and no answers all year; perhaps on paper only. The figure opens its rows.",
		shown: (rows: number) => `The first ${rows} are listed; the sums are of all.`,
		more: "All associations below",
		plans: "Plans below",
		circulars: "Circulars",
		coverage: "Coverage; founded, standardised, retired",
		hollow: "On paper only",
	},
} satisfies Words<object>;
