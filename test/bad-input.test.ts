import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { app } from "../worker/app";
import { planned as accountsPlanned } from "../worker/funds/budget/input";
import { describedRoutes } from "../worker/openapi";
import { daysAfter } from "../worker/values/day";
import { newId, sha256 } from "../worker/values/id";
import { base64, picture } from "./activities/picture";
import { submit, visit } from "./doors";
import { beginFurnished } from "./furnished";
import { type Cost, metered } from "./meter";
import { beginSealing, closeWithTexts, codeAt, contented, opening, today } from "./surveys/cast";
import { secretOf, type Who } from "./world";

const year = today.slice(0, 4);
const script = "<script>alert(1)</script>";
const formula = '=HYPERLINK("x")';

/** What a field is tried with. */
const bad = {
	empty: "",
	endless: "长".repeat(100_000),
	list: ["<b>", "x"],
	object: { toString: "x" },
	number: 12345,
	"a null byte": "张\u0000三",
	html: script,
	formula,
	sql: "'; drop table person; --",
	override: "张\u202e三",
	emoji: "😀",
	"four bytes": "𠮷",
	negative: "-1",
	infinite: "1e309",
	huge: "99999999999999999999",
	"no such day": "2026-02-30",
	"no day at all": "0000-00-00",
	"the last day": "9999-12-31",
	prototype: "__proto__",
} satisfies Record<string, unknown>;
type Bad = keyof typeof bad;

/** What is no mistake in a line of text: it is stored as text, whatever it looks like. */
const asText: readonly Bad[] = [
	"number",
	"a null byte",
	"html",
	"formula",
	"sql",
	"override",
	"emoji",
	"four bytes",
	"negative",
	"infinite",
	"huge",
	"no such day",
	"no day at all",
	"the last day",
	"prototype",
];

/** What each kind of field takes of all that; everything else is a mistake at the field. */
const kinds = {
	text: asText,
	// 张三 with a null byte in it, and with an override, are one man, who is only elected once.
	"a name": asText.filter((name) => name !== "override"),
	"optional text": ["empty", ...asText],
	// Room for a name, and for no sentence.
	// What kind of question it is stays as it stands, whatever is sent.
	"any shape": Object.keys(bad) as Bad[],
	"short text": asText.filter((name) => name !== "html" && name !== "sql"),
	choices: [],
	// By then the trial of the id has made a kind of that name.
	kinds: ["infinite"],
	// "1e309" is five characters that an id may have.
	id: ["infinite"],
	secret: [],
	code: [],
	"optional code": ["empty"],
	day: [],
	// A day to come, or none.
	"due day": ["empty"],
	// A number that may be below nothing.
	"answered count": ["number", "negative"],
	"optional day": ["empty"],
	choice: [],
	"optional choice": ["empty"],
	// 12,345 adults, heads, slips or yuan; a year of birth or a share of so many is out of range.
	count: ["number"],
	"optional count": ["empty", "number"],
	"small count": [],
	"optional small count": ["empty"],
	money: ["number"],
	"optional money": ["empty", "number"],
	// With its hyphens left out 2026-02-30 is a local number of eight digits.
	telephone: ["empty", "no such day", "the last day"],
	consent: [],
	// A box is ticked or it is not; whatever isn't "on" is not.
	box: ["empty", "endless", ...asText],
	ids: ["empty", "infinite"],
	ticks: [],
	// Nobody known by it is marked.
	person: ["infinite"],
	hours: [],
	// Nobody ticked: it is required of nobody.
	whom: [],
	"optional id": ["empty", "infinite"],
	"short lines": ["empty", ...asText.filter((one) => one !== "html" && one !== "sql")],
	// A semicolon parts a line in columns, and the third of them is nobody's name.
	"household lines": asText.filter((one) => one !== "sql"),
} satisfies Record<string, readonly Bad[]>;
type Kind = keyof typeof kinds;

type Fields = Record<string, string | string[]>;
type Form = {
	at: string;
	as: Who;
	good: () => Fields | Promise<Fields>;
	fields: Record<string, Kind>;
	before?: () => Promise<unknown>;
	/** A wrong answer is counted, since nobody may guess without end. */
	counts?: true;
	/** What it changes can't be changed again, so each success needs the world anew. */
	once?: true;
};

const asked = {
	...{ shape: "one", zh: "选哪样？", en: "Which?", heading_zh: "", heading_en: "", required: "", faces: "" },
	...{
		participation: "",
		options_zh: "这样\n那样",
		options_en: "",
		right: "",
		least: "",
		most: "",
		only_if: "",
		sure: "",
	},
};
const askedFields: Record<string, Kind> = {
	...{
		zh: "optional text",
		en: "optional text",
		heading_zh: "optional text",
		heading_en: "optional text",
	},
	...{
		required: "box",
		faces: "box",
		participation: "box",
		options_zh: "choices",
		options_en: "optional choice",
	},
	...{ right: "short lines", least: "optional small count", most: "optional small count" },
	...{ only_if: "optional choice", sure: "box" },
};

const seenNow = async () => {
	const page = await visit("/o/sy/questionnaires/qn1/versions", { as: "secretary" });
	return /name="seen" value="(\w+)"/.exec(page.text)?.[1] ?? "";
};

const secretary = { as: "secretary" } as const;
let elections = 0;

/** Members to be elected, one for each try, and as many seats for them. */
async function manyToElect() {
	elections = 0;
	const numbers = JSON.stringify(Array.from({ length: 200 }, (_, index) => index + 1));
	await env.DB.batch([
		env.DB.prepare("delete from seat where kind = 'village' and post = 'council-member'"),
		env.DB.prepare(
			"insert into person (id, name, made_from) select 'z' || value, '候选' || value, 'test' from json_each(?)",
		).bind(numbers),
		env.DB.prepare(
			"insert into membership (organisation, person, from_day, kind, sort) select 'sy', 'z' || value, '2020-01-01', 'ordinary', value from json_each(?)",
		).bind(numbers),
	]);
}
const token = "a-way-in-for-the-first-owner".padEnd(43, "x");
const person = {
	name: "张桂英",
	sex: "female",
	birth_year: "1962",
	telephone: "13957901234",
	address: "三组",
};
const personKinds = {
	name: "text",
	sex: "optional choice",
	birth_year: "optional small count",
	telephone: "telephone",
	address: "optional text",
} as const;
const doing = { kind: "publicity", title: "会员活动日", day: `${year}-01-02`, place: "村口", heads: "46" };
const things = Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((place) => [`thing_${place}`, "茶水"]));
const done = {
	...doing,
	...things,
	thing_1: "折页",
	amount_1: "120",
	unit_1: "张",
	cost: "12",
	outcome: "很好",
};
/** The other lines of what was handed out: each names a thing, so that its amount and unit stand for something. */
const furtherLines = Object.fromEntries(
	[2, 3, 4, 5, 6, 7, 8].flatMap((place) => [
		[`thing_${place}`, "optional text" as const],
		[`amount_${place}`, "optional count" as const],
		[`unit_${place}`, "optional text" as const],
	]),
);
const activityKinds = {
	id: "id",
	kind: "choice",
	title: "text",
	day: "day",
	place: "optional text",
	heads: "optional count",
	thing_1: "text",
	amount_1: "optional count",
	unit_1: "optional text",
	...furtherLines,
	cost: "optional money",
	outcome: "optional text",
	beneficiaries: "optional count",
	plan_item: "optional id",
} as const;
const planned = {
	...{ kind: "visit", title: "走访", day: `${year}-03-05`, key_day: "", month: "", place: "三组" },
	...{ budget: "300", helpers: "卫生室", reason: "" },
};
const plannedKinds = {
	kind: "choice",
	title: "text",
	day: "day",
	key_day: "optional choice",
	month: "optional choice",
	place: "optional text",
	budget: "optional money",
	helpers: "optional text",
	reason: "optional text",
} as const;
const meeting = {
	kind: "council",
	title: "理事会",
	day: today,
	time: "14:30",
	place: "村口",
	agenda: "收支",
};
const requirementKinds = {
	...({ from_year: "small count", years: "small count", target: "small count", whom: "whom" } as const),
} as const;
const meetingKinds = {
	...({
		kind: "choice",
		title: "text",
		day: "day",
		time: "optional code",
		place: "text",
		agenda: "text",
	} as const),
} as const;
const village = { organisation: "西坞村计划生育协会", kind: "village", adults: "400", households: "120" };
const organisationKinds = {
	organisation: "text",
	kind: "choice",
	adults: "optional count",
	households: "optional count",
} as const;
const lifeKinds = { id: "id", day: "day", reason: "text" } as const;
const answerKinds = {
	id: "id",
	satisfied: "choice",
	does: "optional choice",
	comes: "optional choice",
	accounts: "optional choice",
	took: "optional choice",
	sex: "optional choice",
	age: "optional choice",
	remark: "optional text",
} as const;

