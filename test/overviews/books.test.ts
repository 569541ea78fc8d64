import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

type Sections = {
	members: number;
	sections: { of: string; name: string | null; leader: string | null; lines: { name: string }[] }[];
	below: { id: string }[];
};

const year = today.slice(0, 4);
const secretary = { as: "secretary" } as const;

beforeAll(async () => {
	await beginWorld();
	const join = (id: string, name: string, more = {}) =>
		submit("/o/sy/members", { id, name, joined_on: `${year}-01-01`, kind: "ordinary", ...more }, secretary);
	await join("m1", "张桂英", { telephone: "13957901234", address: "三组 7 号", note: "爱唱戏" });
	await join("m2", "陈金根");
	await join("m3", "应云");
	await join("m4", "王仁贵");
	await submit("/o/sy/members/m4/departure", { id: "d1", day: today, because: "moved" }, secretary);
	await env.DB.batch([
		env.DB.prepare("insert into small_group values ('sy', 'g1', '第一小组', '2020-01-01', null, 'x')"),
		env.DB.prepare("update membership set small_group = 'g1' where person in ('m1', 'm2')"),
		env.DB.prepare("update holder set part = 'g1' where id = 'hp5'"),
	]);
	await submit(
		"/o/sy/activities",
		{ id: "a1", kind: "publicity", title: "会员活动日", day: today, heads: "46", cost: "12.50" },
		secretary,
	);
});

test("The register book has a section a group, then those in none, then those who left this year.", async () => {
	const book = await facts<Sections>("/o/sy/books/members", "secretary");
	expect(book.members).toBe(3);
	expect(
		book.sections.map(({ of, name, leader, lines }) => [of, name, leader, lines.map((line) => line.name)]),
	).toEqual([
		["group", "第一小组", "方志明", ["陈金根", "张桂英"]],
		["others", null, null, ["应云"]],
		["departed", null, null, ["王仁贵"]],
	]);
	const page = await visit("/o/sy/books/members", secretary);
	for (const text of ["会员登记册", "第一小组", "三组 7 号", "爱唱戏", "会长（签字）", "迁出"])
		expect(page.text).toContain(text);
});

test("A township's book leads to its villages' books, and holds none of their members.", async () => {
	const book = await facts<Sections>("/o/qq/books/members", "townshipStaff");
	expect(book.sections).toEqual([]);
	expect(book.below.map(({ id }) => id).sort()).toEqual(["lf", "sy"]);
});

test("Nobody prints another village's book.", async () => {
	for (const book of ["members", "officers", "activities"]) {
		expect((await visit(`/o/sy/books/${book}`, { as: "neighbour" })).status).toBe(404);
		expect((await visit(`/o/sy/books/${book}`)).status).toBe(401);
		expect((await visit(`/o/sy/books/${book}`, { as: "leader" })).status).toBe(200);
	}
});

test("The books of officers and of a year's activities.", async () => {
	const officers = await visit("/o/sy/books/officers", secretary);
	expect(officers.text).toContain("吴美珍");
	expect(officers.text).toContain("秘书长");
	const activities = await visit(`/o/sy/books/activities?year=${year}`, secretary);
	for (const text of ["会员活动日", "46", "12.50"]) expect(activities.text).toContain(text);
});
