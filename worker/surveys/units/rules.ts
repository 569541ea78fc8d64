import type { Day } from "../../values/day";

/** How many answers a unit should have before its figures stand firmly: below that the level above is reminded of it. */
export const enough = 30;

/** How many units with few answers a home counts; beyond it there are simply more. */
export const mostLagging = 20;

/** The units of a wave that have too few answers yet and are not closed, the fewest first. */
export function lagging<Unit extends { shown: number; closedOn: Day | null }>(
	units: readonly Unit[],
): Unit[] {
	return units
		.filter(({ shown, closedOn }) => closedOn === null && shown < enough)
		.sort((one, other) => one.shown - other.shown);
}
