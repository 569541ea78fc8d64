import type { ReplyState } from "../../worker/circulars/rules";
import type { Show } from "../../worker/circulars/store";
import type { Asking, CircularFigures } from "../../worker/tables/circulars";
import type { Words } from "../../worker/values/language";
import { counted, formatDay, formatNumber } from "../parts/format";

const asksInChinese: Record<Asking, string> = {
	reading: "看到就行",
	"yes-no": "答是或否",
	text: "答一句话",
	number: "报一个数",
};
const asksInEnglish: Record<Asking, string> = {
	reading: "to be read",
	"yes-no": "yes or no",
	text: "a short answer",
	number: "a number",
};
const repliesInChinese: Record<ReplyState, string> = {
	done: "已答",
	late: "迟答",
	read: "看了没答",
	unopened: "没有看",
};
const repliesInEnglish: Record<ReplyState, string> = {
	done: "Answered",
	late: "Answered late",
	read: "Read, not answered",
	unopened: "Not opened",
};
const showsInChinese: Record<Show, string> = { waiting: "还没答的", done: "答了的", all: "全部" };
const showsInEnglish: Record<Show, string> = { waiting: "Not answered", done: "Answered", all: "All" };
const readsInChinese: Record<Show, string> = { waiting: "还没看的", done: "看了的", all: "全部" };
const readsInEnglish: Record<Show, string> = { waiting: "Not read", done: "Read", all: "All" };

