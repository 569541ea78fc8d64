import type { Context } from "hono";
import { paths } from "../../../web/paths";
import { planFacts, roundFacts } from "../../../web/plans/facts";
import { RoundPage } from "../../../web/plans/round";
import { PlanPage } from "../../../web/plans/show";
import { words } from "../../../web/plans/words";
import type { Authorship } from "../../changes/store";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, type Reader, room } from "../../http/door";
import { face, made, mistaken, overtaken } from "../../http/face";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { fingerprint } from "../../values/id";
import { renewPlanBoard } from "../board/store";
import { planPage, roundPage } from "../plan";
import { planYear } from "../rules";
import { filingSchema, reviewSchema } from "./input";
import { reviewMistake, typedOfReview } from "./rules";
import * as store from "./store";

const planFaces = { schema: planFacts, page: PlanPage };
const faces = { schema: roundFacts, page: RoundPage };

/** The rounds of a plan: filed, and approved, returned or withdrawn. */
export const planRounds = room()
	.post(
		paths.planRounds(":organisation", ":year"),
		may("plan the year"),
		describe({ summary: "File a plan with the level above", takes: filingSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const year = planYear(c.req.param("year"), today);
			if (year === null) return problem(c, 404, "not-found");
			const read = await bodyOf(c, filingSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, planFaces, { ...(await planPage(c.var, year)), form, mistakes: form.mistakes });
			}
			const by = await authorOf(c.var, read.value, { year });
			const outcome = await once(
				() => store.filePlan(db, place, year, by, today),
				() => store.filedBefore(db, place, year, by.id),
				by.madeFrom,
			);
			// It was filed by somebody else, or there is nothing in it: the plan as it stands says so.
			if (outcome === "different")
				return overtaken(c, planFaces, { ...(await planPage(c.var, year)), form: conflictingForm({}) });
			say(c, place.parentName === null ? words[language].inForce : words[language].filed(place.parentName));
			return made(c, paths.plan(place.id, year));
		},
	)
	.get(
		paths.planRound(":organisation", ":year", ":filing"),
		may("see"),
		describe({ summary: "A plan as it was filed in a round, and what was answered", answers: roundFacts }),
		async (c) => {
			const facts = await roundAsked(c.var, c.req.param());
			return facts
				? face(c, faces, { ...facts, form: freshForm({ outcome: "approved" }) })
				: problem(c, 404, "not-found");
		},
	)
	.post(
		paths.planReview(":organisation", ":year", ":filing"),
		may("answer plans"),
		describe({ summary: "Approve a plan, or return it with comments", takes: reviewSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const facts = await roundAsked(c.var, c.req.param());
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, reviewSchema);
			const wrong = read.ok ? reviewMistake(read.value) : null;
			if (!read.ok || wrong) {
				const bad = read.ok
					? ({ ok: false, mistakes: { note: wrong ?? "" }, typed: typedOfReview(read.value) } as const)
					: read;
				const form = mistakenForm(bad);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const by = await authorOf(c.var, read.value, facts);
			const ended = await endOnce(c.var, facts, by, () =>
				store.reviewPlan(db, place, facts, read.value, by, today),
			);
			if (!ended) return tooLate(c, facts);
			renewAbove(c, facts);
			say(c, words[language].answered[read.value.outcome](place.name));
			return made(c, paths.planNext(facts.above));
		},
	)
	.post(
		paths.planWithdrawal(":organisation", ":year", ":filing"),
		may("plan the year"),
		describe({ summary: "Withdraw a plan before it is answered", takes: filingSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const facts = await roundAsked(c.var, c.req.param());
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, filingSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const by = await authorOf(c.var, read.value, facts);
			const ended = await endOnce(c.var, facts, by, () => store.withdrawPlan(db, place, facts, by, today));
			if (!ended) return tooLate(c, facts);
			say(c, words[language].withdrawn);
			return made(c, paths.plan(place.id, facts.year));
		},
	)
	.get(
		paths.planNext(":organisation"),
		may("see"),
		describe({ summary: "The way to the plan that has waited longest for an answer" }),
		async (c) => {
			const [next] = await store.plansWaiting(c.var.db, c.var.place.id, 1);
			if (!next) return c.redirect(paths.plansBelow(c.var.place.id), 302);
			return c.redirect(paths.planRound(next.organisation, next.year, next.round), 302);
		},
	);

type Here = { db: Database; place: Place; reader: Reader; today: Day };

/** The round that an address names; nothing for one that was never filed. */
async function roundAsked(here: Here, { year: asked, filing: round }: { year: string; filing: string }) {
	const year = planYear(asked, here.today);
	if (year === null || !/^\d{1,3}$/.test(round)) return null;
	const facts = await roundPage(here, year, Number(round));
	return facts && { ...facts, overtaken: false };
}

async function authorOf({ reader }: Here, body: { id: string }, of: object): Promise<Authorship> {
	return { id: body.id, madeFrom: await fingerprint({ ...body, ...pick(of) }), by: reader.person };
}

/** The year and round that an act is about are part of what it was made from. */
const pick = (of: object) => {
	const { year, round } = of as { year?: number; round?: number };
	return { year, round };
};

/** The board of the level above, after the answer has gone out: it says at once that one fewer waits. */
function renewAbove(c: Context, { above, year }: { above: string; year: number }): void {
	const { db, place, today } = c.var as Here;
	const path = place.path.slice(0, -`${place.id}/`.length);
	c.executionCtx.waitUntil(renewPlanBoard(db, year, today, { id: above, path }));
}

/** Whether this very answer ended a round; false where another did before. */
async function endOnce(
	{ db, place }: Here,
	key: store.RoundKey,
	by: Authorship,
	write: () => Promise<unknown>,
) {
	const before = async () => {
		const [known] = await store.reviewOf(db, place, key);
		return known?.id === by.id ? known.madeFrom : undefined;
	};
	return (await once(write, before, by.madeFrom)) !== "different";
}

/** Tells whoever comes second what was answered, by whom; the round stays as it is. */
async function tooLate(c: Context, before: { year: number; round: number }) {
	const here = c.var as Here;
	const facts = await roundAsked(here, { year: String(before.year), filing: String(before.round) });
	if (!facts) return problem(c, 404, "not-found");
	const form: FormState = { ...freshForm(), conflict: true };
	return overtaken(c, faces, { ...facts, overtaken: true, form });
}
