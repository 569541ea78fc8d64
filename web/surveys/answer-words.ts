import type { Language, Words } from "../../worker/values/language";
import { chineseCount, formatDay } from "../parts/format";
import type { Setback, ShutFacts } from "./answer-facts";

const setbacksInChinese: Record<Setback, string> = {
	used: "这张纸条已经用过了，这一次没有再记。如果是您自己刚才送的，已经收到，可以关掉这一页。如果不是，请向发纸条的人另要一张，换上新码再送。",
	forged: "没有这个码。请对着纸条再看一遍，改好再送。您填的都还在。",
	malformed: "码是八个字母和数字，请对着纸条补全再送。您填的都还在。",
	missing: "还差纸条上的码。填上再送，您填的都还在。",
	ceiling: "今天不用码的答卷已经满了。手里有纸条的，填上码再送；没有的，请明天再来。您填的都还在。",
	another: "这部手机刚交过一份，和这一份不一样。如果这是另一个人的答卷，请再按一次“送出”，单独记一份。",
	mistakes: "还没有送出，请看下面标出的地方。您填的都还在。",
	unsure: "网络那头没有回话，不知道收到没有。请再按一次“送出”，同一份不会多记。",
	full: "今天收的答卷太多，存不下了，这一份没有收。请明天再来送；您填的都还在。",
};

const setbacksInEnglish: Record<Setback, string> = {
	used: "This slip has been used already, so nothing was added. If it was you a moment ago, your answer is in and you can close this page. If not, ask for another slip, type its code and send again.",
	forged:
		"There is no such code. Compare it with the slip, mend it and send again. Your answers are still here.",
	malformed:
		"A code has eight letters and digits. Complete it from the slip and send again. Your answers are still here.",
	missing: "The code on the slip is missing. Fill it in and send again. Your answers are still here.",
	ceiling:
		"No more answers without a code are taken here today. With a slip, fill in its code and send; without one, please come back tomorrow. Your answers are still here.",
	another:
		"A different answer was just sent from this phone. If this one is another person's, press “Send” once more and it is counted on its own.",
	mistakes: "Not sent yet: see what is marked below. Your answers are still here.",
	unsure:
		"No word came back, so whether it was received is not known. Press “Send” again: the same answer is never counted twice.",
	full: "No more can be stored today, so this was not received. Please send it tomorrow; your answers are still here.",
};

type Shut = Record<ShutFacts["reason"], (day: string | null) => { title: string; text: string }>;

const shutInChinese: Shut = {
	closed: (day) => ({
		title: "测评已经结束",
		text: `${day ? `${formatDay(day, "zh")}结束，` : ""}不再收答卷。结果会贴在公示栏。谢谢您来看。`,
	}),
	early: (day) => ({
		title: "测评还没开始",
		text: `${day ? formatDay(day, "zh") : "到时候"}起可以答，请那天再扫这个码。`,
	}),
	none: () => ({ title: "没有这次测评", text: "地址不全或不对。请再扫一次纸条或海报上的码。" }),
};

const shutInEnglish: Shut = {
	closed: (day) => ({
		title: "The survey is over",
		text: `${day ? `It closed on ${formatDay(day, "en")}; n` : "N"}o more answers are taken. The result is put up on the notice board. Thank you for coming.`,
	}),
	early: (day) => ({
		title: "The survey has not begun",
		text: `You can answer from ${day ? formatDay(day, "en") : "its first day"} on. Please scan the code again then.`,
	}),
	none: () => ({
		title: "No such survey",
		text: "The address is incomplete. Please scan the code on the slip or poster again.",
	}),
};

/** The respondent's page speaks to whoever holds the phone: short sentences, no terms. */
export const words = {
	zh: {
		sub: (questions: number) => `${chineseCount(questions)}个问题，一分钟`,
		promise: "不问姓名。码只用来防止一人多答，答卷上不存码、不存时间。",
		demonstration: "这是演示，不是真的测评。",
		numeral: (place: number) => chineseCount(place).replace("两", "二"),
		optional: "可以不填",
		codeNumeral: "码",
		code: "纸条上的码",
		codeOptional: "没有纸条可以不填",
		send: "送出",
		other: "English",
		large: "大字",
		normal: "小字",
		privacy: "存些什么",
		until: (day: string) => `${formatDay(day, "zh", "short")}止`,
		several: "可多选",
		between: (least: number, most: number) => `${least} 到 ${most} 的整数`,
		onlyIf: (place: string, answer: string) => `第${place}题答“${answer}”的才填`,
		halfTranslated: "有的题只有一种文字。",
		preview: "这是预览，只看不收。",
		kept: "接着上次填的，还没有送出。不是您填的？",
		afresh: "从头填",
		sending: "正在送出，请等一等。",
		offline:
			"网络不通，还没有送到。答案留在这部手机上，网一通就自动再送，同一份不会多记。也可以稍后再打开这一页送。",
		mistake: (reason: string) => {
			const [kind, ...figures] = reason.split(" ");
			if (kind === "too-long") return `太长了，最多 ${figures[0]} 个字。`;
			if (kind === "out-of-range") return `请填 ${figures[0]} 到 ${figures[1]} 的整数。`;
			if (kind === "not-a-count") return "请填整数。";
			return kind === "identity-number" ? "这里像是身份证号，请删去。" : "请选一个。";
		},
		setbacks: setbacksInChinese,
		shut: shutInChinese,
	},
	en: {
		sub: (questions: number) => `${questions} questions, one minute`,
		promise: "No names. The code only stops double answers; your answer is stored without code or time.",
		demonstration: "This is a demonstration, not a real survey.",
		numeral: (place: number) => String(place),
		optional: "may be left empty",
		codeNumeral: "#",
		code: "The code on your slip",
		codeOptional: "leave empty without a slip",
		send: "Send",
		other: "中文",
		large: "Larger text",
		normal: "Smaller text",
		privacy: "What is kept",
		until: (day: string) => `until ${formatDay(day, "en", "short")}`,
		several: "any number",
		between: (least: number, most: number) => `a whole number from ${least} to ${most}`,
		onlyIf: (place: string, answer: string) => `only if you said “${answer}” at ${place}`,
		halfTranslated: "Some questions are in one language only.",
		preview: "This is a preview: nothing is sent.",
		kept: "Continued from before, not sent yet. Not yours?",
		afresh: "Start afresh",
		sending: "Sending, please wait.",
		offline:
			"No network: it has not arrived yet. Your answers stay on this phone and are sent by themselves as soon as there is a network; the same answer is never counted twice. You can also open this page again later.",
		mistake: (reason: string) => {
			const [kind, ...figures] = reason.split(" ");
			if (kind === "too-long") return `Too long: at most ${figures[0]} characters.`;
			if (kind === "out-of-range") return `A whole number from ${figures[0]} to ${figures[1]} goes here.`;
			if (kind === "not-a-count") return "A whole number goes here.";
			return kind === "identity-number"
				? "This looks like an identity-card number: please take it out."
				: "Please choose one.";
		},
		setbacks: setbacksInEnglish,
		shut: shutInEnglish,
	},
} satisfies Words<object>;

/** The `lang` of a page. */
export const langOf = (language: Language) => (language === "zh" ? "zh-CN" : "en");
