// A council's meetings of a village: one of the spring, signed off; one that was held lately; and one that is called.
import { drizzle } from "drizzle-orm/d1";
import { signMinutes } from "../../worker/meetings/minutes/sign";
import { keepSaid, resolve } from "../../worker/meetings/minutes/store";
import { markVoters } from "../../worker/meetings/roll/store";
import { callMeeting } from "../../worker/meetings/store";
import { daysAfter } from "../../worker/values/day";

const MEETINGS = [
	{
		...{ id: "meet1", ago: 240, title: "理事会第四次会议", absent: 0 },
		agenda: [
			["上年会费收支", "秘书长逐笔念了收支，账目和公示一致。"],
			["今年的活动打算", "五月会员活动日、七月宣传、重阳敬老照旧，另办两次培训。"],
		],
		vote: "同意上年会费收支，并在村务公开栏公示。",
	},
	{
		...{ id: "meet2", ago: 12, title: "理事会第五次会议", absent: 1 },
		agenda: [
			["年度工作小结", "会员活动、走访都办了；培训还差几位没有参加。"],
			["明年会费标准", null],
		],
		vote: "同意明年会费标准不变。",
	},
	{
		...{ id: "meet3", ago: -9, title: "理事会第六次会议", absent: null },
		agenda: [
			["年度工作报告", null],
			["明年的活动计划", null],
		],
	},
];

/** Lets the council of an organisation meet. */
export async function letMeet(database, tree, today) {
	const db = drizzle(database);
	const place = tree.find(({ kind }) => kind === "village");
	const council = place.officers.filter(({ term }) => term).map(({ person }) => person.id);
	const inside = { db, place, today, reader: { person: place.by } };
	const by = (id) => ({ id, madeFrom: "demonstration", by: place.by });
	for (const { id, ago, title, absent, agenda, vote } of MEETINGS) {
		const day = daysAfter(today, -ago);
		const called = { id, kind: "council", title, day, time: "14:30", place: "村委会会议室" };
		const bare = agenda.map(([about]) => [about, null]);
		await callMeeting(db, place, called, bare, by(id));
		if (absent === null) continue;
		const came = council.slice(absent).map((person) => [person, 0]);
		await markVoters(db, place, { id, day }, { marked: came, removed: [] }, by(`${id}r`), today);
		await keepSaid(db, place, { id, agenda: bare }, agenda, by(`${id}m`));
		const votes = { votes_for: came.length, votes_against: 0, abstained: 0 };
		await resolve(db, place, id, { item: agenda.length, text: vote, ...votes }, "two-thirds", by(`${id}v`));
		if (absent === 0) await signMinutes({ ...inside, today: daysAfter(day, 2) }, id, `${id}s`);
	}
}