let used = 0;

/** A good body for each write, and what kind each of its fields is. */
const forms: Record<string, Form> = {
	"/s/:wave/:unit": {
		at: "/s/w2/sy",
		as: "secretary",
		before: () => submit("/o/sy/surveys", { ...opening, id: "w2", entry: "anyone" }, secretary),
		good: () => ({ ...contented, id: newId(), code: "" }),
		fields: { ...answerKinds, code: "optional code" },
	},
	"/enter/:token": {
		at: `/enter/${token}`,
		once: true,
		as: "secretary",
		before: async () => {
			await reset();
			await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
			await env.DB.prepare(
				"insert into link values (?, 'owner', null, null, null, null, null, unixepoch() + 600)",
			)
				.bind(await sha256(token))
				.run();
		},
		good: () => ({ ...village, name: "吴美珍", secret: newId().padEnd(43, "x") }),
		fields: { ...organisationKinds, name: "text", secret: "secret" },
	},
	"/recover": {
		at: "/recover",
		once: true,
		as: "secretary",
		good: () => ({ secret: newId().padEnd(43, "x"), code: "0123456789abcdef" }),
		before: async () =>
			env.DB.prepare("insert into recovery values (?, 'p0')")
				.bind(await sha256("0123456789abcdef"))
				.run(),
		fields: { secret: "secret", code: "code" },
	},
	"/me/tokens": {
		at: "/me/tokens",
		as: "secretary",
		good: () => ({ label: "年终报表", reads_only: "on" }),
		fields: { label: "text", reads_only: "box" },
	},
	"/o/:organisation/association/edit": {
		at: "/o/sy/association/edit",
		as: "secretary",
		good: () => ({ adults: "400", households: "120", id: newId() }),
		fields: { id: "id", adults: "optional count", households: "optional count" },
	},
	"/o/:organisation/intakes": {
		at: "/o/sy/intakes",
		as: "secretary",
		good: () => ({
			...{
				id: newId(),
				what: "members",
				file: "名册.csv",
				digest: newId(),
				lines: "2",
				chunks: "1",
				columns: "{}",
			},
		}),
		fields: {
			...{ id: "id", what: "choice", file: "text", digest: "text", lines: "count", chunks: "small count" },
			columns: "text",
		},
	},
	"/o/:organisation/intakes/preview": {
		at: "/o/sy/intakes/preview",
		as: "secretary",
		good: () => ({ lines: "[]" }),
		fields: { lines: "ticks" },
	},
	"/o/:organisation/intakes/:intake/chunks": {
		at: "/o/sy/intakes/i1/chunks",
		as: "secretary",
		good: () => ({ number: "1", lines: "[]" }),
		fields: { number: "small count", lines: "ticks" },
	},
	"/o/:organisation/intakes/:intake/tree-chunks": {
		at: "/o/sy/intakes/i1/tree-chunks",
		as: "secretary",
		good: () => ({ number: "1", lines: "[]" }),
		fields: { number: "small count", lines: "ticks" },
	},
	"/o/:organisation/intakes/money/preview": {
		at: "/o/sy/intakes/money/preview",
		as: "secretary",
		good: () => ({ lines: "[]" }),
		fields: { lines: "ticks" },
	},
	"/o/:organisation/intakes/:intake/money-chunks": {
		at: "/o/sy/intakes/i1/money-chunks",
		as: "secretary",
		good: () => ({ number: "1", lines: "[]" }),
		fields: { number: "small count", lines: "ticks" },
	},
	"/o/:organisation/intakes/:intake/finish": {
		at: "/o/sy/intakes/i1/finish",
		as: "secretary",
		once: true,
		before: () =>
			submit("/o/sy/intakes/i1/chunks", { number: "1", lines: '[{"line":9,"as":"later"}]' }, secretary),
		good: () => ({ from: "0" }),
		fields: { from: "count" },
	},
	"/o/:organisation/intakes/:intake/undo": {
		at: "/o/sy/intakes/i1/undo",
		as: "secretary",
		once: true,
		good: () => ({ number: "0" }),
		fields: { number: "small count" },
	},
	"/o/:organisation/below": {
		at: "/o/qq/below",
		as: "townshipStaff",
		good: () => ({ ...village, id: newId(), unfounded: "on", day: today, reason: "批复" }),
		fields: {
			...organisationKinds,
			id: "id",
			unfounded: "box",
			day: "optional day",
			reason: "optional text",
		},
	},
	"/o/:organisation/kinds": {
		at: "/o/jx/kinds",
		as: "owner",
		good: () => ({ id: newId(), zh: "商圈", en: "business district", above: ["township"], covers: "on" }),
		fields: { id: "id", zh: "short text", en: "text", covers: "box", above: "kinds" },
	},
	"/o/:organisation/kinds/:kind": {
		at: "/o/jx/kinds/enterprise",
		as: "owner",
		good: () => ({ id: newId(), zh: "企业", en: "company", above: ["township"], covers: "on" }),
		fields: { id: "id", zh: "short text", en: "text", covers: "box", above: "choices" },
	},
	"/o/:organisation/kinds/:kind/removal": {
		at: "/o/jx/kinds/migrants/removal",
		once: true,
		as: "owner",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/calendar/feeds": {
		at: "/o/sy/calendar/feeds",
		as: "secretary",
		once: true,
		good: () => ({ label: "我的手机" }),
		fields: { label: "text" },
	},
	"/o/:organisation/circulars": {
		at: "/o/qq/circulars",
		as: "townshipStaff",
		good: () => ({
			...{ id: newId(), title: "年底联谊会", body: "在镇礼堂。", asks: "number", question: "来几个人" },
			answer_by: today,
		}),
		fields: {
			...{ id: "id", title: "text", body: "text", asks: "choice", question: "text" },
			...{ answer_by: "due day", kinds: "ids", units: "ids" },
		},
	},
	"/o/:organisation/circulars/:circular/answer": {
		at: "/o/sy/circulars/c1/answer",
		as: "secretary",
		good: () => ({ id: newId(), said: "12" }),
		fields: { id: "id", said: "answered count" },
	},
	"/o/:organisation/circulars/:circular/withdrawal": {
		at: "/o/qq/circulars/c1/withdrawal",
		as: "townshipStaff",
		once: true,
		good: () => ({ id: newId(), reason: "改期了" }),
		fields: { id: "id", reason: "text" },
	},
	"/o/:organisation/plans/:year/start": {
		at: "/o/lf/plans/2020/start",
		as: "neighbour",
		good: () => ({ id: newId(), from: "ready" }),
		fields: { id: "id", from: "choice" },
	},
	"/o/:organisation/plans/:year/items": {
		at: `/o/lf/plans/${year}/items`,
		as: "neighbour",
		good: () => ({ ...planned, id: newId() }),
		fields: { ...plannedKinds, id: "id" },
	},
	"/o/:organisation/plans/:year/items/:item": {
		at: `/o/sy/plans/${Number(year) + 1}/items/pi2`,
		as: "secretary",
		good: () => ({ ...planned, id: newId(), day: `${Number(year) + 1}-03-05` }),
		fields: { ...plannedKinds, id: "id" },
	},
	"/o/:organisation/plans/:year/items/:item/removal": {
		at: `/o/sy/plans/${Number(year) + 1}/items/pi2/removal`,
		as: "secretary",
		once: true,
		good: () => ({ id: newId(), reason: "" }),
		fields: { id: "id", reason: "optional text" },
	},
	"/o/:organisation/plans/:year/rounds": {
		at: `/o/sy/plans/${Number(year) + 1}/rounds`,
		as: "secretary",
		once: true,
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/plans/:year/rounds/:filing/review": {
		at: `/o/sy/plans/${year}/rounds/1/review`,
		as: "townshipStaff",
		once: true,
		good: () => ({ id: newId(), outcome: "returned", note: "再写细些", "comment-pi1": "和谁一起办" }),
		fields: { id: "id", outcome: "choice", note: "optional text", "comment-pi1": "optional text" },
	},
	"/o/:organisation/plans/:year/rounds/:filing/withdrawal": {
		at: `/o/sy/plans/${year}/rounds/1/withdrawal`,
		as: "secretary",
		once: true,
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/plans-below/deadline": {
		at: "/o/qq/plans-below/deadline",
		as: "townshipStaff",
		good: () => ({ id: newId(), year, day: `${year}-01-31` }),
		fields: { id: "id", year: "small count", day: "day" },
	},
	"/o/:organisation/key-days": {
		at: "/o/jx/key-days",
		as: "owner",
		good: () => ({ id: newId(), zh: "敬老日", en: "Day of the aged", month_day: "10-9", from_year: year }),
		fields: { id: "id", zh: "short text", en: "text", month_day: "day", from_year: "small count" },
	},
	"/o/:organisation/key-days/:keyDay": {
		at: "/o/jx/key-days/aids",
		as: "owner",
		good: () => ({ id: newId(), zh: "艾滋病日", en: "AIDS day", month_day: "12-1", from_year: year }),
		fields: { id: "id", zh: "short text", en: "text", month_day: "optional day", from_year: "small count" },
	},
	"/o/:organisation/founding": {
		at: "/o/sy/founding",
		once: true,
		as: "townshipStaff",
		before: () =>
			env.DB.batch([
				env.DB.prepare("update organisation set status = 'unfounded' where id = 'sy'"),
				env.DB.prepare("update stage set status = 'unfounded' where organisation = 'sy'"),
			]),
		good: () => ({ id: newId(), day: today, organisation: "上园协会", reason: "批复" }),
		fields: { ...lifeKinds, organisation: "text", reason: "optional text" },
	},
	"/o/:organisation/renaming": {
		at: "/o/sy/renaming",
		as: "townshipStaff",
		good: () => ({ id: newId(), day: today, organisation: "上园协会", kind: "village", reason: "批复" }),
		fields: { ...lifeKinds, organisation: "text", kind: "choice" },
	},
	"/o/:organisation/standardisation": {
		at: "/o/sy/standardisation",
		once: true,
		as: "townshipStaff",
		good: () => ({ id: newId(), day: today, reason: "没有换届" }),
		fields: lifeKinds,
	},
	"/o/:organisation/standardisation/end": {
		at: "/o/sy/standardisation/end",
		once: true,
		as: "townshipStaff",
		before: () =>
			submit("/o/sy/standardisation", { id: "n0", day: today, reason: "没有换届" }, { as: "townshipStaff" }),
		good: () => ({ id: newId(), day: today, reason: "已换届" }),
		fields: lifeKinds,
	},
	"/o/:organisation/deregistration": {
		at: "/o/lf/deregistration",
		// Nobody is on the way here any more.
		before: () => env.DB.prepare("delete from transfer_waiting").run(),
		once: true,
		as: "townshipStaff",
		good: () => ({ id: newId(), day: today, reason: "并村", ends: "on" }),
		fields: { ...lifeKinds, ends: "consent" },
	},
	"/o/:organisation/retraction": {
		at: "/o/sy/retraction",
		once: true,
		as: "townshipStaff",
		before: () =>
			submit("/o/sy/standardisation", { id: "n0", day: today, reason: "没有换届" }, { as: "townshipStaff" }),
		good: () => ({ id: newId(), stage: "n0", reason: "录错了" }),
		fields: { id: "id", stage: "choice", reason: "text" },
	},
	"/o/:organisation/practice": {
		at: "/o/sy/practice",
		as: "secretary",
		good: () => ({ id: newId(), members: "" }),
		fields: { id: "id", members: "box" },
	},
	"/o/:organisation/clearing": {
		at: "/o/pv/clearing",
		once: true,
		as: "secretary",
		before: () => submit("/o/sy/practice", { id: "pv", members: "on" }, secretary),
		good: () => ({ id: newId(), members: "" }),
		fields: { id: "id", members: "box" },
	},
	"/o/:organisation/relocation": {
		at: "/o/sy/relocation",
		once: true,
		as: "districtStaff",
		good: () => ({ id: newId(), day: today, reason: "区划调整", under: "jx" }),
		fields: { ...lifeKinds, under: "choice" },
	},
	"/o/:organisation/members": {
		at: "/o/sy/members",
		as: "secretary",
		good: () => ({ ...person, id: newId(), joined_on: today, kind: "ordinary", note: "" }),
		fields: {
			...personKinds,
			...({ id: "id", joined_on: "day", kind: "choice", note: "optional text" } as const),
			...({ group: "optional choice", tags: "optional choice", same: "optional choice" } as const),
		},
	},
	"/o/:organisation/members/:member/edit": {
		at: "/o/sy/members/m1/edit",
		as: "secretary",
		good: () => ({ ...person, id: newId(), kind: "ordinary", note: "" }),
		fields: {
			...personKinds,
			...({ id: "id", kind: "choice", note: "optional text" } as const),
			...({ group: "optional choice", tags: "optional choice" } as const),
		},
	},
	"/o/:organisation/members/:member/departure": {
		at: "/o/sy/members/m1/departure",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), day: today, because: "moved" }),
		fields: { id: "id", day: "day", because: "choice" },
	},
	"/o/:organisation/members/:member/transfer": {
		at: "/o/sy/members/m1/transfer",
		as: "townshipStaff",
		once: true,
		good: () => ({ id: newId(), to: "lf", day: today, note: "已搬去三组" }),
		fields: { id: "id", to: "choice", day: "day", note: "optional text" },
	},
	"/o/:organisation/mergers": {
		at: "/o/sy/mergers",
		as: "townshipStaff",
		once: true,
		before: () => submit("/o/lf/transfers/t1", { outcome: "taken-back" }, { as: "neighbour" }),
		good: () => ({ id: newId(), gone: "lf", day: today, reason: "行政村调整" }),
		fields: { id: "id", gone: "choice", day: "day", reason: "text" },
	},
	"/o/:organisation/splits": {
		at: "/o/sy/splits",
		as: "townshipStaff",
		once: true,
		good: () => ({
			id: newId(),
			group: ["g1"],
			organisation: "新湾村",
			kind: "village",
			day: today,
			reason: "分设",
		}),
		fields: { id: "id", group: "choice", organisation: "text", kind: "choice", day: "day", reason: "text" },
	},
	"/o/:organisation/transfers/:transfer": {
		at: "/o/sy/transfers/t1",
		as: "secretary",
		once: true,
		good: () => ({ outcome: "received", reason: "" }),
		fields: { outcome: "choice", reason: "optional text" },
	},
	"/o/:organisation/members/:member/departure/withdrawal": {
		at: "/o/sy/members/m1/departure/withdrawal",
		once: true,
		as: "secretary",
		before: () =>
			submit(
				"/o/sy/members/m1/departure",
				{ id: "d1", day: daysAfter(today, 9), because: "left" },
				secretary,
			),
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/groups": {
		at: "/o/sy/groups",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), group: "第二小组" }),
		fields: { id: "id", group: "short text" },
	},
	"/o/:organisation/groups/:group": {
		at: "/o/sy/groups/g1",
		as: "secretary",
		good: () => ({ id: newId(), group: "第二小组" }),
		fields: { id: "id", group: "short text" },
	},
	"/o/:organisation/groups/:group/members": {
		at: "/o/sy/groups/g1/members",
		as: "secretary",
		good: () => ({ id: newId(), members: ["m1"], before: [] }),
		fields: { id: "id", members: "ids", before: "ids" },
	},
	"/o/:organisation/groups/:group/leader": {
		at: "/o/sy/groups/g1/leader",
		as: "secretary",
		good: () => ({ id: newId(), leader: "" }),
		fields: { id: "id", leader: "optional choice" },
	},
	"/o/:organisation/groups/:group/dissolution": {
		at: "/o/sy/groups/g1/dissolution",
		once: true,
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/households": {
		at: "/o/sy/households",
		as: "secretary",
		good: () => ({ id: newId(), household: "方荷花", address: "4 组", contact_name: "", contact: "" }),
		fields: {
			...({ id: "id", household: "text", address: "optional text" } as const),
			...({ contact_name: "optional choice", contact: "optional id" } as const),
		},
	},
	"/o/:organisation/households/lines": {
		at: "/o/sy/households/lines",
		as: "secretary",
		good: () => ({ id: newId(), lines: "方荷花，4 组" }),
		fields: { id: "id", lines: "household lines" },
	},
	"/o/:organisation/households/:household": {
		at: "/o/sy/households/h1",
		as: "secretary",
		good: () => ({ id: newId(), household: "方荷花", address: "4 组", contact_name: "", contact: "" }),
		fields: {
			...({ id: "id", household: "text", address: "optional text" } as const),
			...({ contact_name: "optional choice", contact: "optional id" } as const),
		},
	},
	"/o/:organisation/households/:household/end": {
		at: "/o/sy/households/h1/end",
		once: true,
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/tags": {
		at: "/o/jx/tags",
		once: true,
		as: "owner",
		good: () => ({ id: newId(), kind: "skill", zh: "书法", en: "Calligraphy" }),
		fields: { id: "id", kind: "choice", zh: "short text", en: "short text" },
	},
	"/o/:organisation/tags/:tag/edit": {
		at: "/o/jx/tags/vt1/edit",
		as: "owner",
		good: () => ({ id: newId(), kind: "skill", zh: "书法", en: "Calligraphy", ended: "" }),
		fields: { id: "id", kind: "choice", zh: "short text", en: "short text", ended: "box" },
	},
	"/o/:organisation/tags/:tag/members": {
		at: "/o/sy/tags/vt1/members",
		as: "secretary",
		good: () => ({ id: newId(), members: ["m1"], before: [] }),
		fields: { id: "id", members: "ids", before: "ids" },
	},
	"/o/:organisation/fields": {
		at: "/o/jx/fields",
		once: true,
		as: "owner",
		good: () => ({ id: newId(), kind: "text", zh: "职业", en: "Work", choices: "" }),
		fields: { id: "id", kind: "choice", zh: "short text", en: "short text", choices: "short lines" },
	},
	"/o/:organisation/fields/:field/edit": {
		at: "/o/jx/fields/ff1/edit",
		as: "owner",
		good: () => ({ id: newId(), zh: "职业", en: "Work", choices: "", ended: "" }),
		fields: { id: "id", zh: "short text", en: "short text", choices: "short lines", ended: "box" },
	},
	"/o/:organisation/members/:member/return": {
		at: "/o/sy/members/m1/return",
		once: true,
		as: "secretary",
		before: () => submit("/o/sy/members/m1/departure", { id: "d1", day: today, because: "left" }, secretary),
		good: () => ({ id: newId(), day: today, kind: "ordinary" }),
		fields: { id: "id", day: "day", kind: "choice" },
	},
	"/j/:organisation": {
		at: "/j/sy",
		as: "secretary",
		good: () => ({ ...person, id: newId(), consent: "yes" }),
		fields: { ...personKinds, id: "id", consent: "consent" },
	},
	"/o/:organisation/applications/:application": {
		at: "/o/sy/applications/p1",
		once: true,
		as: "secretary",
		good: () => ({ outcome: "declined", reason: "住在外村" }),
		fields: { outcome: "choice", reason: "text" },
	},
	"/o/:organisation/officers/links": {
		at: "/o/sy/officers/links",
		as: "secretary",
		good: () => ({ name: "傅国良", post: "chair", member: "" }),
		fields: { name: "text", post: "choice", member: "optional id" },
	},
	"/o/:organisation/officers/:holder/departure": {
		at: "/o/sy/officers/hp5/departure",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), day: today, because: "resigned" }),
		fields: { id: "id", day: "day", because: "choice" },
	},
	"/o/:organisation/training/topics": {
		at: "/o/jx/training/topics",
		as: "districtStaff",
		once: true,
		good: () => ({
			...{ id: newId(), zh: "政策", en: "Policy", from_year: year, years: "1", target: "90" },
			whom: ["member", "chair"],
		}),
		fields: { id: "id", zh: "short text", en: "text", ...requirementKinds },
	},
	"/o/:organisation/training/topics/:topic": {
		at: "/o/jx/training/topics/tp1",
		as: "districtStaff",
		good: () => ({ id: newId(), from_year: year, years: "1", target: "90", whom: "member" }),
		fields: { id: "id", ...requirementKinds },
	},
	"/o/:organisation/activities/:activity/topics": {
		at: "/o/sy/activities/a1/topics",
		as: "secretary",
		good: () => ({ id: newId(), topic: "tp1", before: "" }),
		fields: { id: "id", topic: "ids", before: "ids" },
	},
	"/o/:organisation/activities/:activity/certificates": {
		at: "/o/sy/activities/g2/certificates",
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/activities/:activity/hours": {
		at: "/o/sy/activities/g2/hours",
		as: "secretary",
		good: () => ({ id: newId(), volunteer: "p3", hours: "2" }),
		fields: { id: "id", volunteer: "person", hours: "hours" },
	},
	"/o/:organisation/members/:member/training": {
		at: "/o/sy/members/m1/training",
		as: "secretary",
		good: () => ({ id: newId(), topic: "tp1", day: `${year}-01-05`, evidence: "结业证" }),
		fields: { id: "id", topic: "choice", day: "day", evidence: "text" },
	},
	"/o/:organisation/members/:member/training/:training/removal": {
		at: "/o/sy/members/m1/training/te1/removal",
		as: "secretary",
		once: true,
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/meetings": {
		at: "/o/sy/meetings",
		as: "secretary",
		good: () => ({ ...meeting, id: newId() }),
		fields: { id: "id", ...meetingKinds },
	},
	"/o/:organisation/meetings/:meeting/edit": {
		at: "/o/sy/meetings/g1/edit",
		as: "secretary",
		good: () => ({ ...meeting, id: newId() }),
		fields: { id: "id", ...meetingKinds },
	},
	"/o/:organisation/meetings/:meeting/calling-off": {
		at: "/o/sy/meetings/g1/calling-off",
		as: "secretary",
		once: true,
		good: () => ({ id: newId(), reason: "台风" }),
		fields: { id: "id", reason: "text" },
	},
	"/o/:organisation/meetings/:meeting/roll": {
		at: "/o/sy/meetings/g1/roll",
		as: "secretary",
		good: () => ({ id: newId(), came: "p3", proxy: "", before: "", before_proxy: "" }),
		fields: { id: "id", came: "ids", proxy: "ids", before: "ids", before_proxy: "ids" },
	},
	"/o/:organisation/meetings/:meeting/minutes": {
		at: "/o/sy/meetings/g2/minutes",
		as: "secretary",
		once: true,
		good: () => ({ id: newId(), about: "别的", said: "没有" }),
		fields: { id: "id", about: "optional text", said: "optional text" },
	},
	"/o/:organisation/meetings/:meeting/resolutions": {
		at: "/o/sy/meetings/g2/resolutions",
		as: "secretary",
		good: () => ({
			...{ id: newId(), item: "1", text: "同意", share: "half" },
			...{ votes_for: "1", votes_against: "0", abstained: "0" },
		}),
		fields: {
			...({ id: "id", item: "optional small count", text: "text", share: "optional choice" } as const),
			...({ votes_for: "small count", votes_against: "small count", abstained: "small count" } as const),
		},
	},
	"/o/:organisation/meetings/:meeting/resolutions/:resolution/removal": {
		at: "/o/sy/meetings/g2/resolutions/v1/removal",
		as: "secretary",
		once: true,
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/meetings/:meeting/signing": {
		at: "/o/sy/meetings/g2/signing",
		as: "secretary",
		once: true,
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/meetings/:meeting/additions": {
		at: "/o/sy/meetings/g3/additions",
		as: "secretary",
		good: () => ({ id: newId(), text: "还到了一位" }),
		fields: { id: "id", text: "text" },
	},
	"/o/:organisation/meetings/rules": {
		at: "/o/jx/meetings/rules",
		as: "districtStaff",
		good: () => ({
			...{ id: newId(), kind: "council", from_day: today, quorum: "half", majority: "half", proxies: "on" },
		}),
		fields: {
			id: "id",
			kind: "choice",
			from_day: "day",
			quorum: "choice",
			majority: "choice",
			proxies: "box",
		},
	},
	"/o/:organisation/terms": {
		at: "/o/sy/terms",
		as: "secretary",
		// Each election is after the last.
		good: () => ({
			...{
				id: newId(),
				day: daysAfter("2020-01-02", ++elections),
				number: "7",
				due_day: "",
				assembly: "第七次会员大会",
				document: "",
			},
			...{ newcomers: "", handing_over: "", "secretary-general-1": "吴美珍" },
		}),
		fields: {
			...({ id: "id", day: "day", number: "optional small count", due_day: "optional day" } as const),
			...({ assembly: "optional text", document: "optional text" } as const),
			...({ newcomers: "box", handing_over: "box" } as const),
		},
	},
	"/o/:organisation/terms/earlier": {
		at: "/o/sy/terms/earlier",
		once: true,
		as: "secretary",
		good: () => ({
			...{
				id: newId(),
				day: "2015-01-02",
				ends: "",
				number: "5",
				due_day: "",
				assembly: "第五次会员大会",
				document: "",
			},
			...{ newcomers: "", shortens: "on", "secretary-general-1": "吴美珍" },
		}),
		fields: {
			...({ id: "id", day: "day", ends: "optional day", number: "optional small count" } as const),
			...({ due_day: "optional day", assembly: "optional text", document: "optional text" } as const),
			...({ newcomers: "box", shortens: "box" } as const),
		},
	},
	"/o/:organisation/terms/:term/withdrawal": {
		at: "/o/lf/terms/t2/withdrawal",
		once: true,
		as: "neighbour",
		before: async () => {
			const elected = { id: "t2", day: today, "secretary-general-1": "郑丽君" };
			await submit("/o/lf/terms", elected, { as: "neighbour" });
		},
		good: () => ({ id: newId(), reason: "日子记错了", handing_over: "on" }),
		fields: { id: "id", reason: "text", handing_over: "box" },
	},
	"/o/:organisation/terms/:term/edit": {
		at: "/o/sy/terms/t1/edit",
		as: "secretary",
		good: () => ({ id: newId(), number: "6", due_day: "", assembly: "", document: "" }),
		fields: {
			...({ id: "id", number: "optional small count", due_day: "optional day" } as const),
			...({ assembly: "optional text", document: "optional text" } as const),
		},
	},
	"/o/:organisation/seats/rules": {
		at: "/o/jx/seats/rules",
		as: "districtStaff",
		good: () => ({
			...{
				id: newId(),
				kind: "village",
				from_day: today,
				years: "3",
				chair: "1",
				chair_full: "0",
				vice_chair: "2",
			},
			...{ vice_chair_full: "0", secretary_general: "1", secretary_general_full: "0" },
			...{ council_member: "3", council_member_full: "0" },
		}),
		fields: {
			...({ id: "id", kind: "choice", from_day: "day", years: "small count" } as const),
			...({ chair: "small count", chair_full: "small count" } as const),
			...({ vice_chair: "small count", vice_chair_full: "small count" } as const),
			...({ secretary_general: "small count", secretary_general_full: "small count" } as const),
			...({ council_member: "small count", council_member_full: "small count" } as const),
		},
	},
	"/o/:organisation/letters": {
		at: "/o/sy/letters",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), kind: "plaque", holder: "", term: "" }),
		fields: { id: "id", kind: "choice", holder: "optional id", term: "optional id" },
	},
	"/o/:organisation/by-elections": {
		at: "/o/sy/by-elections",
		as: "secretary",
		before: manyToElect,
		good: () => ({
			...{ id: newId(), post: "council-member", who: `候选${++elections}`, full_time: "", day: today },
			...{ assembly: "", newcomers: "on" },
		}),
		fields: {
			...({ id: "id", post: "choice", who: "a name", full_time: "box", day: "day" } as const),
			...({ assembly: "optional text", newcomers: "box" } as const),
		},
	},
	"/o/:organisation/activities": {
		at: "/o/sy/activities",
		as: "secretary",
		good: () => ({ ...done, id: newId() }),
		fields: activityKinds,
	},
	"/o/:organisation/activities/:activity/edit": {
		at: "/o/sy/activities/a1/edit",
		as: "secretary",
		good: () => ({ ...done, id: newId() }),
		fields: activityKinds,
	},
	"/o/:organisation/activities/:activity/withdrawal": {
		at: "/o/sy/activities/a1/withdrawal",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), reason: "记错了" }),
		fields: { id: "id", reason: "text" },
	},
	"/o/:organisation/activities/:activity/attendance": {
		at: "/o/sy/activities/a1/attendance",
		as: "secretary",
		good: () => ({ id: newId(), came: ["m1"], before: [] }),
		fields: { id: "id", session: "optional small count", proxy: "box", came: "ids", before: "ids" },
	},
	"/o/:organisation/activities/:activity/attendance/taps": {
		at: "/o/sy/activities/a1/attendance/taps",
		as: "secretary",
		good: () => ({ id: newId(), taps: "[]" }),
		fields: { id: "id", session: "optional small count", taps: "choice" },
	},
	"/o/:organisation/activities/:activity/photographs": {
		at: "/o/sy/activities/a1/photographs",
		as: "secretary",
		good: () => ({ id: newId(), picture: base64(picture()) }),
		fields: { id: "id", picture: "choice" },
	},
	"/o/:organisation/activities/:activity/photographs/:photograph/removal": {
		at: "/o/sy/activities/a1/photographs/ph1/removal",
		once: true,
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/funds/:entry/photographs": {
		at: "/o/sy/funds/e1/photographs",
		as: "secretary",
		good: () => ({ id: newId(), picture: base64(picture()) }),
		fields: { id: "id", picture: "choice" },
	},
	"/o/:organisation/funds/:entry/photographs/:photograph/removal": {
		at: "/o/sy/funds/e1/photographs/ph1/removal",
		once: true,
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/exhibits": {
		at: "/o/sy/exhibits",
		as: "secretary",
		good: () => ({ id: newId(), name: "投影" }),
		fields: { id: "id", name: "text" },
	},
	"/o/:organisation/exhibits/:exhibit/loans": {
		at: "/o/sy/exhibits/ex1/loans",
		as: "secretary",
		good: () => ({ id: newId(), holder: "qq", day: today, due: "" }),
		fields: { id: "id", holder: "choice", day: "day", due: "optional day" },
	},
	"/o/:organisation/exhibits/:exhibit/return": {
		at: "/o/sy/exhibits/ex1/return",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), day: today }),
		fields: { id: "id", day: "day" },
	},
	"/o/:organisation/activities/:activity/postponement": {
		at: "/o/sy/activities/b1/postponement",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), day: daysAfter(today, 12), reason: "下雨" }),
		fields: { id: "id", day: "day", reason: "text" },
	},
	"/o/:organisation/activities/:activity/cancellation": {
		at: "/o/sy/activities/b1/cancellation",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), reason: "下雨" }),
		fields: { id: "id", reason: "text" },
	},
	"/o/:organisation/activities/:activity/sessions": {
		at: "/o/sy/activities/a1/sessions",
		as: "secretary",
		good: () => ({ id: newId(), sessions: "2", first: "morning" }),
		fields: { id: "id", sessions: "small count", first: "choice" },
	},
	"/o/:organisation/activities/:activity/holders": {
		at: "/o/sy/activities/a1/holders",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), holder: "lf" }),
		fields: { id: "id", holder: "choice" },
	},
	"/o/:organisation/activities/:activity/holders/:holder/end": {
		at: "/o/sy/activities/a1/holders/lf/end",
		once: true,
		as: "secretary",
		before: () => submit("/o/sy/activities/a1/holders", { id: "n0", holder: "lf" }, secretary),
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/invitations/:host/:activity": {
		at: "/o/sy/invitations/lf/lb1",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), outcome: "accepted" }),
		fields: { id: "id", outcome: "choice" },
	},
	"/o/:organisation/activities/:activity/sign-in-sheet": {
		at: "/o/sy/activities/a1/sign-in-sheet",
		once: true,
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/activities/:activity/sheet-numbers": {
		at: "/o/sy/activities/a1/sheet-numbers",
		as: "secretary",
		before: () => submit("/o/sy/activities/a1/sign-in-sheet", { id: "n0" }, secretary),
		good: () => ({ id: newId(), numbers: "1" }),
		fields: { id: "id", session: "optional small count", numbers: "choice" },
	},
	"/o/:organisation/activities/:activity/walk-ins": {
		at: "/o/sy/activities/a1/walk-ins",
		as: "secretary",
		good: () => ({ id: newId(), people: "1", name: "" }),
		fields: {
			...({ id: "id", session: "optional small count", people: "small count" } as const),
			...({ name: "optional text", telephone: "telephone", consent: "box" } as const),
		},
	},
	"/r/:organisation/:activity/:session": {
		at: "/r/sy/c1/1",
		as: "secretary",
		counts: true,
		before: () => submit("/o/sy/activities", { ...done, id: "c1", day: today }, secretary),
		good: async () => {
			const screen = await visit("/o/sy/activities/c1/check-in", secretary);
			const code = /data-code[^>]*>(\w+)</.exec(screen.text)?.[1];
			const form = await visit(`/r/sy/c1/1?code=${code}`);
			const pass = /name="pass" value="([^"]+)"/.exec(form.text)?.[1] ?? "";
			return { pass, name: "张桂英", digits: "1234" };
		},
		// Whatever is no member's name is one answer, whether it could be a name or not.
		fields: { pass: "choice", name: "choice", digits: "choice" },
	},
	"/o/:organisation/funds": {
		at: "/o/sy/funds",
		as: "secretary",
		good: () => ({
			...{ id: newId(), direction: "income", what: "gift", day: today, amount: "3" },
			...{ purpose: "捐款", party: "小店", approver: "", method: "cash", activity: "" },
		}),
		fields: {
			activity: "optional id",
			...{
				id: "id",
				direction: "choice",
				fund: "optional choice",
				what: "optional choice",
				day: "day",
				amount: "money",
			},
			...{ purpose: "text", party: "optional text", approver: "optional text", method: "choice" },
		} as const,
	},
	"/o/:organisation/funds/budget": {
		at: "/o/sy/funds/budget",
		as: "secretary",
		good: () => ({ id: newId(), year: String(year), grant: "100", office: "20.50" }),
		fields: {
			...{ id: "id", year: "small count" },
			...Object.fromEntries(accountsPlanned.map((account): [string, Kind] => [account, "optional money"])),
		},
	},
	"/o/:organisation/funds/shares": {
		at: "/o/sy/funds/shares",
		as: "secretary",
		good: () => ({ id: newId(), year: String(year), amount: "1", method: "cash" }),
		fields: { id: "id", year: "small count", amount: "small count", method: "choice" },
	},
	"/o/:organisation/funds/shares/rules": {
		at: "/o/qq/funds/shares/rules",
		as: "townshipStaff",
		good: () => ({ id: newId(), from_day: `${year}-01-01`, rate: "20" }),
		fields: { id: "id", from_day: "day", rate: "small count" },
	},
	"/o/:organisation/funds/shares/:share/taking-back": {
		at: "/o/sy/funds/shares/sh1/taking-back",
		as: "secretary",
		once: true,
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/funds/shares/from/:below/:share": {
		at: "/o/qq/funds/shares/from/sy/sh1",
		as: "townshipStaff",
		once: true,
		good: () => ({ id: newId(), outcome: "received" }),
		fields: { id: "id", outcome: "choice" },
	},
	"/o/:organisation/funds/purposes": {
		at: "/o/sy/funds/purposes",
		as: "secretary",
		good: () => ({ id: newId(), name: "敬老节慰问", giver: "青桥镇", uses: ["visit"] }),
		fields: { id: "id", name: "text", giver: "optional text", uses: "ticks" },
	},
	"/o/:organisation/funds/settlements": {
		at: "/o/sy/funds/settlements",
		once: true,
		as: "secretary",
		before: () =>
			submit(
				"/o/sy/funds",
				{
					id: "n0",
					direction: "income",
					day: `${Number(year) - 1}-03-01`,
					amount: "3",
					purpose: "捐",
					method: "cash",
				},
				secretary,
			),
		good: () => ({ id: newId(), period: `${Number(year) - 1}-03` }),
		fields: { id: "id", period: "choice" },
	},
	"/o/:organisation/funds/:entry/reversal": {
		at: "/o/sy/funds/e1/reversal",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), reason: "记错了" }),
		fields: { id: "id", reason: "text" },
	},
	"/o/:organisation/dues": {
		at: "/o/sy/dues",
		as: "secretary",
		good: () => ({
			...{ id: newId(), day: today, method: "cash", tick: [`m1.${year}`] },
			...{ payer: "m1", received: "10" },
		}),
		fields: {
			...{ id: "id", day: "day", method: "choice", tick: "ticks" },
			// Whoever says how much was brought says by whom.
			...{ payer: "choice", received: "optional money" },
		} as const,
	},
	"/o/:organisation/funds/notices": {
		at: "/o/sy/funds/notices",
		as: "secretary",
		good: () => ({ id: newId(), year, until: today, place: "村委会", agreed: "on" }),
		fields: { id: "id", year: "small count", until: "day", place: "text", agreed: "consent" },
	},
	"/o/:organisation/funds/notices/:notice/end": {
		at: "/o/sy/funds/notices/pn1/end",
		once: true,
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/funds/notices/:notice/objections/:objection/reply": {
		at: "/o/sy/funds/notices/pn1/objections/ob1/reply",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), text: "参加活动的会员" }),
		fields: { id: "id", text: "text" },
	},
	"/n/:organisation/:notice": {
		at: "/n/sy/pn1",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), text: "茶水太贵" }),
		fields: { id: "id", text: "text" },
	},
	"/o/:organisation/dues/runs": {
		at: "/o/sy/dues/runs",
		as: "secretary",
		good: () => ({ id: newId(), year }),
		fields: { id: "id", year: "small count" },
	},
	"/o/:organisation/dues/waivers": {
		at: "/o/sy/dues/waivers",
		as: "secretary",
		good: () => ({
			...{
				id: newId(),
				member: "m1",
				what: "deferred",
				from_year: year,
				to_year: year,
				until: `${year}-12-31`,
			},
			...{ reason: "困难", granted_by: "理事会", granted_on: today },
		}),
		fields: {
			...{ id: "id", member: "choice", what: "choice", from_year: "small count" },
			...{ to_year: "optional small count", until: "day", reason: "text" },
			...{ granted_by: "text", granted_on: "day" },
		} as const,
	},
	"/o/:organisation/dues/waivers/:waiver/end": {
		at: "/o/sy/dues/waivers/w1/end",
		once: true,
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/dues/rounds": {
		at: "/o/sy/dues/rounds",
		once: true,
		as: "secretary",
		before: () => submit("/o/sy/dues/rounds/o1/end", { id: "n0", counted: "0", explanation: "" }, secretary),
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/dues/rounds/:round/end": {
		at: "/o/sy/dues/rounds/o1/end",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), counted: "3", explanation: "多出来的" }),
		fields: { id: "id", counted: "money", explanation: "text" },
	},
	"/o/:organisation/dues/rates": {
		at: "/o/sy/dues/rates",
		as: "secretary",
		good: () => ({ id: newId(), from_day: `${year}-01-01`, kind: "ordinary", amount: "10" }),
		fields: { id: "id", from_day: "day", kind: "optional choice", amount: "money" },
	},
	"/o/:organisation/duplicates/:member/:other/joining": {
		at: "/o/sy/duplicates/m1/s1/joining",
		once: true,
		as: "secretary",
		good: () => ({
			...{ id: newId(), name: "one", sex: "one", birth_year: "one", telephone: "one" },
			...{ address: "one", note: "one", further: "one" },
		}),
		fields: {
			...{ id: "id", name: "choice", sex: "choice", birth_year: "choice", telephone: "choice" },
			...{ address: "choice", note: "choice", further: "choice" },
		} as const,
	},
	"/o/:organisation/duplicates/:member/:other/distinction": {
		at: "/o/sy/duplicates/m1/s1/distinction",
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/joinings/:joining/separation": {
		at: "/o/sy/joinings/j1/separation",
		once: true,
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/members/:member/consent": {
		at: "/o/sy/members/m1/consent",
		as: "secretary",
		good: () => ({ id: newId(), what: "given", day: today, how: "paper" }),
		fields: { id: "id", what: "choice", day: "day", how: "choice" },
	},
	"/o/:organisation/members/:member/consent/contact-emptying": {
		at: "/o/sy/members/m1/consent/contact-emptying",
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/members/:member/erasure": {
		at: "/o/sy/members/s1/erasure",
		once: true,
		as: "secretary",
		before: () => submit("/o/sy/members/s1/departure", { id: "d1", day: today, because: "left" }, secretary),
		good: () => ({ id: newId(), name: "曾国强" }),
		fields: { id: "id", name: "choice" },
	},
	"/o/:organisation/questionnaires": {
		at: "/o/sy/questionnaires",
		as: "secretary",
		good: () => ({ id: newId(), zh: "新问卷", en: "New", from: "village" }),
		fields: { id: "id", zh: "optional text", en: "optional text", from: "optional choice" },
	},
	"/o/:organisation/questionnaires/:questionnaire/title": {
		at: "/o/sy/questionnaires/qn1/title",
		as: "secretary",
		good: () => ({ id: newId(), zh: "新标题", en: "New" }),
		fields: { id: "id", zh: "optional text", en: "optional text" },
	},
	"/o/:organisation/questionnaires/:questionnaire/questions": {
		at: "/o/sy/questionnaires/qn1/questions",
		as: "secretary",
		once: true,
		good: () => ({ ...asked, id: newId() }),
		fields: { id: "id", shape: "choice", ...askedFields },
	},
	"/o/:organisation/questionnaires/:questionnaire/questions/:question": {
		at: "/o/sy/questionnaires/qn1/questions/heard",
		as: "secretary",
		good: () => ({ ...asked, id: newId() }),
		fields: { id: "id", shape: "any shape", ...askedFields },
	},
	"/o/:organisation/questionnaires/:questionnaire/questions/:question/place": {
		at: "/o/sy/questionnaires/qn1/questions/use/place",
		as: "secretary",
		good: () => ({ id: newId(), to: "up" }),
		fields: { id: "id", to: "choice" },
	},
	"/o/:organisation/questionnaires/:questionnaire/questions/:question/removal": {
		at: "/o/sy/questionnaires/qn1/questions/use/removal",
		once: true,
		as: "secretary",
		good: () => ({ id: newId() }),
		fields: { id: "id" },
	},
	"/o/:organisation/questionnaires/:questionnaire/versions": {
		at: "/o/sy/questionnaires/qn1/versions",
		once: true,
		as: "secretary",
		good: async () => ({ id: newId(), seen: await seenNow(), same: "use" }),
		fields: { id: "id", seen: "choice", same: "optional id" },
	},
	"/o/:organisation/surveys": {
		at: "/o/sy/surveys",
		as: "secretary",
		good: () => ({ ...opening, id: newId() }),
		fields: {
			...{ id: "id", questionnaire: "choice", first_day: "day", last_day: "day", target: "small count" },
			...{ denominator: "choice", entry: "choice", slips: "count", scope: "optional choice" },
			...{ points: "optional choice", assessors: "optional small count", issuer: "optional choice" },
			activity: "optional choice",
			// Without assessors it is of no matter what they would mark.
			criteria: "optional text",
		} as const,
	},
	"/o/:organisation/surveys/:wave/assessment": {
		at: "/o/sy/surveys/w8/assessment",
		as: "townshipStaff",
		before: () =>
			submit(
				"/o/qq/surveys",
				{ ...opening, id: "w8", scope: "below", assessors: "30", criteria: "活动 30" },
				{
					as: "townshipStaff",
				},
			),
		good: () => ({ id: newId(), c1: "20" }),
		fields: { id: "id" },
	},
	"/o/:organisation/surveys/:wave/slips": {
		at: "/o/sy/surveys/w1/slips",
		as: "secretary",
		good: () => ({ slips: "300" }),
		fields: { slips: "count" },
	},
	"/o/:organisation/surveys/:wave/closing": {
		at: "/o/sy/surveys/w1/closing",
		once: true,
		as: "secretary",
		good: () => ({ id: newId(), handed_out: "180" }),
		fields: { id: "id", handed_out: "count" },
	},
	"/o/:organisation/surveys/:wave/closing/parts": {
		at: "/o/sy/surveys/w1/closing/parts",
		as: "secretary",
		before: beginSealing,
		good: () => ({ part: "0" }),
		fields: { part: "count" },
	},
	"/o/:organisation/surveys/:wave/remarks/tags": {
		at: "/o/sy/surveys/w7/remarks/tags",
		as: "secretary",
		before: closeWithTexts,
		good: () => ({ id: newId(), tag: "路灯", remarks: ["1", "2"] }),
		fields: { id: "id", tag: "short text", off: "box", remarks: "ticks" },
	},
	"/o/:organisation/surveys/:wave/remarks/hidings": {
		at: "/o/sy/surveys/w7/remarks/hidings",
		as: "secretary",
		before: closeWithTexts,
		once: true,
		good: () => ({ id: newId(), name: "王小虎" }),
		// Whatever isn't written there is no name.
		fields: { id: "id", name: "choice" },
	},
	"/o/:organisation/surveys/:wave/paper": {
		at: "/o/sy/surveys/w1/paper",
		as: "secretary",
		good: async () => ({ ...contented, id: newId(), code: await codeAt(used++) }),
		fields: { ...answerKinds, code: "code" },
	},
};

