import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { daysAfter } from "../../worker/values/day";
import { hmac } from "../../worker/values/id";
import { facts, follow, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld, standOn } from "../world";

const secretary = { as: "secretary" } as const;
const year = Number(today.slice(0, 4));

/** A council of six in Shangyuan: 吴美珍 keeps the books; 方志明 leads a group and has no vote in it. */
const council = ["吴美珍", "陈金根", "楼春燕", "傅水根", "金云仙", "方国强"];

const beginCouncil = () =>
	standOn("a council", async () => {
		await beginWorld();
		for (const [place, name] of council.slice(1).entries()) {
			const member = { id: `c${place}`, name, joined_on: `${year - 3}-01-01`, kind: "ordinary" };
			await done("/o/sy/members", member);
			const post = place === 0 ? "chair" : place === 1 ? "vice-chair" : "council-member";
			await env.DB.prepare(
				"insert into holder (organisation, id, person, post, from_day) values ('sy', ?, ?, ?, '2024-03-01')",
			)
				.bind(`hc${place}`, `c${place}`, post)
				.run();
		}
		await done("/o/sy/members", {
			id: "m8",
			name: "楼志刚",
			joined_on: `${year - 1}-05-01`,
			kind: "ordinary",
		});
	});
beforeEach(beginCouncil);

async function done(
	path: string,
	fields: Record<string, string | string[]>,
	as: "secretary" | "owner" = "secretary",
) {
	const answer = await submit(path, fields, { as });
	expect(answer.status, `${path} ${answer.text}`).toBe(303);
	return answer;
}

const called = {
	...{ id: "g1", kind: "council", title: "第六届理事会第五次会议", day: today, time: "14:30" },
	...{ place: "村委会会议室", agenda: "1. 去年收支\n2. 明年计划" },
};
const call = (more: object = {}) => done("/o/sy/meetings", { ...called, ...more });
const roll = (came: string[], more: object = {}) =>
	done("/o/sy/meetings/g1/roll", { id: "r1", came, proxy: [], before: "", before_proxy: "", ...more });
const vote = {
	...{ id: "v1", item: "1", text: "同意去年收支", share: "half" },
	...{ votes_for: "4", votes_against: "0", abstained: "1" },
};

type Told = {
	state: string;
	figures: { voters: number; present: number; needed: number; good: boolean };
	roll: { name: string; part: string }[];
	resolutions: { id: string; carried: boolean; tooMany: boolean }[];
	agenda: { about: string; said: string | null }[];
	signing: { digest: string } | null;
	additions: { text: string }[];
};
async function told(id = "g1"): Promise<Told> {
	const { form: _, ...rest } = await facts<Told & { form: object }>(`/o/sy/meetings/${id}`, "secretary");
	return rest;
}

