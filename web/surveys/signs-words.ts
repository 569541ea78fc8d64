import type { Words } from "../../worker/values/language";
import { counted, formatNumber, formatShare } from "../parts/format";

/** What somebody should look into, in words: a reason, and what else may explain it. */
export const words = {
	zh: {
		heading: "看一看",
		note: "这些只是和别处不一样，要去问一问，不是说谁做了假。数字没有改，答卷一份也没有去掉。看的只是份数：答卷没有时间，也没有先后。",
		below: (units: number) => `有 ${formatNumber(units, "zh")} 个单位的答卷和别处很不一样，请去看一看。`,
		open: "看是哪些",
		unit: "单位",
		why: "为什么",
		kinds: {
			"beyond-adults": (_share: number | null, of: number | null) =>
				`答卷比登记的成年人（${formatNumber(of ?? 0, "zh")} 人）还多：人口数旧了，还是有人答了几份？`,
			"beyond-slips": (_share: number | null, of: number | null) =>
				`凭码答的比发出的纸条（${formatNumber(of ?? 0, "zh")} 张）还多：张数填少了，还是纸条多印了？`,
			identical: (share: number | null) =>
				`${about(share ?? 0)}的答卷每一题都一样，比别处多得多：是一个人照着填的，还是大家商量好的？`,
			straight: (share: number | null) =>
				`${about(share ?? 0)}的答卷一路选同一个位置，比别处多得多：是没看题，还是一个人填的？`,
			paper: (share: number | null) =>
				`${about(share ?? 0)}的答卷是干部代录的，比别处多得多：纸卷还在不在？可以抽几份对一对。`,
		},
	},
	en: {
		heading: "To look into",
		note: "This only differs from elsewhere: ask, and accuse nobody. No figure was changed and no answer taken away. It rests on counts alone: answers have no time and no order.",
		below: (units: number) =>
			`In ${counted(units, "unit", "units")} the answers differ a lot from elsewhere; please look into it.`,
		open: "See which",
		unit: "Unit",
		why: "Why",
		kinds: {
			"beyond-adults": (_share: number | null, of: number | null) =>
				`More answers than the ${formatNumber(of ?? 0, "en")} adults on record: is the number old, or did somebody answer more than once?`,
			"beyond-slips": (_share: number | null, of: number | null) =>
				`More answers with a code than the ${formatNumber(of ?? 0, "en")} slips handed out: was the number typed too low, or were more printed?`,
			identical: (share: number | null) =>
				`${roughly(share ?? 0)} of the answers are the same in every question, far more than elsewhere: did one person fill them in, or had people agreed?`,
			straight: (share: number | null) =>
				`${roughly(share ?? 0)} of the answers tick the same place all the way down, far more than elsewhere: were the questions read, or did one person fill them in?`,
			paper: (share: number | null) =>
				`${roughly(share ?? 0)} of the answers were keyed in by officers, far more than elsewhere: are the papers still there? A few can be compared.`,
		},
	},
} satisfies Words<object>;

/** 约七成. */
function about(share: number): string {
	const tens = Math.round(share * 10);
	return tens >= 10 ? "全部" : `${"〇一二三四五六七八九"[tens]}成多`;
}

/** About 70 %. */
const roughly = (share: number) => `About ${formatShare(share, "en").replace(".0", "")}`;
