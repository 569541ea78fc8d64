import { initialsOf } from "../../members/rules";

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
