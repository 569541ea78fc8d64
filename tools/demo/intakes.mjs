// The first village's members came from its spreadsheet, three years ago: most were new, one stood in it twice, two are for later.
import { daysAfter } from "../../worker/values/day";
import { insert } from "./insert.mjs";

const id = "d2mj8register001";

/** Lets the members of one village have come with a file; nobody is made, and no figure changes. */
export async function bringOneIn(database, tree, today) {
	const village = tree.find(({ kind, members }) => kind === "village" && members.length >= 20);
	if (!village) return;
	const day = daysAfter(today, -3 * 365);
	const came = village.members.filter(({ from, to }) => from < day && to === null).slice(0, 40);
	const [secretary] = village.officers;
	const rows = [
		...came.map((one, at) => [at + 4, "new", one.id, village.id, null]),
		[came.length + 4, "same", null, village.id, { line: 9 }],
		[came.length + 5, "later", null, null, null],
		[came.length + 6, "later", null, null, null],
	];
	const counts = { new: came.length, same: 1, later: 2 };
	await insert(
		database,
		"intake",
		[
			"organisation",
			"id",
			"what",
			"file",
			"digest",
			"lines",
			"chunks",
			"columns",
			"day",
			"made_at",
			"made_by",
			"made_from",
		],
		[
			[
				...[village.id, id, "members", "会员登记册.xlsx", "demonstration", rows.length, 1, "{}", day],
				...[Math.floor(Date.parse(day) / 1000), secretary.person.id, "demonstration"],
			],
		],
	);
	await insert(
		database,
		"intake_chunk",
		["organisation", "intake", "number", "rows", "places", "counts", "day", "made_from"],
		[
			[
				...[village.id, id, 0, JSON.stringify(rows), JSON.stringify([village.id]), JSON.stringify(counts)],
				...[day, "demonstration"],
			],
		],
	);
	await insert(
		database,
		"intake_end",
		["organisation", "intake", "outcome", "day", "made_by", "made_from"],
		[[village.id, id, "finished", day, secretary.person.id, "demonstration"]],
	);
	await database
		.prepare("UPDATE person SET made_from = ? WHERE id IN (SELECT value FROM json_each(?))")
		.bind(id, JSON.stringify(came.map((one) => one.id)))
		.run();
}
