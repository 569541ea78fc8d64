import type { Act } from "../../roles/may";
import type { Status } from "../../tables/ground";
import type { Day } from "../../values/day";
import { isRoot } from "../rules";

type Doable = { needs: Act; from: readonly Status[]; atRoot: boolean };

const standing: readonly Status[] = ["active", "standardising"];
const notGone: readonly Status[] = ["unfounded", ...standing];

/** The acts of an organisation's life: who may do each, and how the organisation must stand. The root stays what it is. */
export const lifeActs = {
	founding: { needs: "shape the tree", from: ["unfounded", "deregistered"], atRoot: false },
	renaming: { needs: "change the association", from: standing, atRoot: true },
	relocation: { needs: "shape the tree", from: notGone, atRoot: false },
	standardisation: { needs: "shape the tree", from: ["active"], atRoot: false },
	"standardisation-end": { needs: "shape the tree", from: ["standardising"], atRoot: false },
	deregistration: { needs: "shape the tree", from: notGone, atRoot: false },
} as const satisfies Record<string, Doable>;
export type LifeActName = keyof typeof lifeActs;
export const lifeActNames = Object.keys(lifeActs) as LifeActName[];

type Standing = {
	id: string;
	path: string;
	status: Status;
	practice: boolean;
	acts: readonly Act[];
};

/** Whether an act is possible as a place stands. A practice village isn't moved about. */
export function isPossible(act: LifeActName, place: Standing): boolean {
	const { from, atRoot }: Doable = lifeActs[act];
	if (!atRoot && isRoot(place)) return false;
	if (place.practice && act === "relocation") return false;
	return from.includes(place.status);
}

/** The acts that a reader may do at a place as it stands. */
export function actsAt(place: Standing): LifeActName[] {
	return lifeActNames.filter((act) => place.acts.includes(lifeActs[act].needs) && isPossible(act, place));
}

/** The mistake in the day of an act: it is still to come, or lies before what happened last. */
export function dayMistake(day: Day, today: Day, ...notBefore: readonly Day[]): string | null {
	if (day > today) return "after-today";
	const latest = notBefore.reduce((one, other) => (one > other ? one : other), "");
	return day < latest ? `before-stage ${latest}` : null;
}
