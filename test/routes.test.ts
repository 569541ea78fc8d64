import { beforeAll, describe, expect, test } from "vitest";
import { paths } from "../web/paths";
import { app } from "../worker/app";
import { describedRoutes, openapi } from "../worker/openapi";
import { submit, visit } from "./doors";
import { beginFurnished } from "./furnished";
import type { Who } from "./world";

const params: Record<string, string> = {
	organisation: "sy",
	member: "m1",
	other: "s1",
	joining: "j1",
	application: "p1",
	activity: "a1",
	intake: "i1",
	holder: "hp5",
	code: "l1",
	term: "t1",
	entry: "e1",
	mark: "0000000000000000",
	notice: "pn1",
	objection: "ob1",
	waiver: "w1",
	round: "o1",
	collection: "k1",
	transfer: "t1",
	merger: "v1",
	split: "n0",
	wave: "w1",
	questionnaire: "qn1",
	question: "use",
	unit: "sy",
	session: "dp3",
	kind: "village",
	group: "g1",
	household: "h1",
	tag: "vt1",
	field: "ff1",
	meeting: "g2",
	topic: "tp1",
	training: "te1",
	resolution: "v1",
	keyDay: "aids",
	token: "nosuchtoken",
};

const roles: (Who | null)[] = [null, "neighbour", "secretary", "townshipStaff", "districtStaff"];

/**
 * What each gets, in the order nobody, another village's secretary, the own secretary, township, district. A POST brings an
 * empty body: 422 means "let in, and told what is missing". The village is 上园村; its staff above see, keep the tree and its
 * registers true, and run nobody's year.
 */
