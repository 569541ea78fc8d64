import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { paths } from "../../web/paths";
import { app } from "../../worker/app";
import { dayOf, nowInSeconds } from "../../worker/values/day";
import { cleaned } from "../../worker/values/jpeg";
import { facts, send, visit } from "../doors";
import { beginWorld, secretOf } from "../world";
import { base64, bucket, picture } from "./picture";

const today = dayOf(nowInSeconds(), "Asia/Shanghai");
const there = paths.photographs("sy", "a1");
const kept = async () => (await bucket.list()).objects.length;
const put = (id: string, drawn = 7) => send(there, { id, picture: base64(picture({ drawn })) }, "secretary");
const shown = () => facts<{ photographs: { id: string }[]; room: number }>(there, "secretary");

beforeEach(async () => {
	await beginWorld();
	for (const { key } of (await bucket.list()).objects) await bucket.delete(key);
	const told = { id: "a1", kind: "publicity", title: "会员活动日", day: today, heads: "46" };
	expect((await send(paths.activities("sy"), told, "secretary")).status).toBe(201);
});

describe("what a camera writes beside a picture", () => {
	test("is taken out: place, telephone, the second picture, the film after the end; what draws it stays.", () => {
		const jpeg = cleaned(picture({ width: 1600, height: 1200 }));
		const text = new TextDecoder("latin1").decode(jpeg?.bytes);
		for (const secret of ["taken at", "another picture", "of Wu", "film", "thumbnail"])
			expect(text).not.toContain(secret);
		expect(text).toContain("JFIF");
		expect([jpeg?.width, jpeg?.height, jpeg?.bytes.at(-1)]).toEqual([1600, 1200, 0xd9]);
		expect(text).not.toContain("for Wu");
		expect(cleaned(jpeg?.bytes ?? new Uint8Array())?.bytes).toEqual(jpeg?.bytes);
	});

	test("What is no JPEG, doesn't end, has no size or too large a one, is refused.", () => {
		const whole = picture();
		const bad = [
			new Uint8Array(),
			new TextEncoder().encode("<script>"),
			whole.slice(1),
			whole.slice(0, 40),
			whole.slice(0, whole.indexOf(0xda)),
			Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]),
			Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xd9]),
			picture({ width: 0 }),
			picture({ width: 5000 }),
		];
		for (const bytes of bad) expect(cleaned(bytes)).toBeNull();
	});
});

test("A photograph is put beside an activity, is seen by whoever may see that, and by nobody else.", async () => {
	expect((await put("p1")).status).toBe(201);
	expect((await shown()).photographs).toEqual([{ id: "p1", width: 4, height: 3 }]);
	const address = paths.photograph("sy", "a1", "p1");
	const seen = await visit(address, { as: "townshipStaff" });
	expect([seen.status, seen.headers.get("Content-Type")]).toEqual([200, "image/jpeg"]);
	expect(seen.text).toContain("JFIF");
	expect(seen.text).not.toContain("taken at");
	expect((await visit(paths.activity("sy", "a1"), { as: "secretary" })).text).toContain(address);
	expect((await visit(address, { as: "neighbour" })).status).toBe(404);
	expect((await visit(address)).status).toBe(401);
	expect((await visit(paths.photograph("sy", "a2", "p1"), { as: "secretary" })).status).toBe(404);
	expect((await visit(paths.photograph("lf", "a1", "p1"), { as: "neighbour" })).status).toBe(404);
	expect((await send(there, { id: "p2", picture: base64(picture()) }, "townshipStaff")).status).toBe(404);
});

test("The same again is the same; under its id another is refused, and leaves nothing in the bucket.", async () => {
	expect([(await put("p1")).status, (await put("p1")).status, (await put("p1", 8)).status]).toEqual([
		201, 201, 409,
	]);
	expect([(await shown()).photographs.length, await kept()]).toEqual([1, 1]);
});

test("There is room for twelve; a thirteenth, and what is no photograph, leave nothing.", async () => {
	const all = await Promise.all(Array.from({ length: 14 }, (_, index) => put(`p${index}`, index)));
	expect(all.filter(({ status }) => status === 201)).toHaveLength(12);
	const late = all.find(({ status }) => status !== 201);
	expect([late?.status, JSON.parse(late?.text ?? "").mistakes]).toEqual([
		422,
		{ picture: "too-many-photographs 12" },
	]);
	expect([(await shown()).room, await kept()]).toEqual([0, 12]);
	for (const [body, mistake] of [
		["", "required"],
		["AAAA", "not-a-picture"],
		["<svg>", "not-a-picture"],
		["A".repeat(800_004), "picture-too-large"],
	]) {
		const answer = await send(there, { id: "px", picture: body ?? "" }, "secretary");
		expect([answer.status, JSON.parse(answer.text).mistakes]).toEqual([422, { picture: mistake }]);
	}
	expect(await kept()).toBe(12);
});

test("Taken away, it is gone from the bucket too; so are all when the activity is taken back.", async () => {
	for (const id of ["p1", "p2", "p3"]) await put(id);
	const removal = paths.photographRemoval("sy", "a1", "p1");
	for (let again = 0; again < 2; again += 1)
		expect((await send(removal, { id: "r1" }, "secretary")).status).toBe(201);
	expect([(await shown()).photographs.map(({ id }) => id), await kept()]).toEqual([["p2", "p3"], 2]);
	expect((await send(removal, { id: "r2" }, "secretary")).status).toBe(404);
	// A copy of what was sent, late: nothing comes back.
	expect([(await put("p1")).status, await kept()]).toEqual([201, 2]);
	expect((await visit(paths.photograph("sy", "a1", "p1"), { as: "secretary" })).status).toBe(404);
	const withdrawn = await send(
		paths.activityWithdrawal("sy", "a1"),
		{ id: "w1", reason: "记错了" },
		"secretary",
	);
	expect([withdrawn.status, await kept()]).toEqual([201, 0]);
});

test("Nobody takes another's bytes away: neither a co-holder with an activity under the same id, nor an id that stands for something else.", async () => {
	await put("p1");
	await env.DB.prepare(`insert into co_holder values ('lf', 'sy', 'a1', '${today}', 'p3')`).run();
	expect((await visit(paths.photograph("lf", "a1", "p1"), { as: "neighbour" })).status).toBe(200);
	const told = { id: "a1", kind: "visit", title: "走访", day: today, heads: "3" };
	expect((await send(paths.activities("lf"), told, "neighbour")).status).toBe(201);
	for (const path of [paths.photographRemoval("lf", "a1", "p1"), paths.activityWithdrawal("lf", "a1")])
		await send(path, { id: "r1", reason: "记错了" }, "neighbour");
	expect((await send(paths.photographRemoval("sy", "a1", "p1"), { id: "p1" }, "secretary")).status).toBe(404);
	expect([await kept(), (await shown()).photographs.length]).toEqual([1, 1]);
});

test("Where no bucket is bound there are no photographs, and everything else works.", async () => {
	const { PHOTOGRAPHS: _none, ...without } = env as unknown as { PHOTOGRAPHS: R2Bucket; DB: D1Database };
	const knock = (path: string) =>
		app.fetch(
			new Request(`http://huijia.test${path}`, { headers: { Cookie: `session=${secretOf("secretary")}` } }),
			without,
		);
	const page = await knock(paths.activity("sy", "a1"));
	expect([page.status, (await page.text()).includes("照片")]).toEqual([200, false]);
	expect((await knock(there)).status).toBe(404);
});
