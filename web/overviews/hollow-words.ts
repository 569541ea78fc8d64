import type { Lack } from "../../worker/overviews/hollow/rules";
import type { Words } from "../../worker/values/language";
import { counted, formatNumber } from "../parts/format";

const lacksInChinese: Record<Lack, string> = {
	activity: "没有活动",
	dues: "没收会费",
	answers: "没人答卷",
	officer: "没人任职",
};
const lacksInEnglish: Record<Lack, string> = {
	activity: "no activity",
	dues: "no dues",
	answers: "no answers",
	officer: "nobody in post",
};

type QuietRow = { name: string; above: string | null; members: number; lacks: readonly Lack[] };
type NamesRow = { name: string; above: string | null; members: number; registerOnly: number };
type MemberRow = { name: string; telephone: string | null; fromDay: string; lastPaid: number | null };

export const words = {
	zh: {
		title: "挂牌协会、名册会员",
		tree: "下属组织",
		associations: "像是挂牌的协会",
		names: "名册会员",
		organisation: "协会",
		above: "上级",
		lacking: "全年缺什么",
		members: "会员",
		registerOnly: "名册会员",
		step: "下一步",
		lacks: lacksInChinese,
		counted: (hollow: number, quiet: number) =>
			quiet === hollow ? `${hollow} 个四样都没有` : `${hollow} 个四样都没有，${quiet - hollow} 个还有人任职`,
		countedNames: (count: number) => `共 ${formatNumber(count, "zh")} 人`,
		standardise: "列入整顿",
		standardising: "整顿中",
		ask: "去看看",
		rule: "全年没有活动、没收会费、没人答卷、没人任职，四样都缺的是挂牌协会；前三样缺的也列在这里。今年才建的不算，只管下级的不算。不收会费的，会费一样不算缺。",
		namesRule:
			"今年和去年都没有缴会费、没有参加活动，也没有任职、没有联系户的会员。去年以来才入会的和名誉会员不算。人数每次登记、收费、点名时重新算。",
		tooEarly: "一年才开头，四月起再看哪些协会没有动静。",
		noneQuiet: { verb: "好", missing: "没有挂牌协会。", step: "每个协会今年都有动静。" },
		noneNames: { verb: "好", missing: "没有名册会员。", step: "每个会员都有缴费、活动或任职。" },
		lone: { verb: "查", missing: "下面没有协会。", step: "只有一个协会的，看自己的名册会员就行。" },
		more: (rows: number) => `这里列出前 ${rows} 个，全部的在文件里。`,
		print: "打印",
		name: "姓名",
		of: (count: string, members: string) => `${count} / ${members}`,
		membersTitle: "名册会员",
		membersBack: "会员",
		telephone: "手机",
		joined: "入会",
		lastPaid: "最近缴费",
		never: "没缴过",
		visit: "走访或打个电话问一问；人不在了的，办理退会。走访了，记一次活动，就不在这张单子上了。",
		record: "记一次走访",
		shown: (count: number) => `这里 ${count} 人`,
		csvHead: ["协会", "上级", "会员", "缺什么"],
		csvRow: ({ name, above, members, lacks }: QuietRow) => [
			...[name, above, members],
			lacks.map((lack) => lacksInChinese[lack]).join("、"),
		],
		namesHead: ["协会", "上级", "会员", "名册会员"],
		namesRow: ({ name, above, members, registerOnly }: NamesRow) => [name, above, members, registerOnly],
		membersHead: ["姓名", "手机", "入会", "最近缴费"],
		membersRow: ({ name, telephone, fromDay, lastPaid }: MemberRow) => [name, telephone, fromDay, lastPaid],
	},
	en: {
		title: "On paper only",
		tree: "Associations below",
		associations: "Associations that look hollow",
		names: "Members on the register only",
		organisation: "Association",
		above: "Belongs to",
		lacking: "The year lacks",
		members: "Members",
		registerOnly: "Register only",
		step: "Next step",
		lacks: lacksInEnglish,
		counted: (hollow: number, quiet: number) =>
			quiet === hollow
				? `${hollow} lack all four`
				: `${hollow} lack all four, ${quiet - hollow} have somebody in post`,
		countedNames: (count: number) => counted(count, "member", "members"),
		standardise: "Standardise it",
		standardising: "being standardised",
		ask: "See it",
		rule: "Hollow is an association that all year held nothing, collected no dues, had nobody answer and has nobody in post; those that lack the first three are listed too. Founded this year isn't judged, nor is what only leads others. Where no dues are asked, none are missing.",
		namesRule:
			"Members who paid nothing and came to nothing this year and the last, hold no post and look after no household. Those who joined since, and honorary ones, aren't judged. Counted anew whenever somebody registers, collects or calls the roll.",
		tooEarly: "The year has hardly begun: from April on those without any activity are listed.",
		noneQuiet: {
			verb: "Good",
			missing: "No hollow associations.",
			step: "Each of them did something this year.",
		},
		noneNames: {
			verb: "Good",
			missing: "Nobody is on the register only.",
			step: "Every member paid, came or serves.",
		},
		lone: {
			verb: "See",
			missing: "No associations below.",
			step: "A single one only has its own register to look at.",
		},
		more: (rows: number) => `The first ${rows} are listed; all of them stand in the file.`,
		print: "Print",
		name: "Name",
		of: (count: string, members: string) => `${count} of ${members}`,
		membersTitle: "On the register only",
		membersBack: "Members",
		telephone: "Telephone",
		joined: "Joined",
		lastPaid: "Last paid",
		never: "never",
		visit:
			"Visit them, or ring and ask; whoever has gone can leave. Record the visit as an activity, and they are off this list.",
		record: "Record a visit",
		shown: (count: number) => counted(count, "member here", "members here"),
		csvHead: ["Association", "Belongs to", "Members", "Lacks"],
		csvRow: ({ name, above, members, lacks }: QuietRow) => [
			...[name, above, members],
			lacks.map((lack) => lacksInEnglish[lack]).join(", "),
		],
		namesHead: ["Association", "Belongs to", "Members", "Register only"],
		namesRow: ({ name, above, members, registerOnly }: NamesRow) => [name, above, members, registerOnly],
		membersHead: ["Name", "Telephone", "Joined", "Last paid"],
		membersRow: ({ name, telephone, fromDay, lastPaid }: MemberRow) => [name, telephone, fromDay, lastPaid],
	},
} satisfies Words<object>;
