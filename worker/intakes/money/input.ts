import * as v from "valibot";
import { type Account, sources, uses } from "../../funds/accounts";
import { methods } from "../../tables/dues";
import { idSchema } from "../../values/id";
import {
	bookDay,
	choice,
	day,
	line,
	listOf,
	requiredChoice,
	requiredCount,
	requiredMoney,
	tick,
} from "../../values/typed";
import { linesInLook, moneyLinesInChunk } from "./rules";

const number = requiredCount(1, 30_000_000);
const years = v.pipe(v.optional(v.array(requiredCount(2000, 2099)), []), v.maxLength(10, "too-many 10"));

/** A line to be looked at; amounts in yuan, and `went` where the money went out. */
const lookedSchema = v.object({
	line: number,
	day: v.nullable(day()),
	amount: v.nullable(requiredMoney()),
	went: v.optional(tick(), false),
	name: line(40),
	years,
	purpose: line(60),
	state: v.optional(v.picklist(["done", "undone", "own"], "not-a-choice"), "done"),
});
export type Looked = v.InferOutput<typeof lookedSchema>;

/** Lines to be looked at: nothing is written. */
export const moneyLookSchema = v.object({ lines: listOf(lookedSchema, linesInLook) });

/** A line that is to be posted: dues of a member for some years (`beyond`: more than is owed is a gift), or another entry. */
const postedSchema = v.object({
	line: number,
	as: v.picklist(["dues", "other"], "not-a-choice"),
	day: bookDay(),
	amount: requiredMoney(),
	went: v.optional(tick(), false),
	member: v.optional(v.nullable(idSchema), null),
	years,
	beyond: v.optional(tick(), false),
	account: v.optional(v.nullable(choice<Account>([...sources, ...uses])), null),
	party: line(40),
	approver: line(40),
	purpose: line(60),
	method: requiredChoice(methods),
});
export type PostedLine = v.InferOutput<typeof postedSchema>;
/** One that is in the books already, or isn't taken. */
const passedSchema = v.object({
	line: number,
	as: v.picklist(["same", "later", "left-out"], "not-a-choice"),
	entry: v.optional(v.nullable(idSchema), null),
});

/** Some lines of an intake, to be posted. */
export const moneyChunkSchema = v.object({
	number: requiredCount(0, 10_000),
	lines: listOf(v.union([postedSchema, passedSchema], "not-a-choice"), moneyLinesInChunk),
});
export type MoneyDecided = v.InferOutput<typeof moneyChunkSchema>["lines"][number];
