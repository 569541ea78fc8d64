import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { daysAfter } from "../../worker/values/day";
import { facts, follow, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld, type Who } from "../world";

beforeEach(beginWorld);

const secretary = { as: "secretary" } as const;
type Council = {
	term: { id: string } | null;
	seats: { post: string; state: string; holder: { name: string; toDay: string | null } | null }[];
};
/** Who holds which post on a day: "chair 周秀兰". */
async function council(day = today, as: Who = "secretary"): Promise<string[]> {
	const { seats } = await facts<Council>(`/o/sy/officers?day=${day}`, as);
	return seats.flatMap(({ post, holder }) => (holder ? [`${post} ${holder.name}`] : []));
}
const elect = (fields: Record<string, string>, as: Who = "secretary") =>
	submit("/o/sy/terms", { "secretary-general-1": "吴美珍", newcomers: "on", ...fields }, { as });
const earlier = (fields: Record<string, string>, as: Who = "secretary") =>
	submit("/o/sy/terms/earlier", { newcomers: "on", ...fields }, { as });
const takeBack = (term: string, fields: Record<string, string> = {}, as: Who = "secretary") =>
	submit(`/o/sy/terms/${term}/withdrawal`, { id: "w1", reason: "日子记错了", ...fields }, { as });
const count = (from: string) => env.DB.prepare(`select count(*) as n from ${from}`).first<number>("n");

const sixth = { id: "t6", number: "6", day: "2021-03-01", "chair-1": "周秀兰", "council-member-1": "傅国良" };
const seventh = {
	id: "t7",
	number: "7",
	day: "2026-03-01",
	"chair-1": "章福根",
	"council-member-1": "傅国良",
};

