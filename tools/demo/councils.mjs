// What councils were before: a term put on record after the one that followed it, and an election that was taken back since its day
// was wrong. Done by the product's own acts.
import { drizzle } from "drizzle-orm/d1";
import { recordEarlier } from "../../worker/officers/earlier/store";
import { termsOf } from "../../worker/officers/seats/store";
import { electCouncil } from "../../worker/officers/terms/store";
import { takeElectionBack } from "../../worker/officers/withdrawal/store";
import { daysAfter, monthsAfter } from "../../worker/values/day";
import { sleeps } from "./asleep.mjs";

/** Lets the first village put its last council on record, and the one beside it mend an election that it typed wrong. */
export async function lookBack(database, organisations, today) {
	const db = drizzle(database);
	const [first, beside] = organisations.filter((one) => one.kind === "village" && !sleeps(one));
	const by = (place, id) => ({ id, madeFrom: "demonstration", by: place.by });

	const [next] = await termsOf(db, first);
	const before = monthsAfter(next.fromDay, -60);
	const last = {
		number: next.number - 1,
		day: before,
		dueDay: next.fromDay,
		ends: next.fromDay,
		before: null,
		next,
	};
	const assembly = { assembly: "会员大会", document: null };
	await recordEarlier(db, first, { ...last, ...assembly }, othersOf(first), by(first, "earlier"));

	const [now] = await termsOf(db, beside);
	const day = daysAfter(today, -40);
	const typed = { number: now.number + 1, day, dueDay: monthsAfter(day, 60), ...assembly };
	const again = beside.officers.filter(({ term }) => term).map(asElected);
	await electCouncil(db, beside, typed, again, by(beside, "mistyped"));
	const [mistyped] = await termsOf(db, beside, "mistyped");
	const why = { reason: "录错了：大会还没有开", today };
	await takeElectionBack(db, beside, mistyped, { ...why, by: by(beside, "unmistyped") });
}

const asElected = ({ person: { id, name }, post, fullTime }) => ({
	key: post,
	post,
	person: id,
	name,
	fullTime,
});

/** Members of long standing who hold no post today, in the seats of a council. */
function othersOf({ members, officers }) {
	const busy = new Set(officers.map(({ person }) => person.id));
	const ready = members.filter(({ id, to }) => to === null && !busy.has(id));
	return officers
		.filter(({ term }) => term)
		.map(({ post }, place) => asElected({ person: ready[place * 2], post, fullTime: false }));
}
