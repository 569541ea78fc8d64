import { HouseholdFormPage, householdFormFacts } from "../../../web/members/households/form";
import { LinesPage, linesFacts } from "../../../web/members/households/lines";
import { HouseholdsPage, householdsFacts } from "../../../web/members/households/list";
import { words } from "../../../web/members/households/words";
import { householdsSheet } from "../../../web/members/marks-files";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { changedBefore } from "../../changes/store";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf, mostOf } from "../../http/file";
import { once } from "../../http/once";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { fingerprint } from "../../values/id";
import { type Mistakes, typedOf } from "../../values/typed";
import { maskedTelephone } from "../rules";
import { type Contact, contactMeant } from "./contact";
import { householdLinesSchema, householdSchema } from "./input";
import { contactsFor, linesOf, mostLines, type WrongLine } from "./rules";
import * as store from "./store";

const listFaces = { schema: householdsFacts, page: HouseholdsPage };
const formFaces = { schema: householdFormFacts, page: HouseholdFormPage };
const linesFaces = { schema: linesFacts, page: LinesPage };

/** The households that members keep in touch with: the list, and adding to it. */
export const households = room()
	.get(
		paths.households(":organisation"),
		may("see"),
		describe({ summary: "The households, by who keeps in touch", answers: householdsFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const after = afterOf(c.req.query("after"));
			const format = formatOf(c);
			const most = mostOf(format, store.pageOfHouseholds);
			const rows = await store.householdsPage(db, place, today, after, most);
			const page = rows.slice(0, most);
			const last = rows.length > page.length ? page.at(-1) : undefined;
			const next = last ? JSON.stringify([last.contact ?? "", last.name, last.id]) : null;
			const households = page.map(shown);
			if (format) return file(c, format, householdsSheet(households, next, c.var.language));
			return face(c, listFaces, { households, first: after === null, next });
		},
	)
	.get(
		paths.householdNew(":organisation"),
		may("register members"),
		describe({ summary: "The form to add a household", answers: householdFormFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const id = c.req.query("contact") ?? "";
			const [contact] = id ? await store.membersCalled(db, place, today, [], id) : [];
			const form = freshForm(contact && { contact_name: contact.name, contact: contact.id });
			return face(c, formFaces, { household: null, candidates: [], form });
		},
	)
	.post(
		paths.households(":organisation"),
		may("register members"),
		describe({ summary: "Add a household", takes: householdSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const read = await bodyOf(c, householdSchema);
			const again = (form: FormState, contact?: Contact) => ({
				household: null,
				candidates: candidatesIn(contact),
				form,
				mistakes: form.mistakes,
			});
			if (!read.ok) return mistaken(c, formFaces, again(mistakenForm(read)));
			const { id, household: name, address } = read.value;
			const meant = await contactMeant(c.var, read.value);
			const typed = typedOf(read.value);
			if (!meant.ok) {
				const form = mistakenForm({ ok: false, mistakes: mistakesOf(meant), typed });
				return mistaken(c, formFaces, again(form, meant));
			}
			const madeFrom = await fingerprint(read.value);
			const asked = { name, address, contact: meant.contact };
			const outcome = await once(
				() => store.addHousehold(db, place, id, asked, { id, madeFrom, by: reader.person }, today),
				() => changedBefore(db, place, id, id),
				madeFrom,
			);
			if (outcome === "different") return different(c, formFaces, again(conflictingForm(typed)));
			say(c, words[language].added(name));
			return made(
				c,
				meant.contact ? paths.networkMember(place.id, meant.contact.id) : paths.households(place.id),
			);
		},
	)
	.get(
		paths.householdLines(":organisation"),
		may("register members"),
		describe({ summary: "The form to add many households, a line each", answers: linesFacts }),
		(c) => face(c, linesFaces, { wrong: [], form: freshForm() }),
	)
	.post(
		paths.householdLines(":organisation"),
		may("register members"),
		describe({ summary: "Add many households, all or none", takes: householdLinesSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const read = await bodyOf(c, householdLinesSchema);
			const again = (form: FormState, wrong: WrongLine[] = []) => ({ wrong, form, mistakes: form.mistakes });
			if (!read.ok) return mistaken(c, linesFaces, again(mistakenForm(read)));
			const { lines, wrong } = linesOf(read.value.lines);
			const called = lines.flatMap(({ contact }) => contact ?? []);
			const { found, wrong: unknown } = contactsFor(
				lines,
				await store.membersCalled(db, place, today, called),
			);
			const mistakes = [...wrong, ...unknown].sort((one, other) => one.line - other.line);
			const typed = typedOf(read.value);
			const reason =
				lines.length > mostLines ? `too-many ${mostLines}` : mistakes.length > 0 ? "lines-to-mend" : null;
			if (reason || lines.length === 0) {
				const form = mistakenForm({ ok: false, mistakes: { lines: reason ?? "required" }, typed });
				return mistaken(c, linesFaces, again(form, mistakes.slice(0, 40)));
			}
			const outcome = await onceAsChange(c.var, "households", read.value, (by) =>
				store.addHouseholds(db, place, found, by, today),
			);
			if (outcome === "different") return different(c, linesFaces, again(conflictingForm(typed)));
			say(c, words[language].addedMany(found.length));
			return made(c, paths.households(place.id));
		},
	);

const shown = (one: Awaited<ReturnType<typeof store.householdsPage>>[number]) => ({
	...one,
	kept: one.kept === 1,
});

export const candidatesIn = (contact: Contact | undefined) =>
	contact?.ok === false
		? contact.candidates.map((one) => ({ ...one, telephone: maskedTelephone(one.telephone) }))
		: [];

/** A question about the contact stands at the name, or at the choice among those of that name. */
export const mistakesOf = ({ reason }: Contact & { ok: false }): Mistakes =>
	reason === "two-of-name" ? { contact: reason } : { contact_name: reason };

/** Where a page of the list ended, as an address carries it; nothing for what nobody was given. */
function afterOf(text: string | undefined): store.AfterHousehold | null {
	const parts = /^\["([0-9a-z]{0,16})","((?:[^"\\]|\\.){1,80})","([0-9a-z]{1,16})"\]$/.exec(text ?? "");
	return parts
		? { contact: parts[1] ?? "", name: JSON.parse(`"${parts[2]}"`) as string, id: parts[3] ?? "" }
		: null;
}
