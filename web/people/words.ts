import type { Reason, Strength } from "../../worker/people/duplicates/rules";
import type { ChosenField, JoiningRefusal, SeparationRefusal } from "../../worker/people/joinings/rules";
import type { Words } from "../../worker/values/language";
import { counted } from "../parts/format";

type FileSide = { name: string; birthYear: number | null; telephone: string | null; where: string | null };
type FilePair = { one: FileSide; other: FileSide; reasons: readonly Reason[]; strength: Strength };

const reasonsInChinese: Record<Reason, string> = {
	"same-name": "同名",
	"same-reading": "名字同音",
	"near-reading": "名字读音相近",
	"same-telephone": "电话相同",
	"same-year": "同年出生",
	"near-year": "出生年份差一年",
	"same-address": "住址相同",
};
const reasonsInEnglish: Record<Reason, string> = {
	"same-name": "same name",
	"same-reading": "names read alike",
	"near-reading": "names nearly read alike",
	"same-telephone": "same telephone",
	"same-year": "born in the same year",
	"near-year": "born a year apart",
	"same-address": "same address",
};
const strengthsInChinese: Record<Strength, string> = { sure: "很像", likely: "可能是", perhaps: "看一看" };
const strengthsInEnglish: Record<Strength, string> = {
	sure: "Nearly sure",
	likely: "Likely",
	perhaps: "Worth a look",
};

const fieldsInChinese: Record<ChosenField, string> = {
	name: "姓名",
	sex: "性别",
	birth_year: "出生年份",
	telephone: "手机号",
	address: "住址",
	note: "备注",
	further: "其他栏目",
};
const fieldsInEnglish: Record<ChosenField, string> = {
	name: "Name",
	sex: "Sex",
	birth_year: "Year of birth",
	telephone: "Telephone",
	address: "Address",
	note: "Note",
	further: "Further fields",
};

const refusalsInChinese: Record<JoiningRefusal, string> = {
	beyond: "其中一位在您管不到的协会里也有登记，请上级来合并。",
	"posts-beyond": "其中一位担任的职务不归您安排。合并后两边的职务会归一个人，请能安排这个职务的人来合并。",
	"same-post": "两边都担任同一个职务。请先在“职务”里结束其中一个，再来合并。",
	practice: "一份在练习村，一份不在。练习的登记不能并到真的里面。",
	moving: "其中一位正在转会，还没有办完。等对方接收或退回以后再来合并。",
	"too-many": "这两份登记牵涉的协会太多（超过 5 个），一次合并不了。",
};
const refusalsInEnglish: Record<JoiningRefusal, string> = {
	beyond: "One of them is also on record in an association that isn't yours: please ask the level above.",
	"posts-beyond":
		"One of them holds a post that isn't yours to give. Joined, one person would hold the posts of both: please ask whoever gives that post.",
	"same-post": "Both hold the same post. End one of the two under Officers first, then come back.",
	practice: "One is on record in a practice village, the other isn't. What was for practice stays there.",
	moving: "One of them is on the way to another association. Come back once that is answered.",
	"too-many": "More than five associations know these two: too many to join at once.",
};
const undoRefusalsInChinese: Record<SeparationRefusal, string> = {
	beyond: "牵涉到您管不到的协会，请上级来分开。",
	"joined-since": "后来又和别的登记合并过。请先分开后来的那一次。",
	"erased-since": "这个人的资料已经按本人要求删除，分不开了。",
	"changed-since":
		"合并以后会籍又动过（退会、重新入会、转会或换组），照原样放回去会丢掉后来的变动，所以不能分开。",
};
const undoRefusalsInEnglish: Record<SeparationRefusal, string> = {
	beyond: "It touches an association that isn't yours: please ask the level above.",
	"joined-since": "There was another joining since. Undo the later one first.",
	"erased-since": "This person's details were erased at their wish; there is nothing to put back.",
	"changed-since":
		"The membership was changed since (leaving, returning, moving, another group). Putting the former periods back would lose that, so it can't be undone.",
};

