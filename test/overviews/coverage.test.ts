import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { paths } from "../../web/paths";
import { coverageOf, lifeOf } from "../../worker/overviews/coverage/rules";
import { monthsAfter, yearOf } from "../../worker/values/day";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

const year = yearOf(today);
const run = (...statements: string[]) => env.DB.batch(statements.map((one) => env.DB.prepare(one)));

type Covered = { id: string; places: number; covered: number; standardising: number; share: number | null };
type Coverage = {
	whole: Covered;
	townships: Covered[];
	places: { id: string; above: string }[];
	next: string | null;
};
type Life = {
	rows: { what: string; done: boolean; id: string; day: string | null; reason: string | null }[];
};

/** Puts another village below Qingqiao, or a township below the district. */
const another = (
	id: string,
	name: string,
	status = "active",
	{ kind = "village", practice = 0, parent = "jx/qq/" } = {},
) =>
	run(
		`insert into organisation (id, parent, path, kind, name, made_from, status, practice) values
			('${id}', '${parent.split("/").at(-2)}', '${parent}${id}/', '${kind}', '${name}', 'test', '${status}', ${practice})`,
		`insert into stage (organisation, id, from_day, act, name, kind, parent, path, status, made_at) values
			('${id}', '${id}', '1900-01-01', 'entered', '${name}', '${kind}', '${parent.split("/").at(-2)}', '${parent}${id}/', '${status}', 0)`,
	);
const coverage = (place: string, query = "") =>
	facts<Coverage>(paths.coverage(place) + query, "districtStaff");

beforeEach(beginWorld);

describe("Coverage", () => {
	test("Places with an association of all places: without one counts against it; enterprises, practice villages and deregistered ones don't count at all.", async () => {
		await another("un", "西坞村", "unfounded");
		await another("st", "东坞村", "standardising");
		await another("gone", "老岭村", "deregistered");
		await another("px", "练习村", "active", { practice: 1 });
		await another("fa", "纺织厂", "active", { kind: "enterprise" });
		const { whole, townships, places } = await coverage("jx");
		expect(whole).toMatchObject({ places: 4, covered: 3, standardising: 1, share: 0.75 });
		expect(townships).toEqual([
			expect.objectContaining({ id: "qq", places: 4, covered: 3, standardising: 1 }),
		]);
		expect(places.map(({ id }) => id)).toEqual(["un"]);
	});

	test("counted and reported numbers differ (hitobito 566): every figure of coverage opens exactly its places.", async () => {
		await another("bs", "白石镇", "active", { kind: "township", parent: "jx/" });
		for (const [id, status, parent] of [
			["a1", "unfounded", "jx/qq/"],
			["a2", "standardising", "jx/qq/"],
			["b1", "unfounded", "jx/bs/"],
			["b2", "active", "jx/bs/"],
		] as const)
			await another(id, `${id}村`, status, { parent });
		const { whole, townships } = await coverage("jx");
		for (const row of [{ ...whole, id: "jx" }, ...townships]) {
			for (const [show, count] of [
				["without", row.places - row.covered],
				["covered", row.covered],
				["standardising", row.standardising],
			] as const) {
				expect((await coverage(row.id, `?show=${show}`)).places.length, `${row.id} ${show}`).toBe(count);
			}
		}
		const page = await visit(paths.coverage("jx"), { as: "districtStaff" });
		expect(page.text).toContain(`<a href="${paths.coverage("bs")}?show=without">1</a>`);
		const file = await visit(`${paths.coverage("jx")}?show=covered&format=csv`, { as: "districtStaff" });
		expect(file.text.trim().split("\r\n")).toHaveLength(1 + whole.covered);
	});

	test("A list of many places is read page by page, and none is missing or there twice.", async () => {
		for (let index = 10; index < 80; index++) await another(`v${index}`, `第${index}村`, "unfounded");
		const first = await coverage("jx");
		expect(first.places).toHaveLength(60);
		const second = await coverage("jx", `?show=without&after=${first.next}`);
		const seen = [...first.places, ...second.places].map(({ id }) => id);
		expect([new Set(seen).size, second.next]).toEqual([70, null]);
	});

	test("A township sees its own; the next township's and a village's secretary see nothing of it.", async () => {
		await another("bs", "白石镇", "active", { kind: "township", parent: "jx/" });
		expect((await visit(paths.coverage("qq"), { as: "townshipStaff" })).status).toBe(200);
		expect((await visit(paths.coverage("bs"), { as: "townshipStaff" })).status).toBe(404);
		expect((await visit(paths.coverage("qq"), { as: "secretary" })).status).toBe(404);
		expect((await visit(paths.lifeList("qq"), { as: "secretary" })).status).toBe(404);
	});

	test("Where there is no place to cover, there is no share.", () => {
		expect(coverageOf({ places: 0, covered: 0, standardising: 0 })).toBeNull();
		expect(coverageOf({ places: 8, covered: 6, standardising: 1 })).toBe(0.75);
	});
});

