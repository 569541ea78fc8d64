import { type KeptItem, planItem } from "../../tables/plans";
import { type Day, yearOf } from "../../values/day";
import { yuanText } from "../../values/money";
import { type Mistakes, type Typed, typedOf } from "../../values/typed";
import type { KeyDay } from "../key-days/rules";
import { monthIn, monthOf } from "../rules";
import type { NewPlanItem } from "./input";

type KeyDayIn = Pick<KeyDay, "id" | "day">;
type When = Pick<KeptItem, "firstDay" | "lastDay" | "keyDay">;

/** When an item is to happen: on its day, on its key day, or within its month. Null where nothing says so. */
export function whenOf(year: number, typed: NewPlanItem, keyDays: readonly KeyDayIn[]): When | null {
	const known = keyDays.find(({ id }) => id === typed.key_day);
	const keyDay = known?.id ?? null;
	const day = typed.day ?? known?.day;
	if (day) return { firstDay: day, lastDay: day, keyDay };
	return typed.month ? { ...monthOf(year, Number(typed.month)), keyDay } : null;
}

/** What is wrong with an item as typed, in a plan of a year. */
export function itemMistakes(
	year: number,
	typed: NewPlanItem,
	keyDays: readonly KeyDayIn[],
	needsReason: boolean,
): Mistakes {
	const unknown = typed.key_day !== null && !keyDays.some(({ id }) => id === typed.key_day);
	const when = whenOf(year, typed, keyDays);
	return {
		...(unknown ? { key_day: "not-a-choice" } : {}),
		...(when === null ? { day: "when-missing" } : {}),
		...(typed.day !== null && yearOf(typed.day) !== year ? { day: `not-in-year ${year}` } : {}),
		...(needsReason && typed.reason === null ? { reason: "required" } : {}),
	};
}

/** An item as its form shows it. */
export function typedOfItem(item: KeptItem): Typed {
	const month = monthIn(item);
	return typedOf({
		...{ kind: item.kind, title: item.title, day: month === null ? item.firstDay : "" },
		...{ key_day: item.keyDay ?? "", month: month === null ? "" : String(month) },
		...{ place: item.place ?? "", helpers: item.helpers ?? "" },
		budget: item.budget === null ? "" : yuanText(item.budget),
	});
}

/** What was typed, as its form shows it again. */
export const typedAgain = ({ budget, ...rest }: NewPlanItem): Typed =>
	typedOf({ ...rest, budget: budget === null ? "" : yuanText(budget) });

/** The columns of an item that say what is planned. */
export const told = {
	id: planItem.id,
	kind: planItem.kind,
	title: planItem.title,
	firstDay: planItem.firstDay,
	lastDay: planItem.lastDay,
	keyDay: planItem.keyDay,
	place: planItem.place,
	budget: planItem.budget,
	helpers: planItem.helpers,
};

/** What changed of an item, field by field. */
export function changedFields(before: KeptItem, after: KeptItem): (keyof KeptItem)[] {
	return (Object.keys(told) as (keyof KeptItem)[]).filter((field) => before[field] !== after[field]);
}

/** Whether an item's days are over. */
export const isPast = ({ lastDay }: Pick<KeptItem, "lastDay">, today: Day) => lastDay < today;
