import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	birthYearIn,
	columnOf,
	dayIn,
	dayOfSerial,
	holdsIdentityNumber,
	memberKindIn,
	nameIn,
	sexIn,
	telephoneIn,
} from "../../worker/values/cell";
import { isDay } from "../../worker/values/day";

const today = "2026-11-24";
const plain = { serials: false };
const serials = { serials: true };

describe("Years of birth as people type them", () => {
	test.each([
		["1989.1", 1989],
		["1995年6月", 1995],
		["１９７０.５", 1970],
		["199109", 1991],
		["19910901", 1991],
		["91.5", 1991],
		["05.3", 2005],
		["1992-02", 1992],
		["1963/4/7", 1963],
		["'1964.6", 1964],
		["1947年5月3日", 1947],
		["出生1950.2", 1950],
		["1988", 1988],
		[1988, 1988],
		[1989.1, 1989],
		[198909, 1989],
		[32874, 1990],
		[new Date("1956-08-01T00:00:00Z"), 1956],
		["3/5/1961", 1961],
		["", null],
		["不详", null],
	] as const)("%s is %s", (cell, year) => {
		expect(birthYearIn(cell as never, plain, today)).toEqual({ value: year });
	});

	test.each([
		["22.5", "not-a-year"],
		["15.5", "not-a-year"],
		["19891", "two-years"],
		["1989.13", "not-a-year"],
		["2031.1", "not-a-year"],
		["八九年", "not-a-year"],
	] as const)("%s is asked about", (cell, trouble) => {
		expect(birthYearIn(cell, plain, today)).toEqual({ value: null, trouble });
	});

	test("A column of serial days is one as a whole; 19891 is a day there and a question elsewhere.", () => {
		expect(columnOf([32874, 19891, null, 21000])).toEqual({ serials: true });
		expect(columnOf([32874, 199109])).toEqual({ serials: false });
		expect(birthYearIn(19891, serials, today)).toEqual({ value: 1954 });
	});
});

describe("Days as people type them", () => {
	test.each([
		["2014.2.16", "2014-02-16", "day"],
		["2021年7月", "2021-07-01", "month"],
		["2009年6月3日", "2009-06-03", "day"],
		["2011/2/23", "2011-02-23", "day"],
		["２０１１．２．２３", "2011-02-23", "day"],
		["20190616", "2019-06-16", "day"],
		["201906", "2019-06-01", "month"],
		["2019", "2019-01-01", "year"],
		["2019年", "2019-01-01", "year"],
		["19.6.1", "2019-06-01", "day"],
		["98.6", "1998-06-01", "month"],
		["2019-06-16 00:00:00", "2019-06-16", "day"],
		["2019-06-16T00:00:00Z", "2019-06-16", "day"],
		["23/5/2019", "2019-05-23", "day"],
		["Jun 16, 2019", "2019-06-16", "day"],
		["16 June 2019", "2019-06-16", "day"],
		["June 2019", "2019-06-01", "month"],
		[2014.2, "2014-02-01", "month"],
		[43632, "2019-06-16", "day"],
		[new Date("2011-02-23T00:00:00Z"), "2011-02-23", "day"],
		[new Date("2011-02-22T23:59:59Z"), "2011-02-23", "day"],
	] as const)("%s is %s", (cell, value, exact) => {
		expect(dayIn(cell as never, plain, today)).toEqual({ value, exact });
	});

	test("What may be two days is none: 6/7/2019, and 2014.1 that may have been 2014.10.", () => {
		expect(dayIn("6/7/2019", plain, today)).toEqual({ value: null, trouble: "two-days" });
		expect(dayIn(2014.1, plain, today)).toEqual({ value: null, trouble: "two-days" });
		expect(dayIn("2014.1", plain, today)).toEqual({ value: "2014-01-01", exact: "month" });
		expect(dayIn("2027.1.1", plain, today)).toEqual({ value: null, trouble: "after-today" });
		expect(dayIn("2019.2.30", plain, today)).toEqual({ value: null, trouble: "not-a-day" });
	});

	const someDay = fc
		.date({
			min: new Date("1950-01-01T00:00:00Z"),
			max: new Date("2026-11-24T00:00:00Z"),
			noInvalidDate: true,
		})
		.map((date) => date.toISOString().slice(0, 10));
	const wide = (text: string) =>
		text.replace(/[0-9.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

	test("Every day is read back from each way of writing it.", () => {
		fc.assert(
			fc.property(someDay, fc.boolean(), (day, padded) => {
				const [year = "", month = "", date = ""] = day.split("-");
				const [m, d] = padded ? [month, date] : [String(Number(month)), String(Number(date))];
				const ways = [
					`${year}.${m}.${d}`,
					`${year}-${m}-${d}`,
					`${year}/${m}/${d}`,
					`${year}年${m}月${d}日`,
					`${year}${month}${date}`,
				];
				for (const way of [...ways, ...ways.map(wide), ...ways.map((one) => ` '${one} `)]) {
					expect(dayIn(way, plain, today)).toEqual({ value: day, exact: "day" });
					expect(birthYearIn(way, plain, today)).toEqual({ value: Number(year) });
				}
				expect(dayIn(new Date(`${day}T00:00:00Z`), plain, today).value).toBe(day);
				const serial = Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000);
				expect(dayOfSerial(serial)).toBe(day);
				expect(dayIn(serial, serials, today)).toEqual({ value: day, exact: "day" });
			}),
		);
	});

	test("Whatever is typed gives a day of the calendar up to today, or none.", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.double(), fc.stringMatching(/^[0-9./年月日-]{0,12}$/)), (cell) => {
				const { value } = dayIn(cell, plain, today);
				expect(value === null || (isDay(value) && value <= today)).toBe(true);
				const year = birthYearIn(cell, plain, today).value;
				expect(year === null || (year >= 1900 && year <= 2026)).toBe(true);
			}),
		);
	});
});

