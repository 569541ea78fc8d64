/** The largest number that a sheet may have. */
const largest = 2000;

/** What was keyed in from a sheet: numbers in order, or the part that can't be read. */
export type Numbers = { ok: true; numbers: number[] } | { ok: false; part: string };

/**
 * Reads numbers as people write them: `1-12, 15、18`, with commas of either width, blanks, and ranges by hyphen, dash or
 * 到/至. A range written backwards is read all the same; a number written twice counts once.
 */
export function numbersOf(typed: string): Numbers {
	const text = typed
		.normalize("NFKC")
		.replace(/号/g, "")
		.replace(/\s*(?:[-–—−~〜到至])+\s*/g, "-");
	const found = new Set<number>();
	for (const part of text.split(/[\s,、;.。·/]+/).filter(Boolean)) {
		const bounds = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part);
		if (!bounds) return { ok: false, part };
		const [from, to] = [Number(bounds[1]), Number(bounds[2] ?? bounds[1])].sort((a, b) => a - b) as [
			number,
			number,
		];
		if (from < 1 || to > largest) return { ok: false, part };
		for (let number = from; number <= to; number++) found.add(number);
	}
	return { ok: true, numbers: [...found].sort((a, b) => a - b) };
}

/** Whom the numbers of a sheet stand for, and those that stand for nobody. */
export function peopleAt(numbers: readonly number[], people: readonly string[]) {
	const known = numbers.map((number) => ({ number, person: people[number - 1] ?? null }));
	return {
		people: known.flatMap(({ number, person }) => (person === null ? [] : [{ number, person }])),
		unknown: known.filter(({ person }) => person === null).map(({ number }) => number),
	};
}

/** The numbering of a sheet with those added who have none yet, in the order of the roll; null where everybody has one. */
export function numberedWith(known: readonly string[], roll: readonly { id: string }[]): string[] | null {
	const has = new Set(known);
	const added = roll.filter(({ id }) => !has.has(id)).map(({ id }) => id);
	return added.length === 0 ? null : [...known, ...added];
}
