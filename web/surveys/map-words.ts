import type { Words } from "../../worker/values/language";
import { formatNumber } from "../parts/format";

/** The map of a wave's tree, in words. */
export const words = {
	zh: {
		title: "一张图看全部",
		note: (target: number) =>
			`● 区间全在 ${target} % 以上　◐ 跨过 ${target} %　○ 全在 ${target} % 以下　– 不公布。一个点是一个单位，下面的表里有名字和数。`,
		summary: (met: number, open: number, missed: number, withheld: number) => [
			`达标 ${met}，`,
			`未定 ${open}，`,
			`未达标 ${missed}，`,
			`不公布 ${withheld}`,
		],
		left: (shown: number, left: number) =>
			`这里只画前 ${formatNumber(shown, "zh")} 个，还有 ${formatNumber(left, "zh")} 个没画，上面的个数里也没有。到下一级各自的图上看。`,
		table: "逐个看",
		unit: "单位",
		above: "上级",
		answers: "答卷",
	},
	en: {
		title: "The whole tree at one look",
		note: (target: number) =>
			`● interval wholly at or above ${target} %　◐ spans ${target} %　○ wholly below ${target} %　– not published. Each point is one unit; names and figures stand in the table.`,
		summary: (met: number, open: number, missed: number, withheld: number) => [
			`${met} met, `,
			`${open} open, `,
			`${missed} missed, `,
			`${withheld} not published`,
		],
		left: (shown: number, left: number) =>
			`Only the first ${formatNumber(shown, "en")} are shown; ${formatNumber(left, "en")} more are not, nor are they counted above. Look at the maps of the levels below.`,
		table: "One by one",
		unit: "Unit",
		above: "Belongs to",
		answers: "Answers",
	},
} satisfies Words<object>;
