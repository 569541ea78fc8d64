import { purposesSheet } from "../../../web/funds/files";
import { PurposesPage, purposesFacts } from "../../../web/funds/purposes";
import { words } from "../../../web/funds/purposes-words";
import { paths } from "../../../web/paths";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { once } from "../../http/once";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { fingerprint } from "../../values/id";
import { typedOf } from "../../values/typed";
import { booksOf } from "../books";
import { purposeSchema } from "./input";
import * as store from "./store";

const faces = { schema: purposesFacts, page: PurposesPage };

/** Money that was given for one purpose: what is left of it, and setting a new one aside. */
export const purposes = room()
	.get(
		paths.purposes(":organisation"),
		may("see"),
		describe({ summary: "Money given for one purpose, and what is left of it", answers: purposesFacts }),
		async (c) => {
			const facts = await purposesHere(c.var);
			const format = formatOf(c);
			if (format) return file(c, format, purposesSheet(facts.purposes, c.var.language));
			return face(c, faces, { ...facts, form: freshForm() });
		},
	)
	.post(
		paths.purposes(":organisation"),
		may("use funds"),
		describe({ summary: "Set a purpose up, for money that may only be used for it", takes: purposeSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const read = await bodyOf(c, purposeSchema);
			const again = async (form: FormState) => ({ ...(await purposesHere(c.var)), form });
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...(await again(form)), mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				() => store.setAside(db, place, read.value, { by: reader.person, madeFrom }, today),
				() => store.setBefore(db, place, read.value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, faces, await again(conflictingForm(typedOf(read.value))));
			say(c, words[language].made);
			return made(c, paths.purposes(place.id));
		},
	);

async function purposesHere({ db, place }: { db: Database; place: Place }) {
	const [books, list] = await db.batch([booksOf(db, place), store.purposesOf(db, place)]);
	const { left, free } = store.leftIn(books, list);
	return { purposes: left, free };
}
