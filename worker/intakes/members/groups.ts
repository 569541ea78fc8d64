import { sha256 } from "../../values/id";
import { groupKey } from "./rules";
import type { StandingGroup } from "./store";

type Naming = { place: string | null; group: string | null };

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * The groups that lines name: those that stand, however the sheet writes them, and ids for those to be made. An id is the intake's and
 * the name's own, so that requests of one intake that name the same group make it once.
 */
export async function groupsFor(
	lines: readonly Naming[],
	{ groups, home }: { groups: readonly StandingGroup[]; home: string },
	intake: string,
) {
	const keyOf = (place: string, name: string) => `${place} ${groupKey(name)}`;
	const standing = new Map(groups.map(({ place, id, name }) => [keyOf(place, name), id]));
	const fresh = new Map<string, string>();
	for (const { place, group } of lines) {
		const key = group && keyOf(place ?? home, group);
		if (key && !standing.has(key) && !fresh.has(key)) fresh.set(key, await idFrom(`${intake} ${key}`));
	}
	return (organisation: string, name: string) => {
		const key = keyOf(organisation, name);
		const id = standing.get(key);
		return { id: id ?? fresh.get(key) ?? "", made: id === undefined };
	};
}

async function idFrom(text: string): Promise<string> {
	const digest = await sha256(text);
	return Array.from({ length: 16 }, (_, at) =>
		alphabet.charAt(Number.parseInt(digest.slice(2 * at, 2 * at + 2), 16) & 31),
	).join("");
}
