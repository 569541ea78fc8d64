// What people do, as requests: each job makes a fresh one, since a repeated write is no write.
import { chance } from "../demo/random.mjs";

const luck = chance("jobs");
const survey = { trips: 1, queries: 1, rowsRead: 3, bytes: 6 * 1024 };
const search = { trips: 2, queries: 3, rowsRead: 60, bytes: 14 * 1024 };
/** A village of 410: each membership, each coming to what taught something, and whoever isn't reached looked for elsewhere. */
const training = { trips: 2, rowsRead: 60 + 12 * 410, bytesEach: 14 * 1024 };
/** Names come with their place, and associations where everybody is trained are passed over. */
const listed = { trips: 2, rowsRead: 400, bytesEach: 14 * 1024 };
const part = { trips: 2, rowsRead: 60, rowsReadEach: 3 };
/** What is read over a village's own range of the register. */
const whole = { trips: 2, rowsRead: 900, bytesEach: 14 * 1024 };
/** A village's network: two rows a member, one a household. */
const network = { ...whole, rowsRead: 60 + 5 * 427 };
const page = { trips: 2, rowsRead: 60, rowsReadEach: 2, bytesEach: 14 * 1024 };

/** A village of 410: whoever belongs to both, or can't go over, is looked for before anybody is named. */
const preview = { trips: 2, queries: 16, rowsRead: 120 + 13 * 410, bytes: 14 * 1024 };

const thisYear = ({ today }) => Number(today.slice(0, 4));
const lastYear = ({ today }) => Number(today.slice(0, 4)) - 1;
/** A count of a day may read a row for each month that an organisation has stood; ours reads those since that day. */
const monthsKept = 24;
const perNode = { trips: 2, rowsRead: 60, rowsReadEach: monthsKept, bytesEach: 14 * 1024 };
const perOrganisation = ({ organisations }) => ({ ...page, rowsRead: 60 + monthsKept * organisations });
/** Whoever has not answered is everybody below less those who have: each is asked until a page is full. */
const replies = ({ organisations }) => ({ ...page, rowsRead: 60 + 6 * organisations });
const wholeTree = ({ organisations }) => ({ ...perNode, rowsRead: 60 + monthsKept * organisations });

