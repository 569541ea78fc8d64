import { drizzle } from "drizzle-orm/d1";
import { answerOf } from "../../worker/surveys/answer/rules";
import { assess } from "../../worker/surveys/assessment/store";
import { finished } from "../../worker/surveys/draft/rules";
import { beginDraft, contentOfEdition, draftOf, publish } from "../../worker/surveys/draft/store";
import { library } from "../../worker/surveys/questionnaire/library";
import { openWave } from "../../worker/surveys/wave/store";
import { daysAfter } from "../../worker/values/day";
import { insert } from "./insert.mjs";
import { chance } from "./random.mjs";

const CRITERIA = "组织健全 20\n活动开展 30\n会费公开 20\n服务群众 30\n弄虚作假 一票否决";
const NOTES = ["账贴在门口，看得清。", "活动有照片、有签到。", null, null];

/**
 * What is made of questionnaires in a living district: its own one, published; a township's wave in all its villages, with slips from
 * above, answers and assessors' marks; and the feedback on a village's latest activity.
 */
export async function askAround(database, tree, today) {
	const db = drizzle(database);
	const [root] = tree;
	const township = tree.find(({ parent }) => parent === root.id);
	const villages = tree.filter(({ parent, kind }) => parent === township?.id && kind === "village");
	if (!township || villages.length === 0) return;
	const staff = (one) => one.officers.find(({ post }) => post === "staff")?.person.id;
	const questionnaire = await writeOne(db, root, staff(root), today);
	await askBelow(db, database, township, villages, { questionnaire, by: staff(township), today });
	await askOnTheSpot(db, database, villages[0], today);
}

async function writeOne(db, root, by, today) {
	const [women] = library;
	const id = "demoquestions";
	const title = { zh: "服务群众问卷", en: "" };
	const made = (act) => ({ id: `demo${act}`, madeFrom: "demonstration", by });
	await beginDraft(db, root, id, title, women.questions.slice(3), made("begun"));
	const [draft] = await draftOf(db, root, id);
	const one = finished(id, 1, title, [
		{ ...women.questions[0], words: { zh: "您对协会今年的服务满意吗？", en: "" } },
		...women.questions.slice(4),
	]);
	await publish(db, root, draft, 1, JSON.stringify(contentOfEdition(one)), today, made("published"));
	return one;
}

async function askBelow(db, database, township, villages, { questionnaire, by, today }) {
	const wave = "demobelow";
	const rule = {
		questionnaire: questionnaire.key,
		target: 90,
		denominator: "all",
		entry: "slip",
		slips: 120,
		scope: "below",
	};
	const more = {
		points: "100-80-60-30-0",
		assessors: 30,
		criteria: CRITERIA,
		issuer: "opener",
		activity: null,
	};
	const days = { first_day: daysAfter(today, -6), last_day: daysAfter(today, 15) };
	await openWave(db, township, { id: wave, ...rule, ...more, ...days }, 1, { madeFrom: "demonstration", by });
	for (const village of villages) {
		const luck = chance(`below ${village.id}`);
		await answerIn(
			database,
			wave,
			village,
			questionnaire,
			luck.between(3, 45),
			(one) => sayIn(questionnaire, one),
			today,
		);
		if (!luck.happens(0.6)) continue;
		const mark = (most) => ({
			points: Math.round(most * (0.7 + 0.3 * luck.next())),
			vetoed: false,
			note: luck.one(NOTES),
		});
		const marks = {
			c1: mark(20),
			c2: mark(30),
			c3: mark(20),
			c4: mark(30),
			c5: { points: 0, vetoed: false, note: null },
		};
		await assess(db, village, wave, marks, {
			id: `demomarks${village.id}`.slice(0, 16),
			madeFrom: "demonstration",
			by,
		});
	}
}

async function askOnTheSpot(db, database, village, today) {
	const found = await database
		.prepare("SELECT id FROM activity WHERE organisation = ? AND day <= ? ORDER BY day DESC LIMIT 1")
		.bind(village.id, today)
		.first();
	if (!found) return;
	const feedback = library.find(({ key }) => key === "activity");
	const rule = {
		questionnaire: "activity",
		target: 90,
		denominator: "all",
		entry: "anyone",
		slips: 0,
		scope: "here",
	};
	const more = { points: null, assessors: 0, criteria: null, issuer: "unit", activity: found.id };
	const days = { first_day: daysAfter(today, -1), last_day: daysAfter(today, 6) };
	await openWave(db, village, { id: "demospot", ...rule, ...more, ...days }, 1, {
		madeFrom: "demonstration",
		by: village.by,
	});
	await answerIn(database, "demospot", village, feedback, 14, (luck) => sayIn(feedback, luck), today);
}

/** Each question answered at random, satisfaction mostly well. */
function sayIn(questionnaire, luck) {
	return Object.fromEntries(
		questionnaire.questions.flatMap((question) => {
			if (question.kind === "open") return [];
			if (question.kind === "scale") return [[question.key, String(luck.between(6, 10))]];
			if (question.role === "satisfaction")
				return [
					[
						question.key,
						luck.weighed([
							["5", 6],
							["4", 5],
							["3", 1],
						]),
					],
				];
			return [[question.key, luck.one(question.options).key]];
		}),
	);
}

async function answerIn(database, wave, { id: unit }, questionnaire, count, say, today) {
	const luck = chance(`answers ${wave} ${unit}`);
	const counts = { n: 0 };
	let shown = { n: 0 };
	const answers = [];
	for (let place = 0; place < count; place++) {
		const counted = answerOf(questionnaire, say(luck), wave === "demospot" ? "poster" : "slip", today);
		answers.push([wave, unit, luck.id(), counted.said]);
		for (const label of counted.labels) counts[label] = (counts[label] ?? 0) + 1;
		if (counts.n % 10 === 0) shown = { n: counts.n };
	}
	await insert(database, "answer", ["wave", "unit", "id", "said"], answers);
	await database
		.prepare("UPDATE tally SET counts = ?, shown = ? WHERE wave = ? AND unit = ?")
		.bind(JSON.stringify(counts), JSON.stringify(shown), wave, unit)
		.run();
}
