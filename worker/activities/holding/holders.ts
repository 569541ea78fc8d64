import { HoldersPage, holdersFacts } from "../../../web/activities/holding/holders";
import { words } from "../../../web/activities/holding/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { changedBefore } from "../../changes/store";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, type Reader, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem, problemDetails } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { otherPlace } from "../../middleware/reader";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { fingerprint, newId } from "../../values/id";
import { typedOf } from "../../values/typed";
import { activityOf, heldActivityOf } from "../report/store";
import { holderEndSchema, holderSchema, invitationSchema } from "./input";
import * as store from "./store";

const faces = { schema: holdersFacts, page: HoldersPage };

/** Who holds an activity together: asked, answered, and no more. */
export const holders = room()
	.get(
		paths.activityHolders(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Who holds an activity together", answers: holdersFacts }),
		async (c) => {
			const known = await factsOf(c.var, c.req.param("activity"), freshForm());
			return known ? face(c, faces, known) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.activityHolders(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Ask another organisation to hold it too", takes: holderSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const read = await bodyOf(c, holderSchema);
			const form = read.ok ? freshForm(typedOf(read.value)) : mistakenForm(read);
			const known = await factsOf(c.var, c.req.param("activity"), form);
			if (!known) return problem(c, 404, "not-found");
			if (!read.ok) return mistaken(c, faces, { ...known, mistakes: form.mistakes });
			const chosen = [...known.near, ...known.holders].find(({ id }) => id === read.value.holder);
			if (!chosen) {
				const mistakes = { holder: "not-a-choice" };
				return mistaken(c, faces, { ...known, form: { ...form, mistakes }, mistakes });
			}
			const other = otherPlace(c, chosen.id);
			const there = other.placeOf(await other.rows);
			const atOnce = there?.acts.includes("record activities") ?? false;
			const outcome = await onceAsChange(c.var, known.activity.id, read.value, (by) =>
				store.invite(db, place, known.activity, chosen.id, atOnce, by, today),
			);
			if (outcome === "different" || outcome === "late")
				return different(c, faces, { ...known, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language][atOnce ? "holdsToo" : "asked"](chosen.name));
			return made(c, paths.activityHolders(place.id, known.activity.id));
		},
	)
	.post(
		paths.activityHolderEnd(":organisation", ":activity", ":holder"),
		may("record activities"),
		describe({ summary: "Somebody holds an activity no more", takes: holderEndSchema }),
		async (c) => {
			const { db, place } = c.var;
			const holder = c.req.param("holder");
			const [activity] = await heldActivityOf(db, place, c.req.param("activity"));
			if (!activity || (activity.organisation !== place.id && holder !== place.id))
				return problem(c, 404, "not-found");
			const read = await bodyOf(c, holderEndSchema);
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			// What is written stands with the host: it was found through this very place.
			const host = { ...place, id: activity.organisation };
			const outcome = await onceAsChange({ ...c.var, place: host }, activity.id, read.value, (by) =>
				store.holdNoMore(db, host, activity, holder, by),
			);
			if (outcome === "late" || outcome === "different") return problem(c, 404, "not-found");
			return made(
				c,
				holder === place.id ? paths.activities(place.id) : paths.activityHolders(place.id, activity.id),
			);
		},
	)
	.post(
		paths.invitation(":organisation", ":host", ":activity"),
		may("record activities"),
		describe({
			summary: "Answer another organisation's asking to hold it together",
			takes: invitationSchema,
		}),
		async (c) => {
			const { db, place, today, language } = c.var;
			const [host, id] = [c.req.param("host"), c.req.param("activity")];
			const read = await bodyOf(c, invitationSchema);
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			const accepts = read.value.outcome === "accepted";
			const there = accepts ? paths.activity(place.id, id) : paths.activities(place.id);
			const atHost = { ...place, id: host };
			const asked = (await store.invitationsTo(db, place)).find(
				(one) => one.organisation === host && one.activity === id,
			);
			if (!asked) {
				const before = await changedBefore(db, atHost, id, read.value.id);
				return before === (await fingerprint(read.value)) ? made(c, there) : problem(c, 404, "not-found");
			}
			await onceAsChange({ ...c.var, place: atHost }, id, read.value, (by) =>
				store.answer(db, place, asked, { day: asked.day, accepts }, by, today),
			);
			say(c, words[language][accepts ? "accepted" : "declined"](asked.title));
			return made(c, there);
		},
	);

type Inside = { db: Database; place: Place; reader: Reader; today: Day };

/** An activity of this place, who holds it, and who else could; nothing for a forged id. */
async function factsOf({ db, place }: Inside, id: string, form: FormState) {
	const [[activity], holding, near] = await db.batch([
		activityOf(db, place, id),
		store.holdingWith(db, place, id),
		store.near(db, place),
	]);
	if (!activity) return null;
	const holds = new Set(holding.map((one) => one.id));
	return {
		activity,
		holders: holding.map((one) => ({ ...one, accepted: one.accepted === 1, end: newId() })),
		near: near.filter((one) => !holds.has(one.id)),
		form,
	};
}
