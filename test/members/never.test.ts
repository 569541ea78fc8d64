import { describe, expect, test } from "vitest";
import { furtherValue, neverHeld } from "../../worker/members/fields/rules";
import { neverMarked } from "../../worker/members/tags/rules";

describe("What is never held has no field", () => {
	test.each([
		["身份证号", "identity"],
		["身份 证", "identity"],
		["证件号码", "identity"],
		["ID card", "identity"],
		["Passport no.", "identity"],
		["健康状况", "health"],
		["有无疾病", "health"],
		["残疾等级", "health"],
		["慢性病", "health"],
		["Blood pressure", "health"],
		["Disability", "health"],
		["避孕方式", "pregnancy"],
		["节育措施", "pregnancy"],
		["上环日期", "pregnancy"],
		["环", "pregnancy"],
		["怀孕", "pregnancy"],
		["Contraception", "pregnancy"],
		["IUD", "pregnancy"],
		["子女数", "children"],
		["孩子姓名", "children"],
		["生育情况", "children"],
		["独生 子女证", "children"],
		["失独", "children"],
		["Number of children", "children"],
		["Kids", "children"],
		["ＩＤ", "identity"],
	])("%s smells of %s", (name, of) => {
		expect(neverHeld(name)).toBe(of);
	});

	test.each([
		["环保志愿者"],
		["环境整治"],
		["单位"],
		["文化程度"],
		["党员"],
		["入会介绍人"],
		["民族"],
		["微信名"],
		["计生协职务"],
		["会员证编号"],
		["Employer"],
		["Schooling"],
		["Video calls"],
		["Skid loader"],
		["Person who introduced them"],
	])("%s may stand", (name) => {
		expect(neverHeld(name)).toBeNull();
	});

	test("A tag may name what somebody helps with, and not what somebody is or has.", () => {
		for (const name of ["健康宣传", "陪护病人", "关爱女孩", "接送孩子", "Health counselling"])
			expect(neverMarked(name), name).toBeNull();
		for (const name of ["残疾", "慢性病", "怀孕", "独生子女户", "Disabled"])
			expect(neverMarked(name), name).not.toBeNull();
	});
});

test("A value fits its field's kind, however it is typed.", () => {
	const field = { id: "f", zh: "", en: "", choices: ["初中", "高中"], toDay: null };
	const value = (kind: "text" | "number" | "day" | "choice", raw: unknown) => {
		const read = furtherValue({ ...field, kind }, raw);
		return read.ok ? read.value : read.reason;
	};
	expect(value("number", "１,234.5")).toBe(1234.5);
	expect(value("number", "-3")).toBe(-3);
	expect(value("number", "1e9")).toBe("not-a-number");
	expect(value("number", 7)).toBe(7);
	expect(value("day", "2026/3/5")).toBe("2026-03-05");
	expect(value("day", "2026-02-30")).toBe("not-a-day");
	expect(value("day", " ")).toBeNull();
	expect(value("choice", "初中")).toBe("初中");
	expect(value("choice", "大学")).toBe("not-a-choice");
	expect(value("text", "")).toBeNull();
	expect(value("text", "长".repeat(81))).toBe("too-long 80");
	expect(value("text", { a: 1 })).toBe("not-a-text");
});
