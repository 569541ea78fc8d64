import { paths } from "../../../web/paths";
import { ConsentPage, consentFacts } from "../../../web/people/consent";
import { words } from "../../../web/people/words";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Door, type Place, type Reader, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { forgetForGood } from "../../members/seek";
import { memberOf } from "../../members/store";
import { may } from "../../middleware/may";
import { afterToday } from "../../values/day";
import { fingerprint } from "../../values/id";
import { typedOf } from "../../values/typed";
import { meantSchema } from "../joinings/input";
import { reachedFrom, reachOver, these } from "../touched";
import { consentSchema } from "./input";
import * as store from "./store";

const faces = { schema: consentFacts, page: ConsentPage };

type Inside = Door["Variables"] & { place: Place; reader: Reader };

/** Agreement to keep contact details, and its withdrawal, each with its day; and what follows from the latter. */
export const consents = room()
	.get(
		paths.consent(":organisation", ":member"),
		may("register members"),
		describe({ summary: "What somebody agreed to, and took back", answers: consentFacts }),
		async (c) => {
			const known = await knownAt(c.var, c.req.param("member"));
			if (!known) return problem(c, 404, "not-found");
			const what = known.consents[0]?.what === "given" ? "withdrawn" : "given";
			return face(c, faces, factsOf(known, freshForm({ what, day: c.var.today, how: "paper" })));
		},
	)
	.post(
		paths.consent(":organisation", ":member"),
		may("register members"),
		describe({ summary: "Note consent, or its withdrawal", takes: consentSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const known = await knownAt(c.var, c.req.param("member"));
			if (!known) return problem(c, 404, "not-found");
			const typed = await bodyOf(c, consentSchema);
			const late = typed.ok && afterToday(typed.value.day, today);
			const read = late
				? { ok: false as const, mistakes: { day: late }, typed: typedOf(typed.value) }
				: typed;
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...factsOf(known, form), mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				() =>
					store.noteConsent(db, place, known.id, read.value, {
						id: read.value.id,
						madeFrom,
						by: reader.person,
					}),
				() => store.consentMade(db, place, known.id, read.value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, faces, factsOf(known, conflictingForm(typedOf(read.value))));
			say(c, words[language].consentNoted[read.value.what]);
			// Whoever withdraws is shown what follows; whoever agrees is done.
			const next =
				read.value.what === "withdrawn"
					? paths.consent(place.id, known.id)
					: paths.member(place.id, known.id);
			return made(c, next);
		},
	)
	.post(
		paths.contactEmptying(":organisation", ":member"),
		may("register members"),
		describe({ summary: "Empty telephone and address, history included", takes: meantSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const known = await knownAt(c.var, c.req.param("member"));
			if (!known) return problem(c, 404, "not-found");
			const read = await bodyOf(c, meantSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...factsOf(known, form), mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, known.id, read.value, (by) =>
				store.emptyContact(db, place, known, known.knowing, by),
			);
			if (outcome === "different") return different(c, faces, factsOf(known, conflictingForm({})));
			c.executionCtx.waitUntil(forgetForGood(db));
			say(c, words[language].contactEmptied);
			return made(c, paths.member(place.id, known.id));
		},
	);

/**
 * A member of this very organisation with what they agreed to, and the organisations that know them; nobody for a forged id,
 * or once they are erased.
 */
async function knownAt({ db, place, reader, today }: Inside, id: string) {
	const [[member], consents, reach] = await db.batch([
		memberOf(db, place, id),
		store.consentsOf(db, place, id),
		reachOver(db, reader, these([id]), today),
	]);
	return member && member.erasedOn === null ? { ...member, consents, knowing: reachedFrom(reach) } : null;
}

type Known = NonNullable<Awaited<ReturnType<typeof knownAt>>>;

const factsOf = ({ id, name, telephone, address, consents }: Known, form: FormState) => ({
	member: { id, name },
	hasContact: telephone !== null || address !== null,
	consents,
	form,
});
