import type { CalendarEvent, EventKind } from "../../worker/calendar/rules";
import type { Language, Words } from "../../worker/values/language";
import { formatDay } from "../parts/format";

const kindsInChinese: Record<EventKind, string> = {
	item: "计划",
	activity: "活动",
	meeting: "会议",
	"key-day": "节日",
	"survey-opens": "满意度测评开始",
	"survey-ends": "满意度测评截止",
	circular: "通知答复截止",
};
const kindsInEnglish: Record<EventKind, string> = {
	item: "Planned",
	activity: "Activity",
	meeting: "Meeting",
	"key-day": "Key day",
	"survey-opens": "Survey opens",
	"survey-ends": "Survey ends",
	circular: "Circular due",
};

export const words = {
	zh: {
		title: "日历",
		back: "活动",
		kinds: kindsInChinese,
		off: "取消",
		month: (from: string) => `${Number(from.slice(0, 4))} 年 ${Number(from.slice(5, 7))} 月`,
		monthName: (from: string) => `${Number(from.slice(5, 7))} 月`,
		wholeYear: (year: number) => `${year} 年`,
		views: "月或年",
		byMonth: "按月",
		byYear: "按年",
		earlier: "上个月",
		later: "下个月",
		weekdays: ["一", "二", "三", "四", "五", "六", "日"],
		weekday: (number: number) => `星期${"一二三四五六日"[number - 1]}`,
		within: "本月内",
		anyDay: "月内",
		withinOf: (title: string) => `${title}（本月内）`,
		empty: { verb: "看", missing: "这段时间没有安排。", step: "添了计划或活动，这里就有。" },
		today: "今天",
		feeds: "用手机日历看",
		below: "下级的日历",
		belowNote: "本级和下级一起；数的是协会，一天算一次",
		organisation: "协会",
		held: (count: number) => `${count} 家办了`,
		ahead: (count: number) => `${count} 家要办`,
		unsaid: (count: number) => `${count} 家没记`,
		onDay: (day: string) => formatDay(day, "zh", "weekday"),
		nothingOnDay: "这一天没有。",
		together: "和别的协会一起办",
		heldMark: "办了",
		aheadMark: "要办",
		unsaidMark: "没记",
		monthHead: "月份",
		heldHead: "办了（家次）",
		aheadHead: "要办（家次）",
		unsaidHead: "没记（家次）",
		feedsTitle: "用手机日历看",
		feedsNote:
			"做一个私人链接，加进手机或电脑的日历，计划和活动就会出现在那里，自动更新。链接等于钥匙：谁拿到谁能看，里面没有人名和电话。不用了就停掉。",
		label: "给哪里用",
		labelHint: "如：我的手机",
		make: "做一个链接",
		once: "链接只显示这一次。在日历软件里选“订阅日历”，贴进去。",
		copy: "复制",
		copied: "已复制",
		mine: "做过的链接",
		madeOn: (day: string) => `${formatDay(day, "zh")}做的`,
		end: "停掉",
		none: "还没有。",
	},
	en: {
		title: "Calendar",
		back: "Activities",
		kinds: kindsInEnglish,
		off: "cancelled",
		month: (from: string) => monthIn(from, true),
		monthName: (from: string) => monthIn(from, false),
		wholeYear: (year: number) => String(year),
		views: "Month or year",
		byMonth: "Month",
		byYear: "Year",
		earlier: "Month before",
		later: "Next month",
		weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
		weekday: (number: number) =>
			["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][number - 1],
		within: "Within the month",
		anyDay: "any day",
		withinOf: (title: string) => `${title} (within the month)`,
		empty: {
			verb: "See",
			missing: "Nothing is on in this time.",
			step: "What is planned or recorded stands here.",
		},
		today: "today",
		feeds: "In a calendar app",
		below: "Calendars below",
		belowNote: "this level and all below; associations are counted, once a day",
		organisation: "Association",
		held: (count: number) => `${count} held`,
		ahead: (count: number) => `${count} to come`,
		unsaid: (count: number) => `${count} unrecorded`,
		onDay: (day: string) => formatDay(day, "en", "weekday"),
		nothingOnDay: "Nothing on this day.",
		together: "together with another association",
		heldMark: "held",
		aheadMark: "to come",
		unsaidMark: "not recorded",
		monthHead: "Month",
		heldHead: "Held",
		aheadHead: "To come",
		unsaidHead: "Unrecorded",
		feedsTitle: "In a calendar app",
		feedsNote:
			"Make a private link and add it to the calendar of your phone or computer: plans and activities show up there by themselves. The link is a key: whoever has it can look. It holds no names of people and no telephone numbers. Revoke it when it is no longer used.",
		label: "Where it is used",
		labelHint: "e.g. my phone",
		make: "Make a link",
		once: "The link is shown this once. Choose “subscribe” in the calendar app and paste it.",
		copy: "Copy",
		copied: "Copied",
		mine: "Links so far",
		madeOn: (day: string) => `made ${formatDay(day, "en")}`,
		end: "Revoke",
		none: "None yet.",
	},
} satisfies Words<object>;

function monthIn(from: string, withYear: boolean): string {
	const shape = {
		month: "long",
		timeZone: "UTC",
		...(withYear ? { year: "numeric" as const } : {}),
	} as const;
	return new Intl.DateTimeFormat("en-GB", shape).format(Date.parse(from));
}

/** What an entry of a calendar is called, in one line. */
export function summaryOf({ kind, title, firstDay, lastDay }: CalendarEvent, language: Language): string {
	const say = words[language];
	if (!title) return say.kinds[kind];
	if (kind === "circular") return `${say.kinds[kind]}：${title[language]}`;
	return firstDay === lastDay ? title[language] : say.withinOf(title[language]);
}
