/** What is looked at and what is written at a closing, in one go or in parts. */
import { sha256 } from "../../values/id";
import type { Questionnaire, Role } from "../questionnaire/rules";
import { crossedQuestions } from "../score/crossing";
import { type Published, partOf, type Rule } from "../score/published";
import { columnsOf } from "../score/signs";
import type { Sheet } from "./store";
import { isOrganisation, type Looking } from "./tree";

/** What a closing looks at in the answers to a questionnaire. */
export function lookingAt(questionnaire: Questionnaire): Looking {
	const satisfied = keyOf(questionnaire, "satisfaction");
	return {
		satisfied,
		attributes: satisfied ? crossedQuestions(questionnaire).map(({ key }) => key) : [],
		remark: keyOf(questionnaire, "remark"),
		columns: columnsOf(questionnaire),
	};
}

/** What is written of the published tables, node by node; a node's own answers among those below it have no sheet of their own. */
export function sheetsOf(published: Iterable<[node: string, seen: Published]>, rule: Rule): Promise<Sheet[]> {
	const question = keyOf(rule.questionnaire, "satisfaction");
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

const keyOf = ({ questions }: Questionnaire, role: Role) =>
	questions.find((question) => question.role === role)?.key ?? "";
