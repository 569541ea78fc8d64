import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { type Hold, mayGive, type Post, posts } from "../../worker/roles/may";
import { submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

beforeEach(beginWorld);

/** Who leads the group in Shangyuan holds this post instead, here. */
const serveAs = (post: Post, at: string) =>
	env.DB.prepare("update holder set post = ?, organisation = ? where id = 'hp5'").bind(post, at).run();
const chairOf = (at: string) => serveAs("chair", at);
const asChair = { as: "leader" } as const;

const elect = (at: string, seats: Record<string, string>) =>
	submit(
		`/o/${at}/terms`,
		{ id: "t1", day: today, number: "6", "chair-1": "方志明", newcomers: "on", ...seats },
		asChair,
	);
const beyond = "这个职务的权限比您自己的大";
const holdersAt = (at: string) =>
	env.DB.prepare("select count(*) as n from holder where organisation = ? and to_day is null")
		.bind(at)
		.first<number>("n");

describe("Nobody gives more than they may do themselves, below included", () => {
	test("A township's chair, who only looks at what lies below, elects nobody who keeps its registers; those of the township who only look as well, they do.", async () => {
		await chairOf("qq");
		const refused = await elect("qq", { "secretary-general-1": "傅国良" });
		expect(refused.status).toBe(422);
		expect(refused.text).toContain(beyond);
		expect(await holdersAt("qq")).toBe(2);
		const elected = await elect("qq", { "vice-chair-1": "傅国良", "council-member-1": "周秀兰" });
		expect(elected.status, elected.text).toBe(303);
		expect(await holdersAt("qq")).toBe(4);
	});

	test("Nor by a by-election, nor by a link.", async () => {
		await chairOf("qq");
		const fields = { id: "b1", post: "secretary-general", who: "傅国良", day: today, newcomers: "on" };
		const byElection = await submit("/o/qq/by-elections", fields, asChair);
		expect(byElection.status).toBe(422);
		expect(byElection.text).toContain(beyond);
		for (const post of ["secretary-general", "staff"])
			expect((await submit("/o/qq/officers/links", { name: "傅国良", post }, asChair)).status).toBe(422);
		expect(
			(await submit("/o/qq/officers/links", { name: "傅国良", post: "vice-chair" }, asChair)).status,
		).toBe(200);
		// The district's staff keep all registers below, and may give what they have.
		expect(
			(await submit("/o/qq/officers/links", { name: "单美凤", post: "staff" }, { as: "districtStaff" }))
				.status,
		).toBe(200);
	});

	test("Whoever holds the post today may be elected into it again: that gives nothing.", async () => {
		await chairOf("qq");
		await env.DB.prepare(
			"insert into holder (organisation, id, person, post, from_day) values ('qq', 'hs', 'p4', 'secretary-general', '2024-03-01')",
		).run();
		const elected = await elect("qq", { "secretary-general-1": "郑丽君" });
		expect(elected.status, elected.text).toBe(303);
	});

	test("In a village nothing lies below: its chair records the whole election, also beside a practice village.", async () => {
		await chairOf("sy");
		await env.DB.prepare(
			"insert into organisation (id, parent, path, kind, name, practice, made_from) values ('pr', 'sy', 'jx/qq/sy/pr/', 'village', '练习村', 1, 'x')",
		).run();
		const elected = await elect("sy", { "secretary-general-1": "吴美珍", "vice-chair-1": "傅国良" });
		expect(elected.status, elected.text).toBe(303);
	});

	test("Whoever holds a post no more has a page as before, and gets no link.", async () => {
		await env.DB.prepare("update holder set to_day = '2025-01-01' where id = 'hp5'").run();
		const page = await visit("/o/sy/officers/hp5", { as: "secretary" });
		expect(page.status).toBe(200);
		expect(page.text).not.toContain("sign-in-link");
		expect((await submit("/o/sy/officers/hp5/sign-in-link", {}, { as: "secretary" })).status).toBe(404);
	});

	test("Whoever elected another to more can't be them by a link: a township's chair makes none for its secretary-general.", async () => {
		await chairOf("qq");
		await env.DB.batch([
			env.DB.prepare("insert into person (id, name, made_from) values ('pm', '傅国良', 'x')"),
			env.DB.prepare(
				"insert into holder (organisation, id, person, post, from_day) values ('qq', 'hpm', 'pm', 'secretary-general', '2024-03-01')",
			),
		]);
		expect((await visit("/o/qq/officers/hpm", asChair)).text).toContain("链接请上级来做");
		expect((await submit("/o/qq/officers/hpm/sign-in-link", {}, asChair)).status).toBe(404);
		expect((await submit("/o/qq/officers/hpm/sign-in-link", {}, { as: "districtStaff" })).status).toBe(200);
	});
});

test("Whoever is given a post, by whomever, can give nobody what the giver could not.", () => {
	const given = (holds: readonly Hold[], leads: boolean) =>
		posts.filter((post) => mayGive(holds, post, leads));
	for (const leads of [true, false])
		for (const post of posts) {
			const first = given([{ post, at: "own" }], leads);
			for (const next of first)
				expect(first, `${post} gives ${next}`).toEqual(
					expect.arrayContaining(given([{ post: next, at: "own" }], leads)),
				);
		}
	expect(given([{ post: "chair", at: "own" }], true)).toEqual([
		"chair",
		"vice-chair",
		"council-member",
		"group-leader",
	]);
	expect(given([{ post: "chair", at: "own" }], false)).toContain("secretary-general");
	expect(given([{ post: "staff", at: "below" }], true)).not.toContain("owner");
});
