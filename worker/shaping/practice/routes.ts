import { paths } from "../../../web/paths";
import { ClearingPage, clearingFacts, PracticePage, practiceFacts } from "../../../web/shaping/practice";
import { words } from "../../../web/shaping/words";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { fingerprint } from "../../values/id";
import { typedOf } from "../../values/typed";
import { practiceSchema } from "./input";
import * as store from "./store";

const faces = { schema: practiceFacts, page: PracticePage };
const clearingFaces = { schema: clearingFacts, page: ClearingPage };
const filled = () => freshForm({ members: "on" });

/** A place to try everything in, and clearing it when it went wrong. */
export const practices = room()
	.get(
		paths.practice(":organisation"),
		may("found organisations"),
		describe({ summary: "The practice associations here, and the form to make one", answers: practiceFacts }),
		async (c) => {
			const { db, place } = c.var;
			if (place.practice) return problem(c, 404, "not-found");
			return face(c, faces, { practices: await store.practicesAt(db, place), form: filled() });
		},
	)
	.post(
		paths.practice(":organisation"),
		may("found organisations"),
		describe({ summary: "Make a practice association below", takes: practiceSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			if (place.practice) return problem(c, 404, "not-found");
			const read = await bodyOf(c, practiceSchema);
			const [practices, [first]] = await db.batch([store.practicesAt(db, place), store.kindOfPractice(db)]);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { practices, form, mistakes: form.mistakes });
			}
			const { value } = read;
			const madeFrom = await fingerprint(value);
			const { name, founded } = words[language].practice;
			const practice = { name, kind: first?.id ?? place.kind };
			const outcome = await once(
				() => store.makePractice(db, place, { ...value, ...practice, madeFrom, by: reader.person, today }),
				() => store.practiceBefore(db, place.id, value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, faces, { practices, form: conflictingForm(typedOf(value)) });
			say(c, founded);
			return made(c, paths.home(value.id));
		},
	)
	.get(
		paths.clearing(":organisation"),
		may("change the association"),
		describe({ summary: "The form to clear a practice association", answers: clearingFacts }),
		(c) => (c.var.place.practice ? face(c, clearingFaces, { form: filled() }) : problem(c, 404, "not-found")),
	)
	.post(
		paths.clearing(":organisation"),
		may("see"),
		describe({ summary: "Clear a practice association: a new one in its stead", takes: practiceSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const steps = place.path.split("/");
			const parent = { id: steps.at(-3) ?? "", path: `${steps.slice(0, -2).join("/")}/` };
			// A second copy finds it cleared, where nobody changes anything any more.
			const may = place.acts.includes("change the association") || place.status === "deregistered";
			if (!place.practice || !may) return problem(c, 404, "not-found");
			const read = await bodyOf(c, practiceSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, clearingFaces, { form, mistakes: form.mistakes });
			}
			const { value } = read;
			const madeFrom = await fingerprint(value);
			const before = () => store.practiceBefore(db, parent.id, value.id);
			const practice = { ...value, name: place.name, kind: place.kind, madeFrom, by: reader.person, today };
			const outcome = await once(() => store.clear(db, place, parent, practice), before, madeFrom);
			const cleared = await before();
			if (outcome === "different" || (cleared !== undefined && cleared !== madeFrom))
				return different(c, clearingFaces, { form: conflictingForm(typedOf(value)) });
			if (cleared === undefined) return problem(c, 404, "not-found");
			say(c, words[language].practice.cleared);
			return made(c, paths.home(value.id));
		},
	);
