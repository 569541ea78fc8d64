import type { KeyDayName } from "../../worker/activities/report/rules";
import type { ActivityKind } from "../../worker/tables/activities";
import type { Words } from "../../worker/values/language";
import { yuanText } from "../../worker/values/money";
import { counted, formatDay, formatFen, formatNumber } from "../parts/format";

const kindsInChinese: Record<ActivityKind, string> = {
	publicity: "宣传",
	service: "服务",
	training: "培训",
	meeting: "会议",
	visit: "走访",
	contest: "文体比赛",
};
const kindsInEnglish: Record<ActivityKind, string> = {
	publicity: "Publicity",
	service: "Service",
	training: "Training",
	meeting: "Meeting",
	visit: "Visit",
	contest: "Contest",
};

const keyDaysInChinese: Record<KeyDayName, string> = {
	members: "会员活动日",
	population: "世界人口日",
	aids: "世界艾滋病日",
};
const keyDaysInEnglish: Record<KeyDayName, string> = {
	members: "Members' day",
	population: "World Population Day",
	aids: "World AIDS Day",
};

/** What a row of the list shows, for files. */
type FileRow = {
	day: string;
	title: string;
	kind: ActivityKind;
	place: string | null;
	heads: number | null;
	members: number;
	handedOut: string | null;
	cost: number | null;
	outcome: string | null;
};

function fileRow(row: FileRow, kinds: Record<ActivityKind, string>) {
	const { day, title, kind, place, heads, members, handedOut, cost, outcome } = row;
	return [
		day,
		title,
		kinds[kind],
		place,
		heads,
		members,
		handedOut,
		cost === null ? null : yuanText(cost),
		outcome,
	];
}

const actsInChinese: Record<string, string> = { recorded: "记下", changed: "改了", attended: "点名" };
const actsInEnglish: Record<string, string> = {
	recorded: "Recorded",
	changed: "Changed",
	attended: "Roll called",
};

