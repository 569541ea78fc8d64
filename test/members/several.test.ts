import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { dayOf, daysAfter, nowInSeconds } from "../../worker/values/day";
import { facts, follow, send, submit, visit } from "../doors";
import { beginWorld, type Who } from "../world";

beforeEach(beginWorld);

const today = dayOf(nowInSeconds(), "Asia/Shanghai");
const secretary = { as: "secretary" } as const;
const township = { as: "townshipStaff" } as const;

const zhang = {
	...{ id: "m1", name: "张桂英", sex: "female", birth_year: "1962", telephone: "13957901234" },
	...{ joined_on: "2019-03-12", kind: "ordinary" },
};

type MemberFacts = {
	elsewhere: { name: string }[];
	posts: { name: string; post: string }[];
	changes: { act: string; told: { field: string }[] }[];
};

describe("A person is one, with several memberships", () => {
	const inLifan = (id: string, more: Record<string, string> = {}, as: Who = "townshipStaff") =>
		submit("/o/lf/members", { ...zhang, id, ...more }, { as });

	test("Whoever registers somebody known elsewhere in their reach is asked whether it is the same person.", async () => {
		await submit("/o/sy/members", zhang, secretary);
		const asked = await inLifan("m2", { telephone: "" });
		expect(asked.status).toBe(422);
		expect(asked.text).toContain("是同一个人吗？");
		expect(asked.text).toContain("是这位：张桂英，1962 年生，上园村计划生育协会，139****1234");
		expect(asked.text).not.toContain("13957901234");
		const joined = await inLifan("m2", { telephone: "", same: "m1" });
		expect(joined.headers.get("Location")).toBe("/o/lf/members/m1");
		const page = await follow(joined, township);
		expect(page.text).toContain("在别处的会籍");
		expect(page.text).toContain("上园村计划生育协会");
		expect(await env.DB.prepare("select count(*) as n from person where name = '张桂英'").first("n")).toBe(1);
		// Sent again, it is the same membership; with another body, another one is offered.
		expect((await inLifan("m2", { telephone: "", same: "m1" })).status).toBe(303);
		expect(await env.DB.prepare("select count(*) as n from membership").first("n")).toBe(2);
	});

	test("Somebody else of that name is registered as a person of their own.", async () => {
		await submit("/o/sy/members", zhang, secretary);
		expect((await inLifan("m2", { same: "other" })).status).toBe(303);
		expect(await env.DB.prepare("select count(*) as n from person where name = '张桂英'").first("n")).toBe(2);
	});

	test("Whoever doesn't reach the other village isn't asked, and can't attach its people by their ids.", async () => {
		await submit("/o/sy/members", zhang, secretary);
		expect((await inLifan("m2", { same: "m1" }, "neighbour")).status).toBe(422);
		expect((await inLifan("m2", {}, "neighbour")).status).toBe(303);
		const page = await facts<MemberFacts>("/o/lf/members/m2", "neighbour");
		expect(page.elsewhere).toEqual([]);
	});

	test("Another name, year and telephone ask nothing; a program is told as a mistake.", async () => {
		await submit("/o/sy/members", zhang, secretary);
		expect((await inLifan("m2", { birth_year: "1970", telephone: "13800005678" })).status).toBe(303);
		const program = await send("/o/lf/members", { ...zhang, id: "m3" }, "townshipStaff");
		expect(JSON.parse(program.text)).toMatchObject({ mistakes: { same: "same-person" } });
	});

	test("Each membership has its own dues and departure; who sees one sees the other only within reach.", async () => {
		await submit("/o/sy/members", zhang, secretary);
		await inLifan("m2", { same: "m1", joined_on: "2024-01-01" });
		await submit("/o/sy/dues/rates", { id: "r1", from_day: "2020-01-01", amount: "10" }, secretary);
		await submit("/o/sy/dues", { id: "k1", day: today, method: "cash", tick: "m1.2025" }, secretary);
		const paid = await env.DB.prepare(
			"select organisation, paid from membership order by organisation",
		).all();
		expect(paid.results).toMatchObject([{ organisation: "lf", paid: "{}" }, { organisation: "sy" }]);
		await submit("/o/sy/members/m1/departure", { id: "d1", day: "2026-01-05", because: "left" }, secretary);
		const other = await env.DB.prepare("select to_day from membership where organisation = 'lf'").first(
			"to_day",
		);
		expect(other).toBeNull();
		expect((await facts<MemberFacts>("/o/sy/members/m1", "secretary")).elsewhere).toEqual([]);
		expect((await facts<MemberFacts>("/o/sy/members/m1", "districtStaff")).elsewhere).toMatchObject([
			{ name: "里畈村计划生育协会" },
		]);
	});

	test("A change of name is found and told in both villages, and only of what is the person's own.", async () => {
		await submit("/o/sy/members", zhang, secretary);
		await inLifan("m2", { same: "m1" });
		await submit(
			"/o/sy/members/m1/edit",
			{ ...zhang, id: "c1", name: "章桂英", kind: "honorary" },
			secretary,
		);
		const found = await facts<{ members: unknown[] }>("/o/lf/members?search=章", "neighbour");
		expect(found.members).toHaveLength(1);
		const { changes } = await facts<MemberFacts>("/o/lf/members/m1", "neighbour");
		const changed = changes.find(({ act }) => act === "changed");
		expect(changed?.told.map(({ field }) => field)).toEqual(["name"]);
	});

	test("Posts stand on the member's page wherever the reader sees them.", async () => {
		await submit("/o/sy/members", zhang, secretary);
		await env.DB.prepare(
			"insert into holder (organisation, id, person, post, from_day) values ('lf', 'hx', 'm1', 'chair', '2024-01-01')",
		).run();
		expect((await facts<MemberFacts>("/o/sy/members/m1", "secretary")).posts).toEqual([]);
		expect((await facts<MemberFacts>("/o/sy/members/m1", "townshipStaff")).posts).toMatchObject([
			{ post: "chair", name: "里畈村计划生育协会" },
		]);
	});
});

