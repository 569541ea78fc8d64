import { env } from "cloudflare:workers";

/** A table with its rows as one JSON list of lists, and the triggers that would keep rows from being taken away. */
type Table = { name: string; columns: string[]; triggers: { name: string; sql: string }[]; rows: string };

/** Every row of every table. */
export type Ground = readonly Table[];

/** How many tables one statement looks at: it takes no more columns, and no more values, than a hundred. */
const mostAtOnce = 40;

/** All that the database holds now. */
export async function groundAsItStands(): Promise<Ground> {
	const { results } = await env.DB.prepare(
		`select name, (select json_group_array(name) from pragma_table_info(one.name)) as columns,
			(select json_group_array(json_object('name', name, 'sql', sql)) from sqlite_master where type = 'trigger' and tbl_name = one.name) as triggers
		from sqlite_master as one where type = 'table' and name not like 'sqlite\\_%' escape '\\'
		and name not like '\\_cf%' escape '\\' and (name = 'seek_organisation' or name not like 'seek\\_%' escape '\\') and name <> 'd1_migrations'`,
	).all<Record<"name" | "columns" | "triggers", string>>();
	const tables = results.map(({ name, columns, triggers }) => ({
		...{ name, columns: JSON.parse(columns), triggers: JSON.parse(triggers), rows: "" },
	})) as Table[];
	const rows = await lookAt(tables, (table) => rowsOf(table), []);
	return tables.map((table, place) => ({ ...table, rows: String(rows[place]) }));
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/** All rows of a table as one text, in the order in which they stand. */
const rowsOf = ({ name, columns }: Table) =>
	`(select json_group_array(json_array(${quoted(columns)})) from "${name}")`;

/** One fact about each table, few statements for all: `fact` gives its SQL, `values` what is bound in it, one a table or none. */
async function lookAt(
	tables: Ground,
	fact: (table: Table) => string,
	values: readonly string[],
): Promise<unknown[]> {
	const statements: D1PreparedStatement[] = [];
	for (let from = 0; from < tables.length; from += mostAtOnce) {
		const asked = tables.slice(from, from + mostAtOnce);
		const text = `select ${asked.map((table, place) => `${fact(table)} as c${place}`).join(", ")}`;
		statements.push(env.DB.prepare(text).bind(...values.slice(from, from + mostAtOnce)));
	}
	const answers = await env.DB.batch<Record<string, unknown>>(statements);
	return answers.flatMap(({ results: [row = {}] }) => Object.values(row));
}

/** Makes the database hold exactly that again, touching only what differs; false where its tables aren't there any more. */
export async function standAgain(ground: Ground): Promise<boolean> {
	const there = await env.DB.prepare(
		"select count(*) as n from sqlite_master where name = 'organisation'",
	).first("n");
	if (there !== 1) return false;
	const same = await lookAt(
		ground,
		(table) => `${rowsOf(table)} = ?`,
		ground.map(({ rows }) => rows),
	);
	const differing = ground.filter((_, place) => same[place] !== 1);
	if (differing.length > 0) await layAgain(differing);
	return true;
}

async function layAgain(tables: Ground): Promise<void> {
	const triggers = tables.flatMap((table) => table.triggers);
	await env.DB.batch([
		env.DB.prepare("pragma defer_foreign_keys = on"),
		...triggers.map(({ name }) => env.DB.prepare(`drop trigger if exists "${name}"`)),
		...tables.map(({ name }) => env.DB.prepare(`delete from "${name}"`)),
		...tables
			.filter(({ rows }) => rows !== "[]")
			.map(({ name, columns, rows }) =>
				env.DB.prepare(
					`insert into "${name}" (${quoted(columns)})
					select ${columns.map((_, place) => `value ->> ${place}`).join(", ")} from json_each(?)`,
				).bind(rows),
			),
		...triggers.map(({ sql }) => env.DB.prepare(sql)),
	]);
}
