import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import { verdictWord } from "../parts/verdict";
import type { BoardFacts } from "./home-facts";
import { words } from "./home-words";
import type { treeFacts } from "./tree";
import { words as treeWords } from "./tree-words";

type BoardRow = Pick<BoardFacts["rows"][number], Exclude<keyof BoardFacts["rows"][number], "organisation">>;
type Tree = v.InferOutput<typeof treeFacts>;
type Node = Tree["nodes"][number];

const share = (of: number) => Math.round(of * 1000) / 1000;

/** A board as a file, its sums last. */
export function boardSheet({ rows, whole, watchesQuiet }: BoardFacts, year: number, language: Language) {
	const say = words[language];
	const columns: SheetColumn<BoardRow>[] = [
		{ head: say.name, wide: 30, cell: ({ name }) => name || say.all },
		{ head: say.units, is: "number", cell: ({ below }) => below },
		{ head: say.members, is: "number", cell: ({ members }) => members },
		...(watchesQuiet
			? [{ head: say.quiet, is: "number" as const, cell: ({ quiet }: BoardRow) => quiet }]
			: []),
		{ head: say.held, is: "number", cell: ({ held }) => held },
		...Array.from(
			{ length: 12 },
			(_, month): SheetColumn<BoardRow> => ({
				head: `${month + 1}`,
				is: "number",
				wide: 5,
				cell: ({ months }) => months[month] ?? 0,
			}),
		),
		{ head: say.duesOwed, is: "number", cell: ({ owing }) => owing },
		{ head: say.duesHad, is: "number", cell: ({ paid }) => paid },
		{
			head: say.satisfied,
			is: "share",
			cell: ({ score }) => (typeof score === "string" ? null : share(score.share)),
		},
		{
			head: say.verdict,
			cell: ({ score }) =>
				score === "none" ? null : verdictWord(typeof score === "string" ? score : score.verdict, language),
		},
	];
	return sheetOf(`${say.below}-${year}`, columns, whole ? [...rows, { ...whole, name: "" }] : rows);
}

/** The tree as a file, each under the one above it. */
export function treeSheet(
	{ day, nodes, kinds }: Tree,
	place: { id: string; name: string },
	language: Language,
) {
	const say = treeWords[language];
	const names = new Map(nodes.map(({ id, name }) => [id, name]));
	const columns: SheetColumn<Node>[] = [
		{ head: say.above, wide: 30, cell: ({ parent }) => names.get(parent ?? "") ?? place.name },
		{ head: say.name, wide: 30, cell: ({ name }) => name },
		{
			head: say.kind,
			wide: 14,
			cell: (node) => kinds.find(({ id }) => id === node.kind)?.[language] ?? node.kind,
		},
		{
			head: say.status,
			wide: 12,
			cell: ({ status, practice }) => (practice ? say.practice : say.statuses[status]),
		},
		{ head: say.members, is: "number", cell: ({ members }) => members },
		{ head: say.women, is: "number", cell: ({ women }) => women },
		{ head: say.organisationsBelow, is: "number", cell: ({ below }) => below },
		{ head: say.membersBelow, is: "number", cell: ({ membersBelow }) => membersBelow },
	];
	return sheetOf(`${say.title}-${day}`, columns, underEachOther(nodes, place.id));
}

/** Nodes in the order in which a tree is drawn; one whose parent isn't among them stands directly below the place. */
function underEachOther(nodes: readonly Node[], place: string): Node[] {
	const known = new Set(nodes.map(({ id }) => id));
	const under = Map.groupBy(nodes, ({ parent }) => (parent && known.has(parent) ? parent : place));
	const walk = (id: string): Node[] => (under.get(id) ?? []).flatMap((node) => [node, ...walk(node.id)]);
	return walk(place);
}
