import { WalkInPage, walkInFacts } from "../../../web/activities/walk-in";
import { words } from "../../../web/activities/words";
import { paths, withQuery } from "../../../web/paths";
import { apply, joinable } from "../../applications/store";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { nowInMilliseconds } from "../../values/day";
import { fingerprint } from "../../values/id";
import { typedOf } from "../../values/typed";
import { readRoll, sessionAsked } from "../attendance/roll";
import { takeTaps } from "../attendance/store";
import { walkInSchema } from "./input";
import { count, countedBefore } from "./store";

const faces = { schema: walkInFacts, page: WalkInPage };

/** People at the door who are on nobody's roll: counted, and named only where they are known or ask to join. */
export const walkIns = room()
	.get(
		paths.walkIns(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "The form to count whoever is on no roll", answers: walkInFacts }),
		async (c) => {
			const roll = await readRoll(c.var, c.req.param("activity"), sessionAsked(c.req.query("session")));
			if (!roll) return problem(c, 404, "not-found");
			return face(c, faces, { ...roll, form: freshForm({ people: "1" }) });
		},
	)
	.post(
		paths.walkIns(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Count somebody who is on no roll", takes: walkInSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const read = await bodyOf(c, walkInSchema);
			const roll = await readRoll(c.var, c.req.param("activity"), read.ok ? read.value.session : 1);
			if (!roll) return problem(c, 404, "not-found");
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...roll, form, mistakes: form.mistakes });
			}
			const { id, people, name, telephone, consent } = read.value;
			const madeFrom = await fingerprint(read.value);
			const conflict = () => different(c, faces, { ...roll, form: conflictingForm(typedOf(read.value)) });
			const next = withQuery(paths.walkIns(place.id, roll.activity.id), { session: roll.session });
			const known = roll.roster.filter((one) => one.name.replace(/\s/g, "") === name?.replace(/\s/g, ""));
			if (known.length === 1 && known[0]) {
				const tap = { id, person: known[0].id, came: true, proxy: false, at: nowInMilliseconds() };
				const outcome = await onceAsChange(
					{ ...c.var, place: { ...place, id: roll.host } },
					roll.activity.id,
					read.value,
					(by) => takeTaps(db, place, roll.called, [tap], "door", by, today),
				);
				if (outcome === "different" || outcome === "late") return conflict();
				say(c, words[language].walkInKnown(known[0].name));
				return made(c, next);
			}
			const asks = consent && name !== null && (await joinable(db, place.id)) !== undefined;
			if (asks) {
				const asked = { id, name, sex: null, birth_year: null, telephone, address: null, consent: true };
				const outcome = await apply(db, place.id, asked, madeFrom, today);
				if (outcome === "full") return problem(c, 429, "busy");
				if (outcome === "different") return conflict();
			}
			const counted = { id, people, application: asks ? id : null, madeFrom };
			const outcome = await once(
				() => count(db, roll.called, counted),
				() => countedBefore(db, roll.called, id),
				madeFrom,
			);
			if (outcome === "different") return conflict();
			say(c, words[language][asks ? "walkInAsked" : "walkInCounted"](people));
			return made(c, next);
		},
	);
