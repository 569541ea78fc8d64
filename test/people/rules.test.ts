import { expect, test } from "vitest";
import { sortKey } from "../../worker/members/rules";
import { likenessOf, pairKey, proposalsAmong, type Somebody } from "../../worker/people/duplicates/rules";
import { readingOf } from "../../worker/people/joinings/facts";
import { mergedPeriods, type Period } from "../../worker/people/joinings/rules";

let count = 0;
const somebody = (name: string, known: Partial<Somebody> = {}): Somebody => ({
	...{ id: `p${count++}`, organisation: "sy", name, reading: readingOf(sortKey(name), name) },
	...{ sex: null, birthYear: null, telephone: null, address: null },
	...known,
});
const alike = (one: Somebody, other: Somebody) => likenessOf(one, other)?.strength ?? null;

test("same names taken for the same person at import (hitobito 10, 238; Dolibarr 28914): three pairs of one name stay apart.", () => {
	const pairs = [
		["解小红", { birthYear: 1984, telephone: "15704516507" }, { birthYear: 1987, telephone: "13518097616" }],
		["邢美娟", { birthYear: 1953, telephone: "18842649541" }, { birthYear: 1983, telephone: "13807726499" }],
		["陈春梅", { birthYear: 1949, telephone: "13885923189" }, { birthYear: 1988, telephone: "15974623244" }],
	] as const;
	const people = pairs.flatMap(([name, one, other]) => [somebody(name, one), somebody(name, other)]);
	expect(proposalsAmong(people, new Set())).toEqual([]);
	// Either alone would keep them apart.
	expect(alike(somebody("解小红", { birthYear: 1984 }), somebody("解小红", { birthYear: 1987 }))).toBeNull();
	expect(
		alike(somebody("解小红", { telephone: "15704516507" }), somebody("解小红", { telephone: "13518097616" })),
	).toBeNull();
});

test("One name and one telephone are one person, nearly surely; a year apart or unknown makes no difference.", () => {
	const one = somebody("张桂英", { birthYear: 1962, telephone: "13957901234" });
	expect(likenessOf(one, somebody("张 桂英", { birthYear: 1963, telephone: "13957901234" }))).toEqual({
		strength: "sure",
		reasons: ["same-name", "same-telephone", "near-year"],
	});
	expect(alike(one, somebody("张桂英", { telephone: "13957901234" }))).toBe("sure");
	expect(alike(one, somebody("张桂英", { birthYear: 1962 }))).toBe("likely");
	expect(alike(one, somebody("张桂英"))).toBe("perhaps");
	expect(alike(one, somebody("张桂英", { birthYear: 1962, sex: "male" }))).toBe("likely");
	expect(alike({ ...one, sex: "female" }, somebody("张桂英", { birthYear: 1962, sex: "male" }))).toBeNull();
});

test("Names that read alike, or one syllable off as ears confuse them, need something else that fits.", () => {
	const one = somebody("章桂英", { birthYear: 1962, telephone: "13957901234" });
	expect(likenessOf(one, somebody("张桂英", { telephone: "13957901234" }))?.reasons).toContain(
		"same-reading",
	);
	expect(likenessOf(one, somebody("臧桂英", { birthYear: 1962 }))).toEqual({
		strength: "perhaps",
		reasons: ["near-reading", "same-year"],
	});
	expect(alike(somebody("林丽", { birthYear: 1970 }), somebody("凌丽", { birthYear: 1970 }))).toBe("perhaps");
	expect(alike(somebody("刘兰", { birthYear: 1970 }), somebody("刘南", { birthYear: 1970 }))).toBe("perhaps");
	// Two syllables off, another name, or nothing else in common.
	expect(alike(somebody("林兰", { birthYear: 1970 }), somebody("凌南", { birthYear: 1970 }))).toBeNull();
	expect(alike(one, somebody("张桂花", { telephone: "13957901234" }))).toBeNull();
	expect(alike(one, somebody("张桂英"))).toBeNull();
});

test("What was decided to be two is proposed no more, whichever of them comes first.", () => {
	const [one, other] = [somebody("张桂英", { birthYear: 1962 }), somebody("张桂英", { birthYear: 1962 })];
	expect(proposalsAmong([one, other], new Set())).toHaveLength(1);
	expect(proposalsAmong([other, one], new Set([pairKey(one.id, other.id)]))).toEqual([]);
});

test("In a village of 410 of one surname hardly anybody is proposed.", () => {
	const people = Array.from({ length: 410 }, (_, index) =>
		somebody(`王${String.fromCharCode(0x4e00 + index * 7)}`, { birthYear: 1950 + (index % 40) }),
	);
	expect(proposalsAmong(people, new Set()).length).toBeLessThan(30);
});

const period = (
	person: string,
	from_day: string,
	to_day: string | null,
	more: Partial<Period> = {},
): Period => ({
	...{ organisation: "sy", person, from_day, to_day, kind: "ordinary", sort: "", left_because: null },
	...{ paid: "{}", small_group: null, tags: "[]", dues: "{}", carried: "{}", came_from: null, went_to: null },
	...more,
});

test("Overlapping memberships of both become one; those that only meet stay two.", () => {
	const merged = mergedPeriods(
		[
			period("a", "2015-01-01", "2019-01-01", { left_because: "moved" }),
			period("b", "2018-01-01", "2020-01-01", { left_because: "left", tags: '["t1"]', small_group: "g1" }),
			period("a", "2020-01-01", null, { tags: '["t2"]' }),
			period("b", "2022-01-01", null, { kind: "honorary", carried: '{"2021":4}' }),
			period("b", "2010-01-01", null, { organisation: "lf" }),
		],
		"a",
		"zhang 张",
	);
	expect(
		merged.map(({ organisation, person, from_day, to_day, kind, left_because, tags, small_group, carried }) =>
			[organisation, person, from_day, to_day, kind, left_because, tags, small_group, carried].join(" "),
		),
	).toEqual([
		'sy a 2015-01-01 2020-01-01 ordinary left ["t1"] g1 {}',
		'sy a 2020-01-01  ordinary  ["t2"]  {"2021":4}',
		"lf a 2010-01-01  ordinary  []  {}",
	]);
	expect(new Set(merged.map(({ sort }) => sort))).toEqual(new Set(["zhang 张"]));
});
