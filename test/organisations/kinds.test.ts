import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const owner = { as: "owner" } as const;
const township = { as: "townshipStaff" } as const;
const circle = { id: "k1", zh: "商圈", en: "business district", above: ["township"], covers: "on" };

test("Kinds and what stands under what are set at the root, by whoever leads it; no village has such a page.", async () => {
	expect((await visit("/o/jx/kinds", owner)).text).toContain("村（社区）");
	expect((await visit("/o/jx/kinds", { as: "districtStaff" })).status).toBe(200);
	for (const as of ["townshipStaff", "secretary"] as const) {
		expect((await visit("/o/jx/kinds", { as })).status).toBe(404);
		expect((await visit("/o/sy/kinds", { as })).status).toBe(404);
	}
	expect((await visit("/o/jx/association", owner)).text).toContain("/o/jx/kinds");
	expect((await visit("/o/sy/association", { as: "secretary" })).text).not.toContain("/kinds");
});

test("A kind that the root adds is founded where it may stand, named in the reader's language, and nowhere else.", async () => {
	expect((await submit("/o/jx/kinds", circle, owner)).status).toBe(303);
	const place = { id: "sq", organisation: "青桥商圈", kind: "k1" };
	expect((await submit("/o/sy/below", place, { as: "secretary" })).status).toBe(422);
	expect((await submit("/o/qq/below", place, township)).status).toBe(303);
	expect((await visit("/o/sq/association", township)).text).toContain("商圈");
	expect((await visit("/o/sq/association", { ...township, language: "en" })).text).toContain(
		"business district",
	);
});

test("Changed rules hold for what is founded from then on; what stands stays.", async () => {
	const change = { id: "c1", zh: "村居", en: "village", above: [], covers: "on" };
	expect((await submit("/o/jx/kinds/village", change, owner)).status).toBe(303);
	expect((await visit("/o/sy/association", { as: "secretary" })).text).toContain("村居");
	const village = { id: "nv", organisation: "南坪村", kind: "village" };
	expect((await submit("/o/qq/below", village, township)).status).toBe(422);
	expect((await visit("/o/sy", { as: "secretary" })).status).toBe(200);
});

test("A kind that something is or ever was of isn't removed; one that nothing was of is.", async () => {
	const refused = await submit("/o/jx/kinds/village/removal", { id: "x1" }, owner);
	expect(refused.status).toBe(409);
	expect(refused.text).toContain("不能删");
	expect((await submit("/o/jx/kinds/migrants/removal", { id: "x2" }, owner)).status).toBe(303);
	const { kinds } = await facts<{ kinds: { id: string }[] }>("/o/jx/kinds", "owner");
	expect(kinds.map(({ id }) => id)).not.toContain("migrants");
	// 上园 was a village until it became an enterprise's association: the village of its past keeps its kind.
	const change = { id: "n1", day: today, reason: "改制", organisation: "上园", kind: "enterprise" };
	await submit("/o/sy/renaming", change, township);
	await env.DB.prepare("update organisation set kind = 'enterprise' where id = 'lf'").run();
	await env.DB.prepare("update stage set kind = 'enterprise' where organisation = 'lf'").run();
	expect((await submit("/o/jx/kinds/village/removal", { id: "x3" }, owner)).status).toBe(409);
});
