import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { applicationsADay } from "../../worker/applications/store";
import { facts, follow, submit, visit } from "../doors";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const asked = { id: "a1", name: "张金花", telephone: "13957901234", consent: "yes" };
const count = (table: string) => env.DB.prepare(`select count(*) as n from ${table}`).first("n");

test("A resident applies on a phone; the secretary approves; she is a member from today.", async () => {
	const sent = await submit("/j/sy", asked);
	expect(sent.status).toBe(303);
	expect(sent.cost.rowsWritten).toBeLessThanOrEqual(2);
	expect((await follow(sent)).text).toContain("已收到");
	expect((await visit("/o/sy/applications", { as: "secretary" })).text).toContain("张金花");
	expect((await visit("/o/sy/applications", { as: "neighbour" })).status).toBe(404);
	expect((await submit("/o/sy/applications/a1", { outcome: "approved" }, { as: "secretary" })).status).toBe(
		303,
	);
	const list = await facts<{ members: { name: string }[] }>("/o/sy/members", "secretary");
	expect(list.members.map(({ name }) => name)).toEqual(["张金花"]);
	expect(await count("application")).toBe(0);
});

test("Declining needs a reason, and what the resident wrote goes at once but for the name.", async () => {
	await submit("/j/sy", asked);
	const silent = await submit("/o/sy/applications/a1", { outcome: "declined" }, { as: "secretary" });
	expect(silent.status).toBe(422);
	await submit("/o/sy/applications/a1", { outcome: "declined", reason: "不住本村" }, { as: "secretary" });
	expect(await count("person where made_from <> 'world'")).toBe(0);
	const dump = JSON.stringify((await env.DB.prepare("select * from decision").all()).results);
	expect(dump).toContain("不住本村");
	expect(dump).not.toContain("13957901234");
});

test("The second of two who decide is told so, and changes nothing.", async () => {
	await submit("/j/sy", asked);
	await Promise.all([
		submit("/o/sy/applications/a1", { outcome: "approved" }, { as: "secretary" }),
		submit("/o/sy/applications/a1", { outcome: "approved" }, { as: "owner" }),
	]);
	expect(await count("membership")).toBe(1);
	expect(await count("decision")).toBe(1);
	const late = await submit(
		"/o/sy/applications/a1",
		{ outcome: "declined", reason: "迟了" },
		{ as: "secretary" },
	);
	expect(decodeURIComponent(late.headers.getSetCookie().join())).toContain("已经有人定过了");
});

test("Without consent nothing is kept.", async () => {
	const refused = await submit("/j/sy", { ...asked, consent: "" });
	expect(refused.status).toBe(422);
	expect(refused.text).toContain("同意了才能提交");
	expect(await count("application")).toBe(0);
});

test("Twenty copies apply once; the same id with another body is offered as new.", async () => {
	const copies = await Promise.all(Array.from({ length: 20 }, () => submit("/j/sy", asked)));
	expect(copies.map(({ status }) => status)).toEqual(Array(20).fill(303));
	expect(await count("application")).toBe(1);
	expect((await submit("/j/sy", { ...asked, name: "别人" })).status).toBe(409);
	expect(await env.DB.prepare("select applied from application_day").first("applied")).toBe(1);
});

test("A stranger who posts all day spends no more than the day's ceiling, and is told to come back.", async () => {
	let written = 0;
	for (let index = 0; index < applicationsADay + 5; index += 1) {
		const sent = await submit("/j/sy", { ...asked, id: `b${index}` });
		written += sent.cost.rowsWritten;
		expect(sent.status).toBe(index < applicationsADay ? 303 : 429);
	}
	expect(await count("application")).toBe(applicationsADay);
	expect(written).toBeLessThanOrEqual(2 * applicationsADay);
});

test("There is no joining an association that isn't there.", async () => {
	expect((await visit("/j/nowhere")).status).toBe(404);
	expect((await submit("/j/nowhere", asked)).status).toBe(404);
});

test("An applicant who reuses an id elsewhere can still be approved.", async () => {
	await submit("/j/sy", asked);
	await submit("/j/lf", asked);
	expect((await submit("/o/sy/applications/a1", { outcome: "approved" }, { as: "secretary" })).status).toBe(
		303,
	);
	expect((await submit("/o/lf/applications/a1", { outcome: "approved" }, { as: "neighbour" })).status).toBe(
		303,
	);
	expect(await count("membership")).toBe(2);
});

test("A resident who sends again after the decision is answered as before.", async () => {
	await submit("/j/sy", asked);
	await submit("/o/sy/applications/a1", { outcome: "approved" }, { as: "secretary" });
	expect((await submit("/j/sy", asked)).status).toBe(303);
	expect(await count("application")).toBe(0);
});
