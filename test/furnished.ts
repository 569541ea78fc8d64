import { env } from "cloudflare:workers";
import { daysAfter } from "../worker/values/day";
import { base64, bucket, picture } from "./activities/picture";
import { submit } from "./doors";
import { openWave, today, writeQuestionnaire } from "./surveys/cast";
import { beginWorld, standOn, type Who } from "./world";

/** The world with one of everything in Shangyuan. */
export async function beginFurnished(): Promise<void> {
	await standOn("furnished", async () => {
		await beginWorld();
		await furnish();
	});
	// Ground is rows; the photographs' bytes are put back under them.
	const kept = "select key from photograph union all select key from voucher_photograph";
	for (const { key } of (await env.DB.prepare(kept).all<{ key: string }>()).results)
		await bucket.put(key, picture());
}

/** Puts one of everything into Shangyuan, through the door: a member m1, an activity a1, a receipt, an open wave w1 … */
async function furnish(): Promise<void> {
	const year = today.slice(0, 4);
	const secretary = { as: "secretary" } as const;
	const steps: [string, Record<string, string>][] = [
		[
			"/o/sy/members",
			{ id: "m1", name: "张桂英", joined_on: `${year}-01-01`, kind: "ordinary", telephone: "13957901234" },
		],
		[
			"/o/sy/activities",
			{ id: "a1", kind: "publicity", title: "会员活动日", day: `${year}-01-02`, heads: "46" },
		],
		["/o/sy/dues/rates", { id: "r1", from_day: `${year}-01-01`, amount: "10" }],
		[
			"/o/sy/dues/waivers",
			{
				...{ id: "w1", member: "m1", what: "exempt", from_year: "2020", to_year: "", until: "" },
				...{ reason: "理事会决定", granted_by: "理事会", granted_on: today },
			},
		],
		["/o/sy/dues", { id: "k1", day: today, method: "cash", tick: `m1.${year}` }],
		["/o/sy/dues/rounds", { id: "o1" }],
		["/o/sy/funds/shares", { id: "sh1", year, amount: "1", method: "cash" }],
		[
			"/o/sy/terms",
			{
				...{ id: "t1", day: "2020-01-02", number: "6" },
				...{ "secretary-general-1": "吴美珍", "council-member-1": "张桂英" },
			},
		],
		["/o/sy/letters", { id: "l1", kind: "letter", term: "t1" }],
		[
			"/o/sy/funds",
			{
				...{
					id: "e1",
					direction: "use",
					what: "activity",
					day: today,
					amount: "3",
					purpose: "茶水",
					party: "村口小店",
				},
				...{ approver: "盛雅芬", activity: "a1", method: "cash" },
			},
		],
		...meetings(year),
		[
			"/o/sy/intakes",
			{ id: "i1", what: "members", file: "名册.xlsx", digest: "d1", lines: "2", chunks: "2", columns: "{}" },
		],
	];
	for (const [path, fields] of steps) {
		const made = await submit(path, fields, secretary);
		if (made.status !== 303) throw new Error(`${made.status} at ${path}: ${made.text}`);
	}
	// A notice of its funds hangs in the open, and somebody objected to it.
	const notice = { id: "pn1", year, until: today, place: "村委会", agreed: "on" };
	for (const [path, fields, how] of [
		["/o/sy/funds/notices", notice, secretary],
		["/n/sy/pn1", { id: "ob1", text: "茶水是谁喝的？" }, {}],
	] as const) {
		const made = await submit(path, fields, how);
		if (made.status !== 303) throw new Error(`${made.status} at ${path}: ${made.text}`);
	}
	// Somebody of the next village is on the way here.
	const moves: [string, Record<string, string>][] = [
		["/o/lf/members", { id: "l1", name: "林银娣", joined_on: `${year}-01-01`, kind: "ordinary" }],
		["/o/lf/members/l1/transfer", { id: "t1", to: "sy", day: today, note: "搬到上园村了" }],
	];
	for (const [path, fields] of moves) {
		const made = await submit(path, fields, { as: "neighbour" });
		if (made.status !== 303) throw new Error(`${made.status} at ${path}: ${made.text}`);
	}
	// One person who had been entered twice, and was joined.
	const sides = ["name", "sex", "birth_year", "telephone", "address", "note", "further"].map((field) => [
		field,
		"one",
	]);
	const twice: [string, Record<string, string>][] = [
		["/o/sy/members", { id: "s1", name: "曾国强", joined_on: `${year}-01-01`, kind: "ordinary" }],
		["/o/sy/members", { id: "s2", name: "曾 国强", joined_on: `${year}-01-03`, kind: "ordinary" }],
		["/o/sy/duplicates/s1/s2/joining", { id: "j1", ...Object.fromEntries(sides) }],
	];
	for (const [path, fields] of twice) {
		const made = await submit(path, fields, secretary);
		if (made.status !== 303) throw new Error(`${made.status} at ${path}: ${made.text}`);
	}
	await reshape(year);
	// A topic of the root's, and a training of a member's elsewhere.
	const taught: [string, Record<string, string>, Who][] = [
		[
			"/o/jx/training/topics",
			{ id: "tp1", zh: "急救", en: "First aid", from_year: year, years: "1", target: "90", whom: "member" },
			"owner",
		],
		[
			"/o/sy/members/m1/training",
			{ id: "te1", topic: "tp1", day: `${year}-01-05`, evidence: "结业证 2026-018" },
			"secretary",
		],
	];
	for (const [path, fields, as] of taught) {
		const made = await submit(path, fields, { as });
		if (made.status !== 303) throw new Error(`${made.status} at ${path}: ${made.text}`);
	}
	// A household of a member's, a tag and a further field of the root's.
	const marks: [string, Record<string, string>, Who][] = [
		["/o/sy/households", { id: "h1", household: "傅土根", contact_name: "张桂英" }, "secretary"],
		["/o/jx/tags", { id: "vt1", kind: "skill", zh: "算账", en: "Accounts" }, "owner"],
		["/o/jx/fields", { id: "ff1", kind: "text", zh: "单位", en: "Employer", choices: "" }, "owner"],
	];
	for (const [path, fields, as] of marks) {
		const made = await submit(path, fields, { as });
		if (made.status !== 303) throw new Error(`${made.status} at ${path}: ${made.text}`);
	}
	// This year's plan waits for an answer, next year's is being written.
	const item = { kind: "publicity", title: "会员活动日广场宣传", place: "村口", helpers: "第一组" };
	const plans: [string, Record<string, string>][] = [
		[`/o/sy/plans/${year}/items`, { ...item, id: "pi1", day: `${year}-05-29` }],
		[`/o/sy/plans/${year}/rounds`, { id: "ps1" }],
		[`/o/sy/plans/${Number(year) + 1}/items`, { ...item, id: "pi2", month: "3" }],
	];
	for (const [path, fields] of plans) {
		const made = await submit(path, fields, secretary);
		if (made.status !== 303) throw new Error(`${made.status} at ${path}: ${made.text}`);
	}
	// The township asked something of every village.
	const circular = {
		id: "c1",
		title: "年底联谊会",
		body: "在镇礼堂。",
		asks: "number",
		question: "来几个人",
	};
	const sent = await submit(
		"/o/qq/circulars",
		{ ...circular, answer_by: today, kinds: [], units: [] },
		{ as: "townshipStaff" },
	);
	if (sent.status !== 303) throw new Error(`${sent.status}: ${sent.text}`);
	await submit("/o/sy/intakes/i1/chunks", { number: "0", lines: '[{"line":4,"as":"later"}]' }, secretary);
	await env.DB.prepare("update letter set code = 'l' || number").run();
	// Something put down ahead here, and something that the next village asks to hold together.
	const ahead = { kind: "training", title: "会员培训", day: daysAfter(today, 10) };
	await submit("/o/sy/activities", { ...ahead, id: "b1" }, secretary);
	await submit("/o/lf/activities", { ...ahead, id: "lb1" }, { as: "neighbour" });
	await submit("/o/lf/activities/lb1/holders", { id: "lh1", holder: "sy" }, { as: "neighbour" });
	// Boards of the village's that tour its neighbours.
	await submit("/o/sy/exhibits", { id: "ex1", name: "巡展展板" }, secretary);
	await submit("/o/sy/exhibits/ex1/loans", { id: "xl1", holder: "lf", day: `${year}-01-02` }, secretary);
	await submit("/o/sy/activities/a1/photographs", { id: "ph1", picture: base64(picture()) }, secretary);
	await submit("/o/sy/funds/e1/photographs", { id: "ph1", picture: base64(picture()) }, secretary);
	await submit("/j/sy", { id: "p1", name: "张金花", consent: "yes" });
	await writeQuestionnaire();
	await openWave();
}

