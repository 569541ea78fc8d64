import { paths } from "../../../web/paths";
import { RetractionPage, retractionFacts } from "../../../web/shaping/retraction";
import { words } from "../../../web/shaping/words";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, type Reader, room } from "../../http/door";
import { different, face, made, mistaken, overtaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { actNeeded, isRetractable } from "../../organisations/history/rules";
import type { Database } from "../../tables/database";
import { type Day, dayOf } from "../../values/day";
import { checkedBy, typedOf } from "../../values/typed";
import { parentsFor } from "../relocation/store";
import { retractionSchema } from "./input";
import * as store from "./store";

const faces = { schema: retractionFacts, page: RetractionPage };

type Inside = { db: Database; place: Place; reader: Reader; today: Day; zone: string };

/** The latest act of a place, if the reader may take it back: a slip of today, by which nothing left their reach. */
async function retractableAt(inside: Inside) {
	const { db, place, today, zone } = inside;
	const [found] = await store.latestAndBefore(db, place);
	const latest = found && { ...found, madeOn: dayOf(found.madeAt, zone) };
	if (!isRetractable(latest, today) || !place.acts.includes(actNeeded(latest.act, place))) return null;
	if (latest.act !== "moved") return latest;
	const [back] = await parentsFor(db, place, inside, { id: latest.parent ?? "" });
	return back ? latest : null;
}

/** Taking back the latest act of an organisation's life, where it was a slip of today and nothing builds on it. */
export const retractions = room()
	.get(
		paths.retraction(":organisation"),
		may("see"),
		describe({ summary: "What would be taken back, and the form", answers: retractionFacts }),
		async (c) => {
			const latest = await retractableAt(c.var);
			if (!latest) return problem(c, 404, "not-found");
			return face(c, faces, factsOf(latest, freshForm({ stage: latest.id })));
		},
	)
	.post(
		paths.retraction(":organisation"),
		may("see"),
		describe({ summary: "Take the latest act back", takes: retractionSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			if (!place.acts.includes("change the association") && !place.acts.includes("shape the tree"))
				return problem(c, 404, "not-found");
			const latest = await retractableAt(c.var);
			const read = checkedBy(await bodyOf(c, retractionSchema), () => ({}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...factsOf(latest, form), mistakes: form.mistakes });
			}
			const { value } = read;
			const outcome = await onceAsChange(c.var, place.id, value, (by) =>
				latest?.id === value.stage
					? store.retract(db, place, latest, value.reason, { by, today })
					: // It isn't the latest any more: only a copy of the form that took it back finds its change.
						Promise.resolve([{ meta: { changes: 0 } }]),
			);
			if (outcome === "different")
				return different(c, faces, factsOf(latest, conflictingForm(typedOf(value))));
			if (outcome === "late") {
				const form = { ...freshForm(typedOf(value)), mistakes: { stage: "built-on" } };
				const facts = { ...factsOf(latest, form), mistakes: form.mistakes };
				return latest?.id === value.stage ? overtaken(c, faces, facts) : mistaken(c, faces, facts);
			}
			say(c, words[language].retraction.done);
			return made(c, paths.history(place.id));
		},
	);

function factsOf(latest: store.Latest | null, form: FormState) {
	return { act: latest?.act ?? null, day: latest?.fromDay ?? null, form };
}
