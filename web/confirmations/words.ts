import type { Words } from "../../worker/values/language";
import { formatDay } from "../parts/format";

export const words = {
	zh: {
		title: "验证",
		holds: "有效",
		holdsNo: "已不再有效",
		letterHolds: "这份聘书属实，现在有效。",
		plaqueHolds: "这块牌匾属实，现在有效。",
		letterEnded: "这份聘书属实，但持有人已不再担任这个职务。",
		plaqueEnded: "这块牌匾属实，但协会已不在册。",
		organisation: "协会",
		holder: "持有人",
		period: "任期",
		since: (from: string, to: string | null) =>
			`${formatDay(from, "zh", "dotted")} ${to ? `至 ${formatDay(to, "zh", "dotted")}` : "起"}`,
		note: "这一页只验证真假，不显示别的。",
		certificateHolds: "这份培训证明属实，本人参加过。",
		certificateEnded: "这份培训证明不再作数：参加记录已经撤销。",
		training: "培训",
		post: "职务",
		numberHead: "编号",
		issuedOn: "签发",
		day: "日期",
	},
	en: {
		title: "Check",
		holds: "Valid",
		holdsNo: "No longer valid",
		letterHolds: "This letter is genuine and holds today.",
		plaqueHolds: "This plaque is genuine and holds today.",
		letterEnded: "This letter is genuine, but its holder has the post no longer.",
		plaqueEnded: "This plaque is genuine, but the association is registered no longer.",
		organisation: "Association",
		holder: "Holder",
		period: "Term",
		since: (from: string, to: string | null) =>
			to ? `${formatDay(from, "en")} to ${formatDay(to, "en")}` : `since ${formatDay(from, "en")}`,
		note: "This page confirms, and shows nothing more.",
		certificateHolds: "This certificate is genuine: its holder was there.",
		certificateEnded: "This certificate holds no more: the attendance was taken back.",
		training: "Training",
		post: "Post",
		numberHead: "Number",
		issuedOn: "Issued",
		day: "Day",
	},
} satisfies Words<object>;
