import type { CouncilPost, SeatState } from "../../worker/officers/seats/rules";
import type { PeopleCounts } from "../../worker/tables/seats";
import type { Words } from "../../worker/values/language";
import { words as layoutWords } from "../layout/words";
import { counted, formatNumber } from "../parts/format";
import { words as officerWords } from "./words";

type FileRow = {
	name: string;
	councils: number;
	filled: number;
	soon: number;
	over: number;
	vacant: number;
	beyond: number;
};
type FileSeat = {
	place: string;
	post: CouncilPost;
	name: string | null;
	fromDay: string | null;
	dueDay: string | null;
	state: SeatState;
	seats: number;
};

const seatsOf = ({ filled, soon, over, vacant, beyond }: FileRow) => filled + soon + over + vacant + beyond;
const row = (one: FileRow) => [
	...[one.name, one.councils, seatsOf(one), one.filled, one.soon, one.over, one.vacant, one.beyond],
];
const listRow = (one: FileSeat, language: "zh" | "en") => [
	...[one.place, layoutWords[language].posts[one.post], one.name ?? "", one.fromDay ?? "", one.dueDay ?? ""],
	...[officerWords[language].states[one.state], one.seats],
];
const peopleRow = (name: string, one: PeopleCounts) => [
	...[name, one.people, one.women, one.sexKnown, one.fullTime, ...one.ages],
];

export const words = {
	zh: {
		title: "下级职数一览",
		sub: (councils: number, seats: number) =>
			`${formatNumber(councils, "zh")} 个协会，${formatNumber(seats, "zh")} 席`,
		asOf: (time: string) => `数字截至 ${time}`,
		none: { verb: "看", missing: "下面还没有协会。", step: "" },
		name: "名称",
		councils: "协会",
		seats: "职数",
		soon: "半年内到届",
		over: "届满未换",
		vacant: "缺额",
		beyond: "超职数",
		filled: "在任",
		all: "合计",
		note: "点数字看背后的名单。届满未换届的人继续履职，登录照旧。练习协会、未建和已注销的不算。",
		shown: (rows: number) => `这里列出前 ${rows} 个，合计是全部的。`,
		people: "看班子构成",
		listTitle: (what: string) => what,
		everySeat: "全部职数",
		everywhere: "全部下级",
		lists: "看哪些",
		place: "协会",
		post: "职务",
		holder: "姓名",
		since: "到任",
		due: "到届",
		state: "情况",
		several: (seats: number) => `缺 ${seats} 名`,
		emptyList: { verb: "看", missing: "没有这样的职务。", step: "" },
		shownSeats: (from: number, to: number) => `第 ${from}–${to} 行`,
		next: "下一页",
		first: "回第一页",
		peopleTitle: "下级班子构成",
		posts: "看哪个职务",
		everyPost: "全部职务",
		persons: "人数",
		women: "女 %",
		fullTime: "专职 %",
		upTo45: "45 岁以下 %",
		over60: "60 岁以上 %",
		peopleNote: "女性占比按性别已登记的人算，年龄按今年满几岁算。",
		rulesTitle: "职数和任期的规则",
		rulesHint: "每类协会该有几个职务、一届几年。从定的那天起算，以前的照旧。",
		kinds: "哪类协会",
		fromDay: "从哪天起",
		years: "一届几年",
		seatsOfPost: (post: string) => `${post}几名`,
		fullOfPost: "其中专职",
		keep: "定下来",
		rulesSet: "规则已定。缺额按新的职数算。",
		past: "定过的",
		howMany: "职数",
		withFull: (seats: number, full: number) => (full > 0 ? `${seats}（专职 ${full}）` : String(seats)),
		termYears: (years: number) => `${years} 年`,
		back: "理事会和职务",
		csvHead: ["名称", "协会", "职数", "在任", "半年内到届", "届满未换", "缺额", "超职数"],
		csvRow: row,
		listHead: ["协会", "职务", "姓名", "到任", "到届", "情况", "名额"],
		listRow: (one: FileSeat) => listRow(one, "zh"),
		peopleHead: [
			"名称",
			"人数",
			"女",
			"性别已知",
			"专职",
			"35 岁以下",
			"36–45",
			"46–55",
			"56–60",
			"60 岁以上",
			"年龄不详",
		],
		peopleRow,
	},
	en: {
		title: "Seats below",
		sub: (councils: number, seats: number) =>
			`${counted(councils, "association", "associations")}, ${counted(seats, "seat", "seats")}`,
		asOf: (time: string) => `figures of ${time}`,
		none: { verb: "See", missing: "Nothing stands below yet.", step: "" },
		name: "Name",
		councils: "Associations",
		seats: "Seats",
		soon: "Due soon",
		over: "Overdue",
		vacant: "Vacant",
		beyond: "Beyond",
		filled: "Filled",
		all: "All",
		note: "Each figure opens the rows behind it. Whoever is overdue serves on and signs in as before. Practice villages and those not founded or deregistered are left out.",
		shown: (rows: number) => `The first ${rows} are listed; the sums are of all.`,
		people: "Who they are",
		listTitle: (what: string) => what,
		everySeat: "All seats",
		everywhere: "All below",
		lists: "Which to see",
		place: "Association",
		post: "Post",
		holder: "Name",
		since: "Since",
		due: "Due",
		state: "State",
		several: (seats: number) => `${seats} vacant`,
		emptyList: { verb: "Good", missing: "There is no such seat.", step: "" },
		shownSeats: (from: number, to: number) => `Rows ${from}–${to}`,
		next: "Next page",
		first: "First page",
		peopleTitle: "Who holds the posts below",
		posts: "Which post",
		everyPost: "All posts",
		persons: "People",
		women: "Women %",
		fullTime: "Full-time %",
		upTo45: "Up to 45 %",
		over60: "Over 60 %",
		peopleNote: "The share of women is of those whose sex is known; ages are those reached this year.",
		rulesTitle: "Rules of seats and terms",
		rulesHint:
			"How many of each post a kind of association calls for, and how long a term lasts. From the day you set; what was before stays.",
		kinds: "Which kind",
		fromDay: "From",
		years: "Years of a term",
		seatsOfPost: (post: string) => `${post}: seats`,
		fullOfPost: "of those full-time",
		keep: "Set the rules",
		rulesSet: "The rules are set. Vacancies follow them.",
		past: "Set so far",
		howMany: "Seats",
		withFull: (seats: number, full: number) => (full > 0 ? `${seats} (${full} full-time)` : String(seats)),
		termYears: (years: number) => counted(years, "year", "years"),
		back: "Council and posts",
		csvHead: ["Name", "Associations", "Seats", "Filled", "Due soon", "Overdue", "Vacant", "Beyond"],
		csvRow: row,
		listHead: ["Association", "Post", "Name", "Since", "Due", "State", "Seats"],
		listRow: (one: FileSeat) => listRow(one, "en"),
		peopleHead: [
			...["Name", "People", "Women", "Sex known", "Full-time", "Up to 35", "36–45", "46–55", "56–60"],
			...["Over 60", "Age unknown"],
		],
		peopleRow,
	},
} satisfies Words<object>;
