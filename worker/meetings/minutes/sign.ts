import type { Place, Reader } from "../../http/door";
import { type Outcome, once } from "../../http/once";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { fingerprint } from "../../values/id";
import { meetingNow } from "../gather";
import { signingRefusal } from "../rules";
import { secretOfDeployment } from "../store";
import { digestOf } from "./rules";
import { sign, signedBefore } from "./store";

type Inside = { db: Database; place: Place; reader: Reader; today: Day };

/**
 * Signs the minutes of a meeting off: freezes them as they read, with a digest, unless somebody wrote of it meanwhile. A meeting is
 * signed once: by an earlier copy of this request, or by another one whose minutes stand ("different").
 */
export async function signMinutes(
	{ db, place, reader, today }: Inside,
	meeting: string,
	id: string,
): Promise<Outcome | "not-held" | "overtaken" | "votes-beyond-present"> {
	const madeFrom = await fingerprint({ id });
	const now = await meetingNow({ db, place, today }, meeting);
	if (now?.state === "signed")
		return (await signedBefore(db, place, meeting)) === madeFrom ? "again" : "different";
	if (now?.state !== "held") return "not-held";
	const refusal = signingRefusal(now.resolutions, now.figures.present);
	if (refusal) return refusal;
	const [deployment] = await secretOfDeployment(db);
	const minutes = JSON.stringify(now.minutes);
	const digest = await digestOf(deployment?.secret ?? "", place.id, meeting, minutes);
	let written = false;
	const seal = { id, by: reader.person, madeFrom, minutes, digest, standing: now.standing };
	const outcome = await once(
		async () => {
			written = await sign(db, place, meeting, seal, today);
		},
		() => signedBefore(db, place, meeting),
		madeFrom,
	);
	return written || outcome !== "made" ? outcome : "overtaken";
}
