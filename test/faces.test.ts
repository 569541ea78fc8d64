import { env } from "cloudflare:workers";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import type { Sheet } from "../web/parts/sheet";
import { app } from "../worker/app";
import { type DescribedRoute, describedRoutes } from "../worker/openapi";
import { sha256 } from "../worker/values/id";
import { submit, visit } from "./doors";
import { beginFurnished, furnishTree } from "./furnished";
import { opening, replies, today } from "./surveys/cast";
import { secretOf, type Who } from "./world";

const token = "a-way-in-for-the-new-chair".padEnd(43, "x");

const params: Record<string, string> = {
	organisation: "sy",
	intake: "i1",
	member: "m1",
	other: "s1",
	joining: "j1",
	application: "p1",
	...{ activity: "a1", exhibit: "ex1", photograph: "ph1" },
	entry: "e1",
	mark: "0000000000000000",
	notice: "pn1",
	objection: "ob1",
	collection: "k1",
	transfer: "t1",
	merger: "v1",
	split: "n0",
	wave: "w1",
	questionnaire: "qn1",
	question: "use",
	unit: "sy",
	token,
	holder: "hp5",
	code: "l1",
	term: "t1",
	...{
		group: "g1",
		household: "h1",
		tag: "vt1",
		field: "ff1",
		year: today.slice(0, 4),
		filing: "1",
		circular: "c1",
	},
	...{ meeting: "g2", resolution: "v1", topic: "tp1", training: "te1" },
};

/** Where a page needs another of the furnished things than most do. */
const elsewhere: Record<string, string> = {
	"/o/:organisation/seats/rules": "/o/jx/seats/rules",
	"/o/:organisation/meetings/rules": "/o/jx/meetings/rules",
	"/o/:organisation/training/topics": "/o/jx/training/topics",
	"/o/:organisation/training/topics/:topic": "/o/jx/training/topics/tp1",
	"/o/:organisation/training/board": "/o/jx/training/board",
	"/o/:organisation/training/board/people": "/o/jx/training/board/people",
	"/o/:organisation/meetings/:meeting/edit": "/o/sy/meetings/g1/edit",
	"/o/:organisation/meetings/:meeting/calling-off": "/o/sy/meetings/g1/calling-off",
	"/o/:organisation/members/:member/return": "/o/sy/members/m2/return",
	"/o/:organisation/surveys/:wave/notice": "/o/sy/surveys/w0/notice",
	"/o/:organisation/surveys/:wave/units": "/o/qq/surveys/w9/units",
	"/o/:organisation/surveys/:wave/map": "/o/sy/surveys/w0/map",
	"/o/:organisation/surveys/:wave/reminder": "/o/qq/surveys/w9/reminder",
	"/o/:organisation/surveys/:wave/assessment": "/o/sy/surveys/w9/assessment",
	"/o/:organisation/tags/:tag/edit": "/o/jx/tags/vt1/edit",
	"/o/:organisation/fields/:field/edit": "/o/jx/fields/ff1/edit",
	"/o/:organisation/key-days": "/o/jx/key-days",
	"/o/:organisation/key-days/:keyDay": "/o/jx/key-days/aids",
	"/o/:organisation/circulars/new": "/o/qq/circulars/new",
	"/o/:organisation/circulars/:circular/reminder": "/o/qq/circulars/c1/reminder",
	"/o/:organisation/circulars/:circular/withdrawal": "/o/qq/circulars/c1/withdrawal",
	"/o/:organisation/plans/:year/items/new": `/o/sy/plans/${Number(today.slice(0, 4)) + 1}/items/new`,
	"/o/:organisation/plans/:year/items/:item": `/o/sy/plans/${Number(today.slice(0, 4)) + 1}/items/pi2`,
	"/o/:organisation/plans/:year/items/:item/removal": `/o/sy/plans/${Number(today.slice(0, 4)) + 1}/items/pi2/removal`,
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
	"/o/:organisation/key-days": "districtStaff",
	"/o/:organisation/key-days/:keyDay": "districtStaff",
};

