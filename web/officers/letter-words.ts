import type { Post } from "../../worker/roles/may";
import type { LetterKind } from "../../worker/tables/seats";
import type { Words } from "../../worker/values/language";
import { words as layoutWords } from "../layout/words";
import { chineseDay, formatDay } from "../parts/format";

type FileLetter = {
	kind: LetterKind;
	year: number;
	number: number;
	name: string | null;
	post: Post | null;
	issuedOn: string;
};
type Appointed = {
	post: string;
	from: string;
	due: string | null;
	by: string | null;
};

export const words = {
	zh: {
		title: "聘书和牌匾",
		hint: "聘书和牌匾上的二维码，谁扫都能验证真假；只显示协会、职务和姓氏。",
		number: (kind: LetterKind, year: number, number: number) =>
			`${kind === "letter" ? "聘字" : "匾字"}〔${year}〕${number} 号`,
		numberHead: "编号",
		kinds: { letter: "聘书", plaque: "牌匾" } satisfies Record<LetterKind, string> as Record<
			LetterKind,
			string
		>,
		kindHead: "种类",
		name: "发给",
		post: "职务",
		issuedOn: "签发",
		print: "打印",
		none: {
			verb: "聘",
			missing: "还没有出过聘书。",
			step: "打开理事会里一个人的名字，或换届以后，一次给全体出。",
		},
		issuePlaque: "出一块牌匾，打印",
		officers: "理事会和职务",
		certificate: "聘书",
		comrade: "同志：",
		appointed: ({ post, from, due, by }: Appointed) =>
			`${by ? `经${by}选举，` : ""}兹聘请您担任本会${post}，聘期自${chineseDay(from)}起${due ? `，至${chineseDay(due)}止` : ""}。`,
		scan: "扫码验证",
		practice: "练习用，无效",
		nobody: { verb: "印", missing: "没有要印的聘书。", step: "" },
		csvHead: ["编号", "种类", "发给", "职务", "签发"],
		csvRow: (row: FileLetter) => fileRow(row, "zh"),
	},
	en: {
		title: "Letters and plaques",
		hint: "Anybody may scan the code on a letter or plaque to check it; it shows the association, the post and a masked name.",
		number: (_kind: LetterKind, year: number, number: number) => `[${year}]\u00a0No.\u00a0${number}`,
		numberHead: "Number",
		kinds: { letter: "Letter of appointment", plaque: "Plaque" },
		kindHead: "Kind",
		name: "Issued to",
		post: "Post",
		issuedOn: "Issued",
		print: "Print",
		none: {
			verb: "Issue",
			missing: "No letter has been issued yet.",
			step: "Open a name in the council, or issue all at once after an election.",
		},
		issuePlaque: "Issue a plaque and print",
		officers: "Council and posts",
		certificate: "Letter of appointment",
		comrade: "",
		appointed: ({ post, from, due, by }: Appointed) =>
			`${by ? `As elected by ${by}, you` : "You"} are appointed ${post.toLowerCase()} of this association from ${formatDay(from, "en")}${due ? ` until ${formatDay(due, "en")}` : ""}.`,
		scan: "Scan to check",
		practice: "Practice only, not valid",
		nobody: { verb: "Print", missing: "There is no letter to print.", step: "" },
		csvHead: ["Number", "Kind", "Issued to", "Post", "Issued"],
		csvRow: (row: FileLetter) => fileRow(row, "en"),
	},
} satisfies Words<object>;

function fileRow({ kind, year, number, name, post, issuedOn }: FileLetter, language: "zh" | "en") {
	const word = words[language];
	const posts = layoutWords[language].posts;
	return [word.number(kind, year, number), word.kinds[kind], name ?? "", post ? posts[post] : "", issuedOn];
}
