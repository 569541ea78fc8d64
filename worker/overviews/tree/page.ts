import type { Place } from "../../http/door";
import { initialsOf } from "../../members/pinyin";
import type { Database } from "../../tables/database";
import type { Status } from "../../tables/ground";
import type { Day } from "../../values/day";
import { foldedTreeOf, hadOf, isCounted, type Node, treeOf, yearEnds } from "./rules";
import { treeOn } from "./store";

type Inside = { db: Database; place: Place; today: Day };

/** The tree of a place on a day: what stands below, in what state, with how many members. */
export async function treePage({ db, place, today }: Inside, day: Day) {
	const [rows, foldedRows, [own], kinds] = await treeOn(db, place, day, today);
	const folded = foldedRows.length > 0;
	const { nodes, elsewhere } = folded
		? foldedTreeOf(foldedRows, place.path)
		: treeOf(rows, place.id, place.path);
	const here = isCounted(place) ? hadOf(own?.had ?? null) : { members: 0, women: 0 };
	const sum = (of: (node: Node) => number) => nodes.reduce((total, node) => total + of(node), 0);
	const counted = nodes.filter(isCounted);
	return {
		day,
		yearEnds: yearEnds(today),
		folded,
		whole: {
			organisations: counted.length + (folded ? sum(({ below }) => below) : 0),
			members: here.members + sum((node) => node.members + (folded ? node.membersBelow : 0)),
			women: here.women + sum((node) => node.women + (folded ? node.womenBelow : 0)),
		},
		elsewhere,
		kinds,
		nodes: nodes.map((node) => ({ ...node, initials: initialsOf(node.name) })).sort(byReading),
	};
}

type Sorted = { initials: string; name: string; status: Status };

/** By reading, what is gone last. */
const byReading = (one: Sorted, other: Sorted) => (keyOf(one) < keyOf(other) ? -1 : 1);
const keyOf = ({ initials, name, status }: Sorted) =>
	`${status === "deregistered" ? 1 : 0} ${initials} ${name}`;
