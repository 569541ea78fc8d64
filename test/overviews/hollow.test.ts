import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { HomeFacts } from "../../web/overviews/home-facts";
import { paths } from "../../web/paths";
import { isHollow, lacksOf } from "../../worker/overviews/hollow/rules";
import { nightly } from "../../worker/overviews/nightly";
import { quietCounts } from "../../worker/overviews/rules";
import { yearOf } from "../../worker/values/day";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld, type Who } from "../world";

const year = yearOf(today);
const run = (...statements: string[]) => env.DB.batch(statements.map((one) => env.DB.prepare(one)));

type Hollow = {
	counts: { quiet: number; hollow: number; registerOnly: number };
	quiet: { id: string; lacks: string[]; hollow: boolean }[];
	names: { id: string; registerOnly: number; members: number }[];
};
type Names = { members: { id: string; lastPaid: number | null }[] };

async function done(path: string, fields: Record<string, string | string[]>, as: Who = "secretary") {
	const answer = await submit(path, fields, { as });
	if (answer.status !== 303) throw new Error(`${answer.status} at ${path}: ${answer.text.slice(0, 400)}`);
}

const register = (id: string, joined: string, kind = "ordinary") =>
	done(paths.members("sy"), { id, name: `张${id}`, joined_on: joined, kind });
const last = year - 1;
/** What looked hollow last year: its silence is judged whatever the month of today. */
const hollowAt = (place: string, as: Who = "districtStaff") =>
	facts<Hollow>(`${paths.hollow(place)}?year=${last}`, as);

beforeEach(beginWorld);

describe("Associations on paper only", () => {
	test("An association is hollow when its year lacks activity, dues, answers and anybody in post; with somebody in post it is only quiet.", async () => {
		// The world's villages have a secretary-general each; Lifan's has gone.
		await run("update holder set to_day = '2025-01-01' where organisation = 'lf'");
		const { quiet, counts } = await hollowAt("jx");
		expect(quiet.map(({ id, hollow }) => [id, hollow])).toEqual([
			["lf", true],
			["sy", false],
		]);
		expect(quiet[0]?.lacks).toEqual(["activity", "dues", "answers", "officer"]);
		expect(counts).toMatchObject({ quiet: 2, hollow: 1 });
		const page = await visit(`${paths.hollow("jx")}?year=${last}`, { as: "districtStaff" });
		expect(page.text).toContain("没有活动、没收会费、没人答卷、没人任职");
		expect(page.text).toContain(paths.standardisation("lf"));
	});

	test.each([
		[
			"an activity",
			() => done(paths.activities("sy"), { id: "a1", kind: "visit", title: "走访", day: `${last}-05-05` }),
		],
		[
			"dues",
			async () => {
				// The year's figures were kept when it was this one.
				await run(`insert into standing (organisation, year) values ('sy', ${last})`);
				await register("m1", `${last}-01-01`);
				await done(paths.rates("sy"), { id: "r1", from_day: `${last}-01-01`, amount: "10" });
				await done(paths.dues("sy"), { id: "k1", day: today, method: "cash", tick: `m1.${last}` });
			},
		],
		[
			"answers",
			() =>
				run(
					`insert into wave (id, organisation, questionnaire, version, first_day, last_day, target, denominator,
						code_required, made_from, made_by) values ('w1', 'sy', 'village', 1, '${last}-01-02', '${last}-12-30', 90, 'all', 0, 'x', 'p3')`,
					`insert into tally values ('w1', 'sy', 500, 0, '{"n":12}', '{"n":10}')`,
				),
		],
		[
			"a rate of nothing, since no dues are then missing",
			() => run(`insert into rate values ('sy', '${last}-01-01', 'every', 0)`),
		],
		[
			"being founded this year",
			() => run(`update stage set from_day = '${year}-01-01' where organisation = 'sy'`),
		],
		["being for practice", () => run("update organisation set practice = 1 where id = 'sy'")],
		[
			"not being there any more",
			() => run("update organisation set status = 'deregistered' where id = 'sy'"),
		],
	])("What takes an association off the list: %s.", async (_what, happens) => {
		await happens();
		expect((await hollowAt("qq")).quiet.map(({ id }) => id)).not.toContain("sy");
	});

	test("counted and reported numbers differ (hitobito 566): the board's figure of a quiet township opens exactly its rows.", async () => {
		// The first look has the board gathered.
		const home = () => facts<HomeFacts>(`${paths.home("jx")}?year=${last}`, "districtStaff");
		await home();
		const row = (await home()).board?.rows.find(({ organisation }) => organisation === "qq");
		const { quiet, counts } = await hollowAt("qq");
		expect([row?.quiet, counts.quiet, quiet.length]).toEqual([2, 2, 2]);
		const page = await visit(`${paths.home("jx")}?year=${last}`, { as: "districtStaff" });
		expect(page.text).toContain(`<a href="${paths.hollow("qq")}?year=${last}">2</a>`);
		const file = await visit(`${paths.hollow("qq")}?year=${last}&format=csv`, { as: "districtStaff" });
		expect(file.text.trim().split("\r\n")).toHaveLength(1 + quiet.length);
	});

	test("In the first months of a year nobody is called hollow for it.", () => {
		expect(quietCounts(2026, "2026-03-31")).toBe(false);
		expect(quietCounts(2026, "2026-04-01")).toBe(true);
		expect(quietCounts(2025, "2026-01-01")).toBe(true);
	});

	test("A village sees no such list of others, and only who is above it sees its township's.", async () => {
		const page = await visit(paths.hollow("sy"), { as: "secretary" });
		expect(page.text).toContain("下面没有协会");
		expect((await visit(paths.hollow("qq"), { as: "secretary" })).status).toBe(404);
		expect((await visit(paths.hollow("qq"), { as: "townshipStaff" })).status).toBe(200);
	});

	test("Which of the four are lacking is told from the row alone.", () => {
		const nothing = { no_activity: 1, no_dues: 1, no_answers: 1, no_officer: 1 };
		expect(isHollow(lacksOf(nothing))).toBe(true);
		expect(lacksOf({ ...nothing, no_officer: 0 })).toEqual(["activity", "dues", "answers"]);
		expect(isHollow(lacksOf({ ...nothing, no_officer: 0 }))).toBe(false);
	});
});

