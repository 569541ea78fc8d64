import type { Day } from "../../values/day";
import type { Mistakes } from "../../values/typed";
import { calledFor, type Held, type SeatRule } from "../seats/rules";
import type { Elected } from "../terms/rules";

type Known = { id: string; fromDay: Day };

/** The terms on record on either side of a day: the one that began before it, and the one that follows. */
export function neighboursOf<Term extends Known>(terms: readonly Term[], day: Day) {
	const inOrder = [...terms].sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
	return {
		before: inOrder.findLast(({ fromDay }) => fromDay < day) ?? null,
		next: inOrder.find(({ fromDay }) => fromDay > day) ?? null,
	};
}

/** What is wrong with the days of a term that is put on record later: it lies before another, and its days are nobody else's. */
export function earlierMistakes(
	{ day, ends, dueDay }: { day: Day; ends: Day | null; dueDay: Day },
	terms: readonly Known[],
): Mistakes {
	const { next } = neighboursOf(terms, day);
	if (terms.some(({ fromDay }) => fromDay === day)) return { day: "term-that-day" };
	if (!next) return { day: "not-earlier" };
	if (ends !== null && ends <= day) return { ends: "not-after-election" };
	if (ends !== null && ends > next.fromDay) return { ends: `after-next-term ${next.fromDay}` };
	return dueDay <= day ? { due_day: "not-after-election" } : {};
}

type Past = Held & { person: string; because: string | null };

/** Whether a post ended with the next election on record and would end with this one instead. */
export const isShortened = ({ fromDay, toDay, because }: Past, day: Day, next: Day): boolean =>
	fromDay < day && toDay === next && because === "term-over";

/** Who can't have been elected: they held the very post in those days, or its seats were all held. */
export function takenThen(
	elected: readonly Elected[],
	holders: readonly Past[],
	rules: readonly SeatRule[],
	{ day, ends, next }: { day: Day; ends: Day; next: Day },
): Mistakes {
	const stay = holders.filter((one) => !isShortened(one, day, next));
	const mistakes: Mistakes = {};
	for (const [post, theirs] of Map.groupBy(elected, (one) => one.post)) {
		const held = stay.filter(
			(one) => one.post === post && one.fromDay < ends && (one.toDay === null || one.toDay > day),
		);
		const points = [day, ...held.map(({ fromDay }) => fromDay).filter((one) => one > day)];
		const free = Math.min(
			...points.map((point) => {
				const called = calledFor(rules, post, point);
				const holding = held.filter(
					(one) => one.fromDay <= point && (one.toDay === null || one.toDay > point),
				);
				return called === null ? Number.POSITIVE_INFINITY : called.seats - holding.length;
			}),
		);
		theirs.forEach(({ key, person }, place) => {
			if (held.some((one) => one.person === person)) mistakes[key] = "held-then";
			else if (place >= free) mistakes[key] = "no-seat-then";
		});
	}
	return mistakes;
}
