import * as v from "valibot";
import { idSchema, manyIds } from "../../values/id";
import { count, listOf, requiredLine, tick } from "../../values/typed";

/** The most members whose attendance one form may carry. */
export const mostNames = 1000;

/** Which half-day: the first where none is said. */
const session = v.pipe(
	v.optional(count(1, 20), ""),
	v.transform((number) => number ?? 1),
);

/**
 * Who came, as ticked, and who was ticked when the page was shown: what counts is the difference. proxy: those newly ticked were
 * signed for by somebody else.
 */
export const attendanceSchema = v.object({
	id: idSchema,
	session,
	proxy: v.optional(tick(), ""),
	came: manyIds(mostNames),
	before: manyIds(mostNames),
});

/** One tap on a name: who, whether they came, and when by the phone's clock as the server's stands, in milliseconds. */
const tapSchema = v.object({
	id: idSchema,
	person: idSchema,
	came: v.boolean(),
	proxy: v.boolean(),
	at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
});

/** Taps that a phone kept, to be sent once; their order doesn't matter. */
export const tapsSchema = v.object({ id: idSchema, session, taps: listOf(tapSchema, mostNames) });

/** Everybody on the roll gets a number. */
export const numberingSchema = v.object({ id: idSchema });

/** Numbers of the signed sheet, as somebody keys them in. */
export const numbersSchema = v.object({ id: idSchema, session, numbers: requiredLine(500) });
