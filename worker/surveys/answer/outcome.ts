import { isConstraint } from "../../http/once";
import type { Database } from "../../tables/database";
import * as store from "./store";

/**
 * How sending an answer ended: counted now, or by an earlier copy of this request; its slip was used by another answer;
 * its id stands for another answer; the guard let nothing through (closed meanwhile, or the day's ceiling reached); the
 * free account's day is full; or the database failed, and whether it was counted is not known.
 */
export type Sending = "counted" | "again" | "used" | "another" | "refused" | "full" | "unsure";

/** Stores an answer, once, however often it is sent. `known` is what its id already stands for, if anything. */
export async function send(db: Database, one: store.NewAnswer, known: string | null): Promise<Sending> {
	try {
		// Under an id that is taken nothing is said of the code: whoever knows an id could try slips without spending them.
		if (known !== null) return (await sentBefore(db, one)) === "again" ? "again" : "another";
		return (await store.storeAnswer(db, one)) ? "counted" : "refused";
	} catch (error) {
		if (isConstraint(error)) return sentBefore(db, one);
		// D1 fails now and then. Sending again under the same id is safe, so the person is told just that.
		return isLimit(error) ? "full" : "unsure";
	}
}

/** Whether a database error says that the account's day or its space is used up. */
const isLimit = (error: unknown) =>
	error instanceof Error && /\b(exceeded|limit|quota)\b/i.test(error.message);

/**
 * Tells a reply that was lost and sent again from a phone that was handed on. An answer stored under this id with the same
 * words is the same answer only if its slip is used too: the next person may say just the same with a slip of their own.
 */
async function sentBefore(db: Database, one: store.NewAnswer): Promise<Sending> {
	const found = await store.foundInstead(db, one);
	if (found.said === one.said && (found.slipUsed || one.hash === null)) return "again";
	return found.slipUsed ? "used" : "another";
}
