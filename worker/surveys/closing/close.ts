import type { Place } from "../../http/door";
import { type Outcome, once } from "../../http/once";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { fingerprint } from "../../values/id";
import { questionnaireIn } from "../questionnaire/ready";
import type { Role } from "../questionnaire/rules";
import type { WaveRow } from "../wave/store";
import type { NewClosing } from "./input";
import { digestOf, pagesOf } from "./rules";
import { closedBefore, sealWave, toBeSealed } from "./store";

/** How often a closing tries again when an answer lands between its reading and its writing. */
const tries = 5;

/**
 * Closes a wave: reads what is to be sealed, works out the digest, writes both if not one answer came in between. A wave is
 * closed once: by an earlier copy of this request, or by another one whose figures stand ("different").
 * @returns "overtaken" if answers came faster than the closing could read them
 */
export async function close(
	db: Database,
	place: Place,
	wave: WaveRow,
	{ id, handed_out: handedOut }: NewClosing,
	{ today, by }: { today: Day; by: string },
): Promise<Outcome | "overtaken"> {
	const { questions } = questionnaireIn(wave);
	const keyOf = (role: Role) => questions.find((question) => question.role === role)?.key ?? "";
	const madeFrom = await fingerprint({ id, handedOut });
	for (let attempt = 0; attempt < tries; attempt++) {
		const [[standing], texts] = await db.batch(toBeSealed(db, place, wave.id, keyOf("remark")));
		if (!standing) throw new Error(`no tally for ${wave.id}`);
		const { counts, adults, secret } = standing;
		const digest = await digestOf(secret, wave, place.id, { closedOn: today, adults, handedOut, counts });
		const pages = pagesOf(texts.map(({ text }) => text));
		const about = { wave: wave.id, firstDay: wave.firstDay };
		const seal = { ...about, id, closedOn: today, by, adults, handedOut, counts, digest, madeFrom, pages };
		let sealed = false;
		const outcome = await once(
			async () => {
				sealed = await sealWave(db, place, seal);
			},
			() => closedBefore(db, place, wave.id),
			madeFrom,
		);
		if (sealed || outcome !== "made") return outcome;
	}
	return "overtaken";
}
