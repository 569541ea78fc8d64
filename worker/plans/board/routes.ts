import type { Context } from "hono";
import { paths, withQuery } from "../../../web/paths";
import { PlanBoardPage } from "../../../web/plans/board";
import { planBoardFacts, planListFacts, thingListFacts } from "../../../web/plans/board-facts";
import { planBoardSheet, plansSheet, thingsSheet } from "../../../web/plans/board-files";
import { PlanListPage, ThingListPage } from "../../../web/plans/board-lists";
import { words } from "../../../web/plans/board-words";
import { onceAsChange } from "../../changes/once";
import { changeOf } from "../../changes/store";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { yearOf } from "../../values/day";
import { checkedBy, typedOf } from "../../values/typed";
import type { Inside } from "../plan";
import { boardPage, fromOf, renewLater, stamp, wantedOf, yearAsked } from "./gather";
import { deadlineSchema } from "./input";
import * as store from "./store";

const faces = { schema: planBoardFacts, page: PlanBoardPage };

/** Plans of all below: who has filed, who is late, who waits; what became of what was planned; the rows behind each figure. */
export const planBoards = room()
	.get(
		paths.plansBelow(":organisation"),
		may("see"),
		describe({ summary: "Plans below: filed, late, waiting; planned against done", answers: planBoardFacts }),
		async (c) => {
			const year = yearAsked(c.req.query("year"), c.var.today);
			const board = await boardPage(c.var, year);
			renewLater(c, board);
			const format = formatOf(c);
			if (format) return file(c, format, planBoardSheet(board, c.var.language));
			return face(c, faces, { ...board, show: showOf(c), form: deadlineForm(board) });
		},
	)
	.post(
		paths.planDeadline(":organisation"),
		may("plan the year"),
		describe({ summary: "Set the day by which those below file their plans", takes: deadlineSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const read = checkedBy(await bodyOf(c, deadlineSchema), ({ year }) => ({
				year: year > yearOf(today) + 1 ? `out-of-range 2000 ${yearOf(today) + 1}` : null,
			}));
			if (!read.ok) {
				const year = yearAsked(String(read.typed.year ?? ""), today);
				return mistaken(c, faces, await again(c, c.var, year, mistakenForm(read)));
			}
			const { year, day } = read.value;
			const outcome = await onceAsChange(c.var, `plans-${year}`, read.value, (by) =>
				db.batch([
					changeOf(db, place, { ...by, subject: `plans-${year}`, act: "deadline", details: { day } }),
					store.setDeadline(db, place, year, day),
				]),
			);
			if (outcome === "different")
				return different(c, faces, await again(c, c.var, year, conflictingForm(typedOf(read.value))));
			c.executionCtx.waitUntil(store.renewPlanBoard(db, year, today, place));
			say(c, words[language].deadlineSet(day));
			return made(c, withQuery(paths.plansBelow(place.id), { year }));
		},
	)
	.get(
		paths.plansListed(":organisation"),
		may("see"),
		describe({ summary: "The plans behind a figure of the board", answers: planListFacts }),
		async (c) => {
			const { db, place, today, zone, language } = c.var;
			const { plan: state, under } = wantedOf(c.req.query());
			const year = yearAsked(c.req.query("year"), today);
			const format = formatOf(c);
			const part = partOf(c, format !== null);
			const [[row], listed] = await db.batch([
				store.planRowOf(db, place, year, under),
				store.plansListed(db, place, year, state, under, part),
			]);
			if (!row && under) return problem(c, 404, "not-found");
			const plans = listed.slice(0, part.most);
			if (format) return file(c, format, plansSheet(plans, language));
			const more = listed.length > plans.length;
			return face(
				c,
				{ schema: planListFacts, page: PlanListPage },
				{
					...{ year, state, under, name: row?.name || null, ...stamp(row?.at ?? null, zone) },
					...{ from: part.from, next: more ? part.from + part.most : null, plans },
				},
			);
		},
	)
	.get(
		paths.plannedListed(":organisation"),
		may("see"),
		describe({ summary: "The planned items behind a figure of the board", answers: thingListFacts }),
		async (c) => {
			const { db, place, today, zone, language } = c.var;
			const { item: state, under } = wantedOf(c.req.query());
			const year = yearAsked(c.req.query("year"), today);
			const format = formatOf(c);
			const part = partOf(c, format !== null);
			const [[row], listed] = await db.batch([
				store.planRowOf(db, place, year, under),
				store.thingsListed(db, place, year, state, under, part),
			]);
			if (!row && under) return problem(c, 404, "not-found");
			const things = listed.slice(0, part.most);
			if (format) return file(c, format, thingsSheet(things, language));
			const more = listed.length > things.length;
			return face(
				c,
				{ schema: thingListFacts, page: ThingListPage },
				{
					...{ year, state, under, name: row?.name || null, ...stamp(row?.at ?? null, zone) },
					...{ from: part.from, next: more ? part.from + part.most : null, things },
				},
			);
		},
	);

/** What of the board is shown: who has filed, or what became of what was planned. */
const showOf = (c: Context): "filing" | "progress" =>
	c.req.query("show") === "progress" ? "progress" : "filing";

const partOf = (c: Context, isFile: boolean): store.Part => ({
	from: isFile ? 0 : fromOf(c.req.query("after")),
	most: isFile ? store.fileOfPlans : store.pageOfPlans,
});

const deadlineForm = ({ year, deadline }: { year: number; deadline: { day: string } | null }) =>
	freshForm({ year: String(year), day: deadline?.day ?? "" });

async function again(c: Context, here: Inside & { zone: string }, year: number, form: FormState) {
	return { ...(await boardPage(here, year, false)), show: showOf(c), form, mistakes: form.mistakes };
}
