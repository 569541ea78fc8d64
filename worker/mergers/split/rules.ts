/** What stands against a split, each to be settled somewhere else first. */
export const blockers = ["transfers", "stuck"] as const;
export type Blocker = (typeof blockers)[number];

/** What stands against splitting groups off, each with its number; nothing when all is settled. */
export function blockersOf(transfers: number, stuck: number): { kind: Blocker; count: number }[] {
	const counts = { transfers, stuck };
	return blockers.flatMap((kind) => (counts[kind] > 0 ? [{ kind, count: counts[kind] }] : []));
}
