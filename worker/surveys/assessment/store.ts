import { and, asc, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import { nameNow, person } from "../../tables/ground";
import { assessment } from "../../tables/surveys";
import type { Marks } from "./rules";

/** The marks that a unit was given in a wave, with the name of each assessor. */
export function assessmentsOf(db: Database, place: Pick<Place, "id">, wave: string) {
	return db
		.select({ assessor: assessment.assessor, name: nameNow.as("assessor_name"), marks: assessment.marks })
		.from(assessment)
		.innerJoin(person, eq(person.id, assessment.assessor))
		.where(and(eq(assessment.wave, wave), eq(assessment.unit, place.id)))
		.orderBy(asc(assessment.assessor));
}
export type AssessmentRow = Awaited<ReturnType<typeof assessmentsOf>>[number];

/** The changes of a wave's marks stand under this subject. */
export const subjectOf = (wave: string) => `assessment ${wave}`;

/** Gives a unit an assessor's marks, or gives them anew, as long as the wave is not closed there. */
export function assess(db: Database, place: Place, wave: string, marks: Marks, by: Authorship) {
	const open = sql`not exists (select 1 from closing where wave = ${wave} and unit = ${place.id})`;
	return db.batch([
		changeWhere(db, place, { ...by, subject: subjectOf(wave), act: "assessed", details: marks }, open),
		run(
			db,
			sql`insert into assessment (wave, unit, assessor, marks)
			select ${wave}, ${place.id}, ${by.by}, ${JSON.stringify(marks)} where ${isKept(place, subjectOf(wave), by.id)}
			on conflict (wave, unit, assessor) do update set marks = excluded.marks`,
		),
	]);
}
