import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { live } from "../../worker/organisations/life/latest";
import { diligence } from "./activities.mjs";
import { chance } from "./random.mjs";

/** Whether an association exists on paper only: it does nothing, and nobody asks its residents either. */
export const sleeps = (organisation) =>
	diligence(organisation) === 0 && chance(`sleep ${organisation.id}`).happens(0.7);

/**
 * The associations that nobody runs any more: of most the officers have gone, and the first has been under standardisation for
 * longer than a year, so it is to be retired.
 */
export async function letSomeSleep(database, tree, today) {
	// The first village is where the demonstration's secretary works.
	const [, ...villages] = tree.filter(({ kind }) => kind === "village");
	const asleep = villages.filter(sleeps);
	const lastYear = Number(today.slice(0, 4)) - 1;
	const left = asleep.filter((_, place) => place % 3 !== 2).map(({ id }) => id);
	await database
		.prepare(
			"update holder set to_day = max(from_day, ?) where organisation in (select value from json_each(?)) and to_day is null",
		)
		.bind(`${lastYear}-12-31`, JSON.stringify(left))
		.run();
	const [first] = asleep;
	if (!first) return;
	const act = { day: `${lastYear}-03-15`, reason: "两年没有活动，理事会没有人管事" };
	const by = { id: "asleep", madeFrom: "demonstration", by: first.by };
	const place = { ...first, status: "active", practice: false, acts: [] };
	await live(drizzle(database), place, "standardised", act, { status: "standardising" }, by, sql`true`);
}
