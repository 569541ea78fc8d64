import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { app } from "../worker/app";
import { describedRoutes } from "../worker/openapi";
import { daysAfter } from "../worker/values/day";
import { sha256 } from "../worker/values/id";
import { base64, picture } from "./activities/picture";
import { type Answer, submit, visit } from "./doors";
import { beginFurnished } from "./furnished";
import { beginSealing, closeWithTexts, codeAt, contented, opening, today } from "./surveys/cast";
import type { Who } from "./world";

/** How often a form arrives at once: an impatient thumb, a proxy that tries again, a phone that lost the reply. */
const copies = 20;
const year = today.slice(0, 4);
const token = "a-way-in-for-the-new-chair".padEnd(43, "x");
const recoveryCode = "0123456789abcdef";

type Fields = Record<string, string | string[]>;
type Form = {
	path: string;
	as: Who | null;
	fields: Fields;
	/** What stands before the form is sent, besides the furnished village. */
	before?: () => Promise<unknown>;
	/** What is only known once the world stands. */
	drawn?: () => Promise<Fields>;
	/** What somebody corrects before sending again under the same id; none for a form that carries no id. */
	other?: Fields;
	/** What a single-use thing answers to another body once it is used, where that is not 409. */
	refused?: number;
};

const meeting = { kind: "assembly", title: "会员大会", day: today, time: "", place: "村口", agenda: "收支" };
const person = { name: "张桂英", kind: "ordinary", telephone: "13957901234" };
const done = { kind: "publicity", title: "会员活动日", day: `${year}-01-02`, heads: "46" };
const keyed = async () => ({ code: await codeAt(3) });
const seenOf = async (questionnaire: string) => {
	const page = await visit(`/o/sy/questionnaires/${questionnaire}/versions`, { as: "secretary" });
	return /name="seen" value="(\w+)"/.exec(page.text)?.[1] ?? "";
};
const left = { id: "d0", day: today, because: "left" };

const sides = {
	...{ name: "one", sex: "one", birth_year: "one", telephone: "one" },
	...{ address: "one", note: "one", further: "one" },
};
/** The village's plan of this year is approved. */
const approved = () =>
	submit(
		`/o/sy/plans/${year}/rounds/1/review`,
		{ id: "pr1", outcome: "approved", note: "" },
		{ as: "townshipStaff" },
	);
/** Nobody is on the way from the neighbours any more. */
const takenBack = () => submit("/o/lf/transfers/t1", { outcome: "taken-back" }, { as: "neighbour" });
const newVillage = { organisation: "新湾村计划生育协会", kind: "village", day: today, reason: "分设行政村" };

