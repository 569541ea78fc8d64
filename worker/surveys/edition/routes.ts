import { paths } from "../../../web/paths";
import { surveyFacts } from "../../../web/surveys/answer-facts";
import { publishFacts } from "../../../web/surveys/making/facts";
import { PublishPage } from "../../../web/surveys/making/publish";
import { words } from "../../../web/surveys/making/words";
import { onceAsChange } from "../../changes/once";
import { bodyOf, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { face, made, mistaken, overtaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { fingerprint } from "../../values/id";
import { previewFace } from "../answer/faces";
import { finished, kinshipOf, lostConditions, opensIn } from "../draft/rules";
import * as store from "../draft/store";
import { questionnaireIn, readyQuestionnaires } from "../questionnaire/ready";
import type { Questionnaire } from "../questionnaire/rules";
import { editionSchema } from "./input";

const faces = { schema: publishFacts, page: PublishPage };
const runs = may("run surveys");

/** Publishing a version of a questionnaire, and looking at one as a resident will. */
export const editions = room()
	.get(
		paths.editions(":organisation", ":questionnaire"),
		runs,
		describe({
			summary: "What publishing a version would fix, and what stands in its way",
			answers: publishFacts,
		}),
		async (c) => {
			const found = await toPublish(c.var, c.req.param("questionnaire"));
			if (!found) return problem(c, 404, "not-found");
			return face(c, faces, factsOf(found, freshForm({ seen: found.seen, same: sameOf(found) })));
		},
	)
	.post(
		paths.editions(":organisation", ":questionnaire"),
		runs,
		describe({ summary: "Publish a version, which then never changes", takes: editionSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const found = await toPublish(c.var, c.req.param("questionnaire"));
			if (!found) return problem(c, 404, "not-found");
			const read = await bodyOf(c, editionSchema);
			const again = (form: FormState) => ({ ...factsOf(found, form), mistakes: form.mistakes });
			if (!read.ok) return mistaken(c, faces, again(withSeen(mistakenForm(read), found)));
			const { draft, questionnaire, before } = found;
			const back = paths.questionnaire(place.id, draft.id);
			const known = await store.publishedBefore(db, place, draft.id, read.value.id);
			// A copy comes when the version stands already: what is published now would be another one.
			if (known === undefined && (read.value.seen !== found.seen || found.blockers.length > 0)) {
				const form = {
					...freshForm({ seen: found.seen, same: sameOf(found) }),
					mistakes: { seen: "overtaken" },
				};
				return overtaken(c, faces, factsOf(found, form));
			}
			const comparable = questionnaire.questions.flatMap((question) => {
				const kinship = kinshipOf(question, before);
				const same = kinship === "same" || (kinship === "reworded" && read.value.same.includes(question.key));
				return same ? [question.key] : [];
			});
			const content = JSON.stringify({
				...store.contentOfEdition(questionnaire),
				...(before ? { comparable } : {}),
			});
			const outcome = await onceAsChange(c.var, store.subjectOf(draft.id), read.value, (by) =>
				store.publish(db, place, draft, questionnaire.version, content, today, by),
			);
			// The same id with another body, or somebody else published this version a moment ago.
			if (outcome === "different") {
				const form = {
					...freshForm({ seen: found.seen, same: sameOf(found) }),
					mistakes: { seen: "overtaken" },
				};
				return overtaken(c, faces, factsOf(found, form));
			}
			say(c, words[language].published);
			return made(c, back);
		},
	)
	.get(
		paths.questionnairePreview(":organisation", ":questionnaire"),
		may("see"),
		describe({ summary: "A questionnaire as a resident will see it", answers: surveyFacts }),
		async (c) => {
			const questionnaire = await toLookAt(
				c.var,
				c.req.param("questionnaire"),
				c.var.place.acts.includes("run surveys"),
			);
			if (!questionnaire) return problem(c, 404, "not-found");
			return previewFace(c, questionnaire);
		},
	);

type Here = { db: Database; place: Place };

/** A draft as it would be published, with the version before and what stands in the way; null for a forged id. */
async function toPublish({ db, place }: Here, id: string) {
	const [[draft], rows, [newest]] = await db.batch([
		store.draftOf(db, place, id),
		store.questionsOf(db, id),
		store.editionsOf(db, id, 1),
	]);
	if (!draft) return null;
	const written = rows.map(store.questionIn);
	const questionnaire = finished(id, (newest?.version ?? 0) + 1, draft, written);
	const before = newest ? questionnaireIn({ questionnaire: id, ...newest }) : null;
	const blockers = [
		...(written.length === 0 ? ["empty" as const] : []),
		...(opensIn(written) > 1 ? ["opens" as const] : []),
		...(lostConditions(written).length > 0 ? ["lost" as const] : []),
	];
	return { draft, questionnaire, before, blockers, seen: await fingerprint(questionnaire) };
}
type Found = NonNullable<Awaited<ReturnType<typeof toPublish>>>;

/** The questions that are ticked to begin with: none but those nobody touched, since whoever rewrote one knows what it asks now. */
const sameOf = ({ questionnaire, before }: Found) =>
	questionnaire.questions.filter((question) => kinshipOf(question, before) === "same").map(({ key }) => key);

/** A form that came back goes on from what stands now. */
const withSeen = (form: FormState, { seen }: Found): FormState => ({
	...form,
	typed: { ...form.typed, seen },
});

function factsOf({ draft, questionnaire, before, blockers }: Found, form: FormState) {
	const { questions } = questionnaire;
	return {
		id: draft.id,
		title: { zh: draft.zh, en: draft.en },
		version: questionnaire.version,
		questions: questions.map((question) => ({
			key: question.key,
			words: question.words,
			kinship: kinshipOf(question, before),
		})),
		blockers,
		unscored: !questions.some(({ role }) => role === "satisfaction"),
		oneLanguage: questions.filter((question) => isHalf(question)).length,
		form,
	};
}

const isHalf = (question: Questionnaire["questions"][number]) =>
	question.words.only !== undefined ||
	("options" in question && question.options.some(({ words: of }) => of.only !== undefined));

/** What may be looked at: a ready questionnaire, a published one of this place or above it, or one being written here. */
async function toLookAt({ db, place }: Here, id: string, writes: boolean): Promise<Questionnaire | null> {
	const ready = readyQuestionnaires.find(({ key }) => key === id);
	if (ready) return ready;
	const [[draft], rows, [published]] = await db.batch([
		store.draftOf(db, place, id),
		store.questionsOf(db, id),
		store.editionFor(db, place, id),
	]);
	if (draft && writes) return finished(id, 0, draft, rows.map(store.questionIn));
	return published ? questionnaireIn(published) : null;
}
