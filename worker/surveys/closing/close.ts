import type { Place } from "../../http/door";
import { type Outcome, once } from "../../http/once";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { fingerprint, sha256 } from "../../values/id";
import { questionnaireIn } from "../questionnaire/ready";
import type { Questionnaire, Role } from "../questionnaire/rules";
import { crossedQuestions } from "../score/crossing";
import { partOf, publish, type Rule } from "../score/published";
import { columnsOf } from "../score/signs";
import type { WaveRow } from "../wave/store";
import type { NewClosing } from "./input";
import { digestOf } from "./rules";
import { closedBefore, type Sheet, sealWave } from "./store";
import { isOrganisation, nodesOf, toBeSealed } from "./tree";

/** How often a closing tries again when an answer lands between its reading and its writing. */
const tries = 5;

/**
 * Closes a wave: reads what is to be sealed, works out what may be seen at every node and the digest, and writes all of it if
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
	const question = keyOf(questionnaire, "satisfaction");
	const attributes = question ? crossedQuestions(questionnaire).map(({ key }) => key) : [];
	const looking = { columns: columnsOf(questionnaire), remark: keyOf(questionnaire, "remark") };
	const madeFrom = await fingerprint({ id, handedOut: typed });
	for (let attempt = 0; attempt < tries; attempt++) {
		const [units, nodes, crossed, alike] = await db.batch(
			toBeSealed(db, wave.id, question, attributes, looking),
		);
		const secret = units[0]?.secret;
		if (!secret) throw new Error(`no tally for ${wave.id}`);
		const alone = units.length === 1 && units[0]?.unit === place.id;
		const handedOut = alone ? typed : null;
		const tree = nodesOf(place.id, { units, nodes, crossed, alike }, ({ slips }) => handedOut ?? slips);
		const rule: Rule = { questionnaire, denominator: wave.denominator };
		const sealed = units.map((unit) => ({ ...unit, handedOut: handedOut ?? unit.slips }));
		const digest = await digestOf(secret, wave, today, sealed);
		const seal = {
			...{ id, wave: wave.id, firstDay: wave.firstDay, remark: keyOf(questionnaire, "remark") },
			...{ closedOn: today, by, handedOut, digest, madeFrom },
			answers: units.reduce((sum, { counts }) => sum + answersIn(counts), 0),
			sheets: await sheetsOf(publish(tree, rule), rule, question),
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

const keyOf = ({ questions }: Questionnaire, role: Role) =>
	questions.find((question) => question.role === role)?.key ?? "";

const answersIn = (counts: string): number => JSON.parse(counts).n ?? 0;

/** What is written of the published tables, node by node. */
function sheetsOf(published: ReturnType<typeof publish>, rule: Rule, question: string): Promise<Sheet[]> {
	return Promise.all(
		[...published]
			.filter(([node]) => isOrganisation(node))
			.map(async ([node, seen]) => {
				const tables = JSON.stringify(seen);
				const table = seen.tables[question];
				const [satisfied, answered] = table ? partOf(rule, question, table) : [null, null];
				return { node, satisfied, answered, tables, print: await sha256(tables) };
			}),
	);
}
