/** A picture as it is kept: its bytes without what a camera wrote beside them, and its size in pixels. */
export type Jpeg = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number };

const start = 0xd8;
const end = 0xd9;
const scan = 0xda;
/** Frame headers; 0xc4, 0xc8 and 0xcc among them are other things. */
const isFrame = (marker: number) =>
	marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** How long the two notes about a picture's colours and proportions are at most: JFIF without a picture in it, and Adobe's. */
const notes = [
	{ marker: 0xe0, name: "JFIF\0", length: 18 },
	{ marker: 0xee, name: "Adobe", length: 16 },
];

/** Whether a part draws: frames, tables of Huffman, arithmetic and quantisation, restarts, scans, and the two notes. */
function draws(part: Uint8Array): boolean {
	const marker = part[1] ?? 0;
	if ((marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= scan && marker <= 0xdd))
		return true;
	const note = notes.find((one) => one.marker === marker);
	return (
		note !== undefined &&
		part.length <= note.length &&
		new TextDecoder("latin1").decode(part.subarray(4, 4 + note.name.length)) === note.name
	);
}

/**
 * A JPEG with everything taken out that doesn't draw it: where and when it was taken, by which telephone, and whatever stands after
 * its end. Source: ITU-T T.81, annex B (markers), and JEITA CP-3451 (Exif stands in APP1).
 * @returns nothing where the bytes are no JPEG that ends, or are of more than 4,096 pixels a side
 */
export function cleaned(bytes: Uint8Array): Jpeg | null {
	if (bytes[0] !== 0xff || bytes[1] !== start) return null;
	const kept = [bytes.subarray(0, 2)];
	let size: { width: number; height: number } | null = null;
	for (let at = 2; at + 4 <= bytes.length || bytes[at + 1] === end; ) {
		const marker = bytes[at + 1] ?? 0;
		if (bytes[at] !== 0xff) return null;
		if (marker === end) return size && { ...size, bytes: joined([...kept, bytes.subarray(at, at + 2)]) };
		const next = at + 2 + twoAt(bytes, at + 2);
		if (next < at + 4 || next > bytes.length) return null;
		if (isFrame(marker)) size = { height: twoAt(bytes, at + 5), width: twoAt(bytes, at + 7) };
		if (size && !(isSide(size.width) && isSide(size.height))) return null;
		const after = marker === scan ? endOfScan(bytes, next) : next;
		const part = bytes.subarray(at, after);
		if (draws(part)) kept.push(part);
		at = after;
	}
	return null;
}

const isSide = (pixels: number) => pixels > 0 && pixels <= 4096;
const twoAt = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Where the drawn part ends: at the first marker that is neither a stuffed 0xff nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
	for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
		const marker = bytes[at + 1] ?? 0;
		if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at;
	}
	return bytes.length;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
