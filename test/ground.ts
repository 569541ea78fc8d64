import { env } from "cloudflare:workers";

/** Every row of every table, and the triggers that would keep rows from being taken away. */
export type Ground = {
	tables: { name: string; columns: string[]; rows: string }[];
	triggers: { name: string; sql: string }[];
};

/** All that the database holds now. */
export async function groundAsItStands(): Promise<Ground> {
	const { results } = await env.DB.prepare(
		`select name, type, sql from sqlite_master where type in ('table', 'trigger') and name not like 'sqlite\\_%' escape '\\'
		and name not like '\\_cf%' escape '\\' and (name = 'seek_organisation' or name not like 'seek\\_%' escape '\\') and name <> 'd1_migrations'`,
	).all<{ name: string; type: string; sql: string }>();
	const tables = results.filter(({ type }) => type === "table");
	return {
		tables: await Promise.all(
			tables.map(async ({ name }) => {
				// D1's own raw(), which answers lists: nothing is written into the statement but a name that the database gave.
				const [columns = [], ...rows] = await env.DB.prepare(`select * from "${name}"`).raw({
					columnNames: true,
				});
				return { name, columns, rows: JSON.stringify(rows) };
			}),
		),
		triggers: results.filter(({ type }) => type === "trigger"),
	};
}

/** Makes the database hold exactly that again; false where its tables aren't there any more. */
export async function standAgain({ tables, triggers }: Ground): Promise<boolean> {
	const there = await env.DB.prepare(
		"select count(*) as n from sqlite_master where name = 'organisation'",
	).first("n");
	if (there !== 1) return false;
	const filled = tables.filter(({ rows }) => rows !== "[]");
	await env.DB.batch([
		env.DB.prepare("pragma defer_foreign_keys = on"),
		...triggers.map(({ name }) => env.DB.prepare(`drop trigger if exists "${name}"`)),
		...tables.map(({ name }) => env.DB.prepare(`delete from "${name}"`)),
		...filled.map(({ name, columns, rows }) =>
			env.DB.prepare(
				`insert into "${name}" (${columns.map((column) => `"${column}"`).join(", ")})
				select ${columns.map((_, place) => `value ->> ${place}`).join(", ")} from json_each(?)`,
			).bind(rows),
		),
		...triggers.map(({ sql }) => env.DB.prepare(sql)),
	]);
	return true;
}
