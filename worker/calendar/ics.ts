import { type Day, daysAfter } from "../values/day";

/** An entry as calendar programs read it: a whole day or several, each with a name that never changes. */
export type Entry = {
	uid: string;
	firstDay: Day;
	lastDay: Day;
	summary: string;
	location: string | null;
	url: string;
	cancelled: boolean;
};

/** A calendar by RFC 5545. Days are civil days and no instants, so no time zone is needed. */
export function icsOf(name: string, entries: readonly Entry[], now: number): string {
	const lines = [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Huijia//Calendar//ZH",
		"CALSCALE:GREGORIAN",
		"METHOD:PUBLISH",
		`X-WR-CALNAME:${escaped(name)}`,
		...entries.flatMap((entry) => linesOf(entry, stampOf(now))),
		"END:VCALENDAR",
	];
	return `${lines.map(folded).join("\r\n")}\r\n`;
}

function linesOf(
	{ uid, firstDay, lastDay, summary, location, url, cancelled }: Entry,
	stamp: string,
): string[] {
	return [
		"BEGIN:VEVENT",
		`UID:${escaped(uid)}`,
		`DTSTAMP:${stamp}`,
		`DTSTART;VALUE=DATE:${plain(firstDay)}`,
		// The end is the first day after it (RFC 5545, 3.6.1).
		`DTEND;VALUE=DATE:${plain(daysAfter(lastDay, 1))}`,
		`SUMMARY:${escaped(summary)}`,
		...(location ? [`LOCATION:${escaped(location)}`] : []),
		`URL:${url}`,
		`STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
		"TRANSP:TRANSPARENT",
		"END:VEVENT",
	];
}

const plain = (day: Day) => day.replaceAll("-", "");

/** An instant (epoch seconds) in UTC: 20261128T040506Z. */
const stampOf = (now: number) => `${new Date(now * 1000).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** Text with its commas, semicolons, strokes and line ends escaped (RFC 5545, 3.3.11). */
const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, "\\n");

/** The most octets of a line, its end left out (RFC 5545, 3.1). */
const most = 75;

/** A line cut into such of at most 75 octets, each further one after a space; no character is cut in two. */
export function folded(line: string): string {
	const encoder = new TextEncoder();
	const parts: string[] = [];
	let part = "";
	let octets = 0;
	for (const sign of line) {
		const size = encoder.encode(sign).length;
		if (octets + size > most) {
			parts.push(part);
			[part, octets] = [" ", 1];
		}
		part += sign;
		octets += size;
	}
	return [...parts, part].join("\r\n");
}
