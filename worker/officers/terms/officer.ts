import type { Place } from "../../http/door";
import { mayGive, type Post } from "../../roles/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import type { Mistakes } from "../../values/typed";
import { lettersOf } from "../letters/store";
import { isCouncilPost } from "../seats/rules";
import { type Holding, holdingOf } from "./holdings";
import { aheadAtMost } from "./rules";

type Inside = { db: Database; place: Place; today: Day };

const isHeld = ({ toDay }: { toDay: Day | null }, today: Day) => toDay === null || toDay > today;

/** One holding of a post as its page says it; nothing for a forged id. */
export async function officerOf({ db, place, today }: Inside, id: string) {
	const [[holding], letters] = await db.batch([
		holdingOf(db, place, id, today),
		lettersOf(db, place, { holder: id }),
	]);
	if (!holding) return null;
	const { signsIn, isMember, person, posts: _, leads: __, ...rest } = holding;
	const letsIn = place.acts.includes("let officers in");
	return {
		officer: { ...rest, council: isCouncilPost(rest.post), held: isHeld(rest, today) },
		member: isMember === 1 ? person : null,
		signsIn: signsIn === 1,
		linkable: letsIn && mayLink(holding, place, today),
		letters,
	};
}

/** What is wrong with the day on which a post is to end. */
export function departureMistakes(holding: Holding, day: Day, today: Day): Mistakes | null {
	if (day < holding.fromDay) return { day: "before-taking-office" };
	return day > aheadAtMost(today) ? { day: "too-far-ahead" } : null;
}

/**
 * Whether a link may be made for whoever holds a post: nobody answers for them on a device or elsewhere yet, and whoever makes it
 * could have given every post they hold here.
 */
export function mayLink(holding: Holding, { holds }: Pick<Place, "holds">, today: Day): boolean {
	if (!isHeld(holding, today) || holding.signsIn === 1) return false;
	const posts = (holding.posts ?? "").split(",").filter(Boolean) as Post[];
	return posts.every((post) => mayGive(holds, post, holding.leads === 1));
}
