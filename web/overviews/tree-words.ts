import type { Status } from "../../worker/tables/ground";
import type { Words } from "../../worker/values/language";
import { counted, formatDay } from "../parts/format";

const statusesInChinese: Record<Status, string> = {
	unfounded: "未建",
	active: "正常",
	standardising: "整顿",
	deregistered: "已注销",
};
const statusesInEnglish: Record<Status, string> = {
	unfounded: "none yet",
	active: "active",
	standardising: "being standardised",
	deregistered: "deregistered",
};

export const words = {
	zh: {
		title: "下属组织",
		association: "本会",
		found: "添一个下属协会",
		none: { verb: "建", missing: "下面还没有协会。", step: "只有一个协会的，不用管这一页。" },
		noneThen: { verb: "查", missing: "那一天下面还没有协会。", step: "换一天看看。" },
		organisations: "协会",
		organisationsUnit: "个",
		members: "会员",
		people: "人",
		women: "其中女会员",
		day: "看哪一天",
		see: "看",
		today: "今天",
		yearEnd: (year: string) => `${year} 年底`,
		stood: (day: string) => `${formatDay(day, "zh")}的样子：当时的名称、上级和会员人数。`,
		elsewhere: (count: number) => `当时还有 ${count} 个在这里，后来划到别处，这里不列也不计，上级能看到。`,
		find: "找一个：名称或拼音首字母",
		units: (count: number) => `${count} 个`,
		home: (name: string) => `${name}首页`,
		below: "只列直接下级；点开一个，看它下面的。",
		statuses: statusesInChinese,
		practice: "练习",
		notCounted: "未建、已注销和练习用的不计入。没有写类别的是村（社区）。",
		further: "再看",
		coverage: "覆盖率和建、整、撤",
		hollow: "像是挂牌的协会",
	},
	en: {
		title: "Associations below",
		association: "About us",
		found: "Add one below",
		none: {
			verb: "Found",
			missing: "No associations below.",
			step: "A single association never needs this page.",
		},
		noneThen: { verb: "See", missing: "Nothing stood below on that day.", step: "Try another day." },
		organisations: "Associations",
		organisationsUnit: "",
		members: "Members",
		people: "",
		women: "of them women",
		day: "As of",
		see: "See",
		today: "Today",
		yearEnd: (year: string) => `End of ${year}`,
		stood: (day: string) =>
			`As it stood on ${formatDay(day, "en")}: names, places in the tree and members of that day.`,
		elsewhere: (count: number) =>
			`${counted(count, "association", "associations")} stood here then and elsewhere today: neither listed nor counted here, but seen from above.`,
		find: "Find one by name or pinyin initials",
		units: (count: number) => `${count} below`,
		home: (name: string) => `Home of ${name}`,
		below: "Only those directly below are listed; open one to see what is under it.",
		statuses: statusesInEnglish,
		practice: "for practice",
		notCounted:
			"Places without an association, deregistered and practice ones aren’t counted. Where no kind stands it is a village.",
		further: "See also",
		coverage: "Coverage; founded, standardised, retired",
		hollow: "Hollow associations",
	},
} satisfies Words<object>;
