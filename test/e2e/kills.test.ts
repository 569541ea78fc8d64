import { expect, test } from "vitest";
import { tryReceipts } from "../../tools/bench/receipts.mjs";

// The short form of `npm run bench -- receipts`, which kills forty times.
test("Killed in the middle of receipts, the server loses none that was acknowledged and doubles none; chains stay whole, numbers gapless.", async () => {
	const told = (await tryReceipts({ kills: 3 })) as { acknowledged: number; stored?: number };
	expect(told.acknowledged).toBeGreaterThan(20);
	expect(told.stored).toBe(told.acknowledged);
	expect(told).toMatchObject({ doubled: 0, gaps: 0, unbalanced: 0, broken: [] });
});
