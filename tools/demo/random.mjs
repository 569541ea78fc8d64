// Chance that falls the same way each time: a stream of its own for every name, so that one more activity in one village
// moves nothing in the next.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** A stream of chance under a name: sfc32, whose 128 bits of state are wide enough for a million ids. */
export function chance(name) {
	let [a, b, c, counter] = seedOf(name);

	/** A number from 0 up to, not including, 1. */
	const next = () => {
		const mixed = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + mixed) | 0;
		return (mixed >>> 0) / 4294967296;
	};
	for (let turn = 0; turn < 12; turn++) next();
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

/** Three different hashes of a name (FNV-1a from three starts), and a counter. */
function seedOf(name) {
	const starts = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b];
	const hashes = starts.map((start) =>
		[...name].reduce((hash, one) => Math.imul(hash ^ one.codePointAt(0), 0x01000193) ^ (hash >>> 15), start),
	);
	return [...hashes, 1];
}
