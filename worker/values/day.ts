/** A civil day in the root's time zone, `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that the calendar has, from 1900 to 2199. */
export function isDay(text: string): text is Day {
	const parts = shape.exec(text);
	if (!parts) return false;
	const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
	if (year < 1900 || year > 2199) return false;
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The civil day on which an instant (epoch seconds) falls in a time zone. */
export function dayOf(instant: number, zone: string): Day {
	// The Swedish locale writes days as YYYY-MM-DD.
	return formatter(zone).format(instant * 1000);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
	let known = formatters.get(zone);
	if (!known) {
		known = new Intl.DateTimeFormat("sv-SE", {
			timeZone: zone,
			year: "numeric",
			month: "2-digit",
			day: "2-digit",
		});
		formatters.set(zone, known);
	}
	return known;
}

/** The first day that money is kept of: books are asked for by years of this century. */
export const firstBookDay = "2000-01-01";

/** The mistake in a day that is still to come; none in one that is here or past. */
export function afterToday(day: Day, today: Day): "after-today" | null {
	return day > today ? "after-today" : null;
}

/** The day as of which somebody asks: today for none, for what is no day, and for one to come. */
export function pastDay(asked: string | undefined, today: Day): Day {
	return asked && isDay(asked) && asked <= today ? asked : today;
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
	return Number(day.slice(0, 4));
}

/** The day a number of days later (or earlier, when negative). */
export function daysAfter(day: Day, days: number): Day {
	return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day of the month so many months later; the month's last day where it has no such day. */
export function monthsAfter(day: Day, months: number): Day {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** How many days lie from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The present instant in epoch seconds. */
export function nowInSeconds(): number {
	return Math.floor(Date.now() / 1000);
}

/** Now, in milliseconds. */
export const nowInMilliseconds = () => Date.now();
