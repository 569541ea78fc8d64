import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { app } from "../worker/app";
import { describedRoutes } from "../worker/openapi";
import { daysAfter } from "../worker/values/day";
import { newId, sha256 } from "../worker/values/id";
import { base64, picture } from "./activities/picture";
import { type Answer, submit, visit } from "./doors";
import { beginFurnished, furnishTree } from "./furnished";
import { beginSealing, closeWithTexts, codeAt, contented, opening, replies, today } from "./surveys/cast";
import type { Who } from "./world";

const year = today.slice(0, 4);
const members = 410;
/** How many the furnished district has, each in another state. */
const organisations = 9;
const activities = 60;
const answers = 60;
const token = "a-way-in-for-the-new-chair".padEnd(43, "x");
const recoveryCode = "0123456789abcdef";
const secretary = { as: "secretary" } as const;
const program = { Accept: "application/json" };

const params: Record<string, string> = {
	...{
		organisation: "sy",
		member: "m1",
		other: "s1",
		joining: "j1",
		application: "p1",
		...{ activity: "a1", exhibit: "ex1", photograph: "ph1" },
		entry: "e1",
		mark: "0000000000000000",
		notice: "pn1",
		objection: "ob1",
		collection: "k2",
		transfer: "t1",
	},
	...{ wave: "w1", unit: "sy", token, questionnaire: "qn1", question: "use" },
	intake: "i1",
	...{ organisation: "sy", member: "m1", application: "p1", activity: "a1", entry: "e1", collection: "k2" },
	...{ wave: "w1", unit: "sy", token, holder: "hp5", code: "l1", term: "t1", merger: "v1", split: "n0" },
	...{ group: "g1", household: "h1", tag: "vt1", field: "ff1", year, filing: "1", circular: "c1" },
	...{ meeting: "g2", resolution: "v1", topic: "tp1", training: "te1" },
};

/** Where a page needs another of the village's things than most do. */
const elsewhere: Record<string, string> = {
	"/o/:organisation/seats/rules": "/o/jx/seats/rules",
	"/o/:organisation/meetings/rules": "/o/jx/meetings/rules",
	"/o/:organisation/training/topics": "/o/jx/training/topics",
	"/o/:organisation/training/topics/:topic": "/o/jx/training/topics/tp1",
	"/o/:organisation/training/board": "/o/qq/training/board",
	"/o/:organisation/training/board/people": "/o/qq/training/board/people",
	"/o/:organisation/meetings/:meeting/edit": "/o/sy/meetings/g1/edit",
	"/o/:organisation/meetings/:meeting/calling-off": "/o/sy/meetings/g1/calling-off",
	"/o/:organisation/members/:member/return": "/o/sy/members/m9/return",
	"/o/:organisation/surveys/:wave/notice": "/o/sy/surveys/w0/notice",
	"/o/:organisation/surveys/:wave/units": "/o/qq/surveys/w9/units",
	"/o/:organisation/surveys/:wave/map": "/o/sy/surveys/w0/map",
	"/o/:organisation/surveys/:wave/reminder": "/o/qq/surveys/w9/reminder",
	"/o/:organisation/surveys/:wave/assessment": "/o/sy/surveys/w9/assessment",
	"/o/:organisation/surveys/:wave/remarks": "/o/sy/surveys/w0/remarks",
	"/o/:organisation/tags/:tag/edit": "/o/jx/tags/vt1/edit",
	"/o/:organisation/fields/:field/edit": "/o/jx/fields/ff1/edit",
	"/o/:organisation/key-days": "/o/jx/key-days",
	"/o/:organisation/key-days/:keyDay": "/o/jx/key-days/aids",
	"/o/:organisation/circulars/new": "/o/qq/circulars/new",
	"/o/:organisation/circulars/:circular/reminder": "/o/qq/circulars/c1/reminder",
	"/o/:organisation/circulars/:circular/withdrawal": "/o/qq/circulars/c1/withdrawal",
	"/o/:organisation/plans/:year/items/new": `/o/sy/plans/${Number(year) + 1}/items/new`,
	"/o/:organisation/plans/:year/items/:item": `/o/sy/plans/${Number(year) + 1}/items/pi2`,
	"/o/:organisation/plans/:year/items/:item/removal": `/o/sy/plans/${Number(year) + 1}/items/pi2/removal`,
	"/o/:organisation/kinds": "/o/jx/kinds",
	"/o/:organisation/kinds/new": "/o/jx/kinds/new",
	"/o/:organisation/kinds/:kind": "/o/jx/kinds/village",
	"/o/:organisation/founding": "/o/nu/founding",
	"/o/:organisation/standardisation": "/o/lf/standardisation",
	"/o/:organisation/standardisation/end": "/o/ns/standardisation/end",
	"/o/:organisation/relocation": "/o/lf/relocation",
	"/o/:organisation/deregistration": "/o/lf/deregistration",
	"/o/:organisation/retraction": "/o/ns/retraction",
	"/o/:organisation/activities/:activity/postponement": "/o/sy/activities/b1/postponement",
	"/o/:organisation/activities/:activity/cancellation": "/o/sy/activities/b1/cancellation",
	"/o/:organisation/clearing": "/o/pv/clearing",
};

/** Who reads what a village's own secretary doesn't. */
const readers: Record<string, Who> = {
	"/o/:organisation/mergers/new": "townshipStaff",
	"/o/:organisation/splits/new": "townshipStaff",
	"/o/:organisation/seats/rules": "districtStaff",
	"/o/:organisation/surveys/:wave/units": "townshipStaff",
	"/o/:organisation/surveys/:wave/reminder": "townshipStaff",
	"/o/:organisation/circulars/new": "townshipStaff",
	"/o/:organisation/circulars/:circular/reminder": "townshipStaff",
	"/o/:organisation/circulars/:circular/withdrawal": "townshipStaff",
	"/o/:organisation/meetings/rules": "districtStaff",
	"/o/:organisation/training/topics": "districtStaff",
	"/o/:organisation/training/topics/:topic": "districtStaff",
	"/o/:organisation/training/board": "townshipStaff",
	"/o/:organisation/training/board/people": "townshipStaff",
	"/o/:organisation/key-days": "districtStaff",
	"/o/:organisation/key-days/:keyDay": "districtStaff",
};

/** The same pages elsewhere, further on, or for readers above the village. */
const also: [path: string, as: Who][] = [
	["/o/sy/surveys/w0", "secretary"],
	["/o/sy/members?show=departed", "secretary"],
	["/o/sy/members?search=%E7%8E%8B", "secretary"],
	["/o/sy/members?search=w", "secretary"],
	["/o/sy/members?search=79", "secretary"],
	["/search?search=w", "secretary"],
	["/search?search=79", "districtStaff"],
	["/o/sy/dues?show=owing", "secretary"],
	["/o/sy/meetings/g3", "secretary"],
	["/o/sy/meetings/g1/roll", "secretary"],
	["/o/sy/members?group=none", "secretary"],
	["/o/sy/members?group=g1", "secretary"],
	["/o/sy/members?tag=vt1", "secretary"],
	["/o/sy/network/groups/none", "secretary"],
	["/o/sy/members/m1/transfer?to=lf", "secretary"],
	["/o/sy/members/m1/transfer?search=%E9%87%8C", "secretary"],
	["/o/lf/mergers/new?gone=sy", "townshipStaff"],
	["/o/sy/splits/new?group=g1", "townshipStaff"],
	["/o/qq", "townshipStaff"],
	["/o/qq/seats", "townshipStaff"],
	["/o/jx/seats", "districtStaff"],
	["/o/jx/seats/list?state=vacant", "districtStaff"],
	["/o/jx/seats/people", "districtStaff"],
	["/o/qq/members", "townshipStaff"],
	[`/o/sy/calendar?year=${year}`, "secretary"],
	["/o/qq/calendar", "townshipStaff"],
	["/o/qq/circulars/c1", "townshipStaff"],
	["/o/qq/plans-below", "townshipStaff"],
	["/o/qq/plans-below?show=progress", "townshipStaff"],
	["/o/jx/plans-below", "districtStaff"],
	["/o/jx/plans-below/list?state=filed", "districtStaff"],
	["/o/jx/plans-below/items?state=missed", "districtStaff"],
	[`/o/sy/plans/${year}/rounds/1`, "townshipStaff"],
	["/o/qq/tree", "townshipStaff"],
	["/o/jx/tree?day=2024-12-31", "districtStaff"],
	["/o/jx/members?day=2024-12-31", "districtStaff"],
	["/o/jx/coverage?show=covered", "districtStaff"],
	["/o/jx/coverage/year", "districtStaff"],
	["/o/jx/hollow", "districtStaff"],
	["/o/qq/surveys", "townshipStaff"],
	["/o/jx", "districtStaff"],
	["/o/jx/members", "districtStaff"],
	["/o/jx/surveys", "districtStaff"],
];

