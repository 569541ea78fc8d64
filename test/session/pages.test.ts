import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { newSecret, sha256 } from "../../worker/values/id";
import { facts, send, submit, visit } from "../doors";
import { beginWorld, secretOf } from "../world";

beforeEach(beginWorld);

const founder = {
	name: "吴美珍",
	organisation: "上园村计划生育协会",
	kind: "village",
	adults: "500",
	households: "180",
};

async function link(
	kind: string,
	columns: Record<string, string | null> = {},
	expiresIn = 600,
): Promise<string> {
	const token = newSecret();
	const { person = null, organisation = null, post = null, name = null } = columns;
	const maker = kind === "post" ? "p3" : null;
	await env.DB.prepare("insert into link values (?, ?, ?, ?, ?, ?, ?, unixepoch() + ?)")
		.bind(await sha256(token), kind, person, organisation, post, name, maker, expiresIn)
		.run();
	return `/enter/${token}`;
}

async function sessionOf(answer: { headers: Headers }): Promise<Record<string, string>> {
	const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("session="));
	return { Cookie: cookie?.split(";")[0] ?? "" };
}

test("The first owner's link founds the association once, and closes behind its first use.", async () => {
	await reset();
	await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
	const way = await link("owner");
	expect((await visit(way)).status).toBe(200);
	expect((await visit(way)).text).toContain("第一位主管");
	const secrets = [newSecret(), newSecret(), newSecret()];
	const answers = await Promise.all(secrets.map((secret) => submit(way, { ...founder, secret })));
	expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
	expect(await env.DB.prepare("select count(*) as n from organisation").first("n")).toBe(1);
	const entered = answers.find(({ status }) => status === 303);
	const home = await visit("/", { headers: await sessionOf(entered ?? fail()) });
	expect(home.status).toBe(303);
	expect((await visit(way)).status).toBe(410);
});

function fail(): never {
	throw new Error("nobody came in");
}

test("A second copy of the same click is the same sign-in.", async () => {
	const way = await link("post", { organisation: "sy", post: "chair", name: "傅国良" });
	const secret = newSecret();
	expect((await submit(way, { secret })).status).toBe(303);
	const again = await submit(way, { secret });
	expect(again.status).toBe(303);
	expect((await visit("/o/sy", { headers: await sessionOf(again) })).status).toBe(200);
	expect(await env.DB.prepare("select count(*) as n from holder where post = 'chair'").first("n")).toBe(1);
});

test("An officer's link opens the post it was made for, and no other organisation.", async () => {
	const made = await submit(
		"/o/sy/officers/links",
		{ name: "傅国良", post: "council-member" },
		{ as: "secretary" },
	);
	const address = /http:\/\/huijia\.test(\/enter\/[\w-]+)/.exec(made.text)?.[1] ?? "";
	const entered = await submit(address, { secret: newSecret() });
	const headers = await sessionOf(entered);
	expect((await visit("/o/sy", { headers })).status).toBe(200);
	expect((await visit("/o/lf", { headers })).status).toBe(404);
	expect((await visit("/o/sy/members/new", { headers })).status).toBe(404);
});

test("A post that ends takes its access with it at once.", async () => {
	expect((await visit("/o/sy", { as: "leader" })).status).toBe(200);
	await submit("/o/sy/officers/hp5/end", {}, { as: "secretary" });
	expect((await visit("/o/sy", { as: "leader" })).status).toBe(404);
	expect((await submit("/o/jx/officers/hp0/end", {}, { as: "owner" })).status).toBe(404);
});

test("An expired or made-up link says so, and signs nobody in.", async () => {
	const old = await link("device", { person: "p3" }, -1);
	expect((await visit(old)).status).toBe(410);
	expect((await submit(old, { secret: newSecret() })).status).toBe(410);
	expect((await visit(`/enter/${newSecret()}`)).status).toBe(410);
});

test("Signing out there ends that device at once, and nobody else's can be ended.", async () => {
	const way = await link("device", { person: "p3" });
	const entered = await submit(
		way,
		{ secret: newSecret() },
		{ headers: { "User-Agent": "Mozilla (Linux; Android 13) MicroMessenger/8" } },
	);
	const headers = await sessionOf(entered);
	const me = await facts<{ sessions: { id: string; label: string }[] }>("/me", "secretary");
	const there = me.sessions.find(({ label }) => label === "WeChat 微信");
	expect((await submit(`/me/sessions/${there?.id}/end`, {}, { as: "neighbour" })).status).toBe(404);
	expect((await submit(`/me/sessions/${there?.id}/end`, {}, { as: "secretary" })).status).toBe(303);
	expect((await visit("/o/sy", { headers })).status).toBe(401);
});

