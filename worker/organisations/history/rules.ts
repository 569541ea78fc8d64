import type { StageAct } from "../../tables/tree";
import type { Day } from "../../values/day";
import { isRoot } from "../rules";

type Linked = { id: string; follows: string | null; toDay: Day | null };

/** The stages of a life, the latest first: several acts of one day stand in the order in which they followed each other. */
export function inOrder<Stage extends Linked>(stages: readonly Stage[]): Stage[] {
	const byId = new Map(stages.map((stage) => [stage.id, stage]));
	const ordered: Stage[] = [];
	for (let next = stages.find(({ toDay }) => toDay === null); next; next = byId.get(next.follows ?? "")) {
		byId.delete(next.id);
		ordered.push(next);
	}
	return [...ordered, ...stages.filter(({ id }) => byId.has(id))];
}

/** The stage that held on a day; none before the first. */
export function stageOn<Stage extends { fromDay: Day; toDay: Day | null }>(
	stages: readonly Stage[],
	day: Day,
): Stage | undefined {
	return stages.find(({ fromDay, toDay }) => fromDay <= day && (toDay === null || toDay > day));
}

/** Acts that another room begins and takes back itself, and those that nothing came before. */
const standing: readonly StageAct[] = ["entered", "merged", "split"];

type Latest = { act: StageAct; follows: string | null; madeOn: Day };

/** Whether the latest act may be taken back: a slip of today, that something stood before. */
export function isRetractable(latest: Latest | undefined, today: Day): latest is Latest {
	if (!latest || latest.follows === null) return false;
	return latest.madeOn === today && !standing.includes(latest.act);
}

/** Who takes an act back: whoever may do it. */
export function actNeeded(act: StageAct, place: { id: string; path: string }) {
	return act === "renamed" || (act === "rekinded" && isRoot(place))
		? "change the association"
		: "shape the tree";
}
