import { paths } from "../../../web/paths";
import { CertificatesPage } from "../../../web/training/certificates";
import { certificatesFacts, taughtFacts } from "../../../web/training/facts";
import { TaughtPage } from "../../../web/training/taught";
import { words } from "../../../web/training/words";
import { byName } from "../../activities/report/rules";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { anyTraining } from "../../tables/training";
import { differenceOf } from "../../values/difference";
import { taughtSchema } from "../input";
import { topicsAndRequirements } from "../store";
import * as store from "./store";

const faces = { schema: taughtFacts, page: TaughtPage };

/** What an activity teaches, and certificates for whoever came. */
export const teaching = room()
	.get(
		paths.activityTopics(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "What an activity teaches", answers: taughtFacts }),
		async (c) => {
			const facts = await taughtOf(c.var, c.req.param("activity"));
			return facts ? face(c, faces, { ...facts, form: freshForm() }) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.activityTopics(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Mark what an activity teaches", takes: taughtSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const facts = await taughtOf(c.var, c.req.param("activity"));
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, taughtSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const difference = differenceOf(read.value.before, read.value.topic);
			const outcome = await onceAsChange(c.var, facts.activity.id, read.value, (by) =>
				store.teach(db, place, facts.activity.id, difference, by),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different") return different(c, faces, { ...facts, form: conflictingForm({}) });
			say(c, words[language].saved);
			return made(c, paths.activity(place.id, facts.activity.id));
		},
	)
	.get(
		paths.certificates(":organisation", ":activity"),
		may("see"),
		describe({ summary: "Certificates for whoever came, to print", answers: certificatesFacts }),
		async (c) => {
			const { db, place } = c.var;
			const id = c.req.param("activity");
			const facts = await taughtOf(c.var, id);
			if (!facts) return problem(c, 404, "not-found");
			const came = byName(await store.cameTo(db, place, id));
			return face(c, { schema: certificatesFacts, page: CertificatesPage }, { ...facts, came });
		},
	);

/** An activity with every topic there is, each with whether it teaches it; nothing for a forged id. */
async function taughtOf({ db, place }: { db: Database; place: Place }, id: string) {
	const [[activity], marked, known] = await db.batch([
		store.activityHere(db, place, id),
		store.taughtAt(db, place, id),
		topicsAndRequirements(db)[0],
	]);
	if (!activity) return null;
	const taught = new Set(marked.map(({ topic }) => topic));
	return {
		activity,
		topics: known
			.filter((one) => one.id !== anyTraining)
			.map((one) => ({ ...one, taught: taught.has(one.id) })),
	};
}
