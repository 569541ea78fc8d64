import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { questionnaireIn, readyQuestionnaires } from "../questionnaire/ready";
import type { Question, Questionnaire, Wording } from "../questionnaire/rules";
import { finished, lostConditions, mostQuestions } from "./rules";
import * as store from "./store";

/** A questionnaire as lists and choices name it. */
export type Offered = {
	id: string;
	title: Wording;
	questions: number;
	version: number | null;
	whose: "ready" | "here" | "above";
};

/** Every questionnaire that a place may start from or ask: the ready ones, its own, and the published ones above it. */
export async function questionnairesOffered(db: Database, place: Place): Promise<Offered[]> {
	return offeredFrom(place, await store.questionnairesFor(db, place));
}

/** The same from rows that were read already. */
export function offeredFrom(place: Place, made: readonly store.Listed[]): Offered[] {
	return [
		...made.map(({ id, organisation, zh, en, questions, version }) => ({
			...{ id, title: { zh: zh || en, en: en || zh }, questions, version },
			whose: organisation === place.id ? ("here" as const) : ("above" as const),
		})),
		...readyQuestionnaires.map(({ key, name, questions, version }) => ({
			...{ id: key, title: name, questions: questions.length, version, whose: "ready" as const },
		})),
	];
}

/** The questions of a questionnaire that a place may start from, as they are edited; null for none of that name. */
export async function startFrom(db: Database, place: Place, id: string): Promise<Question[] | null> {
	const ready = readyQuestionnaires.find(({ key }) => key === id);
	const [published] = ready ? [] : await store.editionFor(db, place, id);
	const questionnaire = ready ?? (published ? questionnaireIn(published) : null);
	return questionnaire?.questions.map(unfilled) ?? null;
}

/** A question as it is edited: what stood in for a missing language is left out again. */
function unfilled(question: Question): Question {
	const plain = ({ zh, en, only }: Wording): Wording => ({
		zh: only === "en" ? "" : zh,
		en: only === "zh" ? "" : en,
	});
	return {
		...question,
		words: plain(question.words),
		...(question.heading ? { heading: plain(question.heading) } : {}),
		...("options" in question
			? { options: question.options.map((option) => ({ ...option, words: plain(option.words) })) }
			: {}),
	} as Question;
}

/** A questionnaire of this place as it is being written, and what of it is published; null for a forged id. */
export async function draftShown(db: Database, place: Place, id: string) {
	const [[draft], rows, editions] = await db.batch([
		store.draftOf(db, place, id),
		store.questionsOf(db, id),
		store.editionsOf(db, id),
	]);
	if (!draft) return null;
	const questions = rows.map(store.questionIn);
	const [newest] = editions;
	return {
		id,
		title: { zh: draft.zh, en: draft.en },
		questions,
		lost: lostConditions(questions),
		room: questions.length < mostQuestions,
		editions,
		changed: !newest || isChanged(finished(id, newest.version, draft, questions), newest.content),
	};
}

/** Whether a draft says anything else than its newest version. */
function isChanged(now: Questionnaire, content: string): boolean {
	const { comparable: _comparable, ...then } = JSON.parse(content) as Questionnaire;
	return JSON.stringify(store.contentOfEdition(now)) !== JSON.stringify(then);
}
