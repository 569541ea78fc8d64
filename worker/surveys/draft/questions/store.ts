import { and, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../../changes/store";
import type { Place } from "../../../http/door";
import { type Database, run } from "../../../tables/database";
import { question } from "../../../tables/surveys";
import type { Question } from "../../questionnaire/rules";
import { mostQuestions } from "../rules";
import { contentOf, type DraftRow, subjectOf } from "../store";

/** Adds a question at the end, under a key that no question of this questionnaire ever had. */
export function addQuestion(db: Database, place: Place, draft: DraftRow, one: Question, by: Authorship) {
	const subject = subjectOf(draft.id);
	const details = { zh: one.words.zh, en: one.words.en };
	const room = sql`(select count(*) from question where questionnaire = ${draft.id}) < cast(${mostQuestions} as integer)`;
	const kept = isKept(place, subject, by.id);
	return db.batch([
		changeWhere(db, place, { ...by, subject, act: "question added", details }, room),
		run(db, sql`update questionnaire set asked = asked + 1 where id = ${draft.id} and ${kept}`),
		run(
			db,
			sql`insert into question (questionnaire, key, sort, content)
			select id, 'q' || asked, (select coalesce(max(sort), 0) + 1 from question where questionnaire = ${draft.id}),
				${contentOf(one)} from questionnaire where id = ${draft.id} and ${kept}`,
		),
	]);
}

/** Rewrites a question that still stands. */
export function rewriteQuestion(db: Database, place: Place, draft: DraftRow, one: Question, by: Authorship) {
	const subject = subjectOf(draft.id);
	const details = { key: one.key, zh: one.words.zh, en: one.words.en };
	return db.batch([
		changeWhere(db, place, { ...by, subject, act: "question rewritten", details }, stands(draft, one.key)),
		db
			.update(question)
			.set({ content: contentOf(one) })
			.where(and(eq(question.questionnaire, draft.id), eq(question.key, one.key))),
	]);
}

/** Takes a question out; what was published keeps it. */
export function removeQuestion(db: Database, place: Place, draft: DraftRow, one: Question, by: Authorship) {
	const subject = subjectOf(draft.id);
	const details = { key: one.key, zh: one.words.zh, en: one.words.en };
	return db.batch([
		changeWhere(db, place, { ...by, subject, act: "question removed", details }, stands(draft, one.key)),
		db.delete(question).where(and(eq(question.questionnaire, draft.id), eq(question.key, one.key))),
	]);
}

const stands = (draft: DraftRow, key: string) =>
	sql`exists (select 1 from question where questionnaire = ${draft.id} and key = ${key})`;

type Standing = { key: string; sort: number };

/** Lets two neighbours change places, if they still stand where they were seen. */
export function swapQuestions(
	db: Database,
	place: Place,
	draft: DraftRow,
	[one, other]: readonly [Standing, Standing],
	by: Authorship,
) {
	const subject = subjectOf(draft.id);
	const at = ({ key, sort }: Standing) =>
		sql`exists (select 1 from question where questionnaire = ${draft.id} and key = ${key} and sort = ${sort})`;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject, act: "question moved", details: { key: one.key } },
			sql`${at(one)} and ${at(other)}`,
		),
		run(
			db,
			sql`update question set sort = case key when ${one.key} then cast(${other.sort} as integer) else cast(${one.sort} as integer) end
			where questionnaire = ${draft.id} and key in (${one.key}, ${other.key}) and ${isKept(place, subject, by.id)}`,
		),
	]);
}
