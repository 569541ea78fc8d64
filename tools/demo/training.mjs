// Topics of the root's, what some trainings taught, and members who were trained elsewhere.
import { drizzle } from "drizzle-orm/d1";
import { issueCertificates } from "../../worker/training/certificates/store";
import { keepHours } from "../../worker/training/hours/store";
import { insert } from "./insert.mjs";
import { chance } from "./random.mjs";

const ALL = ["member", "chair", "vice-chair", "secretary-general", "council-member", "group-leader"];
const TOPICS = [
	["aid", "家庭急救", "First aid at home", ALL, 2, 60],
	[
		"policy",
		"政策与联系户",
		"Policy and households",
		["chair", "vice-chair", "secretary-general", "group-leader"],
		1,
		95,
	],
];
const TAUGHT = { 家庭急救培训: "aid", "会员培训：政策与联系户": "policy" };

/** The first village issues certificates of its first aid, and keeps how long some helped at its autumn clinic. */
async function thankWhoCame(database, tree, today) {
	const village = tree.find(({ kind }) => kind === "village");
	if (!village) return;
	const db = drizzle(database);
	const place = { id: village.id, name: village.name };
	const by = (id) => ({ id, madeFrom: "demonstration", by: village.by });
	const latest = (title) =>
		database
			.prepare(
				"SELECT id, day, title FROM activity WHERE organisation = ? AND title = ? ORDER BY day DESC LIMIT 1",
			)
			.bind(village.id, title)
			.first();
	const aid = await latest("家庭急救培训");
	if (aid) await issueCertificates(db, place, aid.id, by("aidpapers"), today);
	const clinic = await latest("秋季义诊");
	if (!clinic) return;
	const { results } = await database
		.prepare("SELECT person FROM attendance WHERE organisation = ? AND activity = ? ORDER BY person LIMIT 6")
		.bind(village.id, clinic.id)
		.all();
	const volunteer = results.map(({ person }) => person);
	await keepHours(db, place, clinic, { volunteer, hours: 180 }, by("clinichours"));
}

/** Defines what is taught and marks what taught it; in most associations whoever missed it went to the township's. */
export async function letLearn(database, tree, today) {
	const year = Number(today.slice(0, 4));
	await insert(
		database,
		"topic",
		["id", "zh", "en", "made_from"],
		TOPICS.map(([id, zh, en]) => [id, zh, en, "demonstration"]),
	);
	await insert(
		database,
		"requirement",
		["topic", "from_year", "years", "whom", "target"],
		TOPICS.map(([id, , , whom, years, target]) => [id, year - 1, years, JSON.stringify(whom), target]),
	);
	for (const [title, topic] of Object.entries(TAUGHT))
		await database
			.prepare("INSERT INTO taught SELECT organisation, id, ? FROM activity WHERE title = ?")
			.bind(topic, title)
			.run();
	const luck = chance("training");
	const evidence = { aid: "区红十字会急救证", year: "镇会员之家签到表", policy: "区里的结业证" };
	for (const one of tree.filter(({ members, officers }) => members.length + officers.length > 0)) {
		if (luck.happens(0.03)) continue;
		const share = luck.happens(0.88) ? 0.99 : 0.8;
		const aided = luck.happens(0.8) ? 0.66 : 0.3;
		const leading = new Set(one.officers.map(({ person }) => person.id));
		const { results } = await database
			.prepare(
				"SELECT DISTINCT person FROM membership WHERE organisation = ? AND to_day IS NULL UNION SELECT person FROM holder WHERE organisation = ? AND to_day IS NULL",
			)
			.bind(one.id, one.id)
			.all();
		await insert(
			database,
			"trained_elsewhere",
			["person", "organisation", "id", "topic", "day", "evidence", "made_by", "made_from"],
			results
				.flatMap(({ person }) => [
					[person, "year", luck.happens(share)],
					[person, "aid", luck.happens(aided)],
					[person, "policy", leading.has(person) && luck.happens(share)],
				])
				.filter(([, , came]) => came)
				.map(([person, topic]) => [
					person,
					one.id,
					luck.id(),
					topic,
					`${year}-03-18`,
					evidence[topic],
					one.by,
					"demonstration",
				]),
		);
	}
	await thankWhoCame(database, tree, today);
}
