import type { PeopleCounts } from "../../tables/seats";

/** Age bands of officers by the years they turn in a year: up to 35, 36–45, 46–55, 56–60, over 60; the last are unknown. */
export const ageBands = [35, 45, 55, 60, 200] as const;
export const bandNames = ["to-35", "to-45", "to-55", "to-60", "over-60", "unknown"] as const;

/** A holder as figures see them. */
export type Counted = { sex: "female" | "male" | null; birthYear: number | null; fullTime: boolean };

/** Nobody yet. */
export const nobody = (): PeopleCounts => ({
	...{ people: 0, women: 0, sexKnown: 0, fullTime: 0 },
	ages: bandNames.map(() => 0),
});

/** What a set of holders is: how many, women of those whose sex is known, full-time, by age band. */
export function countPeople(holders: readonly Counted[], year: number): PeopleCounts {
	const counts = nobody();
	for (const { sex, birthYear, fullTime } of holders) {
		counts.people += 1;
		if (sex !== null) counts.sexKnown += 1;
		if (sex === "female") counts.women += 1;
		if (fullTime) counts.fullTime += 1;
		const band =
			birthYear === null ? ageBands.length : ageBands.findIndex((most) => year - birthYear <= most);
		counts.ages[band] = (counts.ages[band] ?? 0) + 1;
	}
	return counts;
}

/** Several sets as one. */
export function addPeople(sets: readonly PeopleCounts[]): PeopleCounts {
	return sets.reduce(
		(sum, one) => ({
			people: sum.people + one.people,
			women: sum.women + one.women,
			sexKnown: sum.sexKnown + one.sexKnown,
			fullTime: sum.fullTime + one.fullTime,
			ages: sum.ages.map((count, band) => count + (one.ages[band] ?? 0)),
		}),
		nobody(),
	);
}
