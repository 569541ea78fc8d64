import type { Post } from "../../worker/roles/may";
import type { Words } from "../../worker/values/language";

const postsInChinese: Record<Post, string> = {
	owner: "主管",
	chair: "会长",
	"vice-chair": "副会长",
	"secretary-general": "秘书长",
	"council-member": "理事",
	"group-leader": "组长",
	staff: "专干",
};

const postsInEnglish: Record<Post, string> = {
	owner: "Owner",
	chair: "Chair",
	"vice-chair": "Vice-chair",
	"secretary-general": "Secretary-general",
	"council-member": "Council member",
	"group-leader": "Group leader",
	staff: "Staff",
};

export const words = {
	zh: {
		product: "会家",
		skip: "跳到正文",
		navigation: "主菜单",
		home: "首页",
		members: "会员",
		activities: "活动",
		dues: "会费",
		satisfaction: "满意度",
		association: "本会",
		otherLanguage: "English",
		search: "找人",
		signOut: "退出",
		demonstration: "这是演示，人名和数字都是编的，随时会清空。",
		posts: postsInChinese,
		print: "打印",
		back: "返回",
		printedBy: (day: string) => `由会家打印・${day}`,
	},
	en: {
		product: "Huijia",
		skip: "Skip to the page",
		navigation: "Main menu",
		home: "Home",
		members: "Members",
		activities: "Activities",
		dues: "Dues",
		satisfaction: "Satisfaction",
		association: "About us",
		otherLanguage: "中文",
		search: "Find",
		signOut: "Sign out",
		demonstration: "This is a demonstration: names and figures are invented and may be cleared at any time.",
		posts: postsInEnglish,
		print: "Print",
		back: "Back",
		printedBy: (day: string) => `Printed by Huijia・${day}`,
	},
} satisfies Words<object>;
