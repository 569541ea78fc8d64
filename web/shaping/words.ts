import type { Words } from "../../worker/values/language";
import { counted } from "../parts/format";

const blockersInChinese = {
	below: { verb: "移", noun: "下属组织还在", gap: (n: string) => `${n} 个`, link: "看下属协会" },
	waves: { verb: "封", noun: "满意度测评没有封存", gap: (n: string) => `${n} 次`, link: "去封存" },
	asked: {
		verb: "等",
		noun: "上级开的满意度测评还在问这里",
		gap: (n: string) => `${n} 次`,
		link: "看是哪次，请上级先结束",
	},
	balance: { verb: "清", noun: "账上还有结余", gap: (n: string) => n, link: "看账本" },
	applications: { verb: "批", noun: "入会申请没有答复", gap: (n: string) => `${n} 份`, link: "去答复" },
	transfers: { verb: "转", noun: "会员正在转入或转出", gap: (n: string) => `${n} 位`, link: "看转会" },
};
const blockersInEnglish: typeof blockersInChinese = {
	below: {
		verb: "Move",
		noun: "Organisations still stand below",
		gap: (n) => n,
		link: "See those below",
	},
	waves: { verb: "Close", noun: "Surveys are not closed", gap: (n) => n, link: "Close them" },
	asked: {
		verb: "Wait",
		noun: "Surveys opened above still ask here",
		gap: (n) => n,
		link: "See which; whoever opened them closes them first",
	},
	balance: { verb: "Settle", noun: "There is money in the books", gap: (n) => n, link: "See the books" },
	applications: { verb: "Answer", noun: "Applications wait", gap: (n) => n, link: "Answer them" },
	transfers: { verb: "Finish", noun: "Members are on their way", gap: (n) => n, link: "See them" },
};

export const words = {
	zh: {
		association: "本会",
		history: "历史",
		cancel: "取消",
		day: "哪一天",
		dayHint: "按文件上或者实际的那一天写。",
		reason: "原因",
		reasonHint: "比如：某某文件批准。以后在“历史”里看得到。",
		first: (count: number) => `先办好这 ${count} 件`,
		blockers: blockersInChinese,
		ends: (members: number, posts: number) =>
			`${[members > 0 && `${members} 位会员的会籍`, posts > 0 && `${posts} 个职务`].filter(Boolean).join("、")}也从那天起结束`,
		endsHint: "要把会员转到别的协会，请先办合并或转会。",
		nothingLeft: "没有会员，也没有人任职。",
		deregister: "注销",
		retraction: {
			title: "撤回最近一次变动",
			lead: (act: string, day: string) => `今天录的“${act}”（${day}）会撤回，组织回到那以前的样子。`,
			restores: "当时一起结束的会籍和职务也恢复。",
			submit: "撤回",
			done: "已撤回。",
		},
		practice: {
			title: "练习协会",
			lead: "可以放心试的地方：登记会员、收会费、办活动、做测评，样样能试，试坏了可以清空重来。每一页都标着“练习”，不算进任何统计。",
			name: "练习协会",
			members: "先放进十二位编的会员",
			found: "建一个练习协会",
			founded: "练习协会建好了，您是它的秘书长。",
			standing: "已经有的",
			open: "打开",
			clearTitle: "清空练习协会",
			clearLead: "现在这个会注销，另给您一个新的，从头练。原来能进来的人都能进新的。",
			clear: "清空重来",
			cleared: "这是新的练习协会。",
			back: "首页",
		},
	},
	en: {
		association: "About us",
		history: "History",
		cancel: "Cancel",
		day: "On which day",
		dayHint: "The day in the document, or on which it happened.",
		reason: "Reason",
		reasonHint: "Such as the document that approved it. It stays in the history.",
		first: (count: number) => (count === 1 ? "Settle this first" : `Settle these ${count} first`),
		blockers: blockersInEnglish,
		ends: (members: number, posts: number) =>
			`${[members > 0 && counted(members, "membership", "memberships"), posts > 0 && counted(posts, "post", "posts")].filter(Boolean).join(" and ")} end on that day, too`,
		endsHint: "To bring the members elsewhere, merge or transfer them first.",
		nothingLeft: "There are no members, and nobody holds a post.",
		deregister: "Deregister",
		retraction: {
			title: "Take the latest act back",
			lead: (act: string, day: string) =>
				`What was entered today (${act}, ${day}) is taken back; the organisation stands as it did before.`,
			restores: "Memberships and posts that ended with it run again.",
			submit: "Take back",
			done: "Taken back.",
		},
		practice: {
			title: "Practice association",
			lead: "A place to try everything: members, dues, activities, surveys. If it goes wrong, clear it and begin again. Every page says it is practice, and nothing counts.",
			name: "Practice association",
			members: "Put in twelve invented members to begin with",
			found: "Make a practice association",
			founded: "The practice association stands, and you are its secretary-general.",
			standing: "Those there are",
			open: "Open",
			clearTitle: "Clear the practice association",
			clearLead:
				"This one is deregistered and you get a new one to begin again. Whoever comes in here comes into the new one.",
			clear: "Clear and begin again",
			cleared: "This is the new practice association.",
			back: "Home",
		},
	},
} satisfies Words<object>;
