import { paths } from "../../../web/paths";
import { AssessmentPage } from "../../../web/surveys/assessment";
import { assessmentFacts } from "../../../web/surveys/assessment-facts";
import { words } from "../../../web/surveys/words";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, type Reader, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { typedOf } from "../../values/typed";
import { waveFactsOf } from "../wave/facts";
import { waveOf } from "../wave/store";
import { marksOf, marksSchema, typedMarks } from "./input";
import type { Marks } from "./rules";
import { compositeIn } from "./score";
import * as store from "./store";

const faces = { schema: assessmentFacts, page: AssessmentPage };
const address = paths.waveAssessment(":organisation", ":wave");

/** Assessors' marks of a unit, and what they come to with the residents' share. */
export const assessments = room()
	.get(
		address,
		may("see"),
		describe({
			summary: "Assessors' marks, and the total with the residents' share",
			answers: assessmentFacts,
		}),
		async (c) => {
			const found = await assessed(c.var, c.req.param("wave"));
			if (!found) return problem(c, 404, "not-found");
			const mine = found.all.find(({ assessor }) => assessor === c.var.reader.person);
			return face(c, faces, factsOf(found, c.var.place, freshForm(mine ? typedMarks(mine.marks) : {})));
		},
	)
	.post(
		address,
		may("assess"),
		describe({ summary: "Give a unit one's marks", takes: marksSchema([]) }),
		async (c) => {
			const { db, place, language } = c.var;
			const found = await assessed(c.var, c.req.param("wave"));
			if (!found) return problem(c, 404, "not-found");
			const read = await bodyOf(c, marksSchema(found.wave.criteria));
			const again = (form: FormState) => ({ ...factsOf(found, place, form), mistakes: form.mistakes });
			if (!read.ok) return mistaken(c, faces, again(mistakenForm(read)));
			const marks = marksOf(found.wave.criteria, read.value);
			const { id } = read.value;
			const outcome = await onceAsChange(
				c.var,
				store.subjectOf(found.wave.id),
				{ id, ...marks } as { id: string },
				(by) => store.assess(db, place, found.wave.id, marks, by),
			);
			if (outcome === "late" || outcome === "different")
				return different(c, faces, again(conflictingForm(typedOf(read.value))));
			say(c, words[language].assessment.saved);
			return made(c, paths.waveAssessment(place.id, found.wave.id));
		},
	);

type Here = { db: Database; place: Place; reader: Reader; today: Day };

/** A wave with assessors as it stands here, and all marks given; null for any other. */
async function assessed({ db, place, today }: Here, id: string) {
	const [[row], rows] = await db.batch([waveOf(db, place, id), store.assessmentsOf(db, place, id)]);
	if (!row || row.assessors === 0) return null;
	const all = rows.map(({ marks, ...one }) => ({ ...one, marks: JSON.parse(marks) as Marks }));
	return { wave: waveFactsOf(row, today), all };
}
type Found = NonNullable<Awaited<ReturnType<typeof assessed>>>;

function factsOf({ wave, all }: Found, place: Place, form: FormState) {
	const { criteria } = wave;
	const { totals, ...composite } = compositeIn(
		wave,
		all.map(({ marks }) => marks),
	);
	return {
		wave,
		criteria,
		given: all.map(({ name, marks }, at) => ({ name, marks, total: totals[at] ?? 0 })),
		...composite,
		assesses: place.acts.includes("assess") && wave.state !== "closed",
		form,
	};
}
