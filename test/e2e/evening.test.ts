import { expect, test } from "vitest";
import { tryEvening } from "../../tools/bench/evening.mjs";

// The long form, thirty thousand answers from every village of a district, is `npm run bench -- evening`.
test("Of an evening's answers none is lost and none counts twice, though replies go astray and the server is killed.", async () => {
	const answers = 320;
	const told = await tryEvening({ answers, villages: 12, kills: 1 });
	expect(told).toMatchObject({ stored: answers, right: answers, spent: answers, doubled: 0, different: 0 });
	expect(told.mostRows).toBeLessThanOrEqual(3);
	expect(told.requestsEach).toBeLessThanOrEqual(2);
});
