import type { Status } from "../../tables/ground";
import { type Day, monthsAfter } from "../../values/day";

/**
 * 覆盖率 Coverage: places with an association, in order or being standardised, of all places where one belongs. What is for
 * practice or deregistered is no place of the count.
 */
export type Covered = { places: number; covered: number; standardising: number };

/** The share covered; null where there is no place to cover. */
export const coverageOf = ({ places, covered }: Covered): number | null =>
	places === 0 ? null : covered / places;

/** What a figure of the table opens. */
export const shows = ["without", "covered", "standardising"] as const;
export type Show = (typeof shows)[number];

export const showAsked = (asked: string | undefined): Show => shows.find((one) => one === asked) ?? "without";

/** 建、整、撤: what is founded, standardised or retired within a year, done or still to do. */
export const lifeKinds = ["found", "standardise", "retire"] as const;
export type LifeKind = (typeof lifeKinds)[number];

/** Whoever is under standardisation has so many months to come right; then it is to be retired. */
export const monthsToComeRight = 12;

/** A change of status, or a status that asks for one: `before` is null where nothing went before. */
export type Turn = { status: Status; before: Status | null; day: Day | null };

/**
 * Where a turn stands on the year's list, and on which day; nothing for one that is no founding, standardisation or retirement.
 * @param open still so today: it is to be done, or under way
 */
export function lifeOf({ status, before, day }: Turn, open: boolean, year: number) {
	if (open && status === "unfounded") return { what: "found" as const, done: false, day: null };
	if (open && status === "standardising" && day !== null) {
		const due = monthsAfter(day, monthsToComeRight);
		return due <= `${year}-12-31`
			? { what: "retire" as const, done: false, day: due }
			: { what: "standardise" as const, done: false, day };
	}
	if (open) return null;
	if (status === "active" && before === "standardising")
		return { what: "standardise" as const, done: true, day };
	if (status === "active" && before !== "active") return { what: "found" as const, done: true, day };
	if (status === "deregistered" && before !== "deregistered")
		return { what: "retire" as const, done: true, day };
	return null;
}
