import type { ActivityKind } from "../../tables/activities";
import type { KeptItem } from "../../tables/plans";
import { isDay } from "../../values/day";
import type { Language } from "../../values/language";
import type { KeyDay } from "../key-days/rules";
import { monthIn, monthOf } from "../rules";

/** What a plan may begin with: the one of the year before, or a ready-made one. */
export const beginnings = ["last-year", "ready"] as const;

type Begun = Omit<KeptItem, "id">;
type KeyDayIn = Pick<KeyDay, "id" | "name" | "day">;

const bare = { keyDay: null, place: null, budget: null, helpers: null };

/** The same items a year later: on the same day or in the same month, for a key day on that day as it now is. */
export function yearLater(year: number, items: readonly KeptItem[], keyDays: readonly KeyDayIn[]): Begun[] {
	return items.map(({ id: _, ...item }) => {
		const month = monthIn(item);
		if (month !== null) return { ...item, ...monthOf(year, month) };
		const day = keyDays.find(({ id }) => id === item.keyDay)?.day ?? `${year}${item.firstDay.slice(4)}`;
		const there = isDay(day) ? day : `${year}-02-28`;
		return { ...item, firstDay: there, lastDay: there };
	});
}

type Ready = { month: number; kind: ActivityKind } & Record<Language, string>;

/** What nearly every association does within a year, by month. */
const ready: readonly Ready[] = [
	{ month: 1, kind: "visit", zh: "春节前走访慰问", en: "Visits before the Spring Festival" },
	{ month: 3, kind: "meeting", zh: "会员代表会议", en: "Members' assembly" },
	{ month: 4, kind: "training", zh: "会员培训", en: "Training for members" },
	{ month: 9, kind: "contest", zh: "文体活动", en: "Games and performances" },
	{ month: 10, kind: "visit", zh: "重阳节走访老人", en: "Visits to the aged" },
	{ month: 12, kind: "meeting", zh: "理事会：年度总结", en: "Council: the year in review" },
];

/** A ready-made plan: the key days, and what nearly everybody does besides. */
export function readyPlan(year: number, keyDays: readonly KeyDayIn[], language: Language): Begun[] {
	const forKeyDays = keyDays.map(({ id, name, day }) => ({
		...bare,
		...{
			kind: "publicity" as const,
			title: titleFor(name, language),
			firstDay: day,
			lastDay: day,
			keyDay: id,
		},
	}));
	const others = ready.map(({ month, kind, ...title }) => ({
		...bare,
		...{ kind, title: title[language], ...monthOf(year, month) },
	}));
	return [...forKeyDays, ...others];
}

const titleFor = (name: Record<Language, string>, language: Language) =>
	language === "zh" ? `${name.zh}宣传` : name.en;
