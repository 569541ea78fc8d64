import { BelowPage, belowFacts } from "../../web/organisations/below";
import { OrganisationFormPage, organisationFormFacts } from "../../web/organisations/form";
import { OrganisationPage, organisationFacts } from "../../web/organisations/show";
import { words } from "../../web/organisations/words";
import { paths } from "../../web/paths";
import { onceAsChange } from "../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { once } from "../http/once";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { fingerprint } from "../values/id";
import { typedOf } from "../values/typed";
import { organisationSchema } from "./input";
import * as store from "./store";

const formFaces = { schema: organisationFormFacts, page: OrganisationFormPage };
const belowFaces = { schema: belowFacts, page: BelowPage };

/** The tree: an association's facts, and those below it. */
export const organisations = room()
	.get(
		paths.association(":organisation"),
		may("see"),
		describe({ summary: "An association's facts", answers: organisationFacts }),
		(c) => face(c, { schema: organisationFacts, page: OrganisationPage }, c.var.place),
	)
	.get(
		paths.associationEdit(":organisation"),
		may("change the association"),
		describe({ summary: "The form to change them", answers: organisationFormFacts }),
		(c) => {
			const { name, kind, adults, households } = c.var.place;
			return face(c, formFaces, {
				founding: false,
				form: freshForm(typedOf({ organisation: name, kind, adults, households })),
			});
		},
	)
	.post(
		paths.associationEdit(":organisation"),
		may("change the association"),
		describe({ summary: "Change the facts", takes: organisationSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const read = await bodyOf(c, organisationSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { founding: false, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, place.id, read.value, (by) =>
				store.changeFacts(db, place, read.value, by),
			);
			if (outcome === "different")
				return different(c, formFaces, { founding: false, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].saved);
			return made(c, paths.association(place.id));
		},
	)
	.get(
		paths.below(":organisation"),
		may("see"),
		describe({ summary: "The associations directly below, a page of them", answers: belowFacts }),
		async (c) => {
			const after = /^([0-9a-z]{1,16}) (.{1,60})$/su.exec(c.req.query("after") ?? "");
			const rows = await store.organisationsBelow(
				c.var.db,
				c.var.place,
				c.var.today,
				after && { id: after[1] ?? "", name: after[2] ?? "" },
			);
			const page = rows.slice(0, store.pageOfOrganisations);
			const last = page.at(-1);
			const next = rows.length > page.length && last ? `${last.id} ${last.name}` : null;
			return face(c, belowFaces, { organisations: page, next, first: after === null });
		},
	)
	.get(
		paths.foundBelow(":organisation"),
		may("found organisations"),
		describe({ summary: "The form to add one below", answers: organisationFormFacts }),
		(c) => face(c, formFaces, { founding: true, form: freshForm() }),
	)
	.post(
		paths.below(":organisation"),
		may("found organisations"),
		describe({ summary: "Add an association below", takes: organisationSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const read = await bodyOf(c, organisationSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { founding: true, form, mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				() => store.foundBelow(db, place, { ...read.value, madeFrom, day: today }, reader.person),
				() => store.foundingBefore(db, place, read.value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, formFaces, { founding: true, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].founded(read.value.organisation));
			return made(c, paths.home(read.value.id));
		},
	);
