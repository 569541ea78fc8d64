import type { Context } from "hono";
import { paths } from "../../../../web/paths";
import { draftFacts, questionFormFacts } from "../../../../web/surveys/making/facts";
import { QuestionFormPage } from "../../../../web/surveys/making/question";
import { DraftPage } from "../../../../web/surveys/making/show";
import { words } from "../../../../web/surveys/making/words";
import { onceAsChange } from "../../../changes/once";
import { conflictingForm, type FormState, freshForm, mistakenForm, rawBody } from "../../../http/body";
import { describe } from "../../../http/describe";
import { type Place, room } from "../../../http/door";
import { different, face, made, mistaken } from "../../../http/face";
import { problem } from "../../../http/problem";
import { say } from "../../../http/view";
import { may } from "../../../middleware/may";
import type { Database } from "../../../tables/database";
import { checkedBy, readTyped, typedOf } from "../../../values/typed";
import type { Question } from "../../questionnaire/rules";
import { draftShown } from "../facts";
import { placeSchema, questionSchema, removalSchema } from "../input";
import { mayHangOn, mostQuestions } from "../rules";
import { type Shape, shapeOf, shapes } from "../shapes";
import * as store from "../store";
import { questionMistakes, questionOf, typedFrom } from "./rules";
import * as questionStore from "./store";

const faces = { schema: questionFormFacts, page: QuestionFormPage };
const draftFaces = { schema: draftFacts, page: DraftPage };
const runs = may("run surveys");

