/**
 * What a post may do, and where: the whole of it on one screen.
 *
 * "own" is the organisation in which the post is held, "below" every organisation under it.
 * Whatever is not granted here is out of reach, and out of reach is 404.
 */
export const posts = [
	"owner",
	"chair",
	"vice-chair",
	"secretary-general",
	"council-member",
	"group-leader",
	"staff",
] as const;
export type Post = (typeof posts)[number];

export const acts = [
	"see",
	"register members",
	"admit members",
	"plan the year",
	"answer plans",
	"send circulars",
	"answer circulars",
	"record activities",
	"run meetings",
	"collect dues",
	"use funds",
	"run surveys",
	"assess",
	"let officers in",
	"change the association",
	"found organisations",
	"shape the tree",
	"erase people",
	"set the rules",
	"change recovery codes",
] as const;
export type Act = (typeof acts)[number];

type Grant = { own: readonly Act[]; below: readonly Act[] };

const yearsWork: readonly Act[] = [
	"see",
	"register members",
	"admit members",
	"plan the year",
	"answer circulars",
	"record activities",
	"run meetings",
	"collect dues",
	"use funds",
	"run surveys",
];
const leading: readonly Act[] = [
	...yearsWork,
	"send circulars",
	"let officers in",
	"change the association",
	"erase people",
	"set the rules",
];
/** What the level above does for those below it: it keeps the tree and its registers true, assesses, answers plans, and runs nobody's year. */
const keepingBelow: readonly Act[] = [
	"see",
	"assess",
	"register members",
	"answer plans",
	"let officers in",
	"change the association",
	"found organisations",
	"shape the tree",
	"erase people",
];

/** What only the level above does: nobody assesses themselves or answers their own plan, not even at the root. */
const fromAbove: readonly Act[] = ["assess", "answer plans"];
const ownersActs = acts.filter((act) => !fromAbove.includes(act));

const grants: Record<Post, Grant> = {
	owner: {
		own: ownersActs,
		below: [...leading, "assess", "answer plans", "found organisations", "shape the tree"],
	},
	chair: { own: [...leading, "found organisations"], below: ["see", "assess"] },
	"vice-chair": { own: leading, below: ["see", "assess"] },
	"secretary-general": { own: [...leading, "found organisations"], below: keepingBelow },
	staff: { own: [...leading, "found organisations"], below: keepingBelow },
	"council-member": { own: ["see"], below: [] },
	"group-leader": { own: ["see", "record activities"], below: [] },
};

/** A post by which a reader reaches an organisation: held there, or somewhere above it. */
export type Hold = { post: Post; at: "own" | "below" };

/**
 * Whether a post may be given here by a reader who reaches the place so. Within an organisation nobody gives more than they may
 * do themselves; the level above, which runs nobody's year, appoints who does. What the post may do in what lies below, nobody
 * gives who may not do it there as well.
 * @param leads whether anything lies below the place; where nothing does, what could be done there is no matter
 */
export function mayGive(holds: readonly Hold[], post: Post, leads: boolean): boolean {
	const mine = actsOf(holds);
	const above = actsOf(holds.filter(({ at }) => at === "below"));
	return (
		mine.includes("let officers in") &&
		(above.includes("let officers in") || grants[post].own.every((act) => mine.includes(act))) &&
		(!leads || grants[post].below.every((act) => mayBelow(holds, act)))
	);
}

/** The posts that allow an act where they are held, or below. */
export function postsThatMay(act: Act, at: Hold["at"]): Post[] {
	return posts.filter((post) => grants[post][at].includes(act));
}

/** Every act that these posts together allow. */
export function actsOf(holds: readonly Hold[]): Act[] {
	const granted = new Set(holds.flatMap((hold) => grants[hold.post][hold.at]));
	return acts.filter((act) => granted.has(act));
}

/** Whether these posts allow an act in what lies below the place where they are held so. */
export function mayBelow(holds: readonly Hold[], act: Act): boolean {
	return holds.some(({ post }) => grants[post].below.includes(act));
}

/** The posts that see what lies below them. */
export const seeingBelow = posts.filter((post) => grants[post].below.includes("see"));
