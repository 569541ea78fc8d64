import type { Place } from "../../http/door";
import { isConstraint } from "../../http/once";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { fingerprint } from "../../values/id";
import { questionnaireOf } from "../questionnaire/ready";
import type { Role } from "../questionnaire/rules";
import type { WaveRow } from "../wave/store";
import type { NewClosing } from "./input";
import { digestOf, pagesOf } from "./rules";
import { sealWave, toBeSealed } from "./store";

/** How often a closing tries again when an answer lands between its reading and its writing. */
const tries = 5;

/**
 * Closes a wave: reads what is to be sealed, works out the digest, writes both if not one answer came in between. A wave that
 * somebody else closed meanwhile is closed.
 * @returns false only if answers came faster than the closing could read them
 */
export async function close(
	db: Database,
	place: Place,
	wave: WaveRow,
	{ id, handed_out: handedOut }: NewClosing,
	{ today, by }: { today: Day; by: string },
): Promise<boolean> {
	const { questions } = questionnaireOf(wave.questionnaire, wave.version);
	const keyOf = (role: Role) => questions.find((question) => question.role === role)?.key ?? "";
	for (let attempt = 0; attempt < tries; attempt++) {
		const [[standing], texts] = await db.batch(toBeSealed(db, place, wave.id, keyOf("remark")));
		if (!standing) return false;
		const { counts, adults } = standing;
		const digest = await digestOf(wave, place.id, { closedOn: today, adults, handedOut, counts });
		const madeFrom = await fingerprint({ id, handedOut });
		const pages = pagesOf(texts.map(({ text }) => text));
		const about = { wave: wave.id, firstDay: wave.firstDay, question: keyOf("satisfaction") };
		const seal = { ...about, id, closedOn: today, by, adults, handedOut, counts, digest, madeFrom, pages };
		try {
			if (await sealWave(db, place, seal)) return true;
		} catch (error) {
			if (isConstraint(error)) return true;
			throw error;
		}
	}
	return false;
}