/** Beside its plain address, the same page where it shows other things. */
const also = [
	"/o/qq",
	"/o/jx",
	`/o/sy/calendar?year=${today.slice(0, 4)}`,
	"/o/qq/circulars/c1",
	"/o/qq/plans-below",
	"/o/jx/plans-below?show=progress",
	"/o/jx/plans-below/list?state=filed",
	"/o/jx/plans-below/items?state=missed",
	"/o/qq/tree",
	"/o/jx/tree?day=2024-12-31",
	"/o/jx/coverage?show=covered",
	"/o/jx/hollow",
	"/o/qq/surveys",
	"/o/sy/surveys/w0",
	"/o/sy/surveys/w0/remarks",
	"/o/sy/members/m2",
	"/o/sy/members/m1/transfer?to=lf",
	"/o/sy/mergers/new?gone=lf",
	"/o/sy/splits/new?group=g1",
	"/o/sy/members/m1/transfer?search=%E9%87%8C",
	"/o/sy/members?show=departed",
	"/o/sy/members?search=zgy",
	"/o/sy/funds/e2",
	"/o/sy/meetings/g1",
	"/o/sy/training/people?topic=tp1&show=reached",
	"/o/jx/training/board/people?under=qq",
	"/o/sy/meetings/g3",
	"/o/sy/meetings/g3/minutes/print",
	"/o/sy/dues?show=owing",
];

const fill = (path: string) =>
	elsewhere[path] ?? path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "?");

const reads = describedRoutes(app).filter(({ method }) => method === "GET");
const pages = reads.filter(({ description }) => description.answers);

