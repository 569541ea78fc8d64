import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { paths } from "../../web/paths";
import { app } from "../../worker/app";
import { base64, bucket, picture } from "../activities/picture";
import { facts, send, submit, visit } from "../doors";
import { beginWorld, secretOf } from "../world";

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const there = paths.voucherPhotographs("sy", "u1");
const kept = async () => (await bucket.list()).objects.length;
const put = (id: string, drawn = 7, to: string = there) =>
	send(to, { id, picture: base64(picture({ drawn })) }, "secretary");
type Shown = { photographs: { id: string }[]; room: number; changes: { act: string; by: string | null }[] };
const shown = () => facts<Shown>(there, "secretary");
const money = { day: today, method: "cash", party: "村口小店", approver: "盛雅芬" };

beforeEach(async () => {
	await beginWorld();
	for (const { key } of (await bucket.list()).objects) await bucket.delete(key);
	const grant = { id: "g1", direction: "income", what: "grant", amount: "100", purpose: "拨款" };
	const tea = { id: "u1", direction: "use", what: "activity", amount: "12.5", purpose: "茶水" };
	for (const one of [grant, tea])
		expect((await send(paths.funds("sy"), { ...money, ...one }, "secretary")).status).toBe(201);
});

const headOf = () =>
	env.DB.prepare("select head, (select json_group_array(hash) from entry) as hashes from book").first();

test("An expense's paper is photographed on its page, and seen by whoever sees the entry: the level above, and no neighbour.", async () => {
	const page = await visit(paths.entry("sy", "u1"), { as: "secretary" });
	expect(page.text).toContain(`data-photographs="${there}"`);
	const before = await headOf();
	expect((await put("p1")).status).toBe(201);
	const address = paths.voucherPhotograph("sy", "u1", "p1");
	expect((await visit(paths.entry("sy", "u1"), { as: "secretary" })).text).toContain(address);
	const seen = await visit(address, { as: "townshipStaff" });
	expect([seen.status, seen.headers.get("Content-Type")]).toEqual([200, "image/jpeg"]);
	expect(seen.text).not.toContain("taken at");
	// The level above looks on, and adds nothing.
	const above = await visit(paths.entry("sy", "u1"), { as: "townshipStaff" });
	expect([above.text.includes(address), above.text.includes("data-photographs")]).toEqual([true, false]);
	expect((await send(there, { id: "p2", picture: base64(picture()) }, "townshipStaff")).status).toBe(404);
	for (const path of [there, address]) {
		expect((await visit(path, { as: "neighbour" })).status).toBe(404);
		expect((await visit(path)).status).toBe(401);
	}
	expect((await visit(paths.voucherPhotograph("lf", "u1", "p1"), { as: "neighbour" })).status).toBe(404);
	// The entry, its hash and the head of the year know nothing of it.
	expect(await headOf()).toEqual(before);
});

test("Neither the page behind a paper's code nor the notice for everybody leads to a photograph.", async () => {
	await put("p1");
	const [hash] = JSON.parse(String((await headOf())?.hashes)).slice(-1) as [string];
	const open = { id: "pn1", year: today.slice(0, 4), until: today, place: "村委会", agreed: "on" };
	expect((await submit(paths.notices("sy"), open, { as: "secretary" })).status).toBe(303);
	for (const path of [paths.entryCheck("sy", "u1", hash.slice(0, 16)), paths.publicNotice("sy", "pn1")]) {
		const { status, text } = await visit(path);
		expect([status, text.includes("photograph"), text.includes("照片")]).toEqual([200, false, false]);
	}
});

test("Only an expense has photographs: no receipt, no reversal; one that was reversed keeps its own.", async () => {
	await put("p1");
	const reversed = await submit(
		paths.reversal("sy", "u1"),
		{ id: "r1", reason: "记错" },
		{ as: "secretary" },
	);
	expect(reversed.status).toBe(303);
	for (const entry of ["g1", "r1", "nobody"]) {
		expect((await put("p2", 7, paths.voucherPhotographs("sy", entry))).status).toBe(404);
		expect((await visit(paths.voucherPhotographs("sy", entry), { as: "secretary" })).status).toBe(404);
	}
	expect([(await shown()).photographs.length, await kept()]).toEqual([1, 1]);
	expect((await visit(paths.entry("sy", "g1"), { as: "secretary" })).text).not.toContain("data-photographs");
});

test("There is room for six; taken away, one is gone for good, and who did so stays on the page.", async () => {
	const all = await Promise.all(Array.from({ length: 8 }, (_, index) => put(`p${index}`, index)));
	expect(all.filter(({ status }) => status === 201)).toHaveLength(6);
	expect(all.find(({ status }) => status === 422)?.text).toContain("too-many-photographs 6");
	const { photographs, room } = await shown();
	expect([photographs.length, room, await kept()]).toEqual([6, 0, 6]);
	const first = photographs[0]?.id ?? "";
	const removal = paths.voucherPhotographRemoval("sy", "u1", first);
	for (let again = 0; again < 2; again += 1)
		expect((await send(removal, { id: "r1" }, "secretary")).status).toBe(201);
	expect((await send(removal, { id: "r2" }, "secretary")).status).toBe(404);
	expect((await visit(paths.voucherPhotograph("sy", "u1", first), { as: "secretary" })).status).toBe(404);
	// A copy of what was sent, late, brings nothing back.
	await put(first, Number(first.slice(1)));
	expect(await kept()).toBe(5);
	expect((await shown()).changes[0]).toMatchObject({ act: "photograph-removed", by: "吴美珍" });
});

test("Where no bucket is bound, an expense is posted and shown as ever, without a word of photographs.", async () => {
	const { PHOTOGRAPHS: _none, ...without } = env as unknown as { PHOTOGRAPHS: R2Bucket; DB: D1Database };
	const knock = (path: string) =>
		app.fetch(
			new Request(`http://huijia.test${path}`, { headers: { Cookie: `session=${secretOf("secretary")}` } }),
			without,
		);
	const page = await knock(paths.entry("sy", "u1"));
	expect([page.status, (await page.text()).includes("照片")]).toEqual([200, false]);
	expect((await knock(there)).status).toBe(404);
});
