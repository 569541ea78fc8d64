import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import type { Day } from "../values/day";
import { mayAnswer, replyState } from "./rules";
import * as store from "./store";

export type Inside = { db: Database; place: Place; today: Day };

/** How many recipients a page of a circular lists. */
export const mostReplies = 60;

/** A page of recipients goes on after a path: ids of the tree, each followed by a stroke. */
const pathAsked = (after: string | undefined) =>
	after && /^([0-9a-z]{1,16}\/){1,12}$/.test(after) ? after : "";

/** A circular as its sender sees it, with who replied, or as a recipient does. Nothing for whoever neither sent nor received it. */
export async function circularPage(
	{ db, place, today }: Inside,
	id: string,
	{ show: asked, after }: Record<string, string>,
	most: number,
) {
	const show = store.shows.find((one) => one === asked) ?? "waiting";
	const from = pathAsked(after);
	const [[own], [came], found] = await db.batch([
		store.circularOf(db, place, id),
		store.circularTo(db, place, id),
		store.repliesTo(db, place, id, show, from, most),
	]);
	if (own) {
		const replies = found.slice(0, most);
		const { recipients, figures, by, kinds, units, ...told } = own;
		return {
			...told,
			today,
			received: null,
			sent: {
				...{ recipients, figures, by, show, first: from === "" },
				toAll: kinds === null && units === null,
				next: found.length > replies.length ? (replies.at(-1)?.path ?? null) : null,
				replies: replies.map((one) => ({ ...one, state: replyState(own.asks, own.answerBy, one) })),
			},
		};
	}
	if (!came) return null;
	const { sender, senderName, readOn, said, answeredOn, ...told } = came;
	return {
		...told,
		today,
		sent: null,
		received: {
			...{ id, sender, senderName, readOn, said, answeredOn },
			open: came.withdrawnOn === null && mayAnswer(today, came.answerBy, said),
		},
	};
}