/** Every form that makes something, as it is sent, and as it is sent again with a correction. */
const forms: Record<string, Form> = {
	"a registration": {
		path: "/o/sy/members",
		as: "secretary",
		fields: { ...person, id: "n1", joined_on: today },
		other: { name: "章桂英" },
	},
	"a change of a record": {
		path: "/o/sy/members/m1/edit",
		as: "secretary",
		fields: { ...person, id: "n1", address: "三组" },
		other: { address: "四组" },
	},
	"a departure": {
		path: "/o/sy/members/m1/departure",
		as: "secretary",
		fields: { ...left, id: "n1" },
		other: { because: "moved" },
	},
	"a return": {
		path: "/o/sy/members/m1/return",
		as: "secretary",
		before: () => submit("/o/sy/members/m1/departure", left, { as: "secretary" }),
		fields: { id: "n1", day: today, kind: "ordinary" },
		other: { kind: "honorary" },
	},
	"staying after all": {
		path: "/o/sy/members/m1/departure/withdrawal",
		as: "secretary",
		before: () =>
			submit("/o/sy/members/m1/departure", { ...left, day: daysAfter(today, 9) }, { as: "secretary" }),
		fields: { id: "n1" },
	},
	"a further membership of somebody known elsewhere": {
		path: "/o/sy/members",
		as: "townshipStaff",
		before: () =>
			submit("/o/lf/members", { ...person, id: "k1", name: "叶桂英", joined_on: today }, { as: "neighbour" }),
		fields: { ...person, id: "n1", name: "叶桂英", joined_on: today, same: "k1" },
		other: { kind: "honorary" },
	},
	"a topic": {
		path: "/o/jx/training/topics",
		as: "owner",
		fields: {
			id: "n1",
			zh: "政策",
			en: "Policy",
			from_year: year,
			years: "1",
			target: "90",
			whom: ["member", "chair"],
		},
		other: { zh: "法律" },
	},
	"a requirement": {
		path: "/o/jx/training/topics/tp1",
		as: "owner",
		fields: { id: "n1", from_year: year, years: "2", target: "90", whom: [] },
		other: { years: "3" },
	},
	"what an activity teaches": {
		path: "/o/sy/activities/a1/topics",
		as: "secretary",
		fields: { id: "n1", topic: "tp1", before: "" },
		other: { topic: "" },
	},
	"certificates of training": {
		path: "/o/sy/activities/g2/certificates",
		as: "secretary",
		fields: { id: "n1" },
	},
	"volunteers' hours": {
		path: "/o/sy/activities/g2/hours",
		as: "secretary",
		fields: { id: "n1", volunteer: ["p3"], hours: "2" },
		other: { hours: "3" },
	},
	"a training elsewhere": {
		path: "/o/sy/members/m1/training",
		as: "secretary",
		fields: { id: "n1", topic: "year", day: `${year}-01-06`, evidence: "镇里的签到表" },
		other: { evidence: "区里的签到表" },
	},
	"a training elsewhere, taken back": {
		path: "/o/sy/members/m1/training/te1/removal",
		as: "secretary",
		fields: { id: "n1" },
	},
	"a meeting": {
		path: "/o/sy/meetings",
		as: "secretary",
		fields: { ...meeting, id: "n1" },
		other: { title: "大会" },
	},
	"a meeting called anew": {
		path: "/o/sy/meetings/g1/edit",
		as: "secretary",
		fields: { ...meeting, id: "n1", agenda: "会费" },
		other: { agenda: "别的" },
	},
	"a calling off": {
		path: "/o/sy/meetings/g1/calling-off",
		as: "secretary",
		fields: { id: "n1", reason: "台风" },
		other: { reason: "下雪" },
	},
	"the roll of a meeting": {
		path: "/o/sy/meetings/g1/roll",
		as: "secretary",
		fields: { id: "n1", came: ["p3", "m1"], proxy: [], before: [], before_proxy: [] },
		other: { came: ["p3"] },
	},
	"what was said": {
		path: "/o/sy/meetings/g2/minutes",
		as: "secretary",
		fields: { id: "n1", "said-1": "会计念了账", about: "", said: "" },
		other: { "said-1": "没有念" },
	},
	"a vote": {
		path: "/o/sy/meetings/g2/resolutions",
		as: "secretary",
		fields: {
			id: "n1",
			item: "",
			text: "同意",
			share: "",
			votes_for: "1",
			votes_against: "0",
			abstained: "0",
		},
		other: { text: "不同意" },
	},
	"a vote taken back": {
		path: "/o/sy/meetings/g2/resolutions/v1/removal",
		as: "secretary",
		fields: { id: "n1" },
	},
	"a signing": {
		path: "/o/sy/meetings/g2/signing",
		as: "secretary",
		fields: { id: "n1" },
	},
	"an addition to signed minutes": {
		path: "/o/sy/meetings/g3/additions",
		as: "secretary",
		fields: { id: "n1", text: "还到了一位" },
		other: { text: "还到了两位" },
	},
	"a rule of meetings": {
		path: "/o/jx/meetings/rules",
		as: "owner",
		fields: { id: "n1", kind: "council", from_day: today, quorum: "half", majority: "half", proxies: "" },
		other: { quorum: "two-thirds" },
	},
	"a group": {
		path: "/o/sy/groups",
		as: "secretary",
		fields: { id: "n1", group: "第二小组" },
		other: { group: "第三小组" },
	},
	"a group's other name": {
		path: "/o/sy/groups/g1",
		as: "secretary",
		fields: { id: "n1", group: "河东组" },
		other: { group: "河西组" },
	},
	"members of a group": {
		path: "/o/sy/groups/g1/members",
		as: "secretary",
		fields: { id: "n1", members: "m1 s1", before: "m1" },
		other: { members: "" },
	},
	"a group's leader": {
		path: "/o/sy/groups/g1/leader",
		as: "secretary",
		fields: { id: "n1", leader: "m1" },
		other: { leader: "" },
	},
	"a dissolution of a group": {
		path: "/o/sy/groups/g1/dissolution",
		as: "secretary",
		fields: { id: "n1" },
	},
	"a household": {
		path: "/o/sy/households",
		as: "secretary",
		fields: { id: "n1", household: "方荷花", address: "4 组", contact_name: "", contact: "" },
		other: { address: "5 组" },
	},
	"a list of households": {
		path: "/o/sy/households/lines",
		as: "secretary",
		fields: { id: "n1", lines: "方荷花，4 组，张桂英\n王樟林" },
		other: { lines: "应阿毛" },
	},
	"a change of a household": {
		path: "/o/sy/households/h1",
		as: "secretary",
		fields: { id: "n1", household: "傅土根", address: "6 组", contact_name: "", contact: "" },
		other: { address: "7 组" },
	},
	"an end of a household": {
		path: "/o/sy/households/h1/end",
		as: "secretary",
		fields: { id: "n1" },
	},
	"a tag": {
		path: "/o/jx/tags",
		as: "owner",
		fields: { id: "n1", kind: "volunteer", zh: "环境整治", en: "Clean-ups" },
		other: { zh: "环境清洁" },
	},
	"a change of a tag": {
		path: "/o/jx/tags/vt1/edit",
		as: "owner",
		fields: { id: "n1", kind: "skill", zh: "会计", en: "Accounts", ended: "" },
		other: { ended: "on" },
	},
	"a circular": {
		path: "/o/qq/circulars",
		as: "townshipStaff",
		fields: { id: "n1", title: "换届提醒", body: "请看通知。", asks: "reading", question: "", answer_by: "" },
		other: { title: "换届的提醒" },
	},
	"an answer to a circular": {
		path: "/o/sy/circulars/c1/answer",
		as: "secretary",
		fields: { id: "n1", said: "12" },
		other: { said: "15" },
	},
	"taking a circular back": {
		path: "/o/qq/circulars/c1/withdrawal",
		as: "townshipStaff",
		fields: { id: "n1", reason: "改期了" },
		other: { reason: "取消了" },
	},
	"the beginning of a plan": {
		path: `/o/lf/plans/${year}/start`,
		as: "neighbour",
		fields: { id: "n1", from: "ready" },
		other: { from: "last-year" },
	},
	"an item of a plan": {
		path: `/o/lf/plans/${year}/items`,
		as: "neighbour",
		fields: { id: "n1", kind: "visit", title: "走访", day: `${year}-03-05` },
		other: { title: "慰问" },
	},
	"a change of an item": {
		path: `/o/sy/plans/${Number(year) + 1}/items/pi2`,
		as: "secretary",
		fields: { id: "n1", kind: "visit", title: "走访", month: "4" },
		other: { month: "5" },
	},
	"taking an item out": {
		path: `/o/sy/plans/${Number(year) + 1}/items/pi2/removal`,
		as: "secretary",
		fields: { id: "n1" },
	},
	"an item added to an approved plan": {
		path: `/o/sy/plans/${year}/items`,
		as: "secretary",
		before: approved,
		fields: { id: "n1", kind: "visit", title: "走访", day: `${year}-03-05`, reason: "会员要求" },
		other: { reason: "镇里要求" },
	},
	"an amendment": {
		path: `/o/sy/plans/${year}/items/pi1`,
		as: "secretary",
		before: approved,
		fields: { id: "n1", kind: "visit", title: "走访", day: `${year}-03-05`, reason: "下雨" },
		other: { reason: "修路" },
	},
	"dropping an item": {
		path: `/o/sy/plans/${year}/items/pi1/removal`,
		as: "secretary",
		before: approved,
		fields: { id: "n1", reason: "下雨" },
		other: { reason: "修路" },
	},
	"filing a plan": {
		path: `/o/sy/plans/${Number(year) + 1}/rounds`,
		as: "secretary",
		fields: { id: "n1" },
	},
	"an answer to a plan": {
		path: `/o/sy/plans/${year}/rounds/1/review`,
		as: "townshipStaff",
		fields: { id: "n1", outcome: "returned", note: "", "comment-pi1": "和谁一起办" },
		other: { outcome: "approved" },
	},
	"a withdrawal of a plan": {
		path: `/o/sy/plans/${year}/rounds/1/withdrawal`,
		as: "secretary",
		fields: { id: "n1" },
	},
	"the day by which plans are due": {
		path: "/o/qq/plans-below/deadline",
		as: "townshipStaff",
		fields: { id: "n1", year, day: `${year}-01-31` },
		other: { day: `${year}-02-28` },
	},
	"a key day": {
		path: "/o/jx/key-days",
		as: "owner",
		fields: { id: "n1", zh: "敬老日", en: "Day of the aged", month_day: "10-9", from_year: year },
		other: { month_day: "10-10" },
	},
	"a change of a key day": {
		path: "/o/jx/key-days/aids",
		as: "owner",
		fields: { id: "n1", zh: "艾滋病日", en: "AIDS day", month_day: "12-1", from_year: "2027" },
		other: { month_day: "" },
	},
	"members with a tag": {
		path: "/o/sy/tags/vt1/members",
		as: "secretary",
		fields: { id: "n1", members: "m1", before: "" },
		other: { members: "s1" },
	},
	"a further field": {
		path: "/o/jx/fields",
		as: "owner",
		fields: { id: "n1", kind: "day", zh: "培训日", en: "Trained on", choices: "" },
		other: { zh: "上岗日" },
	},
	"a change of a further field": {
		path: "/o/jx/fields/ff1/edit",
		as: "owner",
		fields: { id: "n1", zh: "工作单位", en: "Employer", choices: "", ended: "" },
		other: { ended: "on" },
	},
	"an offer of a member": {
		path: "/o/sy/members/m1/transfer",
		as: "secretary",
		fields: { id: "n1", to: "lf", day: today, note: "已搬去三组" },
		other: { note: "已搬去四组" },
	},
	"a transfer at once": {
		path: "/o/sy/members/m1/transfer",
		as: "townshipStaff",
		fields: { id: "n1", to: "lf", day: today, note: "" },
		other: { day: `${year}-01-03` },
	},
	// Its outcome is its key, as of an application.
	"a receipt of a member": {
		path: "/o/sy/transfers/t1",
		as: "secretary",
		fields: { outcome: "received" },
		other: { outcome: "declined", reason: "住在外村" },
		refused: 303,
	},
	"a merger": {
		path: "/o/sy/mergers",
		as: "townshipStaff",
		before: takenBack,
		fields: { id: "n1", gone: "lf", day: today, reason: "行政村调整" },
		other: { reason: "撤村建居" },
	},
	"a split": {
		path: "/o/sy/splits",
		as: "townshipStaff",
		fields: { ...newVillage, id: "n1", group: ["g1"] },
		other: { organisation: "新坞村计划生育协会" },
	},
	"an activity": {
		path: "/o/sy/activities",
		as: "secretary",
		fields: { ...done, id: "n1" },
		other: { heads: "64" },
	},
	"a change of an activity": {
		path: "/o/sy/activities/a1/edit",
		as: "secretary",
		fields: { ...done, id: "n1", heads: "50" },
		other: { heads: "52" },
	},
	"a withdrawal of an activity": {
		path: "/o/sy/activities/a1/withdrawal",
		as: "secretary",
		fields: { id: "n1", reason: "记错了" },
		other: { reason: "重复了" },
		// Nothing is there any more to be taken back as a new one.
		refused: 404,
	},
	"a photograph": {
		path: "/o/sy/activities/a1/photographs",
		as: "secretary",
		fields: { id: "n1", picture: base64(picture()) },
		other: { picture: base64(picture({ drawn: 8 })) },
	},
	"taking a photograph away": {
		path: "/o/sy/activities/a1/photographs/ph1/removal",
		as: "secretary",
		fields: { id: "n1" },
	},
	"a photograph of a voucher": {
		path: "/o/sy/funds/e1/photographs",
		as: "secretary",
		fields: { id: "n1", picture: base64(picture()) },
		other: { picture: base64(picture({ drawn: 8 })) },
	},
	"taking a photograph of a voucher away": {
		path: "/o/sy/funds/e1/photographs/ph1/removal",
		as: "secretary",
		fields: { id: "n1" },
	},
	"something that may be lent": {
		path: "/o/sy/exhibits",
		as: "secretary",
		fields: { id: "n1", name: "投影" },
		other: { name: "帐篷" },
	},
	"handing on": {
		path: "/o/sy/exhibits/ex1/loans",
		as: "secretary",
		fields: { id: "n1", holder: "qq", day: today, due: "" },
		other: { holder: "lf" },
	},
	"a coming back": {
		path: "/o/sy/exhibits/ex1/return",
		as: "secretary",
		fields: { id: "n1", day: today },
		other: { day: `${year}-01-03` },
		// It is here: nothing is there to come back as a new one.
		refused: 404,
	},
	"a postponement": {
		path: "/o/sy/activities/b1/postponement",
		as: "secretary",
		fields: { id: "n1", day: daysAfter(today, 12), reason: "下雨" },
		other: { day: daysAfter(today, 13) },
	},
	"a cancellation": {
		path: "/o/sy/activities/b1/cancellation",
		as: "secretary",
		fields: { id: "n1", reason: "场地没有了" },
		other: { reason: "下雨" },
		// Nothing is there any more to be cancelled as a new one.
		refused: 404,
	},
	"half-days": {
		path: "/o/sy/activities/a1/sessions",
		as: "secretary",
		fields: { id: "n1", sessions: "2", first: "morning" },
		other: { sessions: "3" },
	},
	"asking another to hold it too": {
		path: "/o/sy/activities/a1/holders",
		as: "secretary",
		fields: { id: "n1", holder: "lf" },
		other: { holder: "qq" },
	},
	"holding it no more": {
		path: "/o/sy/activities/a1/holders/lf/end",
		as: "secretary",
		before: () => submit("/o/sy/activities/a1/holders", { id: "n0", holder: "lf" }, { as: "secretary" }),
		fields: { id: "n1" },
	},
	"an answer to being asked": {
		path: "/o/sy/invitations/lf/lb1",
		as: "secretary",
		fields: { id: "n1", outcome: "accepted" },
		other: { outcome: "declined" },
		refused: 404,
	},
	"taps that a phone kept": {
		path: "/o/sy/activities/a1/attendance/taps",
		as: "secretary",
		fields: { id: "n1", session: "1", taps: '[{"id":"t1","person":"m1","came":true,"proxy":false,"at":5}]' },
		other: { taps: "[]" },
	},
	"a numbering": {
		path: "/o/sy/activities/a1/sign-in-sheet",
		as: "secretary",
		fields: { id: "n1" },
	},
	"numbers of a sheet": {
		path: "/o/sy/activities/a1/sheet-numbers",
		as: "secretary",
		before: () => submit("/o/sy/activities/a1/sign-in-sheet", { id: "n0" }, { as: "secretary" }),
		fields: { id: "n1", session: "1", numbers: "1" },
		other: { numbers: "2" },
	},
	"a walk-in": {
		path: "/o/sy/activities/a1/walk-ins",
		as: "secretary",
		fields: { id: "n1", session: "1", people: "2", name: "", telephone: "" },
		other: { people: "3" },
	},
	"a roll": {
		path: "/o/sy/activities/a1/attendance",
		as: "secretary",
		fields: { id: "n1", came: "m1", before: "" },
		other: { came: "" },
	},
	"a rate": {
		path: "/o/sy/dues/rates",
		as: "secretary",
		fields: { id: "n1", from_day: `${Number(year) - 1}-01-01`, amount: "8" },
		other: { amount: "9" },
	},
	"a save of the dues grid": {
		path: "/o/sy/dues",
		as: "secretary",
		before: () =>
			submit(
				"/o/sy/members",
				{ ...person, id: "m2", name: "单桂英", joined_on: `${year}-01-01` },
				{ as: "secretary" },
			),
		fields: { id: "n1", day: today, method: "cash", tick: `m2.${year}` },
		other: { method: "transfer" },
	},
	"an entry of the funds": {
		path: "/o/sy/funds",
		as: "secretary",
		fields: {
			...{ id: "n1", direction: "use", day: today, amount: "3", purpose: "茶水", method: "cash" },
			...{ party: "小店", approver: "会长" },
		},
		other: { amount: "4" },
	},
	"a notice in the open": {
		path: "/o/sy/funds/notices",
		as: "secretary",
		fields: { id: "n1", year, until: today, place: "村委会", agreed: "on" },
		other: { place: "秘书长家" },
	},
	"a notice taken down": { path: "/o/sy/funds/notices/pn1/end", as: "secretary", fields: { id: "n1" } },
	"an objection": {
		path: "/n/sy/pn1",
		as: null,
		fields: { id: "n1", text: "茶水太贵" },
		other: { text: "茶水太少" },
	},
	"an answer to an objection": {
		path: "/o/sy/funds/notices/pn1/objections/ob1/reply",
		as: "secretary",
		fields: { id: "n1", text: "参加活动的会员" },
		other: { text: "来的人" },
	},
	"a yearly run": {
		path: "/o/sy/dues/runs",
		as: "secretary",
		fields: { id: "n1", year },
		other: { year: String(Number(year) - 1) },
	},
	"a waiver": {
		path: "/o/sy/dues/waivers",
		as: "secretary",
		fields: {
			...{ id: "n1", member: "m1", what: "exempt", from_year: "2021", to_year: "", until: "" },
			...{ reason: "困难", granted_by: "理事会", granted_on: today },
		},
		other: { reason: "别的原因" },
	},
	"the end of a waiver": { path: "/o/sy/dues/waivers/w1/end", as: "secretary", fields: { id: "n1" } },
	"a round": {
		path: "/o/sy/dues/rounds",
		as: "secretary",
		before: () =>
			submit("/o/sy/dues/rounds/o1/end", { id: "n0", counted: "0", explanation: "" }, { as: "secretary" }),
		fields: { id: "n1" },
	},
	"the end of a round": {
		path: "/o/sy/dues/rounds/o1/end",
		as: "secretary",
		fields: { id: "n1", counted: "0", explanation: "" },
		other: { counted: "5", explanation: "多出来的" },
	},
	"a budget": {
		path: "/o/sy/funds/budget",
		as: "secretary",
		fields: { id: "n1", year: String(year), grant: "100" },
		other: { grant: "120" },
	},
	"a share": {
		path: "/o/sy/funds/shares",
		as: "secretary",
		fields: { id: "n1", year: String(year), amount: "1", method: "cash" },
		other: { amount: "1.50" },
	},
	"a rule for shares": {
		path: "/o/qq/funds/shares/rules",
		as: "townshipStaff",
		fields: { id: "n1", from_day: today, rate: "20" },
		other: { rate: "25" },
	},
	"a share taken back": {
		path: "/o/sy/funds/shares/sh1/taking-back",
		as: "secretary",
		fields: { id: "n1" },
	},
	"a share received": {
		path: "/o/qq/funds/shares/from/sy/sh1",
		as: "townshipStaff",
		fields: { id: "n1", outcome: "received" },
	},
	"money for a purpose": {
		path: "/o/sy/funds/purposes",
		as: "secretary",
		fields: { id: "n1", name: "敬老节慰问", giver: "青桥镇", uses: ["visit"] },
		other: { name: "重阳节慰问" },
	},
	"a settlement": {
		path: "/o/sy/funds/settlements",
		as: "secretary",
		before: () =>
			submit(
				"/o/sy/funds",
				{
					id: "n0",
					direction: "income",
					day: `${Number(year) - 1}-03-01`,
					amount: "3",
					purpose: "捐",
					method: "cash",
				},
				{ as: "secretary" },
			),
		fields: { id: "n1", period: `${Number(year) - 1}-03` },
		other: { period: `${Number(year) - 1}-04` },
	},
	"a reversal": {
		path: "/o/sy/funds/e1/reversal",
		as: "secretary",
		fields: { id: "n1", reason: "重复了" },
		other: { reason: "记错了" },
	},
	"an intake": {
		path: "/o/sy/intakes",
		as: "secretary",
		fields: {
			...{
				id: "n1",
				what: "members",
				file: "名册.csv",
				digest: "d9",
				lines: "2",
				chunks: "1",
				columns: "{}",
			},
		},
		other: { file: "别的名册.csv" },
	},
	"some lines of an intake": {
		path: "/o/sy/intakes/i1/chunks",
		as: "secretary",
		fields: {
			number: "1",
			lines: JSON.stringify([
				{ line: 9, as: "new", ...person, joined_on: today, exact: "day", birth_year: 1968 },
			]),
		},
	},
	"some sums of an intake": {
		path: "/o/sy/intakes/i5/money-chunks",
		as: "secretary",
		before: () =>
			submit(
				"/o/sy/intakes",
				{ id: "i5", what: "money", file: "账.csv", digest: "d5", lines: "1", chunks: "1", columns: "{}" },
				{ as: "secretary" },
			),
		fields: {
			number: "0",
			lines: JSON.stringify([
				{ line: 3, as: "other", day: today, amount: "5", account: "gift", party: "村民", method: "cash" },
			]),
		},
	},
	"an end of an intake": {
		path: "/o/sy/intakes/i1/finish",
		as: "secretary",
		before: () =>
			submit(
				"/o/sy/intakes/i1/chunks",
				{ number: "1", lines: '[{"line":9,"as":"later"}]' },
				{ as: "secretary" },
			),
		fields: { from: "0" },
	},
	"taking an intake back": {
		path: "/o/sy/intakes/i1/undo",
		as: "secretary",
		fields: { number: "0" },
	},
	"a founding below": {
		path: "/o/qq/below",
		as: "townshipStaff",
		fields: { id: "n1", organisation: "西坞村计划生育协会", kind: "village", adults: "400" },
		other: { adults: "410" },
	},
	"a change of the association": {
		path: "/o/sy/association/edit",
		as: "secretary",
		fields: { id: "n1", adults: "510" },
		other: { adults: "520" },
	},
	"a new kind": {
		path: "/o/jx/kinds",
		as: "owner",
		fields: { id: "n1", zh: "商圈", en: "business district", above: ["township"] },
		other: { zh: "楼宇" },
	},
	"a change of a kind": {
		path: "/o/jx/kinds/enterprise",
		as: "owner",
		fields: { id: "n1", zh: "企业", en: "company", above: ["township", "village"], covers: "on" },
		other: { zh: "公司" },
	},
	"a removal of a kind": {
		path: "/o/jx/kinds/migrants/removal",
		as: "owner",
		fields: { id: "n1" },
	},
	"a founding where there was none": {
		path: "/o/sy/founding",
		as: "townshipStaff",
		before: () =>
			env.DB.batch(
				["organisation", "stage"].map((table) =>
					env.DB.prepare(
						`update ${table} set status = 'unfounded' where ${table === "stage" ? "organisation" : "id"} = 'sy'`,
					),
				),
			),
		fields: { id: "n1", day: today, organisation: "上园村计划生育协会", reason: "批复" },
		other: { organisation: "上园村协会" },
	},
	"a renaming": {
		path: "/o/sy/renaming",
		as: "townshipStaff",
		fields: { id: "n1", day: today, reason: "村改社区", organisation: "上园社区协会", kind: "village" },
		other: { organisation: "上园协会" },
	},
	"a standardisation": {
		path: "/o/sy/standardisation",
		as: "townshipStaff",
		fields: { id: "n1", day: today, reason: "没有换届" },
		other: { reason: "没有会费" },
	},
	"an end of a standardisation": {
		path: "/o/sy/standardisation/end",
		as: "townshipStaff",
		before: () =>
			submit("/o/sy/standardisation", { id: "n0", day: today, reason: "没有换届" }, { as: "townshipStaff" }),
		fields: { id: "n1", day: today, reason: "已换届" },
		other: { reason: "已整顿" },
	},
	"a deregistration": {
		path: "/o/lf/deregistration",
		// Nobody is on the way here any more.
		before: () => env.DB.prepare("delete from transfer_waiting").run(),
		as: "townshipStaff",
		fields: { id: "n1", day: today, reason: "并村", ends: "on" },
		other: { reason: "没有会员" },
	},
	"a retraction": {
		path: "/o/sy/retraction",
		as: "townshipStaff",
		before: () =>
			submit("/o/sy/standardisation", { id: "n0", day: today, reason: "没有换届" }, { as: "townshipStaff" }),
		fields: { id: "n1", stage: "n0", reason: "录错了" },
		other: { reason: "重复了" },
	},
	"a practice association": {
		path: "/o/sy/practice",
		as: "secretary",
		fields: { id: "n1", members: "on" },
		other: { members: "" },
	},
	"a clearing of a practice association": {
		path: "/o/pv/clearing",
		as: "secretary",
		before: () => submit("/o/sy/practice", { id: "pv", members: "on" }, { as: "secretary" }),
		fields: { id: "n1", members: "on" },
		other: { members: "" },
	},
	"a move under another parent": {
		path: "/o/sy/relocation",
		as: "districtStaff",
		fields: { id: "n1", day: today, reason: "区划调整", under: "jx" },
		other: { reason: "直管" },
	},
	"an application to join": {
		path: "/j/sy",
		as: null,
		fields: { id: "n1", name: "张金花", consent: "yes" },
		other: { name: "张银花" },
	},
	// Its outcome is its key: whoever decides second is told how it was decided, and by that nothing changes.
	"a decision on an application": {
		path: "/o/sy/applications/q1",
		as: "secretary",
		before: () => submit("/j/sy", { id: "q1", name: "张银花", consent: "yes" }),
		fields: { outcome: "approved" },
		other: { outcome: "declined", reason: "住在外村" },
		refused: 303,
	},
	"a general election": {
		path: "/o/sy/terms",
		as: "secretary",
		fields: {
			id: "n1",
			day: today,
			number: "7",
			"secretary-general-1": "吴美珍",
			"chair-1": "傅国良",
			newcomers: "on",
		},
		other: { "chair-1": "傅国强" },
	},
	"an earlier term": {
		path: "/o/sy/terms/earlier",
		as: "secretary",
		fields: { id: "n1", day: "2015-01-02", number: "5", "chair-1": "傅国良", newcomers: "on" },
		other: { "chair-1": "傅国强" },
	},
	"taking an election back": {
		path: "/o/lf/terms/t2/withdrawal",
		as: "neighbour",
		before: () =>
			submit("/o/lf/terms", { id: "t2", day: today, "secretary-general-1": "郑丽君" }, { as: "neighbour" }),
		fields: { id: "n1", reason: "日子记错了" },
		other: { reason: "人记错了" },
	},
	"a correction of a term": {
		path: "/o/sy/terms/t1/edit",
		as: "secretary",
		fields: { id: "n1", number: "7", due_day: "2031-01-01" },
		other: { number: "8" },
	},
	"rules of seats": {
		path: "/o/jx/seats/rules",
		as: "districtStaff",
		fields: {
			...{
				id: "n1",
				kind: "village",
				from_day: today,
				years: "3",
				chair: "1",
				chair_full: "0",
				vice_chair: "2",
			},
			...{ vice_chair_full: "0", secretary_general: "1", secretary_general_full: "0" },
			...{ council_member: "3", council_member_full: "0" },
		},
		other: { years: "4" },
	},
	"an issue of letters": {
		path: "/o/sy/letters",
		as: "secretary",
		fields: { id: "n1", kind: "letter", holder: "hp5" },
		other: { kind: "plaque" },
	},
	"a by-election": {
		path: "/o/sy/by-elections",
		as: "secretary",
		fields: { id: "n1", post: "chair", who: "傅国良", day: today, newcomers: "on" },
		other: { who: "傅国强" },
	},
	"the end of a post": {
		path: "/o/sy/officers/hp5/departure",
		as: "secretary",
		fields: { id: "n1", day: today, because: "resigned" },
		other: { because: "moved" },
	},
	"a joining": {
		path: "/o/sy/duplicates/m1/s1/joining",
		as: "secretary",
		fields: { id: "n1", ...sides },
		other: { name: "other" },
		// They are one by then, and no pair any more.
		refused: 404,
	},
	"a telling apart": {
		path: "/o/sy/duplicates/m1/s1/distinction",
		as: "secretary",
		fields: { id: "n1" },
	},
	"a separation": { path: "/o/sy/joinings/j1/separation", as: "secretary", fields: { id: "n1" } },
	"a consent": {
		path: "/o/sy/members/m1/consent",
		as: "secretary",
		fields: { id: "n1", what: "given", day: today, how: "paper" },
		other: { how: "spoken" },
	},
	"an emptying of contact details": {
		path: "/o/sy/members/m1/consent/contact-emptying",
		as: "secretary",
		fields: { id: "n1" },
	},
	"an erasure": {
		path: "/o/sy/members/s1/erasure",
		as: "secretary",
		before: () => submit("/o/sy/members/s1/departure", left, { as: "secretary" }),
		fields: { id: "n1", name: "曾国强" },
		other: { name: "曾国祥" },
		// The name is gone: there is nothing left to hold another against.
		refused: 303,
	},
	"a questionnaire begun": {
		path: "/o/sy/questionnaires",
		as: "secretary",
		fields: { id: "n1", zh: "新问卷", en: "", from: "village" },
		other: { zh: "另一份" },
	},
	"another title": {
		path: "/o/sy/questionnaires/qn1/title",
		as: "secretary",
		fields: { id: "n1", zh: "改了标题", en: "" },
		other: { zh: "又改了" },
	},
	"a question added": {
		path: "/o/sy/questionnaires/qn1/questions",
		as: "secretary",
		fields: { id: "n1", shape: "one", zh: "选哪样？", options_zh: "这样\n那样" },
		other: { zh: "选几样？" },
	},
	"a question rewritten": {
		path: "/o/sy/questionnaires/qn1/questions/remark",
		as: "secretary",
		fields: { id: "n1", shape: "open", zh: "说几句？" },
		other: { zh: "还有呢？" },
	},
	"a question moved": {
		path: "/o/sy/questionnaires/qn1/questions/use/place",
		as: "secretary",
		fields: { id: "n1", to: "up" },
		other: { to: "down" },
	},
	"a question taken out": {
		path: "/o/sy/questionnaires/qn1/questions/use/removal",
		as: "secretary",
		fields: { id: "n1" },
	},
	"a version published": {
		path: "/o/sy/questionnaires/qn1/versions",
		as: "secretary",
		fields: { id: "n1" },
		drawn: async () => ({ seen: await seenOf("qn1") }),
		other: { same: "use" },
	},
	"an opening of a wave": {
		path: "/o/sy/surveys",
		as: "secretary",
		fields: { ...opening, id: "n1" },
		other: { target: "85" },
	},
	"an assessor's marks": {
		path: "/o/sy/surveys/w8/assessment",
		as: "townshipStaff",
		before: () =>
			submit(
				"/o/qq/surveys",
				{ ...opening, id: "w8", scope: "below", assessors: "30", criteria: "活动 30" },
				{
					as: "townshipStaff",
				},
			),
		fields: { id: "n1", c1: "20" },
		other: { c1: "25" },
	},
	"more slips": {
		path: "/o/sy/surveys/w1/slips",
		as: "secretary",
		fields: { slips: "300" },
	},
	"a closing of a wave": {
		path: "/o/sy/surveys/w1/closing",
		as: "secretary",
		fields: { id: "n1", handed_out: "180" },
		other: { handed_out: "170" },
	},
	"a part of a closing": {
		path: "/o/sy/surveys/w1/closing/parts",
		as: "secretary",
		before: beginSealing,
		fields: { part: "0" },
	},
	"a tag on texts": {
		path: "/o/sy/surveys/w7/remarks/tags",
		as: "secretary",
		before: closeWithTexts,
		fields: { id: "n1", tag: "路灯", remarks: ["1", "2"] },
		other: { tag: "修路" },
	},
	"a name hidden": {
		path: "/o/sy/surveys/w7/remarks/hidings",
		as: "secretary",
		before: closeWithTexts,
		fields: { id: "n1", name: "王小虎" },
		// Nothing made of the name is kept: that it stands in a text still tells it from the first.
		other: { name: "第 7 户" },
	},
	"an answer with a slip": {
		path: "/s/w1/sy",
		as: null,
		fields: { ...contented, id: "n1" },
		drawn: keyed,
		other: { satisfied: "2" },
	},
	"an answer from paper": {
		path: "/o/sy/surveys/w1/paper",
		as: "secretary",
		fields: { ...contented, id: "n1" },
		drawn: keyed,
		other: { satisfied: "2" },
	},
	"an answer from the poster": {
		path: "/s/w2/sy",
		as: null,
		before: () => submit("/o/sy/surveys", { ...opening, id: "w2", entry: "anyone" }, { as: "secretary" }),
		fields: { ...contented, id: "n1" },
		other: { satisfied: "2" },
	},
	"a use of a sign-in link": {
		path: `/enter/${token}`,
		as: null,
		before: async () =>
			env.DB.prepare(
				"insert into link values (?, 'post', null, 'sy', 'chair', '傅国良', 'p3', unixepoch() + 600)",
			)
				.bind(await sha256(token))
				.run(),
		fields: { secret: "s".repeat(43) },
		other: { secret: "t".repeat(43) },
		refused: 410,
	},
	"a use of a recovery code": {
		path: "/recover",
		as: null,
		before: async () =>
			env.DB.prepare("insert into recovery values (?, 'p0')")
				.bind(await sha256(recoveryCode))
				.run(),
		fields: { secret: "s".repeat(43), code: recoveryCode },
		other: { secret: "t".repeat(43) },
		refused: 422,
	},
};

