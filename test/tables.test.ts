import { env } from "cloudflare:workers";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { beginWorld } from "./world";

const modules = import.meta.glob<Record<string, unknown>>("../worker/tables/*.ts", { eager: true });
const tables = Object.values(modules).flatMap((module) =>
	Object.values(module).filter((one) => is(one, Table)),
);

beforeAll(beginWorld);

test("Every table in the code stands in the migrations, column by column.", async () => {
	expect(tables.length).toBeGreaterThan(15);
	for (const table of tables) {
		const { results } = await env.DB.prepare('select name, "notnull" as required from pragma_table_info(?)')
			.bind(getTableName(table))
			.all<{ name: string; required: number }>();
		const real = new Map(results.map(({ name, required }) => [name, required === 1]));
		for (const column of Object.values(getTableColumns(table))) {
			const place = `${getTableName(table)}.${column.name}`;
			expect(real.has(column.name), place).toBe(true);
			if (column.notNull && !column.primary) expect(real.get(column.name), `${place} not null`).toBe(true);
		}
	}
});

test("No column is made for what must never be held.", async () => {
	const { results } = await env.DB.prepare(
		"select m.name || '.' || c.name as place from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like '\\_cf%' escape '\\'",
	).all<{ place: string }>();
	const never = /health|pregnan|contracep|birth(?!_year)|child|identity|id_card|id_number|ip$|agent|locale/;
	expect(results.map(({ place }) => place).filter((place) => never.test(place))).toEqual([]);
});

test("Nothing cascades: no row disappears behind another's back.", async () => {
	const { results } = await env.DB.prepare("select name from sqlite_schema where sql like '%CASCADE%'").all();
	expect(results).toEqual([]);
});

test("Every table but the search index is STRICT.", async () => {
	const { results } = await env.DB.prepare(
		"select name from sqlite_schema where type = 'table' and sql not like '%STRICT%' and name not like 'seek%' and name not like 'sqlite_%' and name not like '\\_cf%' escape '\\' and name <> 'd1_migrations'",
	).all();
	expect(results).toEqual([]);
});
