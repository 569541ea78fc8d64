// How people stand together: groups and their leaders, households, tags, two further fields, and one who belongs twice.
import { seekWords, sortKey } from "../../worker/members/rules";
import { daysAfter } from "../../worker/values/day";
import { insert } from "./insert.mjs";
import { inventName } from "./names.mjs";
import { chance } from "./random.mjs";

/** So many villages make use of it all; the others, like many, of none. */
const VILLAGES = 30;

const GROUPS = ["第一小组", "第二小组", "第三小组", "第四小组"];

const TAGS = [
	["visit", "volunteer", "入户宣传", "Home visits"],
	["clean", "volunteer", "环境整治", "Clean-ups"],
	["elders", "volunteer", "关爱老人", "Help for the old"],
	["stage", "skill", "文艺演出", "Performing"],
	["brush", "skill", "写毛笔字", "Calligraphy"],
	["sums", "skill", "算账", "Accounts"],
];

const SCHOOLING = ["小学", "初中", "高中", "大专及以上"];

const FIELDS = [
	["school", 1, "choice", "文化程度", "Schooling", JSON.stringify(SCHOOLING)],
	["since", 2, "number", "志愿服务起始年", "Volunteering since", "[]"],
];

/** What the root defines: once, for all below it. */
export async function defineMarks(database, root) {
	await insert(
		database,
		"tag",
		["organisation", "id", "kind", "zh", "en", "made_from"],
		TAGS.map((tag) => [root, ...tag, "demonstration"]),
	);
	await insert(
		database,
		"further_field",
		["organisation", "id", "sort", "kind", "zh", "en", "choices", "made_from"],
		FIELDS.map((field) => [root, ...field, "demonstration"]),
	);
}

/** Lets the first villages stand together, once their people are written. */
export async function standTogether(database, tree, today) {
	const villages = tree
		.filter(({ kind, members }) => kind === "village" && members.length >= 12)
		.slice(0, VILLAGES);
	const invented = villages.map((village) => ({ village, ...inventTogether(village, today) }));
	const every = (rowsOf) => invented.flatMap((one) => rowsOf(one));
	await insert(
		database,
		"small_group",
		["organisation", "id", "name", "from_day", "made_from"],
		every(({ village, groups }) =>
			groups.map(({ id, name }) => [village.id, id, name, "2021-01-01", "demonstration"]),
		),
	);
	await update(
		database,
		`UPDATE membership SET small_group = value ->> 2, tags = value ->> 3 FROM json_each(?)
		WHERE organisation = value ->> 0 AND person = value ->> 1 AND to_day IS NULL`,
		every(({ village, marked }) => marked.map(({ id, group, tags }) => [village.id, id, group, tags])),
	);
	await update(
		database,
		"UPDATE person SET further = line.value ->> 1 FROM json_each(?) AS line WHERE person.id = line.value ->> 0",
		every(({ marked }) => marked.flatMap(({ id, further }) => (further ? [[id, further]] : []))),
	);
	await insert(
		database,
		"household",
		["organisation", "id", "name", "address", "contact", "from_day", "made_from"],
		every(({ village, households }) =>
			households.map((one) => [village.id, ...one, "2023-03-01", "demonstration"]),
		),
	);
	// The leader whom every village has leads the group they stand in; the others get theirs, but for the last.
	await update(
		database,
		`UPDATE holder SET part = value ->> 2 FROM json_each(?)
		WHERE organisation = value ->> 0 AND person = value ->> 1 AND post = 'group-leader'`,
		every(({ village, led }) => (led ? [[village.id, led.person, led.group]] : [])),
	);
	await insert(
		database,
		"holder",
		["organisation", "id", "person", "post", "from_day", "part", "how"],
		every(({ village, leaders }) =>
			leaders.map(({ id, person, group }) => [
				...[village.id, id, person, "group-leader", "2024-03-01", group, "appointed"],
			]),
		),
	);
	await insert(
		database,
		"change",
		["organisation", "subject", "at", "id", "by", "act", "details", "made_from"],
		every(({ village, changes }) => changes.map((one) => [village.id, ...one, "demonstration"])),
	);
	await belongTwice(database, tree, today);
}

