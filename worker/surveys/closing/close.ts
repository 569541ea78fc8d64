import type { Place } from "../../http/door";
import { type Outcome, once } from "../../http/once";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { fingerprint } from "../../values/id";
import { questionnaireIn } from "../questionnaire/ready";
import { publish } from "../score/publish";
import type { Rule } from "../score/published";
import type { WaveRow } from "../wave/store";
import type { NewClosing } from "./input";
import { digestOf, linesOf } from "./rules";
import { lookingAt, sheetsOf } from "./sheets";
import { closedBefore, sealWave } from "./store";
import { nodesOf, talliesOf, toBeSealed, treeOf, within } from "./tree";

/** How often a closing tries again when an answer lands between its reading and its writing. */
const tries = 5;

/**
 * Closes a wave in one go: reads what is to be sealed, works out what may be seen at every node and the digest, and writes all of it if
 * not one answer came in between. A wave is closed once: by an earlier copy of this request, or by another one whose figures
 * stand ("different").
 * @returns "overtaken" if answers came faster than the closing could read them
 */
export async function close(
	db: Database,
	place: Pick<Place, "id">,
	wave: WaveRow,
	{ id, handed_out: typed }: NewClosing,
	{ today, by }: { today: Day; by: string },
): Promise<Outcome | "overtaken"> {
	const questionnaire = questionnaireIn(wave);
	const looking = lookingAt(questionnaire);
	const madeFrom = await fingerprint({ id, handedOut: typed });
	for (let attempt = 0; attempt < tries; attempt++) {
		const [nodes, units, crossed, alike] = await db.batch([
			treeOf(db, wave.id),
			...toBeSealed(db, wave.id, looking),
		]);
		const secret = units[0]?.secret;
		if (!secret) throw new Error(`no tally for ${wave.id}`);
		const alone = units.length === 1 && units[0]?.unit === place.id;
		const handedOut = alone ? typed : null;
		const tallies = talliesOf(units, crossed, alike, ({ slips }) => handedOut ?? slips);
		const tree = nodesOf(within(place.id, nodes), tallies);
		const rule: Rule = { questionnaire, denominator: wave.denominator };
		const sealed = units.map((unit) => ({ ...unit, handedOut: handedOut ?? unit.slips }));
		const digest = await digestOf(secret, [linesOf(wave, today, sealed)]);
		const seal = {
			...{ id, wave: wave.id, firstDay: wave.firstDay, remark: looking.remark },
			...{ closedOn: today, by, handedOut, digest, madeFrom },
			answers: units.reduce((sum, { counts }) => sum + answersIn(counts), 0),
			sheets: await sheetsOf(publish(tree, rule), rule),
		};
		let landed = false;
		const outcome = await once(
			async () => {
				landed = await sealWave(db, seal);
			},
			() => closedBefore(db, wave.id),
			madeFrom,
		);
		if (landed || outcome !== "made") return outcome;
	}
	return "overtaken";
}

const answersIn = (counts: string): number => JSON.parse(counts).n ?? 0;