type Facts = Record<string, unknown>;
const sizeOf = (of: unknown) => (Array.isArray(of) ? of.length : 0);
const many =
	(...names: string[]) =>
	(facts: Facts) =>
		names.reduce((sum, name) => sum + sizeOf(facts[name]), 0);

const people = (along: unknown) =>
	many("members", "groups", "households", "leaders", "posts")((along ?? {}) as Facts);

/** How many rows a page shows: people, entries and the like, each a line of its own. Other pages show one thing. */
const rowsShown: Record<string, (facts: Facts) => number> = {
	"/me": many("sessions", "posts"),
	"/o/:organisation": ({ board, tasks }) => sizeOf((board as Facts | null)?.rows) + sizeOf(tasks),
	"/o/:organisation/tree": many("nodes"),
	"/o/:organisation/coverage": many("townships", "places"),
	"/o/:organisation/coverage/year": many("rows"),
	"/o/:organisation/hollow": many("quiet", "names"),
	"/o/:organisation/register-only": many("members"),
	"/search": many("members"),
	"/o/:organisation/members/:member/changes": many("changes"),
	"/o/:organisation/groups": many("groups"),
	"/o/:organisation/groups/:group": many("members"),
	"/o/:organisation/groups/:group/members": many("roster"),
	"/o/:organisation/households": many("households"),
	"/o/:organisation/households/:household": many("changes"),
	"/o/:organisation/network": many("groups", "members"),
	"/o/:organisation/network/groups/:group": many("members"),
	"/o/:organisation/network/members/:member": many("households"),
	"/o/:organisation/tags": many("tags"),
	"/o/:organisation/tags/:tag/members": many("roster"),
	"/o/:organisation/fields": many("fields"),
	"/o/:organisation/books/members": (facts) =>
		(facts.sections as Facts[]).reduce((sum, section) => sum + many("lines")(section), many("below")(facts)),
	"/o/:organisation/books/officers": many("seats", "others", "former"),
	"/o/:organisation/books/activities": many("activities"),
	"/o/:organisation/officers": many("seats", "others", "former"),
	"/o/:organisation/officers/:holder": many("letters"),
	"/o/:organisation/letters": many("letters"),
	"/o/:organisation/seats": many("rows"),
	"/o/:organisation/seats/list": many("seats"),
	"/o/:organisation/seats/people": many("rows"),
	"/o/:organisation/seats/rules": many("rules", "lengths", "kinds"),
	"/o/:organisation/letters/print": many("letters"),
	"/o/:organisation/by-elections/new": many("people"),
	"/o/:organisation/terms": many("terms"),
	"/o/:organisation/terms/new": many("seats", "people"),
	"/o/:organisation/terms/:term": many("elected", "ended"),
	"/o/:organisation/terms/earlier/new": many("seats", "people", "terms"),
	"/o/:organisation/terms/:term/withdrawal": many("seats"),
	"/o/:organisation/calendar": many("events"),
	"/o/:organisation/calendar/below": many("days"),
	"/o/:organisation/calendar/feeds": many("feeds"),
	"/o/:organisation/circulars": many("received", "sent"),
	"/o/:organisation/circulars/new": many("kinds", "units"),
	"/o/:organisation/circulars/:circular": ({ sent }) => sizeOf((sent as Facts | null)?.replies),
	"/o/:organisation/circulars/:circular/reminder": many("waiting"),
	"/o/:organisation/plans/:year": many("items", "rounds", "amendments", "keyDays"),
	"/o/:organisation/plans/:year/rounds/:filing": many("items"),
	"/o/:organisation/plans-below": many("rows", "waiting"),
	"/o/:organisation/plans-below/list": many("plans"),
	"/o/:organisation/plans-below/items": many("things"),
	"/o/:organisation/key-days": many("rules"),
	"/o/:organisation/history": many("stages", "corrections"),
	"/o/:organisation/kinds": many("kinds"),
	"/o/:organisation/kinds/:kind": many("kinds"),
	"/o/:organisation/relocation": many("parents"),
	"/o/:organisation/members": many("members"),
	"/o/:organisation/members/:member": many("periods", "dues", "activities", "changes"),
	"/o/:organisation/members/:member/transfer": many("organisations", "posts", "households"),
	"/o/:organisation/mergers/new": (facts) => many("beside")(facts) + people(facts.along),
	"/o/:organisation/mergers/:merger": many("members"),
	"/o/:organisation/splits/new": (facts) => many("groups")(facts) + people(facts.along),
	"/o/:organisation/splits/:split": many("members"),
	"/o/:organisation/transfers": many("coming", "going", "ended"),
	"/o/:organisation/members/:member/own-data": many(
		...["memberships", "attendances", "receipts", "posts", "households"],
		...["transfers", "consents", "changes", "devices"],
	),
	"/o/:organisation/duplicates": many("pairs", "joined"),
	"/o/:organisation/applications": many("waiting"),
	"/o/:organisation/activities": many("activities"),
	"/o/:organisation/activities/:activity": many("came", "changes"),
	"/o/:organisation/activities/:activity/attendance": many("roster"),
	"/o/:organisation/meetings": many("meetings"),
	"/o/:organisation/training": many("topics"),
	"/o/:organisation/activities/:activity/hours": many("came"),
	"/o/:organisation/volunteers": many("people"),
	"/o/:organisation/training/people": many("people"),
	"/o/:organisation/training/invitation": many("people"),
	"/o/:organisation/training/topics": many("topics"),
	"/o/:organisation/training/board": many("rows"),
	"/o/:organisation/training/board/people": many("people"),
	"/o/:organisation/activities/:activity/certificates": many("certificates"),
	"/o/:organisation/members/:member/training": many("trainings", "elsewhere"),
	"/o/:organisation/meetings/rules": many("rules"),
	"/o/:organisation/meetings/:meeting": many("roll", "resolutions"),
	"/o/:organisation/meetings/:meeting/roll": many("roll"),
	"/o/:organisation/meetings/:meeting/minutes": many("roll", "resolutions"),
	"/o/:organisation/meetings/:meeting/signing": many("roll", "resolutions"),
	"/o/:organisation/meetings/:meeting/notice": many("roll"),
	"/o/:organisation/meetings/:meeting/minutes/print": many("roll", "resolutions"),
	"/o/:organisation/activities/:activity/sign-in-sheet": many("lines"),
	"/o/:organisation/activities/:activity/holders": many("holders", "near"),
	"/o/:organisation/activities/:activity/photographs": many("photographs"),
	"/o/:organisation/funds/:entry/photographs": many("photographs", "changes"),
	"/o/:organisation/handed-out": many("things"),
	"/o/:organisation/exhibits": many("exhibits", "borrowed"),
	"/o/:organisation/exhibits/:exhibit": many("loans", "near"),
	"/o/:organisation/intakes": many("intakes"),
	"/o/:organisation/intakes/new": many("below"),
	"/o/:organisation/intakes/tree": many("kinds", "standing"),
	"/o/:organisation/intakes/:intake": many("rows"),
	"/o/:organisation/intakes/:intake/undo": many("stay"),
	"/o/:organisation/dues": many("rows"),
	"/o/:organisation/dues/rates": many("rates"),
	"/o/:organisation/dues/arrears": many("people"),
	"/o/:organisation/dues/runs": many("runs"),
	"/o/:organisation/dues/rounds": many("rounds"),
	"/o/:organisation/dues/reminders": many("people"),
	"/o/:organisation/dues/waivers": many("waivers", "members"),
	"/o/:organisation/dues/collections/:collection": many("receipts"),
	"/o/:organisation/dues/collections/:collection/receipts": many("receipts"),
	"/o/:organisation/funds": many("receipts", "vouchers"),
	"/o/:organisation/funds/new": many("activities", "purposes"),
	"/o/:organisation/funds/budget": many("incomes", "uses"),
	"/o/:organisation/funds/purposes": many("purposes"),
	"/o/:organisation/funds/shares": many("going", "coming", "rules"),
	"/o/:organisation/funds/books": ({ checked, from }) => Number(checked) - Number(from),
	"/o/:organisation/funds/settlements": many("settlements"),
	"/o/:organisation/funds/notices": many("notices"),
	"/o/:organisation/funds/book": many("entries"),
	"/o/:organisation/funds/notice": many("receipts", "vouchers"),
	"/o/:organisation/surveys": (facts) => many("waves")(facts) + sizeOf((facts.below as Facts | null)?.units),
	"/o/:organisation/surveys/:wave/remarks": many("texts"),
	"/o/:organisation/surveys/:wave/units": many("rows"),
	"/o/:organisation/surveys/:wave/map": many("nodes"),
	"/o/:organisation/surveys/trends": many("waves"),
	"/o/:organisation/surveys/:wave/reminder": many("rows"),
	"/o/:organisation/surveys/new": (facts) => Number((facts.below as Facts | null)?.units ?? 0),
	"/o/:organisation/questionnaires": many("questionnaires"),
	"/o/:organisation/questionnaires/:questionnaire": many("questions"),
};

