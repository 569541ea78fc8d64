import { isConstraint } from "../../http/once";
import type { Database } from "../../tables/database";
import * as store from "./store";

/**
 * How sending an answer ended: counted now, or by an earlier copy of this request; its slip was used by another answer;
 * its id stands for another answer; or the guard let nothing through (closed meanwhile, or the day's ceiling reached).
 */
export type Outcome = "counted" | "again" | "used" | "another" | "refused";

/** Stores an answer, once, however often it is sent. `known` is what its id already stands for, if anything. */
export async function send(db: Database, one: store.NewAnswer, known: string | null): Promise<Outcome> {
	if (known !== null) return sentBefore(db, one);
	try {
		return (await store.storeAnswer(db, one)) ? "counted" : "refused";
	} catch (error) {
		if (!isConstraint(error)) throw error;
		return sentBefore(db, one);
	}
}

/**
 * Tells a reply that was lost and sent again from a phone that was handed on. An answer stored under this id with the same
 * words is the same answer only if its slip is used too: the next person may say just the same with a slip of their own.
 */
async function sentBefore(db: Database, one: store.NewAnswer): Promise<Outcome> {
	const found = await store.foundInstead(db, one);
	if (found.said === one.said && (found.slipUsed || one.hash === null)) return "again";
	return found.slipUsed ? "used" : "another";
}
