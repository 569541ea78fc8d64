import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { paths } from "../../web/paths";
import { mostMisses } from "../../worker/activities/check-in/rules";
import { dayOf, daysAfter, nowInSeconds, yearOf } from "../../worker/values/day";
import { facts, send, submit, visit } from "../doors";
import { beginWorld, standOn } from "../world";

const today = dayOf(nowInSeconds(), "Asia/Shanghai");
const year = yearOf(today);
const door = paths.checkingIn("sy", "a1", "1");
const count = (query: string) => env.DB.prepare(query).first<number>("n");

async function done(path: string, body: object): Promise<void> {
	const answer = await send(path, body, "secretary");
	expect(answer.status, `${path}: ${answer.text}`).toBe(201);
}
const telephoneOf = (index: number) => `1395790${String(1000 + index)}`;

/** Two hundred members, each with a telephone number of their own, and an activity put down for today. */
const begin = () =>
	standOn("a check-in", async () => {
		await beginWorld();
		for (const [index, name] of ["张桂英", "陈金根", "应云", "曾国强"].entries())
			await done(paths.members("sy"), {
				...{ id: `m${index}`, name, joined_on: `${year}-01-01`, kind: "ordinary" },
				telephone: telephoneOf(index),
			});
		const people = JSON.stringify(Array.from({ length: 200 }, (_, index) => index));
		await env.DB.batch([
			env.DB.prepare(
				"insert into person (id, name, telephone, made_from) select 'x' || value, '会员' || value, '1385790' || (2000 + value), 'x' from json_each(?)",
			).bind(people),
			env.DB.prepare(
				"insert into membership (organisation, person, from_day, kind, sort) select 'sy', 'x' || value, '2020-01-01', 'ordinary', 'x' || value from json_each(?)",
			).bind(people),
		]);
		const { seekWords } = await import("../../worker/members/rules");
		const words = Array.from({ length: 200 }, (_, index) => {
			const one = { id: `x${index}`, name: `会员${index}`, telephone: `1385790${2000 + index}` };
			return [one.id, seekWords(one, "jx/qq/sy/")];
		});
		await env.DB.prepare(
			"insert into seek (organisation, person, words) select 'sy', value ->> 0, value ->> 1 from json_each(?)",
		)
			.bind(JSON.stringify(words))
			.run();
		await done(paths.activities("sy"), {
			id: "a1",
			kind: "training",
			title: "会员培训",
			day: daysAfter(today, 1),
		});
		await env.DB.exec(`update activity set day = '${today}'`);
	});
beforeEach(begin);

const codeNow = async () => (await facts<{ code: string }>(paths.checkIn("sy", "a1"), "secretary")).code;

/** The proof that a phone got by scanning what is on the screen now. */
async function scanned(): Promise<string> {
	const page = await visit(`${door}?code=${await codeNow()}`);
	return /name="pass" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
}

test("paper sheet passed round, illegible, typed in again (indico 1963): a member scans, says who they are without an account, and is on the roll.", async () => {
	const page = await visit(`${door}?code=${await codeNow()}`);
	expect(page.bytes).toBeLessThanOrEqual(6 * 1024);
	expect(page.text).not.toContain("<script");
	expect(page.headers.get("Content-Security-Policy")).not.toContain("script-src");
	const pass = await scanned();
	const sent = await submit(door, { pass, name: "曾 国强", digits: telephoneOf(3).slice(-4) });
	expect([sent.status, sent.headers.get("Location")]).toEqual([303, "/checked-in"]);
	const roll = await facts<{ roster: { name: string; came: boolean }[] }>(
		paths.attendance("sy", "a1"),
		"secretary",
	);
	expect(roll.roster.filter(({ came }) => came).map(({ name }) => name)).toEqual(["曾国强"]);
	const shown = await facts<{ state: string }>(paths.activity("sy", "a1"), "secretary");
	expect(shown.state).toBe("held");
	expect(await count("select held as n from activity_year where organisation = 'sy'")).toBe(1);
});

test("Showing the code writes nothing; a check-in writes at most four rows, again and again.", async () => {
	const screen = await visit(paths.checkIn("sy", "a1"), { as: "secretary" });
	expect([screen.status, screen.cost.rowsWritten]).toEqual([200, 0]);
	const pass = await scanned();
	const said = { pass, name: "张桂英", digits: telephoneOf(0) };
	const first = await submit(door, said);
	expect(first.cost.rowsWritten).toBeLessThanOrEqual(4);
	expect(first.cost.trips).toBe(2);
	expect(first.cost.rowsRead).toBeLessThanOrEqual(60);
	const again = await submit(door, said);
	expect([again.status, await count("select count(*) as n from attendance")]).toEqual([303, 1]);
	const second = await submit(door, { ...said, name: "应云", digits: telephoneOf(2) });
	expect(second.cost.rowsWritten).toBeLessThanOrEqual(3);
});

test("Whoever is unknown and whoever's digits are wrong get the same answer; nothing tells who is a member.", async () => {
	const pass = await scanned();
	const wrong = async (name: string, digits: string) => {
		const answer = await submit(door, { pass, name, digits });
		return [answer.status, answer.text.replaceAll(name, "…")];
	};
	const unknown = await wrong("没有这人", "1000");
	expect(await wrong("张桂英", "9999")).toEqual(unknown);
	expect(await wrong("张桂英", telephoneOf(1).slice(-4))).toEqual(unknown);
	expect(await wrong("会员1", "12")).toEqual(unknown);
	expect(unknown[0]).toBe(422);
	expect(await count("select count(*) as n from attendance")).toBe(0);
	expect(await count("select missed as n from misses")).toBe(3);
});

