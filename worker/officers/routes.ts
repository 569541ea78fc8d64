import { OfficersPage, officersFacts } from "../../web/officers/list";
import { words } from "../../web/officers/words";
import { paths } from "../../web/paths";
import { SecretPage, secretFacts } from "../../web/session/secret";
import { bodyOf, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { face, made, mistaken } from "../http/face";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { mayGive } from "../roles/may";
import { typedOf } from "../values/typed";
import { officerLinkSchema } from "./input";
import * as store from "./store";

const faces = { schema: officersFacts, page: OfficersPage };

/** Who holds which post, and letting others in. */
export const officers = room()
	.get(
		paths.officers(":organisation"),
		may("see"),
		describe({ summary: "Who holds or held a post", answers: officersFacts }),
		async (c) => {
			const { db, place } = c.var;
			const [holders, [member]] = await db.batch([
				store.holdersOf(db, place),
				store.memberNamed(db, place, c.req.query("member") ?? ""),
			]);
			const form = freshForm(member ? { name: member.name, member: member.id } : {});
			return face(c, faces, { holders, form });
		},
	)
	.post(
		paths.officerLinks(":organisation"),
		may("let officers in"),
		describe({
			summary: "A single-use sign-in link for an officer",
			takes: officerLinkSchema,
			answers: secretFacts,
		}),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			// A link opens a device that outlives a token, so a program can't make one.
			if (reader.kind === "program") return problem(c, 404, "not-found");
			const typed = await bodyOf(c, officerLinkSchema);
			const beyond = typed.ok && !mayGive(place.holds, typed.value.post);
			const read = beyond
				? { ok: false as const, mistakes: { post: "beyond-you" }, typed: typedOf(typed.value) }
				: typed;
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, {
					holders: await store.holdersOf(db, place),
					form,
					mistakes: form.mistakes,
				});
			}
			const [member] = await store.memberNamed(db, place, read.value.member);
			if (member?.signsIn) {
				await store.givePost(db, place, { person: member.id, post: read.value.post }, reader.person, today);
				say(c, words[language].given(member.name));
				return made(c, paths.officers(place.id));
			}
			const officer = {
				name: member?.name ?? read.value.name,
				post: read.value.post,
				person: member?.id ?? null,
			};
			const secret = await store.makeOfficerLink(db, place, officer, reader.person);
			const address = new URL(paths.enter(secret), c.req.url).href;
			return face(
				c,
				{ schema: secretFacts, page: SecretPage },
				{ kind: "officer", address, secrets: [], back: paths.officers(place.id) },
			);
		},
	)
	.post(
		paths.officerEnd(":organisation", ":holder"),
		may("let officers in"),
		describe({ summary: "End a post today" }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const ended = await store.endPost(db, place, c.req.param("holder"), today);
			if (!ended) return problem(c, 404, "not-found");
			say(c, words[language].ended);
			return made(c, paths.officers(place.id));
		},
	);
