import type { Denominator } from "../../tables/surveys";
import type { Day } from "../../values/day";
import { hmac } from "../../values/id";

/** What was fixed when a wave was opened. */
type Opened = {
	id: string;
	questionnaire: string;
	version: number;
	firstDay: Day;
	lastDay: Day;
	target: number;
	denominator: Denominator;
};

/** What a closing adds to its wave, in one unit. */
export type Sealed = { unit: string; adults: number | null; handedOut: number; counts: string };

/**
 * The digest of a closed wave: HMAC-SHA-256 over one line of JSON in this order, the counts by label in alphabetical order;
 * where it asked many units, theirs one after the other.
 * Printed with the result, it shows later that not one figure was changed. Under the deployment's secret, because the counts
 * of a few people are soon guessed: a plain hash of them would give every withheld figure away.
 */
export const digestOf = (secret: string, lines: readonly string[]): Promise<string> =>
	hmac(secret, lines.join("\n"));

/** The lines of units for the digest, one after the other. */
export function linesOf(wave: Opened, closedOn: Day, units: readonly Sealed[]): string {
	const line = ({ unit, adults, handedOut, counts }: Sealed) => {
		const byLabel: Record<string, number> = JSON.parse(counts);
		return {
			wave: wave.id,
			unit,
			questionnaire: wave.questionnaire,
			version: wave.version,
			first_day: wave.firstDay,
			last_day: wave.lastDay,
			closed_on: closedOn,
			target: wave.target,
			denominator: wave.denominator,
			adults,
			handed_out: handedOut,
			counts: Object.fromEntries(Object.entries(byLabel).sort(([one], [other]) => (one < other ? -1 : 1))),
		};
	};
	return units.map((unit) => JSON.stringify(line(unit))).join("\n");
}