export const words = {
	zh: {
		duplicates: "可能重复的登记",
		duplicatesSub: (pairs: number) => (pairs > 0 ? `${pairs} 对` : null),
		duplicatesHint: "名字一样或读音相近、别的又对得上的，列在这里。是不是同一个人，由您来定。",
		back: "会员",
		noDuplicates: { verb: "清", missing: "没有看着像重复的登记。", step: "名字、出生年份、电话都对过了。" },
		compare: "比一比",
		compareOf: (name: string) => `比一比：${name}`,
		who: "姓名",
		born: "出生",
		telephone: "电话",
		where: "所在协会",
		why: "为什么像",
		bornIn: (year: number | null) => (year === null ? "不详" : `${year} 年`),
		noTelephone: "没有电话",
		moreDuplicates: (more: number) => `还有 ${more} 对，处理掉上面的就会出现。`,
		belowTitle: "下级一个一个看",
		belowHint: "这里人太多，不能一次全比。请打开下面的协会，各看各的。",
		members: (members: number) => `${members} 人`,
		joinedTitle: "已经合并的",
		joinedOn: (day: string) => `${day} 合并`,
		separatedOn: (day: string) => `${day} 又分开了`,
		see: "查看",
		reasons: reasonsInChinese,
		strengths: strengthsInChinese,
		listSeparator: "、",
		csvHead: ["像不像", "为什么", "姓名", "出生年份", "手机号", "协会", "姓名", "出生年份", "手机号", "协会"],
		csvRow: (pair: FilePair) => csvRow(pair, strengthsInChinese, reasonsInChinese, "、"),

		pairTitle: "是同一个人吗？",
		pairHint: "两份登记并排放在这里。是同一个人，就选好每一项留哪一边，再合并。合并以后还可以分开。",
		first: "第一份",
		second: "第二份",
		fields: fieldsInChinese,
		nothing: "没有",
		sexes: { female: "女", male: "男" },
		keepWhich: (field: string) => `${field}留哪一边`,
		moves: "会一起并过来的",
		period: (from: string, to: string | null) => (to ? `${from} 至 ${to}` : `${from} 起`),
		together: (spans: string) => `合并后：${spans}`,
		attendances: "参加活动",
		attendancesOf: (one: number, other: number) => `${one} 次和 ${other} 次，同一场只算一次`,
		receipts: "会费收据",
		receiptsOf: (one: number, other: number) => `${one} 张和 ${other} 张，都归到一个人名下；账本一笔不改`,
		posts: "职务",
		devices: "登录的设备",
		devicesOf: (count: number) => `${count} 个，照常能用`,
		households: "联系户",
		transfers: "转会",
		consents: "同意记录",
		changesKept: "变动记录",
		pieces: (one: number, other: number) => `${one} 和 ${other}，都保留`,
		join: "合成一个人",
		joinConfirm: "把两份登记合成一个人？以后还可以分开。",
		notSame: "不是同一个人",
		notSameHint: "记下来，以后不再提。",
		cantJoin: "现在不能合并",
		refusals: refusalsInChinese,
		cancel: "先不管",
		joined: "已合成一个人。",
		toldApart: "记下了：不是同一个人，以后不再提。",

		joiningTitle: (name: string) => `${name}：两份登记合成一份`,
		joiningSub: (day: string, by: string | null) => `${day}${by ? `，${by} 合并` : ""}`,
		before: "合并以前",
		record: (place: number) => `第 ${place} 份`,
		movedTitle: "并过来的",
		mergedPeriods: (count: number) => `${count} 段重叠的会籍并成了一段`,
		movedAttendances: (came: number, met: number) =>
			`${came} 次${met > 0 ? `，其中 ${met} 次两边都记过，只算一次` : ""}`,
		movedReceipts: (count: number) => `${count} 张`,
		count: (count: number) => String(count),
		membership: "会籍",
		organisations: "牵涉的协会",
		separate: "分开，恢复成两份",
		separateHint: "两份登记、会籍、活动和收据都回到合并以前。合并以后新记的，留在现在这一份上。",
		separateConfirm: "把这两份登记分开？",
		cantSeparate: "不能分开",
		undoRefusals: undoRefusalsInChinese,
		wasSeparated: (day: string) => `${day} 已经分开，两份登记各归各。`,
		separated: "已经分开，恢复成两份登记。",
	},
	en: {
		duplicates: "Records that look alike",
		duplicatesSub: (pairs: number) => (pairs > 0 ? counted(pairs, "pair", "pairs") : null),
		duplicatesHint:
			"Names that are alike or nearly read alike, where something else fits too. Whether they are one person is for you to say.",
		back: "Members",
		noDuplicates: {
			verb: "Clear",
			missing: "No two records look like one person.",
			step: "Names, years of birth and telephones were compared.",
		},
		compare: "Compare",
		compareOf: (name: string) => `Compare: ${name}`,
		who: "Name",
		born: "Born",
		telephone: "Telephone",
		where: "Association",
		why: "Why alike",
		bornIn: (year: number | null) => (year === null ? "unknown" : String(year)),
		noTelephone: "no telephone",
		moreDuplicates: (more: number) => `${more} more will appear once those above are decided.`,
		belowTitle: "One association at a time",
		belowHint: "There are too many people here to compare at once. Open those below, each by itself.",
		members: (members: number) => counted(members, "member", "members"),
		joinedTitle: "Joined already",
		joinedOn: (day: string) => `joined on ${day}`,
		separatedOn: (day: string) => `separated again on ${day}`,
		see: "See",
		reasons: reasonsInEnglish,
		strengths: strengthsInEnglish,
		listSeparator: ", ",
		csvHead: [
			"How alike",
			"Why",
			"Name",
			"Born",
			"Telephone",
			"Association",
			"Name",
			"Born",
			"Telephone",
			"Association",
		],
		csvRow: (pair: FilePair) => csvRow(pair, strengthsInEnglish, reasonsInEnglish, ", "),

		pairTitle: "Is this one person?",
		pairHint:
			"The two records side by side. If they are one person, choose what to keep of each, then join them. A joining can be undone.",
		first: "First record",
		second: "Second record",
		fields: fieldsInEnglish,
		nothing: "nothing",
		sexes: { female: "Female", male: "Male" },
		keepWhich: (field: string) => `Which to keep: ${field}`,
		moves: "What comes together",
		period: (from: string, to: string | null) => (to ? `${from} to ${to}` : `since ${from}`),
		together: (spans: string) => `together: ${spans}`,
		attendances: "Activities",
		attendancesOf: (one: number, other: number) => `${one} and ${other}; one they both came to counts once`,
		receipts: "Receipts",
		receiptsOf: (one: number, other: number) =>
			`${one} and ${other}, all for one person; no entry of the account book changes`,
		posts: "Posts",
		devices: "Signed-in devices",
		devicesOf: (count: number) => `${count}, they go on working`,
		households: "Households",
		transfers: "Transfers",
		consents: "Consent",
		changesKept: "History",
		pieces: (one: number, other: number) => `${one} and ${other}, all kept`,
		join: "Join into one person",
		joinConfirm: "Join these two records into one person? It can be undone.",
		notSame: "Not the same person",
		notSameHint: "Noted, and not proposed again.",
		cantJoin: "These can't be joined now",
		refusals: refusalsInEnglish,
		cancel: "Leave it for now",
		joined: "They are one person now.",
		toldApart: "Noted: two people. They won't be proposed again.",

		joiningTitle: (name: string) => `${name}: two records made one`,
		joiningSub: (day: string, by: string | null) => (by ? `${day}, by ${by}` : day),
		before: "Before",
		record: (place: number) => `Record ${place}`,
		movedTitle: "What came together",
		mergedPeriods: (count: number) =>
			`${counted(count, "overlapping period", "overlapping periods")} made one`,
		movedAttendances: (came: number, met: number) =>
			met > 0 ? `${came}, of which ${met} stood on both and count once` : String(came),
		movedReceipts: (count: number) => String(count),
		count: (count: number) => String(count),
		membership: "Membership",
		organisations: "Associations",
		separate: "Separate into two again",
		separateHint:
			"Both records, their memberships, activities and receipts go back to what they were. What was entered since stays with this one.",
		separateConfirm: "Separate these two records?",
		cantSeparate: "This can't be undone",
		undoRefusals: undoRefusalsInEnglish,
		wasSeparated: (day: string) => `Separated again on ${day}; each record is by itself.`,
		separated: "They are two records again.",
	},
} satisfies Words<object>;

function csvRow(
	{ one, other, reasons, strength }: FilePair,
	strengths: Record<Strength, string>,
	why: Record<Reason, string>,
	separator: string,
): (string | number | null)[] {
	const side = ({ name, birthYear, telephone, where }: FileSide) => [name, birthYear, telephone, where];
	return [
		strengths[strength],
		reasons.map((reason) => why[reason]).join(separator),
		...side(one),
		...side(other),
	];
}
