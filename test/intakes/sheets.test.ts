import { dsvFormat } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { linesFrom } from "../../worker/intakes/members/reading";
import { rowsIn, type Sheet, tablesIn } from "../../worker/intakes/sheet/rules";

const manner = { today: "2026-11-24", joined: null, exemptByNote: true, further: [] };
const uses = (sheet: Sheet, what: "members" | "organisations" = "members") =>
	tablesIn(sheet, what).map(({ columns }) => Object.fromEntries(columns.map(({ text, use }) => [text, use])));
const people = (sheet: Sheet) =>
	tablesIn(sheet, "members").flatMap((table, beside) =>
		linesFrom(table.columns, rowsIn(sheet, table, beside), manner),
	);

describe("Whatever a village's sheet looks like", () => {
	test("The header stands below titles, in row five, its words spaced out.", () => {
		const sheet = [
			["某某村计划生育协会会员花名册", null, null],
			["填报单位：某某村    填报日期：2025年12月"],
			[],
			["（共 2 人）"],
			["序 号", "名  字", "性 别", "联系方式", "加入时间"],
			[1, "张桂英", "女", 13957901234, "2019.5"],
			[2, "李 伟", "男", "0571-88886666", "2020年6月1日"],
			["总  计", "2人"],
			["填表人：王芳", null, "审核：陈洋"],
			["注：本表一式两份，村、镇各存一份"],
		];
		expect(people(sheet).map(({ line }) => [line.line, line.name, line.telephone, line.joined_on])).toEqual([
			[6, "张桂英", "13957901234", "2019-05-01"],
			[7, "李伟", "057188886666", "2020-06-01"],
		]);
	});

	test("Headings on two lines: 联系方式 over 电话 and 住址.", () => {
		const sheet = [
			["姓名", "性别", "联系方式", null, "入会时间"],
			[null, null, "电话", "住址", null],
			["张桂英", "女", "13957901234", "3组", "2019.5"],
		];
		expect(uses(sheet)).toEqual([
			{ 姓名: "name", 性别: "sex", 电话: "telephone", 住址: "address", 入会时间: "joined" },
		]);
		expect(people(sheet)).toHaveLength(1);
	});

	test("Two tables side by side on one sheet to save paper.", () => {
		const head = ["序号", "姓名", "电话", "入会时间"];
		const sheet = [
			["会员名册"],
			[...head, null, ...head],
			[1, "张桂英", "13957901234", "2019.5", null, 3, "李伟", "13957901235", "2020.5"],
			[2, "王芳", "13957901236", "2019.6", null, 4, "陈洋", "13957901237", "2020.6"],
			[null, null, null, null, null, 5, "杜勇", null, "2020.7"],
		];
		expect(people(sheet).map(({ line }) => `${line.line} ${line.name}`)).toEqual([
			"3 张桂英",
			"4 王芳",
			"100003 李伟",
			"100004 陈洋",
			"100005 杜勇",
		]);
	});

	test("Repeated headings, subtotals, group titles and blank lines are nobody.", () => {
		const sheet = [
			["姓名", "性别", "电话"],
			["一组", null, null],
			["张桂英", "女", "13957901234"],
			["小计", "1", null],
			[null, null, null],
			["姓名", "性别", "电话"],
			["李伟", "男", null],
			["第2页 共2页"],
		];
		expect(people(sheet).map(({ line }) => line.name)).toEqual(["张桂英", "李伟"]);
	});

	test("An English header, other order, a semicolon between.", () => {
		const text =
			"Joined on;Phone;Full name;Gender;Date of birth\n23/5/2019;13957901234;Anna Smith;F;3/5/1961\n";
		const sheet = dsvFormat(";").parseRows(text);
		expect(people(sheet)[0]?.line).toMatchObject({
			...{
				name: "Anna Smith",
				sex: "female",
				birth_year: 1961,
				telephone: "13957901234",
				joined_on: "2019-05-23",
			},
		});
	});

	test("No header at all: columns known by what they hold.", () => {
		const sheet = [
			["张桂英", "女", "1968.1", 13957901234, "三组5号"],
			["李伟", "男", "1970.5", 13957901235, "四组1号"],
		];
		expect(people(sheet).map(({ line }) => [line.name, line.sex, line.birth_year, line.telephone])).toEqual([
			["张桂英", "female", 1968, "13957901234"],
			["李伟", "male", 1970, "13957901235"],
		]);
	});

	test("An identity-card column is refused by its heading, by what it holds, and in a single cell.", () => {
		const sheet = [
			["姓名", "身份证号码", "证号", "备注", "子女数"],
			["张桂英", "330106196801011234", "330106196801011234", "党员", 2],
			["李伟", null, "33010619700501123X", "330106197005011233", 1],
		];
		expect(uses(sheet)).toEqual([
			{ 姓名: "name", 身份证号码: "identity", 证号: "identity", 备注: "note", 子女数: "private" },
		]);
		const read = people(sheet);
		expect(JSON.stringify(read)).not.toMatch(/\d{17}/);
		expect(read[1]?.faults).toMatchObject([{ field: "note", trouble: "identity-number", text: "" }]);
	});

	test("组 and 住址 are one address; a note of exemption makes an honorary member.", () => {
		const sheet = [
			["姓名", "组别", "家庭住址", "备注"],
			["张桂英", "3组", "村口路5号", "低保户 免会费"],
		];
		expect(people(sheet)[0]?.line).toMatchObject({ address: "3组 村口路5号", kind: "honorary" });
	});

	test("A tree, with Chinese headings and English ones.", () => {
		expect(
			uses(
				[
					["编码", "上级编码", "类别", "名称", "成年人数", "户数"],
					["jx", null, "区", "锦溪区"],
				],
				"organisations",
			),
		).toEqual([
			{
				编码: "code",
				上级编码: "parent",
				类别: "kind",
				名称: "name",
				成年人数: "adults",
				户数: "households",
			},
		]);
		expect(
			uses([["code", "parent", "kind", "name", "adults", "households", "members"]], "organisations"),
		).toEqual([
			{
				...{ code: "code", parent: "parent", kind: "kind", name: "name", adults: "adults" },
				...{ households: "households", members: "unused" },
			},
		]);
	});
});