/** Every job on what the filler made: `{ name, path, as?, form?, budget }`. */
export function jobsOn(made) {
	const { village, township, today } = made;
	const o = `/o/${village}`;
	const get = (name, path, as = "secretary", budget = page) => ({ name, path: () => path, as, budget });
	const post = (name, path, form, budget = {}, as = "secretary") => ({
		name,
		path: () => path,
		as,
		form,
		budget,
	});
	return [
		get("survey page", `/s/${made.open}/${village}`, null, survey),
		post(
			"answer, with code",
			`/s/${made.byCode}/${village}`,
			() => ({ ...said(), code: made.codes.pop() }),
			{ trips: 2, rowsWritten: 3 },
			null,
		),
		post("answer, no code", `/s/${made.open}/${village}`, said, { trips: 2, rowsWritten: 2 }, null),
		get("home", o),
		get("members", `${o}/members`),
		get("members, next page", `${o}/members?after=${encodeURIComponent(made.next)}`),
		get("search, a name", `${o}/members?search=${encodeURIComponent("陈")}`),
		get("search, initials", `${o}/members?search=ch`),
		get("search, a telephone", `${o}/members?search=77`),
		get("a member", `${o}/members/${made.member}`, "secretary", { ...page, rowsRead: 80 }),
		get("a member, every change", `${o}/members/${made.member}/changes`),
		get("members of a group", `${o}/members?group=${made.group}`, "secretary", whole),
		get("network", `${o}/network`, "secretary", network),
		get("households", `${o}/households`),
		post("register a member", `${o}/members`, () => newMember(today), { rowsWritten: 9 }),
		get("activities", `${o}/activities`),
		get("an activity, its roster", `${o}/activities/${made.activity}`),
		post("record an activity", `${o}/activities`, () => newActivity(today)),
		get("the year's plan", `${o}/plans/${thisYear(made)}`),
		post("add to next year's plan", `${o}/plans/${thisYear(made) + 1}/items`, newItem, { rowsWritten: 3 }),
		get("a month of the calendar", `${o}/calendar`),
		get("a year of the calendar", `${o}/calendar?year=${thisYear(made)}`),
		get("circulars", `${o}/circulars`),
		get("a circular, to answer", `${o}/circulars/cgathering`),
		get("township, plans below", `/o/${township}/plans-below`, "township"),
		get("district, plans below", "/o/jx/plans-below", "district"),
		get("district, planned and done", "/o/jx/plans-below?show=progress", "district"),
		get(
			"district, plans that wait",
			`/o/jx/plans-below/list?state=filed&year=${thisYear(made) + 1}`,
			"district",
		),
		get("district, items overdue", "/o/jx/plans-below/items?state=missed", "district"),
		get("district, circulars", "/o/jx/circulars", "district"),
		get("district, who hasn't answered", "/o/jx/circulars/cgathering", "district", replies(made)),
		post(
			"send a circular to all",
			"/o/jx/circulars",
			() => newCircular(made),
			{ rowsWritten: 3 },
			"district",
		),
		get("registers brought in", `${o}/intakes`),
		get("choosing a register", `${o}/intakes/new`),
		get("dues, whole village", `${o}/dues`),
		get("who owes which years", `${o}/dues/arrears`, "secretary", whole),
		post("a receipt for three years", `${o}/dues`, () => collection(made, 3), { rowsWritten: 10 }),
		post("dues, one save of 10", `${o}/dues`, () => collection(made)),
		get("register of funds", `${o}/funds`),
		get("a year's budget", `${o}/funds/budget`),
		get("shares from below", `/o/${township}/funds/shares`, "township"),
		get("an entry", `${o}/funds/${made.entry}`),
		get("surveys", `${o}/surveys`),
		get("score", `${o}/surveys/${made.closed}`),
		get("records that look alike", `${o}/duplicates`, "secretary", { trips: 2, rowsRead: 1000 }),
		get("a village's history", `${o}/history`),
		get("where a village may move", `${o}/relocation`, "district", perOrganisation(made)),
		get("what stands in the way of its end", `${o}/deregistration`, "district"),
		get("training of a village", `${o}/training`, "secretary", training),
		get("training, the names", `${o}/training/people`, "secretary", training),
		get("district, board of training", "/o/jx/training/board", "district"),
		get("township, board of training", `/o/${township}/training/board`, "township"),
		get("district, not trained", "/o/jx/training/board/people", "district", listed),
		get("officers", `${o}/officers`),
		get("general election, the page", `${o}/terms/new`),
		get("district, board of seats", "/o/jx/seats", "district"),
		get("district, seats overdue", "/o/jx/seats/list?state=over", "district"),
		get("district, officers by age", "/o/jx/seats/people", "district"),
		get("applications", `${o}/applications`),
		get("one's devices", "/me"),
		get("members on the way", `${o}/transfers`),
		get("merger of a village, its preview", `/o/v2/mergers/new?gone=${village}`, "township", preview),
		get("township home", `/o/${township}`, "township"),
		get("township, records that look alike", `/o/${township}/duplicates`, "township", {
			...{ trips: 2, rowsRead: 60_000 },
		}),
		get("district home", "/o/jx", "district"),
		get("district tree", "/o/jx/tree", "district", wholeTree(made)),
		get(
			"district tree, last year's end",
			`/o/jx/tree?day=${lastYear(made)}-12-31`,
			"district",
			wholeTree(made),
		),
		get("township tree", `/o/${township}/tree`, "township", perNode),
		get(
			"district members, last year's end",
			`/o/jx/members?day=${lastYear(made)}-12-31`,
			"district",
			perOrganisation(made),
		),
		get("district coverage", "/o/jx/coverage", "district", perOrganisation(made)),
		get("district, founded to retired", "/o/jx/coverage/year", "district", perOrganisation(made)),
		get("district, on paper only", "/o/jx/hollow", "district", perOrganisation(made)),
		get("members on the register only", `${o}/register-only`, "secretary", { ...page, rowsRead: 2500 }),
		get("district members", "/o/jx/members", "district"),
		get("district search", `/o/jx/members?search=${encodeURIComponent("欧阳")}`, "district"),
		get("district search, telephone", "/o/jx/members?search=4321", "district"),
		get("find anybody, 陈, district", `/search?search=${encodeURIComponent("陈")}`, "district", search),
		get("find anybody, 村, district", `/search?search=${encodeURIComponent("村")}`, "district", search),
		get("find anybody, w, district", "/search?search=w", "district", search),
		get("find anybody, zhang, district", "/search?search=zhang", "district", search),
		get("find anybody, 77, two posts", "/search?search=77", "twoPosts", search),
		get("find anybody, w, two posts", "/search?search=w", "twoPosts", search),
		get("register out, its first part", "/o/jx/members?format=table", "district", part),
		get("register book", `${o}/books/members`, "secretary", { ...whole, rowsRead: 60 + 2 * 427 }),
	];
}

const said = () => ({
	...{ id: luck.id(), satisfied: "5", does: "helps", comes: "residents", accounts: "members", took: "yes" },
	...{ sex: "female", age: "50" },
});

const newMember = (today) => ({
	...{ id: luck.id(), name: "陈美兰", sex: "female", birth_year: 1968, telephone: "13905760000" },
	...{ address: "3 组 12 号", joined_on: today, kind: "ordinary", note: "" },
});

const newItem = () => ({
	...{
		id: luck.id(),
		kind: "visit",
		title: "走访慰问",
		day: "",
		key_day: "",
		month: "3",
		place: "",
		budget: "300",
	},
	...{ helpers: "第一组", reason: "" },
});

const newCircular = ({ today }) => ({
	...{
		id: luck.id(),
		title: "年度总结",
		body: "请按时报来。",
		asks: "yes-no",
		question: "报了没有",
		answer_by: today,
	},
});

const newActivity = (today) => ({
	...{ id: luck.id(), kind: "publicity", title: "入户宣传", day: today, place: "村口", heads: 40 },
	...{ thing_1: "折页", amount_1: "120", unit_1: "张", cost: "120", outcome: "" },
});

/** The boxes stand member by member, three years each. */
const collection = ({ today, ticks }, boxes = 10) => ({
	...{ id: luck.id(), day: today, method: "cash" },
	tick: ticks.splice(0, boxes),
});