function inventTogether(village, today) {
	const luck = chance(`together ${village.id}`);
	const members = village.members.filter(({ to }) => to === null);
	const groups = GROUPS.map((name) => ({ id: luck.id(), name }));
	const groupOf = ({ address }) =>
		groups[Math.floor((Number.parseInt(address ?? "1", 10) - 1) / 3)] ?? groups[0];
	const leader = village.officers.find(({ post }) => post === "group-leader")?.person.id;
	const marked = members.map((one) => ({
		id: one.id,
		name: one.name,
		group: one.id === leader || luck.happens(0.95) ? groupOf(one).id : null,
		tags: JSON.stringify(luck.happens(0.22) ? [luck.one(TAGS)[0]] : []),
		further: luck.happens(0.35)
			? JSON.stringify({ school: luck.one(SCHOOLING), since: luck.between(2012, Number(today.slice(0, 4))) })
			: null,
	}));
	const led = marked.find(({ id }) => id === leader);
	const leaders = groups.slice(0, -1).flatMap(({ id: group }) => {
		if (led?.group === group) return [];
		const person = marked.find((one) => one.group === group && one.id !== leader)?.id;
		return person ? [{ id: luck.id(), person, group }] : [];
	});
	return {
		groups,
		marked,
		led: led && { person: led.id, group: led.group },
		leaders,
		households: inventHouseholds(luck, members),
		changes: inventChanges(luck, village, members.slice(0, 12), groups, today),
	};
}

/** Two to five households for most members, and a few that nobody keeps in touch with yet. */
function inventHouseholds(luck, members) {
	const household = (contact, part) => [
		...[luck.id(), inventName(luck, luck.one(["female", "male"]), 1965)],
		...[`${part} 组 ${luck.between(1, 80)} 号`, contact],
	];
	const kept = members
		.filter(() => luck.happens(0.8))
		.flatMap(({ id, address }) => {
			const part = Number.parseInt(address ?? "1", 10);
			return Array.from({ length: luck.between(2, 5) }, () => household(id, part));
		});
	return [...kept, ...Array.from({ length: 3 }, () => household(null, luck.between(1, 12)))];
}

/** What a few records went through, so that their pages tell of it. */
function inventChanges(luck, village, members, groups, today) {
	const at = (day) => Date.parse(`${day}T03:00:00Z`) / 1000;
	return members.flatMap((one) => [
		[one.id, at(one.from), luck.id(), village.by, "registered", JSON.stringify({ joined_on: one.from })],
		[
			...[one.id, at(daysAfter(today, -luck.between(100, 300))), luck.id(), village.by, "grouped"],
			JSON.stringify({ from: { group: groups[3].name }, to: { group: groups[0].name } }),
		],
		[
			...[one.id, at(daysAfter(today, -luck.between(5, 90))), luck.id(), village.by, "changed"],
			JSON.stringify({ from: { telephone: "19900000000" }, to: { telephone: one.telephone } }),
		],
	]);
}

/** Somebody of the first village is a member where they work as well. */
async function belongTwice(database, tree, today) {
	const village = tree.find(({ kind, members }) => kind === "village" && members.length >= 12);
	const enterprise = tree.find(({ kind, members }) => kind === "enterprise" && members.length > 0);
	if (!village || !enterprise) return;
	const one = village.members.filter(({ to }) => to === null)[5];
	await insert(
		database,
		"membership",
		["organisation", "person", "from_day", "kind", "sort"],
		[[enterprise.id, one.id, daysAfter(today, -500), "ordinary", sortKey(one.name)]],
	);
	await insert(
		database,
		"seek",
		["organisation", "person", "words"],
		[[enterprise.id, one.id, seekWords(one, enterprise.path)]],
	);
}

/** Changes many rows by one JSON parameter a statement. */
async function update(database, statement, rows) {
	for (let start = 0; start < rows.length; start += 4000) {
		await database
			.prepare(statement)
			.bind(JSON.stringify(rows.slice(start, start + 4000)))
			.run();
	}
}
