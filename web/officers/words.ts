import type { Words } from "../../worker/values/language";

export const words = {
	zh: {
		title: "职务和登录",
		post: "职务",
		name: "姓名",
		since: (from: string, to: string | null) => (to ? `${from} 至 ${to}` : `${from} 起`),
		term: "任期",
		end: "免去",
		endConfirm: (name: string) => `免去${name}的职务？对方马上不能再登录本会。`,
		ended: "职务已免去。",
		given: (name: string) => `${name}已经能登录，职务直接给了，不用再发链接。`,
		letIn: "让一位干部进来",
		letInHint: "填姓名和职务，会得到一个链接和二维码，七天内有效、只能用一次。对方打开就能登录，不用密码。",
		makeLink: "生成登录链接",
		nobody: { verb: "任", missing: "还没有人任职。", step: "" },
		back: "本会",
	},
	en: {
		title: "Posts and sign-in",
		post: "Post",
		name: "Name",
		since: (from: string, to: string | null) => (to ? `${from} to ${to}` : `since ${from}`),
		term: "Held",
		end: "End",
		endConfirm: (name: string) => `End the post of ${name}? They can no longer come in here, at once.`,
		ended: "The post has ended.",
		given: (name: string) => `${name} signs in already and holds the post now; no link is needed.`,
		letIn: "Let an officer in",
		letInHint:
			"Name and post make a link and a QR code, good for seven days and once. Whoever opens it is signed in, without a password.",
		makeLink: "Make a sign-in link",
		nobody: { verb: "Fill", missing: "Nobody holds a post yet.", step: "" },
		back: "About us",
	},
} satisfies Words<object>;