/** A meeting that is called (g1), one that was held and put something to the vote (g2, v1), one that is signed off (g3). */
function meetings(year: string): [string, Record<string, string>][] {
	const meeting = { kind: "council", title: "理事会", place: "村委会", agenda: "去年收支\n明年计划" };
	const roll = { came: "p3", proxy: "", before: "", before_proxy: "" };
	const vote = { item: "1", text: "同意", share: "two-thirds", votes_for: "1" };
	return [
		["/o/sy/meetings", { ...meeting, id: "g1", day: today }],
		["/o/sy/meetings", { ...meeting, id: "g2", day: `${year}-01-03` }],
		["/o/sy/meetings", { ...meeting, id: "g3", day: `${year}-01-04` }],
		["/o/sy/meetings/g2/roll", { ...roll, id: "gr2" }],
		["/o/sy/meetings/g3/roll", { ...roll, id: "gr3" }],
		["/o/sy/meetings/g2/resolutions", { ...vote, id: "v1", votes_against: "0", abstained: "0" }],
		["/o/sy/meetings/g3/signing", { id: "gs3" }],
	];
}

/** A village was merged into Shangyuan (v1), and a group of it became an association of its own (n0). */
async function reshape(year: string): Promise<void> {
	const member = { id: "m0", name: "方小妹", joined_on: `${year}-01-01`, kind: "ordinary" };
	await submit("/o/sy/members", member, { as: "secretary" });
	await env.DB.batch([
		env.DB.prepare("insert into small_group values ('sy', 'g0', '北坞小组', '2020-01-01', null, 'x')"),
		env.DB.prepare("insert into small_group values ('sy', 'g1', '第一组', '2020-01-01', null, 'x')"),
		env.DB.prepare("update membership set small_group = 'g0' where person = 'm0'"),
		env.DB.prepare("update membership set small_group = 'g1' where person = 'm1'"),
	]);
	const steps: [string, Record<string, string>][] = [
		["/o/qq/below", { id: "xw", organisation: "西湾村计划生育协会", kind: "village" }],
		["/o/sy/mergers", { id: "v1", gone: "xw", day: today, reason: "行政村调整" }],
		[
			"/o/sy/splits",
			{
				...{ id: "n0", group: "g0", organisation: "北坞村计划生育协会" },
				...{ kind: "village", day: today, reason: "分设" },
			},
		],
	];
	for (const [path, fields] of steps) {
		const made = await submit(path, fields, { as: "townshipStaff" });
		if (made.status !== 303) throw new Error(`${made.status} at ${path}: ${made.text}`);
	}
}

/** Beside the village: a place without an association, a village under standardisation, a village to practise in. */
export async function furnishTree(): Promise<void> {
	const township = { as: "townshipStaff" } as const;
	const steps: [string, Record<string, string>][] = [
		["/o/qq/below", { id: "nu", organisation: "南坞村", kind: "village", unfounded: "on" }],
		["/o/qq/below", { id: "ns", organisation: "北坞村计划生育协会", kind: "village" }],
		["/o/ns/standardisation", { id: "ns1", day: today, reason: "没有换届" }],
		["/o/qq/practice", { id: "pv", members: "on" }],
	];
	for (const [path, fields] of steps) {
		const made = await submit(path, fields, township);
		if (made.status !== 303) throw new Error(`${made.status} at ${path}: ${made.text}`);
	}
}
