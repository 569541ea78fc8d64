import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { facts, follow, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld, places, type Who } from "../world";

const year = today.slice(0, 4);
const before = `${Number(year) - 1}-03-01`;
const zhang = {
	id: "m1",
	name: "张桂英",
	joined_on: before,
	kind: "ordinary",
	telephone: "13957901234",
	sex: "female",
};
const done = async (path: string, fields: Record<string, string>, as: Who = "secretary") => {
	const answer = await submit(path, fields, { as });
	expect(answer.status, answer.text.slice(0, 400)).toBe(303);
	return answer;
};
const offer = (fields: Record<string, string> = {}, as: Who = "secretary") =>
	submit(
		"/o/sy/members/m1/transfer",
		{ id: "t1", to: "lf", day: today, note: "已搬去三组", ...fields },
		{ as },
	);
const answer = (outcome: string, as: Who, at = "lf", reason = "") =>
	submit(`/o/${at}/transfers/t1`, { outcome, reason }, { as });
const memberships = async () =>
	(
		await env.DB.prepare(
			"select organisation, from_day, to_day, left_because, came_from, went_to, carried, kind from membership where person = 'm1' order by organisation, from_day",
		).all()
	).results;
const running = (at: string) =>
	env.DB.prepare(
		"select count(*) as n from membership where organisation = ? and person = 'm1' and to_day is null",
	)
		.bind(at)
		.first<number>("n");
const kept = (at: string) =>
	env.DB.prepare("select members, women, owing, paid from standing where organisation = ? and year = ?")
		.bind(at, Number(year))
		.first();
const membersOn = (at: string) =>
	env.DB.prepare("select json_extract(days, '$[0][1]') as n from membership_days where organisation = ?")
		.bind(at)
		.first<number>("n");

beforeEach(async () => {
	await beginWorld();
	await done("/o/sy/members", zhang);
	await done("/o/sy/dues/rates", { id: "r1", from_day: `${Number(year) - 1}-01-01`, amount: "10" });
	await done(
		"/o/lf/dues/rates",
		{ id: "r1", from_day: `${Number(year) - 1}-01-01`, amount: "20" },
		"neighbour",
	);
});