test("Two who bear one name and share four digits are told apart by nobody: the organiser ticks them.", async () => {
	await done(paths.members("sy"), {
		...{ id: "m9", name: "张桂英", joined_on: `${year}-01-01`, kind: "ordinary" },
		telephone: `1365790${telephoneOf(0).slice(-4)}`,
	});
	const answer = await submit(door, { pass: await scanned(), name: "张桂英", digits: telephoneOf(0) });
	expect([answer.status, await count("select count(*) as n from attendance")]).toEqual([422, 0]);
});

test("After many wrong answers nobody gets in any more, and the page says whom to ask.", async () => {
	await env.DB.prepare("insert into misses values ('sy', 'a1', ?)")
		.bind(mostMisses - 1)
		.run();
	const pass = await scanned();
	expect((await submit(door, { pass, name: "没有这人", digits: "0000" })).status).toBe(422);
	const stopped = await submit(door, { pass, name: "张桂英", digits: telephoneOf(0) });
	expect(stopped.status).toBe(429);
	expect(stopped.text).toContain("请找工作人员点名");
	expect(stopped.cost.rowsWritten).toBe(0);
	expect(await count("select count(*) as n from attendance")).toBe(0);
});

test("A code of another activity, an old one and a forged pass open nothing.", async () => {
	for (const code of ["", "AAAAAA", "<script>"]) {
		const page = await visit(`${door}?code=${encodeURIComponent(code)}`);
		expect(page.text).not.toContain('name="pass"');
		expect(page.text).not.toContain("<script>");
	}
	await done(paths.activities("sy"), { id: "a2", kind: "training", title: "另一场", day: today });
	const there = await visit(`${paths.checkingIn("sy", "a2", "1")}?code=${await codeNow()}`);
	expect(there.text).toContain("这个码过期了");
	const pass = await scanned();
	const late = `${Number(pass.split(".")[0]) - 1000}.${pass.split(".")[1]}`;
	for (const forged of ["", "1.0000000000000000", late, `${pass}0`]) {
		const answer = await submit(door, { pass: forged, name: "张桂英", digits: telephoneOf(0) });
		expect([forged, answer.status]).toEqual([forged, 422]);
	}
	expect(
		(await submit(paths.checkingIn("sy", "a2", "1"), { pass, name: "张桂英", digits: "1000" })).status,
	).toBe(422);
	expect((await visit(paths.checkingIn("sy", "no", "1"))).status).toBe(404);
	expect((await visit(paths.checkingIn("sy", "a1", "2"))).status).toBe(404);
	expect((await visit(paths.checkIn("sy", "a1"), { as: "neighbour" })).status).toBe(404);
});

test("Nobody checks in to what was cancelled or is still to come.", async () => {
	const pass = await scanned();
	await env.DB.exec(`update activity set day = '${daysAfter(today, 1)}'`);
	expect((await submit(door, { pass, name: "张桂英", digits: telephoneOf(0) })).status).toBe(403);
	expect((await visit(door)).text).toContain("现在不能签到");
	await env.DB.exec(`update activity set day = '${today}'`);
	await done(paths.activityCancellation("sy", "a1"), { id: "c1", reason: "下雨" });
	expect((await submit(door, { pass, name: "张桂英", digits: telephoneOf(0) })).status).toBe(403);
	expect(await count("select count(*) as n from attendance")).toBe(0);
});

test("Two hundred phones at once, each trying again where an answer is lost: exactly those who came, each once.", async () => {
	const pass = await scanned();
	let lost = 0;
	const phone = async (index: number) => {
		for (let attempt = 0; attempt < 5; attempt++) {
			const answer = await submit(door, { pass, name: `会员${index}`, digits: String(2000 + index) });
			expect(answer.status).toBe(303);
			// One answer in twenty never reaches the phone.
			if ((index * 7 + attempt * 13) % 20 !== 0) return;
			lost++;
		}
	};
	await Promise.all(Array.from({ length: 200 }, (_, index) => phone(index)));
	expect(lost).toBeGreaterThanOrEqual(10);
	expect(await count("select count(*) as n from attendance")).toBe(200);
	expect(await count("select count(distinct person) as n from attendance")).toBe(200);
	expect(await count("select json_array_length(came) as n from activity where id = 'a1'")).toBe(200);
	expect(await count("select coalesce(sum(missed), 0) as n from misses")).toBe(0);
});

test("An activity's page, its roll and what hangs on it are looked up by key, however many came to others.", async () => {
	await done(paths.activities("sy"), { id: "a2", kind: "visit", title: "看望老人", day: today, heads: "3" });
	const before = await visit(paths.activity("sy", "a2"), { as: "secretary" });
	await env.DB.prepare(
		"insert into attendance (organisation, activity, person, tap) select 'sy', 'a1', person, person from membership where person like 'x%'",
	).run();
	const after = await visit(paths.activity("sy", "a2"), { as: "secretary" });
	expect(await count("select count(*) as n from attendance")).toBe(200);
	expect([before.status, after.status]).toEqual([200, 200]);
	expect(after.cost.rowsRead).toBe(before.cost.rowsRead);
});
