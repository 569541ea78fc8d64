import { codeFor, codeKeyOf, pileOf } from "./rules";

/** How many slips a sheet of A4 holds. */
export const slipsASheet = 24;

/** How many sheets one page holds: their codes must be made within a request's ten milliseconds. */
export const sheetsAPage = 5;

/** The part of the pile that one page prints: its first sheet, of how many, and the codes in their shuffled order. */
export async function slipsFrom(secret: string, wave: string, unit: string, slips: number, asked: number) {
	const sheets = Math.ceil(slips / slipsASheet);
	const firstSheet = Math.min(Math.max(1, asked), Math.max(1, sheets));
	const codes = await codeKeyOf(secret, wave, unit);
	const pile = await pileOf(codes);
	const first = (firstSheet - 1) * slipsASheet;
	const count = Math.max(0, Math.min(slips - first, sheetsAPage * slipsASheet));
	const printed = await Promise.all(
		Array.from({ length: count }, (_, place) => codeFor(codes, pile.serialAt(first + place))),
	);
	return { firstSheet, sheets, codes: printed };
}
