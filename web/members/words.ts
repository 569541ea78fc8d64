import type { MemberKind, Sex } from "../../worker/tables/ground";
import type { Words } from "../../worker/values/language";
import { counted, formatDay } from "../parts/format";

/** What a row of the register shows, for files. */
type FileRow = {
	name: string;
	sex: Sex | null;
	birthYear: number | null;
	telephone: string | null;
	kind: MemberKind;
	fromDay: string;
	toDay: string | null;
};

const kindsInChinese: Record<MemberKind, string> = {
	ordinary: "普通会员",
	group: "团体会员",
	honorary: "名誉会员（免会费）",
};
const kindsInEnglish: Record<MemberKind, string> = {
	ordinary: "Member",
	group: "Group member",
	honorary: "Honorary (no dues)",
};
const sexesInChinese: Record<Sex, string> = { female: "女", male: "男" };
const sexesInEnglish: Record<Sex, string> = { female: "Female", male: "Male" };

type Reason = "left" | "moved" | "died" | "other" | "transferred" | "merged" | "split";
const reasonsInChinese: Record<Reason, string> = {
	left: "退会",
	moved: "迁出",
	died: "去世",
	other: "其他",
	transferred: "转到别的组织",
	merged: "随协会合并",
	split: "随小组分出",
};
const reasonsInEnglish: Record<Reason, string> = {
	left: "Left",
	moved: "Moved away",
	died: "Died",
	other: "Other",
	transferred: "Went to another association",
	merged: "Went over in a merger",
	split: "Went with a group that split off",
};

const actsInChinese: Record<string, string> = {
	registered: "登记入会",
	changed: "改了登记",
	departed: "退会",
	returned: "重新入会",
	transferred: "转到别的组织",
	"came-transferred": "从别的组织转来",
	merged: "随协会合并转出",
	"came-merged": "随协会合并转来",
	split: "随小组分出",
	"came-split": "随小组分来",
};
const actsInEnglish: Record<string, string> = {
	registered: "Registered",
	changed: "Record changed",
	departed: "Left",
	returned: "Came back",
	transferred: "Went to another association",
	"came-transferred": "Came from another association",
	merged: "Went over in a merger",
	"came-merged": "Came over in a merger",
	split: "Went with a group that split off",
	"came-split": "Came with a group that split off",
};

