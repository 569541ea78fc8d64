// Chance that falls the same way each time: a stream of its own for every name, so that one more activity in one village
// moves nothing in the next.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** A stream of chance under a name (mulberry32, seeded by FNV-1a). */
export function chance(name) {
	let state = 0x811c9dc5;
	for (const character of name) state = Math.imul(state ^ character.codePointAt(0), 0x01000193);

	/** A number from 0 up to, not including, 1. */
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	/** A whole number from the first to the last, both included. */
	const between = (first, last) => first + Math.floor(next() * (last - first + 1));
	const one = (list) => list[Math.floor(next() * list.length)];
	/** True as often as the share says. */
	const happens = (share) => next() < share;
	/** One of `[thing, weight]`. */
	const weighed = (pairs) => {
		let left = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [thing, weight] of pairs) {
			left -= weight;
			if (left < 0) return thing;
		}
		return pairs[0][0];
	};
	const id = () => Array.from({ length: 16 }, () => ALPHABET[Math.floor(next() * 32)]).join("");
	return { next, between, one, happens, weighed, id };
}
