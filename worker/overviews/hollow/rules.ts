import { type Day, yearOf } from "../../values/day";

/**
 * 挂牌协会 A hollow association exists on paper only: within the year it held nothing, collected no dues, nobody answered a
 * survey, and nobody of its council is in post. With three of the four it is quiet, and still has somebody to ask.
 */
export const lacks = ["activity", "dues", "answers", "officer"] as const;
export type Lack = (typeof lacks)[number];

/** What is known of one association's year; 1 where it lacks. */
export type YearLacking = Record<`no_${Lack}`, number>;

export const lacksOf = (year: YearLacking): Lack[] => lacks.filter((lack) => year[`no_${lack}`] === 1);

/** How many of the four an association lacks before it is called hollow: all of them. */
export const isHollow = (lacking: readonly Lack[]): boolean => lacking.length === lacks.length;

/** The year that was asked for: this one for none, for what is no year, and for one to come. */
export function yearAsked(asked: string | undefined, today: Day): number {
	const thisYear = yearOf(today);
	return /^20\d\d$/.test(asked ?? "") ? Math.min(Number(asked), thisYear) : thisYear;
}
