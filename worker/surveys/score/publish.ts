/**
 * From counts to published tables: the only way by which anything of an answer leaves.
 */
import { type Places, placesOf, type Row, rowOf } from "./places";
import { type Node, nothing, type Published, type Rule, type Sum, sums } from "./published";
import { type Looked, type Sign, signsOf, usualBeside, usualOf } from "./signs";
import { type CountedNode, type CountedUnit, grow, rowsOf, standingOf, summing } from "./sums";
import { crossingsOf, sumKey, tablesOf } from "./tables";
import { type Branch, type Shown, shownIn } from "./withholding";

/** The published tables of every node of a tree, the first of which is its root. */
export function publish(nodes: readonly Node[], rule: Rule, complementary = true): Map<string, Published> {
	const places = placesOf(rule.questionnaire);
	const counted = nodes.map(
		({ tally, ...node }): CountedNode => ({
			...node,
			tally: tally && {
				row: rowOf(places, tally.counts, tally.crossed),
				...{ adults: tally.adults, handedOut: tally.handedOut },
				alike: tally.alike ?? { identical: 0, straight: 0 },
			},
		}),
	);
	const publishedAt = publisher(counted, rule, complementary);
	return new Map(nodes.map(({ id }) => [id, publishedAt(id)]));
}

/**
 * Adds a whole tree up, and answers the tables of one node at a time, deciding where which may stand: a closing in parts makes a
 * few nodes' tables in each.
 */
export function publisher(
	nodes: readonly CountedNode[],
	rule: Rule,
	complementary = true,
): (id: string) => Published {
	const tree = grow(nodes);
	if (!tree) return () => nothing(null, 0);
	const places = placesOf(rule.questionnaire);
	const standing = standingOf(tree);
	const rows = rowsOf(nodes);
	const row = (id: string): Row => rows.get(id) ?? [];
	const shown = (basesOf: (id: string) => readonly number[], within: Shown | null) =>
		shownIn(standing, basesOf, within, complementary);

	const n = places.of("n");
	const answered = shown((id) => [row(id)[n] ?? 0], null);
	const tables = tablesOf(rule, places).map((table) => ({
		...table,
		at: shown((id) => [table.base(row(id))], answered),
	}));
	const tableFor = (sum: Sum) => tables.find(({ key }) => key === sumKey(rule, sum));
	const scored = tableFor("satisfied")?.at ?? { has: () => false };
	const crossings = crossingsOf(rule, places, row(tree.id)).map((crossing) => ({
		...crossing,
		at: shown((id) => crossing.bases(row(id)), scored),
	}));
	const sum = summing(nodes, tree, rows, n);
	const signs = signsIn(nodes, places, answered);
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const [paperAt, writtenAt] = [places.of("by:paper"), places.of(remarkLabel(rule))];

	return (id) => {
		const branch = standing.get(id)?.branch;
		const [adults, handedOut] = [sum.adults(id), sum.handedOut(id)];
		if (!branch || !answered.has(id)) return nothing(adults, handedOut);
		const own = row(id);
		const isUnit = branch.below.length === 0;
		const [paper, written] = [own[paperAt] ?? 0, own[writtenAt] ?? 0];
		return {
			...{ units: sum.units(id), adults, handedOut, answers: own[n] ?? 0 },
			tables: Object.fromEntries(tables.flatMap(({ key, at, of }) => (at.has(id) ? [[key, of(own)]] : []))),
			paper: paper === 0 || paper >= 10 ? paper : null,
			// Texts stand with their unit alone.
			remarks: byId.get(id)?.tally && isUnit && written >= 10 ? written : null,
			crossed: crossings.flatMap(({ of, at }) => (at.has(id) ? [of(own)] : [])),
			below: branch.below.map((child) => {
				const known = answered.has(child.id);
				return {
					...{ id: child.id, name: byId.get(child.id)?.name ?? "", units: sum.units(child.id) },
					answers: known ? (row(child.id)[n] ?? 0) : null,
					handedOut: known ? sum.handedOut(child.id) : null,
				};
			}),
			strata: Object.fromEntries(
				sums.flatMap((name) => {
					const table = tableFor(name);
					return table?.at.has(id) && !isUnit ? [[name, sum.strata(branch, table, table.at)]] : [];
				}),
			),
			...(isUnit
				? { signs: signs(id) }
				: { flagged: unitsOf(branch).filter((unit) => signs(unit).length > 0).length }),
		};
	};
}

/** The signs of a unit that is shown, beside all other units of the wave; none of anything else. */
function signsIn(nodes: readonly CountedNode[], places: Places, answered: Shown): (id: string) => Sign[] {
	const looked = new Map(
		nodes.flatMap(({ id, tally }) => (tally ? [[id, lookedAt(tally, places)] as const] : [])),
	);
	const usual = usualOf([...looked.values()]);
	return (id) => {
		const unit = looked.get(id);
		return unit && answered.has(id) ? signsOf(unit, usualBeside(unit, usual)) : [];
	};
}

function lookedAt({ row, adults, handedOut, alike }: CountedUnit, { of }: Places): Looked {
	const at = (label: string) => row[of(label)] ?? 0;
	return { answers: at("n"), adults, handedOut, bySlip: at("by:slip"), byPaper: at("by:paper"), ...alike };
}

const unitsOf = (branch: Branch): string[] =>
	branch.below.length === 0 ? [branch.id] : branch.below.flatMap(unitsOf);

const remarkLabel = ({ questionnaire }: Rule) =>
	`${questionnaire.questions.find(({ role }) => role === "remark")?.key}:said`;
