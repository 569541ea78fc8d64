import { EarlierTermPage, earlierTermFacts } from "../../../web/officers/earlier";
import { words } from "../../../web/officers/past-words";
import { paths } from "../../../web/paths";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken, overtaken } from "../../http/face";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { fingerprint } from "../../values/id";
import { typedOf } from "../../values/typed";
import { electedBefore } from "../terms/store";
import { earlierFactsOf, readEarlier } from "./gather";
import { earlierTermSchema } from "./input";
import * as store from "./store";

const faces = { schema: earlierTermFacts, page: EarlierTermPage };

/** Putting a term on record that was over before the next began: a village that starts with today's council and adds its past. */
export const earlierTerms = room()
	.get(
		paths.earlierTermNew(":organisation"),
		may("let officers in"),
		describe({ summary: "The form to put an earlier term on record", answers: earlierTermFacts }),
		async (c) => {
			const facts = await earlierFactsOf(c.var, freshForm());
			return facts ? face(c, faces, facts) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.earlierTerms(":organisation"),
		may("let officers in"),
		describe({
			summary: "Put a term on record that was over before the next began",
			takes: earlierTermSchema,
		}),
		async (c) => {
			const { db, place, reader, language } = c.var;
			const read = await bodyOf(c, earlierTermSchema);
			if (!read.ok) return again(mistakenForm(read), mistaken);
			const typed = typedOf(read.value.seats);
			const [earlier, known] = await Promise.all([
				readEarlier(c.var, read.value),
				electedBefore(db, place, read.value.id),
			]);
			const { mistakes, elected } = earlier;
			const { next } = earlier.made;
			if ((Object.keys(mistakes).length > 0 || !next) && known === undefined)
				return again(mistakenForm({ ok: false, mistakes, typed }), mistaken);
			const madeFrom = await fingerprint(read.value);
			const by = { id: read.value.id, madeFrom, by: reader.person };
			let begun = true;
			const outcome =
				known !== undefined || !next
					? known === madeFrom
						? "again"
						: "different"
					: await once(
							async () => {
								const [first] = await store.recordEarlier(db, place, { ...earlier.made, next }, elected, by);
								begun = first.meta.changes === 1;
							},
							() => electedBefore(db, place, read.value.id),
							madeFrom,
						);
			if (outcome === "different") return again(conflictingForm(typed), different);
			if (!begun) return again({ ...freshForm(typed), mistakes: { day: "overtaken" } }, overtaken);
			if (outcome === "made") say(c, words[language].recorded);
			return made(c, paths.term(place.id, read.value.id));

			async function again(form: FormState, answer: typeof mistaken | typeof different) {
				const facts = await earlierFactsOf(c.var, form);
				if (!facts) return problem(c, 404, "not-found");
				return answer(c, faces, { ...facts, mistakes: form.mistakes });
			}
		},
	);
