import { paths } from "../../../web/paths";
import { ClosingPage } from "../../../web/surveys/closing";
import { closingFormFacts, noticeFacts } from "../../../web/surveys/facts";
import { NoticePage } from "../../../web/surveys/notice";
import { words } from "../../../web/surveys/words";
import { bodyOf, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face, made, mistaken } from "../../http/face";
import { problem, problemDetails, wantsFacts } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { typedOf } from "../../values/typed";
import { compositeIn } from "../assessment/score";
import { assessmentsOf } from "../assessment/store";
import { waveFactsOf } from "../wave/facts";
import { waveOf, waveOpenedAt } from "../wave/store";
import { close } from "./close";
import { closingSchema } from "./input";
import { begin, progressOf } from "./parts/proceed";
import { unitsByPart } from "./parts/rules";
import { sealingOf, unitsAsked } from "./parts/store";

const closingFaces = { schema: closingFormFacts, page: ClosingPage };
const noticeFaces = { schema: noticeFacts, page: NoticePage };
const runs = may("run surveys");

/** The end of a wave: closing it, and the notice of its result. */
export const closings = room()
	.get(
		paths.waveClosing(":organisation", ":wave"),
		runs,
		describe({ summary: "The form to close a survey", answers: closingFormFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const id = c.req.param("wave");
			const [[row], [under]] = await db.batch([waveOpenedAt(db, place, id), sealingOf(db, place, id)]);
			if (!row) return problem(c, 404, "not-found");
			if (row.closedOn) return made(c, paths.wave(place.id, row.id));
			const form = freshForm({ handed_out: String(row.slips) });
			const progress = under ? progressOf(under) : null;
			return face(c, closingFaces, { wave: waveFactsOf(row, today), form, setback: null, progress });
		},
	)
	.post(
		paths.waveClosing(":organisation", ":wave"),
		runs,
		describe({ summary: "Close a survey and seal its figures", takes: closingSchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const id = c.req.param("wave");
			const [[row], asked] = await db.batch([waveOpenedAt(db, place, id), unitsAsked(db, id)]);
			if (!row) return problem(c, 404, "not-found");
			const wave = waveFactsOf(row, today);
			const read = await bodyOf(c, closingSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				const facts = { wave, form, setback: null, progress: null };
				return mistaken(c, closingFaces, { ...facts, mistakes: form.mistakes });
			}
			const acting = { today, by: reader.person };
			const units = unitsByPart(asked);
			const outcome =
				row.stoppedOn || units.length > 1
					? await begin(db, place, row, read.value, { ...acting, units })
					: await close(db, place, row, read.value, acting);
			if (outcome === "begun") return made(c, paths.waveClosing(place.id, row.id));
			if (outcome === "overtaken" || outcome === "different") {
				const setback = outcome === "different" ? "closed" : "again";
				if (wantsFacts(c)) return problemDetails(c, 409, { title: setback });
				// Under the same id: whichever of two presses lands is this closing.
				const form = { ...freshForm(typedOf(read.value)), id: read.value.id };
				return face(c, closingFaces, { wave, form, setback, progress: null }, 409);
			}
			say(c, words[language].closedNow);
			return made(c, paths.wave(place.id, row.id));
		},
	)
	.get(
		paths.waveNotice(":organisation", ":wave"),
		may("see"),
		describe({ summary: "The result as a notice, to be printed", answers: noticeFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const id = c.req.param("wave");
			const [[row], given] = await db.batch([waveOf(db, place, id), assessmentsOf(db, place, id)]);
			if (!row?.closedOn) return problem(c, 404, "not-found");
			const wave = waveFactsOf(row, today);
			const { totals, ...composite } = compositeIn(
				wave,
				given.map(({ marks }) => JSON.parse(marks)),
			);
			return face(c, noticeFaces, { wave, ...composite, assessors: totals.length });
		},
	);