type Answer = { status: number; text: string; cost: Cost };

/** Sends any JSON as a person's browser could, since some writes are not for programs. */
async function send(path: string, body: unknown, as: Who): Promise<Answer> {
	const request = new Request(`http://huijia.test${path}`, {
		method: "POST",
		redirect: "manual",
		headers: {
			...{ "Content-Type": "application/json", Accept: "application/json" },
			...{ Cookie: `session=${secretOf(as)}`, Origin: "http://huijia.test" },
		},
		body: JSON.stringify(body),
	});
	const context = { waitUntil() {}, passThroughOnException() {}, props: {} };
	const { db, cost } = metered(env.DB);
	const answer = await app.fetch(request, { ...env, DB: db }, context);
	return { status: answer.status, text: await answer.text(), cost };
}

async function begin(form: Form): Promise<void> {
	await beginFurnished();
	await form.before?.();
}

/** How many rows stand in all tables together. */
async function rows(): Promise<string> {
	const { results } = await env.DB.prepare(
		"select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\' and name not like 'seek\\_%' escape '\\' order by name",
	).all<{ name: string }>();
	const counts = results.map(({ name }) => env.DB.prepare(`select count(*) as n from "${name}"`));
	const counted = await env.DB.batch<{ n: number }>(counts);
	return counted.map(({ results: [row] }) => row?.n).join(" ");
}

