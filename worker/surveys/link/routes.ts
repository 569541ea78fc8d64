import { paths, withQuery } from "../../../web/paths";
import { posterFacts, slipsFacts, waveFacts } from "../../../web/surveys/facts";
import { PaperCopyPage } from "../../../web/surveys/paper-copy";
import { PosterPage } from "../../../web/surveys/poster";
import { SlipsPage } from "../../../web/surveys/slips";
import { bodyOf, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { face, made, mistaken } from "../../http/face";
import { problem, problemDetails, wantsFacts } from "../../http/problem";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { typedOf } from "../../values/typed";
import { waveFactsOf } from "../wave/facts";
import * as store from "../wave/store";
import { slipsSchema } from "./input";
import { slipsFrom } from "./print";
import { isIssuedAt } from "./rules";

const runs = may("run surveys");
const slipsFaces = { schema: slipsFacts, page: SlipsPage };

/** What is printed for a wave: the poster with its address, slips with one-time codes, the questions on paper. */
export const links = room()
	.get(
		paths.wavePoster(":organisation", ":wave"),
		may("see"),
		describe({ summary: "The poster, to be printed", answers: posterFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const [[row], [activity]] = await db.batch([
				store.waveOf(db, place, c.req.param("wave")),
				store.activityAsked(db, place, c.req.param("wave")),
			]);
			if (!row) return problem(c, 404, "not-found");
			const address = addressOf(row, c.req.url);
			const about = activity?.title ?? null;
			const posterFaces = { schema: posterFacts, page: PosterPage };
			return face(c, posterFaces, { wave: waveFactsOf(row, today), address, about });
		},
	)
	.get(
		paths.waveSlips(":organisation", ":wave"),
		runs,
		describe({ summary: "Slips with one-time codes, to be printed", answers: slipsFacts }),
		async (c) => {
			const slips = await slipsOf(c.var, c.req.param("wave"), c.req.query(), c.req.url);
			if (!slips) return problem(c, 404, "not-found");
			return face(c, slipsFaces, { ...slips, form: freshForm({ slips: String(slips.wave.slips) }) });
		},
	)
	.post(
		paths.waveSlips(":organisation", ":wave"),
		runs,
		describe({ summary: "Have more slips lie ready", takes: slipsSchema }),
		async (c) => {
			const { db, place } = c.var;
			const read = await bodyOf(c, slipsSchema);
			const seen = () => slipsOf(c.var, c.req.param("wave"), c.req.query(), c.req.url);
			const before = await seen();
			if (!before) return problem(c, 404, "not-found");
			const here = addressOfSlips(place.id, before.wave);
			if (read.ok && (await store.addSlips(db, before.wave, read.value.slips))) return made(c, here);
			const slips = (await seen()) ?? before;
			// The same number once more is the same request; a smaller one would take back slips that may be in people's hands.
			if (read.ok && read.value.slips === slips.wave.slips) return made(c, here);
			if (slips.wave.state === "closed") {
				if (wantsFacts(c)) return problemDetails(c, 409, { title: "closed" });
				return face(c, slipsFaces, { ...slips, form: freshForm() }, 409);
			}
			const fewer = { slips: `fewer-slips ${slips.wave.slips}` };
			const form = mistakenForm(read.ok ? { ok: false, mistakes: fewer, typed: typedOf(read.value) } : read);
			return mistaken(c, slipsFaces, { ...slips, form, mistakes: form.mistakes });
		},
	)
	.get(
		paths.wavePaperCopy(":organisation", ":wave"),
		may("see"),
		describe({ summary: "The questionnaire on paper, to be printed", answers: waveFacts }),
		async (c) => {
			const [row] = await store.waveOf(c.var.db, c.var.place, c.req.param("wave"));
			if (!row) return problem(c, 404, "not-found");
			return face(c, { schema: waveFacts, page: PaperCopyPage }, waveFactsOf(row, c.var.today));
		},
	);

type Inside = { db: Database; place: Place; today: Day };

/**
 * A wave with the slips of one page. The unit prints its own; where the level above issues them, it does, unit by unit, and
 * the unit can't: whoever is assessed shouldn't hold the ballot box. Nothing for a forged id.
 */
async function slipsOf(
	{ db, place, today }: Inside,
	id: string,
	{ sheet, unit }: Record<string, string>,
	url: string,
) {
	const [[row], [key]] = await db.batch([
		unit ? store.waveIn(db, place, id, unit) : store.waveOf(db, place, id),
		store.secretOf(db),
	]);
	if (!row || !key || !isIssuedAt(place, row)) return null;
	const printed = await slipsFrom(key.secret, row.id, row.unit, row.slips, Number(sheet) || 1);
	return { wave: waveFactsOf(row, today), address: addressOf(row, url), ...printed };
}

/** Where the slips of a wave are printed. */
const addressOfSlips = (place: string, { id, unit }: Pick<store.WaveRow, "id" | "unit">) =>
	withQuery(paths.waveSlips(place, id), { unit: unit === place ? null : unit });

/** Where a wave is answered, in full, as posters and slips carry it. */
const addressOf = (row: store.WaveRow, url: string) => new URL(paths.answer(row.id, row.unit), url).href;
