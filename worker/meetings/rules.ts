import type { AgendaItem, MeetingKind, Share } from "../tables/meetings";
import type { Day } from "../values/day";

/**
 * A meeting is good when enough of those with a vote are there, and a resolution is carried when enough of those there are for it.
 * What is enough stands in `meeting_rule`; as delivered it says what 社会团体章程示范文本 says: a council needs two thirds of its
 * members, and two thirds of those there; an assembly two thirds of the members, and more than half of those there.
 */
export type Rule = { fromDay: Day; quorum: Share; majority: Share; proxies: boolean };

/** How many of a number its share is: more than half, or two thirds at least (三分之二以上 takes in two thirds); never nobody. */
export function needed(share: Share, of: number): number {
	return Math.max(1, share === "half" ? Math.floor(of / 2) + 1 : Math.ceil((2 * of) / 3));
}

/** The rule in force for a kind of meeting on a day: the last one begun. */
export function ruleOn(rules: readonly (Rule & { kind: MeetingKind })[], kind: MeetingKind, day: Day): Rule {
	const inForce = rules.filter((rule) => rule.kind === kind && rule.fromDay <= day);
	const [last] = inForce.sort((a, b) => (a.fromDay < b.fromDay ? 1 : -1));
	return last ?? { fromDay: "1900-01-01", quorum: "two-thirds", majority: "two-thirds", proxies: false };
}

/** How somebody with a vote took part: there, signed for by another, or not there. */
export type Part = "came" | "proxy" | "absent";

/** Who may vote, who is there, and whether that is enough. One list feeds them all. */
export function quorumOf(parts: readonly Part[], rule: Pick<Rule, "quorum" | "proxies">) {
	const count = (part: Part) => parts.filter((one) => one === part).length;
	const [came, proxies] = [count("came"), count("proxy")];
	const present = came + (rule.proxies ? proxies : 0);
	const enough = needed(rule.quorum, parts.length);
	return { voters: parts.length, came, proxies, present, needed: enough, good: present >= enough };
}

/** What was put to the vote, and how many were for it, against it, for neither. */
export type Votes = { votesFor: number; votesAgainst: number; abstained: number };

/** Whether more votes were counted than there were people to give them. */
export const tooMany = ({ votesFor, votesAgainst, abstained }: Votes, present: number): boolean =>
	votesFor + votesAgainst + abstained > present;

/** Whether a resolution is carried: the meeting was good, and its share of those there were for it. */
export function isCarried(
	{ votesFor, share }: Votes & { share: Share },
	{ present, good }: { present: number; good: boolean },
): boolean {
	return good && votesFor >= needed(share, present);
}

/** The share that a resolution needs at least: what the rule says, or more where somebody asks for more. */
export const atLeast = (asked: Share | null, rule: Share): Share =>
	asked === "two-thirds" || rule === "two-thirds" ? "two-thirds" : "half";

/** How a meeting stands, read from its rows. "due": its day has come, and its roll was not called yet. */
export type MeetingState = "called" | "due" | "off" | "held" | "signed";

export function meetingStateOn(
	today: Day,
	{ day, held, off, signed }: { day: Day; held: boolean; off: boolean; signed: boolean },
): MeetingState {
	if (signed) return "signed";
	if (held) return "held";
	if (off) return "off";
	return day <= today ? "due" : "called";
}

/** The items of an agenda typed a line each, without blank lines and without numbers that somebody typed before them. */
export function itemsIn(text: string): string[] {
	const bare = (line: string) =>
		line.replace(/^\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.、．)）]\s*/, "").trim();
	return text.split("\n").map(bare).filter(Boolean);
}

/** The agenda after it was typed again: an item that is still there keeps what was said of it. */
export function agendaAgain(before: readonly AgendaItem[], items: readonly string[]): AgendaItem[] {
	const said = new Map(before);
	return items.map((about) => [about, said.get(about) ?? null]);
}

/** Why minutes can't be signed off yet; null when they can. */
export function signingRefusal(
	resolutions: readonly Votes[],
	present: number,
): "votes-beyond-present" | null {
	return resolutions.some((one) => tooMany(one, present)) ? "votes-beyond-present" : null;
}
