import type * as v from "valibot";
import { OfficersPage, officersFacts } from "../../web/officers/list";
import { words } from "../../web/officers/words";
import { sheetOfLines } from "../../web/parts/sheet";
import { paths } from "../../web/paths";
import { SecretPage, secretFacts } from "../../web/session/secret";
import { bodyOf, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { face, made, mistaken } from "../http/face";
import { file, formatOf } from "../http/file";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { leadsOthers } from "../organisations/store";
import { mayGive } from "../roles/may";
import { type Day, isDay } from "../values/day";
import { type Mistakes, typedOf } from "../values/typed";
import { officersOf } from "./council";
import { officerLinkSchema } from "./input";
import * as store from "./store";

const faces = { schema: officersFacts, page: OfficersPage };

/** Who holds which post: the council's seats first, then who else may come in; and letting others in. */
export const officers = room()
	.get(
		paths.officers(":organisation"),
		may("see"),
		describe({
			summary: "The council seat by seat on a day, and who else holds a post",
			answers: officersFacts,
		}),
		async (c) => {
			const { member, day } = c.req.query();
			const format = formatOf(c);
			const { facts, named } = await officersOf(c.var, dayOrToday(day, c.var.today), member);
			const form = freshForm(named ? { name: named.name, member: named.id } : {});
			if (!format) return face(c, faces, { ...facts, form });
			const word = words[c.var.language];
			const lines = facts.seats.map((seat) => word.csvRow(seat));
			return file(c, format, sheetOfLines(word.title, word.csvHead, lines));
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
			const [member, wrong] = typed.ok ? await asked(c.var, typed.value) : [];
			if (!typed.ok || wrong) {
				const form = mistakenForm(
					typed.ok ? { ok: false, mistakes: wrong ?? {}, typed: typedOf(typed.value) } : typed,
				);
				const { facts } = await officersOf(c.var, today);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			if (member?.signsIn) {
				await store.givePost(db, place, { person: member.id, post: typed.value.post }, reader.person, today);
				say(c, words[language].given(member.name));
				return made(c, paths.officers(place.id));
			}
			const officer = {
				name: member?.name ?? typed.value.name,
				post: typed.value.post,
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

function dayOrToday(asked: string | undefined, today: Day): Day {
	return asked && isDay(asked) ? asked : today;
}

type Giving = Pick<Parameters<typeof officersOf>[0], "db" | "place" | "today">;

/** The member who is to get a post, and what stands against it: it may do more than the giver, or its seats are filled. */
async function asked(
	{ db, place, today }: Giving,
	{ member, post }: v.InferOutput<typeof officerLinkSchema>,
) {
	const [[named], [seat], below] = await db.batch([
		store.memberNamed(db, place, member),
		store.freeSeat(db, place, post, today),
		leadsOthers(db, place),
	]);
	const wrong = !mayGive(place.holds, post, below.length > 0)
		? "beyond-you"
		: seat?.free === 0
			? "no-seat"
			: null;
	return [named, wrong && ({ post: wrong } as Mistakes)] as const;
}
