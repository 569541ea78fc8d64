import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { contactsFor, linesOf } from "../../worker/members/households/rules";
import { facts, follow, submit, visit } from "../doors";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const secretary = { as: "secretary" } as const;

async function village() {
	const people = [
		["m1", "张桂英", "1962"],
		["m2", "陈金根", "1958"],
		["m3", "楼春燕", "1971"],
		["m4", "陈金根", "1980"],
	];
	for (const [id = "", name = "", birth_year = ""] of people)
		await submit(
			"/o/sy/members",
			{ id, name, birth_year, joined_on: "2020-03-01", kind: "ordinary" },
			secretary,
		);
}

const add = (id: string, household: string, contact_name = "", contact = "") =>
	submit("/o/sy/households", { id, household, address: "3 组 12 号", contact_name, contact }, secretary);

type Households = {
	households: { name: string; contactName: string | null; kept: boolean }[];
	next: string | null;
};

describe("Households", () => {
	test("A household gets a member as its contact by name; of two of one name the form asks which.", async () => {
		await village();
		const made = await add("h1", "傅土根", "张桂英");
		expect(made.status).toBe(303);
		expect((await follow(made, secretary)).text).toContain("傅土根");
		const asked = await add("h2", "方荷花", "陈金根");
		expect(asked.status).toBe(422);
		expect(asked.text).toContain("有几位同名的会员");
		expect(asked.text).toContain("陈金根，1980 年生");
		expect((await add("h2", "方荷花", "陈金根", "m4")).status).toBe(303);
		expect((await add("h3", "王樟林", "无此人")).status).toBe(422);
		expect((await add("h3", "王樟林")).status).toBe(303);
		const { households } = await facts<Households>("/o/sy/households", "secretary");
		expect(households.map(({ name, contactName }) => [name, contactName])).toEqual([
			["王樟林", null],
			["傅土根", "张桂英"],
			["方荷花", "陈金根"],
		]);
		expect((await visit("/o/sy/members/m4", secretary)).text).toContain("方荷花");
		expect((await visit("/o/sy/households", { as: "neighbour" })).status).toBe(404);
		expect((await visit("/o/lf/households/h1", { as: "neighbour" })).status).toBe(404);
	});

	test("The contact changes, with its history, and a household that moved away is no longer listed.", async () => {
		await village();
		await add("h1", "傅土根", "张桂英");
		const changed = await submit(
			"/o/sy/households/h1",
			{ id: "c1", household: "傅土根", address: "5 组", contact_name: "楼春燕", contact: "m1" },
			secretary,
		);
		expect(changed.status).toBe(303);
		const page = (await follow(changed, secretary)).text;
		expect(page).toContain("联系会员 由“张桂英”改为“楼春燕”");
		expect((await submit("/o/sy/households/h1/end", { id: "e1" }, secretary)).status).toBe(303);
		expect((await facts<Households>("/o/sy/households", "secretary")).households).toEqual([]);
		expect((await visit("/o/sy/households/h1", secretary)).status).toBe(404);
	});

	test("A whole list is pasted as a spreadsheet copies it; wrong lines come back by number and nothing is saved.", async () => {
		await village();
		const paste = (id: string, lines: string) => submit("/o/sy/households/lines", { id, lines }, secretary);
		const wrong = await paste(
			"p1",
			"户主\t住址\t联系人\n傅土根\t3 组\t张桂英\n方荷花\t4 组\t无此人\n，5 组，楼春燕",
		);
		expect(wrong.status).toBe(422);
		expect(wrong.text).toContain("第 3 行“无此人”");
		expect(wrong.text).toContain("第 4 行");
		expect(await env.DB.prepare("select count(*) as n from household").first("n")).toBe(0);
		const lines =
			"户主\t住址\t联系人\n傅土根\t3 组\t张桂英\n方 荷花，4 组，楼 春燕\n\n王樟林\n傅土根,3 组,张桂英";
		expect((await paste("p2", lines)).status).toBe(303);
		expect((await paste("p3", "傅土根，3 组\n应阿毛，6 组")).status).toBe(303);
		const { households } = await facts<Households>("/o/sy/households", "secretary");
		expect(households.map(({ name }) => name).sort()).toEqual(["傅土根", "应阿毛", "方荷花", "王樟林"]);
	});

	test("The list goes on page by page without a gap.", async () => {
		await village();
		const lines = Array.from(
			{ length: 150 },
			(_, index) => `户${index}，${index} 号，${index % 2 ? "张桂英" : ""}`,
		);
		await submit("/o/sy/households/lines", { id: "p1", lines: lines.join("\n") }, secretary);
		const seen: string[] = [];
		let path: string | null = "/o/sy/households";
		while (path) {
			const page: Households = await facts(path, "secretary");
			seen.push(...page.households.map(({ name }) => name));
			path = page.next && `/o/sy/households?after=${encodeURIComponent(page.next)}`;
		}
		expect(seen).toHaveLength(150);
		expect(new Set(seen).size).toBe(150);
	});

	test("Lines are read as people write them.", () => {
		const { lines, wrong } = linesOf("Household,Address\n甲\t一组\t张三\n乙；二组\n,三组\n甲,一组");
		expect(lines).toEqual([
			{ line: 2, name: "甲", address: "一组", contact: "张三" },
			{ line: 3, name: "乙", address: "二组", contact: null },
		]);
		expect(wrong).toEqual([{ line: 4, text: ",三组", reason: "no-name" }]);
		const members = [
			{ id: "a", name: "张三" },
			{ id: "b", name: "张三" },
		];
		expect(contactsFor(lines, members).wrong).toEqual([{ line: 2, text: "张三", reason: "two-of-name" }]);
	});
});

