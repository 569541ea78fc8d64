import type { bandNames } from "../../worker/officers/seats/people";
import type { CouncilPost, SeatState } from "../../worker/officers/seats/rules";
import type { Words } from "../../worker/values/language";
import { words as layoutWords } from "../layout/words";
import { chineseCount, counted } from "../parts/format";

type Band = (typeof bandNames)[number];
type TermState = "running" | "soon" | "over" | "none";
type FileSeat = {
	post: CouncilPost;
	state: SeatState;
	holder: { name: string; fromDay: string; toDay: string | null; fullTime: boolean } | null;
};

const statesInChinese: Record<SeatState, string> = {
	filled: "在任",
	soon: "半年内到届",
	over: "届满未换届",
	vacant: "缺额",
	beyond: "超职数",
};
const statesInEnglish: Record<SeatState, string> = {
	filled: "Filled",
	soon: "Ending soon",
	over: "Term over, serving on",
	vacant: "Vacant",
	beyond: "Beyond the seats",
};
const becauseInChinese: Record<string, string> = {
	"term-over": "换届",
	resigned: "辞职",
	dismissed: "免职",
	moved: "调离",
	died: "去世",
	other: "其他",
	deregistered: "协会注销",
};
const becauseInEnglish: Record<string, string> = {
	"term-over": "General election",
	resigned: "Resigned",
	dismissed: "Dismissed",
	moved: "Moved away",
	died: "Died",
	other: "Other",
	deregistered: "Association deregistered",
};
const bandsInChinese: Record<Band, string> = {
	"to-35": "35 岁以下",
	"to-45": "36–45 岁",
	"to-55": "46–55 岁",
	"to-60": "56–60 岁",
	"over-60": "60 岁以上",
	unknown: "年龄不详",
};
const bandsInEnglish: Record<Band, string> = {
	"to-35": "up to 35",
	"to-45": "36–45",
	"to-55": "46–55",
	"to-60": "56–60",
	"over-60": "over 60",
	unknown: "age unknown",
};

const ordinals = new Intl.PluralRules("en-GB", { type: "ordinal" });
const endings: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };

function fileRow(
	{ post, state, holder }: FileSeat,
	language: "zh" | "en",
	states: Record<SeatState, string>,
) {
	const full = holder?.fullTime ? (language === "zh" ? "专职" : "full-time") : "";
	const posts = layoutWords[language].posts;
	return [posts[post], holder?.name ?? "", holder?.fromDay ?? "", holder?.toDay ?? "", full, states[state]];
}