test("a future end date ends a role now, or can't be entered (hitobito 2401, concrexit 1140): it is noted, and ends nothing before its day", async () => {
	await submit("/o/sy/members", zhang, secretary);
	const nextMonth = daysAfter(today, 30);
	const leave = (id: string, day: string) =>
		submit("/o/sy/members/m1/departure", { id, day, because: "moved" }, secretary);
	expect((await leave("d1", nextMonth)).status).toBe(303);
	const standing = () =>
		env.DB.prepare("select members from standing where organisation = 'sy' and year = ?")
			.bind(Number(today.slice(0, 4)))
			.first("members");
	expect(await standing()).toBe(1);
	const page = await visit("/o/sy/members/m1", secretary);
	expect(page.text).toContain("起不再是会员");
	expect(page.text).toContain("不退了");
	expect((await visit("/o/sy/members", secretary)).text).toContain("张桂英");
	// Until then the day can be set anew, and the departure be taken back; nobody returns before leaving.
	expect((await leave("d2", daysAfter(today, 60))).status).toBe(303);
	const early = { id: "r0", day: daysAfter(today, 61), kind: "ordinary" };
	expect((await submit("/o/sy/members/m1/return", early, secretary)).status).toBe(422);
	expect((await submit("/o/sy/members/m1/departure/withdrawal", { id: "s1" }, secretary)).status).toBe(303);
	expect(await env.DB.prepare("select to_day from membership").first("to_day")).toBeNull();
	expect((await visit("/o/sy/members/m1", secretary)).text).not.toContain("起不再是会员");
	const { changes } = await facts<MemberFacts>("/o/sy/members/m1/changes", "secretary");
	expect(changes.map(({ act }) => act).sort()).toEqual(["departed", "departed", "registered", "stayed"]);
	// What has happened isn't taken back so.
	await leave("d3", today);
	await submit("/o/sy/members/m1/departure/withdrawal", { id: "s2" }, secretary);
	expect(await env.DB.prepare("select to_day from membership").first("to_day")).toBe(today);
});

test("Whatever is noted in whatever order, nobody ever belongs twice at once to one association.", async () => {
	const day = fc.integer({ min: -40, max: 40 }).map((days) => daysAfter(today, days));
	const step = fc.record({ what: fc.constantFrom("leave", "return", "stay", "join"), day });
	let used = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
			const id = `w${used++}`;
			const seed = { ...zhang, id, name: `王${String.fromCharCode(0x4e00 + used)}`, same: "" };
			await submit("/o/sy/members", { ...seed, joined_on: daysAfter(today, -50) }, secretary);
			for (const { what, day: on } of steps) {
				const at = `/o/sy/members/${id}`;
				const form = { id: `s${used++}`, day: on };
				if (what === "leave") await submit(`${at}/departure`, { ...form, because: "left" }, secretary);
				if (what === "return") await submit(`${at}/return`, { ...form, kind: "ordinary" }, secretary);
				if (what === "stay") await submit(`${at}/departure/withdrawal`, { id: form.id }, secretary);
				if (what === "join")
					await submit("/o/sy/members", { ...seed, id: form.id, same: id, joined_on: on }, township);
			}
			const overlaps = await env.DB.prepare(
				`select count(*) as n from membership one join membership other using (organisation, person)
				where one.from_day < other.from_day and (one.to_day is null or one.to_day > other.from_day)`,
			).first("n");
			expect(overlaps).toBe(0);
		}),
		{ numRuns: 12 },
	);
});
