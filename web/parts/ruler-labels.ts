/**
 * Which label on the year ruler gives way. Late in the year the wave, today and a key day crowd together, on a phone
 * and in English most of all; the server doesn't know the screen, so it decides for the narrowest one of each kind.
 */

/** A label over or under the ruler: where it points (0 to 1 of the year) and how it may be worded, longest first. */
export type Label = { at: number; wordings: readonly string[] };

/** Where a label was set: the middle of its text in px from the point it belongs to, or null when it gave way. */
export type Placed = { text: string; shift: number } | null;

/** The least width of the ruler and its type, for phones and for everything wider. */
export type Measure = { width: number; type: number };
export const measures = {
	narrow: { width: 312, type: 12 },
	wide: { width: 640, type: 13 },
} satisfies Record<string, Measure>;

const gap = 6;

/**
 * Sets labels on one line, the most important first: each stands in the middle over its point, or is pushed aside by
 * those before it; when pushed further than its own width from its point, it tries a shorter wording, and with
 * none left it gives way.
 */
export function placeLabels(labels: readonly Label[], measure: Measure): Placed[] {
	const taken: [number, number][] = [];
	return labels.map((label) => {
		for (const text of label.wordings) {
			const half = widthOf(text, measure.type) / 2;
			const point = label.at * measure.width;
			const middle = nearestFree(point, half, taken, measure.width);
			if (middle === null || Math.abs(middle - point) > half * 2 + gap * 2) continue;
			taken.push([middle - half, middle + half]);
			return { text, shift: Math.round(middle - point) };
		}
		return null;
	});
}

/** About how wide a text is: Chinese characters fill their square, others a little over half of it. */
export function widthOf(text: string, type: number): number {
	return [...text].reduce((width, sign) => width + (sign > "\u2e80" ? 1 : 0.56) * type, 0);
}

function nearestFree(
	point: number,
	half: number,
	taken: readonly [number, number][],
	width: number,
): number | null {
	const inside = (middle: number) => Math.min(Math.max(middle, half), width - half);
	const beside = taken.flatMap(([from, to]) => [from - gap - half, to + gap + half]);
	const free = [inside(point), ...beside].filter(
		(middle) =>
			middle === inside(middle) &&
			taken.every(([from, to]) => middle + half + gap <= from || middle - half - gap >= to),
	);
	free.sort((a, b) => Math.abs(a - point) - Math.abs(b - point));
	return free[0] ?? null;
}