/** The questions of a questionnaire that is being written: adding, rewriting, moving, taking out. */
export const questions = room()
	.get(
		paths.questionNew(":organisation", ":questionnaire"),
		runs,
		describe({ summary: "The form to add a question", answers: questionFormFacts }),
		async (c) => {
			const found = await draftWith(c.var, c.req.param("questionnaire"));
			if (!found) return problem(c, 404, "not-found");
			const shape = shapes.find((one) => one === c.req.query("shape")) ?? "one";
			return face(c, faces, factsOf(found, null, shape, freshForm({ shape, ...startOf(shape) })));
		},
	)
	.post(
		paths.questions(":organisation", ":questionnaire"),
		runs,
		describe({ summary: "Add a question", takes: questionSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const found = await draftWith(c.var, c.req.param("questionnaire"));
			if (!found) return problem(c, 404, "not-found");
			const { read, shape } = readQuestion(await rawBody(c), found.questions, found.questions);
			const again = (form: FormState) => ({ ...factsOf(found, null, shape, form), mistakes: form.mistakes });
			if (!read.ok) return mistaken(c, faces, again(mistakenForm(read)));
			const one = questionOf("", read.value, found.questions, null);
			const outcome = await onceAsChange(c.var, store.subjectOf(found.draft.id), read.value, (by) =>
				questionStore.addQuestion(db, place, found.draft, one, by),
			);
			const typed = typedOf(read.value);
			if (outcome === "late") {
				const full = { ok: false as const, mistakes: { zh: `too-many-questions ${mostQuestions}` }, typed };
				return mistaken(c, faces, again(mistakenForm(full)));
			}
			if (outcome === "different") return different(c, faces, again(conflictingForm(typed)));
			say(c, words[language].added);
			return made(c, `${paths.questionnaire(place.id, found.draft.id)}#end`);
		},
	)
	.get(
		paths.question(":organisation", ":questionnaire", ":question"),
		runs,
		describe({ summary: "The form to rewrite a question", answers: questionFormFacts }),
		async (c) => {
			const found = await draftWith(c.var, c.req.param("questionnaire"));
			const one = found?.questions.find(({ key }) => key === c.req.param("question"));
			if (!found || !one) return problem(c, 404, "not-found");
			return face(c, faces, factsOf(found, one.key, shapeOf(one), freshForm(typedFrom(one))));
		},
	)
	.post(
		paths.question(":organisation", ":questionnaire", ":question"),
		runs,
		describe({ summary: "Rewrite a question", takes: questionSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const found = await draftWith(c.var, c.req.param("questionnaire"));
			const stood = found?.questions.find(({ key }) => key === c.req.param("question"));
			if (!found || !stood) return problem(c, 404, "not-found");
			const earlier = before(found.questions, stood.key);
			// What kind of question it is stays: another kind is another question, with a key of its own.
			const { read, shape } = readQuestion(
				{ ...(await rawBody(c)), shape: shapeOf(stood) },
				earlier,
				found.questions.filter((one) => one !== stood),
			);
			const again = (form: FormState) => ({
				...factsOf(found, stood.key, shape, form),
				mistakes: form.mistakes,
			});
			if (!read.ok) return mistaken(c, faces, again(mistakenForm(read)));
			const one = questionOf(stood.key, read.value, earlier, stood);
			const outcome = await onceAsChange(c.var, store.subjectOf(found.draft.id), read.value, (by) =>
				questionStore.rewriteQuestion(db, place, found.draft, one, by),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different") return different(c, faces, again(conflictingForm(typedOf(read.value))));
			say(c, words[language].saved);
			return made(c, `${paths.questionnaire(place.id, found.draft.id)}#${stood.key}`);
		},
	)
	.post(
		paths.questionPlace(":organisation", ":questionnaire", ":question"),
		runs,
		describe({ summary: "Move a question up or down", takes: placeSchema }),
		async (c) => {
			const { db, place } = c.var;
			const found = await draftWith(c.var, c.req.param("questionnaire"));
			const from = found?.rows.findIndex(({ key }) => key === c.req.param("question")) ?? -1;
			const one = found?.rows[from];
			if (!found || !one) return problem(c, 404, "not-found");
			const read = readTyped(placeSchema, await rawBody(c));
			const shown = () => draftShown(db, place, found.draft.id);
			if (!read.ok) return notDone(c, await shown(), read.mistakes);
			const other = found.rows[read.value.to === "up" ? from - 1 : from + 1];
			const back = `${paths.questionnaire(place.id, found.draft.id)}#${one.key}`;
			// At its end already, as a second look at the same page may ask: nothing to do.
			if (!other) return made(c, back);
			const outcome = await onceAsChange(
				c.var,
				store.subjectOf(found.draft.id),
				{ ...read.value, question: one.key } as { id: string },
				(by) => questionStore.swapQuestions(db, place, found.draft, [one, other], by),
			);
			return outcome === "different" ? already(c, await shown()) : made(c, back);
		},
	)
	.post(
		paths.questionRemoval(":organisation", ":questionnaire", ":question"),
		runs,
		describe({ summary: "Take a question out", takes: removalSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const found = await draftWith(c.var, c.req.param("questionnaire"));
			if (!found) return problem(c, 404, "not-found");
			const key = c.req.param("question");
			const read = readTyped(removalSchema, await rawBody(c));
			const shown = () => draftShown(db, place, found.draft.id);
			if (!read.ok) return notDone(c, await shown(), read.mistakes);
			const one = found.questions.find((question) => question.key === key);
			const body = { ...read.value, question: key } as { id: string };
			// A copy of the request comes when it is gone already: what it was made from still tells it.
			const gone = { key, words: { zh: "", en: "" } } as Question;
			const outcome = await onceAsChange(c.var, store.subjectOf(found.draft.id), body, (by) =>
				questionStore.removeQuestion(db, place, found.draft, one ?? gone, by),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different") return already(c, await shown());
			say(c, words[language].removed);
			return made(c, paths.questionnaire(place.id, found.draft.id));
		},
	);

type Here = { db: Database; place: Place };

/** A questionnaire of this place with its questions; null for a forged id. */
async function draftWith({ db, place }: Here, id: string) {
	const [[draft], rows] = await db.batch([store.draftOf(db, place, id), store.questionsOf(db, id)]);
	return draft ? { draft, rows, questions: rows.map(store.questionIn) } : null;
}
type Found = NonNullable<Awaited<ReturnType<typeof draftWith>>>;

/** The questions before one, on which it may hang. */
const before = (questions: readonly Question[], key: string) =>
	questions.slice(
		0,
		questions.findIndex((one) => one.key === key),
	);

function factsOf({ draft, questions: all }: Found, key: string | null, shape: Shape, form: FormState) {
	const earlier = (key === null ? all : before(all, key)).filter(mayHangOn);
	return { questionnaire: { id: draft.id, title: draft }, key, shape, earlier, form };
}

function readQuestion(
	raw: Record<string, unknown>,
	earlier: readonly Question[],
	others: readonly Question[],
) {
	const read = checkedBy(readTyped(questionSchema, raw), (value) => questionMistakes(value, earlier, others));
	return { read, shape: shapes.find((one) => one === raw.shape) ?? "one" };
}

/** What a new question of a kind starts with: what everybody would write anyway. */
function startOf(shape: Shape): Record<string, string> {
	switch (shape) {
		case "satisfaction":
			return {
				...{ zh: "您对协会今年的工作满意吗？", en: "How satisfied are you with the association this year?" },
				...{ required: "on", faces: "on" },
			};
		case "sex":
			return { zh: "您是", en: "You are" };
		case "age":
			return { zh: "您的年龄", en: "Your age" };
		case "open":
			return { zh: "还想说什么？", en: "Anything else to say?" };
		case "number":
			return { least: "0", most: "100" };
		default:
			return {};
	}
}

type Shown = Awaited<ReturnType<typeof draftShown>>;

/** A button pressed with nothing sensible in it: the questionnaire again, as it stands. */
const notDone = (c: Context, shown: Shown, mistakes: Record<string, string>) =>
	shown ? mistaken(c, draftFaces, { ...shown, mistakes }) : problem(c, 404, "not-found");

/** A button's id that stood for another act: the questionnaire as it stands, with fresh buttons. */
const already = (c: Context, shown: Shown) =>
	shown ? different(c, draftFaces, shown) : problem(c, 404, "not-found");