/** Pages that may cost more, and why. */
const wholeVillage = {
	rowsRead: 60 + 2 * (members + 1),
	because: "an index would cost a row with every membership written; a village's own range is read instead",
};

const rollOfMembers = {
	rowsRead: 60 + 3 * (members + 5),
	because: "a name on a roll is a membership, a person, and that they came",
};

const allowed: Record<string, Partial<Budget> & { because: string }> = {
	"/o/qq/circulars/new": {
		rowsRead: 60 + 4 * 8,
		because: "of each kind, whether it can stand below is looked up",
	},
	"/o/sy/activities/a1/sign-in-sheet": rollOfMembers,
	"/o/sy/activities/a1/certificates": { ...rollOfMembers, trips: 3 },
	"/o/sy/activities/a1/hours": { ...rollOfMembers, trips: 3 },
	"/o/sy/meetings/g3": { trips: 3, because: "the assembly's term is looked for once the meeting is known" },
	"/o/sy/meetings/g1": { trips: 3, because: "who may vote depends on the kind of meeting" },
	"/o/sy/meetings/g1/roll": { ...rollOfMembers, trips: 3 },
	"/o/sy/training": {
		rowsRead: 60 + 16 * (members + 1),
		because: "one's own coverage is live: each member's posts, attendances and trainings elsewhere are read",
	},
	"/o/sy/training/people": {
		rowsRead: 60 + 16 * (members + 1),
		because: "the names are those that the coverage counts",
	},
	"/o/sy/training/people?topic=tp1&show=reached": {
		rowsRead: 60 + 16 * (members + 1),
		because: "the names are those that the coverage counts",
	},
	"/o/sy/training/invitation": {
		rowsRead: 60 + 16 * (members + 1),
		because: "the names are those that the coverage counts",
	},
	"/o/qq/training/board/people": {
		rowsRead: 60 + 3 * 60,
		because: "a name on a board's list is kept, and its person and place are read",
	},
	"/o/sy/dues/arrears": wholeVillage,
	"/o/sy/dues/rounds": {
		rowsRead: 60 + 2 * (members + 1),
		because: "the cash of the open round is summed over its receipts",
	},
	"/o/sy/funds/book": {
		rowsRead: 60 + 3 * (members + 1),
		because: "a book to print: each entry stands with who paid it",
	},
	"/o/sy/groups": wholeVillage,
	"/o/sy/groups/g1": wholeVillage,
	"/o/sy/network": wholeVillage,
	"/o/sy/network/groups/g1": wholeVillage,
	"/o/sy/members?group=g1": wholeVillage,
	"/o/sy/members?tag=vt1": wholeVillage,
	"/o/sy/tags": wholeVillage,
	"/o/sy/activities/a1/attendance": {
		rowsRead: 60 + 3 * (members + 1),
		because: "a name on a roll is a membership, a person, and that they came",
	},
	"/o/sy/activities/a1/check-in": {
		rowsRead: 60 + 3 * (members + 1),
		trips: 3,
		because:
			"how many of the roll have come stands beside the code, which is made of the deployment's secret",
	},
	"/o/sy/activities/a1/walk-ins": {
		rowsRead: 60 + 3 * (members + 1),
		because: "whoever is named is looked for on the roll",
	},
	"/o/sy/activities/a1/sheet-numbers": {
		rowsRead: 60 + 3 * (members + 1),
		trips: 3,
		because: "numbers stand for people on the roll",
	},
	"/o/sy/duplicates": {
		rowsRead: 60 + 2 * (members + 1),
		because: "whoever looks for pairs holds a whole village against itself",
	},
	"/o/sy/duplicates/m1/s1": { rowsRead: 180, because: "two records with all that stands on each of them" },
	"/o/sy/members/m1/own-data": {
		rowsRead: 150,
		because: "each kind of thing that may be held is looked for",
	},
	"/me/own-data": { rowsRead: 150, because: "each kind of thing that may be held is looked for" },
	"/o/sy/members/m1/erasure": {
		trips: 4,
		rowsRead: 60 + 8 * members,
		because: "an erasure looks for the name through the village's whole books, and is seldom",
	},
	"/o/sy/dues/collections/k2/receipts": {
		rowsRead: 60 + 5 * members,
		because: "papers to print: each receipt looks up its payer, who posted it, its years and its reversal",
	},
	"/o/sy/intakes/i1": {
		rowsRead: 60 + 2 * 100 + 4 * 60,
		because:
			"the rows of two requests are taken apart, and each is asked whom it brought in and whether they are here",
	},
	"/o/sy/intakes/i1/undo": {
		trips: 4,
		because: "it looks what was built on a request's rows, and says whose",
	},
	"/o/jx/members?day=2024-12-31": {
		rowsRead: 60 + 2 * members,
		because: "who has joined since then is passed over, and here that is everybody",
	},
	"/o/jx/tree?day=2024-12-31": {
		rowsRead: 60 + 2 * organisations,
		because: "each organisation is asked what it was then, also where there was none",
	},
	"/o/jx/coverage/year": {
		rowsRead: 60 + 3 * organisations,
		because: "each organisation's life is looked through for what happened in the year",
	},
	"/o/sy/terms/t1/withdrawal": {
		rowsRead: 160,
		because: "everything that could rest on an election is looked for among the posts, meetings and letters",
	},
	"/o/jx/hollow": {
		rowsRead: 60 + 12 * organisations,
		because:
			"each organisation's year is looked at in kept figures, a dozen rows of each and none of its members'",
	},
	"/o/sy/register-only": {
		rowsRead: 60 + 2 * (members + 1),
		because: "who is a name only is decided over the whole village",
	},
	"/o/lf/mergers/new?gone=sy": {
		rowsRead: 120 + 8 * members,
		because:
			"a merger's preview looks for whoever belongs to both, or can't go over, before it names anybody",
	},
	"/o/sy/splits/new?group=g1": {
		rowsRead: 120 + 8 * members,
		because: "who is in a group stands with the members",
	},
	"/o/sy/splits/new": {
		rowsRead: 60 + 2 * members,
		because: "who is in a group stands with the members",
	},
	"/o/sy/dues?show=owing": {
		rowsRead: 60 + 2 * (members + 1),
		because: "who owes is decided over the whole village, whose account book is one page anyway",
	},
};

type Budget = { trips: number; rowsRead: number; rowsWritten: number; bytes: number };

const budgetFor = (address: string, shown: number): Budget => ({
	trips: 2,
	rowsRead: 60 + 2 * shown,
	rowsWritten: 0,
	bytes: 14 * 1024 * Math.max(1, shown / 60),
	...allowed[address],
});

const reads = describedRoutes(app).filter(({ method }) => method === "GET");

