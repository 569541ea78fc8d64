import * as v from "valibot";
import { idSchema } from "../../values/id";
import { line, requiredCount, requiredLine } from "../../values/typed";
import { monthDayOf } from "./rules";

/** A day of the year, 5-29 or 5月29日, kept as `MM-DD`; null when blank. */
const monthDay = () =>
	v.pipe(
		line(20),
		v.check((text) => text === null || monthDayOf(text) !== null, "not-a-month-day"),
		v.transform((text) => (text === null ? null : monthDayOf(text))),
	);

const named = { zh: requiredLine(20), en: requiredLine(40), from_year: requiredCount(2000, 2199) };

/** A new key day. */
export const keyDaySchema = v.object({
	id: idSchema,
	...named,
	month_day: v.pipe(
		monthDay(),
		v.check((day) => day !== null, "required"),
	),
});

/** What a key day is from a year on; without a day it is none any more. */
export const keyDayChangeSchema = v.object({ id: idSchema, ...named, month_day: monthDay() });

export type KeyDayChange = v.InferOutput<typeof keyDayChangeSchema>;
