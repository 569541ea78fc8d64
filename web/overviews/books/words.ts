import type { MemberKind } from "../../../worker/tables/ground";
import type { Words } from "../../../worker/values/language";
import { counted } from "../../parts/format";

const kindsInChinese: Record<MemberKind, string> = { ordinary: "普通", group: "团体", honorary: "名誉" };
const kindsInEnglish: Record<MemberKind, string> = {
	ordinary: "ordinary",
	group: "group",
	honorary: "honorary",
};

export const words = {
	zh: {
		members: "会员登记册",
		officers: "职务登记册",
		activities: (year: number) => `${year} 年活动登记册`,
		people: (count: number) => `${count} 人`,
		more: "还有的请分小组或分协会打印",
		number: "序号",
		name: "姓名",
		kind: "类别",
		kinds: kindsInChinese,
		leader: (name: string) => `组长 ${name}`,
		sections: { all: "会员", others: "未分小组", departed: "今年退会" },
		council: "理事会",
		otherPosts: "其他职务",
		formerPosts: "离任",
		post: "职务",
		from: "到任",
		to: "离任",
		remark: "备注",
		fullTime: "专职",
		below: "下级协会的登记册",
		signs: ["会长（签字）", "秘书长（签字）", "登记人（签字）"],
	},
	en: {
		members: "Register of members",
		officers: "Register of officers",
		activities: (year: number) => `Register of activities, ${year}`,
		people: (count: number) => counted(count, "person", "people"),
		more: "Print the rest by group or by association",
		number: "No.",
		name: "Name",
		kind: "Kind",
		kinds: kindsInEnglish,
		leader: (name: string) => `led by ${name}`,
		sections: { all: "Members", others: "In no group", departed: "Left this year" },
		council: "Council",
		otherPosts: "Other posts",
		formerPosts: "Former holders",
		post: "Post",
		from: "From",
		to: "To",
		remark: "Remarks",
		fullTime: "full-time",
		below: "Books of the associations below",
		signs: ["Chair (signature)", "Secretary-general (signature)", "Registrar (signature)"],
	},
} satisfies Words<object>;
