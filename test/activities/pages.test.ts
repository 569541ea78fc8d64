import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { app } from "../../worker/app";
import { facts, follow, send, submit, visit } from "../doors";
import { beginWorld, secretOf } from "../world";

beforeEach(beginWorld);

const fair = {
	id: "a1",
	kind: "publicity",
	title: "会员活动日广场宣传",
	day: "2026-05-29",
	place: "村文化礼堂",
	heads: "46",
	...{ thing_1: "宣传册", amount_1: "120", unit_1: "本" },
	cost: "322.50",
	outcome: "来了不少年轻人。",
};

const secretary = { as: "secretary" } as const;
const count = (table: string) => env.DB.prepare(`select count(*) as n from ${table}`).first("n");

/** Puts members into Shangyuan, by id and name. */
async function enrol(people: readonly (readonly [string, string])[]) {
	const list = JSON.stringify(people.map(([id, name]) => ({ id, name })));
	await env.DB.batch([
		env.DB.prepare(
			"insert into person (id, name, made_from) select value ->> 'id', value ->> 'name', 'x' from json_each(?)",
		).bind(list),
		env.DB.prepare(
			"insert into membership (organisation, person, from_day, kind, sort) select 'sy', value ->> 'id', '2020-01-01', 'ordinary', value ->> 'id' from json_each(?)",
		).bind(list),
	]);
}

test("The secretary of one village records an activity; the next village's secretary never hears of it.", async () => {
	const made = await submit("/o/sy/activities", fair, secretary);
	expect(made.status).toBe(303);
	const page = await follow(made, secretary);
	for (const told of [fair.title, "2026年5月29日", "宣传册 120 本", "322.50"])
		expect(page.text).toContain(told);
	expect((await visit("/o/sy/activities", secretary)).text).toContain(fair.title);
	expect((await visit("/o/qq/activities", { as: "townshipStaff" })).text).not.toContain(fair.title);
	expect((await visit("/o/sy/activities/a1", { as: "townshipStaff" })).status).toBe(200);
	for (const path of ["", "/edit", "/attendance", "/sign-in-sheet", "/withdrawal"]) {
		expect((await visit(`/o/sy/activities/a1${path}`, { as: "neighbour" })).status, path).toBe(404);
		expect((await visit(`/o/lf/activities/a1${path}`, { as: "neighbour" })).status, path).toBe(404);
		expect((await visit(`/o/sy/activities/a1${path}`)).status, path).toBe(401);
	}
});

test("A group leader records and calls the roll; the township looks but does not touch.", async () => {
	expect((await submit("/o/sy/activities", fair, { as: "leader" })).status).toBe(303);
	expect((await visit("/o/sy/activities/a1/attendance", { as: "leader" })).status).toBe(200);
	expect((await submit("/o/sy/activities", { ...fair, id: "a2" }, { as: "townshipStaff" })).status).toBe(404);
	expect((await visit("/o/sy/activities/new", { as: "townshipStaff" })).status).toBe(404);
	expect((await visit("/o/sy/activities", { as: "townshipStaff" })).text).not.toContain("记一场活动");
});

test("Twenty copies of one form record once; the same id with another body is offered as new.", async () => {
	const copies = await Promise.all(
		Array.from({ length: 20 }, () => submit("/o/sy/activities", fair, secretary)),
	);
	expect(copies.map(({ status }) => status)).toEqual(Array(20).fill(303));
	expect(await count("activity")).toBe(1);
	const other = await submit("/o/sy/activities", { ...fair, title: "另一场" }, secretary);
	expect(other.status).toBe(409);
	expect(other.text).toContain("另一场");
	expect(other.text).not.toContain('name="id" value="a1"');
	expect(await env.DB.prepare("select held, heads, cost from activity_year").first()).toEqual({
		held: 1,
		heads: 46,
		cost: 32_250,
	});
});

test("What is wrong comes back at its field with the typing kept, and nothing is stored.", async () => {
	const wrong = await submit(
		"/o/sy/activities",
		{
			...fair,
			kind: "party",
			title: " ",
			day: "2026-02-30",
			heads: "-3",
			cost: "1.234",
			thing_1: "x".repeat(41),
			outcome: "330702196203121234",
		},
		secretary,
	);
	expect(wrong.status).toBe(422);
	expect(wrong.text).toContain('value="2026-02-30"');
	const mistakes = await send(
		"/o/sy/activities",
		{ ...fair, day: "2199-01-01", cost: "99999999" },
		"secretary",
	);
	expect(JSON.parse(mistakes.text)).toMatchObject({ mistakes: { cost: "too-much" } });
	const future = await send("/o/sy/activities", { ...fair, day: "2199-01-01" }, "secretary");
	expect(JSON.parse(future.text)).toMatchObject({ mistakes: { day: "after-today" } });
	expect(await count("activity")).toBe(0);
});

