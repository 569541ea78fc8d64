import type { LifeKind, Show } from "../../worker/overviews/coverage/rules";
import type { Status } from "../../worker/tables/ground";
import type { Words } from "../../worker/values/language";
import { formatDay } from "../parts/format";
import { words as treeWords } from "./tree-words";

const showsInChinese: Record<Show, string> = { without: "未建", covered: "已建", standardising: "整顿中" };
const showsInEnglish: Record<Show, string> = {
	without: "Without",
	covered: "With an association",
	standardising: "Being standardised",
};
const lifeInChinese: Record<LifeKind, string> = { found: "建", standardise: "整", retire: "撤" };
const lifeInEnglish: Record<LifeKind, string> = {
	found: "Found",
	standardise: "Standardise",
	retire: "Retire",
};

type PlaceRow = { name: string; above: string | null; status: Status; since: string | null };
type LifeRow = {
	what: LifeKind;
	done: boolean;
	name: string;
	above: string | null;
	day: string | null;
	reason: string | null;
};

/** A day that anybody knows: what has stood since 1900 has stood for as long as anybody can tell. */
export const knownDay = (day: string | null) => (day === null || day <= "1900-01-01" ? null : day);

export const words = {
	zh: {
		title: "覆盖率",
		lifeTitle: "建、整、撤",
		tree: "下属组织",
		share: "覆盖率",
		shareNote: (covered: string, places: string) => `${places} 个村（社区）里 ${covered} 个有协会`,
		noPlace: "这里没有要建协会的村（社区）。",
		byTownship: "各镇街",
		township: "镇街",
		places: "应建",
		covered: "已建",
		standardising: "整顿中",
		without: "未建",
		sharePercent: "覆盖 %",
		all: "合计",
		shows: showsInChinese,
		list: "名单",
		place: "村（社区）",
		above: "上级",
		since: "自",
		reason: "原因",
		step: "下一步",
		found: "建协会",
		see: "去看",
		empty: {
			without: { verb: "好", missing: "没有未建的。", step: "每个村（社区）都有协会了。" },
			covered: { verb: "建", missing: "还没有一个建了协会。", step: "从“未建”的名单里建起。" },
			standardising: { verb: "整", missing: "没有在整顿的。", step: "要整顿哪个，到它的“本会”页里列入。" },
		} as Record<Show, { verb: string; missing: string; step: string }>,
		rule: "已建包括正常和整顿中的；已注销的、练习用的不算。",
		print: "打印",
		next: "下一页",
		firstPage: "回第一页",
		shown: (rows: number) => `这里 ${rows} 个`,
		life: lifeInChinese,
		lifeNames: { found: "建协会", standardise: "整顿", retire: "撤销" } as Record<LifeKind, string>,
		todo: { found: "待建", standardise: "整顿中", retire: "待撤" } as Record<LifeKind, string>,
		done: { found: "已建", standardise: "已整好", retire: "已撤" } as Record<LifeKind, string>,
		state: "情况",
		day: (what: LifeKind, done: boolean, day: string | null) =>
			day === null
				? ""
				: done
					? formatDay(day, "zh", "short")
					: what === "retire"
						? `${formatDay(day, "zh", "short")}满一年`
						: `${formatDay(day, "zh", "dotted")}起`,
		noneOfLife: { verb: "查", missing: "这一年没有建、整、撤。", step: "换一年看看。" },
		lifeRule: "整顿满一年还没有整好的，列入当年的“撤”。点名称去看，写明原因再办。",
		more: (rows: number) => `这里列出前 ${rows} 个，全部的在文件里。`,
		counts: (done: number, todo: number) =>
			[done > 0 && `已办 ${done} 个`, todo > 0 && `待办 ${todo} 个`].filter(Boolean).join("，"),
		csvHead: ["村（社区）", "上级", "情况", "自"],
		csvRow: ({ name, above, status, since }: PlaceRow) => [
			...[name, above, treeWords.zh.statuses[status], knownDay(since)],
		],
		lifeHead: ["事项", "情况", "协会", "上级", "日期", "原因"],
		lifeRow: ({ what, done, name, above, day, reason }: LifeRow) => [
			...[lifeInChinese[what], done ? "已办" : "待办", name, above, day, reason],
		],
	},
	en: {
		title: "Coverage",
		lifeTitle: "Founded, standardised, retired",
		tree: "Associations below",
		share: "Coverage",
		shareNote: (covered: string, places: string) =>
			`${covered} of ${places} villages and communities have one`,
		noPlace: "No village or community here that should have an association.",
		byTownship: "By township",
		township: "Township",
		places: "Places",
		covered: "Covered",
		standardising: "Being standardised",
		without: "Without",
		sharePercent: "Covered %",
		all: "All",
		shows: showsInEnglish,
		list: "The places",
		place: "Village or community",
		above: "Belongs to",
		since: "Since",
		reason: "Why",
		step: "Next step",
		found: "Found one",
		see: "See",
		empty: {
			without: {
				verb: "Good",
				missing: "None is without.",
				step: "Every village and community has an association.",
			},
			covered: {
				verb: "Found",
				missing: "None has an association yet.",
				step: "Begin with the list of those without.",
			},
			standardising: {
				verb: "See",
				missing: "None is being standardised.",
				step: "Put one under it on its own page.",
			},
		} as Record<Show, { verb: string; missing: string; step: string }>,
		rule: "Covered are those in order and those being standardised; deregistered and practice ones are left out.",
		print: "Print",
		next: "Next page",
		firstPage: "First page",
		shown: (rows: number) => `${rows} here`,
		life: lifeInEnglish,
		lifeNames: { found: "To have one", standardise: "Standardisation", retire: "Retirement" } as Record<
			LifeKind,
			string
		>,
		todo: { found: "to be founded", standardise: "under way", retire: "to be retired" } as Record<
			LifeKind,
			string
		>,
		done: { found: "founded", standardise: "in order again", retire: "retired" } as Record<LifeKind, string>,
		state: "State",
		day: (what: LifeKind, done: boolean, day: string | null) =>
			day === null
				? ""
				: done
					? formatDay(day, "en", "short")
					: what === "retire"
						? `a year on ${formatDay(day, "en", "short")}`
						: `since ${formatDay(day, "en", "dotted")}`,
		noneOfLife: {
			verb: "See",
			missing: "Nothing was founded, standardised or retired.",
			step: "Try another year.",
		},
		lifeRule:
			"What isn't in order within a year of standardisation is to be retired in that year. Open one to act on it, with a reason.",
		more: (rows: number) => `The first ${rows} are listed; all of them stand in the file.`,
		counts: (done: number, todo: number) =>
			[done > 0 && `${done} done`, todo > 0 && `${todo} to do`].filter(Boolean).join(", "),
		csvHead: ["Village or community", "Belongs to", "State", "Since"],
		csvRow: ({ name, above, status, since }: PlaceRow) => [
			...[name, above, treeWords.en.statuses[status], knownDay(since)],
		],
		lifeHead: ["What", "State", "Association", "Belongs to", "Day", "Why"],
		lifeRow: ({ what, done, name, above, day, reason }: LifeRow) => [
			...[lifeInEnglish[what], done ? "done" : "to do", name, above, day, reason],
		],
	},
} satisfies Words<object>;
