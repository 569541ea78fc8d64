import type { Trouble } from "../../worker/http/problem";
import type { Words } from "../../worker/values/language";
import { paths } from "../paths";
import { Bare } from "./bare";
import type { Page } from "./view";

type Wording = { title: string; text: string };

const words: Words<Record<Trouble, Wording> & { back: Wording }> = {
	zh: {
		"sign-in": {
			title: "请先登录",
			text: "这一页只给有职务的人看。请用别人发给您的登录链接或二维码进来；链接过期了，请发链接的人再发一个。主管有打印的恢复码，可以用恢复码。",
		},
		"not-found": { title: "没有这一页", text: "可能是地址不对，也可能这里不归您管。" },
		"other-site": {
			title: "没有保存",
			text: "这次提交不是从会家的页面发来的，没有接收。请回到原来的页面再试。",
		},
		"too-large": { title: "内容太大", text: "一次最多提交 1 MB，没有保存。" },
		"not-read": { title: "读不懂这次提交", text: "没有保存。请回到原来的页面再试。" },
		broken: { title: "出错了", text: "不知道有没有保存成功。请退回再试一次，同一次提交不会重复记。" },
		"used-link": { title: "这个链接已经用过，或过期了", text: "每个链接只能用一次。请发链接的人再发一个。" },
		busy: { title: "今天的名额用完了", text: "今天提交的人太多，没有保存。请明天再来。" },
		crowded: {
			title: "正有好几个人在记账",
			text: "这次没有保存。请退回再试一次，同一次提交不会重复记。",
		},
		back: { title: "回首页", text: "" },
	},
	en: {
		"sign-in": {
			title: "Please sign in first",
			text: "This page is for officers. Come in by the sign-in link or QR code you were given; if it has expired, ask whoever sent it for a new one. The owner can use a recovery code.",
		},
		"not-found": { title: "No such page", text: "The address may be wrong, or this is not in your charge." },
		"other-site": {
			title: "Not saved",
			text: "This did not come from a page of Huijia, so it was not accepted. Go back and try again.",
		},
		"too-large": { title: "Too large", text: "At most 1 MB can be sent at once. Nothing was saved." },
		"not-read": { title: "That could not be read", text: "Nothing was saved. Go back and try again." },
		broken: {
			title: "Something went wrong",
			text: "Whether it was saved is not known. Go back and try again: the same form is never counted twice.",
		},
		"used-link": {
			title: "This link was used already, or has expired",
			text: "Each link works once. Ask whoever sent it for a new one.",
		},
		busy: {
			title: "Full for today",
			text: "Too many people have sent something today, so this was not saved. Please come back tomorrow.",
		},
		crowded: {
			title: "Several people are posting at once",
			text: "This was not saved. Go back and try again: the same form is never counted twice.",
		},
		back: { title: "Home", text: "" },
	},
};

/** The one page for whatever goes wrong with a request as such. */
export const ErrorPage = ({ facts, view }: Page<{ trouble: Trouble }>) => {
	const say = words[view.language][facts.trouble];
	return (
		<Bare title={say.title} view={view}>
			<p>{say.text}</p>
			<p>
				<a href={paths.start()}>{words[view.language].back.title}</a>
				{facts.trouble === "sign-in" && (
					<>
						{" · "}
						<a href={paths.recover()}>{view.language === "zh" ? "用恢复码" : "Use a recovery code"}</a>
					</>
				)}
			</p>
		</Bare>
	);
};
