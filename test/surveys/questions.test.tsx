import { expect, test } from "vitest";
import type { View } from "../../web/layout/view";
import type { SurveyFacts } from "../../web/surveys/answer-facts";
import { Questions } from "../../web/surveys/question";
import { newestQuestionnaire } from "../../worker/surveys/questionnaire/ready";

const { key: questionnaire, version, title, questions } = newestQuestionnaire;
const view: View = {
	language: "zh",
	path: "/s/w1/sy",
	today: "2026-11-22",
	demonstration: false,
	reader: null,
	place: null,
	flash: null,
};
const drawn = async (changes: Partial<SurveyFacts>) => {
	const plain = {
		wave: "w1",
		unit: "sy",
		unitName: "上园村",
		about: null,
		codeRequired: false,
		lastDay: "2026-12-01",
	};
	const nothing = { id: "a1", typed: {}, setback: null, mistakes: {}, large: false };
	const facts = {
		...plain,
		questionnaire,
		version,
		title,
		questions: [...questions],
		...nothing,
		...changes,
	};
	return String(await (<Questions facts={facts as SurveyFacts} view={view} />));
};

test("Questions with anything typed or wrong in them are never kept, even where no setback is told.", async () => {
	const typed = await drawn({ typed: { remark: "只有我知道", satisfied: "5" } });
	expect(typed).toContain("只有我知道");
	expect(await drawn({ mistakes: { satisfied: "required" } })).toContain('class="x"');
	const blank = await drawn({});
	expect(blank).not.toMatch(/只有我知道| checked|class="x"/);
	expect(await drawn({ typed: { remark: "另一个人" } })).toContain("另一个人");
	expect(await drawn({})).toBe(blank);
});
