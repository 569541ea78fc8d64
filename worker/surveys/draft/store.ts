import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { type Authorship, changedBefore, changeOf } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import { edition, question, questionnaire } from "../../tables/surveys";
import type { Day } from "../../values/day";
import type { Question, Questionnaire, Wording } from "../questionnaire/rules";

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

/** A question as its row holds it: all but its key. */
export const contentOf = ({ key: _key, ...content }: Question) => JSON.stringify(content);

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
