import { describe, expect, it } from "vitest";
import { measures, placeLabels, widthOf } from "../../web/parts/ruler-labels";

const today = (at: number) => ({ at, wordings: ["今天"] });
const wave = { at: 0.83, wordings: ["测评 10•15–11•15", "测评"] };

describe("the labels of the year ruler", () => {
	it("stand over their points while there is room", () => {
		expect(placeLabels([today(0.2), wave], measures.wide)).toEqual([
			{ text: "今天", at: 0.2, shift: 0 },
			{ text: "测评 10•15–11•15", at: 0.83, shift: 0 },
		]);
	});

	it("never leave the ruler at either end of the year", () => {
		const [first] = placeLabels([today(0)], measures.narrow);
		const [last] = placeLabels([today(1)], measures.narrow);
		expect(first?.shift).toBe(12);
		expect(last?.shift).toBe(-12);
	});

	it("let the wave move aside for today, not today for the wave", () => {
		const [now, survey] = placeLabels([today(0.885), wave], measures.wide);
		expect(now?.shift).toBe(0);
		expect(survey).toMatchObject({ at: 0.885 });
		expect(survey?.shift).toBeLessThan(0);
	});

	it("never overlap, on any day of the year, on any screen", () => {
		const screens = [
			{ measure: measures.narrow, width: 312 },
			{ measure: measures.wide, width: 640 },
			{ measure: measures.wide, width: 976 },
		];
		for (const { measure, width } of screens) {
			for (let day = 0; day <= 365; day += 1) {
				const labels = [
					{ at: day / 365, wordings: ["Today 20 Nov", "Today"] },
					{ at: 0.83, wordings: ["Survey 15 Oct–15 Nov", "Survey"] },
				];
				const spans = placeLabels(labels, measure).flatMap((placed) => {
					if (!placed) return [];
					const middle = placed.at * width + placed.shift;
					return [
						[
							middle - widthOf(placed.text, measure.type) / 2,
							middle + widthOf(placed.text, measure.type) / 2,
						],
					];
				});
				const [one, other] = spans as [number, number][];
				if (one && other) expect(one[1] <= other[0] || other[1] <= one[0], `day ${day}`).toBe(true);
				expect(one, "today is always told").toBeDefined();
			}
		}
	});

	it("say less before they say nothing", () => {
		const crowd = [
			today(0.83),
			{ at: 0.83, wordings: ["五月二十九日会员活动日", "5•29"] },
			{ at: 0.83, wordings: ["一"] },
		];
		const placed = placeLabels(crowd, { width: 100, type: 12 });
		expect(placed[1]?.text).toBe("5•29");
	});
});