describe("Taking an election back", () => {
	test("The secretary recorded an election on a wrong day: she looks at who would serve again, takes it back, and records it anew.", async () => {
		await elect(sixth);
		await elect(seventh);
		const page = await visit("/o/sy/terms/t7/withdrawal", secretary);
		expect(page.text).toMatch(/章福根[\s\S]*<strong>周秀兰/);
		expect(page.text).toContain("3 人恢复任职");
		const answer = await takeBack("t7");
		expect(answer.status, answer.text).toBe(303);
		expect(await council()).toEqual(["chair 周秀兰", "secretary-general 吴美珍", "council-member 傅国良"]);
		expect((await visit("/o/sy/terms/t7", secretary)).status).toBe(404);
		const terms = await follow(answer, secretary);
		expect(terms.text).toContain("撤回换届");
		expect(terms.text).toContain("日子记错了");
		// 章福根 was known by this election alone, and nothing of him is left but a row without a name.
		expect(await count("person where name = '章福根'")).toBe(0);
		expect((await elect({ ...seventh, id: "t8", day: "2026-04-01" })).status).toBe(303);
		expect(await council("2026-03-20")).toContain("chair 周秀兰");
	});

	test("A copy of it, and a copy of the election that was taken back, change nothing.", async () => {
		await elect(sixth);
		await elect(seventh);
		expect([await takeBack("t7"), await takeBack("t7")].map(({ status }) => status)).toEqual([303, 303]);
		expect((await takeBack("t7", { reason: "别的原因" })).status).toBe(409);
		await elect(seventh);
		expect(await count("term")).toBe(1);
		expect(await council()).toContain("chair 周秀兰");
	});

	test("Nobody else may: the next village never hears of it, and a council member reads no form.", async () => {
		await elect(sixth);
		await env.DB.prepare(
			"insert into holder (organisation, id, person, post, from_day) values ('sy', 'hc', 'p5', 'council-member', '2024-03-01')",
		).run();
		for (const as of ["neighbour", "leader"] as const) {
			expect((await visit("/o/sy/terms/t6/withdrawal", { as })).status).toBe(404);
			expect((await takeBack("t6", {}, as)).status).toBe(404);
		}
		expect((await takeBack("forged")).status).toBe(404);
	});

	test("Whoever was to leave in two months is to leave in two months again.", async () => {
		await elect(sixth);
		const holder = await env.DB.prepare("select id from holder where post = 'chair'").first<string>("id");
		const day = daysAfter(today, 60);
		await submit(`/o/sy/officers/${holder}/departure`, { id: "d1", day, because: "moved" }, secretary);
		await elect({ ...seventh, day: today });
		await takeBack("t7");
		expect(await council()).toContain("chair 周秀兰");
		expect(
			await env.DB.prepare("select to_day, ended_because from holder where post = 'chair'").first(),
		).toEqual({
			to_day: day,
			ended_because: "moved",
		});
	});

	test("Refused in plain words while something rests on it: a later election, a by-election, letters, a meeting of the council.", async () => {
		await elect(sixth);
		await elect(seventh);
		const refused = async (term: string, words: string) => {
			expect((await visit(`/o/sy/terms/${term}/withdrawal`, secretary)).text).toContain(words);
			const answer = await takeBack(term);
			expect(answer.status).toBe(422);
			expect(answer.text).toContain(words);
			expect(await count("term")).toBe(2);
		};
		await refused("t6", "后面又换过届");
		const meeting = {
			id: "g1",
			kind: "council",
			title: "理事会",
			day: "2026-05-01",
			time: "",
			place: "村口",
			agenda: "分工",
		};
		await submit("/o/sy/meetings", meeting, secretary);
		await submit("/o/sy/meetings/g1/roll", { id: "o1", present: "p3" }, secretary);
		expect(await count("activity where id = 'g1'")).toBe(1);
		await refused("t7", "这一届理事会开过 1 次会");
		await submit(
			"/o/sy/by-elections",
			{ id: "b1", post: "vice-chair", who: "傅国良", day: today },
			secretary,
		);
		await refused("t7", "有 1 人补选或新任");
		await submit("/o/sy/letters", { id: "l1", kind: "letter", term: "t7" }, secretary);
		await refused("t7", "份聘书");
	});

	test("Whoever would shut the door behind themselves is asked first; the level above need not be.", async () => {
		await env.DB.prepare("delete from holder where id = 'hp3'").run();
		await elect({ ...sixth, "secretary-general-1": "方志强" }, "townshipStaff");
		await elect({ ...seventh, "secretary-general-1": "吴美珍" }, "townshipStaff");
		await env.DB.prepare(
			"update holder set person = 'p3' where term = 't7' and post = 'secretary-general'",
		).run();
		const asked = await takeBack("t7");
		expect(asked.status).toBe(422);
		expect(asked.text).toContain("您就不能再进本会的页面");
		expect((await takeBack("t7", { handing_over: "on" })).status).toBe(303);
		expect((await visit("/o/sy", secretary)).status).toBe(404);
	});

	test("What was recorded in mid-term before stays as it was, and a link made for whoever was elected leads nowhere.", async () => {
		await elect(sixth);
		await submit(
			"/o/sy/by-elections",
			{ id: "b1", post: "vice-chair", who: "单美凤", day: "2023-01-01", newcomers: "on" },
			secretary,
		);
		await elect(seventh);
		const chair = await env.DB.prepare("select id from holder where term = 't7' and post = 'chair'").first(
			"id",
		);
		await submit(`/o/sy/officers/${chair}/sign-in-link`, {}, secretary);
		expect(await count("link")).toBe(1);
		await takeBack("t7");
		expect(await count("link")).toBe(0);
		expect(await council()).toContain("vice-chair 单美凤");
	});
});