describe("The network", () => {
	test("A leader walks from the association to a group, a member and a household, and sees what is wanting.", async () => {
		await village();
		await submit("/o/sy/groups", { id: "g1", group: "第一小组" }, secretary);
		await submit("/o/sy/groups/g1/members", { id: "k1", members: ["m1", "m2"], before: [] }, secretary);
		await add("h1", "傅土根", "张桂英");
		await add("h2", "方荷花");
		const leader = { as: "leader" } as const;
		expect(await facts("/o/sy/network", "leader")).toMatchObject({
			groups: [{ name: "第一小组", leader: null, members: 2, households: 1 }],
			totals: { members: 4, households: 2 },
			wanting: { ungrouped: 2, leaderless: 1, bare: 3, loose: 1 },
		});
		const start = await visit("/o/sy/network", leader);
		expect(start.text).toContain("/o/sy/network/groups/g1");
		expect(start.text).toContain("/o/sy/network/groups/none");
		const group = await visit("/o/sy/network/groups/g1", leader);
		expect(group.text).toContain("/o/sy/network/members/m1");
		const member = await visit("/o/sy/network/members/m1", leader);
		expect(member.text).toContain("/o/sy/households/h1");
		expect((await visit("/o/sy/households/h1", leader)).text).toContain("张桂英");
		for (const path of ["network", "network/groups/g1", "network/members/m1"])
			expect((await visit(`/o/sy/${path}`, { as: "neighbour" })).status).toBe(404);
	});

	test("Without groups the members stand around the association; a departed contact leaves a household to nobody.", async () => {
		await village();
		await add("h1", "傅土根", "张桂英");
		await submit("/o/sy/members/m1/departure", { id: "d1", day: "2026-02-01", because: "moved" }, secretary);
		const network = await facts<{ members: unknown[] }>("/o/sy/network", "secretary");
		expect(network).toMatchObject({ wanting: { ungrouped: 0, leaderless: 0, bare: 3, loose: 1 } });
		expect(network.members).toHaveLength(3);
		expect((await visit("/o/sy/households", secretary)).text).toContain("张桂英（已不是会员）");
		expect((await visit("/o/sy/network/members/m1", secretary)).status).toBe(404);
	});
});
