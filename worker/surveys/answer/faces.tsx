import type { Context } from "hono";
import { html } from "hono/html";
import * as v from "valibot";
import { Shut, Survey } from "../../../web/surveys/answer";
import {
	type Setback,
	type ShutFacts,
	type SurveyFacts,
	shutFacts,
	surveyFacts,
} from "../../../web/surveys/answer-facts";
import { type Door, foundOut } from "../../http/door";
import { problemDetails, wantsFacts } from "../../http/problem";
import { viewOf } from "../../http/view";
import type { Day } from "../../values/day";
import { questionnaireIn } from "../questionnaire/ready";
import type { Questionnaire } from "../questionnaire/rules";
import { waveStateOn } from "../wave/rules";
import { policy } from "./policy";
import type { Asked } from "./store";

/** What is said where there is no such wave. */
export const nowhere: ShutFacts = { reason: "none", unitName: null, day: null };

/** Why a wave takes no answer on a day, if so. */
export function shutOn(today: Day, asked: Asked): ShutFacts | null {
	const { unitName, firstDay, lastDay, closedOn } = asked;
	// Whoever comes while it is being closed is told the same as afterwards.
	const state = waveStateOn(today, { ...asked, stoppedOn: null });
	if (state === "open") return null;
	if (state === "planned") return { reason: "early", unitName, day: firstDay };
	return { reason: "closed", unitName, day: closedOn !== null && closedOn < lastDay ? closedOn : lastDay };
}

const setbackStatus = {
	used: 409,
	another: 409,
	ceiling: 429,
	forged: 422,
	malformed: 422,
	missing: 422,
	mistakes: 422,
	unsure: 503,
	full: 503,
} as const;

const shutStatus = { closed: 410, early: 403, none: 404 } as const;

type Kept = {
	id: string;
	typed?: SurveyFacts["typed"];
	setback?: Setback;
	mistakes?: SurveyFacts["mistakes"];
};

/** The form, fresh or with everything kept and a word about what stands in the way. */
export async function formFace(
	c: Context<Door>,
	asked: Asked,
	{ id, typed = {}, setback, mistakes = {} }: Kept,
) {
	const status = setback ? setbackStatus[setback] : 200;
	if (setback && wantsFacts(c))
		return problemDetails(c, setbackStatus[setback], { title: setback, mistakes });
	const { title, questions } = questionnaireIn(asked);
	const facts = v.parse(surveyFacts, {
		...asked,
		title,
		questions,
		id,
		typed,
		setback: setback ?? null,
		mistakes,
		large: c.req.query("large") === "1",
		preview: false,
	});
	return drawn(c, facts, status);
}

/** A questionnaire as a resident will see it, sending nothing: what an officer looks at before it is published. */
export function previewFace(c: Context, { key, version, title, questions }: Questionnaire) {
	const { place, today } = foundOut(c);
	const nothing = { id: "preview", typed: {}, setback: null, mistakes: {} };
	const facts = v.parse(surveyFacts, {
		...{ wave: "preview", unit: place?.id ?? "", unitName: place?.name ?? "", about: null },
		...{ questionnaire: key, version, title, questions, codeRequired: false, lastDay: today },
		...{ ...nothing, large: c.req.query("large") === "1", preview: true },
	});
	return drawn(c, facts, 200);
}

async function drawn(c: Context, facts: SurveyFacts, status: 200 | (typeof setbackStatus)[Setback]) {
	if (wantsFacts(c)) return c.json(facts);
	c.header("Content-Security-Policy", await policy());
	return c.html(html`<!doctype html>${<Survey facts={facts} view={viewOf(c)} />}`, status);
}

/** The page without a form: over, not begun, or no such survey. */
export async function shutFace(c: Context<Door>, shut: ShutFacts) {
	const status = shutStatus[shut.reason];
	if (wantsFacts(c)) return problemDetails(c, status, { title: shut.reason });
	c.header("Content-Security-Policy", await policy());
	return c.html(html`<!doctype html>${<Shut facts={v.parse(shutFacts, shut)} view={viewOf(c)} />}`, status);
}
