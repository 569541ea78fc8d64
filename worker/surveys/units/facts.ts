import { questionnaireIn } from "../questionnaire/ready";
import { waveStateOn } from "../wave/rules";
import { lagging } from "./rules";
import type { UnitRow, WaveBelow, WaveBelowRow } from "./store";

/** A wave that was opened for those below, as a list names it. Its state is that of its days, until every unit is closed. */
export function openedOf({ id, firstDay, lastDay, units, closed, stoppedOn }: WaveBelowRow, today: string) {
	const closedOn = units > 0 && closed === units ? lastDay : null;
	const state = waveStateOn(today, { firstDay, lastDay, closedOn, stoppedOn });
	return { id, firstDay, lastDay, units, closed, state };
}

/** The same unit by unit: answers in steps of ten, and none below ten, as on each unit's own page. */
export function unitsFactsOf(wave: WaveBelow, rows: readonly UnitRow[], today: string) {
	const behind = new Set(lagging(rows).map(({ id }) => id));
	const closed = rows.filter(({ closedOn }) => closedOn !== null).length;
	return {
		...wave,
		...openedOf({ ...wave, units: rows.length, closed }, today),
		title: questionnaireIn(wave).title,
		answers: rows.reduce((sum, { shown }) => sum + shown, 0),
		rows: rows.map(({ shown, ...unit }) => ({
			...unit,
			answers: shown >= 10 ? shown : null,
			lags: behind.has(unit.id),
		})),
	};
}
