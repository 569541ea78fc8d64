import type { Act } from "../../roles/may";
import { actsOf } from "../../roles/may";
import type { Reached } from "../touched";

/** What an erasure may touch, counted by kind. */
export const touchedKinds = [
	"memberships",
	"attendances",
	"trainings",
	"receipts",
	"posts",
	"letters",
	"certificates",
	"sessions",
	"links",
	"changes",
	"households",
	"named",
	"applications",
	"decisions",
	"intakes",
	"joinings",
	"transfers",
	"waivers",
] as const;
export type TouchedKind = (typeof touchedKinds)[number];

/** Why somebody's details can't be erased now. */
export const erasureRefusals = ["still-member", "holds-a-post", "beyond"] as const;
export type ErasureRefusal = (typeof erasureRefusals)[number];

/**
 * Why a person can't be erased. Whoever still belongs or serves somewhere is not erased by the way: they leave first, and
 * that is a decision of its own with a day. And since nothing is left anywhere, the reader must be one who may erase people
 * in every organisation that knows them.
 * @param running how many memberships and posts run today or begin later
 */
export function erasureRefusal(
	running: { memberships: number; posts: number },
	touched: readonly Reached[],
): ErasureRefusal | null {
	if (running.memberships > 0) return "still-member";
	if (running.posts > 0) return "holds-a-post";
	const act: Act = "erase people";
	return touched.every(({ holds }) => actsOf(holds).includes(act)) ? null : "beyond";
}

/** Whether what was typed is the name, however it is spaced. */
export function isTheName(typed: string, name: string): boolean {
	const bare = (text: string) => text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
	return bare(typed) !== "" && bare(typed) === bare(name);
}
