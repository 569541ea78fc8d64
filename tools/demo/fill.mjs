// A district's years. What stands in a row is invented here; every kept figure is
// counted afterwards by the product's own statements, so the demonstration can't disagree with itself.
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { recountYear } from "../../worker/activities/report/recount";
import { after } from "../../worker/funds/accounts";
import { keptMoney } from "../../worker/funds/books";
import { chained } from "../../worker/funds/chain";
import { recountPaid } from "../../worker/funds/paid";
import { seekWords, sortKey } from "../../worker/members/rules";
import { recountMembers } from "../../worker/members/standing";
import { nightly } from "../../worker/overviews/nightly";
import { close } from "../../worker/surveys/closing/close";
import { waveOpenedAt } from "../../worker/surveys/wave/store";
import { dayOf, daysAfter } from "../../worker/values/day";
import { sha256 } from "../../worker/values/id";
import { activityColumns, activityRow, inventActivities } from "./activities.mjs";
import { letSomeSleep, sleeps } from "./asleep.mjs";
import { lookBack } from "./councils.mjs";
import {
	allocationColumns,
	bookColumns,
	bookRow,
	collectionColumns,
	draftOf,
	entryColumns,
	entryRow,
	inventRegister,
	rateOf,
} from "./funds.mjs";
import { putAhead } from "./holding.mjs";
import { insert } from "./insert.mjs";
import { bringOneIn } from "./intakes.mjs";
import { letLive } from "./life.mjs";
import { letMeet } from "./meetings.mjs";
import { planMoney } from "./money.mjs";
import { moveSome } from "./moves.mjs";
import {
	holderColumns,
	holderRow,
	inventOfficers,
	letterColumns,
	letterRows,
	termColumns,
	termRow,
} from "./officers.mjs";
import { showOpenly } from "./openly.mjs";
import { inventMembers, membershipColumns, personColumns, personRow } from "./people.mjs";
import { hangPhotographs } from "./photographs.mjs";
import { planYears, sendCirculars } from "./plans.mjs";
import { askAround } from "./questionnaires.mjs";
import {
	howMany,
	inventAnswers,
	inventWaveOfAll,
	inventWaves,
	tallyColumns,
	waveColumns,
	waveRow,
} from "./surveys.mjs";
import { defineMarks, standTogether } from "./together.mjs";
import { letLearn } from "./training.mjs";
import { firstStages, organisationColumns, organisationRow } from "./tree.mjs";
import { enterSomeTwice } from "./twice.mjs";

/** How many organisations are held in memory at once. */
const AT_ONCE = 200;

/**
 * Fills an empty database with organisations and so many years of their work, the last of them this one; `lives` lets what
 * happens to a tree happen to the demonstration's own.
 * Answers the organisations, each with officers, waves and its first members, and the day.
 */
export async function fill(database, organisations, { years = 2, lives = false, bucket = null } = {}) {
	const today = dayOf(Date.now() / 1000, "Asia/Shanghai");
	// Slips printed in one demonstration are good in the next.
	const secret = await sha256("demonstration");
	await database.prepare("UPDATE deployment SET key = ?").bind(secret).run();
	const tree = [];
	for (let start = 0; start < organisations.length; start += AT_ONCE) {
		const part = organisations.slice(start, start + AT_ONCE).map((one) => invent(one, today, years));
		await writePeople(database, part);
		if (start === 0) {
			await defineMarks(database, part[0].path.split("/")[0]);
			await standTogether(database, part, today);
		}
		await writeYears(database, part);
		await writeSurveys(database, part, secret, today);
		await recount(database, part, today);
		tree.push(...part.map((one) => ({ ...one, years: [], members: one.members.slice(0, 60) })));
	}
	if (lives) await putAhead(database, tree, today);
	if (bucket) await hangPhotographs(database, bucket, tree);
	await letSomeSleep(database, tree, today);
	await showOpenly(database, tree, today);
	await planMoney(database, tree, today);
	await enterSomeTwice(database, tree, today);
	await bringOneIn(database, tree, today);
	await planYears(database, tree, today);
	await sendCirculars(database, tree, today);
	if (lives) {
		await lookBack(database, tree, today);
		await letLive(database, tree, today);
		await askAround(database, tree, today);
		await moveSome(database, tree, today);
		await letMeet(database, tree, today);
		await letLearn(database, tree, today);
	}
	await nightly({ DB: database });
	return { tree, today, secret };
}

function invent(organisation, today, howManyYears) {
	const thisYear = Number(today.slice(0, 4));
	const members = inventMembers(organisation, today);
	const officers = inventOfficers(organisation, members, today);
	const years = Array.from({ length: howManyYears }, (_, back) => {
		const year = thisYear - howManyYears + 1 + back;
		const activities = members.length > 0 ? inventActivities(organisation, members, year, today) : [];
		return { year, activities, ...inventRegister(organisation, members, activities, year, today) };
	});
	const waves =
		organisation.kind === "village" && !sleeps(organisation) ? inventWaves(organisation, today) : [];
	return { ...organisation, members, officers, years, waves, by: officers[0].person.id };
}

