import { daysAfter } from "../../worker/values/day";
import { inventName } from "./names.mjs";
import { chance } from "./random.mjs";

/** The members of an organisation, as many as its line says, and a few who left; in the order in which they joined. */
export function inventMembers(organisation, today) {
	const luck = chance(`people ${organisation.id}`);
	const gone = Math.round((organisation.members ?? 0) * 0.03);
	const everybody = Array.from({ length: (organisation.members ?? 0) + gone }, (_, place) => {
		const person = inventPerson(luck, organisation, today);
		const ago = luck.happens(0.05) ? luck.between(1, 300) : luck.between(301, 7000);
		const from = daysAfter(today, -ago);
		if (place >= gone) return { ...person, from, to: null, because: null };
		return {
			...person,
			from: daysAfter(today, -luck.between(800, 7000)),
			to: daysAfter(today, -luck.between(1, 600)),
			because: luck.one(["left", "moved", "died"]),
		};
	});
	return everybody.sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** Somebody with a name, most of what a register holds, none of it anybody's. */
export function inventPerson(luck, organisation, today) {
	const sex = luck.happens(0.58) ? "female" : "male";
	const year = Number(today.slice(0, 4)) - Math.round(24 + 58 * Math.sqrt(luck.next()));
	return {
		id: luck.id(),
		name: inventName(luck, sex, year),
		sex,
		birthYear: luck.happens(0.95) ? year : null,
		telephone: luck.happens(0.85) ? `19900${String(luck.between(0, 999999)).padStart(6, "0")}` : null,
		address: organisation.kind === "village" ? `${luck.between(1, 12)} 组 ${luck.between(1, 60)} 号` : null,
		kind: luck.weighed([
			["ordinary", 92],
			["group", 5],
			["honorary", 3],
		]),
	};
}

export const personColumns = ["id", "name", "sex", "birth_year", "telephone", "address", "made_from"];
export const personRow = (one) => [
	...[one.id, one.name, one.sex, one.birthYear, one.telephone, one.address],
	"demonstration",
];
export const membershipColumns = [
	"organisation",
	"person",
	"from_day",
	"to_day",
	"kind",
	"sort",
	"left_because",
];
