import { daysAfter } from "../../worker/values/day";
import { chance } from "./random.mjs";

export const KEY_DAYS = [
	[
		"05-29",
		"publicity",
		"5·29 会员活动日",
		"村文化礼堂",
		[
			["宣传折页", "份", 120],
			["围裙", "条", 20],
		],
	],
	["07-11", "publicity", "7·11 世界人口日宣传", "村口", [["宣传折页", "份", 80]]],
	["12-01", "publicity", "12·1 世界艾滋病日宣传", "集市", [["宣传折页", "份", 80]]],
];
export const OTHERS = [
	[
		"01-18",
		"visit",
		"春节前走访慰问",
		"会员家中",
		[
			["大米", "袋", 12],
			["食用油", "桶", 12],
			["春联", "副", 40],
		],
	],
	[
		"03-06",
		"contest",
		"三八妇女节趣味运动会",
		"村健身广场",
		[
			["毛巾", "条", 30],
			["肥皂", "块", null],
		],
	],
	["03-20", "meeting", "会员代表会议：上年收支与今年打算", "村委会会议室", null],
	["04-12", "service", "义诊：量血压、测血糖", "村卫生室", null],
	["04-25", "training", "会员培训：政策与联系户", "村委会会议室", [["笔记本", "本", 25]]],
	["06-08", "service", "端午包粽子送老人", "老年食堂", [["粽子", "只", 150]]],
	["06-26", "training", "家庭急救培训", "村文化礼堂", null],
	["08-15", "service", "暑期安全讲座", "农家书屋", [["文具", "套", 20]]],
	["09-10", "visit", "走访外出务工人员家庭", "会员家中", null],
	["09-28", "contest", "重阳节敬老联欢", "村文化礼堂", [["重阳糕", "份", 60]]],
	["10-20", "service", "秋季义诊", "村卫生室", null],
	["11-12", "meeting", "理事会：年度工作小结", "村委会会议室", null],
	["11-26", "training", "骨干会员培训", "镇会员之家", null],
];
const OUTCOMES = ["大家反响很好，希望多办。", "发放折页，现场答问。", "会员一起动手，气氛热闹。", null, null];

/** How busy an association is: from 0, which exists on paper only, to 1. */
export function diligence(organisation) {
	const luck = chance(`zeal ${organisation.id}`);
	return luck.happens(0.06) ? 0 : 0.55 + 0.45 * luck.next();
}

/** What an association did in a year up to today, each activity with the members who came. */
export function inventActivities(organisation, members, year, today) {
	const luck = chance(`activities ${organisation.id} ${year}`);
	const busy = diligence(organisation);
	const plan = [
		...KEY_DAYS.map((one) => [one, busy && 0.3 + 0.7 * busy]),
		...OTHERS.map((one) => [one, busy * 0.75]),
	];
	return plan
		.filter(([, share]) => luck.happens(share))
		.map(([one]) => hold(one, organisation, members, year))
		.filter(({ day }) => day <= today)
		.sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** What was handed out, some more or fewer each time. */
function handedOut(things, luck) {
	return things?.map(([thing, unit, most]) => ({
		thing,
		amount: most && Math.round((most * luck.between(50, 100)) / 100),
		unit,
	}));
}

function hold([monthDay, kind, title, place, things], organisation, members, year) {
	const luck = chance(`activity ${organisation.id} ${year} ${monthDay}`);
	const late = KEY_DAYS.some(([key]) => key === monthDay) ? 0 : luck.between(0, 3);
	const day = daysAfter(`${year}-${monthDay}`, late);
	const share = 0.12 + 0.36 * luck.next();
	const came = members.filter((member) => luck.happens(share) && isMember(member, day)).map(({ id }) => id);
	return {
		...{ id: luck.id(), day, kind, title, place, came },
		heads: came.length + luck.between(0, 25),
		cost: luck.happens(0.7) ? luck.between(8, 60) * 500 : null,
		outcome: luck.one(OUTCOMES),
		handedOut: handedOut(things, luck),
	};
}

export const isMember = (member, day) => member.from <= day && (member.to === null || member.to > day);

export const activityColumns = [
	...[
		"organisation",
		"id",
		"day",
		"kind",
		"title",
		"place",
		"heads",
		"handed_out",
		"cost",
		"outcome",
		"came",
	],
	"made_from",
];
export const activityRow = (organisation) => (one) => [
	...[organisation.id, one.id, one.day, one.kind, one.title, one.place, one.heads],
	...[one.handedOut ? JSON.stringify(one.handedOut) : null, one.cost],
	...[one.outcome, JSON.stringify([...one.came].sort()), "demonstration"],
];
