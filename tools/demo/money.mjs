import { drizzle } from "drizzle-orm/d1";
import { moneyIn, together } from "../../worker/funds/accounts";
import { booksOf } from "../../worker/funds/books";
import { setBudget } from "../../worker/funds/budget/store";
import { setAside } from "../../worker/funds/purposes/store";
import { aboveOf, passUp, receive, setRule, shareUnder } from "../../worker/funds/shares/store";
import { post, wantedBy } from "../../worker/funds/store";
import { daysAfter } from "../../worker/values/day";

/** What the village passed up, in fen. */
const passed = 6000;

/**
 * The first village plans its year and was given money for one purpose, part of which it used; its township asks a fifth of the dues,
 * which one village passed up and the first has on its way.
 */
export async function planMoney(database, tree, today) {
	const db = drizzle(database);
	const villages = tree.filter(({ kind, members }) => kind === "village" && members.length > 0);
	const [one, ...near] = villages.filter((village) => aboveOf(village) === aboveOf(villages[0]));
	const rich = await Promise.all(
		near.map(async (village) => moneyIn(together(await booksOf(db, village))) >= passed),
	);
	const other = near.find((_, place) => rich[place]);
	if (!one || !other) return;
	const year = Number(today.slice(0, 4));
	const by = { by: one.by, madeFrom: "demonstration" };
	const plan = {
		dues: 120_000,
		grant: 300_000,
		activity: 180_000,
		visit: 60_000,
		training: 80_000,
		office: 20_000,
	};
	await setBudget(db, one, year, plan, { ...by, id: "budget" }, `${year}-01-15`);

	const day = daysAfter(today, -12);
	const purpose = { id: "elders", name: "敬老节慰问高龄老人", giver: "镇民政办", uses: ["visit"] };
	await setAside(db, one, purpose, by, day);
	const money = { day, method: "transfer", activity: "", fund: purpose.id };
	const sums = [
		{
			id: "elders1",
			direction: "income",
			what: "grant",
			amount: 100_000,
			purpose: "敬老节专项",
			party: "镇民政办",
			approver: null,
		},
		{
			id: "elders2",
			direction: "use",
			what: "visit",
			amount: 64_000,
			purpose: "慰问高龄老人8户",
			party: "村口超市",
			approver: "会长",
		},
	];
	for (const sum of sums) await post(db, one, await booksOf(db, one), wantedBy({ ...money, ...sum }, by));

	const above = tree.find(({ id }) => id === aboveOf(one));
	await setRule(
		db,
		above,
		{ from_day: `${year - 1}-01-01`, rate: 2000 },
		{ by: above.by, madeFrom: "demonstration", id: "rule" },
	);
	for (const [place, amount] of [
		[other, passed],
		[one, 8000],
	]) {
		const share = { id: "share", year, amount, method: "transfer" };
		await passUp(
			db,
			place,
			above.id,
			share,
			{ by: place.by, madeFrom: "demonstration" },
			daysAfter(today, -3),
		);
	}
	const [came] = await shareUnder(db, above.id, other.id, "share");
	const [mine, theirs] = await db.batch([booksOf(db, above), booksOf(db, other)]);
	const end = { id: "came", outcome: "received", by: above.by, madeFrom: "demonstration" };
	await receive(db, above, came, came, { above: mine, below: theirs }, end, daysAfter(today, -2));
}
