/** What a request cost at the database: round trips, statements, rows read and written as D1 bills them. */
export type Cost = { trips: number; queries: number; rowsRead: number; rowsWritten: number };

/** D1 locally is laxer than in production: it doesn't mind more than 50 queries a request, or values over 1 MB. */
const mostQueries = 50;
const largestValue = 1_000_000;

/** A D1 database that counts what is asked of it, and refuses what production would refuse. */
export function metered(db: D1Database): { db: D1Database; cost: Cost } {
	const cost: Cost = { trips: 0, queries: 0, rowsRead: 0, rowsWritten: 0 };
	const count = (results: readonly D1Result[]) => {
		cost.trips += 1;
		cost.queries += results.length;
		if (cost.queries > mostQueries) throw new Error(`more than ${mostQueries} queries in one request`);
		for (const { meta } of results) {
			cost.rowsRead += meta.rows_read;
			cost.rowsWritten += meta.rows_written;
		}
	};
	return { db: counting(db, count), cost };
}

type Count = (results: readonly D1Result[]) => void;

/** The statement behind a counting one: D1's batch takes only its own. */
const behind = new WeakMap<D1PreparedStatement, D1PreparedStatement>();

function counting(db: D1Database, count: Count): D1Database {
	return new Proxy(db, {
		get(target, name) {
			if (name === "prepare") return (query: string) => countingStatement(target.prepare(query), count);
			if (name === "batch") {
				return async (statements: D1PreparedStatement[]) => {
					const results = await target.batch(
						statements.map((statement) => behind.get(statement) ?? statement),
					);
					count(results);
					return results;
				};
			}
			const value: unknown = Reflect.get(target, name);
			return typeof value === "function" ? value.bind(target) : value;
		},
	});
}

function countingStatement(statement: D1PreparedStatement, count: Count): D1PreparedStatement {
	const counted = new Proxy(statement, {
		get(target, name) {
			switch (name) {
				case "bind":
					return (...values: unknown[]) => {
						const large = values.find((value) => typeof value === "string" && value.length > largestValue);
						if (large !== undefined) throw new Error("a value of more than 1 MB");
						return countingStatement(target.bind(...values), count);
					};
				case "all":
				case "run":
					return async () => {
						const result = await target.all();
						count([result]);
						return result;
					};
				case "raw":
					// raw() tells no cost, so the rows come as objects. A query that names two columns alike would lose one here, as
					// it does in a batch: such a query is wrong, and its test should say so.
					return async () => {
						const result = await target.all<Record<string, unknown>>();
						count([result]);
						return result.results.map((row) => Object.values(row));
					};
				default: {
					const value: unknown = Reflect.get(target, name);
					return typeof value === "function" ? value.bind(target) : value;
				}
			}
		},
	});
	behind.set(counted, statement);
	return counted;
}
