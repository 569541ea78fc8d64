import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { maskedName, stillHolds } from "../../worker/officers/letters/rules";
import { facts, follow, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

const secretary = { as: "secretary" } as const;
type Paper = { id: string; number: number; name: string; holder: string; address: string };

beforeEach(async () => {
	await beginWorld();
	const birth = { birth_year: "1968", joined_on: "2020-01-01", kind: "ordinary" };
	await submit("/o/sy/members", { ...birth, id: "m1", name: "张桂英" }, secretary);
	const elected = { "chair-1": "张桂英", "secretary-general-1": "吴美珍" };
	await submit("/o/sy/terms", { id: "t1", day: "2024-03-02", number: "6", ...elected }, secretary);
});

const issue = (fields: Record<string, string> = {}) =>
	submit("/o/sy/letters", { id: "l1", kind: "letter", term: "t1", ...fields }, secretary);
const papers = async () =>
	(await facts<{ letters: Paper[] }>("/o/sy/letters/print?term=t1", "secretary")).letters;
const behind = async () => new URL((await papers())[0]?.address ?? "").pathname;

test("After an election all letters are issued and printed at once, numbered in the order of the posts.", async () => {
	const answer = await issue();
	expect(answer.headers.get("Location")).toBe("/o/sy/letters/print?term=t1");
	const page = await follow(answer, secretary);
	expect(page.text).toContain("聘书");
	expect(page.text).toContain("二〇二四年三月二日");
	expect((await papers()).map(({ number, name }) => `${number} ${name}`)).toEqual(["1 张桂英", "2 吴美珍"]);
	// Again, under another id: everybody has one, and nobody gets a second.
	await issue({ id: "l2" });
	expect(await papers()).toHaveLength(2);
	// A plaque counts on its own.
	await issue({ id: "l3", kind: "plaque", term: "" });
	expect(await env.DB.prepare("select number from letter where kind = 'plaque'").first("number")).toBe(1);
	expect(
		(await submit("/o/sy/letters", { id: "l4", kind: "letter", term: "t1" }, { as: "neighbour" })).status,
	).toBe(404);
	expect((await issue({ id: "l5", term: "" })).status).toBe(422);
});

test("The code on a letter confirms association, post, masked name, period and number to anybody, and not a word more.", async () => {
	await issue();
	const page = await visit(await behind());
	expect(page.status).toBe(200);
	expect(page.headers.get("X-Robots-Tag")).toContain("noindex");
	for (const shown of ["上园村计划生育协会", "会长", "张**", "有效", "1 号"])
		expect(page.text).toContain(shown);
	for (const hidden of ["张桂英", "1968", "m1"]) expect(page.text).not.toContain(hidden);
	const said = await visit(await behind(), { headers: { Accept: "application/json" } });
	expect(Object.keys(JSON.parse(said.text)).sort()).toEqual(
		[
			"dueDay",
			"fromDay",
			"holds",
			"issuedOn",
			"kind",
			"name",
			"number",
			"organisation",
			"post",
			"toDay",
			"training",
			"year",
		].sort(),
	);
	// No session is looked up, not even an officer's: whether it is a letter's or a certificate's, and no more.
	expect((await visit(await behind(), secretary)).cost).toMatchObject({ trips: 1, queries: 2 });
	expect((await visit("/c/0123456789abcdef")).status).toBe(404);
});

test("A letter holds as long as its post is held, and says so when it doesn't; an erased holder's confirms nothing.", async () => {
	await issue();
	const code = await behind();
	const [paper] = await papers();
	await submit(
		`/o/sy/officers/${paper?.holder}/departure`,
		{ id: "d1", day: today, because: "resigned" },
		secretary,
	);
	const page = await visit(code);
	expect(page.text).toContain("已不再有效");
	await env.DB.prepare("update person set erased_on = ? where id = 'm1'").bind(today).run();
	expect((await visit(code)).status).toBe(404);
});

test("A practice village's papers confirm nothing.", async () => {
	await issue();
	const code = await behind();
	await env.DB.prepare("update organisation set practice = 1 where id = 'sy'").run();
	expect((await visit(code)).status).toBe(404);
	expect((await visit("/o/sy/letters/print?term=t1", secretary)).text).toContain("练习用，无效");
});

test("A name is masked to its first character, a plaque holds while its association stands.", () => {
	expect(["张桂英", "张三", "欧阳娜娜", "M"].map(maskedName)).toEqual(["张**", "张*", "欧***", "M*"]);
	const letter = { kind: "letter", fromDay: "2024-01-01", toDay: null, organisationStands: true } as const;
	expect(stillHolds(letter, "2030-01-01")).toBe(true);
	expect(stillHolds({ ...letter, toDay: "2026-01-01" }, "2026-01-01")).toBe(false);
	expect(stillHolds({ ...letter, organisationStands: false }, "2025-01-01")).toBe(false);
	expect(stillHolds({ ...letter, kind: "plaque", fromDay: null }, "2025-01-01")).toBe(true);
});
