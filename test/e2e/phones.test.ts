import { expect, test } from "vitest";
import { tryPhones } from "../../tools/bench/phones.mjs";

// The long form, two hundred phones without and with kills, is `npm run bench -- phones`.
test("Phones that check in at once, over sockets, with one answer in five lost: exactly those who came, each once.", async () => {
	const told = await tryPhones({ phones: 100, lost: 0.2 });
	expect(told).toMatchObject({ onRoll: 100, people: 100, listed: 100, missed: 0 });
	expect(told.lost).toBeGreaterThan(0);
	expect(told.tries).toBe(100 + told.lost);
});