/** What is wrong with an answer to a body with one bad field, in words; nothing if it is as it should be. */
function wrongWith(answer: Answer, field: string, fine: boolean): string | null {
	const told = `${answer.status} ${answer.text.slice(0, 150)}`;
	if (fine) return [200, 201].includes(answer.status) ? null : `should be taken as it is: ${told}`;
	if (answer.status !== 422) return `should be a mistake: ${told}`;
	const { title, mistakes } = JSON.parse(answer.text) as { title: string; mistakes?: Record<string, string> };
	// A slip's code has words of its own on top of the page.
	const named = field === "code" ? ["malformed", "forged", "missing"].includes(title) : false;
	return mistakes?.[field] || named ? null : `no message at the field: ${told}`;
}

const writes = describedRoutes(app).filter(
	({ method, description }) => method === "POST" && description.takes,
);

test("Every write that takes a body stands here, with every field it takes.", () => {
	const taken = writes.map(({ path, description }) => {
		const { entries } = description.takes as unknown as { entries: Record<string, unknown> };
		return [path, Object.keys(entries).sort()];
	});
	// A word at an item goes by the item's name, which no schema can list.
	const listed = (field: string) => !field.startsWith("comment-");
	const tried = Object.entries(forms).map(([path, { fields }]) => [
		path,
		Object.keys(fields).filter(listed).sort(),
	]);
	expect(Object.fromEntries(tried)).toEqual(Object.fromEntries(taken));
});