const expected: Record<string, string> = {
	"GET /s/:wave/:unit": "200 200 200 200 200",
	"POST /s/:wave/:unit": "422 422 422 422 422",
	"GET /privacy": "200 200 200 200 200",
	"GET /": "200 303 303 303 303",
	"GET /enter/:token": "410 410 410 410 410",
	"POST /enter/:token": "410 410 410 410 410",
	"GET /recover": "200 200 200 200 200",
	"POST /recover": "422 422 422 422 422",
	"POST /sign-out": "401 303 303 303 303",
	"GET /me": "401 200 200 200 200",
	"POST /me/sessions/:session/end": "401 404 303 404 404",
	"POST /me/device-links": "401 200 200 200 200",
	"POST /me/tokens": "401 422 422 422 422",
	"POST /me/recovery-codes": "401 404 404 404 404",
	"GET /o/:organisation/association": "401 404 200 200 200",
	"GET /o/:organisation/association/edit": "401 404 200 200 200",
	"POST /o/:organisation/association/edit": "401 404 422 422 422",
	"GET /o/:organisation/kinds": "401 404 404 404 404",
	"POST /o/:organisation/kinds": "401 404 404 404 404",
	"GET /o/:organisation/kinds/new": "401 404 404 404 404",
	"GET /o/:organisation/kinds/:kind": "401 404 404 404 404",
	"POST /o/:organisation/kinds/:kind": "401 404 404 404 404",
	"POST /o/:organisation/kinds/:kind/removal": "401 404 404 404 404",
	"GET /o/:organisation/founding": "401 404 404 404 404",
	"POST /o/:organisation/founding": "401 404 404 422 422",
	"GET /o/:organisation/renaming": "401 404 200 200 200",
	"POST /o/:organisation/renaming": "401 404 422 422 422",
	"GET /o/:organisation/standardisation": "401 404 404 200 200",
	"POST /o/:organisation/standardisation": "401 404 404 422 422",
	"GET /o/:organisation/standardisation/end": "401 404 404 404 404",
	"POST /o/:organisation/standardisation/end": "401 404 404 422 422",
	"GET /o/:organisation/history": "401 404 200 200 200",
	"GET /o/:organisation/deregistration": "401 404 404 200 200",
	"POST /o/:organisation/deregistration": "401 404 404 422 422",
	"GET /o/:organisation/retraction": "401 404 404 404 404",
	"POST /o/:organisation/retraction": "401 404 422 422 422",
	"GET /o/:organisation/practice": "401 404 200 200 200",
	"POST /o/:organisation/practice": "401 404 422 422 422",
	"GET /o/:organisation/clearing": "401 404 404 404 404",
	"POST /o/:organisation/clearing": "401 404 404 404 404",
	"GET /o/:organisation/relocation": "401 404 404 200 200",
	"POST /o/:organisation/relocation": "401 404 404 422 422",
	"GET /o/:organisation/below/new": "401 404 200 200 200",
	"POST /o/:organisation/below": "401 404 422 422 422",
	"GET /o/:organisation/tree": "401 404 200 200 200",
	"GET /o/:organisation/coverage": "401 404 200 200 200",
	"GET /o/:organisation/coverage/year": "401 404 200 200 200",
	"GET /o/:organisation/hollow": "401 404 200 200 200",
	"GET /o/:organisation/register-only": "401 404 200 200 200",
	"GET /search": "401 200 200 200 200",
	"GET /o/:organisation/members": "401 404 200 200 200",
	"GET /o/:organisation/members/new": "401 404 200 200 200",
	"POST /o/:organisation/members": "401 404 422 422 422",
	"GET /o/:organisation/members/:member/edit": "401 404 200 200 200",
	"POST /o/:organisation/members/:member/edit": "401 404 422 422 422",
	"GET /o/:organisation/members/:member/departure": "401 404 200 200 200",
	"POST /o/:organisation/members/:member/departure": "401 404 422 422 422",
	"GET /o/:organisation/members/:member/return": "401 404 404 404 404",
	"POST /o/:organisation/members/:member/return": "401 404 422 422 422",
	"POST /o/:organisation/members/:member/departure/withdrawal": "401 404 422 422 422",
	"GET /o/:organisation/members/:member/changes": "401 404 200 200 200",
	"GET /o/:organisation/groups": "401 404 200 200 200",
	"POST /o/:organisation/groups": "401 404 422 422 422",
	"GET /o/:organisation/groups/:group": "401 404 200 200 200",
	"POST /o/:organisation/groups/:group": "401 404 422 422 422",
	"GET /o/:organisation/groups/:group/members": "401 404 200 200 200",
	"POST /o/:organisation/groups/:group/members": "401 404 422 422 422",
	"POST /o/:organisation/groups/:group/leader": "401 404 422 422 422",
	"POST /o/:organisation/groups/:group/dissolution": "401 404 422 422 422",
	"GET /o/:organisation/households": "401 404 200 200 200",
	"GET /o/:organisation/households/new": "401 404 200 200 200",
	"POST /o/:organisation/households": "401 404 422 422 422",
	"GET /o/:organisation/households/lines": "401 404 200 200 200",
	"POST /o/:organisation/households/lines": "401 404 422 422 422",
	"GET /o/:organisation/households/:household": "401 404 200 200 200",
	"POST /o/:organisation/households/:household": "401 404 422 422 422",
	"POST /o/:organisation/households/:household/end": "401 404 422 422 422",
	"GET /o/:organisation/network": "401 404 200 200 200",
	"GET /o/:organisation/network/groups/:group": "401 404 200 200 200",
	"GET /o/:organisation/network/members/:member": "401 404 200 200 200",
	// Tags and further fields are defined at the root alone, whatever somebody may do below it.
	"GET /o/:organisation/tags": "401 404 200 200 200",
	"POST /o/:organisation/tags": "401 404 404 404 404",
	"GET /o/:organisation/tags/:tag/edit": "401 404 404 404 404",
	"POST /o/:organisation/tags/:tag/edit": "401 404 404 404 404",
	"GET /o/:organisation/tags/:tag/members": "401 404 200 200 200",
	"POST /o/:organisation/tags/:tag/members": "401 404 422 422 422",
	"GET /o/:organisation/fields": "401 404 200 200 200",
	"POST /o/:organisation/fields": "401 404 404 404 404",
	"GET /o/:organisation/fields/:field/edit": "401 404 404 404 404",
	"POST /o/:organisation/fields/:field/edit": "401 404 404 404 404",
	// So are key days.
	"GET /o/:organisation/key-days": "401 404 404 404 404",
	"POST /o/:organisation/key-days": "401 404 404 404 404",
	"GET /o/:organisation/key-days/:keyDay": "401 404 404 404 404",
	"POST /o/:organisation/key-days/:keyDay": "401 404 404 404 404",
	"GET /o/:organisation/members/:member/transfer": "401 404 200 200 200",
	"POST /o/:organisation/members/:member/transfer": "401 404 422 422 422",
	"GET /o/:organisation/transfers": "401 404 200 200 200",
	"GET /o/:organisation/transfers/:transfer": "401 404 200 200 200",
	"POST /o/:organisation/transfers/:transfer": "401 404 422 422 422",
	"GET /o/:organisation/mergers/new": "401 404 404 200 200",
	"POST /o/:organisation/mergers": "401 404 404 422 422",
	"GET /o/:organisation/mergers/:merger": "401 404 200 200 200",
	"GET /o/:organisation/splits/new": "401 404 404 200 200",
	"POST /o/:organisation/splits": "401 404 404 422 422",
	"GET /o/:organisation/splits/:split": "401 404 200 200 200",
	"GET /j/:organisation": "200 200 200 200 200",
	"POST /j/:organisation": "422 422 422 422 422",
	"GET /j/:organisation/received": "200 200 200 200 200",
	"GET /o/:organisation/join-poster": "401 404 200 200 200",
	"GET /o/:organisation/applications": "401 404 200 404 404",
	"GET /o/:organisation/applications/:application": "401 404 200 404 404",
	"POST /o/:organisation/applications/:application": "401 404 422 404 404",
	"GET /o/:organisation/officers": "401 404 200 200 200",
	"POST /o/:organisation/officers/links": "401 404 422 422 422",
	"POST /o/:organisation/officers/:holder/end": "401 404 303 303 303",
	"GET /o/:organisation/officers/:holder": "401 404 200 200 200",
	"POST /o/:organisation/officers/:holder/departure": "401 404 422 422 422",
	// The group leader has a device already: nobody gets a link to be them.
	"POST /o/:organisation/officers/:holder/sign-in-link": "401 404 404 404 404",
	"GET /o/:organisation/seats": "401 404 200 200 200",
	"GET /o/:organisation/seats/list": "401 404 200 200 200",
	"GET /o/:organisation/seats/people": "401 404 200 200 200",
	// The rules are the root's.
	"GET /o/:organisation/seats/rules": "401 404 404 404 404",
	"POST /o/:organisation/seats/rules": "401 404 404 404 404",
	"GET /c/:code": "200 200 200 200 200",
	"GET /o/:organisation/letters": "401 404 200 200 200",
	"POST /o/:organisation/letters": "401 404 422 422 422",
	"GET /o/:organisation/letters/print": "401 404 200 200 200",
	"GET /o/:organisation/by-elections/new": "401 404 200 200 200",
	"POST /o/:organisation/by-elections": "401 404 422 422 422",
	"GET /o/:organisation/terms": "401 404 200 200 200",
	"GET /o/:organisation/terms/new": "401 404 200 200 200",
	"POST /o/:organisation/terms": "401 404 422 422 422",
	"GET /o/:organisation/terms/:term": "401 404 200 200 200",
	"GET /o/:organisation/terms/:term/edit": "401 404 200 200 200",
	"POST /o/:organisation/terms/:term/edit": "401 404 422 422 422",
	"GET /o/:organisation/activities": "401 404 200 200 200",
	"GET /o/:organisation/activities/new": "401 404 200 404 404",
	"POST /o/:organisation/activities": "401 404 422 404 404",
	"GET /o/:organisation/activities/:activity": "401 404 200 200 200",
	"GET /o/:organisation/activities/:activity/edit": "401 404 200 404 404",
	"POST /o/:organisation/activities/:activity/edit": "401 404 422 404 404",
	"GET /o/:organisation/activities/:activity/withdrawal": "401 404 200 404 404",
	"POST /o/:organisation/activities/:activity/withdrawal": "401 404 422 404 404",
	"GET /o/:organisation/activities/:activity/attendance": "401 404 200 404 404",
	"POST /o/:organisation/activities/:activity/attendance": "401 404 422 404 404",
	"GET /o/:organisation/activities/:activity/sign-in-sheet": "401 404 200 200 200",
	"GET /o/:organisation/activities/:activity/hours": "401 404 200 404 404",
	"POST /o/:organisation/activities/:activity/hours": "401 404 422 404 404",
	"GET /o/:organisation/volunteers": "401 404 200 200 200",
	"GET /o/:organisation/training": "401 404 200 200 200",
	"GET /o/:organisation/training/people": "401 404 200 200 200",
	"GET /o/:organisation/training/invitation": "401 404 200 200 200",
	"GET /o/:organisation/training/board": "401 404 200 200 200",
	"GET /o/:organisation/training/board/people": "401 404 200 200 200",
	"GET /o/:organisation/training/topics": "401 404 404 404 404",
	"POST /o/:organisation/training/topics": "401 404 404 404 404",
	"GET /o/:organisation/training/topics/:topic": "401 404 404 404 404",
	"POST /o/:organisation/training/topics/:topic": "401 404 404 404 404",
	"GET /o/:organisation/activities/:activity/topics": "401 404 200 404 404",
	"POST /o/:organisation/activities/:activity/topics": "401 404 422 404 404",
	"GET /o/:organisation/activities/:activity/certificates": "401 404 200 200 200",
	"GET /o/:organisation/members/:member/training": "401 404 200 200 200",
	"POST /o/:organisation/members/:member/training": "401 404 422 404 404",
	"POST /o/:organisation/members/:member/training/:training/removal": "401 404 422 404 404",
	"GET /o/:organisation/meetings/rules": "401 404 404 404 404",
	"POST /o/:organisation/meetings/rules": "401 404 404 404 404",
	"GET /o/:organisation/meetings": "401 404 200 200 200",
	"POST /o/:organisation/meetings": "401 404 422 404 404",
	"GET /o/:organisation/meetings/new": "401 404 200 404 404",
	"GET /o/:organisation/meetings/:meeting": "401 404 200 200 200",
	"GET /o/:organisation/meetings/:meeting/notice": "401 404 200 200 200",
	"GET /o/:organisation/meetings/:meeting/edit": "401 404 404 404 404",
	"POST /o/:organisation/meetings/:meeting/edit": "401 404 422 404 404",
	"GET /o/:organisation/meetings/:meeting/calling-off": "401 404 404 404 404",
	"POST /o/:organisation/meetings/:meeting/calling-off": "401 404 422 404 404",
	"GET /o/:organisation/meetings/:meeting/roll": "401 404 200 404 404",
	"POST /o/:organisation/meetings/:meeting/roll": "401 404 422 404 404",
	"GET /o/:organisation/meetings/:meeting/minutes": "401 404 200 404 404",
	"POST /o/:organisation/meetings/:meeting/minutes": "401 404 422 404 404",
	"POST /o/:organisation/meetings/:meeting/resolutions": "401 404 422 404 404",
	"POST /o/:organisation/meetings/:meeting/resolutions/:resolution/removal": "401 404 422 404 404",
	"GET /o/:organisation/meetings/:meeting/signing": "401 404 200 404 404",
	"POST /o/:organisation/meetings/:meeting/signing": "401 404 422 404 404",
	"GET /o/:organisation/meetings/:meeting/minutes/print": "401 404 200 200 200",
	"POST /o/:organisation/meetings/:meeting/additions": "401 404 422 404 404",
	"GET /o/:organisation/intakes": "401 404 200 200 200",
	"POST /o/:organisation/intakes": "401 404 422 422 422",
	"GET /o/:organisation/intakes/new": "401 404 200 200 200",
	"POST /o/:organisation/intakes/preview": "401 404 422 422 422",
	"GET /o/:organisation/intakes/tree": "401 404 200 200 200",
	"GET /o/:organisation/intakes/:intake": "401 404 200 200 200",
	"POST /o/:organisation/intakes/:intake/chunks": "401 404 422 422 422",
	"POST /o/:organisation/intakes/:intake/tree-chunks": "401 404 422 422 422",
	"POST /o/:organisation/intakes/:intake/finish": "401 404 422 422 422",
	"GET /o/:organisation/intakes/:intake/undo": "401 404 200 200 200",
	"POST /o/:organisation/intakes/:intake/undo": "401 404 422 422 422",
	"GET /o/:organisation/funds": "401 404 200 200 200",
	"GET /o/:organisation/funds/new": "401 404 200 404 404",
	"POST /o/:organisation/funds": "401 404 422 404 404",
	"GET /o/:organisation/funds/notice": "401 404 200 200 200",
	"GET /o/:organisation/funds/notices": "401 404 200 200 200",
	"POST /o/:organisation/funds/notices": "401 404 422 422 422",
	"POST /o/:organisation/funds/notices/:notice/end": "401 404 422 422 422",
	"POST /o/:organisation/funds/notices/:notice/objections/:objection/reply": "401 404 422 404 404",
	"GET /n/:organisation": "303 303 303 303 303",
	"GET /n/:organisation/:notice": "200 200 200 200 200",
	"POST /n/:organisation/:notice": "422 422 422 422 422",
	"GET /o/:organisation/funds/books": "401 404 200 200 200",
	"GET /o/:organisation/funds/settlements": "401 404 200 200 200",
	"POST /o/:organisation/funds/settlements": "401 404 422 404 404",
	"GET /r/:organisation/:entry/:mark": "200 200 200 200 200",
	"GET /o/:organisation/funds/:entry": "401 404 200 200 200",
	"POST /o/:organisation/funds/:entry/reversal": "401 404 422 404 404",
	"GET /o/:organisation/dues": "401 404 200 200 200",
	"POST /o/:organisation/dues": "401 404 422 404 404",
	"GET /o/:organisation/dues/collections/:collection": "401 404 200 200 200",
	"GET /o/:organisation/dues/collections/:collection/receipts": "401 404 200 200 200",
	"GET /o/:organisation/dues/arrears": "401 404 200 200 200",
	"GET /o/:organisation/dues/rounds": "401 404 200 200 200",
	"POST /o/:organisation/dues/rounds": "401 404 422 404 404",
	"POST /o/:organisation/dues/rounds/:round/end": "401 404 422 404 404",
	"GET /o/:organisation/dues/reminders": "401 404 200 404 404",
	"GET /o/:organisation/dues/runs": "401 404 200 200 200",
	"POST /o/:organisation/dues/runs": "401 404 422 404 404",
	"GET /o/:organisation/dues/waivers": "401 404 200 200 200",
	"POST /o/:organisation/dues/waivers": "401 404 422 404 404",
	"POST /o/:organisation/dues/waivers/:waiver/end": "401 404 422 404 404",
	"GET /o/:organisation/dues/rates": "401 404 200 200 200",
	"POST /o/:organisation/dues/rates": "401 404 422 404 404",
	"GET /o/:organisation/questionnaires": "401 404 200 200 200",
	"GET /o/:organisation/questionnaires/new": "401 404 200 404 404",
	"POST /o/:organisation/questionnaires": "401 404 422 404 404",
	"GET /o/:organisation/questionnaires/:questionnaire": "401 404 200 404 404",
	"GET /o/:organisation/questionnaires/:questionnaire/title": "401 404 200 404 404",
	"POST /o/:organisation/questionnaires/:questionnaire/title": "401 404 422 404 404",
	"GET /o/:organisation/questionnaires/:questionnaire/questions/new": "401 404 200 404 404",
	"POST /o/:organisation/questionnaires/:questionnaire/questions": "401 404 422 404 404",
	"GET /o/:organisation/questionnaires/:questionnaire/questions/:question": "401 404 200 404 404",
	"POST /o/:organisation/questionnaires/:questionnaire/questions/:question": "401 404 422 404 404",
	"POST /o/:organisation/questionnaires/:questionnaire/questions/:question/place": "401 404 422 404 404",
	"POST /o/:organisation/questionnaires/:questionnaire/questions/:question/removal": "401 404 422 404 404",
	"GET /o/:organisation/questionnaires/:questionnaire/versions": "401 404 200 404 404",
	"POST /o/:organisation/questionnaires/:questionnaire/versions": "401 404 422 404 404",
	"GET /o/:organisation/questionnaires/:questionnaire/preview": "401 404 200 200 200",
	"GET /o/:organisation/surveys": "401 404 200 200 200",
	"GET /o/:organisation/surveys/new": "401 404 200 404 404",
	"POST /o/:organisation/surveys": "401 404 422 404 404",
	"GET /o/:organisation/surveys/:wave": "401 404 200 200 200",
	"GET /o/:organisation/surveys/:wave/poster": "401 404 200 200 200",
	"GET /o/:organisation/surveys/:wave/slips": "401 404 200 404 404",
	"POST /o/:organisation/surveys/:wave/slips": "401 404 422 404 404",
	"GET /o/:organisation/surveys/:wave/assessment": "401 404 404 404 404",
	"POST /o/:organisation/surveys/:wave/assessment": "401 404 404 404 404",
	"GET /o/:organisation/surveys/:wave/units": "401 404 404 404 404",
	"GET /o/:organisation/surveys/:wave/reminder": "401 404 404 404 404",
	"GET /o/:organisation/surveys/:wave/closing": "401 404 200 404 404",
	"POST /o/:organisation/surveys/:wave/closing": "401 404 422 404 404",
	"GET /o/:organisation/surveys/:wave/notice": "401 404 404 404 404",
	"GET /o/:organisation/surveys/:wave/remarks": "401 404 200 200 200",
	"GET /o/:organisation/surveys/:wave/paper-copy": "401 404 200 200 200",
	"GET /o/:organisation/surveys/:wave/paper": "401 404 200 404 404",
	"POST /o/:organisation/surveys/:wave/paper": "401 404 422 404 404",
	"GET /o/:organisation/duplicates": "401 404 200 200 200",
	"GET /o/:organisation/duplicates/:member/:other": "401 404 200 200 200",
	"POST /o/:organisation/duplicates/:member/:other/joining": "401 404 422 422 422",
	"POST /o/:organisation/duplicates/:member/:other/distinction": "401 404 422 422 422",
	"GET /o/:organisation/joinings/:joining": "401 404 200 200 200",
	"POST /o/:organisation/joinings/:joining/separation": "401 404 422 422 422",
	"GET /o/:organisation/members/:member/consent": "401 404 200 200 200",
	"POST /o/:organisation/members/:member/consent": "401 404 422 422 422",
	"POST /o/:organisation/members/:member/consent/contact-emptying": "401 404 422 422 422",
	"GET /o/:organisation/members/:member/erasure": "401 404 200 200 200",
	"POST /o/:organisation/members/:member/erasure": "401 404 422 422 422",
	"GET /o/:organisation/members/:member/own-data": "401 404 200 200 200",
	"GET /me/own-data": "401 200 200 200 200",
	"GET /o/:organisation/books/members": "401 404 200 200 200",
	"GET /o/:organisation/books/officers": "401 404 200 200 200",
	"GET /o/:organisation/books/activities": "401 404 200 200 200",
	"GET /o/:organisation": "401 404 200 200 200",
	"GET /o/:organisation/members/:member": "401 404 200 200 200",
	"GET /openapi.json": "200 200 200 200 200",
};

