import type { Words } from "../../worker/values/language";
import { Bare } from "../layout/bare";
import type { Page } from "../layout/view";
import { paths } from "../paths";

const words = {
	zh: {
		title: "会家",
		lead: "协会的家：会员、活动、会费、满意度，一年的事都在这里。",
		officers: "有职务的人",
		officersText:
			"请用会长、秘书长或上级发给您的登录链接或二维码进来。每个链接用一次，以后这台设备三十天内不用再登录。",
		residents: "居民和会员",
		residentsText: "请扫协会贴出来的二维码，入会或者答满意度问卷，不用登录。",
		recover: "主管用恢复码登录",
		privacy: "存些什么，存多久",
	},
	en: {
		title: "Huijia",
		lead: "The association's home: members, activities, dues and satisfaction, a whole year in one place.",
		officers: "Officers",
		officersText:
			"Come in by the sign-in link or QR code that your chair, secretary or the level above gave you. Each works once; this device then stays signed in for thirty days.",
		residents: "Residents and members",
		residentsText:
			"Scan the QR code that the association has put up, to join or to answer the survey. No signing in.",
		recover: "Owners: sign in by a recovery code",
		privacy: "What is kept, and for how long",
	},
} satisfies Words<object>;

/** The front door for whoever is not signed in: who comes in, and how. */
export const StartPage = ({ view }: Page<object>) => {
	const say = words[view.language];
	return (
		<Bare view={view} title={say.title}>
			<h1>{say.title}</h1>
			<p>{say.lead}</p>
			<h2>{say.residents}</h2>
			<p>{say.residentsText}</p>
			<h2>{say.officers}</h2>
			<p>{say.officersText}</p>
			<p>
				<a href={paths.recover()}>{say.recover}</a>
				{" · "}
				<a href={paths.privacy()}>{say.privacy}</a>
			</p>
		</Bare>
	);
};