describe.each(Object.entries(forms))("%s", (_path, form) => {
	beforeAll(() => begin(form));

	test("Each field, tried with whatever there is, is taken as text or told to be a mistake.", async () => {
		const wrong: string[] = [];
		for (const [field, kind] of Object.entries(form.fields)) {
			for (const name of Object.keys(bad) as Bad[]) {
				const answer = await send(form.at, { ...(await form.good()), [field]: bad[name] }, form.as);
				const fine = (kinds[kind] as readonly Bad[]).includes(name);
				const complaint = wrongWith(answer, field, fine);
				if (complaint) wrong.push(`${field}, ${name}: ${complaint}`);
				if (answer.status >= 400 && answer.cost.rowsWritten > 0 && !form.counts)
					wrong.push(`${field}, ${name}: refused and written`);
				if (form.once && answer.status < 400) await begin(form);
			}
		}
		expect(wrong).toEqual([]);
	}, 120_000);

	test("A form with markup in every field comes back with its markup shown as text.", async () => {
		await begin(form);
		const hostile = Object.fromEntries(Object.keys(form.fields).map((field) => [field, `"'>${script}`]));
		const before = await rows();
		const answer = await submit(form.at, hostile, { as: form.as });
		expect(answer.text).not.toContain(script);
		// The label of a token or a private link may be anything, and all that isn't "on" is no tick.
		if (["/me/tokens", "/o/sy/calendar/feeds"].includes(form.at)) return;
		expect(answer.status).toBe(422);
		if (!form.counts) expect(await rows()).toBe(before);
	});

	test("A body of another type is refused in plain words.", async () => {
		await begin(form);
		const before = await rows();
		for (const body of [[], ["x"], "x", 1, true, null]) {
			const answer = await send(form.at, body, form.as);
			expect([400, 422], `${JSON.stringify(body)} ${answer.text}`).toContain(answer.status);
		}
		const types = [
			"text/plain",
			"application/xml",
			"multipart/form-data; boundary=x",
			"application/json",
			"x",
		];
		for (const type of types) {
			const answer = await submit(form.at, { a: "1" }, { as: form.as, headers: { "Content-Type": type } });
			expect([type, answer.status]).toEqual([type, 400]);
		}
		const sent = { as: form.as, headers: { "Content-Length": "2000000" } };
		expect((await submit(form.at, { a: "长".repeat(400_000) }, sent)).status).toBe(413);
		expect(await rows()).toBe(before);
	});
});