test("HTML, formulas and four-byte characters are kept as text.", async () => {
	const odd = { ...fair, title: "<script>alert(1)</script>", place: "=1+1", outcome: "𠮷😀\n第二行" };
	await submit("/o/sy/activities", odd, secretary);
	const page = await visit("/o/sy/activities/a1", secretary);
	expect(page.text).not.toContain("<script>alert");
	expect(page.text).toContain("𠮷😀\n第二行");
	const file = await visit("/o/sy/activities?year=2026&format=csv", secretary);
	expect(file.headers.get("Content-Type")).toContain("text/csv");
	expect(file.text).toContain("'=1+1");
});

test("Two people call the roll at once, and neither undoes the other.", async () => {
	await enrol([
		["m1", "张桂英"],
		["m2", "陈金根"],
		["m3", "应云"],
	]);
	await submit("/o/sy/activities", fair, secretary);
	const roll = "/o/sy/activities/a1/attendance";
	await submit(roll, { id: "r1", before: "", came: ["m1", "m2"] }, secretary);
	// Both opened the page when m1 and m2 were ticked: one adds m3, the other finds that m1 was not there.
	await submit(roll, { id: "r2", before: "m1 m2", came: ["m1", "m2", "m3"] }, secretary);
	await submit(roll, { id: "r3", before: "m1 m2", came: "m2" }, { as: "leader" });
	const page = await facts<{ came: { id: string }[] }>("/o/sy/activities/a1", "secretary");
	expect(page.came.map(({ id }) => id).sort()).toEqual(["m2", "m3"]);
	const kept = await env.DB.prepare("select came from activity").first<string>("came");
	expect(JSON.parse(kept ?? "").sort()).toEqual(["m2", "m3"]);
});

test("A repeated roll changes nothing, and nobody from elsewhere can be marked.", async () => {
	await enrol([["m1", "张桂英"]]);
	await submit("/o/sy/activities", fair, secretary);
	const roll = "/o/sy/activities/a1/attendance";
	const sent = { id: "r1", before: "", came: ["m1", "p4", "nobody"] };
	expect((await submit(roll, sent, secretary)).status).toBe(303);
	expect((await submit(roll, sent, secretary)).status).toBe(303);
	expect((await submit(roll, { ...sent, came: "m1" }, secretary)).status).toBe(409);
	expect((await submit(roll, { ...sent, id: "r2", came: "<b>" }, secretary)).status).toBe(422);
	expect(
		await env.DB.prepare("select person from attendance")
			.all()
			.then(({ results }) => results),
	).toEqual([{ person: "m1" }]);
});

test("Whoever left before the day is not on its roll.", async () => {
	await enrol([
		["m1", "张桂英"],
		["m2", "陈金根"],
	]);
	await env.DB.prepare("update membership set to_day = '2026-05-29' where person = 'm1'").run();
	await submit("/o/sy/activities", fair, secretary);
	const page = await facts<{ roster: { name: string }[] }>("/o/sy/activities/a1/attendance", "secretary");
	expect(page.roster.map(({ name }) => name)).toEqual(["陈金根"]);
	const sheet = await visit("/o/sy/activities/a1/sign-in-sheet", secretary);
	expect(sheet.text).toContain("陈金根");
	expect(sheet.text).not.toContain("张桂英");
});

test("A change is kept, and moving an activity to another year moves its figures.", async () => {
	await submit("/o/sy/activities", fair, secretary);
	const changed = await submit(
		"/o/sy/activities/a1/edit",
		{ ...fair, id: "c1", day: "2025-05-29" },
		secretary,
	);
	expect(changed.status).toBe(303);
	const years = await env.DB.prepare("select year, held, days from activity_year order by year").all();
	expect(years.results).toEqual([
		{ year: 2025, held: 1, days: '["2025-05-29"]' },
		{ year: 2026, held: 0, days: "[]" },
	]);
	const kept = await env.DB.prepare("select details from change where act = 'changed'").first<string>(
		"details",
	);
	expect(JSON.parse(kept ?? "")).toEqual({ from: { day: "2026-05-29" }, to: { day: "2025-05-29" } });
});

test("Of many who move one activity to different years at once each year is counted, whoever came last.", async () => {
	await submit("/o/sy/activities", fair, secretary);
	const moves = await Promise.all(
		["2023", "2024", "2025"].map((year) =>
			submit("/o/sy/activities/a1/edit", { ...fair, id: `c${year}`, day: `${year}-05-29` }, secretary),
		),
	);
	expect(moves.every(({ status }) => status === 303 || status === 409)).toBe(true);
	const held = await env.DB.prepare(
		`select year, held, (select count(*) from activity where substr(day, 1, 4) = cast(year as text)) as there
		from activity_year where held <> there`,
	).all();
	expect(held.results).toEqual([]);
	expect(await count("change where act = 'changed'")).toBe(
		moves.filter(({ status }) => status === 303).length,
	);
});

/** A database in which another hand gets in between a request's reading and its writing. */
const overtaken = (meanwhile: string) => {
	let done = false;
	return new Proxy(env.DB, {
		get: (database, name: keyof D1Database) => {
			if (name !== "batch") return database[name].bind(database);
			return async (statements: D1PreparedStatement[]) => {
				// The first batch is who is asking; the last one writes.
				const first = !done;
				done = true;
				if (!first) await database.exec(meanwhile);
				return database.batch(statements);
			};
		},
	});
};

