// Plans of this year and the next, and what the levels above asked of those below: written as the product writes them, its kept
// figures counted by its own statements.
import { drizzle } from "drizzle-orm/d1";
import { recountCircular } from "../../worker/circulars/store";
import { monthOf } from "../../worker/plans/rules";
import { daysAfter } from "../../worker/values/day";
import { KEY_DAYS, OTHERS } from "./activities.mjs";
import { sleeps } from "./asleep.mjs";
import { insert } from "./insert.mjs";
import { chance } from "./random.mjs";

const IDS = { "05-29": "members", "07-11": "population", "12-01": "aids" };

const itemColumns = [
	...[
		"organisation",
		"id",
		"year",
		"kind",
		"title",
		"first_day",
		"last_day",
		"key_day",
		"place",
		"budget",
		"helpers",
	],
	"made_from",
];

/** What an organisation plans for a year: the key days on their day, the rest within a month. */
function inventItems(organisation, year) {
	const luck = chance(`plan ${organisation.id} ${year}`);
	const wanted = [...KEY_DAYS, ...OTHERS.filter(() => luck.happens(0.7))];
	return wanted.map(([monthDay, kind, title, place]) => {
		const keyDay = IDS[monthDay] ?? null;
		const day = `${year}-${monthDay}`;
		const { firstDay, lastDay } = keyDay
			? { firstDay: day, lastDay: day }
			: monthOf(year, Number(monthDay.slice(0, 2)));
		return [
			...[
				organisation.id,
				`p${year}${monthDay.replace("-", "")}`,
				year,
				kind,
				title,
				firstDay,
				lastDay,
				keyDay,
				place,
			],
			...[
				luck.between(2, 16) * 5000,
				luck.one(["第一组", "第二组", "卫生室", "老年协会", null]),
				"demonstration",
			],
		];
	});
}

const kept = `json_object('id', plan_item.id, 'kind', plan_item.kind, 'title', plan_item.title, 'firstDay', first_day, 'lastDay', last_day, 'keyDay', key_day,
	'place', plan_item.place, 'budget', budget, 'helpers', helpers)`;

/** Files the plans of those named: `[organisation, year, round, id, day, by]`. */
async function fileAll(database, filed) {
	await database
		.prepare(`INSERT INTO submission (organisation, year, round, id, filed_on, items, made_by, made_from)
			SELECT one.value ->> 0, one.value ->> 1, one.value ->> 2, one.value ->> 3, one.value ->> 4,
				(SELECT json_group_array(json(kept)) FROM (SELECT ${kept} AS kept FROM plan_item
					WHERE organisation = one.value ->> 0 AND year = one.value ->> 1 ORDER BY first_day)),
				one.value ->> 5, 'demonstration' FROM json_each(?) AS one`)
		.bind(JSON.stringify(filed))
		.run();
}

const reviewColumns = [
	"organisation",
	"year",
	"round",
	"id",
	"outcome",
	"day",
	"note",
	"made_by",
	"made_from",
];

/** Who files when, and what is answered: most plans were approved in spring, some after they had been returned once. */
export async function planYears(database, tree, today) {
	const year = Number(today.slice(0, 4));
	const root = tree.find(({ parent }) => parent === null);
	const byId = new Map(tree.map((one) => [one.id, one]));
	const plans = tree.filter((one) => !sleeps(one));
	const next = plans.filter(
		(one) => chance(`next ${one.id}`).happens(one.parent === null ? 1 : 0.45) && one.id !== "t01v01",
	);
	await insert(
		database,
		"plan_deadline",
		["organisation", "year", "day"],
		[
			[root.id, year, `${year}-01-31`],
			[root.id, year + 1, `${year}-12-20`],
		],
	);
	await insert(database, "plan_item", itemColumns, [
		...plans.flatMap((one) => inventItems(one, year)),
		...next.flatMap((one) => inventItems(one, year + 1)),
	]);
	// An activity that was planned carries out its item.
	await database
		.prepare(`UPDATE activity SET plan_item = (SELECT plan_item.id FROM plan_item WHERE plan_item.organisation = activity.organisation
			AND plan_item.year = cast(?1 AS INTEGER) AND plan_item.title = activity.title) WHERE day >= ?1 || '-01-01' AND day < (?1 + 1) || '-01-01'`)
		.bind(String(year))
		.run();
	const rounds = [];
	const reviews = [];
	for (const one of plans) {
		const luck = chance(`filing ${one.id}`);
		const answerer = byId.get(one.parent)?.by ?? one.by;
		const filedOn = `${year}-01-${String(luck.between(5, 31)).padStart(2, "0")}`;
		const again = one.parent !== null && luck.happens(0.12);
		rounds.push([one.id, year, 1, luck.id(), filedOn, one.by]);
		reviews.push([
			...[one.id, year, 1, luck.id(), again ? "returned" : "approved", daysAfter(filedOn, 6)],
			...[again ? "请写明和谁一起办，再报一次。" : null, answerer, "demonstration"],
		]);
		if (again) {
			rounds.push([one.id, year, 2, luck.id(), daysAfter(filedOn, 12), one.by]);
			reviews.push([
				one.id,
				year,
				2,
				luck.id(),
				"approved",
				daysAfter(filedOn, 15),
				null,
				answerer,
				"demonstration",
			]);
		}
	}
	const waiting = next.filter((one) => one.parent !== null);
	await fileAll(database, [
		...rounds,
		...waiting.map((one) => [
			one.id,
			year + 1,
			1,
			chance(`waits ${one.id}`).id(),
			daysAfter(today, -4),
			one.by,
		]),
	]);
	await insert(database, "review", reviewColumns, reviews);
	await insert(
		database,
		"plan_waiting",
		["above", "organisation", "year", "round", "filed_on"],
		waiting.map((one) => [one.parent, one.id, year + 1, 1, daysAfter(today, -4)]),
	);
	const returned = reviews.filter(([, , , , outcome]) => outcome === "returned");
	await insert(
		database,
		"plan_comment",
		["organisation", "year", "round", "item", "said"],
		returned.map(([id]) => [id, year, 1, `p${year}0529`, "和镇里一起办的，写上。"]),
	);
	await dropSome(database, plans, year);
}

