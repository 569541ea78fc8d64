import { daysAfter, monthsAfter } from "../../worker/values/day";
import { inventPerson } from "./people.mjs";
import { chance } from "./random.mjs";

/** The council that an organisation of a kind calls for, and who else comes in; whoever leads the books stands first. */
const COUNCILS = {
	district: [["secretary-general"], ["chair"], ...times(3, ["vice-chair"]), ...times(15, ["council-member"])],
	township: [["secretary-general"], ["chair"], ...times(2, ["vice-chair"]), ...times(7, ["council-member"])],
	village: [["secretary-general"], ["chair"], ["vice-chair"], ...times(3, ["council-member"])],
	enterprise: [["secretary-general"], ["chair"]],
	migrants: [["secretary-general"], ["chair"]],
};
const OTHERS = { district: ["owner", "staff"], township: ["staff"], village: ["group-leader"] };
const FULL_TIME = { district: ["secretary-general", "vice-chair"], township: ["vice-chair"] };

function times(many, [post]) {
	return Array.from({ length: many }, () => [post]);
}

/**
 * Who holds which post in an organisation: `{ id, post, person, since, isNew, term, fullTime, how }`. Most councils run, some are
 * due within half a year, some are past it and serve on; here and there a seat is vacant.
 */
export function inventOfficers(organisation, members, today) {
	const luck = chance(`officers ${organisation.id}`);
	const ready = members.filter((one) => one.to === null && one.from < daysAfter(today, -2600));
	const term = inventTerm(luck, today);
	const used = new Set();
	const officer = (post, extra) => {
		const place = used.size * 3;
		const known = ready[place];
		used.add(place);
		const person = known ?? inventPerson(luck, organisation, today);
		return { id: luck.id(), post, person, isNew: known === undefined, ...extra };
	};
	const full = new Set(FULL_TIME[organisation.kind]);
	const council = COUNCILS[organisation.kind]
		.filter((_, place) => place < 2 || !luck.happens(0.06))
		.map(([post]) => {
			const fullTime = full.delete(post);
			return officer(post, { since: term.from, term: term.id, fullTime, how: "general" });
		});
	const others = (OTHERS[organisation.kind] ?? []).map((post) =>
		officer(post, {
			since: daysAfter(today, -luck.between(400, 1400)),
			term: null,
			fullTime: post === "staff",
			how: "appointed",
		}),
	);
	return Object.assign(
		[
			...others.filter(({ post }) => post !== "group-leader"),
			...council,
			...others.filter(({ post }) => post === "group-leader"),
		],
		{ term },
	);
}

/** A council's term of five years: of a hundred nine are past its end, and thirteen near it. */
function inventTerm(luck, today) {
	const age = luck.weighed([
		[luck.between(100, 1600), 78],
		[luck.between(1660, 1815), 13],
		[luck.between(1840, 2500), 9],
	]);
	const from = daysAfter(today, -age);
	const number = luck.between(4, 8);
	return { id: luck.id(), number, from, due: monthsAfter(from, 60), letters: luck.happens(0.85) };
}

const ordinal = "零一二三四五六七八九";

export const holderColumns = [
	...["organisation", "id", "person", "post", "from_day", "term", "full_time", "how"],
];
export const holderRow = (one) => [
	...[one.organisation, one.id, one.person.id, one.post, one.since, one.term, one.fullTime ? 1 : 0, one.how],
];

export const termColumns = [
	...["organisation", "id", "number", "from_day", "due_day", "assembly", "document", "made_by", "made_from"],
];
export const termRow = ({ id, by, officers: { term } }) => [
	...[id, term.id, term.number, term.from, term.due, `第${ordinal[term.number]}次会员大会`],
	...[`计生协〔${term.from.slice(0, 4)}〕${1 + (term.number % 9)} 号`, by, "demonstration"],
];

export const letterColumns = [
	...["organisation", "id", "kind", "holder", "number", "year", "code", "issued_on", "made_by", "made_from"],
];

/** Letters of appointment for a whole council, issued on the day after its election. */
export function letterRows({ id, by, officers }) {
	const { term } = officers;
	if (!term.letters) return [];
	const luck = chance(`letters ${id}`);
	const issued = daysAfter(term.from, 1);
	return officers
		.filter((one) => one.term)
		.map((one, place) => [
			...[id, luck.id(), "letter", one.id, place + 1, Number(issued.slice(0, 4)), luck.id(), issued, by],
			"demonstration",
		]);
}
