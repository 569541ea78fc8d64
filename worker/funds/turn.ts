import { isConstraint, type Outcome } from "../http/once";

/** How often a write takes its turn again: four attempts of a dozen queries keep within the fifty of a request. */
const turns = 4;

/** Others were quicker every time; the one error handler says so, and that nothing was written. */
export class Crowded extends Error {
	override name = "Crowded";
}

/**
 * Writes a batch that continues a numbered, chained book. Where somebody else took the number meanwhile, the batch has broken
 * on its key and written nothing: it reads anew, decides anew and tries again after a short, uneven pause.
 * @param write one turn: reads, decides, writes; a reason where it doesn't write
 * @param madeBefore what the first row under the form's id was made from, if there is one
 */
export async function inTurn<Refusal>(
	write: (turn: number) => Promise<Refusal | null>,
	madeBefore: () => Promise<string | undefined>,
	madeFrom: string,
): Promise<Outcome | { refused: Refusal }> {
	for (let turn = 0; turn < turns; turn++) {
		try {
			const refused = await write(turn);
			return refused === null ? "made" : { refused };
		} catch (error) {
			if (!isConstraint(error)) throw error;
			const before = await madeBefore();
			if (before !== undefined) return before === madeFrom ? "again" : "different";
			await new Promise((done) => setTimeout(done, (turn + 1) * (5 + Math.random() * 20)));
		}
	}
	throw new Crowded("others were quicker");
}
