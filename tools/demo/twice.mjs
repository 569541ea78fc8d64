// A village in which some people were entered twice: a few to be proposed, and one that somebody joined already.
import { drizzle } from "drizzle-orm/d1";
import { seekWords, sortKey } from "../../worker/members/rules";
import { recountMembers } from "../../worker/members/standing";
import { pairOf } from "../../worker/people/joinings/pair";
import { likelyChoice } from "../../worker/people/joinings/rules";
import { joinPeople } from "../../worker/people/joinings/store";
import { daysAfter } from "../../worker/values/day";
import { insert } from "./insert.mjs";
import { membershipColumns, personColumns, personRow } from "./people.mjs";
import { chance } from "./random.mjs";

/** How the second entry of somebody differs from the first. */
const AGAIN = [
	() => ({ telephone: null, address: "3 组" }),
	(one) => ({ birthYear: one.birthYear && one.birthYear + 1 }),
	() => ({ telephone: null, birthYear: null }),
	(one) => ({ telephone: null, birthYear: one.birthYear + 1, address: null }),
];

/** Enters members of the demonstration's first village once more, and joins one of them again. */
export async function enterSomeTwice(database, tree, today) {
	const village = tree.find(({ kind, members }) => kind === "village" && members.length > 40);
	if (!village) return;
	const luck = chance(`twice ${village.id}`);
	const posted = new Set(village.officers.map(({ person }) => person.id));
	const staying = village.members.filter(
		(one) => one.to === null && one.telephone && one.birthYear && !posted.has(one.id),
	);
	const twice = AGAIN.map((differs, place) => {
		const one = staying[5 + place * 7];
		return [one, { ...one, ...differs(one), id: luck.id(), from: daysAfter(today, -luck.between(20, 200)) }];
	});
	const again = twice.map(([, second]) => second);
	await insert(database, "person", personColumns, again.map(personRow));
	await insert(
		database,
		"membership",
		membershipColumns,
		again.map((one) => [village.id, one.id, one.from, null, one.kind, sortKey(one.name), null]),
	);
	await insert(
		database,
		"seek",
		["organisation", "person", "words"],
		again.map((one) => [village.id, one.id, seekWords(one, village.path)]),
	);
	const db = drizzle(database);
	await db.batch(recountMembers(db, village, today, `${Number(today.slice(0, 4)) - 1}-01-01`));
	const [first, second] = twice.at(-1);
	const secretary = village.officers.find(({ post }) => post === "secretary-general").person.id;
	const pair = await pairOf(db, village, { person: secretary }, today, [first.id, second.id]);
	const by = { id: luck.id(), madeFrom: "demonstration", by: secretary };
	await joinPeople(db, village, pair, likelyChoice(pair.one, pair.other), by, today);
}
