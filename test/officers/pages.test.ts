import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { daysAfter, monthsAfter } from "../../worker/values/day";
import { newSecret } from "../../worker/values/id";
import { facts, follow, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const secretary = { as: "secretary" } as const;
type Seat = {
	post: string;
	state: string;
	holder: { id: string; name: string; toDay: string | null } | null;
};
type Council = {
	term: { id: string; state: string; dueDay: string; number: number } | null;
	seats: Seat[];
	others: { name: string }[];
	former: { name: string; because: string | null }[];
	people: { people: number; women: number; fullTime: number; ages: number[] };
};
const council = (as: "secretary" | "townshipStaff" = "secretary", day?: string) =>
	facts<Council>(`/o/sy/officers${day ? `?day=${day}` : ""}`, as);
const shown = ({ seats }: Council) =>
	seats.map(({ post, state, holder }) => `${post} ${state} ${holder?.name ?? ""}`.trim());

/** Three members of Shangyuan: 周秀兰, and two who share a name. */
async function threeMembers() {
	for (const [id, name, birth_year, sex] of [
		["m1", "周秀兰", "1968", "female"],
		["m2", "张桂英", "1971", "female"],
		["m3", "张桂英", "1985", "male"],
	] as const)
		await submit(
			"/o/sy/members",
			{ id, name, birth_year, sex, joined_on: "2020-01-01", kind: "ordinary" },
			secretary,
		);
}

/** Elected five years ago less a hundred days, unless told otherwise. */
const election = (fields: Record<string, string> = {}) => ({
	id: "t1",
	day: daysAfter(monthsAfter(today, -60), 100),
	number: "6",
	"chair-1": "周秀兰",
	"vice-chair-1": "张桂英 1985",
	"secretary-general-1": "吴美珍",
	"council-member-1": "傅国良",
	newcomers: "on",
	...fields,
});
const elect = (fields: Record<string, string> = {}, as: "secretary" | "neighbour" = "secretary") =>
	submit("/o/sy/terms", election(fields), { as });

describe("A general election", () => {
	beforeEach(threeMembers);

	test("The secretary records the whole council in one save: members by name, a namesake by year of birth, somebody new.", async () => {
		const answer = await elect();
		expect(answer.status, answer.text).toBe(303);
		expect(answer.headers.get("Location")).toBe("/o/sy/terms/t1");
		const now = await council();
		expect(shown(now)).toEqual([
			"chair soon 周秀兰",
			"vice-chair soon 张桂英",
			"secretary-general soon 吴美珍",
			"council-member soon 傅国良",
			"council-member vacant",
			"council-member vacant",
		]);
		expect(now.term).toMatchObject({
			number: 6,
			state: "soon",
			dueDay: monthsAfter(election().day, 60),
		});
		expect(await env.DB.prepare("select person from holder where post = 'vice-chair'").first("person")).toBe(
			"m3",
		);
		expect(await env.DB.prepare("select count(*) as n from person where name = '傅国良'").first("n")).toBe(1);
		const page = await follow(answer, secretary);
		expect(page.text).toContain("周秀兰");
		expect(page.text).toContain("新任");
	});

	test("Nobody else may: the next village never hears of it, a council member reads and doesn't write.", async () => {
		expect((await elect({}, "neighbour")).status).toBe(404);
		expect((await visit("/o/sy/terms/new", { as: "neighbour" })).status).toBe(404);
		await env.DB.prepare(
			"insert into holder (organisation, id, person, post, from_day) values ('sy', 'hc', 'p5', 'council-member', '2024-03-01')",
		).run();
		expect((await visit("/o/sy/officers", { as: "leader" })).status).toBe(200);
		expect((await visit("/o/sy/terms/new", { as: "leader" })).status).toBe(404);
	});

	test("What is wrong stands at the seat, the typing stays, and nothing is written.", async () => {
		const typed = {
			"vice-chair-1": "张桂英",
			"council-member-1": "周秀蓝",
			"council-member-2": "周秀兰",
			"council-member-3": "周秀兰",
			newcomers: "",
		};
		const answer = await elect(typed);
		expect(answer.status).toBe(422);
		expect(answer.text).toContain("有几位同名的会员");
		expect(answer.text).toContain("名册里没有这个人");
		expect(answer.text).toContain("在同一个职务里写了两次");
		expect(answer.text).toContain("周秀蓝");
		expect(await env.DB.prepare("select count(*) as n from term").first("n")).toBe(0);
		expect((await elect({ day: daysAfter(today, 1) })).text).toContain("这一天还没到");
		expect((await elect({ due_day: "2001-01-01" })).text).toContain("要晚于选举那天");
	});

	test("Whoever would shut the door behind themselves is asked first.", async () => {
		const without = { "secretary-general-1": "周秀兰" };
		const asked = await elect(without);
		expect(asked.status).toBe(422);
		expect(asked.text).toContain("您自己不在名单里");
		expect((await elect({ ...without, handing_over: "on" })).status).toBe(303);
		expect((await visit("/o/sy", secretary)).status).toBe(404);
	});

	test("The next election ends the old council on its day; who goes on, who is new and who ended are told apart.", async () => {
		await elect();
		const again = await elect({
			id: "t2",
			day: today,
			number: "7",
			"vice-chair-1": "",
			"council-member-1": "张桂英 1971",
		});
		expect(again.status, again.text).toBe(303);
		const term = await facts<{
			elected: { name: string; again: boolean }[];
			ended: { name: string; post: string }[];
		}>("/o/sy/terms/t2", "secretary");
		expect(term.elected.map(({ name, again }) => [name, again])).toEqual([
			["周秀兰", true],
			["吴美珍", true],
			["张桂英", false],
		]);
		expect(term.ended.map(({ name, post }) => `${name} ${post}`).sort()).toEqual([
			"傅国良 council-member",
			"张桂英 vice-chair",
		]);
		const before = daysAfter(today, -1);
		expect(shown(await council("secretary", before))).toContain("council-member soon 傅国良");
		expect((await council()).former.map(({ because }) => because)).toContain("term-over");
		// An election that is not after the last is refused.
		expect((await elect({ id: "t3", day: today })).text).toContain("不能早于上一次换届那天");
	});

	test("expired officers vanish though they serve until replaced (OnBoard 30): past the due day they are over, not gone, keep their access, and end only when others are elected.", async () => {
		await elect({
			day: "2018-05-01",
			due_day: "2023-05-01",
			handing_over: "on",
			"secretary-general-1": "吴美珍",
		});
		const now = await council();
		expect(now.term?.state).toBe("over");
		expect(now.seats.filter(({ holder }) => holder).map(({ state }) => state)).toEqual(Array(4).fill("over"));
		const page = await visit("/o/sy/officers", secretary);
		expect(page.text).toContain("届满未换届");
		expect(page.text).toContain("周秀兰");
		// The secretary, whose term ran out years ago, still registers members.
		const registers = { id: "m9", name: "单桂英", joined_on: today, kind: "ordinary" };
		expect((await submit("/o/sy/members", registers, secretary)).status).toBe(303);
		await elect({ id: "t2", day: today });
		expect((await council()).term?.state).toBe("running");
	});

	test("the count of vacancies disagrees with the list (OnBoard 444): the page counts the very lines it lists, and the level above counts the same.", async () => {
		await elect();
		for (const as of ["secretary", "townshipStaff"] as const) {
			const now = await council(as);
			const vacant = now.seats.filter(({ state }) => state === "vacant").length;
			expect(vacant).toBe(2);
			const page = await visit("/o/sy/officers", { as });
			expect(page.text).toContain(`6 席，缺 ${vacant}`);
			expect(page.text.match(/○|缺额<\/span>/g) ?? []).toHaveLength(vacant);
		}
	});

	test("a future end date ends a role now, or can't be entered (hitobito 2401, concrexit 1140): the secretary leaves in two months, works until then, and her successor is elected before.", async () => {
		await elect();
		const [holder] = (await council()).seats.flatMap(({ post, holder }) =>
			post === "secretary-general" && holder ? [holder] : [],
		);
		const day = daysAfter(today, 60);
		const left = await submit(
			`/o/sy/officers/${holder?.id}/departure`,
			{ id: "d1", day, because: "moved" },
			secretary,
		);
		expect(left.status, left.text).toBe(303);
		expect((await visit("/o/sy/members/new", secretary)).status).toBe(200);
		expect(shown(await council())).toContain("secretary-general soon 吴美珍");
		expect(shown(await council("secretary", day))).toContain("secretary-general vacant");
		const successor = { id: "b1", post: "secretary-general", who: "周秀兰", day };
		const early = await submit("/o/sy/by-elections", { ...successor, day: daysAfter(day, -1) }, secretary);
		expect(early.text).toContain("没有空缺");
		expect((await submit("/o/sy/by-elections", { ...successor, id: "b2" }, secretary)).status).toBe(303);
		expect(shown(await council("secretary", day))).toContain("secretary-general soon 周秀兰");
		expect(shown(await council())).toContain("secretary-general soon 吴美珍");
	});

	test("Two elect into the last seat at once: one is in, the other reads that it is taken.", async () => {
		await elect({ "vice-chair-1": "" });
		const answers = await Promise.all(
			["周秀兰", "张桂英 1971", "张桂英 1985", "傅国良"].map((who, index) =>
				submit("/o/sy/by-elections", { id: `b${index}`, post: "vice-chair", who, day: today }, secretary),
			),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
		const held = "select count(*) as n from holder where post = 'vice-chair' and to_day is null";
		expect(await env.DB.prepare(held).first("n")).toBe(1);
		// Nor by a sign-in link made while the seat was free.
		const link = await submit("/o/sy/officers/links", { name: "方志强", post: "vice-chair" }, secretary);
		expect(link.status).toBe(422);
		expect(link.text).toContain("没有空缺");
	});

	test("Somebody elected gets a sign-in link when asked, comes in as themselves, and holds the post once.", async () => {
		await elect();
		const [chair] = (await council()).seats;
		const made = await submit(`/o/sy/officers/${chair?.holder?.id}/sign-in-link`, {}, secretary);
		expect(made.status, made.text).toBe(200);
		const address = /http:\/\/huijia\.test(\/enter\/[\w-]+)/.exec(made.text)?.[1] ?? "";
		const entered = await submit(address, { secret: newSecret() });
		expect(entered.status).toBe(303);
		const cookie = entered.headers.getSetCookie().find((one) => one.startsWith("session="));
		const headers = { Cookie: cookie?.split(";")[0] ?? "" };
		expect((await visit("/o/sy/members/new", { headers })).status).toBe(200);
		expect(await env.DB.prepare("select count(*) as n from holder where person = 'm1'").first("n")).toBe(1);
		// From now on they answer for themselves: no link lets anybody else be them.
		expect((await submit(`/o/sy/officers/${chair?.holder?.id}/sign-in-link`, {}, secretary)).status).toBe(
			404,
		);
	});

	test("A term's facts are corrected; who was elected stays.", async () => {
		await elect();
		const edit = { id: "e1", number: "7", due_day: "2030-01-01", assembly: "第七次会员大会", document: "" };
		expect((await submit("/o/sy/terms/t1/edit", edit, secretary)).status).toBe(303);
		expect((await council()).term).toMatchObject({ number: 7, dueDay: "2030-01-01", state: "running" });
		expect((await submit("/o/sy/terms/t1/edit", { ...edit, id: "e2" }, { as: "neighbour" })).status).toBe(
			404,
		);
	});

	test("Share of women, full-time and age bands of the council.", async () => {
		await elect({ "full-chair-1": "on" });
		const { people } = await council();
		expect(people).toMatchObject({ people: 4, women: 1, fullTime: 1 });
		const file = await visit("/o/sy/officers?format=csv", secretary);
		expect(file.text).toContain("会长,周秀兰");
		expect((await visit("/o/sy/officers", { ...secretary, language: "en" })).text).toContain("6th council");
	});
});
