import { daysAfter } from "../../worker/values/day";
import { diligence } from "./activities.mjs";
import { insert } from "./insert.mjs";
import { chance } from "./random.mjs";

/** Villages of a district that have no association yet, each below the township of that place in the list. */
const WITHOUT = ["上坑自然村", "新桥社区", "石塘村", "东岙村", "城北新区社区"];
const REASON = "两年没有活动，理事会没有人管事";

/** Whether an association exists on paper only: it does nothing, and nobody asks its residents either. */
export const sleeps = (organisation) =>
	diligence(organisation) === 0 && chance(`sleep ${organisation.id}`).happens(0.7);

/**
 * What a district has to see to: places without an association, associations that nobody runs any more, and two of those
 * under standardisation, one of them for more than a year.
 */
export async function letSomeSleep(database, tree, today) {
	const townships = tree.filter(({ kind }) => kind === "township");
	const year = today.slice(0, 4);
	await insert(
		database,
		"organisation",
		["id", "parent", "path", "kind", "name", "adults", "households", "made_from", "status"],
		WITHOUT.slice(0, townships.length).map((name, place) => {
			const id = `without${place + 1}`;
			const { id: parent, path } = townships[(place * 3) % townships.length];
			return [
				id,
				parent,
				`${path}${id}/`,
				"village",
				name,
				400 + place * 90,
				150,
				"demonstration",
				"unfounded",
			];
		}),
	);
	await database
		.prepare(
			`insert into stage (organisation, id, from_day, act, name, kind, parent, path, status, made_at)
			select id, id, '1900-01-01', 'entered', name, kind, parent, path, status, unixepoch() from organisation where status = 'unfounded'
			on conflict do nothing`,
		)
		.run();
	// The first village is where the demonstration's secretary works.
	const [, ...villages] = tree.filter(({ kind }) => kind === "village");
	const asleep = villages.filter(sleeps);
	const left = asleep.filter((_, place) => place % 3 !== 2).map(({ id }) => id);
	await database
		.prepare(
			"update holder set to_day = ? where organisation in (select value from json_each(?)) and to_day is null",
		)
		.bind(`${Number(year) - 1}-12-31`, JSON.stringify(left))
		.run();
	const since = [daysAfter(today, -60), `${Number(year) - 1}-03-15`];
	for (const [place, one] of asleep.slice(0, since.length).entries())
		await standardise(database, one.id, since[place]);
}

/** Puts an association under standardisation on a day. */
async function standardise(database, id, day) {
	const still = "from organisation where id = ?1 and status = 'active'";
	await database.batch([
		database
			.prepare(`update stage set to_day = ?2 where organisation in (select id ${still}) and to_day is null`)
			.bind(id, day),
		database
			.prepare(`insert into stage (organisation, id, from_day, act, reason, name, kind, parent, path, status, made_at)
			select id, 'standardised', ?2, 'standardised', ?3, name, kind, parent, path, 'standardising', unixepoch() ${still}`)
			.bind(id, day, REASON),
		database
			.prepare("update organisation set status = 'standardising' where id = ? and status = 'active'")
			.bind(id),
	]);
}
