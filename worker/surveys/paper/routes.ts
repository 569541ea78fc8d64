import { paths, withQuery } from "../../../web/paths";
import { paperFacts } from "../../../web/surveys/facts";
import { PaperAnswerPage } from "../../../web/surveys/paper";
import { words } from "../../../web/surveys/words";
import { conflictingForm, type FormState, freshForm, mistakenForm, rawBody } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { face, made, mistaken } from "../../http/face";
import { problem, problemDetails, wantsFacts } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { typedOf } from "../../values/typed";
import { answerSchema, readAnswer, saidOf } from "../answer/input";
import { send } from "../answer/outcome";
import { answerOf } from "../answer/rules";
import { slipOf } from "../answer/slip";
import { waveToAnswer } from "../answer/store";
import { isIssuedAt } from "../link/rules";
import { newestQuestionnaire } from "../questionnaire/ready";
import { waveFactsOf } from "../wave/facts";
import { waveIn, waveOf } from "../wave/store";

const faces = { schema: paperFacts, page: PaperAnswerPage };
const address = paths.wavePaper(":organisation", ":wave");
const runs = may("run surveys");

/** Keying in what was answered on paper: the same answers by the same rules, counted as keyed in. */
export const paperAnswers = room()
	.get(
		address,
		runs,
		describe({ summary: "The form to key in a paper answer", answers: paperFacts }),
		async (c) => {
			const wave = await waveToKey(c.var, c.req.param("wave"), c.req.query("unit"));
			if (wave?.state !== "open") return problem(c, 404, "not-found");
			return face(c, faces, { wave, form: freshForm(), setback: null });
		},
	)
	.post(
		address,
		runs,
		describe({ summary: "Key in a paper answer", takes: answerSchema(newestQuestionnaire) }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const wave = await waveToKey(c.var, c.req.param("wave"), c.req.query("unit"));
			if (wave?.state !== "open") return problem(c, 404, "not-found");
			const questionnaire = wave.asked;
			const read = readAnswer(questionnaire, await rawBody(c));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { wave, form, setback: null, mistakes: form.mistakes });
			}
			const again = (form: FormState, setback: string, status: 409 | 422 | 503) =>
				wantsFacts(c)
					? problemDetails(c, status, { title: setback })
					: face(
							c,
							faces,
							{ wave, form: { ...form, conflict: false }, setback },
							status === 503 ? 409 : status,
						);
			const typed = typedOf(read.value);
			const asked = await waveToAnswer(db, wave.id, wave.unit, read.value.id);
			if (!asked) return problem(c, 404, "not-found");
			const slip = await slipOf(asked, read.value.code);
			if (!slip.ok) return again({ ...freshForm(typed), id: read.value.id }, slip.reason, 422);
			const one = {
				wave: wave.id,
				unit: wave.unit,
				id: read.value.id,
				hash: slip.hash,
				ceiling: null,
				...answerOf(questionnaire, saidOf(questionnaire, read.value), "paper", today),
			};
			const outcome = await send(db, one, asked.said);
			if (outcome === "used" || outcome === "another") return again(conflictingForm(typed), outcome, 409);
			if (outcome === "refused") return again(conflictingForm(typed), "ceiling", 409);
			// Under the same id: a copy that was counted though no word came back is never counted twice.
			if (outcome === "full" || outcome === "unsure")
				return again({ ...freshForm(typed), id: read.value.id }, outcome, 503);
			say(c, words[language].paper.saved);
			const unit = wave.unit === place.id ? null : wave.unit;
			return made(c, withQuery(paths.wavePaper(place.id, wave.id), { unit }));
		},
	);

type Here = { db: Database; place: Place; today: Day };

/** The wave whose paper is keyed in here: by the unit, or for it by the level above that issued the slips. */
async function waveToKey({ db, place, today }: Here, id: string, unit: string | undefined) {
	const [row] = await (unit ? waveIn(db, place, id, unit) : waveOf(db, place, id));
	return row && isIssuedAt(place, row) ? waveFactsOf(row, today) : null;
}