function routeOf(address: string): string {
	const path = address.split("?")[0] ?? "";
	return (
		reads.find((route) => new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}$`).test(path))?.path ?? ""
	);
}

const fill = (path: string) =>
	elsewhere[path] ?? path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "?");

async function done(path: string, fields: Record<string, string | string[]>, as: Who | null = "secretary") {
	const answer = await submit(path, fields, { as });
	if (answer.status !== 303) throw new Error(`${answer.status} at ${path}: ${answer.text.slice(0, 500)}`);
	return answer;
}

/** A village in its fourth quarter: 410 members who paid, 60 activities, an open and a closed survey. */
async function populate(): Promise<void> {
	await beginFurnished();
	await furnishTree();
	const people = Array.from({ length: members - 1 }, (_, index) => ({
		...{ id: `x${index}`, name: `王${String.fromCharCode(0x4e00 + index * 7)}`, joined_on: `${year}-01-01` },
		...{ kind: "ordinary", telephone: `139579${String(10_000 + index * 7)}` },
	}));
	for (const one of people) await done("/o/sy/members", one);
	await done("/o/sy/members", { id: "m9", name: "单桂英", joined_on: `${year}-01-01`, kind: "ordinary" });
	await done("/o/sy/members/m9/departure", { id: "d9", day: today, because: "moved" });
	await done("/o/sy/members", { id: "m8", name: "单桂香", joined_on: `${year}-01-01`, kind: "ordinary" });
	await done("/o/sy/members/m8/departure", { id: "d8", day: today, because: "moved" });
	const tick = people.map(({ id }) => `${id}.${year}`);
	await done("/o/sy/dues", { id: "k2", day: today, method: "cash", tick });
	for (let index = 1; index < activities; index++) {
		const told = { kind: "publicity", title: "会员活动日", day: `${year}-01-02`, heads: "46", place: "村口" };
		await done("/o/sy/activities", { ...told, id: `a${index + 1}` });
	}
	const came = people.slice(0, 200).map(({ id }) => id);
	await done("/o/sy/activities/a1/attendance", { id: "t1", came, before: [] });
	await done("/o/sy/surveys", { ...opening, id: "w0", entry: "anyone" });
	await done(
		"/o/qq/surveys",
		{ ...opening, id: "w9", scope: "below", assessors: "30", criteria: "活动 30" },
		"townshipStaff",
	);
	for (let index = 0; index < answers; index++) {
		const remark = `路灯早点修，第${index}盏`;
		await done("/s/w0/sy", { ...contented, id: `b${index}`, remark }, null);
	}
	await done("/o/sy/surveys/w0/closing", { id: "c0", handed_out: "100" });
	await replies(10);
	await env.DB.prepare(
		"insert into link values (?, 'post', null, 'sy', 'chair', '傅国良', 'p3', unixepoch() + 600)",
	)
		.bind(await sha256(token))
		.run();
	await env.DB.prepare(
		"insert into holder (organisation, id, person, post, from_day) values ('sy', 'hx', 'p5', 'staff', '2024-03-01'), ('sy', 'hy', 'x3', 'staff', '2024-03-01')",
	).run();
	await env.DB.prepare("insert into recovery values (?, 'p0')")
		.bind(await sha256(recoveryCode))
		.run();
	const register = people.slice(0, 100).map((_, index) => ({ line: index + 5, as: "later" }));
	await done("/o/sy/intakes/i1/chunks", { number: "1", lines: JSON.stringify(register) });
	// The boards are gathered on the first look; that cost is the night's.
	for (const at of ["sy", "qq", "jx"]) await visit(`/o/${at}/seats`, { as: "districtStaff" });
	for (const at of ["sy", "qq", "jx"]) await visit(`/o/${at}/plans-below`, { as: "districtStaff" });
	await env.DB.prepare("insert into calendar_feed values ('h', 'f1', 'p3', 'sy', '手机', 'zh', ?)")
		.bind(today)
		.run();
	await visit("/o/qq", { as: "townshipStaff" });
	await visit("/o/jx", { as: "districtStaff" });
}

beforeAll(populate, 120_000);

/** What isn't the village's own is read from above. */
function readerOf(path: string): Who | null {
	if (path.startsWith("/s/")) return null;
	return /^\/o\/(?!sy\b)/.test(path) ? "districtStaff" : "secretary";
}

const pages: [string, Who | null][] = [
	...reads
		.filter(({ description }) => description.answers)
		.map(({ path }): [string, Who | null] => [fill(path), readers[path] ?? readerOf(fill(path))])
		// A member's checking in has a test of its own, with its code.
		.filter(([path]) => !path.startsWith("/r/")),
	...also,
];

describe("A page keeps to its budget in a village of 410 members", () => {
	test.each(pages)("%s", async (path, as) => {
		const route = routeOf(path);
		const asked = await visit(path, { as, headers: program });
		expect(asked.status, asked.text.slice(0, 300)).toBe(200);
		const shown = rowsShown[route]?.(JSON.parse(asked.text) as Facts) ?? 0;
		const page = await visit(path, { as });
		const { trips, rowsRead, rowsWritten } = page.cost;
		const cost: Budget = { trips, rowsRead, rowsWritten, bytes: page.bytes };
		const budget = budgetFor(path, shown);
		const over = (Object.keys(cost) as (keyof Budget)[]).filter((name) => cost[name] > budget[name]);
		expect(over.map((name) => `${name} ${cost[name]} > ${budget[name]} (${shown} rows shown)`)).toEqual([]);
	});
});

const person = { name: "张桂英", telephone: "13957901299", kind: "ordinary" };
const village = { organisation: "西坞村计划生育协会", kind: "village", adults: "400", households: "120" };
const act = { day: today, reason: "批复" };
const told = { kind: "publicity", title: "会员活动日", day: today, heads: "46" };
const assembly = { kind: "assembly", title: "会员大会", day: today, time: "", place: "村口", agenda: "收支" };

/** Somebody as a register brought in tells of them. */
const broughtIn = (index: number) => ({
	...{
		line: index + 4,
		as: "new",
		name: `陈${String.fromCharCode(0x4e00 + index * 9)}英`,
		birth_year: 1960 + index,
	},
	...{
		telephone: `1395790${String(2000 + index)}`,
		joined_on: `${year}-01-01`,
		exact: "day",
		kind: "ordinary",
	},
});

type Write = {
	path: string;
	fields: () => Promise<Record<string, string | string[]>>;
	as?: Who | null;
	written: number;
	/** How many round trips it may make where three are not enough, and why. */
	more?: { trips: number; because: string };
};
const fields = (given: Record<string, string | string[]>) => async () => ({ ...given, id: newId() });

/** No survey from above asks an association any more, which stands in the way of its end. */
const unasked = (village: string) =>
	env.DB.prepare(
		"delete from tally where unit = ? and wave in (select id from wave where organisation <> tally.unit)",
	)
		.bind(village)
		.run();

/** What each write may write, as D1 bills it: a row and one more for each index of it. */
const writes: Record<string, Write> = {
	"a key day": {
		path: "/o/jx/key-days",
		as: "owner",
		fields: fields({ zh: "敬老日", en: "Day of the aged", month_day: "10-9", from_year: year }),
		written: 2,
	},
	"a change of a key day": {
		path: "/o/jx/key-days/aids",
		as: "owner",
		fields: fields({ zh: "艾滋病日", en: "AIDS day", month_day: "12-1", from_year: "2027" }),
		written: 2,
	},
	"the beginning of a plan": {
		path: `/o/lf/plans/${year}/start`,
		as: "neighbour",
		fields: fields({ from: "ready" }),
		// Nine items, each with its place in the year.
		written: 22,
	},
	"an item of a plan": {
		path: `/o/lf/plans/${year}/items`,
		as: "neighbour",
		fields: fields({ kind: "visit", title: "走访", day: `${year}-03-05` }),
		written: 2,
	},
	"a change of an item": {
		path: `/o/sy/plans/${Number(year) + 1}/items/pi2`,
		fields: fields({ kind: "visit", title: "走访", month: "4" }),
		written: 4,
	},
	"filing a plan": { path: `/o/sy/plans/${Number(year) + 1}/rounds`, fields: fields({}), written: 2 },
	"withdrawing it": {
		path: `/o/sy/plans/${Number(year) + 1}/rounds/1/withdrawal`,
		fields: fields({}),
		written: 2,
	},
	"taking an item out": {
		path: `/o/sy/plans/${Number(year) + 1}/items/pi2/removal`,
		fields: fields({}),
		written: 3,
	},
	"an answer to a plan, and the board above": {
		path: `/o/sy/plans/${year}/rounds/1/review`,
		as: "townshipStaff",
		fields: fields({ outcome: "approved", note: "", "comment-pi1": "好" }),
		written: 4 + organisations,
		more: { trips: 4, because: "the board above is made anew after the answer" },
	},
	"the day by which plans are due, and the board": {
		path: "/o/qq/plans-below/deadline",
		as: "townshipStaff",
		fields: fields({ year, day: `${year}-01-31` }),
		written: 2 + 2 * organisations,
	},
	"a circular to all": {
		path: "/o/qq/circulars",
		as: "townshipStaff",
		fields: fields({ title: "换届提醒", body: "请看通知。", asks: "reading", question: "", answer_by: "" }),
		written: 2,
	},
	"an answer to a circular": {
		path: "/o/sy/circulars/c1/answer",
		fields: fields({ said: "12" }),
		written: 3,
	},
	"taking a circular back": {
		path: "/o/qq/circulars/c1/withdrawal",
		as: "townshipStaff",
		fields: fields({ reason: "改期了" }),
		written: 1,
	},
	"a calendar link": {
		path: "/o/sy/calendar/feeds",
		fields: async () => ({ label: "手机" }),
		written: 2,
		more: { trips: 4, because: "one may have ten, and reads the list of them again" },
	},
	"the end of a calendar link": {
		path: "/o/sy/calendar/feeds/f1/end",
		fields: async () => ({}),
		written: 2,
	},
	"a standardisation": {
		path: "/o/lf/standardisation",
		as: "townshipStaff",
		fields: fields(act),
		// Two of them are the boards above, which forget it.
		written: 14,
	},
	"its end": { path: "/o/lf/standardisation/end", as: "townshipStaff", fields: fields(act), written: 12 },
	"a link for somebody elected": {
		path: "/o/sy/officers/hy/sign-in-link",
		fields: async () => ({}),
		written: 1,
	},
	"an erasure": {
		path: "/o/sy/members/m8/erasure",
		fields: fields({ name: "单桂香" }),
		written: 2000,
		more: { trips: 6, because: "all it touches is looked for first, and the index forgets after the answer" },
	},
	"registering a member": {
		path: "/o/sy/members",
		fields: fields({ ...person, joined_on: today }),
		written: 9,
	},
	"changing a record": {
		path: "/o/sy/members/m1/edit",
		fields: fields({ ...person, address: "三组" }),
		written: 7,
	},
	"a departure": {
		path: "/o/sy/members/x1/departure",
		fields: fields({ day: today, because: "moved" }),
		written: 5,
	},
	"a return": {
		path: "/o/sy/members/m9/return",
		fields: fields({ day: today, kind: "ordinary" }),
		written: 5,
	},
	"staying after all": {
		path: "/o/sy/members/x3/departure/withdrawal",
		fields: async () => {
			await done("/o/sy/members/x3/departure", {
				...{ id: newId(), day: daysAfter(today, 9), because: "moved" },
			});
			return { id: newId() };
		},
		written: 4,
	},
	"a group": { path: "/o/sy/groups", fields: fields({ group: "第二小组" }), written: 2 },
	"a group's other name": { path: "/o/sy/groups/g1", fields: fields({ group: "河东组" }), written: 2 },
	"ten members into a group": {
		path: "/o/sy/groups/g1/members",
		fields: fields({ members: Array.from({ length: 10 }, (_, index) => `x${index + 20}`), before: [] }),
		written: 1 + 2 * 10,
	},
	"a group's leader": { path: "/o/sy/groups/g1/leader", fields: fields({ leader: "m1" }), written: 4 },
	"a dissolution of a group": {
		path: "/o/sy/groups/g2/dissolution",
		fields: async () => {
			await done("/o/sy/groups", { id: "g2", group: "第九小组" });
			return { id: newId() };
		},
		written: 3,
	},
	"a household": {
		path: "/o/sy/households",
		fields: fields({ household: "方荷花", address: "4 组", contact_name: "", contact: "" }),
		written: 3,
	},
	"a list of two households": {
		path: "/o/sy/households/lines",
		fields: fields({ lines: "应阿毛，4 组\n王樟林" }),
		written: 1 + 2 * 2,
	},
	"a change of a household": {
		path: "/o/sy/households/h1",
		fields: fields({ household: "傅土根", address: "6 组", contact_name: "", contact: "" }),
		written: 4,
	},
	"an end of a household": {
		path: "/o/sy/households/h1/end",
		fields: async () => ({ id: newId() }),
		written: 3,
	},
	"a tag": {
		path: "/o/jx/tags",
		as: "owner",
		fields: fields({ kind: "skill", zh: "书法", en: "Calligraphy" }),
		written: 2,
	},
	"a change of a tag": {
		path: "/o/jx/tags/vt1/edit",
		as: "owner",
		fields: fields({ kind: "skill", zh: "会计", en: "Accounts", ended: "" }),
		written: 2,
	},
	"ten members with a tag": {
		path: "/o/sy/tags/vt1/members",
		fields: fields({ members: Array.from({ length: 10 }, (_, index) => `x${index + 20}`), before: [] }),
		written: 1 + 2 * 10,
	},
	"a further field": {
		path: "/o/jx/fields",
		as: "owner",
		fields: fields({ kind: "day", zh: "培训日", en: "Trained on", choices: "" }),
		written: 2,
	},
	"a change of a further field": {
		path: "/o/jx/fields/ff1/edit",
		as: "owner",
		fields: fields({ zh: "工作单位", en: "Employer", choices: "", ended: "" }),
		written: 2,
	},
	"an offer of a member": {
		path: "/o/sy/members/x2/transfer",
		fields: fields({ to: "lf", day: today, note: "已搬去三组" }),
		written: 4,
	},
	"a transfer at once": {
		path: "/o/sy/members/x3/transfer",
		as: "townshipStaff",
		fields: fields({ to: "lf", day: today }),
		written: 18,
	},
	"receiving a member": {
		path: "/o/sy/transfers/t1",
		fields: async () => ({ outcome: "received" }),
		written: 18,
	},
	"taking an election back": {
		path: "/o/lf/terms/t2/withdrawal",
		as: "neighbour",
		fields: async () => {
			const elected = { "secretary-general-1": "郑丽君", "chair-1": "傅国强", newcomers: "on" };
			await done("/o/lf/terms", { ...elected, id: "t2", day: today }, "neighbour");
			return { reason: "日子记错了", id: newId() };
		},
		// What is kept of it; a post begins again, two go with their place in the index by person; a name and the term go.
		written: 1 + 1 + 2 * 2 + 1 + 1,
		more: { trips: 4, because: "what rests on it is read just before" },
	},
	"a merger": {
		path: "/o/sy/mergers",
		as: "townshipStaff",
		fields: async () => {
			await env.DB.prepare("delete from transfer_waiting").run();
			await unasked("lf");
			return { id: newId(), gone: "lf", day: today, reason: "行政村调整" };
		},
		written: 30,
	},
	"a split": {
		path: "/o/sy/splits",
		as: "townshipStaff",
		fields: fields({ group: "g1", organisation: "新湾村", kind: "village", day: today, reason: "分设" }),
		// Eleven go over, each in as many rows as in a merger.
		written: 20 + 10 * 11,
	},
	"beginning an intake": {
		path: "/o/sy/intakes",
		fields: fields({
			...{ what: "members", file: "名册.csv", digest: "d7", lines: "10", chunks: "1", columns: "{}" },
		}),
		written: 1,
	},
	"ten lines of an intake": {
		path: "/o/sy/intakes/i2/chunks",
		fields: async () => {
			const begun = {
				what: "members",
				file: "名册.csv",
				digest: "d8",
				lines: "10",
				chunks: "1",
				columns: "{}",
			};
			await done("/o/sy/intakes", { id: "i2", ...begun });
			return {
				number: "0",
				lines: JSON.stringify(Array.from({ length: 10 }, (_, index) => broughtIn(index))),
			};
		},
		written: 4 * 10 + 2,
	},
	"the end of an intake": { path: "/o/sy/intakes/i2/finish", fields: fields({ from: "0" }), written: 5 },
	"taking ten lines back": {
		path: "/o/sy/intakes/i2/undo",
		fields: fields({ number: "0" }),
		written: 7 * 10 + 10,
		more: { trips: 7, because: "it looks what was built on them, and ends the intake when it was the last" },
	},
	"ten sums of a statement": {
		path: "/o/sy/intakes/i4/money-chunks",
		fields: async () => {
			const begun = { what: "money", file: "账.csv", digest: "d4", lines: "10", chunks: "1", columns: "{}" };
			await done("/o/sy/intakes", { id: "i4", ...begun });
			const sum = { as: "other", day: today, amount: "5", account: "gift", party: "村民", method: "cash" };
			return {
				number: "0",
				lines: JSON.stringify(Array.from({ length: 10 }, (_, index) => ({ line: index + 2, ...sum }))),
			};
		},
		written: 4 * 10 + 4,
		more: { trips: 4, because: "beginning comes before it" },
	},
	"ten organisations of a list": {
		path: "/o/jx/intakes/i3/tree-chunks",
		as: "districtStaff",
		fields: async () => {
			const begun = {
				what: "organisations",
				file: "d.csv",
				digest: "d9",
				lines: "10",
				chunks: "1",
				columns: "{}",
			};
			await done("/o/jx/intakes", { id: "i3", ...begun }, "districtStaff");
			const lines = Array.from({ length: 10 }, (_, index) => ({
				...{ line: index + 2, as: "new", name: `第${index}村`, kind: "village", adults: 400, households: 90 },
				...{ above: null, parent: "qq" },
			}));
			return { number: "0", lines: JSON.stringify(lines) };
		},
		written: 6 * 10 + 2,
		more: {
			trips: 5,
			because: "beginning comes before it, and it looks where each may stand before it founds them",
		},
	},
	"an activity": { path: "/o/sy/activities", fields: fields(told), written: 4 },
	"a change of an activity": { path: "/o/sy/activities/a3/edit", fields: fields(told), written: 6 },
	"a topic": {
		path: "/o/jx/training/topics",
		as: "owner",
		fields: fields({ zh: "政策", en: "Policy", from_year: year, years: "1", target: "90", whom: ["member"] }),
		written: 3,
	},
	"a requirement": {
		path: "/o/jx/training/topics/tp1",
		as: "owner",
		fields: fields({ from_year: year, years: "2", target: "90", whom: [] }),
		written: 2,
	},
	"what an activity teaches": {
		path: "/o/sy/activities/a1/topics",
		fields: fields({ topic: "tp1", before: "" }),
		written: 2,
	},
	"certificates of training": {
		path: "/o/sy/activities/g2/certificates",
		fields: fields({}),
		// The change; the certificate, found by its code and by its number.
		written: 4,
	},
	"volunteers' hours": {
		path: "/o/sy/activities/g2/hours",
		fields: fields({ volunteer: ["p3"], hours: "2" }),
		written: 3,
		more: { trips: 4, because: "the place is looked up, then the roll, then what was entered before" },
	},
	"a training elsewhere": {
		path: "/o/sy/members/m1/training",
		fields: fields({ topic: "year", day: `${year}-01-06`, evidence: "镇里的签到表" }),
		written: 3,
	},
	"a training elsewhere, taken back": {
		path: "/o/sy/members/m1/training/te1/removal",
		fields: fields({}),
		written: 2,
	},
	"a meeting": {
		path: "/o/sy/meetings",
		fields: async () => ({ ...assembly, id: "g5" }),
		written: 2,
	},
	"a meeting called anew": {
		path: "/o/sy/meetings/g1/edit",
		fields: fields(assembly),
		written: 2,
	},
	"the roll of a meeting": {
		path: "/o/sy/meetings/g1/roll",
		fields: fields({ came: ["p3"], proxy: [], before: [], before_proxy: [] }),
		written: 8,
	},
	"what was said": {
		path: "/o/sy/meetings/g2/minutes",
		fields: fields({ "said-1": "会计念了账", about: "", said: "" }),
		written: 2,
	},
	"a vote": {
		path: "/o/sy/meetings/g2/resolutions",
		fields: fields({
			...{ item: "", text: "同意", share: "" },
			...{ votes_for: "1", votes_against: "0", abstained: "0" },
		}),
		written: 2,
	},
	"a vote taken back": {
		path: "/o/sy/meetings/g2/resolutions/v1/removal",
		fields: fields({}),
		written: 2,
	},
	"a signing": {
		path: "/o/sy/meetings/g2/signing",
		fields: fields({}),
		written: 2,
		more: { trips: 4, because: "what is signed is read whole before its digest is made" },
	},
	"an addition to signed minutes": {
		path: "/o/sy/meetings/g3/additions",
		fields: fields({ text: "还到了一位" }),
		written: 2,
		more: { trips: 4, because: "the signing it is added to is read first" },
	},
	"a calling off": {
		path: "/o/sy/meetings/g5/calling-off",
		fields: fields({ reason: "台风" }),
		written: 2,
	},
	"a rule of meetings": {
		path: "/o/jx/meetings/rules",
		as: "owner",
		fields: fields({ kind: "council", from_day: today, quorum: "half", majority: "half", proxies: "" }),
		written: 2,
	},
	"a withdrawal": {
		path: "/o/sy/activities/a4/withdrawal",
		fields: fields({ reason: "重复了" }),
		written: 4,
		more: { trips: 4, because: "those who hold it too are read first" },
	},
	"a postponement": {
		path: "/o/sy/activities/b1/postponement",
		fields: fields({ day: daysAfter(today, 12), reason: "下雨" }),
		written: 7,
		more: { trips: 4, because: "whose it is, and who holds it too, are read first" },
	},
	"a photograph": {
		path: "/o/sy/activities/a1/photographs",
		fields: fields({ picture: base64(picture()) }),
		written: 2,
	},
	"taking a photograph away": {
		path: "/o/sy/activities/a1/photographs/ph1/removal",
		fields: fields({}),
		written: 2,
	},
	"a photograph of a voucher": {
		path: "/o/sy/funds/e1/photographs",
		fields: fields({ picture: base64(picture()) }),
		written: 2,
	},
	"taking a photograph of a voucher away": {
		path: "/o/sy/funds/e1/photographs/ph1/removal",
		fields: fields({}),
		written: 2,
	},
	"something that may be lent": { path: "/o/sy/exhibits", fields: fields({ name: "投影" }), written: 2 },
	"handing on": {
		path: "/o/sy/exhibits/ex1/loans",
		fields: fields({ holder: "qq", day: today, due: "" }),
		written: 5,
		more: { trips: 4, because: "whether the next holder is one of those around is looked up" },
	},
	"a coming back": { path: "/o/sy/exhibits/ex1/return", fields: fields({ day: today }), written: 3 },
	"half-days": {
		path: "/o/sy/activities/a6/sessions",
		fields: fields({ sessions: "2", first: "morning" }),
		written: 3,
	},
	"asking another to hold it too": {
		path: "/o/sy/activities/a6/holders",
		fields: fields({ holder: "n0" }),
		written: 4,
		more: { trips: 4, because: "whether the asker may act there is looked up" },
	},
	"holding it no more": {
		path: "/o/sy/activities/a6/holders/n0/end",
		fields: fields({}),
		written: 4,
	},
	"an answer to being asked": {
		path: "/o/sy/invitations/lf/lb1",
		fields: fields({ outcome: "accepted" }),
		written: 8,
	},
	"a numbering": { path: "/o/sy/activities/a6/sign-in-sheet", fields: fields({}), written: 2 },
	"numbers of a sheet": {
		path: "/o/sy/activities/a6/sheet-numbers",
		fields: fields({ numbers: "1-10" }),
		written: 4 + 2 * 10,
		more: { trips: 5, because: "the numbers are looked at before they are written" },
	},
	"ten taps that a phone kept": {
		path: "/o/sy/activities/a7/attendance/taps",
		fields: fields({
			taps: JSON.stringify(
				Array.from({ length: 10 }, (_, index) => ({
					...{ id: `t${index}`, person: `x${index + 20}`, came: true, proxy: false, at: 5 },
				})),
			),
		}),
		written: 3 + 2 * 10,
	},
	"a walk-in": {
		path: "/o/sy/activities/a6/walk-ins",
		fields: fields({ people: "2" }),
		written: 1,
	},
	"a check-in": {
		path: "/r/sy/a8/1",
		fields: async () => {
			await env.DB.prepare("update activity set day = ? where id = 'a8'").bind(today).run();
			const screen = await visit("/o/sy/activities/a8/check-in", secretary);
			const code = /data-code[^>]*>(\w+)</.exec(screen.text)?.[1];
			const form = await visit(`/r/sy/a8/1?code=${code}`);
			const pass = /name="pass" value="([^"]+)"/.exec(form.text)?.[1] ?? "";
			return { pass, name: `王${String.fromCharCode(0x4e00)}`, digits: "0000" };
		},
		as: null,
		written: 3,
	},
	"a cancellation": {
		path: "/o/sy/activities/b1/cancellation",
		fields: fields({ reason: "场地没有了" }),
		written: 4,
	},
	"a roll of ten": {
		path: "/o/sy/activities/a5/attendance",
		fields: fields({ came: Array.from({ length: 10 }, (_, index) => `x${index + 20}`), before: [] }),
		written: 3 + 2 * 10,
	},
	"a rate": {
		path: "/o/sy/dues/rates",
		fields: fields({ from_day: `${Number(year) - 2}-01-01`, amount: "8" }),
		written: 6,
	},
	"collecting from ten": {
		path: "/o/sy/dues",
		fields: fields({
			...{ day: today, method: "cash" },
			tick: Array.from({ length: 10 }, (_, index) => `x${index + 20}.${Number(year) + 1}`),
		}),
		written: 3 + 10 * 4,
	},
	// The collection, its book and the year's figures; an entry with its number, its year, what its member has paid.
	"a receipt": {
		path: "/o/sy/dues",
		fields: fields({ day: today, method: "cash", tick: `x40.${Number(year) + 1}` }),
		written: 3 + 4,
	},
	"a receipt for two of a household": {
		path: "/o/sy/dues",
		fields: fields({
			...{ day: today, method: "cash", payer: "x41", received: "" },
			tick: [`x41.${Number(year) + 1}`, `x42.${Number(year) + 1}`],
		}),
		written: 8 + 1,
	},
	"an entry": {
		path: "/o/sy/funds",
		fields: fields({
			...{ direction: "use", day: today, amount: "3", purpose: "茶水", party: "小店" },
			...{ approver: "会长", activity: "a1", method: "cash" },
		}),
		written: 4,
	},
	"a yearly run": { path: "/o/sy/dues/runs", fields: fields({ year }), written: 3 + 2 * (members + 3) },
	"a waiver": {
		path: "/o/sy/dues/waivers",
		fields: fields({
			...{ member: "m1", what: "exempt", from_year: "2021", to_year: "", until: "" },
			...{ reason: "困难", granted_by: "理事会", granted_on: today },
		}),
		written: 3,
	},
	"the end of a waiver": { path: "/o/sy/dues/waivers/w1/end", fields: fields({}), written: 3 },
	"the end of a round": {
		path: "/o/sy/dues/rounds/o1/end",
		fields: fields({ counted: "0", explanation: "别人代点" }),
		written: 1,
	},
	"a round": { path: "/o/sy/dues/rounds", fields: fields({}), written: 2 },
	"a notice in the open": {
		path: "/o/sy/funds/notices",
		fields: fields({ year, until: today, place: "村委会", agreed: "on" }),
		written: 1,
	},
	"an objection": { path: "/n/sy/pn1", as: null, fields: fields({ text: "茶水太贵" }), written: 2 },
	"an answer to an objection": {
		path: "/o/sy/funds/notices/pn1/objections/ob1/reply",
		fields: fields({ text: "参加活动的会员" }),
		written: 1,
	},
	"a notice taken down": { path: "/o/sy/funds/notices/pn1/end", fields: fields({}), written: 1 },
	"a budget": {
		path: "/o/sy/funds/budget",
		fields: fields({ year, grant: "100", office: "20" }),
		written: 3,
	},
	"a share": {
		path: "/o/sy/funds/shares",
		fields: fields({ year, amount: "1", method: "cash" }),
		written: 1,
	},
	"a rule for shares": {
		path: "/o/qq/funds/shares/rules",
		as: "townshipStaff",
		fields: fields({ from_day: today, rate: "20" }),
		written: 2,
	},
	"a share that came": {
		path: "/o/qq/funds/shares/from/sy/sh1",
		as: "townshipStaff",
		fields: fields({ outcome: "received" }),
		// An entry with its book and its kept figures here, and the same there.
		written: 1 + 2 * 6,
	},
	"a share taken back": {
		path: "/o/sy/funds/shares/sh2/taking-back",
		fields: async () => {
			const share = { id: "sh2", year: String(year), amount: "1", method: "cash" };
			await done("/o/sy/funds/shares", share);
			return { id: "nb1" };
		},
		written: 1 + 1,
		more: { trips: 6, because: "passing it up comes before it" },
	},
	"money for a purpose": {
		path: "/o/sy/funds/purposes",
		fields: fields({ name: "敬老节慰问", giver: "青桥镇", uses: ["visit"] }),
		written: 1,
	},
	"a settlement": {
		path: "/o/sy/funds/settlements",
		fields: fields({ period: `${year}-01` }),
		written: 3,
	},
	"a reversal": { path: "/o/sy/funds/e1/reversal", fields: fields({ reason: "重复了" }), written: 6 },
	"a founding below": { path: "/o/qq/below", as: "townshipStaff", fields: fields(village), written: 6 },
	"a change of the association": {
		path: "/o/sy/association/edit",
		fields: fields({ adults: "400", households: "120" }),
		written: 2,
	},
	"a renaming": {
		path: "/o/sy/renaming",
		as: "townshipStaff",
		fields: fields({ ...act, organisation: "上园社区协会", kind: "village" }),
		written: 14,
	},
	"a founding where there was none": {
		path: "/o/nu/founding",
		as: "townshipStaff",
		fields: fields({ ...act, organisation: "南坞村协会" }),
		written: 9,
	},
	"a move of a village of 410": {
		path: "/o/sy/relocation",
		as: "districtStaff",
		fields: fields({ ...act, under: "jx" }),
		written: 424,
	},
	"a move taken back": {
		path: "/o/sy/retraction",
		as: "districtStaff",
		fields: async () => ({
			...{ id: newId(), reason: "弄错了" },
			stage:
				(await env.DB.prepare(
					"select id from stage where organisation = 'sy' and to_day is null",
				).first<string>("id")) ?? "",
		}),
		written: 424,
		more: { trips: 4, because: "whether its way back is within reach is asked before" },
	},
	"a deregistration": {
		path: "/o/ns/deregistration",
		as: "townshipStaff",
		fields: async () => {
			await unasked("ns");
			return { ...act, id: newId(), ends: "on" };
		},
		written: 14,
	},
	"a practice association of twelve": {
		path: "/o/sy/practice",
		fields: fields({ members: "on" }),
		written: 58,
	},
	"a clearing of twelve": {
		path: "/o/pv/clearing",
		as: "districtStaff",
		fields: fields({ members: "on" }),
		written: 110,
	},
	"a new kind": {
		path: "/o/jx/kinds",
		as: "owner",
		fields: fields({ zh: "商圈", en: "business district", above: ["township"] }),
		written: 3,
	},
	"a change of a kind": {
		path: "/o/jx/kinds/village",
		as: "owner",
		fields: fields({ zh: "村", en: "village", above: ["township", "district", "root"], covers: "on" }),
		written: 9,
	},
	"a removal of a kind": {
		path: "/o/jx/kinds/migrants/removal",
		as: "owner",
		fields: fields({}),
		written: 10,
	},
	joining: { path: "/j/sy", as: null, fields: fields({ name: "张金花", consent: "yes" }), written: 2 },
	"approving an application": {
		path: "/o/sy/applications/p1",
		fields: async () => ({ outcome: "approved" }),
		written: 10,
	},
	"joining two people": {
		path: "/o/sy/duplicates/x5/x6/joining",
		fields: fields({
			...{ name: "one", sex: "one", birth_year: "one", telephone: "one" },
			...{ address: "one", note: "one", further: "one" },
		}),
		written: 60,
	},
	"telling apart": { path: "/o/sy/duplicates/x7/x8/distinction", fields: fields({}), written: 2 },
	"a separation": { path: "/o/sy/joinings/j1/separation", fields: fields({}), written: 40 },
	"a consent": {
		path: "/o/sy/members/x9/consent",
		fields: fields({ what: "given", day: today, how: "paper" }),
		written: 2,
	},
	"emptying contact details": {
		path: "/o/sy/members/x9/consent/contact-emptying",
		fields: fields({}),
		written: 2000,
		more: { trips: 4, because: "the index is made to forget for good once the answer has gone out" },
	},
	"a questionnaire begun": {
		path: "/o/sy/questionnaires",
		fields: fields({ zh: "新问卷", from: "village" }),
		written: 11,
	},
	"another title": { path: "/o/sy/questionnaires/qn1/title", fields: fields({ zh: "改了" }), written: 2 },
	"a question added": {
		path: "/o/sy/questionnaires/qn1/questions",
		fields: fields({ shape: "scale", zh: "打几分？" }),
		written: 3,
	},
	"a question rewritten": {
		path: "/o/sy/questionnaires/qn1/questions/remark",
		fields: fields({ shape: "open", zh: "说几句？" }),
		written: 2,
	},
	"a question moved": {
		path: "/o/sy/questionnaires/qn1/questions/use/place",
		fields: fields({ to: "up" }),
		written: 3,
	},
	"a question taken out": {
		path: "/o/sy/questionnaires/qn1/questions/again/removal",
		fields: fields({}),
		written: 2,
	},
	"a version published": {
		path: "/o/sy/questionnaires/qn1/versions",
		fields: async () => {
			const page = await visit("/o/sy/questionnaires/qn1/versions", secretary);
			return { id: newId(), seen: /name="seen" value="(\w+)"/.exec(page.text)?.[1] ?? "" };
		},
		written: 2,
		more: { trips: 4, because: "a copy is told from another body before it is told from another draft" },
	},
	"an assessor's marks": {
		path: "/o/sy/surveys/w9/assessment",
		as: "townshipStaff",
		fields: fields({ c1: "20" }),
		written: 2,
	},
	"opening a wave": { path: "/o/sy/surveys", fields: fields(opening), written: 4 },
	"a tag on texts": {
		path: "/o/sy/surveys/w7/remarks/tags",
		fields: async () => {
			await closeWithTexts();
			return { id: newId(), tag: "路灯", remarks: ["1", "2"] };
		},
		written: 3,
	},
	"a name hidden": {
		path: "/o/sy/surveys/w7/remarks/hidings",
		fields: async () => {
			await closeWithTexts();
			return { id: newId(), name: "王小虎" };
		},
		// The change, the page of texts, the answer.
		written: 3,
		more: { trips: 5, because: "whether it was hidden already is asked before in how many texts it stands" },
	},
	"more slips": { path: "/o/sy/surveys/w1/slips", fields: async () => ({ slips: "300" }), written: 1 },
	"an answer with a slip": {
		path: "/s/w1/sy",
		as: null,
		fields: async () => ({ ...contented, id: newId(), code: await codeAt(50) }),
		written: 3,
	},
	"an answer from paper": {
		path: "/o/sy/surveys/w1/paper",
		fields: async () => ({ ...contented, id: newId(), code: await codeAt(51) }),
		written: 3,
		more: { trips: 4, because: "an officer's session comes before what a respondent's answer needs" },
	},
	"closing a wave": {
		path: "/o/sy/surveys/w1/closing",
		fields: fields({ handed_out: "180" }),
		written: 3,
		more: {
			trips: 4,
			because: "what is sealed is read just before, and again if an answer comes in between",
		},
	},
	"a part of closing a wave": {
		path: "/o/sy/surveys/w1/closing/parts",
		fields: async () => {
			await beginSealing();
			return { part: "0" };
		},
		written: 1,
		more: { trips: 4, because: "which part is the next is asked before what that part counts" },
	},
	"a link for an officer": {
		path: "/o/sy/officers/links",
		fields: async () => ({ name: "傅国良", post: "chair" }),
		written: 1,
	},
	"a general election": {
		path: "/o/sy/terms",
		fields: fields({
			...{ day: today, number: "7", newcomers: "on", "secretary-general-1": "吴美珍" },
			...{ "council-member-1": "张桂英", "council-member-2": "傅国良" },
		}),
		// The term, what is kept of it, somebody new; two posts end, three begin, each in the index by person as well.
		written: 3 + 2 + 3 * 2,
		more: { trips: 4, because: "whether this very election is kept already is asked before it is checked" },
	},
	"rules of seats": {
		path: "/o/jx/seats/rules",
		as: "districtStaff",
		fields: fields({
			...{ kind: "village", from_day: today, years: "3", chair: "1", chair_full: "0", vice_chair: "2" },
			...{ vice_chair_full: "0", secretary_general: "1", secretary_general_full: "0" },
			...{ council_member: "3", council_member_full: "0" },
		}),
		written: 1 + 4 + 1,
	},
	"letters for a holder": {
		path: "/o/sy/letters",
		fields: fields({ kind: "letter", holder: "hx" }),
		// The change; the letter, found by its code and by its number.
		written: 1 + 3,
	},
	"a by-election": {
		path: "/o/sy/by-elections",
		fields: fields({ post: "vice-chair", who: "傅国强", day: today, newcomers: "on" }),
		written: 4,
	},
	"an earlier term": {
		path: "/o/sy/terms/earlier",
		fields: fields({ day: "2015-01-02", number: "5", newcomers: "on", "chair-1": "傅国良" }),
		// The term, what is kept of it, somebody new; a post, in the index by person as well.
		written: 3 + 2,
		more: {
			trips: 4,
			because: "whether the council of those days met is asked once the days are known to be right",
		},
	},
	"correcting a term": { path: "/o/sy/terms/t1/edit", fields: fields({ number: "6" }), written: 2 },
	"a post that ends": {
		path: "/o/sy/officers/hx/departure",
		fields: fields({ day: today, because: "resigned" }),
		written: 2,
		more: { trips: 4, because: "the page that a mistake would show is read along" },
	},
	"ending a post": { path: "/o/sy/officers/hp5/end", fields: async () => ({}), written: 1 },
	"a link for a device": { path: "/me/device-links", fields: async () => ({}), written: 1 },
	"a token": { path: "/me/tokens", fields: async () => ({ label: "年终报表" }), written: 2 },
	"signing out there": { path: "/me/sessions/pp3/end", fields: async () => ({}), written: 2 },
	"using a recovery code": {
		path: "/recover",
		as: null,
		fields: async () => ({ secret: "r".repeat(43), code: recoveryCode }),
		written: 3,
	},
	"recovery codes": { path: "/me/recovery-codes", as: "owner", fields: async () => ({}), written: 10 },
	"signing out": { path: "/sign-out", as: "leader", fields: async () => ({}), written: 2 },
	"using a sign-in link": {
		path: `/enter/${token}`,
		as: null,
		fields: async () => ({ secret: "s".repeat(43) }),
		written: 6,
	},
};

function expectCost({ cost, status, text }: Answer, written: number, trips = 3, least = 0): void {
	expect([200, 303], text.slice(0, 300)).toContain(status);
	expect(cost.rowsWritten, "it writes").toBeGreaterThan(least);
	expect(cost.trips).toBeLessThanOrEqual(trips);
	expect(cost.rowsWritten).toBeLessThanOrEqual(written);
}

describe("A write keeps to its budget there", () => {
	/** Takes lines to look at, and writes nothing. */
	const looks = ["/o/:organisation/intakes/preview", "/o/:organisation/intakes/money/preview"];

	test("A look at a register writes nothing.", async () => {
		const look = await submit("/o/sy/intakes/preview", { lines: JSON.stringify([broughtIn(0)]) }, secretary);
		expect(look.status).toBe(200);
		expect(look.cost.rowsWritten).toBe(0);
		expect(look.cost.trips).toBeLessThanOrEqual(2);
	});

	test("Every write stands in the table.", () => {
		const missing = describedRoutes(app).filter(({ method, path }) => {
			const pattern = new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`);
			return (
				method === "POST" &&
				!looks.includes(path) &&
				!Object.values(writes).some((write) => pattern.test(write.path))
			);
		});
		expect(missing.map(({ path }) => path)).toEqual([]);
	});

	test.each(Object.entries(writes))(
		"%s",
		async (_name, { path, fields: typed, as = "secretary", written, more }) => {
			expectCost(await submit(path, await typed(), { as }), written, more?.trips);
		},
	);

	test("an answer from the poster", async () => {
		await done("/o/sy/surveys", { ...opening, id: "w2", entry: "anyone" });
		expectCost(await submit("/s/w2/sy", { ...contented, id: newId() }), 2);
	});

	test("a second copy of a write writes nothing", async () => {
		const typed = { ...person, id: newId(), joined_on: today };
		await done("/o/sy/members", typed);
		const again = await submit("/o/sy/members", typed, secretary);
		expectCost(again, 0, 3, -1);
	});
});