export const words = {
	zh: {
		title: "通知",
		back: "首页",
		received: "收到的",
		sent: "发出的",
		send: "发一个通知",
		noneReceived: { verb: "收", missing: "还没有收到通知。", step: "上级发来的会出现在这里，也会列在首页。" },
		noneSent: { verb: "发", missing: "还没有发过通知。", step: "写一条，下级的首页上就会出现。" },
		asks: asksInChinese,
		asksLabel: "要下级做什么",
		from: (name: string, day: string) => `${name} ${formatDay(day, "zh", "short")}发`,
		by: (day: string | null) => (day ? `${formatDay(day, "zh", "short")}前答复` : "不限日期"),
		way: "收发",
		head: "标题",
		sender: "谁发的",
		day: "发出",
		due: "答复截止",
		state: "状态",
		backTaken: "已收回",
		replies: repliesInChinese,
		readOnly: { done: "已看", late: "迟看", read: "已看", unopened: "没有看" } as Record<ReplyState, string>,
		readCount: "看了",
		answeredCount: "答了",
		counts: (count: number, of: number) => `${formatNumber(count, "zh")} / ${formatNumber(of, "zh")}`,
		to: (recipients: number, all: boolean) =>
			`${all ? "发给下级全部" : "发给"} ${formatNumber(recipients, "zh")} 个协会`,
		figures: ({ read, answered, late }: CircularFigures, of: number, asks: Asking) =>
			asks === "reading"
				? `${read} 个看了，${of - read} 个没看${late ? `，${late} 个迟看` : ""}`
				: `${read} 个看了，${answered} 个答了，${Math.max(0, of - answered)} 个没答${late ? `，${late} 个迟答` : ""}`,
		result: ({ yes, answered, sum }: CircularFigures, asks: Asking) =>
			asks === "yes-no"
				? `是 ${yes}，否 ${answered - yes}`
				: asks === "number"
					? `合计 ${formatNumber(sum, "zh")}`
					: null,
		shows: (asks: Asking) => (asks === "reading" ? readsInChinese : showsInChinese),
		lists: "看哪些",
		recipient: "协会",
		above: "上级",
		readOn: "哪天看的",
		answer: "答复",
		answeredOn: "哪天答的",
		said: (said: string | null) => (said === "yes" ? "是" : said === "no" ? "否" : (said ?? "–")),
		remind: "催办名单",
		takeBack: "收回这条通知",
		takingBack: (title: string) => `收回「${title}」`,
		takingBackNote: "收回以后，下级还能看到它和收回的原因，但不用再答。",
		reason: "为什么收回",
		takeBackSubmit: "收回",
		withdrawn: (day: string, reason: string | null) =>
			`${formatDay(day, "zh", "short")}已收回：${reason ?? ""}`,
		yourAnswer: "本会的答复",
		answerIt: "答复",
		correctIt: "改答复",
		yes: "是",
		no: "否",
		answered: (day: string) => `${formatDay(day, "zh", "short")}答复`,
		late: "迟答",
		closed: "截止日过了，答复不能再改。",
		notYours: "答复由本会的人来填。",
		onlyRead: "看到就行，不用答复。",
		formTitle: "发一个通知",
		body: "内容",
		question: "要问的话",
		questionHint: "如：年底联谊会来几个人",
		answerBy: "哪天前答复",
		kinds: "发给哪几类",
		units: "发给哪几个（连同它下面的）",
		allHint: "一个也不勾，就是发给下级全部",
		optional: "可以不填",
		submit: "发出去",
		cancel: "取消",
		sentIt: "已发出，下级的首页上有了。",
		answeredIt: "已答复。",
		tookBack: "已收回。",
		shown: (rows: number) => `这里 ${rows} 个`,
		next: "后面的",
		first: "回开头",
		nobody: { verb: "看", missing: "没有这样的。", step: "换一种看看。" },
		reminderTitle: "催办名单",
		reminderSub: (title: string, by: string | null) =>
			`「${title}」${by ? `，${formatDay(by, "zh")}前答复` : ""}`,
		reminderNone: "都答复了，没有要催的。",
		number: "序号",
		note: "备注",
		paste: "发到群里的话",
		pasteText: (title: string, by: string | null, names: readonly string[]) =>
			`【提醒】「${title}」${by ? `请在${formatDay(by, "zh", "short")}前答复` : "请尽快答复"}。还没有答复的：${names.join("、")}。打开会家首页就能看到，谢谢。`,
		copy: "复制",
		copied: "已复制",
	},
	en: {
		title: "Circulars",
		back: "Home",
		received: "Received",
		sent: "Sent",
		send: "Send a circular",
		noneReceived: {
			verb: "Read",
			missing: "No circular has come yet.",
			step: "What the level above sends stands here and on your home page.",
		},
		noneSent: {
			verb: "Send",
			missing: "None was sent yet.",
			step: "Write one: it appears on the home pages below.",
		},
		asks: asksInEnglish,
		asksLabel: "What is asked",
		from: (name: string, day: string) => `from ${name}, ${formatDay(day, "en", "short")}`,
		by: (day: string | null) => (day ? `answer by ${formatDay(day, "en", "short")}` : "no due day"),
		way: "Which way",
		head: "Title",
		sender: "From",
		day: "Sent",
		due: "Answer by",
		state: "State",
		backTaken: "Taken back",
		replies: repliesInEnglish,
		readOnly: { done: "Read", late: "Read late", read: "Read", unopened: "Not opened" } as Record<
			ReplyState,
			string
		>,
		readCount: "Read",
		answeredCount: "Answered",
		counts: (count: number, of: number) => `${formatNumber(count, "en")} / ${formatNumber(of, "en")}`,
		to: (recipients: number, all: boolean) =>
			`to ${all ? "all " : ""}${counted(recipients, "association", "associations")}${all ? " below" : ""}`,
		figures: ({ read, answered, late }: CircularFigures, of: number, asks: Asking) =>
			asks === "reading"
				? `${read} read it, ${of - read} did not${late ? `, ${late} late` : ""}`
				: `${read} read it, ${answered} answered, ${Math.max(0, of - answered)} did not${late ? `, ${late} late` : ""}`,
		result: ({ yes, answered, sum }: CircularFigures, asks: Asking) =>
			asks === "yes-no"
				? `yes ${yes}, no ${answered - yes}`
				: asks === "number"
					? `total ${formatNumber(sum, "en")}`
					: null,
		shows: (asks: Asking) => (asks === "reading" ? readsInEnglish : showsInEnglish),
		lists: "Which to show",
		recipient: "Association",
		above: "Under",
		readOn: "Read on",
		answer: "Answer",
		answeredOn: "Answered on",
		said: (said: string | null) => (said === "yes" ? "yes" : said === "no" ? "no" : (said ?? "–")),
		remind: "Whom to remind",
		takeBack: "Take this circular back",
		takingBack: (title: string) => `Take back "${title}"`,
		takingBackNote: "Those below still see it and why it was taken back; nothing need be answered.",
		reason: "Why",
		takeBackSubmit: "Take it back",
		withdrawn: (day: string, reason: string | null) =>
			`taken back ${formatDay(day, "en", "short")}: ${reason ?? ""}`,
		yourAnswer: "Your answer",
		answerIt: "Answer",
		correctIt: "Correct it",
		yes: "Yes",
		no: "No",
		answered: (day: string) => `answered ${formatDay(day, "en", "short")}`,
		late: "late",
		closed: "The day is over: the answer can't be changed any more.",
		notYours: "Somebody of the association answers.",
		onlyRead: "It only asks to be read.",
		formTitle: "Send a circular",
		body: "Text",
		question: "What you ask",
		questionHint: "e.g. How many come to the gathering?",
		answerBy: "Answer by",
		kinds: "To which kinds",
		units: "To which of them, with all below",
		allHint: "With none ticked it goes to all below",
		optional: "optional",
		submit: "Send it",
		cancel: "Cancel",
		sentIt: "Sent: it stands on the home pages below.",
		answeredIt: "Answered.",
		tookBack: "Taken back.",
		shown: (rows: number) => `${rows} here`,
		next: "More",
		first: "Back to the start",
		nobody: { verb: "See", missing: "There are none.", step: "Look at another list." },
		reminderTitle: "To be reminded",
		reminderSub: (title: string, by: string | null) =>
			`"${title}"${by ? `, answer by ${formatDay(by, "en")}` : ""}`,
		reminderNone: "Everybody answered.",
		number: "No.",
		note: "Note",
		paste: "To paste into the group chat",
		pasteText: (title: string, by: string | null, names: readonly string[]) =>
			`Reminder: please answer "${title}"${by ? ` by ${formatDay(by, "en", "short")}` : " soon"}. Still missing: ${names.join(", ")}. You find it on your home page. Thank you.`,
		copy: "Copy",
		copied: "Copied",
	},
} satisfies Words<object>;
