import { words } from "../../../web/officers/letter-words";
import {
	LettersPage,
	LettersPrintPage,
	lettersFacts,
	lettersPrintFacts,
} from "../../../web/officers/letters";
import { sheetOfLines } from "../../../web/parts/sheet";
import { paths, withQuery } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { may } from "../../middleware/may";
import { letterSchema } from "./input";
import * as store from "./store";

const listFaces = { schema: lettersFacts, page: LettersPage };

/** Letters of appointment and plaques: issued, numbered, printed. */
export const letters = room()
	.get(
		paths.letters(":organisation"),
		may("see"),
		describe({ summary: "Letters of appointment and plaques issued", answers: lettersFacts }),
		async (c) => {
			const format = formatOf(c);
			const most = format ? store.fileOfLetters : store.listOfLetters;
			const found = await store.lettersOf(c.var.db, c.var.place, {}, most);
			if (!format) return face(c, listFaces, { letters: found, form: freshForm({ kind: "plaque" }) });
			const word = words[c.var.language];
			return file(
				c,
				format,
				sheetOfLines(
					word.title,
					word.csvHead,
					found.map((one) => word.csvRow(one)),
				),
			);
		},
	)
	.post(
		paths.letters(":organisation"),
		may("let officers in"),
		describe({ summary: "Issue letters to a holder or a whole council, or a plaque", takes: letterSchema }),
		async (c) => {
			const { db, place, today } = c.var;
			const read = await bodyOf(c, letterSchema);
			const nobody = read.ok && read.value.kind === "letter" && !read.value.holder && !read.value.term;
			if (!read.ok || nobody) {
				const form = mistakenForm(
					read.ok ? { ok: false, mistakes: { holder: "required" }, typed: { ...read.value } } : read,
				);
				const found = await store.lettersOf(db, place, {}, store.listOfLetters);
				return mistaken(c, listFaces, { letters: found, form, mistakes: form.mistakes });
			}
			const { kind, holder, term } = read.value;
			const outcome = await onceAsChange(c.var, "letters", read.value, (by) =>
				store.issueLetters(db, place, read.value, by, today),
			);
			if (outcome === "different")
				return different(c, listFaces, {
					letters: await store.lettersOf(db, place, {}, store.listOfLetters),
					form: conflictingForm({ ...read.value }),
				});
			const which: Record<string, string> =
				kind === "plaque" ? { letter: read.value.id } : holder ? { holder } : { term };
			return made(c, withQuery(paths.lettersPrint(place.id), which));
		},
	)
	.get(
		paths.lettersPrint(":organisation"),
		may("see"),
		describe({ summary: "Letters as their paper, to print at once", answers: lettersPrintFacts }),
		async (c) => {
			const { term, holder, letter } = c.req.query();
			const found = await store.lettersOf(c.var.db, c.var.place, {
				...(term && { term }),
				...(holder && { holder }),
				...(letter && { id: letter }),
			});
			const papers = found.reverse().map(({ code, ...one }) => ({
				...one,
				address: new URL(paths.confirmation(code), c.req.url).href,
			}));
			return face(c, { schema: lettersPrintFacts, page: LettersPrintPage }, { letters: papers });
		},
	);
