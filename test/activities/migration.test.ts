import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";

test("Who came before half-days were kept has come to the first, and nobody is lost.", async () => {
	const before = env.TEST_MIGRATIONS.filter(({ name }) => name < "0013");
	// Where files share one Worker a reset may come a moment late: then what stood before still stands.
	do {
		await reset();
		await applyD1Migrations(env.DB, before);
	} while (await env.DB.prepare("select count(*) as n from organisation").first<number>("n"));
	const people = Array.from({ length: 30 }, (_, index) => `m${index}`);
	await env.DB.batch([
		env.DB.prepare(
			"insert into organisation (id, path, kind, name, made_from) values ('sy', 'sy/', 'village', '上园村', 'x')",
		),
		env.DB.prepare(
			"insert into person (id, name, made_from) select value, value, 'x' from json_each(?)",
		).bind(JSON.stringify(people)),
		...["a1", "a2"].flatMap((id) => [
			env.DB.prepare(
				"insert into activity (organisation, id, day, kind, title, came, made_from) values ('sy', ?, '2025-05-29', 'training', '培训', ?, 'x')",
			).bind(id, JSON.stringify(people)),
			env.DB.prepare(
				"insert into attendance (organisation, activity, person) select 'sy', ?, value from json_each(?)",
			).bind(id, JSON.stringify(people)),
		]),
	]);
	await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
	const { results } = await env.DB.prepare(
		"select activity, session, way, proxy, count(distinct person) as people from attendance group by 1, 2, 3, 4",
	).all();
	expect(results).toEqual(
		["a1", "a2"].map((activity) => ({ activity, session: 1, way: "tap", proxy: 0, people: 30 })),
	);
	expect(await env.DB.prepare("select count(*) as n from activity where plan_item is null").first("n")).toBe(
		2,
	);
	await reset();
});
