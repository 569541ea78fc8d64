import * as v from "valibot";
import { methods } from "../../tables/dues";
import { idSchema } from "../../values/id";
import { day, money, requiredChoice, requiredCount, requiredMoney } from "../../values/typed";

/** Saying that a share is passed up: of which year's dues, how much, in which way. */
export const shareSchema = v.object({
	id: idSchema,
	year: requiredCount(2000, 2099),
	amount: requiredMoney(),
	method: requiredChoice(methods),
});
export type NewShare = v.InferOutput<typeof shareSchema>;

/** What the level above asks of the dues below, in percent of at most two decimals, from a day on. Kept in hundredths of a percent. */
export const shareRuleSchema = v.object({
	id: idSchema,
	from_day: day(),
	rate: v.pipe(
		money(),
		v.check((rate) => rate !== null, "required"),
		v.check((rate) => rate === null || rate <= 10_000, "out-of-range 0 100"),
		v.transform((rate) => rate ?? 0),
	),
});

/** What becomes of a share, said above. */
export const shareEndSchema = v.object({ id: idSchema, outcome: requiredChoice(["received", "declined"]) });
export const shareTakingBackSchema = v.object({ id: idSchema });
