import { paths } from "../../../web/paths";
import { ErasurePage, erasurePageFacts } from "../../../web/people/erasure";
import { words } from "../../../web/people/words";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { forgetForGood } from "../../members/seek";
import { may } from "../../middleware/may";
import { fingerprint } from "../../values/id";
import { typedOf } from "../../values/typed";
import { erasureSchema } from "./input";
import { isTheName } from "./rules";
import * as store from "./store";

const faces = { schema: erasurePageFacts, page: ErasurePage };

/** Somebody's details are erased at their wish: shown beforehand, meant by typing the name, and for good. */
export const erasures = room()
	.get(
		paths.erasure(":organisation", ":member"),
		may("erase people"),
		describe({ summary: "What erasing somebody would touch", answers: erasurePageFacts }),
		async (c) => {
			const { db, place, reader, today } = c.var;
			const erasable = await store.erasureFacts(db, place, reader, today, c.req.param("member"));
			return erasable ? face(c, faces, factsOf(erasable, freshForm())) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.erasure(":organisation", ":member"),
		may("erase people"),
		describe({ summary: "Erase somebody's details for good", takes: erasureSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const id = c.req.param("member");
			const read = await bodyOf(c, erasureSchema);
			const back = paths.member(place.id, id);
			// Made from the form's id alone: not even a digest of the name is kept.
			const madeFrom = read.ok ? await fingerprint(read.value.id) : "";
			const erasable = await store.erasureFacts(db, place, reader, today, id);
			if (!erasable) {
				// Nothing is left to be erased after the first copy: a second is known by its id.
				const known = read.ok && (await store.erasedBefore(db, place, read.value.id, id));
				return known && known === madeFrom ? made(c, back) : problem(c, 404, "not-found");
			}
			const mistake = read.ok
				? (erasable.refusal ?? (isTheName(read.value.name, erasable.name) ? null : "not-the-name"))
				: null;
			if (!read.ok || mistake) {
				const field = mistake === "not-the-name" ? "name" : "form";
				const form = mistakenForm(
					read.ok ? { ok: false, mistakes: { [field]: mistake ?? "" }, typed: typedOf(read.value) } : read,
				);
				return mistaken(c, faces, { ...factsOf(erasable, form), mistakes: form.mistakes });
			}
			const outcome = await once(
				() => store.erase(db, place, erasable, { id: read.value.id, madeFrom, by: reader.person }, today),
				() => store.erasedBefore(db, place, read.value.id, id),
				madeFrom,
			);
			if (outcome === "different") return different(c, faces, factsOf(erasable, conflictingForm({})));
			c.executionCtx.waitUntil(forgetForGood(db));
			say(c, words[language].erased);
			return made(c, back);
		},
	);

function factsOf({ id, name, touched, counts, mentions, refusal }: store.Erasable, form: FormState) {
	return {
		member: { id, name },
		organisations: touched.map((one) => ({ id: one.id, name: one.name })),
		...{ counts, mentions, refusal, form },
	};
}