const edited = (
	meanwhile: string,
	path = "edit",
	fields: Record<string, string> = { ...fair, id: "c1", day: "2025-05-29" },
) =>
	app.fetch(
		new Request(`http://huijia.test/o/sy/activities/a1/${path}`, {
			method: "POST",
			headers: { Cookie: `session=${secretOf("secretary")}`, Origin: "http://huijia.test" },
			body: new URLSearchParams(fields),
		}),
		{ ...env, DB: overtaken(meanwhile) },
	);

test("An edit that a withdrawal overtook keeps no change of what is gone; one that an edit overtook is shown again.", async () => {
	await submit("/o/sy/activities", fair, secretary);
	const late = await edited("update activity set day = '2024-05-29'");
	expect([late.status, (await late.text()).includes('value="2025-05-29"')]).toEqual([409, true]);
	expect(
		(await edited("update activity set heads = 7", "withdrawal", { id: "w1", reason: "记重了" })).status,
	).toBe(409);
	expect((await edited("delete from activity")).status).toBe(404);
	expect(await count("change where act <> 'recorded'")).toBe(0);
});

test("What was recorded by mistake is taken back once, and its old form is offered as new.", async () => {
	await enrol([["m1", "张桂英"]]);
	await submit("/o/sy/activities", fair, secretary);
	await submit("/o/sy/activities/a1/attendance", { id: "r1", before: "", came: "m1" }, secretary);
	const reason = { id: "w1", reason: "记重了" };
	expect((await submit("/o/sy/activities/a1/withdrawal", { ...reason, reason: "" }, secretary)).status).toBe(
		422,
	);
	expect((await submit("/o/sy/activities/a1/withdrawal", reason, secretary)).status).toBe(303);
	expect((await submit("/o/sy/activities/a1/withdrawal", reason, secretary)).status).toBe(303);
	expect([await count("activity"), await count("attendance")]).toEqual([0, 0]);
	expect(await env.DB.prepare("select held from activity_year").first("held")).toBe(0);
	expect((await submit("/o/sy/activities", fair, secretary)).status).toBe(409);
});

test("The list costs two trips, sixty rows and two more for each row shown, and 14 KB of HTML.", async () => {
	const rows = Array.from({ length: 130 }, (_, index) => ({
		id: `a${String(index).padStart(15, "0")}`,
		day: new Date(Date.UTC(2026, 0, 1 + (index % 120))).toISOString().slice(0, 10),
	}));
	await env.DB.prepare(
		"insert into activity (organisation, id, day, kind, title, place, heads, handed_out, cost, outcome, came, made_from) select 'sy', value ->> 'id', value ->> 'day', 'training', '会员业务培训半天', '村文化礼堂', 40, null, 12000, null, '[]', 'x' from json_each(?)",
	)
		.bind(JSON.stringify(rows))
		.run();
	const seen: string[] = [];
	let path: string | null = "/o/sy/activities?year=2026";
	while (path) {
		const page = await visit(path, { ...secretary, headers: { Accept: "application/json" } });
		const { activities, next } = JSON.parse(page.text) as {
			activities: { id: string }[];
			next: string | null;
		};
		expect(page.cost.trips).toBe(2);
		expect(page.cost.rowsRead).toBeLessThanOrEqual(60 + 2 * activities.length);
		seen.push(...activities.map(({ id }) => id));
		path = next && `/o/sy/activities?year=2026&after=${next}`;
	}
	expect(new Set(seen).size).toBe(130);
	expect(seen).toHaveLength(130);
	const file = await visit("/o/sy/activities?year=2026&format=csv", secretary);
	expect(file.text.trim().split("\r\n")).toHaveLength(131);
	const html = await visit("/o/sy/activities?year=2026", secretary);
	const stream = new Blob([html.text]).stream().pipeThrough(new CompressionStream("gzip"));
	expect((await new Response(stream).arrayBuffer()).byteLength).toBeLessThanOrEqual(14_000);
});

test("The roll costs two trips and three rows a name: the membership, the person, and that they came.", async () => {
	const people = Array.from({ length: 200 }, (_, index) => [`m${index}`, `会员${index}`] as const);
	await enrol(people);
	await submit("/o/sy/activities", fair, secretary);
	const came = people.map(([id]) => id);
	const marked = await submit("/o/sy/activities/a1/attendance", { id: "r1", before: "", came }, secretary);
	expect(marked.status).toBe(303);
	const roll = await visit("/o/sy/activities/a1/attendance", secretary);
	expect(roll.cost.trips).toBe(2);
	expect(roll.cost.rowsRead).toBeLessThanOrEqual(60 + 3 * 200);
	const page = await visit("/o/sy/activities/a1", secretary);
	expect(page.cost.rowsRead).toBeLessThanOrEqual(60 + 2 * 200);
});
