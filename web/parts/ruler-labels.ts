/**
 * Which label on the year ruler gives way. Late in the year the wave, today and a key day crowd together, on a phone
 * and in English most of all; the server doesn't know the screen, so it decides for the narrowest one of each kind.
 */

/** A label over or under the ruler: where it points (0 to 1 of the year) and how it may be worded, longest first. */
export type Label = { at: number; wordings: readonly string[] };

/** Where a label was set: the point of the year it hangs on and its distance from there in px; null when it gave way. */
export type Placed = { text: string; at: number; shift: number } | null;

/** The least width of the ruler and its type, for phones and for everything wider. */
export type Measure = { width: number; type: number };
export const measures = {
	narrow: { width: 312, type: 12 },
	wide: { width: 640, type: 13 },
} satisfies Record<string, Measure>;

const gap = 9;

type Taken = { at: number; shift: number; half: number };

/**
 * Sets labels on one line, the most important first: each stands in the middle over its point, or is pushed aside by
 * those before it; when pushed further than its own width from its point, it tries a shorter wording, and with none left
 * it gives way. A label that was pushed hangs on what pushed it, so that the two keep their distance on wider screens.
 */
export function placeLabels(labels: readonly Label[], measure: Measure): Placed[] {
	const taken: Taken[] = [];
	return labels.map((label) => {
		for (const text of label.wordings) {
			const half = widthOf(text, measure.type) / 2;
			const place = nearestFree(label.at, half, taken, measure.width);
			const away = place && Math.abs(place.at * measure.width + place.shift - label.at * measure.width);
			if (!place || away === null || away > half * 2 + gap * 2) continue;
			taken.push({ ...place, half });
			return { text, at: place.at, shift: Math.round(place.shift) };
		}
		return null;
	});
}

/** About how wide a text is: Chinese characters fill their square, others a little over half of it. */
export function widthOf(text: string, type: number): number {
	return [...text].reduce((width, sign) => width + (sign > "\u2e80" || sign === "–" ? 1 : 0.57) * type, 0);
}

/** The free place nearest to a point: over it, at an end of the ruler, or beside a label that stands already. */
function nearestFree(
	at: number,
	half: number,
	taken: readonly Taken[],
	width: number,
): Omit<Taken, "half"> | null {
	const middleOf = (place: Omit<Taken, "half">) => place.at * width + place.shift;
	const places = [
		{ at, shift: 0 },
		{ at: 0, shift: half },
		{ at: 1, shift: -half },
		...taken.flatMap((other) => [
			{ at: other.at, shift: other.shift - other.half - gap - half },
			{ at: other.at, shift: other.shift + other.half + gap + half },
		]),
	];
	const free = places.filter((place) => {
		const middle = middleOf(place);
		const inside = middle >= half - 0.5 && middle <= width - half + 0.5;
		return (
			inside && taken.every((other) => Math.abs(middle - middleOf(other)) >= half + other.half + gap - 0.5)
		);
	});
	const distance = (place: Omit<Taken, "half">) => Math.abs(middleOf(place) - at * width);
	free.sort((a, b) => distance(a) - distance(b));
	return free[0] ?? null;
}
