import * as v from "valibot";
import { idSchema } from "../../values/id";
import { money, requiredCount } from "../../values/typed";
import { outgoing, sourcesOfMoney } from "../accounts";

/** The accounts that a plan has a line for: all that money comes in by, but what there was before, and all that it goes out by. */
export const planned = [...sourcesOfMoney.filter((one) => one !== "opening"), ...outgoing] as const;

const lines = Object.fromEntries(planned.map((account) => [account, money()] as const));

/** A year's plan: an amount in yuan for each account, blank for nothing. */
export const budgetSchema = v.object({ id: idSchema, year: requiredCount(2000, 2099), ...lines });
export type NewBudget = { id: string; year: number } & Record<string, number | string | null>;
