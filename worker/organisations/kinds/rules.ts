/** The mistake in a choice of kind: it isn't one of those offered. */
export function kindMistake(offered: readonly { id: string }[], chosen: string): "not-a-choice" | null {
	return offered.some(({ id }) => id === chosen) ? null : "not-a-choice";
}

/** The mistake in what a kind may stand under: something that is neither a kind nor the root's place. */
export function aboveMistake(
	kinds: readonly { id: string }[],
	above: readonly string[],
): "not-a-choice" | null {
	const known = new Set(["root", ...kinds.map(({ id }) => id)]);
	return above.every((one) => known.has(one)) ? null : "not-a-choice";
}