/** How many rows each table holds, and the kept figures, which a write counted twice would show. */
async function standing(): Promise<object> {
	const tables = await env.DB.prepare(
		"select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\' and name not like 'seek\\_%' escape '\\'",
	).all<{ name: string }>();
	const counted = tables.results.map(({ name }) =>
		env.DB.prepare(`select '${name}' as name, count(*) as n from "${name}"`),
	);
	const kept = ["select * from standing", "select * from activity_year", "select slips, counts from tally"];
	const results = await env.DB.batch([...counted, ...kept.map((text) => env.DB.prepare(text))]);
	return {
		rows: Object.fromEntries(
			results
				.slice(0, counted.length)
				.flatMap(({ results: [one] }) => [[(one as { name: string }).name, (one as { n: number }).n]]),
		),
		figures: results.slice(counted.length).map((one) => one.results),
	};
}

async function begin(form: Form): Promise<Fields> {
	await beginFurnished();
	await form.before?.();
	return { ...form.fields, ...(await form.drawn?.()) };
}

const outcome = ({ status, headers }: Answer) => `${status} ${headers.get("Location") ?? ""}`;

describe.each(Object.entries(forms))("%s", (_name, form) => {
	test("Twenty copies at once get one answer and change what one copy changes.", async () => {
		const { path, as } = form;
		const first = await begin(form);
		const untouched = await standing();
		const one = await submit(path, first, { as });
		expect(one.status, one.text).toBe(303);
		const afterOne = await standing();
		expect(afterOne, "one copy changes something").not.toEqual(untouched);

		const fields = await begin(form);
		const answers = await Promise.all(Array.from({ length: copies }, () => submit(path, fields, { as })));
		expect(new Set(answers.map(outcome))).toEqual(new Set([outcome(one)]));
		expect(await standing()).toEqual(afterOne);

		const late = await submit(path, fields, { as });
		expect(outcome(late)).toBe(outcome(one));
		expect(await standing()).toEqual(afterOne);
	});

	const { other } = form;
	if (!other) return;
	test("The same id with another body is told so, and changes nothing.", async () => {
		const { path, as, refused = 409 } = form;
		const fields = await begin(form);
		await submit(path, fields, { as });
		const before = await standing();
		const corrected = await submit(path, { ...fields, ...other }, { as });
		expect(await standing()).toEqual(before);
		expect(corrected.status).toBe(refused);
	});
});

