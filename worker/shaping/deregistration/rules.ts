/** What is left at an organisation that would be deregistered. */
export type Left = {
	/** Organisations below that aren't deregistered themselves. */
	below: number;
	members: number;
	posts: number;
	/** Waves that aren't closed. */
	waves: number;
	/** Waves of a level above that ask it and aren't closed. */
	asked: number;
	/** In fen. */
	balance: number;
	applications: number;
	/** Members on the way from here or to here. */
	transfers: number;
};

export const nothingLeft: Left = {
	...{ below: 0, members: 0, posts: 0, waves: 0, asked: 0, balance: 0, applications: 0, transfers: 0 },
};

/** What must be settled first, each where it is settled. Members and posts end with it, if that is agreed to. */
export const blockers = ["below", "waves", "asked", "balance", "applications", "transfers"] as const;
export type Blocker = (typeof blockers)[number];

/** What stands in the way of deregistering. */
export function blockersIn(left: Left): Blocker[] {
	return blockers.filter((one) => left[one] !== 0);
}

/** The mistake of not agreeing to what would end. */
export function endsMistake(left: Left, ends: boolean): "not-agreed" | null {
	return left.members + left.posts > 0 && !ends ? "not-agreed" : null;
}
