import { VoucherPhotographsPage, voucherPhotographsFacts } from "../../../web/funds/photographs";
import { words } from "../../../web/parts/photographs-words";
import { paths } from "../../../web/paths";
import { keepPicture, pictureAnswer, removePicture } from "../../changes/pictures";
import { changesOf, changeUnder } from "../../changes/store";
import { bodyOf, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { dayOf } from "../../values/day";
import { newId } from "../../values/id";
import { photographSchema, removalSchema } from "../../values/picture";
import * as store from "./store";

const faces = { schema: voucherPhotographsFacts, page: VoucherPhotographsPage };

/**
 * Photographs of an expense's paper, seen by whoever may see the entry and by nobody else: rows beside it, bytes in a bucket
 * where one is bound; where none is, nothing here is found. The entry itself and its chain know nothing of them.
 */
export const voucherPhotographs = room()
	.get(
		paths.voucherPhotographs(":organisation", ":entry"),
		may("see"),
		describe({ summary: "The photographs of an expense's paper", answers: voucherPhotographsFacts }),
		async (c) => {
			const known = c.env.PHOTOGRAPHS && (await shown(c.var, c.req.param("entry")));
			return known ? face(c, faces, known) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.voucherPhotographs(":organisation", ":entry"),
		may("use funds"),
		describe({ summary: "Put a photograph of its paper beside an expense", takes: photographSchema }),
		async (c) => {
			const { db, place } = c.var;
			const of = c.req.param("entry");
			const before = c.env.PHOTOGRAPHS && (await shown(c.var, of));
			if (!(c.env.PHOTOGRAPHS && before)) return problem(c, 404, "not-found");
			const read = await bodyOf(c, photographSchema);
			if (!read.ok) {
				// What was sent isn't sent back: it may be a megabyte.
				const form = { ...mistakenForm(read), typed: {} };
				return mistaken(c, faces, { ...before, form, mistakes: form.mistakes });
			}
			const outcome = await keepPicture(
				c.var,
				c.env.PHOTOGRAPHS,
				{ subject: store.subjectOf(of), folder: `${place.id}/funds/${of}` },
				read.value,
				(picture, by) => store.add(db, place, of, picture, by),
				() => store.photographOf(db, place, of, read.value.id),
			);
			if (outcome === "different")
				return different(c, faces, { ...before, form: { ...freshForm(), conflict: true } });
			if (outcome === "late") {
				const mistakes = { picture: `too-many-photographs ${store.mostPhotographs}` };
				return mistaken(c, faces, { ...before, form: { ...freshForm(), mistakes }, mistakes });
			}
			return made(c, paths.voucherPhotographs(place.id, of));
		},
	)
	.get(
		paths.voucherPhotograph(":organisation", ":entry", ":photograph"),
		may("see"),
		describe({ summary: "A photograph of an expense's paper, as JPEG" }),
		async (c) => {
			const { entry, photograph } = c.req.param();
			const [known] = await store.photographOf(c.var.db, c.var.place, entry, photograph);
			return (await pictureAnswer(c, c.env.PHOTOGRAPHS, known)) ?? problem(c, 404, "not-found");
		},
	)
	.post(
		paths.voucherPhotographRemoval(":organisation", ":entry", ":photograph"),
		may("use funds"),
		describe({ summary: "Take a photograph of an expense's paper away, for good", takes: removalSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const { entry: of, photograph } = c.req.param();
			const read = await bodyOf(c, removalSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				const known = await shown(c.var, of);
				return known
					? mistaken(c, faces, { ...known, form, mistakes: form.mistakes })
					: problem(c, 404, "not-found");
			}
			const subject = store.subjectOf(of);
			const [[known], [before]] = await db.batch([
				store.photographOf(db, place, of, photograph),
				changeUnder(db, place, subject, read.value.id),
			]);
			const gone = await removePicture(c.var, c.env.PHOTOGRAPHS, subject, read.value, known, before, (by) =>
				store.remove(db, place, of, photograph, by),
			);
			if (gone === "unknown") return problem(c, 404, "not-found");
			say(c, words[language].removed);
			return made(c, paths.voucherPhotographs(place.id, of));
		},
	);

type Inside = { db: Database; place: Place; zone: string };

/** An expense with its photographs and who put them there or took them away; nothing for any other entry. */
async function shown({ db, place, zone }: Inside, of: string) {
	const [[expense], photographs, changes] = await db.batch([
		store.expenseOf(db, place, of),
		store.photographsOf(db, place, of),
		changesOf(db, place, store.subjectOf(of)),
	]);
	if (!expense) return null;
	return {
		...{ expense, photographs, room: store.mostPhotographs - photographs.length },
		changes: changes.map(({ act, at, by }) => ({ act, by, day: dayOf(at, zone) })),
		...{ form: freshForm(), removal: newId() },
	};
}
