import { describe, expect, test } from "vitest";
import {
	comparison,
	differencesOf,
	type Known,
	type Line,
	proposalsFor,
} from "../../worker/intakes/members/rules";

const line = (number: number, more: Partial<Line>): Line => ({
	...{ line: number, place: null, name: "陈春梅", sex: "female", birth_year: 1988, telephone: "13957901234" },
	...{
		address: null,
		group: null,
		joined_on: "2014-09-05",
		exact: "day",
		kind: "ordinary",
		note: null,
		further: {},
	},
	...more,
});
const member = (more: Partial<Known>): Known => ({
	...{ id: "m1", place: "sy", name: "陈春梅", sex: "female", birth_year: 1988, telephone: "13957901234" },
	...{
		address: null,
		group: null,
		further: {},
		kind: "ordinary",
		note: null,
		joined_on: "2014-09-05",
		left_on: null,
		returned: false,
	},
	...more,
});
const proposal = (one: Line, known: Known[], before: Line[] = []) =>
	proposalsFor([...before, one], new Map([[one.line, known]])).at(-1);

describe("same names taken for the same person at import (hitobito 10, 238; Dolibarr 28914)", () => {
	test("same names taken for the same person at import (hitobito 10, 238; Dolibarr 28914): a name alone never makes two people one.", () => {
		const nothing = { sex: null, birth_year: null, telephone: null };
		expect(comparison(line(1, nothing), line(2, nothing)).verdict).toBe("unsure");
		expect(comparison(line(1, {}), line(2, { birth_year: 1949, telephone: "13885923189" })).verdict).toBe(
			"different",
		);
		expect(comparison(line(1, {}), line(2, { birth_year: 1949 })).verdict).toBe("unsure");
		expect(comparison(line(1, {}), line(2, { telephone: null })).verdict).toBe("same");
		expect(comparison(line(1, {}), line(2, { birth_year: null })).verdict).toBe("same");
		expect(comparison(line(1, {}), line(2, { sex: "male" })).verdict).toBe("unsure");
		expect(comparison(line(1, {}), line(2, { telephone: "13885923189" })).verdict).toBe("unsure");
		expect(
			comparison(line(1, { address: "三组" }), line(2, { telephone: "13885923189", address: "三组" }))
				.verdict,
		).toBe("same");
	});

	test("new, same as, look later: each with its reason.", () => {
		expect(proposal(line(4, {}), [])).toMatchObject({ outcome: "new", question: null });
		expect(proposal(line(4, {}), [member({})])).toMatchObject({
			outcome: "same",
			question: null,
			because: ["year", "telephone"],
		});
		expect(proposal(line(4, {}), [member({ birth_year: null, telephone: null })])).toMatchObject({
			outcome: "later",
			question: "alike",
		});
		expect(proposal(line(4, {}), [member({ birth_year: 1949, telephone: null })])).toMatchObject({
			outcome: "new",
			question: "namesake",
			because: ["other-year"],
		});
		expect(proposal(line(4, {}), [member({ left_on: "2020-01-01" })])).toMatchObject({
			outcome: "later",
			question: "left",
		});
		expect(proposal(line(4, {}), [member({}), member({ id: "m2" })])).toMatchObject({
			outcome: "later",
			question: "alike",
		});
		expect(proposal(line(4, { name: "陈椿梅" }), [member({})])).toMatchObject({
			outcome: "later",
			question: "sounds-alike",
		});
		expect(proposal(line(4, { name: "" }), [])).toMatchObject({ outcome: "later", question: "no-name" });
		expect(proposal(line(4, { joined_on: null }), [])).toMatchObject({
			outcome: "later",
			question: "no-day",
		});
	});

	test("Within a file the second line of one person is the first; namesakes and the next village's are not.", () => {
		expect(proposal(line(9, {}), [], [line(4, {})])).toMatchObject({
			outcome: "same",
			question: "same-as-line",
			twin: 4,
		});
		expect(proposal(line(9, { birth_year: 1949, telephone: null }), [], [line(4, {})])).toMatchObject({
			outcome: "new",
			question: "namesake-line",
			twin: 4,
		});
		expect(proposal(line(9, { place: "lf" }), [], [line(4, { place: "sy" })])).toMatchObject({
			outcome: "new",
			question: null,
		});
	});
});

describe("an import reset membership dates (Admidio 1592)", () => {
	test("an import reset membership dates (Admidio 1592): a date that is known is a difference to be shown, and a month that holds it is none.", () => {
		const other = differencesOf(line(4, { joined_on: "2015-01-01" }), member({}));
		expect(other).toEqual([{ field: "joined_on", from: "2014-09-05", to: "2015-01-01", fills: false }]);
		expect(differencesOf(line(4, { joined_on: "2014-09-01", exact: "month" }), member({}))).toEqual([]);
		expect(differencesOf(line(4, { joined_on: "2014-01-01", exact: "year" }), member({}))).toEqual([]);
		expect(
			differencesOf(line(4, { joined_on: "2013-01-01", exact: "year" }), member({ returned: true })),
		).toEqual([]);
	});

	test("What is not in the file takes nothing away from what is known.", () => {
		const sparse = line(4, { telephone: null, address: null, sex: null, birth_year: null });
		expect(differencesOf(sparse, member({ address: "三组", note: "党员" }))).toEqual([]);
		expect(differencesOf(line(4, { address: "四组" }), member({ address: null }))).toEqual([
			{ field: "address", from: null, to: "四组", fills: true },
		]);
	});
});