export const words = {
	zh: {
		title: "会员",
		sub: (members: number) => `${members} 人`,
		asOf: (day: string) => `这是 ${formatDay(day, "zh")}的名册。`,
		asOfToday: "看今天的",
		search: "查找会员",
		placeholder: "姓名、拼音首字母或手机尾号，如 zgy",
		find: "查找",
		lists: "看哪些会员",
		current: "现有会员",
		departed: "已退会",
		waiting: "待批准",
		register: "登记会员",
		print: "打印",
		file: "导出表格",
		next: "下一页",
		firstPage: "回第一页",
		shown: (shown: number, total: number) => `这里 ${shown} 人，共 ${total} 人`,
		found: (count: number, more: boolean) =>
			more ? `这里 ${count} 人，再打一个字能找得更准` : `找到 ${count} 人`,
		searchTitle: "找人",
		searchSub: "您有职务的地方，连同下面的协会",
		searchHint:
			"姓名里的任何一个字、拼音（如 chenm）、首字母（如 cml），或手机号的最后几位，都可以。已退会的也找得到。",
		former: "已退会",
		practice: "演练",
		name: "姓名",
		sex: "性别",
		birthYear: "出生年份",
		telephone: "手机号",
		address: "住址",
		joinedOn: "入会日期",
		kind: "会员类别",
		note: "备注",
		where: "所在协会",
		leftOn: "退会日期",
		optional: "可以不填",
		unknown: "不填",
		empty: { verb: "登", missing: "还没有会员。", step: "先登记一位，或贴出入会海报让居民自己报名。" },
		nobodyFound: { verb: "找", missing: "没有找到。", step: "可以只打姓，或手机号的最后四位。" },
		nobodyLeft: { verb: "退", missing: "没有人退会。", step: "" },
		save: "保存",
		cancel: "取消",
		registerTitle: "登记会员",
		editTitle: (name: string) => `改${name}的登记`,
		noteHint: "不要写健康、生育、子女或身份证号。",
		registered: (name: string) => `${name}已登记。`,
		saved: "已保存。",
		hasLeft: (name: string) => `${name}的会籍已结束，登记还在。`,
		isBack: (name: string) => `欢迎${name}回来，已重新入会。`,
		departureTitle: (name: string) => `${name}退会`,
		departureHint: "登记不会删，只记下从哪天起不再是会员。以后可以重新入会。",
		returnTitle: (name: string) => `${name}重新入会`,
		day: "从哪天起",
		because: "原因",
		end: "结束会籍",
		begin: "重新入会",
		record: "登记",
		membership: "会籍",
		periods: (from: string, to: string | null) => (to ? `${from} 至 ${to}` : `${from} 起`),
		changes: "变动",
		dues: "会费",
		duesStates: { paid: "已缴", elsewhere: "在原来的协会已缴", due: "未缴", exempt: "免缴", none: "" },
		duesSummary: (paid: number, owed: readonly string[]) =>
			owed.length > 0 ? `已缴 ${paid} 年，${owed.join("、")} 年未缴` : `已缴 ${paid} 年，没有欠缴`,
		attended: "参加",
		attendedNone: "还没有参加活动的记录。",
		kinds: kindsInChinese,
		sexes: sexesInChinese,
		reasons: reasonsInChinese,
		acts: actsInChinese,
		edit: "改登记",
		leave: "退会",
		comeBack: "重新入会",
		letIn: "给职务",
		transfer: "转到别的组织",
		transfers: "转入转出",
		onTheWay: "转会",
		waitingAt: (to: string) => `等${to}接收`,
		seeTransfer: "去看",
		wentTo: (to: string) => `转到${to}`,
		cameFrom: (from: string) => `从${from}转来`,
		csvHead: ["姓名", "性别", "出生年份", "手机号", "类别", "入会", "退会"],
		csvRow: (row: FileRow) => fileRow(row, sexesInChinese, kindsInChinese),
	},
	en: {
		title: "Members",
		sub: (members: number) => counted(members, "member", "members"),
		asOf: (day: string) => `The register as of ${formatDay(day, "en")}.`,
		asOfToday: "See today’s",
		search: "Find a member",
		placeholder: "Name, initials or last digits of a telephone, e.g. zgy",
		find: "Find",
		lists: "Which members to see",
		current: "Current",
		departed: "Left",
		waiting: "Waiting",
		register: "Register a member",
		print: "Print",
		file: "Export",
		next: "Next page",
		firstPage: "First page",
		shown: (shown: number, total: number) => `${shown} here, ${total} in all`,
		found: (count: number, more: boolean) =>
			more ? `${count} here; type a little more to narrow it down` : `${count} found`,
		searchTitle: "Find a person",
		searchSub: "Where you hold a post, and below",
		searchHint:
			"Any part of a name, its pinyin (chenm), its initials (cml) or the last digits of a telephone. Those who left are found too.",
		former: "left",
		practice: "practice",
		name: "Name",
		sex: "Sex",
		birthYear: "Year of birth",
		telephone: "Telephone",
		address: "Address",
		joinedOn: "Joined on",
		kind: "Kind of member",
		note: "Note",
		where: "Association",
		leftOn: "Left on",
		optional: "optional",
		unknown: "Not given",
		empty: {
			verb: "Add",
			missing: "No members yet.",
			step: "Register one, or put up the joining poster so that residents apply themselves.",
		},
		nobodyFound: {
			verb: "Find",
			missing: "Nobody found.",
			step: "Try the surname alone, or the last four digits of the telephone.",
		},
		nobodyLeft: { verb: "Left", missing: "Nobody has left.", step: "" },
		save: "Save",
		cancel: "Cancel",
		registerTitle: "Register a member",
		editTitle: (name: string) => `Change the record of ${name}`,
		noteHint: "Nothing about health, births, children or identity cards, please.",
		registered: (name: string) => `${name} is registered.`,
		saved: "Saved.",
		hasLeft: (name: string) => `The membership of ${name} has ended; the record stays.`,
		isBack: (name: string) => `${name} is a member again. Welcome back.`,
		departureTitle: (name: string) => `${name} leaves`,
		departureHint:
			"Nothing is deleted: it is noted from which day on they are no longer a member. They can come back.",
		returnTitle: (name: string) => `${name} comes back`,
		day: "From which day",
		because: "Why",
		end: "End the membership",
		begin: "Begin again",
		record: "Record",
		membership: "Membership",
		periods: (from: string, to: string | null) => (to ? `${from} to ${to}` : `since ${from}`),
		changes: "Changes",
		dues: "Dues",
		duesStates: {
			paid: "paid",
			elsewhere: "paid in the association they came from",
			due: "owed",
			exempt: "exempt",
			none: "",
		},
		duesSummary: (paid: number, owed: readonly string[]) =>
			owed.length > 0
				? `${counted(paid, "year", "years")} paid; ${owed.join(", ")} owed`
				: `${counted(paid, "year", "years")} paid, nothing owed`,
		attended: "Took part in",
		attendedNone: "No activity on record yet.",
		kinds: kindsInEnglish,
		sexes: sexesInEnglish,
		reasons: reasonsInEnglish,
		acts: actsInEnglish,
		edit: "Change",
		leave: "Leaves",
		comeBack: "Comes back",
		letIn: "Give a post",
		transfer: "Transfer",
		transfers: "Transfers",
		onTheWay: "Transfer",
		waitingAt: (to: string) => `Waiting for ${to}`,
		seeTransfer: "See",
		wentTo: (to: string) => `to ${to}`,
		cameFrom: (from: string) => `from ${from}`,
		csvHead: ["Name", "Sex", "Year of birth", "Telephone", "Kind", "Joined", "Left"],
		csvRow: (row: FileRow) => fileRow(row, sexesInEnglish, kindsInEnglish),
	},
} satisfies Words<object>;

function fileRow(
	row: FileRow,
	sexes: Record<Sex, string>,
	kinds: Record<MemberKind, string>,
): (string | number | null)[] {
	const { name, sex, birthYear, telephone, kind, fromDay, toDay } = row;
	return [name, sex && sexes[sex], birthYear, telephone, kinds[kind], fromDay, toDay];
}
