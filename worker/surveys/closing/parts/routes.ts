import { paths } from "../../../../web/paths";
import { ClosingPage } from "../../../../web/surveys/closing";
import { closingFormFacts } from "../../../../web/surveys/facts";
import { words } from "../../../../web/surveys/words";
import { bodyOf, freshForm } from "../../../http/body";
import { describe } from "../../../http/describe";
import { room } from "../../../http/door";
import { made, mistaken } from "../../../http/face";
import { problem } from "../../../http/problem";
import { say } from "../../../http/view";
import { may } from "../../../middleware/may";
import { waveFactsOf } from "../../wave/facts";
import { waveOpenedAt } from "../../wave/store";
import { partSchema } from "./input";
import { proceed, progressOf } from "./proceed";
import { sealingOf } from "./store";

const faces = { schema: closingFormFacts, page: ClosingPage };

/** The parts in which a wave of many units is closed, one request each. */
export const closingParts = room().post(
	paths.waveClosingParts(":organisation", ":wave"),
	may("run surveys"),
	describe({ summary: "Do the next part of closing a survey of many units", takes: partSchema }),
	async (c) => {
		const { db, place, today, language } = c.var;
		const id = c.req.param("wave");
		const [[row], [under]] = await db.batch([waveOpenedAt(db, place, id), sealingOf(db, place, id)]);
		if (!row) return problem(c, 404, "not-found");
		const read = await bodyOf(c, partSchema);
		if (!read.ok) {
			const progress = under ? progressOf(under) : null;
			const facts = { wave: waveFactsOf(row, today), form: freshForm(), setback: null, progress };
			return mistaken(c, faces, { ...facts, mistakes: read.mistakes });
		}
		// A copy of an earlier part's request has nothing left to do: its part is done.
		if (under?.done === read.value.part && (await proceed(db, row, progressOf(under)))) {
			say(c, words[language].closedNow);
			return made(c, paths.wave(place.id, id));
		}
		return made(c, (row.closedOn ? paths.wave : paths.waveClosing)(place.id, id));
	},
);
