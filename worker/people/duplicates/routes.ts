import { paths } from "../../../web/paths";
import { DuplicatesPage, duplicatesFacts } from "../../../web/people/duplicates";
import { duplicateSheet } from "../../../web/people/files";
import { PairPage, pairFacts as pairSchemaFacts } from "../../../web/people/pair";
import { words } from "../../../web/people/words";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { pairFacts, readingOf } from "../joinings/facts";
import { meantSchema } from "../joinings/input";
import { pairOf } from "../joinings/pair";
import { pairKey, proposalsAmong } from "./rules";
import * as store from "./store";

/** How many pairs a page shows; the strongest come first, and those decided make room. */
const mostShown = 60;

/** Records that look like one person, proposed to whoever may decide. */
export const duplicates = room()
	.get(
		paths.duplicates(":organisation"),
		may("register members"),
		describe({ summary: "Records that look like one person", answers: duplicatesFacts }),
		async (c) => {
			const facts = await proposedAt(c.var.db, c.var.place, c.var.today);
			const format = formatOf(c);
			if (format) return file(c, format, duplicateSheet(facts.pairs, c.var.language));
			return face(c, { schema: duplicatesFacts, page: DuplicatesPage }, facts);
		},
	)
	.post(
		paths.distinction(":organisation", ":member", ":other"),
		may("register members"),
		describe({ summary: "Keep that two are not the same person", takes: meantSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const [one, other] = [c.req.param("member"), c.req.param("other")].sort() as [string, string];
			const pair = await pairOf(db, place, reader, today, [one, other]);
			if (!pair) return problem(c, 404, "not-found");
			const read = await bodyOf(c, meantSchema);
			const faces = { schema: pairSchemaFacts, page: PairPage };
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...pairFacts(pair, form), mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, one, read.value, (by) =>
				store.setApart(db, place, [one, other], by, today),
			);
			if (outcome === "different") return different(c, faces, pairFacts(pair, conflictingForm({})));
			say(c, words[language].toldApart);
			return made(c, paths.duplicates(place.id));
		},
	);

/** What is proposed at a place: among its own members, and among all below it where they are few enough. */
async function proposedAt(db: Database, place: Place, today: Day) {
	const [own, alike, apart, below, [together], joined] = await db.batch([
		store.everybodyOf(db, place),
		store.alikeBelow(db, place, today),
		store.pairsApart(db, place),
		store.directlyBelow(db, place, today),
		store.membersTogether(db, place, today),
		store.joiningsOf(db, place),
	]);
	const rows = (alike as unknown as D1Result<store.AlikeRow>).results;
	const everybody = [
		...own,
		...rows.map(({ birth_year: birthYear, from_day: fromDay, to_day: toDay, place: where, ...rest }) => ({
			...{ birthYear, fromDay, toDay, where },
			...rest,
		})),
	].map((row) => ({ ...row, reading: readingOf(row.sort, row.name) }));
	const pairs = proposalsAmong(everybody, new Set(apart.map(({ one, other }) => pairKey(one, other))));
	return {
		pairs: pairs.slice(0, mostShown),
		more: Math.max(0, pairs.length - mostShown),
		// Too many to be held against one another at once: they are walked through one below another.
		tooMany: (together?.members ?? 0) > store.mostTogether,
		below,
		joined,
	};
}
