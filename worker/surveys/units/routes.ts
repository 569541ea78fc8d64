import { paths } from "../../../web/paths";
import { waveUnitsFacts } from "../../../web/surveys/facts";
import { unitsSheet } from "../../../web/surveys/files";
import { ReminderPage, WaveUnitsPage } from "../../../web/surveys/units";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { face } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { problem } from "../../http/problem";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { unitsFactsOf } from "./facts";
import { unitsOf, waveBelow } from "./store";

const unitsFaces = { schema: waveUnitsFacts, page: WaveUnitsPage };
const reminderFaces = { schema: waveUnitsFacts, page: ReminderPage };

/** A wave that was opened for those below: its units, and a reminder of where few answered. */
export const units = room()
	.get(
		paths.waveUnits(":organisation", ":wave"),
		may("see"),
		describe({ summary: "A survey opened for those below, unit by unit", answers: waveUnitsFacts }),
		async (c) => {
			const shown = await unitsShown(c.var, c.req.param("wave"));
			const format = formatOf(c);
			if (!shown) return problem(c, 404, "not-found");
			return format ? file(c, format, unitsSheet(shown, c.var.language)) : face(c, unitsFaces, shown);
		},
	)
	.get(
		paths.waveReminder(":organisation", ":wave"),
		may("see"),
		describe({
			summary: "The units with few answers, to be printed or pasted",
			answers: waveUnitsFacts,
		}),
		async (c) => {
			const shown = await unitsShown(c.var, c.req.param("wave"));
			return shown ? face(c, reminderFaces, shown) : problem(c, 404, "not-found");
		},
	);

type Here = { db: Database; place: Place; today: Day };

/** A wave that this place opened for those below it, unit by unit; null for a forged id. */
async function unitsShown({ db, place, today }: Here, id: string) {
	const [[wave], units] = await db.batch([waveBelow(db, place, id), unitsOf(db, place, id)]);
	return wave ? unitsFactsOf(wave, units, today) : null;
}
