import { ExhibitPage, exhibitFacts } from "../../../web/activities/lending/exhibit";
import { exhibitSheet } from "../../../web/activities/lending/files";
import { ExhibitsPage, exhibitsFacts } from "../../../web/activities/lending/list";
import { words } from "../../../web/activities/lending/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { changedBefore } from "../../changes/store";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { fingerprint, newId } from "../../values/id";
import { checkedBy, typedOf } from "../../values/typed";
import { near } from "../holding/store";
import { exhibitSchema, loanSchema, returnSchema } from "./input";
import { loanMistakes, returnMistake } from "./rules";
import * as store from "./store";

const listFaces = { schema: exhibitsFacts, page: ExhibitsPage };
const faces = { schema: exhibitFacts, page: ExhibitPage };

/** Things lent: exhibition boards that tour the villages, who has them now, and when they are due back. */
export const lendings = room()
	.get(
		paths.exhibits(":organisation"),
		may("see"),
		describe({ summary: "Things lent and borrowed", answers: exhibitsFacts }),
		async (c) => {
			const known = await listOf(c.var, freshForm());
			const format = formatOf(c);
			return format ? file(c, format, exhibitSheet(known, c.var.language)) : face(c, listFaces, known);
		},
	)
	.post(
		paths.exhibits(":organisation"),
		may("record activities"),
		describe({ summary: "Enter something that may be lent", takes: exhibitSchema }),
		async (c) => {
			const { db, place, reader } = c.var;
			const read = await bodyOf(c, exhibitSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, listFaces, { ...(await listOf(c.var, form)), mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const { id } = read.value;
			const outcome = await once(
				() => store.enter(db, place, read.value, { id, madeFrom, by: reader.person }),
				() => store.enteredBefore(db, place, id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, listFaces, await listOf(c.var, conflictingForm(typedOf(read.value))));
			return made(c, paths.exhibit(place.id, id));
		},
	)
	.get(
		paths.exhibit(":organisation", ":exhibit"),
		may("see"),
		describe({ summary: "Where a thing is and has been", answers: exhibitFacts }),
		async (c) => {
			const known = await oneOf(c.var, c.req.param("exhibit"), freshForm({ day: c.var.today }));
			return known ? face(c, faces, known) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.loans(":organisation", ":exhibit"),
		may("record activities"),
		describe({ summary: "Lend a thing, or hand it on", takes: loanSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const raw = await bodyOf(c, loanSchema);
			const known = await oneOf(c.var, c.req.param("exhibit"), freshForm());
			if (!known) return problem(c, 404, "not-found");
			const again = raw.ok && (await changedBefore(db, place, known.exhibit.id, raw.value.id)) !== undefined;
			const read = again
				? raw
				: checkedBy(raw, ({ holder, day, due }) => ({
						...loanMistakes(today, known.now ?? undefined, { day, due }),
						holder: known.near.some(({ id }) => id === holder) ? null : "not-a-choice",
					}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...known, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, known.exhibit.id, read.value, (by) =>
				store.lend(db, place, known.exhibit.id, known.now?.id ?? null, read.value, by),
			);
			if (outcome === "different" || outcome === "late")
				return different(c, faces, { ...known, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].lent(known.exhibit.name));
			return made(c, paths.exhibit(place.id, known.exhibit.id));
		},
	)
	.post(
		paths.loanEnd(":organisation", ":exhibit"),
		may("record activities"),
		describe({ summary: "A thing came back", takes: returnSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const raw = await bodyOf(c, returnSchema);
			const known = await oneOf(c.var, c.req.param("exhibit"), freshForm());
			if (!known) return problem(c, 404, "not-found");
			const there = paths.exhibit(place.id, known.exhibit.id);
			if (known.now === null && raw.ok) {
				const before = await changedBefore(db, place, known.exhibit.id, raw.value.id);
				return before === (await fingerprint(raw.value)) ? made(c, there) : problem(c, 404, "not-found");
			}
			const open = known.now ?? undefined;
			const read = checkedBy(raw, ({ day }) => ({ day: returnMistake(today, open, day) }));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...known, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, known.exhibit.id, read.value, (by) =>
				store.takeBack(db, place, known.exhibit.id, open?.id ?? "", read.value.day, by),
			);
			if (outcome === "different" || outcome === "late") return problem(c, 404, "not-found");
			say(c, words[language].returned(known.exhibit.name));
			return made(c, there);
		},
	);

type Inside = { db: Database; place: Place; today: string };

async function listOf({ db, place }: Inside, form: FormState) {
	const [exhibits, borrowed] = await db.batch([store.exhibitsOf(db, place), store.borrowedBy(db, place)]);
	return { exhibits, borrowed, form };
}

async function oneOf({ db, place }: Inside, id: string, form: FormState) {
	const [[exhibit], loans, beside] = await db.batch([
		store.exhibitOf(db, place, id),
		store.loansOf(db, place, id),
		near(db, place),
	]);
	if (!exhibit) return null;
	const now = loans.find(({ toDay }) => toDay === null) ?? null;
	return { exhibit, loans, now, near: beside, form, end: newId() };
}
