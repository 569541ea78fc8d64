import { describe, expect, it } from "vitest";
import { dailyCeiling, labelsOf, levelsOf, optionCounts, saidText } from "../../worker/surveys/answer/rules";
import {
	readyQuestionnaires,
	newestQuestionnaire as village,
} from "../../worker/surveys/questionnaire/ready";
import { isAware, questionsFor } from "../../worker/surveys/questionnaire/rules";

const right = { does: "helps", comes: "residents", accounts: "members" };

describe("A ready questionnaire", () => {
	it("asks satisfaction on five levels with 不了解, three knowledge questions with one right answer each", () => {
		expect(questionsFor(village, "satisfaction")[0]?.options.map((option) => option.key)).toEqual([
			"5",
			"4",
			"3",
			"2",
			"1",
			"unknown",
		]);
		const knowledge = questionsFor(village, "knowledge");
		expect(knowledge).toHaveLength(3);
		for (const question of knowledge) {
			expect(question.options.filter((option) => option.right)).toHaveLength(1);
			expect(question.options.at(-1)?.key).toBe("unknown");
		}
	});

	it("lets everybody keep sex and age to themselves, and asks nothing about health, pregnancy or children", () => {
		for (const role of ["sex", "age"] as const) {
			expect(questionsFor(village, role)[0]?.options.some((option) => option.key === "declined")).toBe(true);
		}
		expect(JSON.stringify(readyQuestionnaires)).not.toMatch(
			/health|pregnan|child|contracept|健康|怀孕|孕|孩|避孕|生育/i,
		);
	});
});

describe("Awareness of a person", () => {
	it("is two of three right; blanks among answered ones are not right; all blank is no answer", () => {
		expect(isAware(village, right)).toBe(true);
		expect(isAware(village, { ...right, does: "bills" })).toBe(true);
		expect(isAware(village, { does: "helps", comes: "residents" })).toBe(true);
		expect(isAware(village, { does: "helps" })).toBe(false);
		expect(isAware(village, { does: "unknown", comes: "unknown", accounts: "unknown" })).toBe(false);
		expect(isAware(village, { satisfied: "5" })).toBeNull();
	});
});

describe("An answer", () => {
	it("raises each of its counts by one, and nothing for what was left blank", () => {
		expect(
			labelsOf(village, { satisfied: "4", ...right, sex: "female", remark: "好" }, "slip", "2026-10-15"),
		).toEqual([
			"n",
			"satisfied:4",
			"does:helps",
			"comes:residents",
			"accounts:members",
			"sex:female",
			"remark:said",
			"aware:yes",
			"by:slip",
			"day:2026-10-15:slip",
		]);
		expect(labelsOf(village, { satisfied: "1" }, "poster", "2026-10-15")).toEqual([
			"n",
			"satisfied:1",
			"by:poster",
			"day:2026-10-15:poster",
		]);
	});

	it("is written the same whatever order its fields came in", () => {
		expect(saidText(village, { took: "yes", satisfied: "5" })).toBe('{"satisfied":"5","took":"yes"}');
	});
});

describe("Counts", () => {
	it("give each option in the question's order, and its base", () => {
		const took = questionsFor(village, "participation")[0];
		if (!took) throw new Error("the questionnaire asks about participation");
		expect(optionCounts({ "took:no": 3, "took:yes": 9 }, took)).toEqual({
			base: 12,
			options: [
				{ key: "yes", count: 9 },
				{ key: "no", count: 3 },
				{ key: "unsure", count: 0 },
			],
		});
		expect(levelsOf({ "satisfied:5": 2 }, "satisfied")).toEqual({
			"5": 2,
			"4": 0,
			"3": 0,
			"2": 0,
			"1": 0,
			unknown: 0,
		});
	});

	it("have a ceiling a day for answers without a code", () => {
		expect([dailyCeiling(null), dailyCeiling(12), dailyCeiling(180), dailyCeiling(9000)]).toEqual([
			300, 30, 180, 300,
		]);
	});
});
