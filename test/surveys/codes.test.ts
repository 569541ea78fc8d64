import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
	alphabet,
	type CodeKey,
	codeFor,
	codeKeyOf,
	mostSlips,
	pileOf,
	plainCode,
	serialOf,
	spentHash,
} from "../../worker/surveys/link/rules";

const secret = "a secret of this deployment only";
let codes: CodeKey;

beforeAll(async () => {
	codes = await codeKeyOf(secret, "autumn", "shangyuan");
});

describe("A printed code", () => {
	it("has eight characters of an alphabet of 32, no two of which look alike", async () => {
		expect(new Set(alphabet).size).toBe(32);
		expect(alphabet).not.toMatch(/[OILU]/);
		expect(await codeFor(codes, 0)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$/);
	});

	it("reads back as its serial, for the first and the last of 16,384 too", async () => {
		for (const serial of [0, 1, 2, 255, 8191, 8192, mostSlips - 1]) {
			expect(await serialOf(codes, await codeFor(codes, serial))).toEqual({ ok: true, serial });
		}
	});

	it("is understood in lower case, with blanks or hyphens, full-width, and with look-alikes typed", async () => {
		const code = await codeFor(codes, 77);
		const wide = [...code]
			.map((one) => (one === " " ? "　" : String.fromCharCode(one.charCodeAt(0) + 0xfee0)))
			.join("");
		const alike = code.replace(/0/g, "o").replace(/1/g, "l").replace(/V/g, "u");
		for (const typed of [
			code.toLowerCase(),
			code.replace(" ", ""),
			code.replace(" ", "-"),
			` ${code} `,
			wide,
			alike,
		]) {
			expect(await serialOf(codes, typed)).toEqual({ ok: true, serial: 77 });
		}
		expect(plainCode("oO〇 iIl| uU")).toBe("0001111VV");
	});

	it("says whether nothing, no code, or nobody's code was typed", async () => {
		expect(await serialOf(codes, "  ")).toEqual({ ok: false, reason: "missing" });
		expect(await serialOf(codes, "K7M2")).toEqual({ ok: false, reason: "malformed" });
		expect(await serialOf(codes, "K7M2 9QX村")).toEqual({ ok: false, reason: "malformed" });
		expect(await serialOf(codes, "K7M2 9QXD")).toEqual({ ok: false, reason: "forged" });
	});

	it("opens neither another wave nor the next village nor another deployment", async () => {
		const code = await codeFor(codes, 5);
		const others: [string, string, string][] = [
			[secret, "spring", "shangyuan"],
			[secret, "autumn", "lifan"],
			["another", "autumn", "shangyuan"],
		];
		for (const [key, wave, unit] of others) {
			expect(await serialOf(await codeKeyOf(key, wave, unit), code)).toEqual({ ok: false, reason: "forged" });
		}
	});

	it("is not the next one with a letter changed", async () => {
		const code = plainCode(await codeFor(codes, 12));
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: 7 }),
				fc.integer({ min: 1, max: 31 }),
				async (place, shift) => {
					const letter = alphabet[(alphabet.indexOf(code[place] ?? "") + shift) % 32];
					const forged = code.slice(0, place) + letter + code.slice(place + 1);
					expect((await serialOf(codes, forged)).ok).toBe(false);
				},
			),
			{ numRuns: 60 },
		);
	});

	it("looks unlike its neighbours: every place takes many letters over 200 serials", async () => {
		const printed = await Promise.all(Array.from({ length: 200 }, (_, serial) => codeFor(codes, serial)));
		expect(new Set(printed).size).toBe(200);
		for (const place of [0, 1, 2, 3, 5, 6, 7, 8]) {
			expect(new Set(printed.map((code) => code[place])).size).toBeGreaterThan(24);
		}
	});

	it("leaves a hash behind that differs for each slip and each wave", async () => {
		const other = await codeKeyOf(secret, "spring", "shangyuan");
		const hashes = [await spentHash(codes, 1), await spentHash(codes, 2), await spentHash(other, 1)];
		expect(new Set(hashes).size).toBe(3);
		expect(hashes[0]).toMatch(/^[0-9a-f]{32}$/);
		expect(await spentHash(codes, 1)).toBe(hashes[0]);
	});
});

describe("The pile of slips", () => {
	it("is a shuffle: each serial lies at one place, and neighbours come from far apart", async () => {
		const pile = await pileOf(codes);
		const serials = Array.from({ length: mostSlips }, (_, place) => pile.serialAt(place));
		expect(new Set(serials).size).toBe(mostSlips);
		expect(serials.every((serial, place) => pile.placeOf(serial) === place)).toBe(true);
		expect(
			serials.filter((serial, place) => Math.abs(serial - (serials[place + 1] ?? 0)) < 16).length,
		).toBeLessThan(120);
	});

	it("lies in the same order at each printing", async () => {
		const again = await pileOf(await codeKeyOf(secret, "autumn", "shangyuan"));
		const pile = await pileOf(codes);
		expect([0, 1, 2, 199].map(pile.serialAt)).toEqual([0, 1, 2, 199].map(again.serialAt));
	});
});
