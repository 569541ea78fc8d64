import { words } from "../../../web/organisations/life/words";
import { paths } from "../../../web/paths";
import { DeregistrationPage, deregistrationFacts } from "../../../web/shaping/deregistration";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken, overtaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { latestStage } from "../../organisations/life/latest";
import { dayMistake, isPossible, lifeActs } from "../../organisations/life/rules";
import { isRoot } from "../../organisations/rules";
import { checkedBy, typedOf } from "../../values/typed";
import { deregistrationSchema } from "./input";
import { blockersIn, endsMistake, nothingLeft } from "./rules";
import * as store from "./store";

const faces = { schema: deregistrationFacts, page: DeregistrationPage };

/** The end of an organisation: what must be settled first, and what ends with it. */
export const deregistrations = room()
	.get(
		paths.deregistration(":organisation"),
		may(lifeActs.deregistration.needs),
		describe({
			summary: "What stands in the way of deregistering, and the form",
			answers: deregistrationFacts,
		}),
		async (c) => {
			const { db, place, today } = c.var;
			if (!isPossible("deregistration", place)) return problem(c, 404, "not-found");
			const [left = nothingLeft] = await store.leftAt(db, place, today);
			return face(c, faces, { left, blockers: blockersIn(left), form: freshForm({ day: today }) });
		},
	)
	.post(
		paths.deregistration(":organisation"),
		may(lifeActs.deregistration.needs),
		describe({ summary: "Deregister", takes: deregistrationSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			if (isRoot(place)) return problem(c, 404, "not-found");
			const [[left = nothingLeft], [latest], [after]] = await db.batch([
				store.leftAt(db, place, today),
				latestStage(db, place),
				store.endsAfter(db, place),
			]);
			const facts = { left, blockers: blockersIn(left) };
			const read = checkedBy(await bodyOf(c, deregistrationSchema), ({ day, ends }) => ({
				day:
					dayMistake(day, today, latest?.fromDay ?? "", after?.day ?? "") ??
					(facts.blockers.length > 0 ? "not-settled" : null),
				ends: endsMistake(left, ends),
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const { value } = read;
			const outcome = await onceAsChange(c.var, place.id, value, (by) =>
				store.deregister(db, place, value, {
					...{ by, today },
					// Whoever comes second finds it in a stage that can't be ended so.
					latest:
						latest && isPossible("deregistration", { ...place, status: latest.status }) ? latest.id : "",
				}),
			);
			if (outcome === "different")
				return different(c, faces, { ...facts, form: conflictingForm(typedOf(value)) });
			if (outcome === "late") {
				const form = { ...freshForm(typedOf(value)), mistakes: { day: "overtaken" } };
				return overtaken(c, faces, { ...facts, form });
			}
			say(c, words[language].done.deregistration(place.name));
			return made(c, paths.association(place.id));
		},
	);
