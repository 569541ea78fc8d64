import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import type { HomeFacts } from "../../web/overviews/home-facts";
import { paths } from "../../web/paths";
import { nightly } from "../../worker/overviews/nightly";
import { yearOf } from "../../worker/values/day";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

const year = yearOf(today);
const run = (...statements: string[]) => env.DB.batch(statements.map((one) => env.DB.prepare(one)));

/** Where figures of a township stand, and what of them must not change by what doesn't count. */
async function everyCount(): Promise<unknown> {
	await nightly(env);
	const at = <Facts>(path: string) => facts<Facts>(path, "districtStaff");
	const boards = await Promise.all(["jx", "qq"].map((place) => at<HomeFacts>(paths.home(place))));
	const { at: _at, time: _time, ...ofJx } = boards[0]?.board ?? { at: null, time: null };
	const { at: __at, time: __time, ...ofQq } = boards[1]?.board ?? { at: null, time: null };
	const surveys = await at<{ below: { units: unknown[]; total: unknown } }>(paths.surveys("qq"));
	const trees = await Promise.all(
		["", `?day=${year - 1}-12-31`].map((day) => at<{ whole: unknown }>(paths.tree("jx") + day)),
	);
	return {
		...{ ofJx, ofQq, surveys: surveys.below },
		trees: trees.map(({ whole }) => whole),
		members: (await at<{ members: unknown[] }>(paths.members("jx"))).members.length,
		membersThen: (await at<{ members: unknown[] }>(`${paths.members("jx")}?day=${year - 1}-12-31`)).members
			.length,
		coverage: (await at<{ whole: unknown }>(paths.coverage("jx"))).whole,
		life: (await at<{ rows: unknown[] }>(paths.lifeList("jx"))).rows,
		hollow: await at(`${paths.hollow("jx")}?year=${year}`),
	};
}

/** A village with members, activities, dues and a closed survey, full of everything that could be counted by mistake. */
const busy = (id: string, status: string, practice: number) => [
	`insert into organisation (id, parent, path, kind, name, made_from, status, practice)
		values ('${id}', 'qq', 'jx/qq/${id}/', 'village', '${id}村', 'test', '${status}', ${practice})`,
	`insert into stage (organisation, id, from_day, act, name, kind, parent, path, status, made_at)
		values ('${id}', '${id}', '1900-01-01', 'entered', '${id}村', 'village', 'qq', 'jx/qq/${id}/', '${status}', 0)`,
	`insert into person (id, name, sex, made_from) values ('of${id}', '某某', 'female', 'test')`,
	`insert into membership (organisation, person, from_day, kind, sort) values ('${id}', 'of${id}', '2015-01-01', 'ordinary', 'm')`,
	`insert into membership_days values ('${id}', '[["2015-01-01",1,1]]')`,
	`insert into standing (organisation, year, members, women, owing, paid, register_only, survey_satisfied, survey_answered,
		survey_adults, survey_target, survey_slips) values ('${id}', ${year}, 1, 1, 1, 0, 1, 40, 50, 500, 90, 60)`,
];

beforeEach(async () => {
	await beginWorld();
	await submit(
		paths.members("sy"),
		{ id: "m1", name: "张桂英", joined_on: "2020-05-01", kind: "ordinary" },
		{ as: "secretary" },
	);
});

test("A practice village stands in no board, sum, comparison, register, coverage or list of those above it.", async () => {
	const before = await everyCount();
	await run(...busy("px", "active", 1));
	expect(await everyCount()).toEqual(before);
	expect((await visit(paths.home("px"), { as: "districtStaff" })).status).toBe(200);
});

test("A deregistered association stands in none of them either.", async () => {
	const before = await everyCount();
	await run(...busy("gone", "deregistered", 0));
	expect(await everyCount()).toEqual(before);
});

test("A place without an association counts against coverage, and nowhere else.", async () => {
	const before = (await everyCount()) as Record<string, unknown>;
	await run(...busy("un", "unfounded", 0));
	const after = (await everyCount()) as Record<string, unknown>;
	expect(after).toEqual({ ...before, coverage: after.coverage, life: after.life });
	expect(after.coverage).toMatchObject({ places: 3, covered: 2 });
	expect(after.life).toEqual([expect.objectContaining({ id: "un", what: "found", done: false })]);
});

test("A village whose only neighbour below is its practice village sees no tree, coverage or lists of others.", async () => {
	await submit(paths.practice("sy"), { id: "pv", members: "on" }, { as: "secretary" });
	expect((await visit(paths.tree("sy"), { as: "secretary" })).text).toContain("不用管这一页");
	expect((await visit(paths.hollow("sy"), { as: "secretary" })).text).toContain("下面没有协会");
	expect((await facts<HomeFacts>(paths.home("sy"), "secretary")).board).toBeNull();
});

test("A council member, who sees their own association alone, opens nothing below it; who sees below it does.", async () => {
	await run("update holder set post = 'council-member' where id = 'hp2'");
	for (const path of [paths.tree("qq"), paths.coverage("qq"), paths.lifeList("qq"), paths.hollow("qq")]) {
		expect((await visit(path, { as: "townshipStaff" })).status, path).toBe(404);
		expect((await visit(path, { as: "districtStaff" })).status, path).toBe(200);
	}
	await nightly(env);
	const home = await visit(paths.home("qq"), { as: "townshipStaff" });
	expect(home.text).not.toContain(paths.tree("qq"));
	expect(home.text).not.toContain(`href="${paths.home("sy")}"`);
});