test("Only digests of secrets are kept, and none is in an address after the exchange.", async () => {
	const dump = JSON.stringify((await env.DB.prepare("select * from session").all()).results);
	expect(dump).not.toContain(secretOf("secretary"));
	const way = await link("device", { person: "p3" });
	const entered = await submit(way, { secret: newSecret() });
	expect(entered.headers.get("Location")).toBe("/");
});

test("Ten recovery codes: each signs the owner in once, and only an owner can make them.", async () => {
	expect((await submit("/me/recovery-codes", {}, { as: "secretary" })).status).toBe(404);
	const page = await submit("/me/recovery-codes", {}, { as: "owner" });
	const codes = [...page.text.matchAll(/<code>([0-9a-z-]{19})<\/code>/g)].map(([, code]) => code ?? "");
	expect(codes).toHaveLength(10);
	const first = codes[0] ?? "";
	expect((await submit("/recover", { code: first.toUpperCase(), secret: newSecret() })).status).toBe(303);
	expect((await submit("/recover", { code: first, secret: newSecret() })).status).toBe(422);
	expect((await submit("/recover", { code: "0000-0000-0000-0000", secret: newSecret() })).status).toBe(422);
});

test("A token may do what its maker may, reads only if so made, and ends when it is revoked.", async () => {
	const made = await submit("/me/tokens", { label: "年报", reads_only: "on" }, { as: "secretary" });
	const token = /<code>([\w-]{43})<\/code>/.exec(made.text)?.[1] ?? "";
	const ask = (path: string) =>
		visit(path, { headers: { Authorization: `Bearer ${token}`, Accept: "application/json" } });
	expect((await ask("/o/sy/members")).status).toBe(200);
	expect((await ask("/o/sy/members/new")).status).toBe(404);
	expect((await ask("/o/qq/members")).status).toBe(404);
	const reads = { headers: { Authorization: `Bearer ${token}`, Accept: "application/json" } };
	expect((await submit("/o/sy/members", { id: "m1", name: "x" }, reads)).status).toBe(404);
	expect((await submit("/me/sessions/dp3/end", {}, reads)).status).toBe(404);
	const me = await facts<{ sessions: { id: string; label: string }[] }>("/me", "secretary");
	await submit(
		`/me/sessions/${me.sessions.find(({ label }) => label === "年报")?.id}/end`,
		{},
		{ as: "secretary" },
	);
	expect((await ask("/o/sy/members")).status).toBe(401);
	expect((await send("/me/tokens", { label: "more" }, "secretary")).status).toBe(404);
	const officer = { name: "傅国良", post: "council-member" };
	expect((await send("/o/sy/officers/links", officer, "secretary")).status).toBe(404);
});

test("A write from another site is refused, whether it brings a form or JSON.", async () => {
	const form = await submit(
		"/o/sy/members",
		{ id: "m1", name: "x" },
		{ as: "secretary", headers: { Origin: "https://evil.example" } },
	);
	expect(form.status).toBe(403);
	const json = await submit(
		"/o/sy/members",
		{},
		{ as: "secretary", headers: { Origin: "null", "Content-Type": "application/json" } },
	);
	expect(json.status).toBe(403);
});

test("A session in a bearer header, and a token in a cookie, open nothing.", async () => {
	expect(
		(await visit("/o/sy", { headers: { Authorization: `Bearer ${secretOf("secretary")}` } })).status,
	).toBe(401);
	expect(
		(await visit("/o/sy", { headers: { Cookie: `session=${secretOf("secretary", "program")}` } })).status,
	).toBe(401);
});

test("Nobody gives a post that may do more than they may, and no link lets one officer be another.", async () => {
	await env.DB.prepare(
		"insert into holder (organisation, id, person, post, from_day) values ('sy', 'hv', 'p5', 'vice-chair', '2024-03-01')",
	).run();
	const beyond = await submit("/o/sy/officers/links", { name: "傅国良", post: "chair" }, { as: "leader" });
	expect(beyond.status).toBe(422);
	await env.DB.prepare(
		"insert into membership (organisation, person, from_day, kind, sort) values ('sy', 'p3', '2020-01-01', 'ordinary', 'x')",
	).run();
	const given = await submit(
		"/o/sy/officers/links",
		{ name: "吴美珍", member: "p3", post: "council-member" },
		{ as: "leader" },
	);
	expect(given.status).toBe(303);
	expect(await env.DB.prepare("select count(*) as n from link").first("n")).toBe(0);
	expect(await env.DB.prepare("select count(*) as n from holder where person = 'p3'").first("n")).toBe(2);
});

