import { type AnyColumn, type GetColumnData, type SQL, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";

/** The database as rooms speak to it. */
export type Database = DrizzleD1Database & { $client: D1Database };

/**
 * A statement in SQL, alone or in a batch. drizzle's own `db.run` knows no prepared statement in a D1 batch and throws when
 * it has parameters (drizzle-orm issue 2277); this gives it one.
 */
export function run(db: Database, statement: SQL) {
	const raw = db.run(statement);
	return Object.assign(raw, { stmt: db.$client.prepare(raw.getQuery().sql) });
}

/** A question in SQL, alone or in a batch, for which drizzle's own builder has no words. */
export function rows<Row>(db: Database, question: SQL) {
	const raw = db.all<Row>(question);
	return Object.assign(raw, { stmt: db.$client.prepare(raw.getQuery().sql) });
}

/**
 * A column under a name of its own. In a batch D1 answers with objects, so two columns of one name would become one and
 * shift all that follow: whoever selects `a.name` and `b.name` names one of them.
 */
export function named<Column extends AnyColumn>(column: Column, name: string) {
	return sql<GetColumnData<Column>>`${column}`.as(name);
}

/**
 * A word of our own as SQL: the name of a table or column, or an expression made of such names and of numbers that the code
 * counts. The one place that lets text into SQL unbound, so nothing that was typed, stored or sent may ever come here.
 */
export const ours = (words: string) => sql.raw(words);