describe("Telephones, names, sexes, kinds", () => {
	test.each([
		[15778721434, "15778721434"],
		["\t15744773401", "15744773401"],
		["'13525404841", "13525404841"],
		["１３５６３３４３９９６", "13563343996"],
		["135 6334 3996", "13563343996"],
		["135-6334-3996", "13563343996"],
		["+86 13563343996", "13563343996"],
		["0571-88886666", "057188886666"],
		["1.5778721434E+10", "15778721434"],
		["无", null],
		[null, null],
	] as const)("%s is %s", (cell, value) => {
		expect(telephoneIn(cell)).toEqual({ value });
	});
	test("A number with a digit too few is asked about, and so are two.", () => {
		expect(telephoneIn("1356334399")).toEqual({ value: null, trouble: "not-a-telephone" });
		expect(telephoneIn("13563343996/88886666")).toEqual({ value: "13563343996", trouble: "two-telephones" });
	});
	test("Names lose the spaces that pad them, and keep those that belong.", () => {
		expect(nameIn("  曾 超")).toEqual({ value: "曾超" });
		expect(nameIn("曾　超")).toEqual({ value: "曾超" });
		expect(nameIn("Anna Smith")).toEqual({ value: "Anna Smith" });
		expect(nameIn("王芳(已故)").trouble).toBe("not-a-name");
	});
	test("Sexes and kinds.", () => {
		for (const one of ["女", "女性", "F", "female", "2"]) expect(sexIn(one).value).toBe("female");
		for (const one of ["男", "M", "Male", 1]) expect(sexIn(one).value).toBe("male");
		expect(sexIn("?").trouble).toBe("not-a-sex");
		expect(memberKindIn("名誉会员").value).toBe("honorary");
		expect(memberKindIn("团体会员").value).toBe("group");
		expect(memberKindIn("普通会员").value).toBe("ordinary");
	});
	test("Identity-card numbers are known in any dress; telephones and ids are none.", () => {
		for (const one of [
			"330106198901011234",
			"33010619890101123X",
			"'330106198901011234",
			"证号330106198901011234",
			330106890101123,
		])
			expect(holdsIdentityNumber(one), String(one)).toBe(true);
		for (const one of ["13563343996", "057188886666", 199109, "雅溪村7组129号", "1234567890123456789"])
			expect(holdsIdentityNumber(one), String(one)).toBe(false);
	});
});
