// What two villages of the demonstration put down ahead and hold together, done by the product's own acts: one still to come, one put
// off, one cancelled, one whose day has passed without a word, and a training of two half-days that both hold.
import { drizzle } from "drizzle-orm/d1";
import { takeTaps } from "../../worker/activities/attendance/store";
import { sessionsFrom } from "../../worker/activities/holding/rules";
import { cancel, divide, invite, postpone } from "../../worker/activities/holding/store";
import { enter, lend } from "../../worker/activities/lending/store";
import { activityOf, recordActivity } from "../../worker/activities/report/store";
import { daysAfter } from "../../worker/values/day";

const told = {
	place: "村文化礼堂",
	heads: null,
	handed_out: null,
	cost: null,
	outcome: null,
	beneficiaries: null,
	plan_item: null,
};

/** Boards of a township's tour its villages: one has them now, past their day. */
async function lendBoards(db, tree, today) {
	const township = tree.find(({ kind }) => kind === "township");
	const under = tree.filter(({ path, kind }) => kind === "village" && path.startsWith(township?.path ?? "-"));
	if (!township || under.length < 3) return;
	const place = { id: township.id, name: township.name };
	const by = (id) => ({ id, madeFrom: "demonstration", by: township.by });
	await enter(db, place, { id: "boards", name: "5·29 巡展展板一套（12 块）" }, by("boards"));
	await enter(db, place, { id: "tent", name: "活动帐篷两顶" }, by("tent"));
	let open = null;
	for (const [index, ago] of [70, 40, 12].entries()) {
		const [day, due] = [daysAfter(today, -ago), daysAfter(today, 9 - ago)];
		await lend(db, place, "boards", open, { holder: under[index].id, day, due }, by(`boards${index}`));
		open = `boards${index}`;
	}
}

/** Puts some of the year's rest down ahead in the first village, and lets the second hold some of it too. */
export async function putAhead(database, tree, today) {
	const db = drizzle(database);
	const [village, other] = tree.filter(({ kind }) => kind === "village");
	if (!village || !other) return;
	const place = { id: village.id, name: village.name };
	const by = (id) => ({ id, madeFrom: "demonstration", by: village.by });
	// Recorded on the day on which it was put down, which was before its own.
	const put = async (id, ago, day, more) => {
		await recordActivity(db, place, { ...told, id, day, ...more }, by(id), daysAfter(today, -ago));
		const [activity] = await activityOf(db, place, id);
		return activity;
	};
	await put("ahead1", 10, daysAfter(today, 6), { kind: "training", title: "骨干会员培训：怎样联系一户" });
	const fair = await put("ahead2", 20, daysAfter(today, 2), { kind: "contest", title: "冬至包汤圆比赛" });
	await postpone(db, place, fair, { day: daysAfter(today, 9), reason: "礼堂那天办喜事" }, by("ahead2p"));
	const visit = await put("ahead3", 30, daysAfter(today, 4), { kind: "visit", title: "去邻村参观会员之家" });
	await cancel(db, place, visit, "车辆没有落实", by("ahead3c"), today);
	await put("ahead4", 30, daysAfter(today, -3), { kind: "service", title: "上门理发送老人", place: "各家" });

	await lendBoards(db, tree, today);

	const both = await put("both1", 40, daysAfter(today, -12), {
		kind: "training",
		title: "两村会员一天培训",
		heads: 46,
		cost: 86_000,
		outcome: "上午讲政策，下午练急救。",
	});
	await invite(db, place, both, other.id, true, by("both1h"), daysAfter(today, -30));
	await divide(db, place, both.id, sessionsFrom(both.day, "morning", 2), by("both1s"));
	const members = [...village.members.slice(0, 24), ...other.members.slice(0, 14)];
	for (const session of [1, 2]) {
		const taps = members
			.filter((_, index) => session === 1 || index % 5 !== 0)
			.map(({ id }, index) => ({
				id: `d${session}${index}`,
				person: id,
				came: true,
				proxy: index % 11 === 10,
				at: session,
			}));
		await takeTaps(
			db,
			{ ...place, path: village.path },
			{ organisation: village.id, id: both.id, day: both.day, session },
			taps,
			"tap",
			by(`both1t${session}`),
			today,
		);
	}
}
