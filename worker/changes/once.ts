import type { Place, Reader } from "../http/door";
import { type Outcome, once } from "../http/once";
import type { Database } from "../tables/database";
import { fingerprint } from "../values/id";
import { type Authorship, changedBefore } from "./store";

/**
 * Writes a batch that begins with a change under the form's id, so that a second copy of the form changes nothing.
 * @param subject the record that is changed
 * @param body the typed body, with the id that the form brought along
 */
export async function onceAsChange(
	{ db, place, reader }: { db: Database; place: Place; reader: Reader },
	subject: string,
	body: { id: string },
	write: (by: Authorship) => Promise<unknown>,
): Promise<Outcome> {
	const madeFrom = await fingerprint(body);
	return once(
		() => write({ id: body.id, madeFrom, by: reader.person }),
		() => changedBefore(db, place, subject, body.id),
		madeFrom,
	);
}