describe("An earlier term", () => {
	const fifth = {
		id: "t5",
		number: "5",
		day: "2016-03-01",
		"chair-1": "单桂英",
		"council-member-1": "傅国良",
	};

	test("A village began with today's council and adds the one before: it served until the next, and nobody of today loses anything.", async () => {
		await elect(sixth);
		const before = await council();
		const form = await visit("/o/sy/terms/earlier/new", secretary);
		expect(form.text).toContain("第六届理事会 2021.3.1");
		const answer = await earlier(fifth);
		expect(answer.status, answer.text).toBe(303);
		expect((await follow(answer, secretary)).text).toContain("单桂英");
		expect(await council("2018-01-01")).toEqual(["chair 单桂英", "council-member 傅国良"]);
		expect(await council()).toEqual(before);
		// 傅国良 is one person, found among those who once held a post.
		expect(await count("person where name = '傅国良'")).toBe(1);
		const { terms } = await facts<{ terms: { id: string }[] }>("/o/sy/terms", "secretary");
		expect(terms.map(({ id }) => id)).toEqual(["t6", "t5"]);
	});

	test("Nobody else may, and where no term is on record there is nothing earlier.", async () => {
		expect((await visit("/o/sy/terms/earlier/new", secretary)).status).toBe(404);
		await elect(sixth);
		expect((await earlier(fifth, "neighbour")).status).toBe(404);
		expect((await earlier(fifth, "leader")).status).toBe(404);
		expect((await visit("/o/sy/terms/earlier/new", { as: "leader" })).status).toBe(404);
	});

	test("Its days are nobody else's: not after the last election, not on one, not past the next.", async () => {
		await elect(sixth);
		for (const [fields, words] of [
			[{ day: "2022-01-01" }, "请用“换届”登记"],
			[{ day: "2021-03-01" }, "这一天已经记了一次换届"],
			[{ ends: "2021-03-02" }, "下一次换届是 2021-03-01"],
			[{ ends: "2016-03-01" }, "要晚于选举那天"],
			[{ due_day: "2016-01-01" }, "要晚于选举那天"],
			[{ "chair-1": "", "council-member-1": "" }, "这里要填"],
		] as const) {
			const answer = await earlier({ ...fifth, ...fields });
			expect(answer.status, words).toBe(422);
			expect(answer.text, words).toContain(words);
		}
		expect(await count("term")).toBe(1);
	});

	test("One left out in between: the council before it ends with it, once that is agreed to, and gets its days back when it is taken back.", async () => {
		await elect({ ...fifth });
		await elect(seventh);
		const between = { ...sixth, "chair-1": "周秀兰" };
		const asked = await earlier(between);
		expect(asked.status).toBe(422);
		expect(asked.text).toContain("前一届有 3 人记着任到再下一届");
		expect((await earlier({ ...between, shortens: "on" })).status).toBe(303);
		expect(await council("2022-01-01")).toEqual(["chair 周秀兰", "council-member 傅国良"]);
		expect(await council("2019-01-01")).toContain("chair 单桂英");
		// The election after it can't be taken back before it is.
		expect((await takeBack("t7")).text).toContain("先撤回补记的那一届");
		expect((await takeBack("t6")).status).toBe(303);
		expect(await council("2022-01-01")).toContain("chair 单桂英");
		expect((await takeBack("t7", { id: "w2" })).status).toBe(303);
		expect(await council()).toContain("chair 单桂英");
	});

	test("Seats of those days are never over-filled, and nobody holds one post twice.", async () => {
		await env.DB.prepare(
			"insert into holder (organisation, id, person, post, from_day, to_day) values ('sy', 'ho', 'p5', 'chair', '2017-01-01', '2018-01-01')",
		).run();
		await elect(sixth);
		const full = await earlier(fifth);
		expect(full.status).toBe(422);
		expect(full.text).toContain("没有空缺");
		expect((await earlier({ ...fifth, "chair-1": "方志明" })).text).toContain("已经任着这个职务");
		expect((await earlier({ ...fifth, ends: "2017-01-01" })).status).toBe(303);
	});

	test("Of two windows that record the same days at once, one is told.", async () => {
		await elect(sixth);
		const both = await Promise.all([earlier(fifth), earlier({ ...fifth, id: "tx", day: "2017-03-01" })]);
		expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
		expect(await count("term")).toBe(2);
		expect(await count("holder where post = 'chair' and from_day < '2018-01-01'")).toBe(1);
	});

	test("A by-election into a council that is over is refused, and says where its past is recorded.", async () => {
		await elect(sixth);
		const answer = await submit(
			"/o/sy/by-elections",
			{ id: "b1", post: "vice-chair", who: "周秀兰", day: "2019-01-01" },
			secretary,
		);
		expect(answer.status).toBe(422);
		expect(answer.text).toContain("历届理事会");
	});
});
