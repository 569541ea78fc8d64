import { answerOf } from "../../worker/surveys/answer/rules";
import { codeKeyOf, pileOf, spentHash } from "../../worker/surveys/link/rules";
import { newestQuestionnaire } from "../../worker/surveys/questionnaire/ready";
import { daysAfter, daysBetween } from "../../worker/values/day";
import { diligence } from "./activities.mjs";
import { chance } from "./random.mjs";

const REMARKS = [
	"希望多办几次义诊。",
	"会费的账贴出来了，看得明白。",
	"活动时间能不能放在周末？",
	"谢谢来家里看望老人。",
	"不太清楚协会是做什么的。",
	"很好，继续办下去。",
	"端午的活动热闹。",
	"老年食堂旁边再放几把椅子。",
];

/** The two waves of a village: one of last year, for those with a slip; and this year's, for anyone, here and there still open. */
export function inventWaves(organisation, today) {
	const luck = chance(`waves ${organisation.id}`);
	const adults = organisation.adults ?? 500;
	const many = luck.weighed([
		[7, 3],
		[22, 8],
		[luck.between(40, 150), 89],
	]);
	const asked = Math.round(Math.min(0.3 * adults, many));
	const span = (start) => ({ first: daysAfter(today, start), last: daysAfter(today, start + 30) });
	// In each township's second village it is open, so that there is always one for the respondent's way in; and in the
	// bench's first.
	const open = /^v1$|v02$/.test(organisation.id) || (!/v01$/.test(organisation.id) && luck.happens(0.15));
	return [
		{ id: luck.id(), ...span(-379), slips: asked + luck.between(5, 60), byCode: true, asked, closed: true },
		{
			...{ id: luck.id(), ...span(open ? -14 : -62), slips: asked + 20, byCode: false },
			...{ asked: open ? Math.round(asked * 0.7) : asked, closed: !open },
		},
	];
}

/** The wave that the root asked in every village at once, in spring. */
export function inventWaveOfAll(root, today) {
	const luck = chance(`wave of all ${root.id}`);
	const span = { first: daysAfter(today, -190), last: daysAfter(today, -160) };
	return { id: luck.id(), ...span, slips: 0, byCode: false, asked: 0, closed: true, ofAll: true };
}

/** How many answered it in a village: some villages hardly anybody, one nobody. */
export function howMany(organisation, { id }) {
	const luck = chance(`how many ${organisation.id} ${id}`);
	const many = luck.weighed([
		[0, 1],
		[luck.between(2, 9), 4],
		[luck.between(12, 28), 10],
		[luck.between(30, 110), 85],
	]);
	return { asked: Math.round(Math.min(0.3 * (organisation.adults ?? 500), many)) };
}

/** The village whose answers are to be looked into, and what most of them say. */
const filledIn = "t01v05";
const theirs = {
	satisfied: "5",
	does: "helps",
	comes: "residents",
	accounts: "members",
	took: "yes",
	sex: "female",
	age: "50",
};

/** What the residents of a village said in a wave, with the tally that it makes and the slips that it spent. */
export async function inventAnswers(organisation, wave, secret, today) {
	const luck = chance(`answers ${organisation.id} ${wave.id}`);
	const busy = diligence(organisation);
	const lastDay = wave.last < today ? wave.last : today;
	const span = daysBetween(wave.first, lastDay);
	const codes = await codeKeyOf(secret, wave.id, organisation.id);
	const pile = await pileOf(codes);
	const oneHand = wave.ofAll && organisation.id === filledIn;
	const counts = { n: 0 };
	let shown = { n: 0 };
	const answers = [];
	const spent = [];
	for (let place = 0; place < wave.asked; place++) {
		const bySlip = wave.byCode || (place < wave.slips && luck.happens(0.5));
		const day = daysAfter(wave.first, Math.floor(span * luck.next() ** 2));
		const said = say(luck, busy, wave.ofAll ? 0.22 : 0.06);
		// In one village somebody filled in most of the forms alone.
		const counted = answerOf(
			newestQuestionnaire,
			oneHand && place % 5 > 0 ? theirs : said,
			bySlip ? "slip" : "poster",
			day,
		);
		answers.push([wave.id, organisation.id, luck.id(), counted.said]);
		for (const label of counted.labels) counts[label] = (counts[label] ?? 0) + 1;
		if (counts.n % 10 === 0) shown = pick(counts, counted.liveLabels);
		if (bySlip) spent.push([wave.id, organisation.id, await spentHash(codes, pile.serialAt(place))]);
	}
	return { answers, spent, counts: JSON.stringify(counts), shown: JSON.stringify(shown) };
}

function say(luck, busy, writes) {
	const good = 0.68 + 0.3 * busy;
	const knows = 0.35 + 0.6 * busy;
	const said = {
		satisfied: luck.happens(good)
			? luck.weighed([
					["5", 55],
					["4", 45],
				])
			: luck.weighed([
					["3", 60],
					["2", 14],
					["1", 5],
					["unknown", 21],
				]),
		does: luck.happens(knows) ? "helps" : luck.one(["bills", "pensions", "unknown"]),
		comes: luck.happens(knows) ? "residents" : luck.one(["cadres", "invited", "unknown"]),
		accounts: luck.happens(knows * 0.9) ? "members" : luck.one(["chair", "nobody", "unknown"]),
		took: luck.happens(0.2 + 0.6 * busy)
			? "yes"
			: luck.weighed([
					["no", 85],
					["unsure", 15],
				]),
		sex: luck.weighed([
			["female", 54],
			["male", 42],
			["declined", 4],
		]),
		age: luck.weighed([
			["18", 14],
			["35", 24],
			["50", 33],
			["65", 26],
			["declined", 3],
		]),
	};
	if (luck.happens(writes)) said.remark = luck.one(REMARKS);
	return Object.fromEntries(
		Object.entries(said).filter(([key]) => key === "satisfied" || !luck.happens(0.04)),
	);
}

const pick = (counts, labels) =>
	Object.fromEntries(labels.filter((label) => label in counts).map((label) => [label, counts[label]]));

export const waveColumns = [
	...["id", "organisation", "questionnaire", "version", "first_day", "last_day", "target", "denominator"],
	...["code_required", "made_from", "made_by"],
];
export const waveRow = (organisation, by) => (one) => [
	...[
		one.id,
		organisation.id,
		"village",
		1,
		one.first,
		one.last,
		90,
		"all",
		one.byCode ? 1 : 0,
		"demonstration",
		by,
	],
];
export const tallyColumns = ["wave", "unit", "adults", "slips", "counts", "shown"];