describe("Founded, standardised, retired within the year", () => {
	const act = (path: string, id: string, day: string) =>
		submit(path, { id, day, reason: "三年没有活动", organisation: "西坞村协会" }, { as: "districtStaff" });

	test("What happened this year and what is still to do, each with its day and reason, and as a file.", async () => {
		await another("un", "西坞村", "unfounded");
		await another("to", "东坞村", "unfounded");
		const [founded, standardised] = [monthsAfter(today, 0), `${year - 1}-02-01`];
		for (const done of [
			await act(paths.founding("un"), "f1", founded),
			await act(paths.standardisation("lf"), "s1", standardised),
			await act(paths.standardisation("sy"), "s2", `${year}-01-01`),
			await act(paths.standardisationEnd("sy"), "s3", `${year}-01-01`),
		])
			expect(done.status, done.text.slice(0, 300)).toBe(303);
		const { rows } = await facts<Life>(paths.lifeList("jx"), "districtStaff");
		expect(rows.map(({ what, done, id }) => [what, done, id]).sort()).toEqual([
			["found", false, "to"],
			["found", true, "un"],
			["retire", false, "lf"],
			["standardise", true, "sy"],
		]);
		expect(rows.find(({ id }) => id === "lf")).toMatchObject({
			day: `${year}-02-01`,
			reason: "三年没有活动",
		});
		const page = await visit(paths.lifeList("jx"), { as: "districtStaff" });
		expect(page.text).toContain("待撤");
		const file = await visit(`${paths.lifeList("jx")}?format=csv`, { as: "districtStaff" });
		expect(file.text.trim().split("\r\n")).toHaveLength(5);
		// What is still to do belongs to this year's list alone.
		const before = await facts<Life>(`${paths.lifeList("jx")}?year=${year - 1}`, "districtStaff");
		expect(before.rows).toEqual([]);
	});

	test("A year of standardisation that ends within the year makes a retirement of it; one that ends later doesn't yet.", () => {
		const turn = { status: "standardising" as const, before: "active" as const };
		expect(lifeOf({ ...turn, day: "2025-06-01" }, true, 2026)).toEqual({
			what: "retire",
			done: false,
			day: "2026-06-01",
		});
		expect(lifeOf({ ...turn, day: "2026-06-01" }, true, 2026)).toEqual({
			...{ what: "standardise", done: false, day: "2026-06-01" },
		});
		expect(lifeOf({ status: "active", before: "active", day: "2026-06-01" }, false, 2026)).toBeNull();
		expect(lifeOf({ status: "deregistered", before: "active", day: "2026-06-01" }, false, 2026)).toEqual({
			...{ what: "retire", done: true, day: "2026-06-01" },
		});
		expect(lifeOf({ status: "active", before: null, day: "2026-06-01" }, false, 2026)).toMatchObject({
			what: "found",
		});
	});
});
