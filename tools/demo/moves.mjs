// Members who went from one association to another, some still on the way, and two associations that became one: done by the
// product's own acts.
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { booksOf } from "../../worker/funds/books";
import { post, wantedBy } from "../../worker/funds/store";
import { end, offer, receive, transferNow } from "../../worker/members/transfer/acts";
import { canGo } from "../../worker/members/transfer/moving";
import { transferOf } from "../../worker/members/transfer/store";
import { merge } from "../../worker/mergers/merger/store";
import { rows } from "../../worker/tables/database";
import { daysAfter } from "../../worker/values/day";
import { chance } from "./random.mjs";

/** What is being moved in a district: around its first village, and in another township. */
export async function moveSome(database, organisations, today) {
	const db = drizzle(database);
	const tree = await asItStands(database, organisations);
	const villages = tree.filter(({ kind }) => kind === "village");
	const [first] = villages;
	const beside = villages.filter(({ parent, id }) => parent === first.parent && id !== first.id);
	const township = tree.find(({ id }) => id === first.parent);
	if (beside.length < 2) return;
	const moving = mover(db, today);
	for (const [place, from] of beside.slice(0, 3).entries())
		await moving.now(from, first, township.by, 12 + place * 40);
	await moving.now(first, beside[1], township.by, 75);
	await moving.wait(beside[0], first, "搬到你们村三组了");
	await moving.wait(first, beside[1], "随儿子住，已搬去两个月");
	const declined = await moving.wait(first, beside[0], "");
	await moving.answer(declined, beside[0], { outcome: "declined", reason: "人还没有搬来" });
	const received = await moving.wait(beside[1], first, "");
	await moving.answer(received, first, { outcome: "received", reason: null });
	await mergeTwo(database, db, tree, first.parent, today);
}

/** The organisations under the parents and paths that they have come to stand under, and only those that are active. */
async function asItStands(database, organisations) {
	const { results } = await database
		.prepare("select id, parent, path from organisation where status = 'active' and practice = 0")
		.all();
	const now = new Map(results.map((one) => [one.id, one]));
	return organisations.flatMap((one) => (now.has(one.id) ? [{ ...one, ...now.get(one.id) }] : []));
}

/** Each move takes the next member of its organisation who holds no post. */
function mover(db, today) {
	const luck = chance("moves");
	const used = new Set();
	const next = ({ members, officers }) => {
		const busy = new Set(officers.map(({ person }) => person.id));
		const one = members.find(
			({ id, to, from }) => to === null && from < daysAfter(today, -400) && !busy.has(id) && !used.has(id),
		);
		used.add(one.id);
		return one.id;
	};
	const offered = (from, to, by, day, note) => {
		const person = next(from);
		return {
			...{ person, today: day, by: { id: luck.id(), madeFrom: "demonstration", by } },
			typed: { note: note || null },
			going: { from, to, day, because: "transferred", who: { person } },
		};
	};
	return {
		now: (from, to, by, ago) => transferNow(db, offered(from, to, by, daysAfter(today, -ago), ""), null),
		async wait(from, to, note) {
			const one = offered(from, to, from.by, daysAfter(today, -luck.between(1, 9)), note);
			await offer(db, one);
			return { id: one.by.id, from };
		},
		async answer({ id, from }, at, how) {
			const [one] = await transferOf(db, from, id);
			const by = { id: luck.id(), madeFrom: "demonstration", by: at.by };
			await (how.outcome === "received" ? receive(db, one, by, today) : end(db, one, how, by, today));
		},
	};
}

/**
 * A village without open surveys or anybody below it is merged into the one beside it; one without money if there is such a
 * one, otherwise what it has is handed over first, as whoever merges two is told to.
 */
async function mergeTwo(database, db, tree, except, today) {
	const { results } = await database
		.prepare(
			`select gone.id, coalesce((select sum(received - used) from standing where organisation = gone.id), 0) as balance
			from organisation as gone
			where gone.kind = 'village' and gone.status = 'active' and gone.parent <> ? and gone.practice = 0
				and exists (select 1 from membership where organisation = gone.id and to_day is null)
				and not exists (select 1 from organisation where parent = gone.id)
				and not exists (select 1 from wave where organisation = gone.id
					and not exists (select 1 from closing where closing.wave = wave.id and closing.unit = gone.id))
			order by balance <> 0, balance < 0, gone.path desc limit 30`,
		)
		.bind(except)
		.all();
	for (const { id, balance } of results) {
		const from = tree.find((one) => one.id === id);
		const to = tree.find((one) => one.parent === from?.parent && one.kind === "village" && one.id !== id);
		if (!to) continue;
		const going = { from, to, day: daysAfter(today, -1), because: "merged", who: "everybody" };
		const [settled] = await rows(
			db,
			sql`select ${canGo(going)} and not exists (select 1 from stage
				where organisation in (${from.id}, ${to.id}) and to_day is null and from_day > ${going.day}) as good`,
		);
		if (!settled.good) continue;
		await handOver(db, from, to, balance, going.day);
		const by = tree.find((one) => one.id === from.parent).by;
		await merge(
			db,
			going,
			"行政村调整，区民政局批复",
			{ id: "merged", madeFrom: "demonstration", by },
			today,
		);
		return;
	}
	throw new Error("no two villages could be merged");
}

/** What a village that is about to be gone still has goes to the one that stays. */
async function handOver(db, from, to, balance, day) {
	if (balance === 0) return;
	const [giver, taker] = balance > 0 ? [from, to] : [to, from];
	const amount = Math.abs(balance);
	const sides = [
		[giver, "use", "移交结余", taker.name],
		[taker, "income", "接收移交的结余", giver.name],
	];
	for (const [place, direction, purpose, party] of sides)
		await post(
			db,
			place,
			await booksOf(db, place),
			wantedBy(
				{
					id: `over${direction}`,
					direction,
					what: null,
					day,
					amount,
					purpose,
					party,
					approver: null,
					activity: null,
					method: "transfer",
				},
				{ madeFrom: "demonstration", by: place.by },
			),
		);
}
