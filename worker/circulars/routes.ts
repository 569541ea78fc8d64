import {
	circularFacts,
	circularFormFacts,
	circularListFacts,
	takingBackFacts,
} from "../../web/circulars/facts";
import { circularsSheet, repliesSheet } from "../../web/circulars/files";
import { CircularFormPage } from "../../web/circulars/form";
import { CircularListPage } from "../../web/circulars/list";
import { ReminderPage, reminderFacts } from "../../web/circulars/reminder";
import { CircularPage } from "../../web/circulars/show";
import { TakingBackPage } from "../../web/circulars/taking-back";
import { words } from "../../web/circulars/words";
import { paths } from "../../web/paths";
import { onceAsChange } from "../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { file, formatOf } from "../http/file";
import { once } from "../http/once";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { kindsBelow } from "../organisations/kinds/store";
import { daysAfter } from "../values/day";
import { fingerprint } from "../values/id";
import { checkedBy, typedOf } from "../values/typed";
import { circularPage, type Inside, mostReplies } from "./gather";
import { answerMistake, answerSchema, circularSchema, keptAnswer, takingBackSchema } from "./input";
import * as store from "./store";

const formFaces = { schema: circularFormFacts, page: CircularFormPage };
const faces = { schema: circularFacts, page: CircularPage };
const backFaces = { schema: takingBackFacts, page: TakingBackPage };

/** How far back a list looks for what came, in days. */
const listed = 400;
/** How many recipients a file or a list to remind holds. */
const allReplies = 3000;

/** Circulars: sent down to those below, read, answered, counted; and whoever must be reminded. */
export const circulars = room()
	.get(
		paths.circulars(":organisation"),
		may("see"),
		describe({ summary: "Circulars that came, and those that were sent", answers: circularListFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const [received, sent, [below]] = await db.batch([
				store.circularsTo(db, place, daysAfter(today, -listed)),
				store.circularsSentBy(db, place),
				store.unitsBelow(db, place, 1),
			]);
			const facts = { today, leads: below !== undefined, received, sent };
			const format = formatOf(c);
			return format
				? file(c, format, circularsSheet(facts, c.var.language))
				: face(c, { schema: circularListFacts, page: CircularListPage }, facts);
		},
	)
	.get(
		paths.circularNew(":organisation"),
		may("send circulars"),
		describe({ summary: "The form to send a circular to those below", answers: circularFormFacts }),
		async (c) => face(c, formFaces, await formFacts(c.var, freshForm({ asks: "reading" }))),
	)
	.post(
		paths.circulars(":organisation"),
		may("send circulars"),
		describe({ summary: "Send a circular to those below", takes: circularSchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const read = checkedBy(await bodyOf(c, circularSchema), (typed) => ({
				answer_by: typed.answer_by !== null && typed.answer_by < today ? "day-is-past" : null,
				question: typed.asks !== "reading" && typed.question === null ? "required" : null,
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { ...(await formFacts(c.var, form)), mistakes: form.mistakes });
			}
			const { id } = read.value;
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				() => store.sendCircular(db, place, read.value, { id, madeFrom, by: reader.person }, today),
				() => store.sentBefore(db, place, id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, formFaces, await formFacts(c.var, conflictingForm(typedOf(read.value))));
			say(c, words[language].sentIt);
			return made(c, paths.circular(place.id, id));
		},
	)
	.get(
		paths.circular(":organisation", ":circular"),
		may("see"),
		describe({ summary: "A circular: as it came, or with what came back", answers: circularFacts }),
		async (c) => {
			const { db, place, today, reader } = c.var;
			const format = formatOf(c);
			const most = format ? allReplies : mostReplies;
			const facts = await circularPage(c.var, c.req.param("circular"), c.req.query(), most);
			if (!facts) return problem(c, 404, "not-found");
			const { received } = facts;
			// Opening it is reading it, for whoever holds a post here and not for those above who look in.
			const isTheirs = place.holds.some(({ at }) => at === "own") && reader.kind === "device";
			if (received && received.readOn === null && isTheirs)
				c.executionCtx.waitUntil(store.noteReading(db, place, received, reader.person, today));
			if (format && facts.sent)
				return file(c, format, repliesSheet(facts.title, facts.sent.replies, c.var.language));
			return face(c, faces, { ...facts, form: freshForm({ said: received?.said ?? "" }) });
		},
	)
	.post(
		paths.circularAnswer(":organisation", ":circular"),
		may("answer circulars"),
		describe({ summary: "Answer a circular, or correct the answer before its day", takes: answerSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const id = c.req.param("circular");
			const facts = await circularPage(c.var, id, {}, mostReplies);
			const { received } = facts ?? {};
			if (!facts || !received) return problem(c, 404, "not-found");
			const read = checkedBy(await bodyOf(c, answerSchema), ({ said }) => ({
				said: answerMistake(facts.asks, said),
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const said = keptAnswer(facts.asks, read.value.said);
			const outcome = await onceAsChange(c.var, `circular ${id}`, read.value, (by) =>
				store.answerCircular(db, place, received, said, by, today),
			);
			if (outcome === "different" || outcome === "late") {
				const now = await circularPage(c.var, id, {}, mostReplies);
				return different(c, faces, { ...(now ?? facts), form: conflictingForm({ said }) });
			}
			say(c, words[language].answeredIt);
			return made(c, paths.circular(place.id, id));
		},
	)
	.get(
		paths.circularReminder(":organisation", ":circular"),
		may("see"),
		describe({ summary: "Who hasn't answered a circular, to print or to paste", answers: reminderFacts }),
		async (c) => {
			const { db, place } = c.var;
			const id = c.req.param("circular");
			const [[one], replies] = await db.batch([
				store.circularOf(db, place, id),
				store.repliesTo(db, place, id, "waiting", "", allReplies),
			]);
			if (!one) return problem(c, 404, "not-found");
			return face(
				c,
				{ schema: reminderFacts, page: ReminderPage },
				{ ...one, waiting: replies.slice(0, allReplies) },
			);
		},
	)
	.get(
		paths.circularWithdrawal(":organisation", ":circular"),
		may("send circulars"),
		describe({ summary: "The form to take a circular back", answers: takingBackFacts }),
		async (c) => {
			const [one] = await store.circularOf(c.var.db, c.var.place, c.req.param("circular"));
			if (!one || one.withdrawnOn !== null) return problem(c, 404, "not-found");
			return face(c, backFaces, { id: one.id, title: one.title, form: freshForm() });
		},
	)
	.post(
		paths.circularWithdrawal(":organisation", ":circular"),
		may("send circulars"),
		describe({ summary: "Take a circular back", takes: takingBackSchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const [one] = await store.circularOf(db, place, c.req.param("circular"));
			if (!one) return problem(c, 404, "not-found");
			const shown = { id: one.id, title: one.title };
			const read = await bodyOf(c, takingBackSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, backFaces, { ...shown, form, mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const by = { id: read.value.id, madeFrom, by: reader.person };
			const outcome = await once(
				() => store.withdrawCircular(db, place, one.id, read.value.reason, by, today),
				() => store.withdrawnBefore(db, place, one.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, backFaces, { ...shown, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].tookBack);
			return made(c, paths.circular(place.id, one.id));
		},
	);

async function formFacts({ db, place }: Inside, form: FormState) {
	const [kinds, units] = await db.batch([
		kindsBelow(db, place.kind),
		store.unitsBelow(db, place, store.mostUnits),
	]);
	return {
		kinds,
		units: units.map(({ id, name }) => ({ id, name })),
		form,
		mistakes: form.mistakes,
	};
}