/** The route that serves an address: the first of the floor plan that fits. */
function routeOf(address: string): DescribedRoute {
	const path = address.split("?")[0] ?? "";
	const found = reads.find((route) => new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}$`).test(path));
	if (!found) throw new Error(`no route at ${path}`);
	return found;
}

/** What isn't the village's own is read from above. */
function readerOf(path: string) {
	return /^\/o\/(?!sy\b)|new\?/.test(path) ? ("districtStaff" as const) : ("secretary" as const);
}

const addresses = [
	...pages.map(({ path }) => ({ path: fill(path), as: readers[path] ?? readerOf(fill(path)) })),
	...also.map((path) => ({ path, as: readerOf(path) })),
];

const marked = { assessors: "30", criteria: "活动 30\n作假 一票否决" };

beforeAll(async () => {
	await beginFurnished();
	await furnishTree();
	const secretary = { as: "secretary" } as const;
	const steps: [string, Record<string, string>][] = [
		[
			"/o/sy/members",
			{ id: "m2", name: "单桂英", joined_on: `${today.slice(0, 4)}-01-01`, kind: "ordinary" },
		],
		["/o/sy/members/m2/departure", { id: "d1", day: today, because: "moved" }],
		["/o/sy/activities/a1/attendance", { id: "t1", came: "m1", before: "" }],
		["/o/sy/funds/e1/reversal", { id: "e2", reason: "重复了" }],
	];
	for (const [path, fields] of steps) expect((await submit(path, fields, secretary)).status, path).toBe(303);
	// The closed wave comes by the same door: answered under its own id, then closed.
	await submit("/o/sy/surveys", { ...opening, id: "w0", entry: "anyone" }, secretary);
	await submit("/o/qq/surveys", { ...opening, id: "w9", scope: "below", ...marked }, { as: "townshipStaff" });
	for (let index = 0; index < 12; index++) {
		const said = { id: `b${index}`, satisfied: index === 0 ? "2" : "5", remark: "路灯早点修" };
		expect((await submit("/s/w0/sy", said)).status).toBe(303);
	}
	await submit("/o/sy/surveys/w0/closing", { id: "c1", handed_out: "40" }, secretary);
	await replies(10);
	await env.DB.prepare(
		"insert into link values (?, 'post', null, 'sy', 'chair', '傅国良', 'p3', unixepoch() + 600)",
	)
		.bind(await sha256(token))
		.run();
});

test("Every read but the way home, a picture and the description itself has facts.", () => {
	const faceless = reads.filter(({ description }) => !description.answers).map(({ path }) => path);
	expect(faceless.sort()).toEqual([
		...["/", "/calendar/:secret/huijia.ics"],
		"/o/:organisation/activities/:activity/photographs/:photograph",
		"/o/:organisation/funds/:entry/photographs/:photograph",
		...["/o/:organisation/plans-below/next", "/openapi.json"],
	]);
});

describe("A page's facts and its HTML stand at one address", () => {
	// A member checks in on a page without a session, which has no other face.
	const faced = addresses.filter(({ path }) => !path.startsWith("/r/"));
	test.each(faced)("$path", async ({ path, as }) => {
		const program = await visit(path, {
			headers: { Accept: "application/json", Authorization: `Bearer ${secretOf(as, "program")}` },
		});
		expect(program.status, program.text.slice(0, 300)).toBe(200);
		expect(program.headers.get("Content-Type")).toMatch(/^application\/json/);
		const body: unknown = JSON.parse(program.text);
		const schema = routeOf(path).description.answers;
		if (!schema) throw new Error(`${path} says nothing of its answer`);
		const known = v.safeParse(schema, body);
		expect(known.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
		expect(known.output, "not a key more than the schema knows").toStrictEqual(body);

		const browser = await visit(path, { as, headers: { Accept: "text/html,*/*;q=0.8" } });
		expect(browser.status).toBe(200);
		expect(browser.headers.get("Content-Type")).toMatch(/^text\/html/);
		expect(browser.text.startsWith("<!doctype html>")).toBe(true);

		for (const { headers } of [program, browser]) {
			const varies = (headers.get("Vary") ?? "").split(/,\s*/);
			expect(varies).toContain("Accept");
			expect(varies).toContain("Cookie");
			expect(headers.get("Cache-Control")).toBe("private, no-store");
		}
	});
});

test("What goes wrong has both faces too.", async () => {
	for (const path of ["/o/lf", "/o/sy/members/nobody", "/nowhere"]) {
		const program = await visit(path, {
			headers: { Accept: "application/json", Authorization: `Bearer ${secretOf("secretary", "program")}` },
		});
		expect([path, program.status]).toEqual([path, 404]);
		expect(program.headers.get("Content-Type")).toBe("application/problem+json");
		expect(JSON.parse(program.text)).toEqual({ type: "about:blank", status: 404, title: "not-found" });
		const browser = await visit(path, { as: "secretary" });
		expect(browser.status).toBe(404);
		expect(browser.headers.get("Content-Type")).toMatch(/^text\/html/);
	}
});

/** Tables that are no list: a result that has its own papers, or one's own keys. */
const noLists: Record<string, string> = {
	"/o/:organisation/dues/rates": "a form with what it set before",
	"/o/:organisation/seats/rules": "a form with what it set before",
	"/o/:organisation/meetings/rules": "a form with what it set before",
	"/o/:organisation/training/topics": "the root's rules, each a way to its form",
	"/o/:organisation/training/topics/:topic": "a form with what it set before",
	"/o/:organisation/kinds": "the rules of the tree, each a way to its form",
	"/o/:organisation/key-days": "the root's rules, each a way to its form",
	"/o/:organisation/key-days/:keyDay": "a form with what it set before",
	"/o/:organisation/plans/:year/rounds/:filing": "what was filed, to be answered item by item",
	"/o/:organisation/funds/notices": "papers, each a page of its own to print",
};

describe("Every list can be taken out as a file", () => {
	const attribute = (page: string, name: string) =>
		[...page.matchAll(new RegExp(`${name}="([^"]*)"`, "g"))].map(([, text]) =>
			(text ?? "").replaceAll("&amp;", "&"),
		);

	test.each(addresses)("$path", async ({ path, as }) => {
		const page = await visit(path, { as });
		const offers = attribute(page.text, "data-files");
		const isList =
			!path.includes("search=") &&
			/<table class="register/.test(page.text) &&
			!(routeOf(path).path in noLists);
		if (isList) expect(offers.length, "offers .csv and .xlsx").toBeGreaterThan(0);
		for (const offer of offers) {
			const csv = offer.replace("format=table", "format=csv");
			expect(attribute(page.text, "href")).toContain(csv);
			const file = await visit(csv, { as });
			expect([csv, file.status]).toEqual([csv, 200]);
			expect(file.headers.get("Content-Disposition")).toMatch(/^attachment; filename\*=UTF-8''.+\.csv$/);
			const part = await visit(offer, { as });
			const { columns, rows, next, name } = JSON.parse(part.text) as Sheet & { name: string };
			expect(next).toBeNull();
			expect(name).toContain(today);
			// One row a line, the head before them; nothing stands in a cell that runs over several here.
			expect(file.text.trimEnd().split("\r\n").length).toBe(rows.length + 1);
			expect(rows.every((row) => row.length === columns.length)).toBe(true);
			expect(columns.every(({ is, wide }) => is && wide > 0)).toBe(true);
			// Nobody else's: who may not see the page gets no file.
			const stranger = path.startsWith("/o/sy") ? "neighbour" : "secretary";
			expect((await visit(csv, { as: stranger })).status).toBe(path.startsWith("/search") ? 200 : 404);
			expect((await visit(csv)).status).toBe(401);
		}
	});
});
