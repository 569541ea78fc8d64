/** How a write with the id of its row ended: it was made now, had been made before, or the id stands for another body. */
export type Outcome = "made" | "again" | "different";

/**
 * Writes a batch whose first statement inserts a row under an id that the caller chose. A second copy of the request
 * breaks the key and rolls its batch back; what the row was made from then tells a repeat from another body. An id that
 * is taken where the caller can't look is another body too: the form comes back under a fresh one.
 * @param write the batch; it throws when the key is taken
 * @param madeBefore what the row under that id was made from, if there is one
 * @param madeFrom the fingerprint of this body
 */
export async function once(
	write: () => Promise<unknown>,
	madeBefore: () => Promise<string | undefined>,
	madeFrom: string,
): Promise<Outcome> {
	try {
		await write();
		return "made";
	} catch (error) {
		if (!isConstraint(error)) throw error;
		const before = await madeBefore();
		return before === madeFrom ? "again" : "different";
	}
}

/** Whether a database error is a broken key or check. */
export function isConstraint(error: unknown): boolean {
	for (let at: unknown = error; at instanceof Error; at = at.cause) {
		if (/constraint failed|SQLITE_CONSTRAINT/.test(at.message)) return true;
	}
	return false;
}
