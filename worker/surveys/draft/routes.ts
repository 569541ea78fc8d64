import { paths } from "../../../web/paths";
import {
	draftFacts,
	draftFormFacts,
	questionnaireListFacts,
	titleFormFacts,
} from "../../../web/surveys/making/facts";
import { questionnairesSheet } from "../../../web/surveys/making/files";
import { QuestionnaireListPage } from "../../../web/surveys/making/list";
import { DraftFormPage, TitlePage } from "../../../web/surveys/making/new";
import { DraftPage } from "../../../web/surveys/making/show";
import { words } from "../../../web/surveys/making/words";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { fingerprint } from "../../values/id";
import { checkedBy, typedOf } from "../../values/typed";
import { readyQuestionnaires } from "../questionnaire/ready";
import { draftShown, questionnairesOffered, startFrom } from "./facts";
import { draftSchema, titleSchema } from "./input";
import { neverAsked } from "./rules";
import * as store from "./store";

const listFaces = { schema: questionnaireListFacts, page: QuestionnaireListPage };
const formFaces = { schema: draftFormFacts, page: DraftFormPage };
const draftFaces = { schema: draftFacts, page: DraftPage };
const titleFaces = { schema: titleFormFacts, page: TitlePage };
const runs = may("run surveys");

/** A title asks nothing of anybody, but it may say that something is asked which never is. */
const titleMistakes = ({ zh, en }: { zh: string | null; en: string | null }) => ({
	zh: neverAsked(zh ?? "") === "never" ? "never-asked" : null,
	en: neverAsked(en ?? "") === "never" ? "never-asked" : null,
});

/** Questionnaires: those that may be asked, beginning one, and one as it is being written. */
export const drafts = room()
	.get(
		paths.questionnaires(":organisation"),
		may("see"),
		describe({
			summary: "Questionnaires: ready, made here, or published above",
			answers: questionnaireListFacts,
		}),
		async (c) => {
			const questionnaires = await questionnairesOffered(c.var.db, c.var.place);
			const format = formatOf(c);
			if (format) return file(c, format, questionnairesSheet(questionnaires, c.var.language));
			return face(c, listFaces, { questionnaires });
		},
	)
	.get(
		paths.questionnaireNew(":organisation"),
		runs,
		describe({ summary: "The form to begin a questionnaire", answers: draftFormFacts }),
		async (c) => {
			const from = await questionnairesOffered(c.var.db, c.var.place);
			const asked = from.find(({ id }) => id === c.req.query("from"));
			const { zh, en } = asked?.title ?? { zh: "", en: "" };
			return face(c, formFaces, { from, form: freshForm({ from: asked?.id ?? "", zh, en }) });
		},
	)
	.post(
		paths.questionnaires(":organisation"),
		runs,
		describe({ summary: "Begin a questionnaire, blank or from one there is", takes: draftSchema }),
		async (c) => {
			const { db, place, reader, language } = c.var;
			const read = checkedBy(await bodyOf(c, draftSchema), titleMistakes);
			const again = async (form: FormState) => ({
				from: await questionnairesOffered(db, place),
				form,
				mistakes: form.mistakes,
			});
			if (!read.ok) return mistaken(c, formFaces, await again(mistakenForm(read)));
			const { id, from } = read.value;
			const typed = typedOf(read.value);
			const start = from === null ? [] : await startFrom(db, place, from);
			if (!start) {
				const wrong = { ok: false as const, mistakes: { from: "not-a-choice" }, typed };
				return mistaken(c, formFaces, await again(mistakenForm(wrong)));
			}
			// The ready ones keep their keys for themselves: a wave names what it asks by key and version.
			if (readyQuestionnaires.some(({ key }) => key === id))
				return different(c, formFaces, await again(conflictingForm(typed)));
			const madeFrom = await fingerprint(read.value);
			const title = { zh: read.value.zh ?? "", en: read.value.en ?? "" };
			const outcome = await once(
				() => store.beginDraft(db, place, id, title, start, { id, madeFrom, by: reader.person }),
				() => store.begunBefore(db, place, id),
				madeFrom,
			);
			if (outcome === "different") return different(c, formFaces, await again(conflictingForm(typed)));
			say(c, words[language].begun);
			return made(c, paths.questionnaire(place.id, id));
		},
	)
	.get(
		paths.questionnaire(":organisation", ":questionnaire"),
		runs,
		describe({ summary: "A questionnaire as it is being written", answers: draftFacts }),
		async (c) => {
			const draft = await draftShown(c.var.db, c.var.place, c.req.param("questionnaire"));
			return draft ? face(c, draftFaces, draft) : problem(c, 404, "not-found");
		},
	)
	.get(
		paths.questionnaireTitle(":organisation", ":questionnaire"),
		runs,
		describe({ summary: "The form to give a questionnaire another title", answers: titleFormFacts }),
		async (c) => {
			const [draft] = await store.draftOf(c.var.db, c.var.place, c.req.param("questionnaire"));
			if (!draft) return problem(c, 404, "not-found");
			return face(c, titleFaces, { id: draft.id, form: freshForm({ zh: draft.zh, en: draft.en }) });
		},
	)
	.post(
		paths.questionnaireTitle(":organisation", ":questionnaire"),
		runs,
		describe({ summary: "Give a questionnaire another title", takes: titleSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const [draft] = await store.draftOf(db, place, c.req.param("questionnaire"));
			if (!draft) return problem(c, 404, "not-found");
			const read = checkedBy(await bodyOf(c, titleSchema), titleMistakes);
			const again = (form: FormState) => ({ id: draft.id, form, mistakes: form.mistakes });
			if (!read.ok) return mistaken(c, titleFaces, again(mistakenForm(read)));
			const title = { zh: read.value.zh ?? "", en: read.value.en ?? "" };
			const outcome = await onceAsChange(c.var, store.subjectOf(draft.id), read.value, (by) =>
				store.retitle(db, place, draft, title, by),
			);
			if (outcome === "different")
				return different(c, titleFaces, again(conflictingForm(typedOf(read.value))));
			say(c, words[language].saved);
			return made(c, paths.questionnaire(place.id, draft.id));
		},
	);
