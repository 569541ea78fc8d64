/** Who was newly ticked and who was unticked. Two who call the roll at once each send only their own, so both stand. */
export function differenceOf(before: readonly string[], came: readonly string[]) {
	const [known, now] = [new Set(before), new Set(came)];
	return {
		added: [...now].filter((person) => !known.has(person)),
		removed: [...known].filter((person) => !now.has(person)),
	};
}

/** The initials of a sort key's reading: what a name on the roster is narrowed down by, "chen cai juan 陈彩娟" to "ccj". */
export function initialsOf(sort: string): string {
	const reading = sort.split(" ").filter((part) => /^[a-z]/.test(part));
	return reading.map((syllable) => syllable.slice(0, 1)).join("");
}

type Member = { id: string; name: string; sort: string };

/** The roll by name, each with whether they came. */
export function rollOf(members: readonly Member[], came: readonly string[]) {
	const present = new Set(came);
	// Compared as the database would: the key is made of readings, so that 张 stands before 章 in every browser's locale.
	const sorted = [...members].sort((a, b) => (a.sort < b.sort ? -1 : 1));
	return sorted.map(({ id, name, sort }) => ({
		id,
		name,
		initials: initialsOf(sort),
		came: present.has(id),
	}));
}
