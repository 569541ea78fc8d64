import { type CodeTrouble, codeKeyOf, pileOf, serialOf, spentHash } from "../link/rules";

/** What reading a slip rests on. */
type Slips = { secret: string; wave: string; unit: string; slips: number; codeRequired: boolean };

/** Reads the code of an answer: the hash of the slip it spends, none for an open wave's poster, or what is wrong with it. */
export async function slipOf(
	asked: Slips,
	typed: string | null,
): Promise<{ ok: true; hash: string | null } | { ok: false; reason: CodeTrouble }> {
	if (typed === null) return asked.codeRequired ? { ok: false, reason: "missing" } : { ok: true, hash: null };
	const codes = await codeKeyOf(asked.secret, asked.wave, asked.unit);
	const read = await serialOf(codes, typed);
	if (!read.ok) return read;
	// A code that was never printed is nobody's, though the key would have made it.
	const pile = await pileOf(codes);
	if (pile.placeOf(read.serial) >= asked.slips) return { ok: false, reason: "forged" };
	return { ok: true, hash: await spentHash(codes, read.serial) };
}
