import { paths } from "../../../web/paths";
import { posterFacts, slipsFacts, waveFacts } from "../../../web/surveys/facts";
import { PaperCopyPage } from "../../../web/surveys/paper-copy";
import { PosterPage } from "../../../web/surveys/poster";
import { SlipsPage } from "../../../web/surveys/slips";
import { bodyOf } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face, made } from "../../http/face";
import { problem } from "../../http/problem";
import { may } from "../../middleware/may";
import { waveFactsOf } from "../wave/facts";
import * as store from "../wave/store";
import { slipsSchema } from "./input";
import { slipsFrom } from "./print";

const runs = may("run surveys");

/** What is printed for a wave: the poster with its address, slips with one-time codes, the questions on paper. */
export const links = room()
	.get(
		paths.wavePoster(":organisation", ":wave"),
		may("see"),
		describe({ summary: "The poster, to be printed", answers: posterFacts }),
		async (c) => {
			const [row] = await store.waveOf(c.var.db, c.var.place, c.req.param("wave"));
			if (!row) return problem(c, 404, "not-found");
			const address = new URL(paths.answer(row.id, row.organisation), c.req.url).href;
			return face(
				c,
				{ schema: posterFacts, page: PosterPage },
				{ wave: waveFactsOf(row, c.var.today), address },
			);
		},
	)
	.get(
		paths.waveSlips(":organisation", ":wave"),
		runs,
		describe({ summary: "Slips with one-time codes, to be printed", answers: slipsFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const [[row], [key]] = await db.batch([
				store.waveOf(db, place, c.req.param("wave")),
				store.secretOf(db),
			]);
			if (!row || !key) return problem(c, 404, "not-found");
			const slips = await slipsFrom(
				key.secret,
				row.id,
				row.organisation,
				row.slips,
				Number(c.req.query("sheet")) || 1,
			);
			const address = new URL(paths.answer(row.id, row.organisation), c.req.url).href;
			return face(
				c,
				{ schema: slipsFacts, page: SlipsPage },
				{ wave: waveFactsOf(row, today), address, ...slips },
			);
		},
	)
	.post(
		paths.waveSlips(":organisation", ":wave"),
		runs,
		describe({ summary: "Have more slips lie ready", takes: slipsSchema }),
		async (c) => {
			const { db, place } = c.var;
			const wave = c.req.param("wave");
			const read = await bodyOf(c, slipsSchema);
			// Fewer than there are, or nonsense, changes nothing: the page then simply says how many there are.
			if (read.ok) await store.addSlips(db, place, wave, read.value.slips);
			return made(c, paths.waveSlips(place.id, wave));
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