describe("What is stored looks like what was typed, and does nothing", () => {
	beforeAll(async () => {
		await beginFurnished();
		const steps: [string, Fields, Who | null][] = [
			[
				"/o/sy/members",
				{
					...person,
					id: "n1",
					name: script,
					address: script,
					joined_on: today,
					kind: "ordinary",
					note: script,
				},
				"secretary",
			],
			[
				"/o/sy/members",
				{ ...person, id: "n2", name: formula, address: formula, joined_on: today, kind: "ordinary" },
				"secretary",
			],
			[
				"/o/sy/members/m1/edit",
				{ ...person, id: "n3", name: `${script}英`, kind: "ordinary", note: script },
				"secretary",
			],
			[
				"/o/sy/activities",
				{ ...done, id: "n4", title: script, place: script, thing_1: script, unit_1: "<b>", outcome: script },
				"secretary",
			],
			["/o/sy/activities", { ...done, id: "n5", title: formula, place: formula }, "secretary"],
			["/o/sy/activities/n4/attendance", { id: "t4", came: ["m1", "n1"], before: [] }, "secretary"],
			[
				"/o/sy/funds",
				{
					id: "n6",
					direction: "income",
					day: today,
					amount: "3",
					purpose: script,
					party: script,
					method: "cash",
				},
				"secretary",
			],
			[
				"/o/sy/funds",
				{
					id: "n7",
					direction: "use",
					day: today,
					amount: "3",
					purpose: formula,
					party: formula,
					approver: formula,
					method: "cash",
				},
				"secretary",
			],
			["/o/sy/funds/e1/reversal", { id: "n8", reason: script }, "secretary"],
			["/o/sy/dues", { id: "n9", day: today, method: "cash", tick: [`n1.${year}`] }, "secretary"],
			["/j/sy", { id: "q1", name: script, address: script, consent: "yes" }, null],
			[
				"/o/sy/renaming",
				{ id: "c1", organisation: script, kind: "village", day: today, reason: script },
				"secretary",
			],
			["/o/qq/below", { ...village, id: "v9", organisation: script }, "townshipStaff"],
			["/s/w1/sy", { ...contented, id: "b1", remark: script, code: await codeAt(1) }, null],
			["/o/sy/surveys/w1/closing", { id: "c2", handed_out: "40" }, "secretary"],
			["/o/sy/surveys", { ...opening, id: "w2" }, "secretary"],
		];
		for (const [path, fields, as] of steps) {
			const made = await submit(path, fields, { as });
			expect([path, made.status]).toEqual([path, 303]);
		}
		await submit("/me/tokens", { label: script }, secretary);
		await submit("/o/sy/officers/links", { name: script, post: "chair" }, secretary);
	});

	const params: Record<string, string> = {
		...{ other: "n2", joining: "j1", year, filing: "1", item: "pi1", circular: "c1", keyDay: "aids" },
		...{ organisation: "sy", member: "n1", application: "q1", activity: "n4", entry: "n6", collection: "n9" },
		...{ wave: "w1", unit: "sy", token: "nosuchtoken", holder: "hp5", code: "l1", term: "t1" },
	};
	const reads = describedRoutes(app).filter(({ method }) => method === "GET");
	const plain = reads.map(({ path }) => path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "?"));
	const more = [
		"/o/sy/funds/n8",
		"/o/sy/members/m1",
		"/o/qq",
		"/o/qq/members",
		"/o/qq/surveys",
		"/o/qq/below",
		"/o/jx",
	];
	const open = ["/o/sy/surveys/w2", "/o/sy/surveys/w2/closing", "/o/sy/surveys/w2/paper", "/s/w2/sy"];
	const echoed = [
		"/o/sy/members?search=",
		"/o/sy/members?after=",
		"/o/sy/activities?year=",
		"/s/w2/sy?large=",
	].map((path) => path + encodeURIComponent(`"'>${script}`));

	test.each([...plain, ...more, ...open, ...echoed])("%s", async (path) => {
		const as = path.startsWith("/o/qq") || path === "/o/jx" ? "districtStaff" : "secretary";
		for (const language of ["zh", "en"] as const) {
			const page = await visit(path, { as, language });
			expect(page.status).toBeLessThan(500);
			// JSON may say <script>: nosniff and its type keep it text.
			if (page.headers.get("Content-Type")?.includes("html"))
				expect(page.text).not.toContain("<script>alert");
			expect(page.headers.get("X-Content-Type-Options")).toBe("nosniff");
		}
	});

	test("The pages that show a typed text show all of it.", async () => {
		const shown = "&lt;script&gt;alert(1)&lt;/script&gt;";
		const pages = [
			"members",
			"members/n1",
			"activities",
			"activities/n4",
			"funds",
			"funds/n6",
			"dues",
			"applications",
		];
		for (const path of [...pages, "association", "applications/q1", "surveys/w1/remarks"]) {
			const page = await visit(`/o/sy/${path}`, secretary);
			expect([path, page.text.includes(shown)]).toEqual([path, true]);
		}
	});

	test("No cell of a file is a formula.", async () => {
		for (const list of ["members", "activities", "funds", "dues", "surveys/w1"]) {
			const file = await visit(`/o/sy/${list}?format=csv`, secretary);
			expect(file.headers.get("Content-Type")).toContain("text/csv");
			expect(file.text).not.toMatch(/(^|,|\n)"?[=+@]/m);
		}
	});
});
