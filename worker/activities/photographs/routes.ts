import { PhotographsPage, photographsFacts } from "../../../web/activities/photographs/page";
import { words } from "../../../web/parts/photographs-words";
import { paths } from "../../../web/paths";
import { keepPicture, pictureAnswer, removePicture } from "../../changes/pictures";
import { changeUnder } from "../../changes/store";
import { bodyOf, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { newId } from "../../values/id";
import { photographSchema, removalSchema } from "../../values/picture";
import { activityOf, heldActivityOf } from "../report/store";
import * as store from "./store";

const faces = { schema: photographsFacts, page: PhotographsPage };

/**
 * Photographs of an activity: rows in the database, bytes in a bucket where one is bound; where none is, nothing here is found.
 * Only pictures that were cleaned of what a camera writes into them are stored.
 */
export const photographs = room()
	.get(
		paths.photographs(":organisation", ":activity"),
		may("see"),
		describe({ summary: "The photographs of an activity", answers: photographsFacts }),
		async (c) => {
			const known = c.env.PHOTOGRAPHS && (await shown(c.var, c.req.param("activity"), freshForm()));
			return known ? face(c, faces, known) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.photographs(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Put a photograph beside an activity", takes: photographSchema }),
		async (c) => {
			const { db, place } = c.var;
			const id = c.req.param("activity");
			const [activity] = await activityOf(db, place, id);
			if (!(c.env.PHOTOGRAPHS && activity)) return problem(c, 404, "not-found");
			const read = await bodyOf(c, photographSchema);
			if (!read.ok) {
				// What was sent isn't sent back: it may be a megabyte.
				const form = { ...mistakenForm(read), typed: {} };
				const known = await shown(c.var, id, form);
				return known
					? mistaken(c, faces, { ...known, mistakes: form.mistakes })
					: problem(c, 404, "not-found");
			}
			const outcome = await keepPicture(
				c.var,
				c.env.PHOTOGRAPHS,
				{ subject: id, folder: `${place.id}/${id}` },
				read.value,
				(picture, by) => store.add(db, place, id, picture, by),
				() => store.photographOf(db, place, id, read.value.id),
			);
			if (outcome === "made" || outcome === "again") return made(c, paths.photographs(place.id, id));
			if (outcome === "late") {
				const mistakes = { picture: `too-many-photographs ${store.mostPhotographs}` };
				const known = await shown(c.var, id, { ...freshForm(), mistakes });
				return known ? mistaken(c, faces, { ...known, mistakes }) : problem(c, 404, "not-found");
			}
			const known = await shown(c.var, id, { ...freshForm(), conflict: true });
			return known ? different(c, faces, known) : problem(c, 404, "not-found");
		},
	)
	.get(
		paths.photograph(":organisation", ":activity", ":photograph"),
		may("see"),
		describe({ summary: "A photograph, as JPEG" }),
		async (c) => {
			const { activity, photograph } = c.req.param();
			const [known] = await store.photographOf(c.var.db, c.var.place, activity, photograph);
			return (await pictureAnswer(c, c.env.PHOTOGRAPHS, known)) ?? problem(c, 404, "not-found");
		},
	)
	.post(
		paths.photographRemoval(":organisation", ":activity", ":photograph"),
		may("record activities"),
		describe({ summary: "Take a photograph away, for good", takes: removalSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const { activity, photograph } = c.req.param();
			const read = await bodyOf(c, removalSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				const page = await shown(c.var, activity, form);
				return page ? mistaken(c, faces, { ...page, mistakes: form.mistakes }) : problem(c, 404, "not-found");
			}
			const there = paths.photographs(place.id, activity);
			const [[known], [own], [before]] = await db.batch([
				store.photographOf(db, place, activity, photograph),
				activityOf(db, place, activity),
				changeUnder(db, place, activity, read.value.id),
			]);
			const mine = own && known;
			const gone = await removePicture(c.var, c.env.PHOTOGRAPHS, activity, read.value, mine, before, (by) =>
				store.remove(db, place, activity, photograph, by),
			);
			if (gone === "unknown") return problem(c, 404, "not-found");
			say(c, words[language].removed);
			return made(c, there);
		},
	);

type Inside = { db: Database; place: Place };

async function shown({ db, place }: Inside, id: string, form: FormState) {
	const [[activity], kept] = await db.batch([
		heldActivityOf(db, place, id),
		store.photographsOf(db, place, id),
	]);
	if (!activity) return null;
	return {
		activity: { id, title: activity.title, day: activity.day, hosted: activity.organisation === place.id },
		photographs: kept.map(({ id: photograph, width, height }) => ({ id: photograph, width, height })),
		room: store.mostPhotographs - kept.length,
		form,
		removal: newId(),
	};
}
