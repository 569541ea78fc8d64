// What became of some of the district's organisations, done by the product's own acts: places without an association, a
// village renamed, one that changed townships, two under standardisation, one that is no more, and a village to practise in.
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { live } from "../../worker/organisations/life/latest";
import { deregistrationOf, foundingOf } from "../../worker/organisations/life/store";
import { makePractice } from "../../worker/shaping/practice/store";
import { move } from "../../worker/shaping/relocation/store";
import { daysAfter } from "../../worker/values/day";

const UNFOUNDED = [
	["t03", "t03n1", "新园社区", 1320],
	["t03", "t03n2", "高速口安置小区", 860],
	["t07", "t07n1", "湖滨新村", 1140],
];

/** Lets some organisations of the demonstration's district live through what the tree's pages show. */
export async function letLive(database, tree, today) {
	const db = drizzle(database);
	const known = new Map(tree.map((one) => [one.id, { ...one, status: "active", practice: false, acts: [] }]));
	const staff = known.get("jx").by;
	const by = (id) => ({ id, madeFrom: "demonstration", by: staff });
	const how = (ago, reason) => ({ day: daysAfter(today, -ago), reason });
	const always = sql`true`;
	const founding = (parent, id, name, more) => ({
		...{ id, parent, path: `${known.get(parent).path}${id}/`, kind: "village", organisation: name },
		...{ adults: null, households: null, madeFrom: "demonstration", madeBy: staff, ...more },
	});

	for (const [parent, id, name, adults] of UNFOUNDED) {
		const place = { adults, status: "unfounded", act: "entered", day: daysAfter(today, -200) };
		await db.batch(foundingOf(db, founding(parent, id, name, place)));
	}
	const gone = { kind: "enterprise", day: "1998-05-29", reason: "镇政府批复" };
	await db.batch([
		...foundingOf(db, founding("t02", "t02e9", "青桥茶厂", gone)),
		...deregistrationOf(db, "t02e9", { id: "life0", ...how(700, "企业关停，会员已转入所在村"), by: staff }),
	]);
	const renamed = known.get("t02v03");
	await live(
		...[
			db,
			renamed,
			"renamed",
			how(400, "村改社区，区民政局批复"),
			{ name: renamed.name.replace("村", "社区") },
		],
		...[by("life1"), always],
	);
	await move(db, known.get("t04v05"), known.get("t05"), how(320, "行政区划调整"), by("life2"), "t04v05");
	for (const [id, ago, reason] of [
		["t02v04", 60, "届满两年没有换届，会费两年没有收"],
		["t06v02", 25, "账目不清，群众有反映"],
	]) {
		await live(
			db,
			known.get(id),
			"standardised",
			how(ago, reason),
			{ status: "standardising" },
			by(`l${id}`),
			always,
		);
	}
	// They were entered when they happened: none of them is a slip of today.
	await database.prepare("UPDATE stage SET made_at = unixepoch(from_day) WHERE from_day > '1990'").run();
	const village = known.get("t01v01");
	await makePractice(db, village, {
		...{ id: "practice", name: "练习协会", kind: "village", members: true },
		...{ madeFrom: "demonstration", by: village.by, today },
	});
}