export const words = {
	zh: {
		title: "理事会和职务",
		termName: (number: number | null) =>
			number === null ? "本届理事会" : `第${chineseCount(number).replace("两", "二")}届理事会`,
		years: (from: string, due: string) => `${from} 至 ${due}`,
		termStates: {
			running: "",
			soon: "半年内到届",
			over: "届满未换届",
			none: "",
		} satisfies Record<TermState, string> as Record<TermState, string>,
		overNote: (due: string) => `任期 ${due} 已满，还没有换届。在任的人继续履职，登录照旧，直到选出下一届。`,
		noTerm: {
			verb: "记",
			missing: "还没有记本届理事会。",
			step: "记下哪天选举、谁当选，以后什么时候该换届、还缺谁，这里都会提醒。",
		},
		recordTerm: "去记",
		council: "本届理事会",
		seats: (seats: number, vacant: number) => (vacant > 0 ? `${seats} 席，缺 ${vacant}` : `${seats} 席`),
		noSeats: { verb: "任", missing: "没有规定职数，也没有人任职。", step: "" },
		post: "职务",
		name: "姓名",
		held: "任期",
		state: "情况",
		states: statesInChinese,
		fullTime: "专职",
		fullTimeShare: "专职",
		since: (from: string, to: string | null) => (to ? `${from} 至 ${to}` : `${from} 起`),
		vacancy: "（空缺）",
		fill: "补选",
		generalElection: "换届",
		asOf: (day: string) => `${day}的情况`,
		today: "看今天的",
		people: "班子构成",
		peopleCount: (people: number) => `${people} 人`,
		women: "女",
		share: (count: number, percent: string) => `${count} 人，占 ${percent}`,
		sexUnknown: (unknown: number) => `性别不详 ${unknown} 人，不计入`,
		bands: bandsInChinese,
		ages: "年龄",
		persons: (count: number) => `${count} 人`,
		history: "历届理事会",
		letters: "聘书和牌匾",
		board: "下级职数一览",
		rules: "职数和任期的规则",
		book: "打印登记册",
		others: "其他能进来的人",
		former: "以前任职的",
		ended: "职务已免去。",
		end: "免去",
		endConfirm: (name: string) => `免去${name}的职务？对方马上不能再登录本会。`,
		because: becauseInChinese,
		given: (name: string) => `${name}已经能登录，职务直接给了，不用再发链接。`,
		letIn: "让一位干部进来",
		letInHint:
			"填姓名和职务，会得到一个链接和二维码，七天内有效、只能用一次。对方打开就能登录，不用密码。选上来的人，点上面的名字就能给链接。",
		makeLink: "生成登录链接",
		nobody: { verb: "任", missing: "还没有人任职。", step: "" },
		back: "本会",
		csvHead: ["职务", "姓名", "到任", "离任", "专职", "情况"],
		csvRow: (row: FileSeat) => fileRow(row, "zh", statesInChinese),
	},
	en: {
		title: "Council and posts",
		termName: (number: number | null) =>
			number === null ? "This council" : `${number}${endings[ordinals.select(number)]} council`,
		years: (from: string, due: string) => `${from} to ${due}`,
		termStates: {
			running: "",
			soon: "due within six months",
			over: "over, not re-elected",
			none: "",
		},
		overNote: (due: string) =>
			`The term was due on ${due} and there has been no election since. Everybody serves on, and signs in as before, until the next council is elected.`,
		noTerm: {
			verb: "Record",
			missing: "This council has not been recorded yet.",
			step: "Say when it was elected and who is in it; then this page says when the next is due and who is missing.",
		},
		recordTerm: "Record it",
		council: "This council",
		seats: (seats: number, vacant: number) =>
			vacant > 0 ? `${counted(seats, "seat", "seats")}, ${vacant} vacant` : counted(seats, "seat", "seats"),
		noSeats: { verb: "Fill", missing: "No seats are called for, and nobody holds one.", step: "" },
		post: "Post",
		name: "Name",
		held: "Held",
		state: "State",
		states: statesInEnglish,
		fullTime: "full-time",
		fullTimeShare: "Full-time",
		since: (from: string, to: string | null) => (to ? `${from} to ${to}` : `since ${from}`),
		vacancy: "(vacant)",
		fill: "By-election",
		generalElection: "General election",
		asOf: (day: string) => `As of ${day}`,
		today: "See today",
		people: "Who they are",
		peopleCount: (people: number) => counted(people, "person", "people"),
		women: "Women",
		share: (count: number, percent: string) => `${count}, ${percent}`,
		sexUnknown: (unknown: number) => `sex of ${unknown} unknown, left out`,
		bands: bandsInEnglish,
		ages: "Age",
		persons: (count: number) => String(count),
		history: "Earlier councils",
		letters: "Letters and plaques",
		board: "Seats below",
		rules: "Rules of seats and terms",
		book: "Print the book",
		others: "Others who come in",
		former: "Held a post once",
		ended: "The post has ended.",
		end: "End",
		endConfirm: (name: string) => `End the post of ${name}? They can no longer come in here, at once.`,
		because: becauseInEnglish,
		given: (name: string) => `${name} signs in already and holds the post now; no link is needed.`,
		letIn: "Let an officer in",
		letInHint:
			"Name and post make a link and a QR code, good for seven days and once. Whoever opens it is signed in, without a password. For somebody elected, open their name above.",
		makeLink: "Make a sign-in link",
		nobody: { verb: "Fill", missing: "Nobody holds a post yet.", step: "" },
		back: "About us",
		csvHead: ["Post", "Name", "From", "To", "Full-time", "State"],
		csvRow: (row: FileSeat) => fileRow(row, "en", statesInEnglish),
	},
} satisfies Words<object>;