test("Every write that brings an id along stands in the table.", () => {
	const patterns = describedRoutes(app).flatMap(({ method, path, description }) => {
		const { entries = {} } = (description.takes ?? {}) as { entries?: object };
		return method === "POST" && "id" in entries ? [path] : [];
	});
	const missing = patterns.filter((path) => {
		const pattern = new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`);
		return !Object.values(forms).some((form) => pattern.test(form.path));
	});
	expect(patterns.length).toBeGreaterThan(15);
	expect(missing).toEqual([]);
});

test("Twenty people with one sign-in link: one comes in, nineteen read that it was used.", async () => {
	const form = forms["a use of a sign-in link"];
	if (!form) throw new Error("no such form");
	await begin(form);
	const secrets = Array.from({ length: copies }, (_, index) => `guest-${index}`.padEnd(43, "x"));
	const answers = await Promise.all(secrets.map((secret) => submit(form.path, { secret })));
	expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
	expect(answers.filter(({ status }) => status === 410)).toHaveLength(copies - 1);
});

test("Twenty answers with one slip: one counts, nineteen read that the slip was used.", async () => {
	await beginFurnished();
	const code = await codeAt(3);
	const answers = await Promise.all(
		Array.from({ length: copies }, (_, index) =>
			submit("/s/w1/sy", { ...contented, id: `n${index}`, code, remark: `第${index}` }),
		),
	);
	expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
	expect(answers.filter(({ status }) => status === 409)).toHaveLength(copies - 1);
	expect(await env.DB.prepare("select json_extract(counts, '$.n') as n from tally").first("n")).toBe(1);
});

test("A reversal under the id of another is told so, and reverses nothing.", async () => {
	await beginFurnished();
	const use = {
		...{ direction: "use", day: today, amount: "3", purpose: "茶水", method: "cash" },
		...{ party: "小店", approver: "会长" },
	};
	await submit("/o/sy/funds", { ...use, id: "e2" }, { as: "secretary" });
	await submit("/o/sy/funds/e1/reversal", { id: "v1", reason: "重复了" }, { as: "secretary" });
	const before = await standing();
	const other = await submit("/o/sy/funds/e2/reversal", { id: "v1", reason: "重复了" }, { as: "secretary" });
	expect(other.status).toBe(409);
	expect(await standing()).toEqual(before);
});

test("An applicant who brings somebody's id along can still be decided on.", async () => {
	await beginFurnished();
	const members = () =>
		env.DB.prepare("select count(*) as n from membership where organisation = 'sy'").first<number>("n");
	const before = (await members()) ?? 0;
	const asked = await submit("/j/sy", { id: "m1", name: "张银花", consent: "yes" });
	expect(asked.status).toBe(303);
	const decided = await submit("/o/sy/applications/m1", { outcome: "approved" }, { as: "secretary" });
	expect(outcome(decided)).toBe("303 /o/sy/applications");
	expect(await members()).toBe(before + 1);
	expect(await env.DB.prepare("select name from person where id = 'm1'").first("name")).toBe("张桂英");
});
