import { HouseholdPage, householdFacts } from "../../../web/members/households/show";
import { words } from "../../../web/members/households/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { changedBefore, changesOf } from "../../changes/store";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { typedOf } from "../../values/typed";
import { historyOf } from "../history/rules";
import { type Contact, contactMeant } from "./contact";
import { householdEndSchema, householdSchema } from "./input";
import { candidatesIn, mistakesOf } from "./routes";
import { changeHousehold, endHousehold, householdOf } from "./store";

const faces = { schema: householdFacts, page: HouseholdPage };

/** One household: what is known of it, who keeps in touch, and its end. */
export const household = room()
	.get(
		paths.household(":organisation", ":household"),
		may("see"),
		describe({ summary: "A household and who keeps in touch with it", answers: householdFacts }),
		async (c) => {
			const known = await read(c.var, c.req.param("household"));
			if (!known) return problem(c, 404, "not-found");
			const { name, address, contact, contactName } = known.household;
			const typed = { household: name, address: address ?? "" };
			const meant = { contact: contact ?? "", contact_name: contactName ?? "" };
			return face(c, faces, { ...known, candidates: [], form: freshForm({ ...typed, ...meant }) });
		},
	)
	.post(
		paths.household(":organisation", ":household"),
		may("register members"),
		describe({ summary: "Change a household, or who keeps in touch", takes: householdSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const known = await read(c.var, c.req.param("household"));
			if (!known) return problem(c, 404, "not-found");
			const typed = await bodyOf(c, householdSchema);
			const again = (form: FormState, contact?: Contact) => ({
				...known,
				candidates: candidatesIn(contact),
				form,
				mistakes: form.mistakes,
			});
			if (!typed.ok) return mistaken(c, faces, again(mistakenForm(typed)));
			const { household: name, address } = typed.value;
			const meant = await contactMeant(c.var, typed.value);
			if (!meant.ok) {
				const wrong = { ok: false as const, mistakes: mistakesOf(meant), typed: typedOf(typed.value) };
				return mistaken(c, faces, again(mistakenForm(wrong), meant));
			}
			const asked = { name, address, contact: meant.contact };
			const outcome = await onceAsChange(c.var, known.household.id, typed.value, (by) =>
				changeHousehold(db, place, known.household, asked, by),
			);
			if (outcome === "different") return different(c, faces, again(conflictingForm(typedOf(typed.value))));
			say(c, words[language].saved);
			return made(c, paths.household(place.id, known.household.id));
		},
	)
	.post(
		paths.householdEnd(":organisation", ":household"),
		may("register members"),
		describe({ summary: "No longer keep in touch with a household", takes: householdEndSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const id = c.req.param("household");
			const typed = await bodyOf(c, householdEndSchema);
			const known = await read(c.var, id);
			if (!known) {
				// A second copy of the form finds the household ended, as the first one left it.
				const before = typed.ok && (await changedBefore(db, place, id, typed.value.id));
				return before ? made(c, paths.households(place.id)) : problem(c, 404, "not-found");
			}
			const again = (form: FormState) => ({ ...known, candidates: [], form, mistakes: form.mistakes });
			if (!typed.ok) return mistaken(c, faces, again(mistakenForm(typed)));
			const outcome = await onceAsChange(c.var, id, typed.value, (by) =>
				endHousehold(db, place, id, by, today),
			);
			if (outcome === "different") return different(c, faces, again(conflictingForm({})));
			say(c, words[language].ended(known.household.name));
			return made(c, paths.households(place.id));
		},
	);

/** A household with its history, in one batch; nothing for a forged id, or one that has ended. */
async function read(
	{ db, place, today, zone }: { db: Database; place: Place; today: Day; zone: string },
	id: string,
) {
	const [[found], changes] = await db.batch([householdOf(db, place, today, id), changesOf(db, place, id)]);
	return found && { household: { ...found, kept: found.kept === 1 }, changes: historyOf(changes, zone) };
}