async function writePeople(database, tree) {
	await insert(database, "organisation", organisationColumns, tree.map(organisationRow));
	await database.prepare(firstStages).run();
	const officers = tree.flatMap((one) =>
		one.officers.map((officer) => ({ ...officer, organisation: one.id })),
	);
	const newcomers = officers.filter(({ isNew }) => isNew).map(({ person }) => person);
	await insert(
		database,
		"person",
		personColumns,
		[...tree.flatMap(({ members }) => members), ...newcomers].map(personRow),
	);
	const members = tree.flatMap(({ id, path, members }) =>
		members.map((member) => ({ ...member, at: id, path })),
	);
	await insert(
		database,
		"membership",
		membershipColumns,
		members.map((one) => [one.at, one.id, one.from, one.to, one.kind, sortKey(one.name), one.because]),
	);
	await insert(
		database,
		"seek",
		["organisation", "person", "words"],
		members.map((one) => [one.at, one.id, seekWords(one, one.path)]),
	);
	await insert(database, "holder", holderColumns, officers.map(holderRow));
	await insert(database, "term", termColumns, tree.map(termRow));
	await insert(database, "letter", letterColumns, tree.flatMap(letterRows));
}

async function writeYears(database, tree) {
	const every = (rowsOf) => tree.flatMap((one) => one.years.flatMap((year) => rowsOf(year, one)));
	await insert(
		database,
		"activity",
		activityColumns,
		every(({ activities }, one) => activities.map(activityRow(one))),
	);
	await insert(
		database,
		"attendance",
		["organisation", "activity", "person"],
		every(({ activities }, one) =>
			activities.flatMap(({ id, came }) => came.map((who) => [one.id, id, who])),
		),
	);
	await insert(
		database,
		"rate",
		["organisation", "from_day", "kind", "amount"],
		tree
			.filter(({ members }) => members.length > 0)
			.map((one) => [one.id, `${one.years[0].year}-01-01`, "every", rateOf(one)]),
	);
	const books = [];
	for (const one of tree)
		for (const { entries } of one.years.filter(({ entries }) => entries.length > 0))
			books.push(await chained(entries.map(draftOf(one.id, one.by)), ""));
	await insert(database, "entry", entryColumns, books.flat().map(entryRow));
	await insert(
		database,
		"book",
		bookColumns,
		books.map((entries) => bookRow(entries, after({}, entries))),
	);
	await insert(
		database,
		"allocation",
		allocationColumns,
		every(({ allocations }, one) =>
			allocations.map(({ person, year, entry, amount }) => [one.id, person, year, entry, person, amount]),
		),
	);
	await insert(
		database,
		"collection",
		collectionColumns,
		every(({ collections, entries: posted }, one) => {
			const numbers = new Map(posted.map(({ id, number }) => [id, number]));
			return collections.map(({ id, day, method, entries }) => [
				...[one.id, id, day, Number(day.slice(0, 4)), numbers.get(entries[0])],
				...[method, JSON.stringify(entries), one.by, "demonstration"],
			]);
		}),
	);
}

async function writeSurveys(database, tree, secret, today) {
	const own = tree.flatMap((one) => one.waves.map((wave) => ({ one, wave })));
	const [root] = tree;
	const everywhere = inventWaveOfAll(root, today);
	const asked = [
		...own,
		...tree
			.filter((one) => one.waves.length > 0)
			.map((one) => ({ one, wave: { ...everywhere, ...howMany(one, everywhere) } })),
	];
	await insert(database, "wave", waveColumns, [
		...own.map(({ one, wave }) => waveRow(one, one.by)(wave)),
		waveRow(root, root.by)(everywhere),
	]);
	const told = await Promise.all(asked.map(({ one, wave }) => inventAnswers(one, wave, secret, today)));
	await insert(
		database,
		"tally",
		tallyColumns,
		asked.map(({ one, wave }, place) => [
			...[wave.id, one.id, one.adults, wave.slips, told[place].counts, told[place].shown],
		]),
	);
	await insert(
		database,
		"answer",
		["wave", "unit", "id", "said"],
		told.flatMap(({ answers }) => answers),
	);
	await insert(
		database,
		"spent",
		["wave", "unit", "hash"],
		told.flatMap(({ spent }) => spent),
	);
	const db = drizzle(database);
	for (const { one, wave } of [...own, { one: root, wave: everywhere }].filter(({ wave }) => wave.closed)) {
		const [row] = await waveOpenedAt(db, one, wave.id);
		const closing = { id: `${wave.id.slice(1)}z`, handed_out: wave.slips };
		await close(db, one, row, closing, { today: daysAfter(wave.last, 1), by: one.by });
	}
}

async function recount(database, tree, today) {
	const db = drizzle(database);
	for (const one of tree.filter(({ members }) => members.length > 0)) {
		await db.batch([
			recountPaid(db, one, sql`(select person from membership where organisation = ${one.id})`),
			...one.years.flatMap(({ year }) => [keptMoney(db, one, year), recountYear(db, one, year)]),
			...recountMembers(db, one, today, `${Math.min(...one.years.map(({ year }) => year))}-01-01`),
		]);
	}
}