const fill = (path: string) => path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "?");

/** Writes that need no body change the world, so each reader gets a fresh one. */
const bodyless = ["sign-out", "end", "device-links", "sign-in-link", "recovery-codes"];
const lastOf = (path: string) => (path.endsWith("standardisation/end") ? "" : (path.split("/").at(-1) ?? ""));

async function freshWorld(): Promise<void> {
	await beginFurnished();
}

describe("Each route gives each reader what it should", () => {
	beforeAll(freshWorld);
	for (const { method, path } of describedRoutes(app)) {
		test(`${method} ${path}`, async () => {
			const got: number[] = [];
			for (const as of roles) {
				if (bodyless.includes(lastOf(path))) await freshWorld();
				const answer =
					method === "GET" ? await visit(fill(path), { as }) : await submit(fill(path), {}, { as });
				got.push(answer.status);
			}
			if (bodyless.includes(lastOf(path))) await freshWorld();
			expect(got.join(" ")).toBe(expected[`${method} ${path}`]);
		});
	}
});

test("No route is missing from the description, and none in it is made up.", () => {
	const served = app.routes
		.filter(({ method }) => method !== "ALL")
		.map(({ method, path }) => `${method} ${path}`);
	const document = openapi(app, "test") as { paths: Record<string, Record<string, { summary: string }>> };
	const told = Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
	);
	expect([...new Set(served)].sort()).toEqual(told.sort());
	expect(Object.keys(expected).sort()).toEqual(told.sort());
});

test("Every route stands in web/paths.ts, and every path there is served.", () => {
	const statics = [paths.received(), paths.receivedInEnglish()];
	const written = Object.values(paths).map((path) =>
		(path as (...names: string[]) => string)("0", "1", "0").replace(/\/[01](?=\/|$)/g, "/:"),
	);
	const served = app.routes
		.filter(({ method }) => method !== "ALL")
		.map(({ path }) => path.replace(/:\w+/g, ":"));
	expect(new Set(served).difference(new Set(written))).toEqual(new Set());
	expect(new Set(written).difference(new Set([...served, ...statics]))).toEqual(new Set());
});

test("Every read says what it answers with, and every write that takes a body what it takes.", () => {
	for (const { method, path, description } of describedRoutes(app)) {
		const last = lastOf(path);
		if (method === "POST" && !bodyless.includes(last)) expect(description.takes, path).toBeDefined();
		if (method === "GET" && !["", "openapi.json"].includes(last))
			expect(description.answers, path).toBeDefined();
	}
});