describe("Members on the register only", () => {
	const names = () => facts<Names>(paths.registerOnly("sy"), "secretary");
	const long = `${year - 3}-05-01`;

	test("Who pays nothing, comes to nothing and holds no post for two years is on the register only; the count is kept, and opens them.", async () => {
		for (const id of ["m1", "m2", "m3", "m4", "m5"]) await register(id, long);
		await register("new", `${year - 1}-03-01`);
		await register("guest", long, "honorary");
		await done(paths.rates("sy"), { id: "r1", from_day: `${year - 3}-01-01`, amount: "10" });
		await done(paths.dues("sy"), {
			id: "k1",
			day: today,
			method: "cash",
			tick: [`m1.${year - 1}`, `m5.${year - 2}`],
		});
		await done(paths.activities("sy"), { id: "a1", kind: "visit", title: "走访", day: today });
		await done(paths.attendance("sy", "a1"), { id: "t1", came: ["m2"], before: [] });
		await run(
			"insert into holder (organisation, id, person, post, from_day) values ('sy', 'hm3', 'm3', 'council-member', '2024-01-01')",
		);
		await nightly(env);
		expect((await names()).members).toEqual([
			expect.objectContaining({ id: "m4", lastPaid: null }),
			expect.objectContaining({ id: "m5", lastPaid: year - 2 }),
		]);
		const above = await facts<Hollow>(paths.hollow("qq"), "townshipStaff");
		expect(above.names).toEqual([expect.objectContaining({ id: "sy", registerOnly: 2, members: 7 })]);
		expect(above.counts.registerOnly).toBe(2);
		const page = await visit(paths.registerOnly("sy"), { as: "secretary" });
		expect(page.text).toContain("张m4");
		expect((await visit(paths.registerOnly("sy"), { as: "neighbour" })).status).toBe(404);
	});

	test("A payment, a roll call and its withdrawal move the kept count at once.", async () => {
		for (const id of ["m1", "m2"]) await register(id, long);
		await done(paths.rates("sy"), { id: "r1", from_day: `${year - 3}-01-01`, amount: "10" });
		const kept = async () =>
			env.DB.prepare("select register_only from standing where organisation = 'sy' and year = ?")
				.bind(year)
				.first<number>("register_only");
		expect(await kept()).toBe(2);
		await done(paths.dues("sy"), { id: "k1", day: today, method: "cash", tick: `m1.${year}` });
		expect(await kept()).toBe(1);
		await done(paths.activities("sy"), { id: "a1", kind: "visit", title: "走访", day: today });
		await done(paths.attendance("sy", "a1"), { id: "t1", came: ["m2"], before: [] });
		expect(await kept()).toBe(0);
		await done(paths.activityWithdrawal("sy", "a1"), { id: "z1", reason: "重复了" });
		expect(await kept()).toBe(1);
		expect((await names()).members.map(({ id }) => id)).toEqual(["m2"]);
	});
});