describe("A member goes to another village", () => {
	test("The secretary offers her, the other receives her: one person, two memberships one after the other, no year paid twice.", async () => {
		await done("/o/sy/dues", { id: "k1", day: today, method: "cash", tick: `m1.${year}` });
		const start = await visit("/o/sy/members/m1/transfer?search=里畈", { as: "secretary" });
		expect(start.text).toContain(places.neighbour.name);
		const sent = await offer();
		expect((await follow(sent, { as: "secretary" })).text).toContain("等里畈村计划生育协会接收");
		expect(await running("sy")).toBe(1);
		expect((await visit("/o/lf", { as: "neighbour" })).text).toContain("转来的会员");
		const list = await facts<{ coming: { name: string; paid: string[] }[] }>("/o/lf/transfers", "neighbour");
		expect(list.coming).toMatchObject([{ name: "张桂英", paid: [year] }]);

		const received = await answer("received", "neighbour");
		expect(received.headers.get("Location")).toBe("/o/lf/members/m1");
		expect(await memberships()).toEqual([
			{
				...{
					organisation: "lf",
					from_day: today,
					to_day: null,
					left_because: null,
					came_from: "sy",
					went_to: null,
				},
				...{ carried: JSON.stringify({ [year]: 1 }), kind: "ordinary" },
			},
			{
				...{
					organisation: "sy",
					from_day: before,
					to_day: today,
					left_because: "transferred",
					came_from: null,
				},
				...{ went_to: "lf", carried: "{}", kind: "ordinary" },
			},
		]);
		expect(await env.DB.prepare("select count(*) as n from person where name = '张桂英'").first("n")).toBe(1);
		expect(await kept("sy")).toEqual({ members: 0, women: 0, owing: 1, paid: 1 });
		expect(await kept("lf")).toEqual({ members: 1, women: 1, owing: 0, paid: 0 });
		expect([await membersOn("sy"), await membersOn("lf")]).toEqual([0, 1]);

		const there = await visit("/o/lf/members/m1", { as: "neighbour" });
		expect(there.text).toContain("从上园村计划生育协会转来");
		const here = await visit("/o/sy/members/m1", { as: "secretary" });
		expect(here.text).toContain("转到里畈村计划生育协会");
		type Record = { changes: { act: string }[]; dues: { year: number; state: string }[] };
		const known = await facts<Record>("/o/lf/members/m1", "neighbour");
		expect(known.changes.map(({ act }) => act)).toEqual(["came-transferred"]);
		expect(known.dues.at(-1)).toEqual({ year: Number(year), state: "elsewhere" });
		const left = await facts<Record>("/o/sy/members/m1", "secretary");
		expect(left.changes.map(({ act }) => act)).toContain("transferred");
		const found = await facts<{ members: { id: string }[] }>("/o/lf/members?search=zgy", "neighbour");
		expect(found.members).toMatchObject([{ id: "m1" }]);
		// The grid says so, and offers no box for it.
		const grid = await facts<{ rows: { cells: string[]; receipt: number | null }[] }>(
			"/o/lf/dues",
			"neighbour",
		);
		expect(grid.rows[0]?.cells.at(-1)).toBe("elsewhere");
		expect(grid.rows[0]?.receipt).toBe(null);
	});

	test("What she hasn't paid is asked once: where she went; and a receipt there leaves the carried years alone.", async () => {
		await done("/o/sy/dues", { id: "k1", day: today, method: "cash", tick: `m1.${Number(year) - 1}` });
		await offer();
		await answer("received", "neighbour");
		expect(await kept("sy")).toEqual({ members: 0, women: 0, owing: 0, paid: 0 });
		expect(await kept("lf")).toEqual({ members: 1, women: 1, owing: 1, paid: 0 });
		await done("/o/lf/dues", { id: "k2", day: today, method: "cash", tick: `m1.${year}` }, "neighbour");
		expect(await kept("lf")).toEqual({ members: 1, women: 1, owing: 1, paid: 1 });
		const paid = await env.DB.prepare("select paid from membership where organisation = 'lf'").first<string>(
			"paid",
		);
		expect(JSON.parse(paid ?? "")).toEqual({ [Number(year) - 1]: 1, [year]: 1 });
	});

	test("It is declined with a reason, or taken back; then nothing has moved, and she may be offered again.", async () => {
		await offer();
		expect((await answer("declined", "neighbour")).status).toBe(422);
		await answer("declined", "neighbour", "lf", "人还没有搬来");
		expect((await visit("/o/sy/transfers/t1", { as: "secretary" })).text).toContain("人还没有搬来");
		await offer({ id: "t2" });
		expect((await submit("/o/sy/transfers/t2", { outcome: "received" }, { as: "secretary" })).status).toBe(
			422,
		);
		expect((await submit("/o/sy/transfers/t2", { outcome: "taken-back" }, { as: "secretary" })).status).toBe(
			303,
		);
		expect(await memberships()).toMatchObject([{ organisation: "sy", to_day: null }]);
		expect(await env.DB.prepare("select count(*) as n from transfer_waiting").first("n")).toBe(0);
	});

	test("Whoever registers members in both does it at once, from a day on; it can't be before she joined.", async () => {
		const page = await visit("/o/sy/members/m1/transfer?to=lf", { as: "townshipStaff" });
		expect(page.text).toContain("不用等对方接收");
		expect((await offer({ day: "2020-01-01" }, "townshipStaff")).status).toBe(422);
		expect((await offer({ day: "2062-01-01" }, "townshipStaff")).status).toBe(422);
		const moved = await offer({ day: `${year}-01-10` }, "townshipStaff");
		expect(moved.headers.get("Location")).toBe("/o/lf/members/m1");
		expect(await memberships()).toMatchObject([
			{ organisation: "lf", from_day: `${year}-01-10` },
			{ organisation: "sy", to_day: `${year}-01-10` },
		]);
	});

	test("Only the two see it: the next village's officers neither offer her nor answer for another.", async () => {
		expect((await offer({}, "neighbour")).status).toBe(404);
		expect((await offer({}, "leader")).status).toBe(404);
		await offer();
		expect((await visit("/o/sy/transfers/t1", { as: "neighbour" })).status).toBe(404);
		expect((await visit("/o/qq/transfers/t1", { as: "townshipStaff" })).status).toBe(404);
		expect((await answer("received", "secretary")).status).toBe(404);
		expect((await visit("/o/lf/transfers/t1", { as: "neighbour" })).status).toBe(200);
	});

	test("Nobody is sent to an organisation that is closed, practised on, unknown, or where they are.", async () => {
		for (const to of ["sy", "nowhere", ""]) expect((await offer({ to })).status, to).toBe(422);
		await env.DB.prepare("update organisation set status = 'deregistered' where id = 'lf'").run();
		expect((await offer()).status).toBe(422);
		await env.DB.prepare("update organisation set status = 'active', practice = 1 where id = 'lf'").run();
		expect((await offer()).status).toBe(422);
	});
});

