import { and, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import { furtherField } from "../../tables/people";
import type { Day } from "../../values/day";
import type { FieldChange, NewField } from "./input";
import { type FurtherField, mostFields } from "./rules";

/**
 * The further fields that a root lets its members' records have, in order; those no longer in use as well (`toDay`), since
 * records may still hold them. Whoever reads a register in or out asks this, and `furtherValue` of the rules for a value.
 * @param root the id of the root: `rootOf(place)`
 */
export function furtherFields(db: Database, root: string) {
	return db
		.select({
			id: furtherField.id,
			kind: furtherField.kind,
			zh: furtherField.zh,
			en: furtherField.en,
			choices: furtherField.choices,
			toDay: furtherField.toDay,
		})
		.from(furtherField)
		.where(eq(furtherField.organisation, root))
		.orderBy(furtherField.sort, furtherField.id);
}

/** Room for one more: never more than ten in use, however many ask at once. */
const room = (place: Place) =>
	sql`(select count(*) from further_field where organisation = ${place.id} and to_day is null) < cast(${mostFields} as integer)`;

/** Defines a further field, at the end of the others. */
export function defineField(db: Database, place: Place, field: NewField, by: Authorship) {
	const { id, kind, zh, en, choices } = field;
	const details = { zh, en, kind };
	return db.batch([
		changeWhere(db, place, { ...by, subject: "fields", act: "defined", details }, room(place)),
		run(
			db,
			sql`insert into further_field (organisation, id, sort, kind, zh, en, choices, made_from)
			select ${place.id}, ${id}, (select coalesce(max(sort), 0) + 1 from further_field where organisation = ${place.id}),
				${kind}, ${zh}, ${en}, ${JSON.stringify(choices)}, ${by.madeFrom} where ${room(place)}`,
		),
	]);
}

/** Names a field anew, takes it out of use or back into it; what records hold stays. */
export function changeField(
	db: Database,
	place: Place,
	before: FurtherField,
	{ zh, en, choices, ended }: FieldChange,
	by: Authorship,
	today: Day,
) {
	const comesBack = before.toDay !== null && !ended;
	const details = { from: { zh: before.zh, en: before.en }, to: { zh, en } };
	const may = comesBack ? room(place) : sql`true`;
	return db.batch([
		changeWhere(db, place, { ...by, subject: "fields", act: ended ? "ended" : "renamed", details }, may),
		db
			.update(furtherField)
			.set({ zh, en, choices: [...choices], toDay: ended ? (before.toDay ?? today) : null })
			.where(and(eq(furtherField.organisation, place.id), eq(furtherField.id, before.id), may)),
	]);
}
