import {
	FoundingPage,
	foundingFacts,
	OrganisationFormPage,
	organisationFormFacts,
} from "../../web/organisations/form";
import { OrganisationPage, organisationFacts } from "../../web/organisations/show";
import { words } from "../../web/organisations/words";
import { paths } from "../../web/paths";
import { onceAsChange } from "../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { different, face, made, mistaken, overtaken } from "../http/face";
import { once } from "../http/once";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { mayBelow } from "../roles/may";
import { fingerprint } from "../values/id";
import { checkedBy, typedOf } from "../values/typed";
import { factsSchema, foundingSchema } from "./input";
import { kindMistake } from "./kinds/rules";
import { kindsUnder } from "./kinds/store";
import { actsAt, dayMistake } from "./life/rules";
import { isRoot } from "./rules";
import * as store from "./store";

const formFaces = { schema: organisationFormFacts, page: OrganisationFormPage };
const foundingFaces = { schema: foundingFacts, page: FoundingPage };

/** The tree: an association's facts, and those below it. */
export const organisations = room()
	.get(
		paths.association(":organisation"),
		may("see"),
		describe({ summary: "An association's facts", answers: organisationFacts }),
		async (c) => {
			const { db, place } = c.var;
			const [[kindName = { zh: place.kind, en: place.kind }], [under]] = await db.batch([
				store.kindNamed(db, place),
				store.leadsOthers(db, place),
			]);
			const facts = {
				...place,
				kindName,
				leads: under !== undefined && mayBelow(place.holds, "see"),
				root: isRoot(place),
				doable: actsAt(place),
			};
			return face(c, { schema: organisationFacts, page: OrganisationPage }, facts);
		},
	)
	.get(
		paths.associationEdit(":organisation"),
		may("change the association"),
		describe({ summary: "The form to change them", answers: organisationFormFacts }),
		(c) => {
			const { adults, households } = c.var.place;
			return face(c, formFaces, { form: freshForm(typedOf({ adults, households })) });
		},
	)
	.post(
		paths.associationEdit(":organisation"),
		may("change the association"),
		describe({ summary: "Change the facts", takes: factsSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const read = await bodyOf(c, factsSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, place.id, read.value, (by) =>
				store.changeFacts(db, place, read.value, by),
			);
			if (outcome === "different")
				return different(c, formFaces, { form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].saved);
			return made(c, paths.association(place.id));
		},
	)
	.get(
		paths.foundBelow(":organisation"),
		may("found organisations"),
		describe({ summary: "The form to add one below", answers: foundingFacts }),
		async (c) => {
			const kinds = await kindsUnder(c.var.db, c.var.place.kind);
			return face(c, foundingFaces, { kinds, form: freshForm({ day: c.var.today }) });
		},
	)
	.post(
		paths.below(":organisation"),
		may("found organisations"),
		describe({ summary: "Add an association below, or a place without one", takes: foundingSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const [kinds, [stands]] = await db.batch([kindsUnder(db, place.kind), store.standsSince(db, place)]);
			const read = checkedBy(await bodyOf(c, foundingSchema), ({ kind, day }) => ({
				kind: kindMistake(kinds, kind),
				day: day && dayMistake(day, today, stands?.day ?? ""),
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, foundingFaces, { kinds, form, mistakes: form.mistakes });
			}
			const { value } = read;
			const madeFrom = await fingerprint(value);
			let founded = true;
			const outcome = await once(
				async () => {
					const [row] = await store.foundBelow(
						...([db, place, { ...value, day: value.day ?? today, madeFrom }, reader.person] as const),
					);
					// The index it is found by counts as a change of its own.
					founded = row.meta.changes > 0;
				},
				() => store.foundingBefore(db, place, value.id),
				madeFrom,
			);
			if (!founded && (await store.foundingBefore(db, place, value.id)) !== madeFrom) {
				const form = { ...freshForm(typedOf(value)), mistakes: { day: "overtaken" } };
				return overtaken(c, foundingFaces, { kinds, form });
			}
			if (outcome === "different")
				return different(c, foundingFaces, { kinds, form: conflictingForm(typedOf(value)) });
			say(c, words[language].founded(value.organisation));
			return made(c, paths.home(value.id));
		},
	);
