import { type Hold, mayGive } from "../../roles/may";
import type { Day } from "../../values/day";
import { type CouncilPost, councilPosts, isCouncilPost } from "../seats/rules";

/**
 * What builds on a general election, so that it can't be taken back: another that followed it, a term put on record that ends with
 * it, posts taken since, letters of appointment, the council's meetings, a deregistration that ended it.
 */
export const builtOn = ["later", "leaning", "since", "letters", "meetings", "ended"] as const;
export type BuiltOn = Record<(typeof builtOn)[number], number>;

export const nothingBuilt: BuiltOn = { later: 0, leaning: 0, since: 0, letters: 0, meetings: 0, ended: 0 };

/** What stands against taking an election back; "beyond": a post would return that the reader may not give. */
export const againstIt = [...builtOn, "beyond"] as const;
export type Against = { kind: (typeof againstIt)[number]; count: number };

/** Whoever would hold a post again, and until which day; null for no end. */
export type Returning = { person: string; name: string; post: CouncilPost; toDay: Day | null };

/** Whoever was elected, and the day on which they left, if they have. */
export type Elected = Returning;

const serves = ({ toDay }: { toDay: Day | null }, today: Day) => toDay === null || toDay > today;

/** All that stands against taking an election back, in the order in which to see to it. */
export function againstTakingBack(
	built: BuiltOn,
	returning: readonly Returning[],
	elected: readonly Elected[],
	{ holds, leads, today }: { holds: readonly Hold[]; leads: boolean; today: Day },
): Against[] {
	const given = returning.filter(
		(one) =>
			serves(one, today) &&
			!elected.some(
				({ person, post, toDay }) => person === one.person && post === one.post && serves({ toDay }, today),
			),
	);
	const beyond = given.filter(({ post }) => !mayGive(holds, post, leads)).length;
	return [
		...builtOn.map((kind) => ({ kind, count: built[kind] })),
		{ kind: "beyond" as const, count: beyond },
	].filter(({ count }) => count > 0);
}

/** Whether somebody who comes in only by this very election would shut the door behind themselves. */
export function locksOut(
	holds: readonly Hold[],
	person: string,
	returning: readonly Returning[],
	elected: readonly Elected[],
	today: Day,
): boolean {
	const onlyThus = holds.every(({ at, post }) => at === "own" && isCouncilPost(post));
	const wasElected = elected.some((one) => one.person === person && serves(one, today));
	const returns = returning.some((one) => one.person === person && serves(one, today));
	return onlyThus && wasElected && !returns;
}

/** Seat by seat: who holds it by the election, and who would hold it again. */
export function seatBySeat(elected: readonly Elected[], returning: readonly Returning[]) {
	return councilPosts.flatMap((post) => {
		const [now, then] = [elected, returning].map((all) => all.filter((one) => one.post === post));
		return Array.from({ length: Math.max(now?.length ?? 0, then?.length ?? 0) }, (_, place) => ({
			post,
			elected: now?.[place]?.name ?? null,
			left: now?.[place]?.toDay ?? null,
			returns: then?.[place]?.name ?? null,
			until: then?.[place]?.toDay ?? null,
		}));
	});
}
