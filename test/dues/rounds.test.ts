import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";

const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const day = `${year}-01-02`;
const secretary = { as: "secretary" } as const;

beforeEach(async () => {
	await beginWorld();
	for (const [index, name] of ["陈彩娟", "方国强"].entries())
		await submit(
			"/o/sy/members",
			{ id: `m${index}`, name, joined_on: `${year}-01-01`, kind: "ordinary" },
			secretary,
		);
	await submit("/o/sy/dues/rates", { id: "r1", from_day: `${year}-01-01`, amount: "10" }, secretary);
});

const collect = (id: string, tick: string, method = "cash") =>
	submit("/o/sy/dues", { id, day, method, tick }, secretary);
const open = (id: string) => submit("/o/sy/dues/rounds", { id }, secretary);
const close = (of: string, id: string, counted: string, explanation = "") =>
	submit(`/o/sy/dues/rounds/${of}/end`, { id, counted, explanation }, secretary);
const reminders = () =>
	facts<{ openedOn: string | null; closedOn: string | null; people: { name: string }[] }>(
		"/o/sy/dues/reminders",
		"secretary",
	);

test("reminders go out before this month's cash is entered (pycroft 524): the collector closes the round first, and whoever paid in it is not asked.", async () => {
	expect((await visit("/o/sy/dues/reminders", secretary)).text).toContain("先开一轮收款");
	expect((await open("o1")).status).toBe(303);
	const early = await visit("/o/sy/dues/reminders", secretary);
	expect(early.text).toContain("有一轮收款还没有结束");
	expect(early.text).not.toContain("方国强");
	await collect("k1", `m0.${year}`);
	expect((await close("o1", "c1", "10")).status).toBe(303);
	const told = await reminders();
	expect(told.people.map(({ name }) => name)).toEqual(["方国强"]);
	const page = await visit("/o/sy/dues/reminders", secretary);
	expect(page.text).toContain("发到群里的话（不点名）");
	expect(page.text).not.toContain("陈彩娟");
	expect((await open("o2")).status).toBe(303);
	expect((await reminders()).people).toEqual([]);
	expect((await visit("/o/sy/dues/reminders", { as: "neighbour" })).status).toBe(404);
});

test("A round is closed with the cash that was counted; a difference must be explained, and two rounds are never open at once.", async () => {
	await open("o1");
	expect((await open("o2")).status).toBe(422);
	await collect("k1", `m0.${year}`);
	await collect("k2", `m1.${year}`, "transfer");
	const short = await close("o1", "c1", "8");
	expect(short.status).toBe(422);
	expect(short.text).toContain("收据上的现金一共 10 元，点出来 8 元");
	expect((await close("o1", "c1", "8", "找零找错了")).status).toBe(303);
	expect((await close("o1", "c1", "8", "找零找错了")).status).toBe(303);
	expect((await close("o1", "c2", "10")).status).toBe(409);
	const { rounds } = await facts<{ rounds: object[] }>("/o/sy/dues/rounds", "secretary");
	expect(rounds).toMatchObject([{ id: "o1", expected: 1000, counted: 800, explanation: "找零找错了" }]);
	// What is collected afterwards belongs to no round, and a reversed receipt is no cash.
	await open("o3");
	await collect("k3", `m0.${year + 1}`);
	const receipt = await env.DB.prepare("select id from entry order by number desc limit 1").first<string>(
		"id",
	);
	await submit(`/o/sy/funds/${receipt}/reversal`, { id: "v1", reason: "退了" }, secretary);
	expect((await close("o3", "c3", "0")).status).toBe(303);
});
