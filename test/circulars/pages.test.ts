import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import type { CircularFacts, CircularListFacts } from "../../web/circulars/facts";
import type { HomeFacts } from "../../web/overviews/home-facts";
import { daysAfter } from "../../worker/values/day";
import { type Answer, facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld, type Who } from "../world";

const township = { as: "townshipStaff" } as const;
const secretary = { as: "secretary" } as const;
const soon = daysAfter(today, 5);
const letter = {
	...{
		title: "年底联谊会",
		body: "十二月二十日在镇礼堂。\n请各村报人数。",
		asks: "number",
		question: "来几个人",
	},
	...{ answer_by: soon, kinds: "", units: "" },
};
const send = (
	id: string,
	more: Record<string, string | string[]> = {},
	at = "qq",
	as: Who = "townshipStaff",
) => submit(`/o/${at}/circulars`, { ...letter, kinds: [], units: [], id, ...more }, { as });
const answer = (id: string, said: string, as: Who = "secretary", at = "sy", circular = "c1") =>
	submit(`/o/${at}/circulars/${circular}/answer`, { id, said }, { as });
const sentBy = (query = "", as: Who = "townshipStaff") =>
	facts<CircularFacts>(`/o/qq/circulars/c1${query}`, as);
const done = (made: Answer) => {
	expect(made.status, made.text.slice(0, 400)).toBe(303);
	return made;
};

beforeEach(beginWorld);

test("A circular to all below is one row; it stands on each village's home until it is answered, and its sender sees who read and who answered.", async () => {
	const sent = done(await send("c1"));
	expect(sent.cost.rowsWritten).toBeLessThanOrEqual(3);
	expect(await env.DB.prepare("select recipients from circular").first("recipients")).toBe(2);
	const task = { kind: "circular", circular: "c1", title: "年底联谊会", answerBy: soon, inDays: 5 };
	expect((await facts<HomeFacts>("/o/sy", "secretary")).tasks).toContainEqual(expect.objectContaining(task));
	// The township looks in without having read it for the village.
	await visit("/o/sy/circulars/c1", township);
	expect((await sentBy()).sent?.figures).toMatchObject({ read: 0, answered: 0 });
	const page = await visit("/o/sy/circulars/c1", secretary);
	expect(page.text).toContain("来几个人");
	expect((await sentBy()).sent?.replies.map(({ id, state }) => `${id} ${state}`).sort()).toEqual([
		...["lf unopened", "sy read"],
	]);
	done(await answer("a1", "１２"));
	expect((await facts<HomeFacts>("/o/sy", "secretary")).tasks).not.toContainEqual(
		expect.objectContaining(task),
	);
	const { sent: seen } = await sentBy();
	expect(seen?.figures).toEqual({ read: 1, answered: 1, late: 0, yes: 0, sum: 12 });
	expect(seen?.replies.map(({ id }) => id)).toEqual(["lf"]);
	expect((await sentBy("?show=done")).sent?.replies).toMatchObject([{ id: "sy", said: "12", state: "done" }]);
});

test("Who may: the level above sends, somebody of the village answers, and nobody answers for others or reads what went elsewhere.", async () => {
	expect((await send("c1", {}, "qq", "secretary")).status).toBe(404);
	expect((await send("c1", {}, "sy", "townshipStaff")).status).toBe(404);
	done(await send("c1", { units: ["lf"] }));
	expect((await visit("/o/sy/circulars/c1", secretary)).status).toBe(404);
	expect((await answer("a1", "3")).status).toBe(404);
	expect((await answer("a1", "3", "townshipStaff", "lf")).status).toBe(404);
	expect((await answer("a1", "3", "secretary", "lf")).status).toBe(404);
	done(await answer("a1", "3", "neighbour", "lf"));
	done(await send("c2", { kinds: ["township"] }, "jx", "districtStaff"));
	expect((await facts<CircularListFacts>("/o/qq/circulars", "townshipStaff")).received).toMatchObject([
		{ id: "c2" },
	]);
	expect((await facts<CircularListFacts>("/o/lf/circulars", "neighbour")).received).toMatchObject([
		{ id: "c1" },
	]);
	expect((await visit("/o/jx/circulars", secretary)).status).toBe(404);
});

