import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import type { TypedHousehold } from "./input";
import { type Called, membersCalled } from "./store";

/** Who is meant to keep in touch: somebody, nobody, or a question that the form must ask. */
export type Contact =
	| { ok: true; contact: Called | null }
	| { ok: false; reason: "no-such-member" | "two-of-name"; candidates: Called[] };

/** The member whom a form means by a name, and by an id among those of that name. */
export async function contactMeant(
	{ db, place, today }: { db: Database; place: Place; today: Day },
	{ contact_name: name, contact: id }: Pick<TypedHousehold, "contact_name" | "contact">,
): Promise<Contact> {
	if (name === null) return { ok: true, contact: null };
	const called = await membersCalled(db, place, today, [name]);
	const chosen = called.length === 1 ? called[0] : called.find((one) => one.id === id);
	if (chosen) return { ok: true, contact: chosen };
	return {
		ok: false,
		reason: called.length === 0 ? "no-such-member" : "two-of-name",
		candidates: called,
	};
}