describe("What binds her to the first village", () => {
	test("Posts end with the transfer, the group is left, households stay without a contact; all said before.", async () => {
		await env.DB.batch([
			env.DB.prepare("insert into small_group values ('sy', 'g1', '第三组', '2020-01-01', null, 'x')"),
			env.DB.prepare("update membership set small_group = 'g1' where person = 'm1'"),
			env.DB.prepare(
				"insert into household values ('sy', 'f1', '陈阿土', null, 'm1', '2020-01-01', null, 'x')",
			),
			env.DB.prepare(
				"insert into holder (organisation, id, person, post, from_day, part) values ('sy', 'h9', 'm1', 'group-leader', '2020-01-01', 'g1')",
			),
		]);
		const page = await visit("/o/sy/members/m1/transfer?to=lf", { as: "secretary" });
		for (const said of ["第三组组长", "陈阿土", "1 户，请另找联系人"]) expect(page.text).toContain(said);
		await offer();
		await answer("received", "neighbour");
		expect(await env.DB.prepare("select to_day, ended_because from holder where id = 'h9'").first()).toEqual({
			to_day: today,
			ended_because: "transferred",
		});
		expect(await env.DB.prepare("select contact, to_day from household").first()).toEqual({
			contact: null,
			to_day: null,
		});
		expect(
			await env.DB.prepare("select small_group from membership where organisation = 'lf'").first(),
		).toEqual({
			small_group: null,
		});
	});
});

describe("Nobody belongs twice at once to one organisation", () => {
	test("Of many who answer at once one is heard.", async () => {
		await offer();
		const answers = await Promise.all([
			...Array.from({ length: 10 }, () => answer("received", "neighbour")),
			...Array.from({ length: 5 }, () => answer("taken-back", "secretary", "sy")),
			...Array.from({ length: 5 }, () => answer("declined", "neighbour", "lf", "不认识")),
		]);
		expect(answers.every(({ status }) => status === 303)).toBe(true);
		expect(await env.DB.prepare("select count(*) as n from transfer_end").first("n")).toBe(1);
		expect(Number(await running("sy")) + Number(await running("lf"))).toBe(1);
	});

	test("Offered from two organisations at once, received from both: one membership goes on, and both pasts are kept.", async () => {
		await env.DB.prepare(
			"insert into membership (organisation, person, from_day, kind, sort, paid) values ('qq', 'm1', '2020-01-01', 'honorary', 'zhang', '{\"2021\":5}')",
		).run();
		await offer();
		await submit("/o/qq/members/m1/transfer", { id: "t9", to: "jx", day: today }, { as: "townshipStaff" });
		await submit("/o/qq/transfers/t9", { outcome: "taken-back" }, { as: "townshipStaff" });
		await submit("/o/qq/members/m1/transfer", { id: "t2", to: "lf", day: today }, { as: "townshipStaff" });
		await Promise.all([
			answer("received", "neighbour"),
			submit("/o/lf/transfers/t2", { outcome: "received" }, { as: "neighbour" }),
		]);
		expect(await running("lf")).toBe(1);
	});

	test("Somebody registered there from a later day on can't come from an earlier one.", async () => {
		await env.DB.prepare(
			"insert into membership (organisation, person, from_day, kind, sort) values ('lf', 'm1', ?, 'ordinary', 'zhang')",
		)
			.bind(today)
			.run();
		const refused = await offer({ day: `${year}-01-10` }, "townshipStaff");
		expect(refused.status).toBe(303);
		expect(refused.headers.get("Location")).toBe("/o/sy/members/m1/transfer");
		expect(await running("sy")).toBe(1);
	});

	test("Back again later: the years of both are known in both, and an own receipt stays an own one.", async () => {
		await done("/o/sy/dues", { id: "k1", day: today, method: "cash", tick: `m1.${year}` });
		await offer({ day: `${year}-01-10` }, "townshipStaff");
		await submit(
			"/o/lf/members/m1/transfer",
			{ id: "t2", to: "sy", day: `${year}-01-20` },
			{ as: "townshipStaff" },
		);
		const paidHere = await facts<{ dues: { state: string }[] }>("/o/sy/members/m1", "secretary");
		expect(paidHere.dues.at(-1)).toEqual({ year: Number(year), state: "paid" });
		expect(await kept("sy")).toMatchObject({ members: 1, owing: 1, paid: 1 });
		expect(await kept("lf")).toMatchObject({ members: 0, owing: 0, paid: 0 });
	});
});
