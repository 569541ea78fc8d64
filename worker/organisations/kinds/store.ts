import { asc, eq, sql } from "drizzle-orm";
import { type Authorship, changeOf, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import { kind, kindUnder } from "../../tables/tree";
import type { KindChange } from "./input";

/** What stands in `kind_under.above` for the place of the root, and how forms and addresses call it. */
export const rootsPlace = { stored: "", typed: "root" } as const;

/** Every kind, in the order they are shown. */
export function kindsOf(db: Database) {
	return db.select().from(kind).orderBy(asc(kind.sort), asc(kind.id));
}

/** The kinds that may stand under another, in their order; `""` asks for those that may be the root. */
export function kindsUnder(db: Database, above: string) {
	return db
		.select({ id: kind.id, zh: kind.zh, en: kind.en })
		.from(kindUnder)
		.innerJoin(kind, eq(kind.id, kindUnder.kind))
		.where(eq(kindUnder.above, above))
		.orderBy(sql`${kind.covers} desc`, asc(kind.sort));
}

/** The kinds that may stand anywhere below one, in their order. */
export function kindsBelow(db: Database, above: string) {
	return db
		.select({ id: kind.id, zh: kind.zh, en: kind.en })
		.from(kind)
		.where(
			sql`${kind.id} in (with recursive down (kind) as (select kind from kind_under where above = ${above}
				union select rule.kind from kind_under as rule join down on rule.above = down.kind) select kind from down)`,
		)
		.orderBy(asc(kind.sort), asc(kind.id));
}

/**
 * The kinds that a place may become where it stands: they may stand under what is above it, and what is below it may stand
 * under them. Whoever doesn't shape the tree leaves it of the kind it is.
 */
export function kindsBeside(db: Database, place: Pick<Place, "id" | "kind" | "acts">) {
	if (!place.acts.includes("shape the tree"))
		return db.select({ id: kind.id, zh: kind.zh, en: kind.en }).from(kind).where(eq(kind.id, place.kind));
	const above = sql`coalesce((select up.kind from organisation as one join organisation as up on up.id = one.parent
		where one.id = ${place.id}), '')`;
	const unfit = sql`exists (select 1 from organisation as child where child.parent = ${place.id} and child.status <> 'deregistered'
		and not exists (select 1 from kind_under as rule where rule.kind = child.kind and rule.above = ${kind.id}))`;
	return db
		.select({ id: kind.id, zh: kind.zh, en: kind.en })
		.from(kind)
		.where(
			sql`${kind.id} = ${place.kind} or exists (select 1 from kind_under as rule where rule.kind = ${kind.id} and rule.above = ${above}) and not ${unfit}`,
		)
		.orderBy(asc(kind.sort));
}

/** Which kind may stand under which. */
export function rulesOfKinds(db: Database) {
	return db.select().from(kindUnder);
}

/** Every kind, and one of them with those it may stand under; none for one that isn't there. */
export async function kindAmong(db: Database, id: string) {
	const [all, above] = await db.batch([
		kindsOf(db),
		db.select({ above: kindUnder.above }).from(kindUnder).where(eq(kindUnder.kind, id)),
	]);
	const one = all.find((known) => known.id === id);
	return { all, one: one && { ...one, above: above.map((rule) => rule.above || rootsPlace.typed) } };
}

/** What a kind may stand under, written anew. */
function rulesWritten(db: Database, id: string, above: readonly string[]) {
	const stored = above.map((one) => (one === rootsPlace.typed ? rootsPlace.stored : one));
	return [
		db.delete(kindUnder).where(eq(kindUnder.kind, id)),
		run(
			db,
			sql`insert into kind_under (kind, above) select ${id}, value from json_each(${JSON.stringify(stored)}) where true on conflict do nothing`,
		),
	] as const;
}

/** Adds a kind under the form's id, after all others. */
export function addKind(db: Database, root: Place, { zh, en, covers, above }: KindChange, by: Authorship) {
	return db.batch([
		changeOf(db, root, { ...by, subject: "kinds", act: "added", details: { zh, en, covers, above } }),
		run(
			db,
			sql`insert into kind (id, zh, en, sort, covers)
			select ${by.id}, ${zh}, ${en}, coalesce(max(sort), 0) + 10, ${covers ? 1 : 0} from kind`,
		),
		...rulesWritten(db, by.id, above),
	]);
}

/** Changes a kind's names, whether it covers, and what it may stand under. What stands already stays where it is. */
export function changeKind(db: Database, root: Place, before: string, after: KindChange, by: Authorship) {
	const { zh, en, covers, above } = after;
	return db.batch([
		changeOf(db, root, { ...by, subject: "kinds", act: "changed", details: { kind: before, to: after } }),
		db.update(kind).set({ zh, en, covers }).where(eq(kind.id, before)),
		...rulesWritten(db, before, above),
	]);
}

/** Removes a kind that no organisation is or ever was of, with what is laid down for it; otherwise nothing is written. */
export function removeKind(db: Database, root: Place, id: string, by: Authorship) {
	const unused = sql`not exists (select 1 from organisation where kind = ${id}) and not exists (select 1 from stage where kind = ${id})`;
	const gone = sql`exists (select 1 from change where organisation = ${root.id} and subject = 'kinds' and id = ${by.id})`;
	return db.batch([
		changeWhere(db, root, { ...by, subject: "kinds", act: "removed", details: { kind: id } }, unused),
		run(db, sql`delete from kind_under where (kind = ${id} or above = ${id}) and ${gone}`),
		run(db, sql`delete from seat where kind = ${id} and ${gone}`),
		run(db, sql`delete from term_length where kind = ${id} and ${gone}`),
		run(db, sql`delete from kind where id = ${id} and ${gone}`),
	]);
}