test("An answer is corrected until its day and not after it; one that comes late is taken, and marked as late.", async () => {
	done(await send("c1"));
	done(await answer("a1", "12"));
	done(await answer("a2", "15"));
	expect((await sentBy("?show=done")).sent).toMatchObject({ figures: { answered: 1, sum: 15 } });
	const kept = await env.DB.prepare(
		"select details from change where subject = 'circular c1' and act = 'corrected'",
	).first("details");
	expect(JSON.parse(String(kept))).toEqual({ from: { said: "12" }, to: { said: "15" } });
	await env.DB.prepare("update circular set due_day = ?").bind(daysAfter(today, -1)).run();
	await env.DB.prepare("update circular_answer set day = ?").bind(daysAfter(today, -2)).run();
	expect((await answer("a3", "20")).status).toBe(409);
	done(await answer("a4", "7", "neighbour", "lf"));
	const { sent } = await sentBy("?show=done");
	expect(sent?.figures).toMatchObject({ answered: 2, late: 1, sum: 22 });
	expect(sent?.replies.map(({ id, state }) => `${id} ${state}`).sort()).toEqual(["lf late", "sy done"]);
	expect((await visit("/o/sy/circulars/c1", secretary)).text).toContain("截止日过了");
});

test("Each way of asking takes its own answers only.", async () => {
	for (const [id, asks, wrong, right] of [
		["c1", "number", "好多", "3"],
		["c2", "yes-no", "maybe", "yes"],
		["c3", "text", "", "我们去"],
	] as const) {
		done(await send(id, { asks }));
		expect((await answer(`w${id}`, wrong, "secretary", "sy", id)).status, asks).toBe(422);
		done(await answer(`r${id}`, right, "secretary", "sy", id));
	}
	done(await send("c4", { asks: "reading", question: "" }));
	expect((await answer("w4", "yes", "secretary", "sy", "c4")).status).toBe(422);
	await visit("/o/sy/circulars/c4", secretary);
	const only = await facts<CircularFacts>("/o/qq/circulars/c4?show=done", "townshipStaff");
	expect(only.sent?.replies).toMatchObject([{ id: "sy", state: "done" }]);
	expect((await send("c5", { question: "" })).status).toBe(422);
	expect((await send("c5", { answer_by: daysAfter(today, -1) })).status).toBe(422);
});

test("One list of whom to remind, to print and to paste; a circular taken back asks nothing any more and says why.", async () => {
	done(await send("c1"));
	done(await answer("a1", "12"));
	const list = await visit("/o/qq/circulars/c1/reminder", township);
	expect(list.text).toContain("里畈村计划生育协会");
	expect(list.text).not.toContain("<td>上园村计划生育协会");
	expect(list.text).toContain("还没有答复的：里畈村计划生育协会。");
	expect((await visit("/o/sy/circulars/c1/withdrawal", secretary)).status).toBe(404);
	done(await submit("/o/qq/circulars/c1/withdrawal", { id: "w1", reason: "改期了" }, township));
	expect((await submit("/o/qq/circulars/c1/withdrawal", { id: "w2", reason: "又" }, township)).status).toBe(
		409,
	);
	const page = await visit("/o/lf/circulars/c1", { as: "neighbour" });
	expect(page.text).toContain("改期了");
	expect((await answer("a2", "3", "neighbour", "lf")).status).toBe(409);
	const { tasks } = await facts<HomeFacts>("/o/lf", "neighbour");
	expect(tasks.map(({ kind }) => kind)).not.toContain("circular");
});
