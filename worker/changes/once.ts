import type { Place, Reader } from "../http/door";
import { type Outcome, once } from "../http/once";
import type { Database } from "../tables/database";
import { fingerprint } from "../values/id";
import { type Authorship, changedBefore } from "./store";

/**
 * Writes a batch that begins with a change under the form's id, so that a second copy of the form changes nothing.
 * @param subject the record that is changed
 * @param body the typed body, with the id that the form brought along
 * @param write the batch; its first result is the change's own
 * @returns as in http/once.ts; "late" when the change's own condition no longer held, and nothing was written
 */
export async function onceAsChange(
	{ db, place, reader }: { db: Database; place: Place; reader: Reader },
	subject: string,
	body: { id: string },
	write: (by: Authorship) => Promise<readonly unknown[]>,
): Promise<Outcome | "late"> {
	const madeFrom = await fingerprint(body);
	const before = () => changedBefore(db, place, subject, body.id);
	let kept = true;
	const outcome = await once(
		async () => {
			const [first] = await write({ id: body.id, madeFrom, by: reader.person });
			kept = (first as Partial<D1Result>).meta?.changes !== 0;
		},
		before,
		madeFrom,
	);
	if (kept || outcome !== "made") return outcome;
	const known = await before();
	if (known === undefined) return "late";
	return known === madeFrom ? "again" : "different";
}