test("Twenty clicks at once on a sign-in link all come in, as one sign-in.", async () => {
	const way = await link("device", { person: "p3" });
	const secret = newSecret();
	const answers = await Promise.all(Array.from({ length: 20 }, () => submit(way, { secret })));
	expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(303));
	expect(
		await env.DB.prepare("select count(*) as n from session where hash = ?")
			.bind(await sha256(secret))
			.first("n"),
	).toBe(1);
});

test("A link is void once the post of whoever made it has ended.", async () => {
	const made = await submit(
		"/o/sy/officers/links",
		{ name: "傅国良", post: "council-member" },
		{ as: "secretary" },
	);
	const address = /http:\/\/huijia\.test(\/enter\/[\w-]+)/.exec(made.text)?.[1] ?? "";
	await submit("/o/sy/officers/hp3/end", {}, { as: "townshipStaff" });
	expect((await submit(address, { secret: newSecret() })).status).toBe(410);
});

test("A link made for a member is void once they serve elsewhere: who made it does not come in with their posts.", async () => {
	await env.DB.prepare("insert into person (id, name, made_from) values ('pm', '傅国良', 'x')").run();
	const way = await link("post", { organisation: "sy", post: "council-member", person: "pm" });
	await env.DB.prepare(
		"insert into holder (organisation, id, person, post, from_day) values ('qq', 'hpm', 'pm', 'staff', '2020-01-01')",
	).run();
	expect((await submit(way, { secret: newSecret() })).status).toBe(410);
	expect(await env.DB.prepare("select count(*) as n from session where person = 'pm'").first("n")).toBe(0);
	await env.DB.prepare("delete from holder where id = 'hpm'").run();
	const again = await link("post", { organisation: "sy", post: "council-member", person: "pm" });
	expect(
		(await visit("/o/sy", { headers: await sessionOf(await submit(again, { secret: newSecret() })) })).status,
	).toBe(200);
});

test("A link made for a member opens no more than its maker could give, whatever they are elected to meanwhile.", async () => {
	await env.DB.batch([
		env.DB.prepare("insert into person (id, name, made_from) values ('pm', '傅国良', 'x')"),
		env.DB.prepare(
			"insert into membership (organisation, person, from_day, kind, sort) values ('sy', 'pm', '2020-01-01', 'ordinary', 'x')",
		),
		env.DB.prepare(
			"insert into holder (organisation, id, person, post, from_day) values ('sy', 'hv', 'p5', 'vice-chair', '2024-03-01')",
		),
	]);
	const linkFor = async () => {
		const made = await submit(
			"/o/sy/officers/links",
			{ name: "傅国良", member: "pm", post: "council-member" },
			{ as: "leader" },
		);
		return /http:\/\/huijia\.test(\/enter\/[\w-]+)/.exec(made.text)?.[1] ?? "";
	};
	const elected = (post: string) =>
		env.DB.prepare(
			"insert or replace into holder (organisation, id, person, post, from_day) values ('sy', 'hpm', 'pm', ?, '2026-01-01')",
		)
			.bind(post)
			.run();
	const kept = await linkFor();
	await elected("chair");
	// The vice-chair could not have made the member chair, and does not become the chair by the link they kept.
	expect((await visit(kept)).status).toBe(410);
	expect((await submit(kept, { secret: newSecret() })).status).toBe(410);
	expect(await env.DB.prepare("select count(*) as n from session where person = 'pm'").first("n")).toBe(0);
	await elected("vice-chair");
	expect((await submit(kept, { secret: newSecret() })).status).toBe(303);
});

test("A quotation mark where an id belongs finds nobody, and breaks nothing.", async () => {
	for (const page of ["own-data", "erasure", "consent"])
		expect((await visit(`/o/sy/members/x%22y/${page}`, { as: "secretary" })).status).toBe(404);
	expect((await visit("/o/sy/duplicates/x%22/y%22", { as: "secretary" })).status).toBe(404);
});
