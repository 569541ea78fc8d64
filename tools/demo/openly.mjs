import { drizzle } from "drizzle-orm/d1";
import { charge } from "../../worker/dues/charges";
import { close, open, roundsOf } from "../../worker/dues/rounds";
import { grant } from "../../worker/dues/waivers";
import { booksOf } from "../../worker/funds/books";
import { answer, figuresOf, object, paidOf, post } from "../../worker/funds/notices/store";
import { settle } from "../../worker/funds/settlements";
import { daysAfter } from "../../worker/values/day";

/**
 * The first village's money in the open: what is owed was fixed, somebody is let off and somebody given time, a round was closed with
 * two yuan too little, last year is settled, and this year's notice hangs with an objection answered and one that waits.
 */
export async function showOpenly(database, tree, today) {
	const one = tree.find(({ kind, members }) => kind === "village" && members.length > 0);
	if (!one) return;
	const db = drizzle(database);
	const year = Number(today.slice(0, 4));
	const by = { by: one.by, madeFrom: "demonstration" };
	await charge(db, one, { id: "run", year }, by, today);
	const { results } = await database
		.prepare(
			`select person from membership where organisation = ? and kind = 'ordinary' and to_day is null
			and json_extract(paid, ?) is null order by sort limit 2`,
		)
		.bind(one.id, `$."${year}"`)
		.all();
	const kinds = [
		{ id: "off", what: "exempt", reason: "生活困难", until: null },
		{ id: "later", what: "deferred", reason: "外出打工，年底回来缴", until: `${year}-12-31` },
	];
	for (const [place, { person: member }] of results.entries()) {
		const granted = { granted_by: "理事会", granted_on: `${year}-03-10` };
		const years = { from_year: year, to_year: null };
		if (granted.granted_on <= today)
			await grant(db, one, { ...kinds[place], ...granted, ...years, member }, by, today);
	}
	await open(db, one, { ...by, id: "round" }, daysAfter(today, -20));
	// What was collected last went into this round, but for two yuan that somebody gave ahead of their receipt.
	await database
		.prepare(
			"update collection set round = 'round' where organisation = ?1 and id = (select id from collection where organisation = ?1 order by day desc limit 1)",
		)
		.bind(one.id)
		.run();
	const [{ cash }] = await roundsOf(db, one);
	const counted = { counted: cash + 200, explanation: "有一户先给了两元，收据下次再开" };
	await close(db, one, "round", counted, { ...by, id: "counted" }, daysAfter(today, -19));
	await settle(db, one, String(year - 1), { ...by, id: "settled" }, today);
	const [books, [kept]] = await db.batch([booksOf(db, one), paidOf(db, one, year)]);
	const notice = { id: "notice", year, until: daysAfter(today, 7), place: "村委会二楼，找秘书长" };
	await post(db, one, notice, figuresOf(books, year, kept?.paid ?? 0), by, daysAfter(today, -3));
	const asked = [
		{ id: "ask1", text: "宣传用的钱是不是多了一点？" },
		{ id: "ask2", text: "上级拨的钱，什么时候用完？" },
	];
	for (const objection of asked)
		await object(db, one.id, "notice", objection, "demonstration", daysAfter(today, -2));
	await answer(
		db,
		one,
		{ notice: "notice", objection: "ask1" },
		{ id: "said1", text: "印了两次折页，发到了每一户，单据在村委会可以看。" },
		by,
		daysAfter(today, -1),
	);
}
