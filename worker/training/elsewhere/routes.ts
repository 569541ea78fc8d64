import { paths } from "../../../web/paths";
import { personTrainingFacts } from "../../../web/training/facts";
import { PersonTrainingPage } from "../../../web/training/person";
import { words } from "../../../web/training/words";
import { onceAsChange } from "../../changes/once";
import { changedBefore } from "../../changes/store";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { afterToday, type Day } from "../../values/day";
import { fingerprint } from "../../values/id";
import { checkedBy, typedOf } from "../../values/typed";
import { hoursOf } from "../hours/store";
import { elsewhereRemovalSchema, elsewhereSchema } from "../input";
import { topicsAndRequirements } from "../store";
import * as store from "./store";

const faces = { schema: personTrainingFacts, page: PersonTrainingPage };

/** One person's training: what they came to, wherever, and what was noted from elsewhere. */
export const personTrainings = room()
	.get(
		paths.memberTraining(":organisation", ":member"),
		may("see"),
		describe({ summary: "Somebody's training, here and elsewhere", answers: personTrainingFacts }),
		async (c) => {
			const facts = await trainingOf(c.var, c.req.param("member"));
			const form = freshForm({ day: c.var.today, topic: "year" });
			return facts ? face(c, faces, { ...facts, form }) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.memberTraining(":organisation", ":member"),
		may("record activities"),
		describe({ summary: "Note that somebody was trained elsewhere", takes: elsewhereSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const facts = await trainingOf(c.var, c.req.param("member"));
			if (!facts) return problem(c, 404, "not-found");
			const known = (id: string) => facts.topics.some((one) => one.id === id);
			const read = checkedBy(await bodyOf(c, elsewhereSchema), ({ day, topic }) => ({
				day: afterToday(day, today),
				topic: known(topic) ? null : "not-a-choice",
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, facts.person.id, read.value, (by) =>
				store.note(db, place, facts.person.id, read.value, by),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different")
				return different(c, faces, { ...facts, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].noted(facts.person.name));
			return made(c, paths.memberTraining(place.id, facts.person.id));
		},
	)
	.post(
		paths.trainingRemoval(":organisation", ":member", ":training"),
		may("record activities"),
		describe({ summary: "Take back what was noted by mistake", takes: elsewhereRemovalSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const { member, training } = c.req.param();
			const facts = await trainingOf(c.var, member);
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, elsewhereRemovalSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const body = { ...read.value, training };
			if (!facts.elsewhere.some(({ id, here }) => here && id === training)) {
				const before = await changedBefore(db, place, member, read.value.id);
				return before === (await fingerprint(body))
					? made(c, paths.memberTraining(place.id, member))
					: problem(c, 404, "not-found");
			}
			const outcome = await onceAsChange(c.var, member, body, (by) =>
				store.unnote(db, place, member, training, by),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different") return different(c, faces, { ...facts, form: freshForm() });
			say(c, words[language].takenBack);
			return made(c, paths.memberTraining(place.id, member));
		},
	);

type Inside = { db: Database; place: Place; today: Day };

/** Somebody who is known here, with all their training; nothing for a forged id. */
async function trainingOf({ db, place }: Inside, id: string) {
	const [[person], trainings, elsewhere, topics, hours] = await db.batch([
		store.knownHere(db, place, id),
		store.trainingsOf(db, id),
		store.elsewhereOf(db, id),
		topicsAndRequirements(db)[0],
		hoursOf(db, id),
	]);
	if (!person) return null;
	return {
		person: { id: person.id, name: person.name, member: person.member === 1 },
		...{ topics, hours },
		trainings: trainings.map(({ topics: marked, ...one }) => ({
			...one,
			topics: (JSON.parse(marked) as string[]).flatMap(
				(topic) => topics.find(({ id: known }) => known === topic) ?? [],
			),
		})),
		elsewhere: elsewhere.map(({ organisation, topic: _, ...one }) => ({
			...one,
			here: organisation === place.id,
		})),
	};
}
