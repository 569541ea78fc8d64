import type { Words } from "../../worker/values/language";

/** Questions over the waves, in words. */
export const words = {
	zh: {
		title: "一题一题看变化",
		link: "一题一题看变化",
		which: "哪份问卷",
		empty: {
			verb: "比",
			missing: "还没有两次可比的测评。",
			step: "同一份问卷测过两次、都结束了，这里就能比。",
		},
		note: "问法没变的题才放在一起。每个数后面是 95 % 区间：两次的区间叠在一起，就还说不准是真变了。",
		summed: "满意、知晓、参与按成年人口加权；别的题照答卷直接相加。",
		aware: "知晓率（按人算）",
		counts: {
			satisfaction: "满意",
			knowledge: "答对",
			participation: "参加过",
			scale: "8 分以上",
			aware: "知晓",
		},
		answer: "回答",
		wave: "测评",
		base: "答的人",
		share: "占比",
		interval: "95 % 区间",
		none: "–",
		question: "问题",
		lower: "区间下限",
		upper: "区间上限",
	},
	en: {
		title: "Question by question over time",
		link: "Question by question over time",
		which: "Questionnaire",
		empty: {
			verb: "Compare",
			missing: "There are no two surveys to compare yet.",
			step: "Once the same questionnaire was asked twice and both are closed, they are compared here.",
		},
		note: "Only questions that ask the same stand side by side. Behind each share is its 95 % interval: where two of them overlap, it may not have changed at all.",
		summed:
			"Satisfaction, awareness and participation are weighted by adults; other questions are added up as they are.",
		aware: "Awareness (counted by person)",
		counts: {
			satisfaction: "satisfied",
			knowledge: "right",
			participation: "took part",
			scale: "8 or more",
			aware: "know it",
		},
		answer: "Answer",
		wave: "Survey",
		base: "Base",
		share: "Share",
		interval: "95 % interval",
		none: "–",
		question: "Question",
		lower: "Interval from",
		upper: "Interval to",
	},
} satisfies Words<object>;
