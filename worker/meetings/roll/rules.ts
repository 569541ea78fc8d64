import type { Roll } from "../input";

/** Who is to be marked, 1 where somebody signed for them, and whose mark goes. */
export type Difference = { marked: [person: string, proxy: 0 | 1][]; removed: string[] };

/**
 * What changed since the page was shown. Two who call one roll each send only their own difference, so both stand. Whoever
 * is ticked as there and as signed for is there.
 */
export function rollDifference({ came, proxy, before, before_proxy }: Roll): Difference {
	const marksOf = (there: readonly string[], signed: readonly string[]) =>
		new Map<string, 0 | 1>([
			...signed.map((id): [string, 1] => [id, 1]),
			...there.map((id): [string, 0] => [id, 0]),
		]);
	const [then, now] = [marksOf(before, before_proxy), marksOf(came, proxy)];
	return {
		marked: [...now].filter(([id, mark]) => then.get(id) !== mark),
		removed: [...then.keys()].filter((id) => !now.has(id)),
	};
}
