import { env } from "cloudflare:workers";

/** Where photographs lie in tests. */
export const bucket = (env as unknown as { PHOTOGRAPHS: R2Bucket }).PHOTOGRAPHS;

/** A JPEG of a few bytes, as a telephone makes one: where it was taken, a thumbnail's profile and a film after its end. */
export function picture({ width = 4, height = 3, drawn = 7 } = {}): Uint8Array {
	const part = (marker: number, ...bytes: number[]) => [
		...[0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255],
		...bytes,
	];
	const text = (words: string) => [...new TextEncoder().encode(words)];
	return Uint8Array.from([
		...[0xff, 0xd8],
		...part(0xe0, ...text("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0),
		...part(0xe0, ...text("JFXX\0 a thumbnail of the yard")),
		...part(0xfd, ...text("reserved for Wu")),
		...part(0xe1, ...text("Exif\0\0 taken at 29.9N 121.5E")),
		...part(0xe2, ...text("MPF\0 another picture")),
		...part(0xfe, ...text("by the phone of Wu")),
		...part(0xc4, 0, 1, 2),
		...part(0xc0, 8, height >> 8, height & 255, width >> 8, width & 255, 1),
		...part(0xda, 1, 1, 0),
		...[drawn, 0xff, 0x00, 0xff, 0xd3, 9],
		...[0xff, 0xd9],
		...text("a film, taken at 29.9N"),
	]);
}

/** The same as a body carries it. */
export const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