export const words = {
	zh: {
		title: "活动",
		held: (count: number) => `已办 ${formatNumber(count, "zh")} 场`,
		heads: (count: number) => `到场 ${formatNumber(count, "zh")} 人次`,
		spent: (fen: number) => `花费 ${formatFen(fen, "zh")}`,
		record: "记一场活动",
		keyDays: "重要节日",
		keyDayNames: keyDaysInChinese,
		heldOn: (day: string) => `${formatDay(day, "zh", "short")}办了`,
		notHeld: "没有办",
		inDays: (days: number) => (days === 0 ? "就是今天" : `还有 ${days} 天`),
		empty: { verb: "办", missing: "这一年还没有活动。", step: "先记一场最近办过的，年尺上就有第一格。" },
		shown: (count: number) => `这里 ${formatNumber(count, "zh")} 场`,
		file: "导出表格",
		print: "打印",
		next: "更早的",
		firstPage: "回最近的",
		name: "活动名称",
		day: "日期",
		kind: "类别",
		place: "地点",
		people: "人数",
		members: "其中会员",
		handedOut: "发放了什么",
		cost: "花费",
		costField: "花费（元）",
		outcome: "办得怎么样",
		optional: "可以不填",
		recordTitle: "记一场活动",
		changeTitle: "改活动记录",
		placeholderTitle: "如：会员活动日广场宣传",
		peopleHint: "到场的都算，不止会员",
		handedOutHint: "如：宣传册 120 本、雨伞 40 把",
		outcomeHint: "一两句就够。不要写个人的健康、生育情况。",
		save: "保存",
		cancel: "取消",
		recorded: (title: string) => `已记下「${title}」。接下来可以点名。`,
		saved: "已保存。",
		withdrawn: (title: string) => `「${title}」已撤销。`,
		kinds: kindsInChinese,
		unit: "人",
		roll: "点名",
		sheet: "打印签到表",
		change: "修改",
		facts: "记录",
		came: (count: number) => `来的会员 ${count} 人`,
		nobodyCame: "还没有点名。",
		fewer: (members: number) => `点名来了 ${members} 人，比人数多，请核对。`,
		changes: "变动",
		acts: actsInChinese,
		mistaken: "记错了，撤销这一场",
		rollTitle: "谁来了",
		rollHint: "点名字打勾，最后按保存。两个人同时点名也不会互相盖掉。",
		narrow: "按姓名或拼音首字母找",
		ticked: "来了",
		persons: "人",
		emptyRoster: { verb: "登", missing: "那天还没有会员。", step: "先登记会员，再来点名。" },
		rollSaved: (added: number, removed: number) =>
			`点名已保存：新记 ${added} 人${removed ? `，取消 ${removed} 人` : ""}。`,
		sheetTitle: "签到表",
		number: "序号",
		person: "姓名",
		signature: "签名",
		withdrawTitle: (title: string) => `撤销「${title}」`,
		withdrawHint: "只在记错、记重的时候用。撤销后它不再算数，变动里留有底。",
		reason: "为什么撤销",
		withdraw: "撤销",
		csvHead: ["日期", "活动名称", "类别", "地点", "人数", "其中会员", "发放", "花费（元）", "办得怎么样"],
		csvRow: (row: FileRow) => fileRow(row, kindsInChinese),
	},
	en: {
		title: "Activities",
		held: (count: number) => `${formatNumber(count, "en")} held`,
		heads: (count: number) => counted(count, "attendance", "attendances"),
		spent: (fen: number) => `${formatFen(fen, "en")} spent`,
		record: "Record an activity",
		keyDays: "Key days",
		keyDayNames: keyDaysInEnglish,
		heldOn: (day: string) => `held on ${formatDay(day, "en", "short")}`,
		notHeld: "nothing held",
		inDays: (days: number) => (days === 0 ? "today" : `in ${counted(days, "day", "days")}`),
		empty: {
			verb: "Hold",
			missing: "No activities this year yet.",
			step: "Record one held lately: it makes the first mark on the year's ruler.",
		},
		shown: (count: number) => `${formatNumber(count, "en")} here`,
		file: "Export",
		print: "Print",
		next: "Earlier",
		firstPage: "Back to the latest",
		name: "Activity",
		day: "Day",
		kind: "Kind",
		place: "Place",
		people: "People",
		members: "Members",
		handedOut: "Handed out",
		cost: "Cost",
		costField: "Cost (yuan)",
		outcome: "What came of it",
		optional: "optional",
		recordTitle: "Record an activity",
		changeTitle: "Change the record",
		placeholderTitle: "e.g. Members' day in the square",
		peopleHint: "Everybody who came, not only members",
		handedOutHint: "e.g. 120 leaflets, 40 umbrellas",
		outcomeHint: "A sentence or two. Nothing about anybody's health or births, please.",
		save: "Save",
		cancel: "Cancel",
		recorded: (title: string) => `"${title}" is recorded. You may call the roll next.`,
		saved: "Saved.",
		withdrawn: (title: string) => `"${title}" was taken back.`,
		kinds: kindsInEnglish,
		unit: "",
		roll: "Call the roll",
		sheet: "Print a sign-in sheet",
		change: "Change",
		facts: "Record",
		came: (count: number) => `${counted(count, "member", "members")} came`,
		nobodyCame: "The roll has not been called yet.",
		fewer: (members: number) =>
			`${counted(members, "member", "members")} ticked, more than the head-count: please check.`,
		changes: "Changes",
		acts: actsInEnglish,
		mistaken: "Recorded by mistake? Take it back",
		rollTitle: "Who came",
		rollHint: "Tap the names, then save. Two people may call the roll at once; neither undoes the other.",
		narrow: "Find by name or initials",
		ticked: "Came:",
		persons: "",
		emptyRoster: {
			verb: "Add",
			missing: "There were no members on that day.",
			step: "Register members first, then call the roll.",
		},
		rollSaved: (added: number, removed: number) =>
			`Roll saved: ${added} added${removed ? `, ${removed} taken off` : ""}.`,
		sheetTitle: "Sign-in sheet",
		number: "No.",
		person: "Name",
		signature: "Signature",
		withdrawTitle: (title: string) => `Take back "${title}"`,
		withdrawHint:
			"Only for what was recorded wrongly or twice. It no longer counts; the changes keep a copy.",
		reason: "Why",
		withdraw: "Take back",
		csvHead: [
			"Day",
			"Activity",
			"Kind",
			"Place",
			"People",
			"Members",
			"Handed out",
			"Cost (yuan)",
			"What came of it",
		],
		csvRow: (row: FileRow) => fileRow(row, kindsInEnglish),
	},
} satisfies Words<object>;
