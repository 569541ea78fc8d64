import { beforeEach, expect, test } from "vitest";
import { paths } from "../../web/paths";
import { dayOf, daysAfter, nowInSeconds } from "../../worker/values/day";
import { facts, send, visit } from "../doors";
import { beginWorld } from "../world";

const today = dayOf(nowInSeconds(), "Asia/Shanghai");
beforeEach(beginWorld);

const done = async (path: string, body: object) => {
	const answer = await send(path, body, "townshipStaff");
	expect(answer.status, `${path}: ${answer.text}`).toBe(201);
};
type Shown = { now: { holder: string } | null; loans: { holder: string; toDay: string | null }[] };
const boards = () => facts<Shown>(paths.exhibit("qq", "x1"), "townshipStaff");

test("Boards tour the villages: who has them now is one, each hand-over has its day, and whoever has them sees when they are due.", async () => {
	await done(paths.exhibits("qq"), { id: "x1", name: "四季画板" });
	const first = { id: "l1", holder: "sy", day: daysAfter(today, -30), due: daysAfter(today, -20) };
	await done(paths.loans("qq", "x1"), first);
	await done(paths.loans("qq", "x1"), first);
	expect((await visit(paths.exhibits("sy"), { as: "secretary" })).text).toContain("过期没还");
	await done(paths.loans("qq", "x1"), { id: "l2", holder: "lf", day: daysAfter(today, -10), due: "" });
	const toured = await boards();
	expect([toured.now?.holder, toured.loans.map(({ toDay }) => toDay)]).toEqual([
		"里畈村计划生育协会",
		[null, daysAfter(today, -10)],
	]);
	expect((await visit(paths.exhibits("sy"), { as: "secretary" })).text).not.toContain("四季画板");
	expect((await visit(paths.exhibits("lf"), { as: "neighbour" })).text).toContain("四季画板");
	await done(paths.loanEnd("qq", "x1"), { id: "r1", day: today });
	expect((await boards()).now).toBeNull();
	expect((await visit(paths.exhibit("qq", "x1"), { as: "secretary" })).status).toBe(404);
	expect((await send(paths.loans("qq", "x1"), { ...first, id: "l9" }, "secretary")).status).toBe(404);
});

test("A hand-over lies neither ahead, nor before whoever has them got them, nor with somebody far away.", async () => {
	await done(paths.exhibits("qq"), { id: "x1", name: "四季画板" });
	await done(paths.loans("qq", "x1"), { id: "l1", holder: "sy", day: daysAfter(today, -3), due: "" });
	for (const [more, mistakes] of [
		[{ day: daysAfter(today, 1) }, { day: "after-today" }],
		[{ day: daysAfter(today, -5) }, { day: "wave-backwards" }],
		[{ due: daysAfter(today, -9) }, { due: "wave-backwards" }],
		[{ holder: "nowhere" }, { holder: "not-a-choice" }],
	] as const) {
		const body = { id: "l2", holder: "lf", day: today, due: "", ...more };
		const answer = await send(paths.loans("qq", "x1"), body, "townshipStaff");
		expect(JSON.parse(answer.text).mistakes).toEqual(mistakes);
	}
	expect((await boards()).loans).toHaveLength(1);
});
