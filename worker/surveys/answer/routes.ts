import * as v from "valibot";
import { paths } from "../../../web/paths";
import { surveyFacts } from "../../../web/surveys/answer-facts";
import { rawBody } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { made } from "../../http/face";
import { idSchema, newId } from "../../values/id";
import { typedOf } from "../../values/typed";
import { newestQuestionnaire, questionnaireIn } from "../questionnaire/ready";
import { formFace, nowhere, shutFace, shutOn } from "./faces";
import { answerSchema, readAnswer, saidOf } from "./input";
import { send } from "./outcome";
import { answerOf, dailyCeiling } from "./rules";
import { slipOf } from "./slip";
import * as store from "./store";

const address = paths.answer(":wave", ":unit");

/** The respondent's two addresses. Nobody signs in here. */
export const survey = room()
	.get(
		address,
		describe({ summary: "A survey to be answered", answers: surveyFacts, open: true }),
		async (c) => {
			const asked = await store.waveAsked(c.var.db, c.req.param("wave"), c.req.param("unit"));
			if (!asked) return shutFace(c, nowhere);
			const shut = shutOn(c.var.today, asked);
			return shut ? shutFace(c, shut) : formFace(c, asked, { id: newId() });
		},
	)
	.post(
		address,
		describe({ summary: "Send an answer", takes: answerSchema(newestQuestionnaire), open: true }),
		async (c) => {
			const { db, today, language } = c.var;
			const raw = await rawBody(c);
			const id = v.is(idSchema, raw.id) ? raw.id : "";
			const asked = await store.waveToAnswer(db, c.req.param("wave"), c.req.param("unit"), id);
			if (!asked) return shutFace(c, nowhere);
			const shut = shutOn(today, asked);
			// An answer that was counted while its reply got lost is still received when it comes again after the end.
			if (shut && asked.said === null) return shutFace(c, shut);

			const questionnaire = questionnaireIn(asked);
			const typed = typedOf(raw);
			const read = readAnswer(questionnaire, raw);
			if (!read.ok)
				return formFace(c, asked, { id: id || newId(), typed, setback: "mistakes", mistakes: read.mistakes });
			const slip = await slipOf(asked, read.value.code);
			if (!slip.ok) return formFace(c, asked, { id, typed, setback: slip.reason });

			const counting = answerOf(
				questionnaire,
				saidOf(questionnaire, read.value),
				slip.hash ? "slip" : "poster",
				today,
			);
			const ceiling = slip.hash ? null : { label: counting.dayLabel, most: dailyCeiling(asked.adults) };
			const one = { wave: asked.wave, unit: asked.unit, id, hash: slip.hash, ceiling, ...counting };
			const outcome = await send(db, one, asked.said);
			switch (outcome) {
				case "counted":
				case "again":
					return made(c, language === "en" ? paths.receivedInEnglish() : paths.received());
				case "used":
				case "another":
					return shut ? shutFace(c, shut) : formFace(c, asked, { id: newId(), typed, setback: outcome });
				case "full":
				case "unsure":
					return formFace(c, asked, { id, typed, setback: outcome });
				case "refused": {
					const now = await store.waveAsked(db, asked.wave, asked.unit);
					return now?.closedOn
						? shutFace(c, shutOn(today, now) ?? nowhere)
						: formFace(c, asked, { id, typed, setback: "ceiling" });
				}
			}
		},
	);