describe("A council's meeting, from its notice to its minutes", () => {
	test("Who may vote is read from the posts of that day; the neighbour never hears of it.", async () => {
		await call();
		const meeting = await told();
		expect(meeting.roll.map(({ name }) => name).sort()).toEqual([...council].sort());
		expect(meeting.figures).toMatchObject({ voters: 6, needed: 4 });
		expect((await visit("/o/sy/meetings/g1", { as: "neighbour" })).status).toBe(404);
		expect((await visit("/o/sy/meetings/g1", { as: "townshipStaff" })).status).toBe(200);
		expect((await submit("/o/sy/meetings", { ...called, id: "g2" }, { as: "townshipStaff" })).status).toBe(
			404,
		);
		expect((await submit("/o/sy/meetings", { ...called, id: "g2" }, { as: "leader" })).status).toBe(404);
		const notice = await visit("/o/sy/meetings/g1/notice", secretary);
		expect(notice.text).toContain("关于召开第六届理事会第五次会议的通知");
		expect(notice.text).toContain("明年计划");
	});

	test("Whoever left the council before that day has no vote, and whoever joins later has none then.", async () => {
		await env.DB.exec(`update holder set to_day = '${today}' where id = 'hc4'`);
		await call();
		expect((await told()).figures.voters).toBe(5);
		await call({ id: "g2", kind: "assembly", title: "会员大会" });
		expect((await told("g2")).figures.voters).toBe(6);
		await call({ id: "g3", kind: "assembly", title: "去年的大会", day: `${year - 1}-04-30` });
		expect((await told("g3")).figures.voters).toBe(5);
	});

	test("Three of six are no quorum and four are; the meeting counts among the year's activities once.", async () => {
		await call();
		await roll(["p3", "c0", "c1"]);
		expect((await told()).figures).toMatchObject({ present: 3, good: false });
		await roll(["p3", "c0", "c1", "c2"], { id: "r2", before: "p3 c0 c1" });
		const meeting = await told();
		expect(meeting.figures).toMatchObject({ present: 4, good: true });
		expect(meeting.state).toBe("held");
		const activities = await facts<{
			held: number;
			activities: { title: string; kind: string; heads: number }[];
		}>("/o/sy/activities", "secretary");
		expect(activities.held).toBe(1);
		expect(activities.activities[0]).toMatchObject({
			...{ title: called.title, kind: "meeting", heads: 4 },
		});
	});

	test("A member who has no seat can't be marked, and a meeting to come has no roll yet.", async () => {
		await call();
		await roll(["p3", "m8", "p5"]);
		expect((await told()).figures.present).toBe(1);
		expect(await env.DB.prepare("select count(*) as n from attendance").first("n")).toBe(1);
		await call({ id: "g2", day: daysAfter(today, 3) });
		expect((await visit("/o/sy/meetings/g2/roll", secretary)).status).toBe(404);
		const early = { id: "r9", came: ["p3"], proxy: [], before: "", before_proxy: "" };
		expect((await submit("/o/sy/meetings/g2/roll", early, secretary)).status).toBe(404);
	});

	test("Whoever is signed for counts only where the root's rule says so.", async () => {
		await call();
		await roll(["p3", "c0", "c1"], { proxy: ["c2"] });
		expect((await told()).figures).toMatchObject({ present: 3, proxies: 1, good: false });
		const rule = {
			id: "u1",
			kind: "council",
			from_day: today,
			quorum: "two-thirds",
			majority: "half",
			proxies: "on",
		};
		expect((await submit("/o/sy/meetings/rules", rule, secretary)).status).toBe(404);
		expect((await submit("/o/jx/meetings/rules", rule, { as: "owner" })).status).toBe(303);
		expect((await told()).figures).toMatchObject({ present: 4, good: true });
		// A meeting of yesterday keeps the rule of yesterday.
		await call({ id: "g2", day: daysAfter(today, -1) });
		const before = { id: "r2", came: ["p3", "c0", "c1"], proxy: ["c2"], before: "", before_proxy: "" };
		await done("/o/sy/meetings/g2/roll", before);
		expect((await told("g2")).figures).toMatchObject({ present: 3, good: false });
	});

	test("Votes never exceed who is there; a resolution is carried by two thirds of those.", async () => {
		await call();
		await roll(["p3", "c0", "c1", "c2", "c3"]);
		const beyond = await submit("/o/sy/meetings/g1/resolutions", { ...vote, votes_against: "1" }, secretary);
		expect(beyond.status).toBe(422);
		expect(beyond.text).toContain("到会 5 人");
		await done("/o/sy/meetings/g1/resolutions", vote);
		await done("/o/sy/meetings/g1/resolutions", {
			...vote,
			id: "v2",
			votes_for: "3",
			votes_against: "2",
			abstained: "0",
		});
		expect((await told()).resolutions.map(({ carried }) => carried)).toEqual([true, false]);
		await done("/o/sy/meetings/g1/resolutions/v2/removal", { id: "x1" });
		expect((await told()).resolutions.map(({ id }) => id)).toEqual(["v1"]);
		// One who was ticked by mistake is taken off: then there are more votes than people, and nothing is signed.
		await roll(["p3", "c0", "c1", "c2"], { id: "r2", before: "p3 c0 c1 c2 c3" });
		expect((await told()).resolutions[0]).toMatchObject({ tooMany: true });
		expect((await submit("/o/sy/meetings/g1/signing", { id: "s1" }, secretary)).status).toBe(409);
		expect((await told()).signing).toBeNull();
	});

	test("Signed minutes never change: not by a form, not in the database; additions stand beside them.", async () => {
		await call();
		await roll(["p3", "c0", "c1", "c2", "c3"]);
		await done("/o/sy/meetings/g1/minutes", {
			id: "w1",
			"said-1": "会计念了账",
			"said-2": "办八场",
			about: "",
			said: "",
		});
		await done("/o/sy/meetings/g1/resolutions", vote);
		const before = await told();
		const shown = await follow(await done("/o/sy/meetings/g1/signing", { id: "s1" }), secretary);
		expect(shown.text).toContain("吴美珍签，以后不再改动");
		const signed = await told();
		expect(signed.state).toBe("signed");
		expect(signed.agenda).toEqual(before.agenda);
		const [row] = (
			await env.DB.prepare("select minutes, digest, key from signing, deployment").all<
				Record<string, string>
			>()
		).results;
		expect(row?.digest).toBe(await hmac(row?.key ?? "", `sy g1 ${row?.minutes}`));

		for (const [path, fields] of [
			["minutes", { id: "w2", "said-1": "改了", about: "", said: "" }],
			["roll", { id: "r2", came: [], proxy: [], before: "p3", before_proxy: "" }],
			["resolutions", { ...vote, id: "v2", votes_for: "1" }],
			["resolutions/v1/removal", { id: "x1" }],
			["edit", { ...called, id: "e1" }],
			["calling-off", { id: "o1", reason: "下雨" }],
		] as [string, Record<string, string | string[]>][])
			expect([path, (await submit(`/o/sy/meetings/g1/${path}`, fields, secretary)).status]).toEqual([
				path,
				404,
			]);
		for (const statement of [
			"update signing set minutes = '{}'",
			"delete from signing",
			"update meeting set agenda = '[]'",
			"delete from resolution",
			"update resolution set votes_for = 9",
		])
			await expect(env.DB.exec(statement)).rejects.toThrow();

		// The activity's own roll and rules may still change; what was signed doesn't.
		await env.DB.exec("delete from attendance");
		await submit(
			"/o/jx/meetings/rules",
			{ id: "u1", kind: "council", from_day: "2000-01-01", quorum: "half", majority: "half", proxies: "" },
			{ as: "owner" },
		);
		expect(await told()).toEqual(signed);
		await done("/o/sy/meetings/g1/additions", { id: "a1", text: "第一项应为 1 200 元。" });
		expect((await told()).additions).toMatchObject([{ text: "第一项应为 1 200 元。" }]);
		await expect(env.DB.exec("update addition set text = 'x'")).rejects.toThrow();
		const paper = await visit("/o/sy/meetings/g1/minutes/print", secretary);
		for (const text of [
			"会计念了账",
			"第一项应为 1 200 元。",
			"赞成 4，反对 0，弃权 1。",
			"达到法定人数",
			"陈金根",
		])
			expect(paper.text).toContain(text);
		expect(paper.text).toContain(signed.signing?.digest.slice(0, 16));
	});

	test("Two who sign at once: one signature stands, and the other is told.", async () => {
		await call();
		await roll(["p3", "c0", "c1", "c2"]);
		const answers = await Promise.all(
			["s1", "s2", "s3"].map((id) => submit("/o/sy/meetings/g1/signing", { id }, secretary)),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
		expect(await env.DB.prepare("select count(*) as n from signing").first("n")).toBe(1);
	});

	test("Two who write of one meeting at once don't overwrite each other.", async () => {
		await call();
		await roll(["p3", "c0", "c1", "c2"]);
		const texts = ["会计念了账", "办八场"];
		const answers = await Promise.all(
			texts.map((text, place) =>
				submit(
					"/o/sy/meetings/g1/minutes",
					{ id: `w${place}`, [`said-${place + 1}`]: text, about: "", said: "" },
					secretary,
				),
			),
		);
		const kept = (await told()).agenda.map(({ said }) => said);
		const saved = answers.filter(({ status }) => status === 303).length;
		expect(kept.filter(Boolean)).toHaveLength(saved);
		expect(answers.every(({ status }) => status === 303 || status === 409)).toBe(true);
	});

	test("A meeting is called anew or off as long as it wasn't held; what was said goes with its item.", async () => {
		await call({ day: daysAfter(today, 5) });
		await done("/o/sy/meetings/g1/edit", { ...called, id: "e1", day: daysAfter(today, 6), agenda: "会费" });
		expect((await told()).agenda).toEqual([{ about: "会费", said: null }]);
		await done("/o/sy/meetings/g1/calling-off", { id: "o1", reason: "台风" });
		expect(await told()).toMatchObject({ state: "off" });
		expect((await visit("/o/sy/meetings/g1", secretary)).text).toContain("这次会不开了：台风");
		expect((await visit("/o/sy/meetings/g1/edit", secretary)).status).toBe(404);
		const list = await facts<{ meetings: { state: string }[] }>("/o/sy/meetings", "secretary");
		expect(list.meetings.map(({ state }) => state)).toEqual(["off"]);
	});

	test("What somebody got wrong comes back as it was typed.", async () => {
		const wrong = await submit("/o/sy/meetings", { ...called, time: "25:00", agenda: "1." }, secretary);
		expect(wrong.status).toBe(422);
		expect(wrong.text).toContain("时间写成 14:30 这样。");
		expect(wrong.text).toContain("25:00");
		expect(wrong.text).toContain("这里要填。");
	});

	test("An assembly names the council that it elected.", async () => {
		await call({ kind: "assembly", title: "第七次会员大会" });
		await env.DB.exec(
			`insert into term values ('sy', 't9', 7, '${today}', '${year + 5}-01-01', '第七次会员大会', null, 'p3', 'x', null)`,
		);
		expect((await visit("/o/sy/meetings/g1", secretary)).text).toContain("这次会选出第 7 届理事会");
	});

	test("A whole council's meeting is read in two round trips.", async () => {
		await call();
		await roll(["p3", "c0", "c1", "c2"]);
		const page = await visit("/o/sy/meetings/g1", secretary);
		expect(page.cost.trips).toBe(2);
		expect(page.cost.rowsRead).toBeLessThan(120);
		expect(page.bytes).toBeLessThan(14 * 1024);
	});
});
