import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { type Authorship, changedBefore, changeOf, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import { edition, question, questionnaire } from "../../tables/surveys";
import type { Day } from "../../values/day";
import type { Question, Questionnaire, Wording } from "../questionnaire/rules";
import { mostQuestions } from "./rules";

/** The organisations whose published questionnaires a place may ask: its own, and of every level above it. */
export const above = (place: Pick<Place, "path">) => place.path.split("/").filter(Boolean);

/** What is told of a questionnaire in a list. */
const listed = {
	id: questionnaire.id,
	organisation: questionnaire.organisation,
	zh: questionnaire.zh,
	en: questionnaire.en,
	questions: sql<number>`(select count(*) from question where question.questionnaire = ${questionnaire.id})`,
	/** The newest version; null while none is published. */
	version: sql<
		number | null
	>`(select max(version) from edition where edition.questionnaire = ${questionnaire.id})`,
};

/** The most questionnaires that a page lists. */
export const mostListed = 60;

/** The questionnaires of a place, and the published ones of the levels above. */
export function questionnairesFor(db: Database, place: Place) {
	const published = sql`exists (select 1 from edition where edition.questionnaire = ${questionnaire.id})`;
	return db
		.select(listed)
		.from(questionnaire)
		.where(
			and(
				inArray(questionnaire.organisation, above(place)),
				sql`(${questionnaire.organisation} = ${place.id} or ${published})`,
			),
		)
		.orderBy(asc(questionnaire.zh), asc(questionnaire.id))
		.limit(mostListed);
}
export type Listed = Awaited<ReturnType<typeof questionnairesFor>>[number];

/** A questionnaire of this very place; nothing for a forged id. */
export function draftOf(db: Database, place: Place, id: string) {
	return db
		.select({
			id: questionnaire.id,
			zh: questionnaire.zh,
			en: questionnaire.en,
			asked: questionnaire.asked,
		})
		.from(questionnaire)
		.where(and(eq(questionnaire.organisation, place.id), eq(questionnaire.id, id)));
}
export type DraftRow = Awaited<ReturnType<typeof draftOf>>[number];

/** Its questions in order, each with its place in it. */
export function questionsOf(db: Database, id: string) {
	return db
		.select({ key: question.key, sort: question.sort, content: question.content })
		.from(question)
		.where(eq(question.questionnaire, id))
		.orderBy(asc(question.sort), asc(question.key));
}

/** Its versions, the newest first. */
export function editionsOf(db: Database, id: string, most = 20) {
	return db
		.select({ version: edition.version, content: edition.content, publishedOn: edition.publishedOn })
		.from(edition)
		.where(eq(edition.questionnaire, id))
		.orderBy(desc(edition.version))
		.limit(most);
}

/** The newest version of a questionnaire that this place may ask; nothing for a forged id. */
export function editionFor(db: Database, place: Place, id: string, version?: number) {
	return db
		.select({
			questionnaire: edition.questionnaire,
			version: edition.version,
			content: edition.content,
		})
		.from(edition)
		.innerJoin(questionnaire, eq(questionnaire.id, edition.questionnaire))
		.where(
			and(
				eq(edition.questionnaire, id),
				version === undefined ? undefined : eq(edition.version, version),
				inArray(questionnaire.organisation, above(place)),
			),
		)
		.orderBy(desc(edition.version))
		.limit(1);
}

/** The changes of a questionnaire stand under this subject. */
export const subjectOf = (id: string) => `questionnaire ${id}`;

const contentOf = ({ key: _key, ...content }: Question) => JSON.stringify(content);

/** A row of `question` as a question. */
export const questionIn = ({ key, content }: { key: string; content: string }): Question => ({
	...JSON.parse(content),
	key,
});

/** Begins a questionnaire with the questions it starts from. */
export function beginDraft(
	db: Database,
	place: Place,
	id: string,
	title: Wording,
	from: readonly Question[],
	by: Authorship,
) {
	const rows = from.map((one, place) => ({ key: one.key, sort: place + 1, content: contentOf(one) }));
	const asked = Math.max(0, ...from.map(({ key }) => Number(/^q(\d+)$/.exec(key)?.[1] ?? 0)));
	return db.batch([
		db.insert(questionnaire).values({
			...{ id, organisation: place.id, zh: title.zh, en: title.en },
			...{ asked, madeFrom: by.madeFrom },
		}),
		changeOf(db, place, { ...by, subject: subjectOf(id), act: "begun", details: title }),
		run(
			db,
			sql`insert into question (questionnaire, key, sort, content)
			select ${id}, value ->> 'key', value ->> 'sort', value ->> 'content' from json_each(${JSON.stringify(rows)})`,
		),
	]);
}

/** What the questionnaire under an id was made from, if it is this place's. */
export async function begunBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const found = await db
		.select({ madeFrom: questionnaire.madeFrom })
		.from(questionnaire)
		.where(and(eq(questionnaire.organisation, place.id), eq(questionnaire.id, id)));
	return found[0]?.madeFrom;
}

/** Gives a questionnaire another title. */
export function retitle(db: Database, place: Place, draft: DraftRow, title: Wording, by: Authorship) {
	const details = { from: { zh: draft.zh, en: draft.en }, to: title };
	return db.batch([
		changeOf(db, place, { ...by, subject: subjectOf(draft.id), act: "retitled", details }),
		db
			.update(questionnaire)
			.set({ zh: title.zh, en: title.en })
			.where(and(eq(questionnaire.organisation, place.id), eq(questionnaire.id, draft.id))),
	]);
}

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

/** A version as its row holds it: all but what names it. */
export const contentOfEdition = ({ key: _key, version: _version, ...content }: Questionnaire) => content;

/** What publishing under an id was made from, if it stands. */
export const publishedBefore = (db: Database, place: Place, id: string, change: string) =>
	changedBefore(db, place, subjectOf(id), change);

/** Publishes a version: a row that nothing changes any more. The key stops a second one of that number. */
export function publish(
	db: Database,
	place: Place,
	draft: DraftRow,
	version: number,
	content: string,
	today: Day,
	by: Authorship,
) {
	return db.batch([
		changeOf(db, place, { ...by, subject: subjectOf(draft.id), act: "published", details: { version } }),
		db.insert(edition).values({ questionnaire: draft.id, version, content, publishedOn: today }),
	]);
}
