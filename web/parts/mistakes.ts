import type { FormState } from "../../worker/http/body";
import type { Language, Words } from "../../worker/values/language";
import { yuanText } from "../../worker/values/money";
import type { Problems } from "./form";

type Sentence = (...figures: readonly string[]) => string;

/** An amount among a reason's figures, in fen, as yuan. */
const yuan = (fen: string) => yuanText(Number(fen));

/** One sentence for each reason that worker/values/typed.ts gives: what is, and what should be. */
const words = {
	zh: {
		required: () => "这里要填。",
		"too-long": (most) => `最多 ${most} 个字，这里太长了。`,
		"identity-number": () => "这里像是身份证号。会家不存身份证号，请删去。",
		"not-a-text": () => "这里填的内容读不懂。",
		"not-a-day": () => "没有这一天。请写成 2026-05-29 这样。",
		"not-a-count": () => "这里要填整数，比如 40。",
		"out-of-range": (least, most) => `要在 ${least} 到 ${most} 之间。`,
		"not-an-amount": () => "金额要写成 10 或 10.50 这样，最多两位小数。",
		"too-much": () => "金额太大，一笔最多一千万元。",
		nothing: () => "金额要大于零。",
		"not-a-choice": () => "请从列出的里面选一个。",
		"too-many": (most) => `一次最多 ${most} 个。`,
		"telephone-digits": (digits) => `手机号有 11 位数字，这里有 ${digits} 位。`,
		"not-a-telephone": () => "这不像电话号码。手机 11 位，座机带区号。",
		"not-an-id": () => "这张表过期了，请重新打开再填。",
		"not-a-code": () => "没有这个码，或已经用过。请照着印的再抄一遍。",
		"no-consent": () => "同意了才能提交。",
		"none-ticked": () => "还没有打勾。请先在要贴的几条前面打勾。",
		"not-a-name": () => "名字要写两个字以上，只写名字，不带标点。",
		"written-by-nobody": () => "这次的原话里没有这几个字。请照原话里的写。",
		"too-many-texts": (texts) => `有 ${texts} 条里都写了这几个字，不像人名，不能遮。`,
		"not-the-name": () => "和登记的姓名不一样。请照着上面再打一遍。",
		"after-today": () => "这一天还没到。",
		"four-digits": () => "请填手机号的后四位。",
		"one-by-one": () => "写了姓名的，一次记一个人。",
		"not-numbers": () => "序号要写成 1-12, 15, 18 这样。",
		"no-such-number": (...numbers) => `签到表上没有这些序号：${numbers.join("、")}。`,
		ahead: () => "这部手机的时间快了。",
		"not-a-list": () => "这里填的内容读不懂。",
		"already-past": () => "这一天已经过了。",
		"same-day": () => "还是原来那一天。请选另一天。",
		"by-postponement": () => "要换日子，请用“延期”，写上为什么。",
		"somebody-came": () => "后面的半天已经点过名，不能减到这么少。",
		"beyond-you": () => "这个职务的权限比您自己的大，请上级来给。",
		"before-joining": () => "不能早于入会那天。",
		"before-leaving": () => "不能早于上次退会那天。",
		"before-stage": (day) => `上一次变动是 ${day}，不能早于那天。`,
		overtaken: () => "刚才有人先改过了，您的没有存。请看一看现在的情况，还要改就再存一次。",
		"not-agreed": () => "请打勾，同意这些一起结束。",
		"not-settled": () => "还有没办好的事，办好才能注销。",
		"built-on": () => "这以后又有了变动，撤不回了。请到“历史”看一看。",
		unsettled: () => "还有事没有办完，请先照下面列的办好。",
		nobody: () => "选的小组里还没有会员，没有人可以分出去。",
		"kind-in-use": () => "还有组织是这一类，或者曾经是，不能删。",
		"several-of-that-name": () => "有几位同名的会员。请从列表里选，后面带出生年份的那一行。",
		"not-in-the-register": () => "名册里没有这个人。名字没写错，就在最下面勾“按新人记下”。",
		twice: () => "这个人在同一个职务里写了两次。",
		"before-last-term": () => "不能早于上一次换届那天，也不能是同一天。",
		"before-this-term": () => "不能早于本届选举那天。以前的事，请在“历届理事会”里补记。",
		"term-that-day": () => "这一天已经记了一次换届。",
		"not-earlier": () => "这一天在最近一次换届以后。新的一届，请用“换届”登记。",
		"after-next-term": (day) => `下一次换届是 ${day}，不能晚于那天。`,
		"met-then": (count) => `这段日子里的理事会开过 ${count} 次会，谁有表决权已经定了，不能再补。`,
		shortens: (count) => `前一届有 ${count} 人记着任到再下一届，和这一届重叠。确实到这一届选出为止，请勾上。`,
		"held-then": () => "这个人那段日子里已经任着这个职务。",
		"no-seat-then": () => "那段日子里这个职务没有空缺。",
		"stands-on-it": () => "后来的事是照这次换届办的，撤不回了。请看下面。",
		"shuts-you-out": () => "撤回以后您就不能再进本会的页面。确实要撤回，请勾上。",
		"not-after-election": () => "要晚于选举那天。",
		"locks-you-out": () => "您自己不在名单里：保存以后您就不能再进本会的页面。确实交班了，请勾上。",
		"no-seat": () => "这个职务没有空缺。先让原来的人离任，再补选。",
		"holds-it-already": () => "这个人已经在任这个职务。",
		"too-far-ahead": () => "最多提前一年登记。",
		"before-taking-office": () => "不能早于到任那天。",
		"more-full-time": () => "专职不能比总数多。",
		"no-such-member": () => "会员里没有这个人。请看看名字，或先登记会员。",
		"two-of-name": () => "有几位同名的会员，请在下面选是哪一位。",
		"lines-to-mend": () => "名单里有几行要改，见上面。",
		"same-person": () => "请先选一下，再保存。",
		"not-a-number": () => "这里要填数字，比如 3 或 2.5。",
		"two-choices": () => "至少写两样，一行一样，才好选。",
		"too-many-fields": (most) => `最多 ${most} 项在用。先停用一项，再添。`,
		"too-many-tags": (most) => `最多 ${most} 样标记在用。先停用一样，再添。`,
		"never-identity": () => "身份证号和证件号，会家一律不记，不能设这一项。",
		"never-health": () => "健康、疾病、残疾的情况，会家一律不记，不能设这一项。",
		"never-pregnancy": () => "怀孕、避孕、节育的情况，会家一律不记，不能设这一项。",
		"never-children": () => "子女和生育的情况，会家一律不记，不能设这一项。",
		"fewer-slips": (least) => `已经有 ${least} 张，可能发出去了：只能加，不能减。`,
		"too-many-links": (most) => `最多 ${most} 个链接。先停掉一个。`,
		"nothing-asked": () => "这条通知看到就行，不用答复。",
		"day-is-past": () => "这一天已经过了。",
		"when-missing": () => "填一个日子，或选节日、月份。",
		"not-in-year": (year) => `这是 ${year} 年的计划，日子要在 ${year} 年里。`,
		"plan-is-filed": () => "计划已经报上去了。要改，先撤回。",
		"say-why": () => "退回要说明原因：写总的意见，或写在某一项下面。",
		"not-a-month-day": () => "没有这一天。请写成 5-29 这样。",
		"never-asked": () =>
			"这是不能问的：不问任何人的健康、怀孕、避孕、生育、子女和证件。请改成问服务，或者删去。",
		"look-again": () => "这里有健康、生育一类的字。是问服务的，请在下面打勾再存；是问人的，请删去。",
		"lines-differ": (zh, en) => `中文 ${zh} 行，英文 ${en} 行，要一行对一行。`,
		"right-place": (most) => `写 1 到 ${most} 之间的数字，第几个答案是对的。`,
		"not-more": () => "最大的要比最小的大。",
		"one-open": () => "一份问卷只能有一题是自己写几句的，已经有了。",
		"too-many-questions": (most) => `一份问卷最多 ${most} 题。`,
		"criteria-lines": () => "一行一项，每行后面写满分，比如“活动开展 30”；至少有一项是打分的。",
		"wave-backwards": () => "不能早于开始那天。",
		"wave-over": () => "这一天已经过了。",
		"wave-too-long": (most) => `一次测评最多 ${most} 天。`,
		settled: () => "这一天所在的月份或年度已经结账，不能再记。请换一天，或记在今天。",
		"settled-today": () => "今年已经结账，今天不能再记。请明天再办，记在新的一年里。",
		"settled-below": () => "下级今年已经结账，今天记不进去。请明天再确认，记在新的一年里。",
		"before-books": (year) => `${year} 年以前的钱不记在这里。日期写错了请改；以前剩下的，请记“以前的结余”。`,
		"beyond-funds": (there, wanted) => `钱不够：现在有 ${yuan(there)} 元，这一笔要 ${yuan(wanted)} 元。`,
		"share-stands": () => "上缴的钱上下两本账都记了，一边不能单独冲销。要退，请上级拨回来。",
		"share-ended": () => "这一笔刚才已经有了结果，请看下面的情况。",
		"not-its-purpose": () => "这笔专款不能用在这方面。请换一笔钱，或改用途。",
		"years-backwards": () => "到哪一年，不能早于从哪一年。",
		"round-open": () => "已经有一轮收款没有结束。先点清现金，结束那一轮。",
		"cash-differs": (expected, counted) =>
			`收据上的现金一共 ${yuan(expected)} 元，点出来 ${yuan(counted)} 元。对不上的，写明原因才能结束。`,
		"no-agreement": () => "理事会同意了才能公开。同意了，请打勾。",
		"not-over": () => "这个月或这一年还没有过完，不能结账。",
		"settled-already": () => "这一段已经结过账，或者还没有账。",
		"opening-once": () => "以前的结余已经记过一次了。",
		"not-hours": () => "写成 2 或 1.5 这样，最多 24 小时。",
		"too-many-topics": (most) => `最多 ${most} 项。`,
		"not-a-time": () => "时间写成 14:30 这样。",
		"too-many-items": (most) => `议程最多 ${most} 项。`,
		"votes-beyond-present": (present) => `三样加起来比到会的多。到会 ${present} 人。`,
		"not-a-picture": () => "这不是一张照片（JPEG）。",
		"picture-too-large": () => "照片太大，请缩小再传。",
		"too-many-photographs": (most) => `这里最多 ${most} 张照片。要换，先删一张。`,
	},
	en: {
		required: () => "Please fill this in.",
		"too-long": (most) => `At most ${most} characters; this is longer.`,
		"identity-number": () =>
			"This looks like an identity-card number. Huijia holds none: please take it out.",
		"not-a-text": () => "This could not be read.",
		"not-a-day": () => "There is no such day. Write it like 2026-05-29.",
		"not-a-count": () => "A whole number goes here, such as 40.",
		"out-of-range": (least, most) => `It must be between ${least} and ${most}.`,
		"not-an-amount": () => "Write the amount like 10 or 10.50, with at most two decimals.",
		"too-much": () => "That is too much: at most ten million yuan at once.",
		nothing: () => "The amount must be more than zero.",
		"not-a-choice": () => "Please choose one of those listed.",
		"too-many": (most) => `At most ${most} at once.`,
		"telephone-digits": (digits) => `A mobile number has 11 digits; this has ${digits}.`,
		"not-a-telephone": () =>
			"This is not a telephone number. Mobiles have 11 digits; landlines need their area code.",
		"not-an-id": () => "This form is out of date. Please open it again.",
		"not-a-code": () => "No such code, or it was used already. Please copy it once more as printed.",
		"no-consent": () => "It can only be sent with your consent.",
		"none-ticked": () => "Nothing is ticked yet. Tick the texts first.",
		"not-a-name": () => "A name has two letters or more, and no punctuation.",
		"written-by-nobody": () => "These words are in none of the texts. Type them as they stand there.",
		"too-many-texts": (texts) => `${texts} texts hold these words: that is no name, and is not hidden.`,
		"not-the-name": () => "This is not the name on record. Please type it as shown above.",
		"after-today": () => "That day is still to come.",
		"four-digits": () => "Please give the last four digits.",
		"one-by-one": () => "Whoever is named is counted one at a time.",
		"not-numbers": () => "Write the numbers like 1-12, 15, 18.",
		"no-such-number": (...numbers) => `The sheet has no such numbers: ${numbers.join(", ")}.`,
		ahead: () => "The clock of this phone is ahead.",
		"not-a-list": () => "This could not be read.",
		"already-past": () => "That day is over already.",
		"same-day": () => "This is the same day. Please choose another.",
		"by-postponement": () => "To move it to another day, put it off, with the reason.",
		"somebody-came": () => "A roll was called for one of the later half-days; there can't be that few.",
		"beyond-you": () => "This post may do more than you may yourself; ask the level above to give it.",
		"before-joining": () => "It can't be before the day of joining.",
		"before-leaving": () => "It can't be before the day of leaving.",
		"before-stage": (day) => `The last change was on ${day}; it can't be before that day.`,
		overtaken: () =>
			"Somebody else was quicker, and yours was not saved. Look at how things stand now, and save again if you still want to.",
		"not-agreed": () => "Please tick that these end with it.",
		"not-settled": () => "Some things must be settled before it can be deregistered.",
		"built-on": () => "Something has happened since, and it can't be taken back. See the history.",
		unsettled: () => "Not everything is settled yet; please see to what is listed below first.",
		nobody: () => "Nobody is in the groups chosen, so there is nobody to split off.",
		"kind-in-use": () => "Some organisation is or was of this kind: it can't be removed.",
		"several-of-that-name": () =>
			"Several members have this name. Choose one from the list, with the year of birth after it.",
		"not-in-the-register": () =>
			"Nobody of this name is in the register. If it is spelt right, tick “new people” below.",
		twice: () => "This person stands here twice for the same post.",
		"before-last-term": () => "It must be after the day of the last general election.",
		"before-this-term": () =>
			"It can't be before this council was elected. What came before is recorded under “Councils so far”.",
		"term-that-day": () => "An election of that day is on record already.",
		"not-earlier": () => "This is after the last election. Record a new council as a general election.",
		"after-next-term": (day) => `The next election was on ${day}; it can't be later.`,
		"met-then": (count) =>
			`The council of those days met ${count === "1" ? "once" : `${count} times`}, so who had a vote is settled and nothing can be added.`,
		shortens: (count) =>
			`${count} of the council before are on record until the next election, which overlaps. Tick this if they served until this one.`,
		"held-then": () => "They held this post in those days already.",
		"no-seat-then": () => "No seat of this post was free in those days.",
		"stands-on-it": () => "Something rests on this election, so it can't be taken back. See below.",
		"shuts-you-out": () => "You could then no longer come in here. Tick this if you want it all the same.",
		"not-after-election": () => "It must be after the day of the election.",
		"locks-you-out": () =>
			"You are not on this list: once it is saved you can no longer come in here. Tick this if you are handing over.",
		"no-seat": () => "No seat of this post is free. End the present holder's first.",
		"holds-it-already": () => "This person holds the post already.",
		"too-far-ahead": () => "At most a year ahead.",
		"before-taking-office": () => "It can't be before the day they took office.",
		"more-full-time": () => "There can't be more full-time seats than seats.",
		"no-such-member": () => "No member has this name. Look at the spelling, or register them first.",
		"two-of-name": () => "Several members have this name; choose one below.",
		"lines-to-mend": () => "Some lines need mending; see above.",
		"same-person": () => "Please choose, then save again.",
		"not-a-number": () => "A number goes here, such as 3 or 2.5.",
		"two-choices": () => "Write two choices at least, one a line.",
		"too-many-fields": (most) => `At most ${most} can be in use. Take one out of use first.`,
		"too-many-tags": (most) => `At most ${most} can be in use. Take one out of use first.`,
		"never-identity": () =>
			"Huijia never holds identity-card or document numbers, so no such field can be made.",
		"never-health": () => "Huijia never holds anything of somebody's health, so no such field can be made.",
		"never-pregnancy": () =>
			"Huijia never holds anything of pregnancy or contraception, so no such field can be made.",
		"never-children": () =>
			"Huijia never holds anything of births or children, so no such field can be made.",
		"fewer-slips": (least) =>
			`There are ${least} already, and some may have been handed out: there can only be more.`,
		"too-many-links": (most) => `At most ${most} links. Revoke one first.`,
		"nothing-asked": () => "This circular only asks to be read.",
		"day-is-past": () => "That day is over already.",
		"when-missing": () => "Give a day, or choose a key day or a month.",
		"not-in-year": (year) => `This is the plan for ${year}: the day must be in ${year}.`,
		"plan-is-filed": () => "The plan has been filed. Withdraw it first.",
		"say-why": () => "A return needs a reason: of the whole plan, or at an item.",
		"not-a-month-day": () => "There is no such day. Write it like 5-29.",
		"never-asked": () =>
			"This is never asked: nothing of anybody's health, pregnancy, contraception, births, children or papers. Ask about a service instead, or take it out.",
		"look-again": () =>
			"There is a word about health or births here. If this asks about a service, tick the box below and save; if it asks about people, take it out.",
		"lines-differ": (zh, en) => `${zh} lines in Chinese and ${en} in English: they must match line by line.`,
		"right-place": (most) => `A number from 1 to ${most}: which answer is right.`,
		"not-more": () => "The most must be more than the least.",
		"one-open": () => "A questionnaire has one question in one's own words, and there is one already.",
		"too-many-questions": (most) => `At most ${most} questions in one questionnaire.`,
		"criteria-lines": () =>
			"One item a line, each with its most points, such as “Activities 30”; at least one must be marked.",
		"wave-backwards": () => "It can't be before the first day.",
		"wave-over": () => "That day is over already.",
		"wave-too-long": (most) => `A survey runs for at most ${most} days.`,
		settled: () => "The month or year of this day is closed; choose another day, or today.",
		"settled-today": () =>
			"This year's books are closed. Please do it tomorrow; it will stand in the new year.",
		"settled-below": () =>
			"The books below are closed for this year. Please confirm it tomorrow; it will stand in the new year.",
		"before-books": (year) =>
			`No money before ${year} stands here. Please mend the day; what was left from then is entered as brought forward.`,
		"beyond-funds": (there, wanted) =>
			`There is not that much: ${yuan(there)} yuan are there, and this takes ${yuan(wanted)}.`,
		"share-stands": () =>
			"A share stands in both books; one side can't reverse it alone. Those above can grant it back.",
		"share-ended": () => "Something became of it meanwhile; see below.",
		"not-its-purpose": () => "This money may not be used for that. Choose other money, or another use.",
		"years-backwards": () => "The last year can't be before the first.",
		"round-open": () => "A round is open already. Count its cash and close it first.",
		"cash-differs": (expected, counted) =>
			`The receipts come to ${yuan(expected)} yuan in cash, and ${yuan(counted)} were counted. Say why, and the round can be closed.`,
		"no-agreement": () => "It is posted once the council has agreed; then tick this.",
		"not-over": () => "This month or year isn't over yet.",
		"settled-already": () => "This period is closed already, or has no entries.",
		"opening-once": () => "What there was before has been entered already.",
		"not-hours": () => "Write it like 2 or 1.5, at most 24 hours.",
		"too-many-topics": (most) => `At most ${most} topics.`,
		"not-a-time": () => "Write the time like 14:30.",
		"too-many-items": (most) => `An agenda has at most ${most} items.`,
		"votes-beyond-present": (present) => `That is more votes than people present: ${present} are.`,
		"not-a-picture": () => "This is no photograph (JPEG).",
		"picture-too-large": () => "The photograph is too large; make it smaller first.",
		"too-many-photographs": (most) => `At most ${most} photographs here. To put another, delete one.`,
	},
} satisfies Words<Record<string, Sentence>>;

/** The sentence for a reason, in the reader's language. */
export function sentenceFor(reason: string, language: Language): string {
	const [name = "", ...figures] = reason.split(" ");
	const sentences: Record<string, Sentence> = words[language];
	return (sentences[name] ?? sentences["not-a-text"])?.(...figures) ?? "";
}

/** What is wrong in a form, in words, by field. */
export function problemsOf(form: FormState, language: Language): Problems {
	return Object.fromEntries(
		Object.entries(form.mistakes).map(([field, reason]) => [field, sentenceFor(reason, language)]),
	);
}

/** What a field of a form shows: its name, what was typed, what is wrong. */
export function fieldOf(form: FormState, language: Language) {
	return (name: string) => {
		const typed = form.typed[name];
		const reason = form.mistakes[name];
		return {
			name,
			value: Array.isArray(typed) ? typed.join(" ") : (typed ?? ""),
			error: reason === undefined ? undefined : sentenceFor(reason, language),
		};
	};
}
