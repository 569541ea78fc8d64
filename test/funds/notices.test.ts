import { beforeEach, expect, test } from "vitest";
import { facts, follow, submit, visit } from "../doors";
import { beginWorld } from "../world";

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));
const secretary = { as: "secretary" } as const;
const notice = { id: "n1", year, until: today, place: "村委会二楼", agreed: "on" };

beforeEach(async () => {
	await beginWorld();
	await submit(
		"/o/sy/members",
		{ id: "m0", name: "陈彩娟", joined_on: `${year}-01-01`, kind: "ordinary" },
		secretary,
	);
	await submit("/o/sy/dues/rates", { id: "r1", from_day: `${year}-01-01`, amount: "10" }, secretary);
	await submit("/o/sy/dues", { id: "k1", day: today, method: "cash", tick: `m0.${year}` }, secretary);
	const use = {
		id: "u1",
		direction: "use",
		what: "visit",
		day: today,
		amount: "3.20",
		purpose: "慰问傅国良",
	};
	await submit("/o/sy/funds", { ...use, party: "村口小店", approver: "盛雅芬", method: "cash" }, secretary);
});

test("A notice hangs in the open once the council agrees: what came in and what it was used for, and nobody's name.", async () => {
	expect((await visit("/n/sy")).status).toBe(404);
	expect((await submit("/o/sy/funds/notices", { ...notice, agreed: "" }, secretary)).status).toBe(422);
	expect((await submit("/o/sy/funds/notices", notice, { as: "leader" })).status).toBe(404);
	const posted = await submit("/o/sy/funds/notices", notice, secretary);
	expect((await submit("/o/sy/funds/notices", notice, secretary)).status).toBe(303);
	const page = await follow(posted);
	expect(page.text).toContain("会员会费（已缴 1 人）");
	expect(page.text).toContain("走访慰问");
	expect(page.text).toContain("6.80");
	expect(page.text).toContain('data-qr="http://huijia.test/n/sy/n1"');
	for (const name of ["陈彩娟", "傅国良", "村口小店", "盛雅芬"]) expect(page.text).not.toContain(name);
	expect(page.cost.trips).toBe(1);
	expect(page.headers.get("X-Robots-Tag")).toContain("noindex");
	expect((await visit("/n/sy")).text).toContain("走访慰问");
	// What is posted afterwards changes nothing of it: it says how things stood.
	await submit("/o/sy/dues", { id: "k2", day: today, method: "cash", tick: `m0.${year + 1}` }, secretary);
	expect((await visit("/n/sy/n1")).text).toContain("6.80");
	expect((await submit("/o/sy/funds/notices/n1/end", { id: "x1" }, { as: "neighbour" })).status).toBe(404);
	expect((await submit("/o/sy/funds/notices/n1/end", { id: "x1" }, secretary)).status).toBe(303);
	expect((await visit("/n/sy/n1")).status).toBe(404);
});

test("Anybody may object without a name; it is shown with its answer and not before; and strangers can't spend the day's rows.", async () => {
	await submit("/o/sy/funds/notices", notice, secretary);
	const object = (id: string, text = "慰问了谁，能不能说一说？") => submit("/n/sy/n1", { id, text });
	expect((await object("q1", "")).status).toBe(422);
	expect((await object("q1")).status).toBe(303);
	expect((await object("q1")).status).toBe(303);
	expect((await object("q1", "别的")).status).toBe(409);
	const open = await visit("/n/sy/n1?sent=1");
	expect(open.text).toContain("还有 1 条意见在等答复");
	expect(open.text).not.toContain("慰问了谁");
	const told = await facts<{ notices: { waiting: { text: string }[] }[] }>(
		"/o/sy/funds/notices",
		"secretary",
	);
	expect(told.notices[0]?.waiting).toMatchObject([{ text: "慰问了谁，能不能说一说？" }]);
	const reply = { id: "a1", text: "慰问了三户困难家庭，名单在村委会可以查。" };
	expect(
		(await submit("/o/sy/funds/notices/n1/objections/q1/reply", reply, { as: "neighbour" })).status,
	).toBe(404);
	expect((await submit("/o/sy/funds/notices/n1/objections/q9/reply", reply, secretary)).status).toBe(404);
	expect((await submit("/o/sy/funds/notices/n1/objections/q1/reply", reply, secretary)).status).toBe(303);
	const answered = await visit("/n/sy/n1");
	expect(answered.text).toContain("慰问了谁");
	expect(answered.text).toContain("三户困难家庭");
	const many = await Promise.all(Array.from({ length: 30 }, (_, index) => object(`z${index}`)));
	expect(many.filter(({ status }) => status === 303)).toHaveLength(9);
	expect(many.filter(({ status }) => status === 429)).toHaveLength(21);
});