/** Here and there something that was approved was dropped. */
async function dropSome(database, plans, year) {
	const some = plans.filter((one) => chance(`drops ${one.id}`).happens(0.2));
	await database
		.prepare(`INSERT INTO amendment (organisation, year, id, item, act, day, reason, "before", made_by, made_from)
			SELECT one.value ->> 0, ?1, 'a' || plan_item.id, plan_item.id, 'dropped', ?1 || '-08-01', '连日高温，不办了', ${kept}, one.value ->> 1,
				'demonstration' FROM json_each(?2) AS one JOIN plan_item ON plan_item.organisation = one.value ->> 0
				AND plan_item.id = 'p' || ?1 || '0815' WHERE NOT EXISTS (SELECT 1 FROM activity
					WHERE activity.organisation = plan_item.organisation AND activity.plan_item = plan_item.id)`)
		.bind(String(year), JSON.stringify(some.map((one) => [one.id, one.by])))
		.run();
}

const circularColumns = [
	...[
		"organisation",
		"id",
		"sent_on",
		"title",
		"body",
		"asks",
		"question",
		"due_day",
		"kinds",
		"units",
		"recipients",
	],
	...["made_by", "made_from"],
];

/** The district asked all villages for a number, and every township sent its villages something to read. */
export async function sendCirculars(database, tree, today) {
	const root = tree.find(({ parent }) => parent === null);
	const villages = tree.filter(({ kind }) => kind === "village");
	const townships = tree.filter(({ kind }) => kind === "township");
	const sent = [
		[
			...[root.id, "cgathering", daysAfter(today, -6), "年底联谊会报人数"],
			...[
				"十二月二十八日上午在区文化馆办年底联谊会，请各村报一下来几个人。\n路远的村，镇里统一安排车。",
				"number",
				"来几个人",
			],
			...[daysAfter(today, 6), '["village"]', null, villages.length, root.by, "demonstration"],
		],
		...townships.map((one) => [
			...[
				one.id,
				"creport",
				daysAfter(today, -3),
				"年度工作总结怎么写",
				"请对照去年的写，数字系统里都有，不用另报表。",
				"reading",
			],
			...[
				null,
				null,
				null,
				null,
				tree.filter(({ parent }) => parent === one.id).length,
				one.by,
				"demonstration",
			],
		]),
	];
	await insert(database, "circular", circularColumns, sent);
	const answers = villages.filter((one) => one.id !== "t01v01" && chance(`answers ${one.id}`).happens(0.62));
	const readers = villages.filter((one) => answers.includes(one) || chance(`reads ${one.id}`).happens(0.4));
	const on = (one) => daysAfter(today, -chance(`day ${one.id}`).between(0, 5));
	await insert(
		database,
		"circular_reading",
		["sender", "circular", "organisation", "day", "read_by"],
		readers.map((one) => [root.id, "cgathering", one.id, on(one), one.by]),
	);
	await insert(
		database,
		"circular_answer",
		["sender", "circular", "organisation", "said", "day", "made_by"],
		answers.map((one) => [
			...[root.id, "cgathering", one.id, String(chance(`comes ${one.id}`).between(2, 12)), on(one), one.by],
		]),
	);
	await recountCircular(drizzle(database), { sender: root.id, id: "cgathering" });
}
