import { monthIn } from "../../worker/plans/rules";
import type { Language } from "../../worker/values/language";
import { formatDay } from "../parts/format";
import { words } from "./words";

/** When something is planned: its day, or the month within which it is to happen. */
export function whenOf(item: { firstDay: string; lastDay: string }, language: Language): string {
	const month = monthIn(item);
	return month === null ? formatDay(item.firstDay, language, "short") : words[language].month(month);
}
