/**
 * One-time codes on printed slips. A code is 40 bits: 26 of an HMAC over wave, unit and serial, then the 14-bit serial
 * hidden under a second HMAC, so that neighbours look unlike. Nothing is stored when slips are printed; a guess hits one of
 * the slips of a village of 500 with a chance of 1 in 2,000 million.
 */

/**
 * Thirty-two characters, one from each family of look-alikes: 0 stands for O too, 1 for I and L, V for U. Whatever a
 * reader takes them for, it reads back as the same code.
 */
export const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The largest number of slips a unit can have in one wave. */
export const mostSlips = 2 ** 14;

/** Whether a place prints and hands out the slips of a unit, and keys in its paper: the unit itself, or whoever opened the wave above it. */
export function isIssuedAt(
	place: { id: string },
	wave: { organisation: string; unit: string; issuer: "unit" | "opener" },
): boolean {
	if (wave.organisation === wave.unit) return place.id === wave.unit;
	return place.id === (wave.issuer === "opener" ? wave.organisation : wave.unit);
}

/** Who a code is for: the key of the deployment, made ready, and the wave and unit that it opens. */
export type CodeKey = { key: CryptoKey; wave: string; unit: string };

/** Makes the deployment's secret ready for the codes of one unit in one wave. */
export async function codeKeyOf(secret: string, wave: string, unit: string): Promise<CodeKey> {
	const key = await crypto.subtle.importKey(
		"raw",
		bytesOf(secret),
		{ name: "HMAC", hash: "SHA-256" },
		false,
		["sign"],
	);
	return { key, wave, unit };
}

/** The code of a serial, as printed: `K7M2 9QXD`. */
export async function codeFor(codes: CodeKey, serial: number): Promise<string> {
	const tag = await tagOf(codes, serial);
	const hidden = serial ^ (await maskOf(codes, tag));
	// 26 bits and 14 bits make 40: more than a bitwise operator holds, less than a number does.
	let rest = tag * mostSlips + hidden;
	let text = "";
	for (let place = 0; place < 8; place++) {
		text = alphabet.charAt(rest % 32) + text;
		rest = Math.floor(rest / 32);
	}
	return `${text.slice(0, 4)} ${text.slice(4)}`;
}

/** What can be wrong with a typed code: none typed, not eight characters of the alphabet, or not one of ours. */
export type CodeTrouble = "missing" | "malformed" | "forged";

/** The serial of a typed code, or why it is none. */
export async function serialOf(
	codes: CodeKey,
	typed: string,
): Promise<{ ok: true; serial: number } | { ok: false; reason: CodeTrouble }> {
	const text = plainCode(typed);
	if (text === "") return { ok: false, reason: "missing" };
	if (text.length !== 8) return { ok: false, reason: "malformed" };
	let number = 0;
	for (const character of text) {
		const digit = alphabet.indexOf(character);
		if (digit < 0) return { ok: false, reason: "malformed" };
		number = number * 32 + digit;
	}
	const tag = Math.floor(number / mostSlips);
	const serial = (number % mostSlips) ^ (await maskOf(codes, tag));
	return (await tagOf(codes, serial)) === tag ? { ok: true, serial } : { ok: false, reason: "forged" };
}

/** A code as typed on any keyboard: lower case, blanks, hyphens, full width and look-alikes are all understood. */
export function plainCode(typed: string): string {
	return typed
		.normalize("NFKC")
		.toUpperCase()
		.replace(/[\s\-–—_.,·。、]/g, "")
		.replace(/[O〇○]/g, "0")
		.replace(/[IL|]/g, "1")
		.replace(/U/g, "V");
}

/** What is kept of a spent code: a keyed hash, in which neither the code nor the slip's place can be read. */
export async function spentHash(codes: CodeKey, serial: number): Promise<string> {
	const bytes = await sign(codes, `spent ${serial}`);
	return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The shuffled pile: which serial lies at a place, and at which place a serial lies. */
export type Pile = { serialAt: (place: number) => number; placeOf: (serial: number) => number };

/**
 * A shuffle of all 16,384 serials under the key, the same at each printing: four Feistel rounds over 7 + 7 bits. The slips
 * of a wave are the first so many places; printing more later leaves those already handed out as they were.
 */
export async function pileOf(codes: CodeKey): Promise<Pile> {
	const draw = drawFrom(await sign(codes, "shuffle"));
	const rounds = [0, 1, 2, 3].map(() => Uint8Array.from({ length: 128 }, () => draw() & 127));
	const turn = (tables: readonly Uint8Array[], from: number) => {
		let [left, right] = [from >> 7, from & 127];
		for (const table of tables) [left, right] = [right, left ^ (table[right] ?? 0)];
		// Halves come out swapped, so that the same walk with the tables reversed leads back.
		return (right << 7) | left;
	};
	const back = [...rounds].reverse();
	return { serialAt: (place) => turn(rounds, place), placeOf: (serial) => turn(back, serial) };
}

/** Numbers drawn from a keyed seed (xorshift128): the order of a pile must look random, and guards nothing. */
function drawFrom(seed: Uint8Array): () => number {
	const words = new DataView(seed.buffer);
	let [a, b, c, d] = [words.getUint32(0) | 1, words.getUint32(4), words.getUint32(8), words.getUint32(12)];
	return () => {
		const mixed = a ^ (a << 11);
		[a, b, c] = [b, c, d];
		d = d ^ (d >>> 19) ^ mixed ^ (mixed >>> 8);
		return d >>> 16;
	};
}

async function tagOf(codes: CodeKey, serial: number): Promise<number> {
	return wordOf(await sign(codes, `code ${serial}`)) >>> 6;
}

async function maskOf(codes: CodeKey, tag: number): Promise<number> {
	return wordOf(await sign(codes, `mask ${tag}`)) >>> 18;
}

const wordOf = (bytes: Uint8Array) => new DataView(bytes.buffer).getUint32(0);

async function sign({ key, wave, unit }: CodeKey, purpose: string): Promise<Uint8Array> {
	return new Uint8Array(await crypto.subtle.sign("HMAC", key, bytesOf(`${wave} ${unit} ${purpose}`)));
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
