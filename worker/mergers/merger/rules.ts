import type { Act } from "../../roles/may";
import type { Status } from "../../tables/ground";

/** What stands against a merger, each to be settled somewhere else first. */
export const blockers = [
	"same",
	"parents",
	"practice",
	"gone-rests",
	"stays-rests",
	"below",
	"waves",
	"asked",
	"applications",
	"transfers",
	"intakes",
	"balance",
	"stuck",
] as const;
export type Blocker = (typeof blockers)[number];

/** How two organisations stand that may be merged. */
type Side = { id: string; path: string; status: Status; practice: boolean; acts: readonly Act[] };

/** What is not settled yet at the one that would be gone, in numbers; the balance in fen. */
export type Unsettled = Record<
	"below" | "waves" | "asked" | "applications" | "transfers" | "intakes" | "balance",
	number
>;

const parentOf = (path: string) => path.split("/").at(-3);
const rests = ({ status }: Side) => status !== "active" && status !== "standardising";

/** What stands against merging `gone` into `stays`, each with its number; nothing when all is settled. */
export function blockersOf(
	stays: Side,
	gone: Side,
	unsettled: Unsettled,
	stuck: number,
): { kind: Blocker; count: number }[] {
	const counts: Partial<Record<Blocker, number>> = {
		same: Number(stays.id === gone.id),
		parents: Number(parentOf(stays.path) !== parentOf(gone.path)),
		practice: Number(stays.practice !== gone.practice),
		"gone-rests": Number(rests(gone)),
		"stays-rests": Number(rests(stays)),
		...unsettled,
		stuck,
	};
	return blockers.flatMap((kind) => (counts[kind] ? [{ kind, count: counts[kind] }] : []));
}
