import type { AgendaItem, MeetingKind, Share } from "../../tables/meetings";
import type { Day } from "../../values/day";
import { hmac } from "../../values/id";
import { isCarried, type Part, quorumOf, type Rule, type Votes } from "../rules";

/** A resolution with its votes, and whether it was carried. */
export type Resolved = Votes & { item: number | null; text: string; share: Share; carried: boolean };

/** All that minutes say, people by their ids: what is signed, sealed and kept. */
export type Minutes = {
	kind: MeetingKind;
	title: string;
	day: Day;
	time: string | null;
	place: string;
	rule: Pick<Rule, "quorum" | "majority" | "proxies">;
	/** Everybody with a vote, by id, and how they took part. */
	parts: [person: string, part: Part][];
	agenda: AgendaItem[];
	resolutions: Resolved[];
};

/** What minutes come to: how many had a vote, were there and had to be. */
export const figuresOf = ({ parts, rule }: Pick<Minutes, "parts" | "rule">) =>
	quorumOf(
		parts.map(([, part]) => part),
		rule,
	);

/** A resolution as minutes tell it, judged by who was there. */
export const judged = (
	{ item, text, share, votesFor, votesAgainst, abstained }: Omit<Resolved, "carried">,
	figures: ReturnType<typeof figuresOf>,
): Resolved => {
	const votes = { votesFor, votesAgainst, abstained };
	return { item, text, share, ...votes, carried: isCarried({ ...votes, share }, figures) };
};

/**
 * The digest of signed minutes: HMAC-SHA-256 over their text as it is kept, under the deployment's secret. Printed with them, it
 * shows later that not one word was changed.
 */
export const digestOf = (
	secret: string,
	organisation: string,
	meeting: string,
	minutes: string,
): Promise<string> => hmac(secret, `${organisation} ${meeting} ${minutes}`);

/** The agenda with what was said, as typed: an empty field empties its item, one that wasn't sent leaves it. */
export function agendaSaid(
	agenda: readonly AgendaItem[],
	said: Readonly<Record<string, string | null | undefined>>,
	beside: { about: string | null; said: string | null },
): AgendaItem[] {
	const told = agenda.map(([about, before], place): AgendaItem => {
		const typed = said[`said-${place + 1}`];
		return [about, typed === undefined ? before : typed];
	});
	return beside.about === null ? told : [...told, [beside.about, beside.said]];
}
