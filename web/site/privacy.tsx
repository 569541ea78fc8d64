import type { Words } from "../../worker/values/language";
import { Bare } from "../layout/bare";
import type { Page } from "../layout/view";
import { Heading } from "../parts/heading";

type Section = { heading: string; lines: readonly string[] };

const words: Words<{ title: string; sections: readonly Section[] }> = {
	zh: {
		title: "存些什么，存多久",
		sections: [
			{
				heading: "会员",
				lines: [
					"存：姓名、性别、出生年份、电话、住址、入会和退会的日期、会员类别、备注、参加了哪些活动、会议和培训、缴了哪些年的会费。除姓名和入会日期外都可以不填。",
					"不存：身份证号，健康、怀孕、避孕、生育和子女情况。没有这样的栏目；像身份证号的数字会被退回。",
					"谁看得到：本会和上级协会有职务的人。每次改动都记下谁、什么时候、从什么改成什么。",
					"同一个人登记了两次，由管登记的人合并；合并前的样子留着，好能分开。",
					"同意我们留联系方式，可以随时撤回，哪天撤回都记着；撤回以后电话和住址可以清空，历史里的一并清掉。",
					"退会以后登记还在，因为会费账要对得上。本人要求的，可以把姓名和个人资料从登记和历史里永久清掉，只留下不带姓名的日期、金额和人次。",
					"本人可以向协会要一份关于自己的全部资料，打印的或者文件都行；有登录的人在“我的”里自己下载。",
				],
			},
			{
				heading: "会费和账",
				lines: [
					"存：谁哪天缴了多少、缴哪几年、收据号、谁经手；免缴、缓缴的原因和谁批的。记下的账不能改、不能删，错了另记一笔冲销。",
					"每一笔账带着前一笔的校验码。校验码里，缴费人只有随机编号；手写的收款人、经办人只进一个加了盐的摘要：清掉了姓名，账照样核对得上。",
					"收据上的码，谁扫都能核对真假，看到的只有号码、日期和金额，没有姓名。",
					"公示只有各项合计，不带任何人的姓名。提意见不用留名，答复以后和答复一起公开。",
					"导入的账单只读日期、对方姓名、金额、用途；账号、卡号、订单号不读，也不传出那台电脑。",
				],
			},
			{
				heading: "报名的居民",
				lines: ["报名表里同意了才收。批准了转成会员登记；没批准的，除姓名和理由外马上删去。"],
			},
			{
				heading: "满意度答卷",
				lines: [
					"答卷不带姓名、一次性码、时间、手机型号和网络地址。码只用来防止一人多答，用过的码和答卷分开存，对不上。",
					"满 10 份才给出数字，10 到 29 份只供参考，满 30 份才公布。测评没结束时，数字每满 10 份才动一次。",
					"我们说的是“没有存”，不是“绝对不可能”：掌管云账户的人可以用数据库的时间点恢复，比较前后两分钟的数据。",
					"手写的意见原样给协会看，请不要写自己是谁。",
					"问卷是协会自己写的。证件号，任何人自己的健康、怀孕、避孕、生育和子女，会家不让写进问卷。只问一部分人的题，别人就算填了也不存。",
					"网络不通时，答案留在您的手机里，同一份会反复送到收下为止，只记一份。",
					"上级来考评的，打分要署名，被考评的协会看得到是谁打的；居民的答卷从不署名。",
				],
			},
			{
				heading: "活动和凭证的照片",
				lines: [
					"照片先在手机上缩小，拍摄地点、时间和手机型号不上传；服务器再清一遍。只有能看这场活动、这笔账的人看得到，公示里没有。",
					"拍到您又不愿意留的，告诉协会：删一张就永久没有了，没有备份。",
				],
			},
			{
				heading: "有职务的人",
				lines: [
					"存：姓名、职务、任期，以及登录过的设备：一个简称（如“Android”）、哪天登录、最近哪天用过。没有密码。登录链接、令牌和日历链接只存摘要。谁报了、批了计划，谁看了、答了通知，也记着。",
					"设备三十天不用就自动退出，也可以随时在“我的设备”里退出。",
				],
			},
			{
				heading: "浏览器里",
				lines: [
					"只有登录、语言和一次性提示三个小存档（cookie）。没有统计，没有广告，不连别的网站。",
					"问卷页会把没交的答案先存在您自己的手机里，交了就清掉，最多留一天，不会传到别处；换了人，点“从头填”。选了大字，也只记在这部手机里。",
				],
			},
			{ heading: "日志", lines: ["不记访问日志。出错时只记错误的种类和代码位置，不带姓名和电话。"] },
		],
	},
	en: {
		title: "What is kept, and for how long",
		sections: [
			{
				heading: "Members",
				lines: [
					"Kept: name, sex, year of birth, telephone, address, the days of joining and leaving, kind of member, a note, which activities, meetings and trainings they came to and which years' dues they paid. All but the name and the day of joining may be left out.",
					"Not kept: identity numbers; anything about health, pregnancy, contraception, births or children. There is no field for them, and digits that look like an identity number are refused.",
					"Who can see it: officers of the association and of those above it. Every change keeps who, when, from what, to what.",
					"Where one person was entered twice, whoever keeps the register joins the two; how they were before is kept, so that it can be undone.",
					"Consent to being reached can be withdrawn at any time, and the day is noted; telephone and address can then be emptied, history included.",
					"The record stays after somebody leaves, since the dues must add up. At their own wish name and details are erased for good, from the record and its history; days, amounts and attendances stay without a name.",
					"Everybody may ask the association for all that is held about them, on paper or as a file; whoever signs in downloads their own.",
				],
			},
			{
				heading: "Dues and books",
				lines: [
					"Kept: who paid how much on which day, for which years, the receipt's number, who took it; why somebody was exempt or given time, and who granted it. Entries are never changed or deleted; a wrong one is reversed by another.",
					"Each entry carries a check of the one before. In it a payer is a random id, and a payee or approver who was typed is a salted digest: when a name is erased, the books still hold.",
					"Whoever scans the code on a receipt sees number, day and amount, and no name.",
					"A public notice shows sums alone, and nobody's name. An objection needs no name, and is shown with its answer.",
					"Of a statement that is brought in, day, name, amount and purpose are read; numbers of accounts, cards and orders are not, and never leave that computer.",
				],
			},
			{
				heading: "Residents who apply",
				lines: [
					"Accepted with consent only. When approved it becomes a member's record; when declined, all but the name and the reason is deleted at once.",
				],
			},
			{
				heading: "Survey answers",
				lines: [
					"An answer carries no name, one-time code, time, kind of phone or network address. The code only stops double answers: used codes are kept apart from answers, and the two can't be matched.",
					"No figure is shown below 10 answers; from 10 to 29 it is for reference; from 30 it is published. While a survey runs, figures move only with every tenth answer.",
					'We say "not stored", not "impossible": whoever owns the cloud account could restore the database to two points in time and compare them.',
					"What you write in your own words is shown as written: please don't say who you are.",
					"Associations write the questions. Huijia refuses questions for papers, or about anybody's own health, pregnancy, contraception, births or children. A question for some people only is not stored when others answer it.",
					"Without a network your answer stays on your phone and is sent again until it is received; it counts once.",
					"Assessors from the level above sign their marks, and the association sees whose they are; residents' answers are never signed.",
				],
			},
			{
				heading: "Photographs of activities and vouchers",
				lines: [
					"Made small on the phone first: where and when they were taken, and by which phone, isn't sent; the server takes it out once more. Only whoever may see the activity or the entry sees them; no notice shows them.",
					"If you are in one and don't want it kept, tell the association: taken away, it is gone for good, and there is no copy.",
				],
			},
			{
				heading: "Officers",
				lines: [
					'Kept: name, post and its dates, and the devices signed in: a short name such as "Android", the day of signing in, the day of last use. There is no password. Of links, tokens and calendar links only a digest is kept. Who filed or answered a plan, and who read or answered a circular, is kept too.',
					'A device is signed out after thirty days without use, or at any time under "My devices".',
				],
			},
			{
				heading: "In the browser",
				lines: [
					"Three small cookies: sign-in, language, and a message shown once. No statistics, no advertising, no other sites.",
					"The survey page keeps an answer that was not sent yet on your own phone: it is cleared when sent, kept a day at most, and goes nowhere else; somebody else begins with “Start afresh”. That you chose large text is remembered on the phone alone.",
				],
			},
			{
				heading: "Logs",
				lines: [
					"No visits are logged. An error logs its kind and its place in the code, without names or telephone numbers.",
				],
			},
		],
	},
};

/** What is kept about whom, and for how long, in plain words. */
export const PrivacyPage = ({ view }: Page<object>) => {
	const { title, sections } = words[view.language];
	return (
		<Bare view={view} title={title}>
			<h1>{title}</h1>
			{sections.map(({ heading, lines }) => (
				<section>
					<Heading>{heading}</Heading>
					{lines.map((line) => (
						<p>{line}</p>
					))}
				</section>
			))}
		</Bare>
	);
};
