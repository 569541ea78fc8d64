import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";
import { answered, openDistrictWave, people } from "./district";

beforeEach(beginWorld);

const district = { as: "districtStaff" } as const;
const units = ["sy", "lf", "xw", "nb", "dx", "xx"];

test("A district sees every village of its wave at one look, by verdict; what is withheld has a dash, and no figure anywhere.", async () => {
	await openDistrictWave(units);
	const sizes: Record<string, number> = { sy: 120, lf: 4, xw: 60, nb: 14, dx: 45, xx: 40 };
	for (const unit of units)
		await answered(unit, people(sizes[unit] ?? 0, unit === "sy" ? 200 : unit === "xw" ? 2 : 10));
	expect((await visit("/o/jx/surveys/d1/map", district)).status).toBe(404);
	await submit("/o/jx/surveys/d1/closing", { id: "c1", handed_out: "0" }, district);
	expect((await visit("/o/jx/surveys/d1", district)).text).toContain("/o/jx/surveys/d1/map");
	type Node = { id: string; depth: number; score: { share: number; verdict: { kind: string } } | null };
	const { nodes } = await facts<{ nodes: Node[] }>("/o/jx/surveys/d1/map", "districtStaff");
	expect(nodes.map(({ id, depth, score }) => [id, depth, score?.verdict.kind ?? null])).toEqual([
		["jx", 0, "missed"],
		["bs", 1, "open"],
		["dx", 2, "open"],
		["xx", 2, "open"],
		["qq", 1, "missed"],
		["lf", 2, null],
		["nb", 2, null],
		["sy", 2, "met"],
		["xw", 2, "missed"],
	]);
	// The same figures as on each one's own page.
	for (const { id, score } of nodes) {
		const { figures } = await facts<{ figures: { score: unknown } }>(`/o/${id}/surveys/d1`, "districtStaff");
		expect(figures.score, id).toEqual(score);
	}
	const page = await visit("/o/jx/surveys/d1/map", district);
	for (const words of ["达标 1，", "未定 2，", "未达标 1，", "不公布 2", 'class="plot plan"', "西湾村"])
		expect(page.text).toContain(words);
	expect([page.cost.trips, page.cost.rowsRead <= 64]).toEqual([2, true]);
	const csv = await visit("/o/jx/surveys/d1/map?format=csv", district);
	expect(csv.text).toContain("里畈村计划生育协会,青桥镇计划生育协会,,,,,不公布");
	// A township sees its own part, a village none of the others.
	const part = await facts<{ nodes: Node[] }>("/o/qq/surveys/d1/map", "townshipStaff");
	expect(part.nodes.map(({ id }) => id)).toEqual(["qq", "lf", "nb", "sy", "xw"]);
	expect((await visit("/o/jx/surveys/d1/map", { as: "secretary" })).status).toBe(404);
	expect((await visit("/o/lf/surveys/d1/map", { as: "secretary" })).status).toBe(404);
});

test("A map that can't show every node says how many it leaves out, and counts none of them.", async () => {
	await openDistrictWave(units);
	for (const unit of units) await answered(unit, people(20));
	await submit("/o/jx/surveys/d1/closing", { id: "c1", handed_out: "0" }, district);
	// As if the wave had asked two thousand more groups below one village.
	await env.DB.batch([
		env.DB.prepare(
			`with recursive each (i) as (select 1 union all select i + 1 from each where i < 2000)
			insert into organisation (id, parent, path, kind, name, made_from)
			select 'z' || i, 'xx', 'jx/bs/xx/z' || i || '/', 'village', '第' || i || '组', 'world' from each`,
		),
		env.DB.prepare(
			`insert into published select organisation.id, wave, closed_on, digest, satisfied, answered, tables, print
			from organisation join published on node = 'xx' where organisation.parent = 'xx'`,
		),
	]);
	const map = await facts<{ nodes: unknown[]; left: number }>("/o/jx/surveys/d1/map", "districtStaff");
	expect([map.nodes.length, map.left]).toEqual([2000, 9]);
	expect((await visit("/o/jx/surveys/d1/map", district)).text).toContain("还有 9 个没画");
	expect((await facts<{ left: number }>("/o/qq/surveys/d1/map", "townshipStaff")).left).toBe(0);
	expect((await visit("/o/qq/surveys/d1/map", district)).text).not.toContain("没画");
});
