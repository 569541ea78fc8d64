import type { Trainee } from "../tables/training";
import { type Day, yearOf } from "../values/day";

/** What is taught, and who has to be trained in it from a year on. */
export type Topic = { id: string; zh: string; en: string };
export type Requirement = {
	topic: string;
	fromYear: number;
	years: number;
	whom: readonly Trainee[];
	target: number;
};

/** A topic that is required on a day: of whom, since when somebody must have been reached, and the target in percent. */
export type Wanted = Topic & { since: Day; whom: readonly Trainee[]; target: number; years: number };

/**
 * The topics required on a day: each by the requirement of its year, the last one begun. Reached is who was trained from the first
 * day of the earliest calendar year that counts, up to that day.
 */
export function wantedOn(topics: readonly Topic[], requirements: readonly Requirement[], day: Day): Wanted[] {
	const year = yearOf(day);
	return topics.flatMap((topic) => {
		const inForce = requirements.filter((one) => one.topic === topic.id && one.fromYear <= year);
		const [last] = inForce.sort((a, b) => b.fromYear - a.fromYear);
		if (!last || last.whom.length === 0) return [];
		const { whom, target, years } = last;
		return [{ ...topic, since: `${year - years + 1}-01-01`, whom, target, years }];
	});
}

/** How a coverage stands to its target: nobody to be trained, met, or so many more that it takes. */
export type Standing = { kind: "nobody" } | { kind: "met" } | { kind: "missed"; more: number };

/**
 * How many of those who had to be were reached, against a target in percent. Whole people: 95 % of 86 are 82, since 81 are not
 * enough.
 */
export function standingOf({ owed, reached }: { owed: number; reached: number }, target: number): Standing {
	if (owed === 0) return { kind: "nobody" };
	// In whole hundredths, so that 19 of 20 are 95 % exactly.
	const enough = Math.ceil((owed * target) / 100);
	return reached >= enough ? { kind: "met" } : { kind: "missed", more: enough - reached };
}
