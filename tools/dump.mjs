// All that an association's database holds as lines of SQL, and those lines put into a new database. `ask(statements)` answers the
// rows of each statement: of the local copy, or through wrangler of the deployed one.

/** What signs people in is in no backup: whoever finds one opens no door with it. */
export const leftOut = ["calendar_feed", "link", "recovery", "session"];

/** The words by which members are found are one table, which the database itself spreads over several. */
const TABLES = `select name from sqlite_master where type = 'table'
	and name not like 'sqlite\\_%' escape '\\' and name not like '\\_cf%' escape '\\' and name <> 'd1_migrations'
	and (name = 'seek_organisation' or name not like 'seek\\_%' escape '\\') and name not in (${leftOut.map((name) => `'${name}'`)})
	order by rowid`;

/** The tables that a backup holds, each with its columns and those that tell its rows apart, in the order in which they were made. */
export async function tablesOf(ask) {
	const [found] = await ask([TABLES]);
	const columns = await ask(found.map(({ name }) => `select name, pk from pragma_table_info('${name}')`));
	return found.map(({ name }, place) => {
		const own = columns[place].map((column) => column.name);
		const key = columns[place].filter(({ pk }) => pk > 0).map((column) => column.name);
		// What has no key, as the words that are searched, is found again by its place.
		return key.length > 0
			? { name, columns: own, key }
			: { name, columns: ["rowid", ...own], key: ["rowid"] };
	});
}

/** How many rows of a table are asked for at once, and how many tables. */
const rowsAtOnce = 2000;
const tablesAtOnce = 20;

/**
 * Every row as lines of SQL, each a whole statement without a break in it; the tables made last come first, so that whatever a row
 * points to, and was written meanwhile, is there too.
 */
export async function* linesOf(ask, tables) {
	for (let from = 0; from < tables.length; from += tablesAtOnce) {
		let open = tables.toReversed().slice(from, from + tablesAtOnce);
		const last = new Map();
		while (open.length > 0) {
			const pages = await ask(open.map((table) => pageOf(table, last.get(table))));
			for (const [place, rows] of pages.entries()) {
				yield* insertions(open[place], rows);
				last.set(open[place], rows.at(-1));
			}
			open = open.filter((_, place) => pages[place].length === rowsAtOnce);
		}
	}
}

/** The rows of a table that follow a row, by its key. */
function pageOf({ name, key, columns }, after) {
	const follows = after ? `where (${names(key)}) > (${key.map((column) => literal(after[column]))})` : "";
	return `select ${names(columns)} from "${name}" ${follows} order by ${names(key)} limit ${rowsAtOnce}`;
}

const names = (columns) => columns.map((column) => `"${column}"`).join(", ");

/** D1 takes statements of up to 100,000 bytes; a character has up to three of them, or four for two. */
const mostCharacters = 25_000;

function* insertions({ name, columns, key }, rows) {
	const begin = `INSERT INTO "${name}" (${names(columns)}) VALUES `;
	let values = [];
	let length = 0;
	const statement = () => `${begin}${values.join(",")};`;
	for (const row of rows) {
		const long = columns.filter((column) => String(row[column] ?? "").length > mostCharacters / 4);
		const value = `(${columns.map((column) => literal(long.includes(column) ? "" : row[column]))})`;
		if (values.length > 0 && length + value.length > mostCharacters) {
			yield statement();
			[values, length] = [[], 0];
		}
		values.push(value);
		length += value.length;
		if (long.length === 0) continue;
		yield statement();
		[values, length] = [[], 0];
		for (const column of long) yield* additions({ name, key }, row, column);
	}
	if (values.length > 0) yield statement();
}

/** A text that is too long for one statement, piece by piece. */
function* additions({ name, key }, row, column) {
	const which = key.map((one) => `"${one}" = ${literal(row[one])}`).join(" and ");
	const letters = [...String(row[column])];
	for (let from = 0; from < letters.length; from += mostCharacters / 2) {
		const piece = literal(letters.slice(from, from + mostCharacters / 2).join(""));
		yield `UPDATE "${name}" SET "${column}" = "${column}" || ${piece} WHERE ${which};`;
	}
}

/** What would end a line, or a statement. */
const breaks = ["\n", "\r", "\0"];

/** A value as SQL writes it, on one line; a break in it is a letter that it has nowhere else, put back by the database. */
function literal(value) {
	if (value === null || value === undefined) return "NULL";
	if (typeof value === "number") return String(value);
	let text = String(value).replaceAll("'", "''");
	let around = (inner) => inner;
	let code = 0xe000;
	for (const one of breaks.filter((one) => text.includes(one))) {
		while (text.includes(String.fromCharCode(code))) code += 1;
		const marker = String.fromCharCode(code);
		const within = around;
		text = text.replaceAll(one, marker);
		around = (inner) => `replace(${within(inner)}, '${marker}', char(${one.charCodeAt(0)}))`;
	}
	return around(`'${text}'`);
}

/**
 * The statements that make a new database hold what a backup's lines say, and nothing else of its own: triggers stand aside meanwhile.
 * A database that an association lives in is not touched.
 */
export async function restoring(ask, lines) {
	const [[{ organisations }], triggers] = await ask([
		"select count(*) as organisations from organisation",
		"select name, sql from sqlite_master where type = 'trigger'",
	]);
	if (organisations > 0)
		throw new Error("There is an association in this database already. A backup goes into a new one.");
	const tables = await tablesOf(ask);
	return [
		"PRAGMA defer_foreign_keys = on;",
		...triggers.map(({ name }) => `DROP TRIGGER "${name}";`),
		...tables.map(({ name }) => `DELETE FROM "${name}";`),
		...inOrder(lines, tables),
		...triggers.map(({ sql }) => `${sql};`),
	];
}

/** Lines by table, those made first before whatever points at them: otherwise each row would be looked for in all that do. */
function inOrder(lines, tables) {
	const places = new Map(tables.map(({ name }, place) => [name, place]));
	const place = (line) => places.get(/^(?:INSERT INTO|UPDATE) "(\w+)"/.exec(line)?.[1]) ?? tables.length;
	return lines
		.map((line) => [place(line), line])
		.sort(([one], [other]) => one - other)
		.map(([, line]) => line);
}
