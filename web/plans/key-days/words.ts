import type { Words } from "../../../worker/values/language";
import { formatDay } from "../../parts/format";

// 2000 was a leap year: every day of a year can be told by it.
const told = (monthDay: string | null, language: "zh" | "en") =>
	monthDay === null ? "–" : formatDay(`2000-${monthDay}`, language, "ruler");

export const words = {
	zh: {
		title: "重要节日",
		back: "本会",
		explained:
			"每年这几天，各协会都要办活动：年尺、日历和首页的提醒都照这里的来。改了的从哪一年起算，以前的年份不变。",
		name: "节日",
		zh: "中文名称",
		en: "英文名称",
		day: "日子",
		dayHint: "如 5-29",
		endHint: "如 5-29；空着就是从那一年起不再过",
		told: (monthDay: string | null) => told(monthDay, "zh"),
		fromYear: "从哪一年起",
		always: "一直",
		since: (year: number) => `${year} 年起`,
		over: (year: number) => `${year} 年起不再过`,
		change: "改",
		add: "添一个节日",
		submit: "添上",
		save: "保存",
		saved: "已保存。",
		cancel: "取消",
		soFar: "以前和以后",
	},
	en: {
		title: "Key days",
		back: "About us",
		explained:
			"On these days of every year each association holds something: ruler, calendar and reminders follow them. A change counts from its year on; earlier years stay as they were.",
		name: "Key day",
		zh: "Chinese name",
		en: "English name",
		day: "Day",
		dayHint: "e.g. 5-29 for 29 May",
		endHint: "e.g. 5-29; left empty, it is kept no longer from that year on",
		told: (monthDay: string | null) => told(monthDay, "en"),
		fromYear: "From the year",
		always: "Always",
		since: (year: number) => `from ${year}`,
		over: (year: number) => `no longer from ${year}`,
		change: "Change",
		add: "Add a key day",
		submit: "Add",
		save: "Save",
		saved: "Saved.",
		cancel: "Cancel",
		soFar: "Before and after",
	},
} satisfies Words<object>;
