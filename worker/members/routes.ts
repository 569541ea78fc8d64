import { MemberDeparturePage, MemberReturnPage, periodFormFacts } from "../../web/members/departure";
import { MemberFormPage, memberFormFacts } from "../../web/members/form";
import { MemberListPage, memberListFacts } from "../../web/members/list";
import { SearchPage, searchFacts } from "../../web/members/search";
import { words } from "../../web/members/words";
import { paths } from "../../web/paths";
import { onceAsChange } from "../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { type Place, room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { file, formatOf } from "../http/file";
import { once } from "../http/once";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may, signedIn } from "../middleware/may";
import type { Database } from "../tables/database";
import { afterToday, pastDay } from "../values/day";
import { fingerprint } from "../values/id";
import { typedOf } from "../values/typed";
import { departureSchema, memberChangeSchema, memberSchema, returnSchema } from "./input";
import { listOf } from "./register/facts";
import { fileOf } from "./register/file";
import { cursorOf, departureMistake } from "./rules";
import { foundBy, shownFound } from "./seek";
import * as store from "./store";

const listFaces = { schema: memberListFacts, page: MemberListPage };
const searchFaces = { schema: searchFacts, page: SearchPage };
const formFaces = { schema: memberFormFacts, page: MemberFormPage };
const departureFaces = { schema: periodFormFacts, page: MemberDeparturePage };
const returnFaces = { schema: periodFormFacts, page: MemberReturnPage };

/** The register of members. */
export const members = room()
	.get(
		paths.search(),
		signedIn,
		describe({ summary: "Members found wherever one's posts reach", answers: searchFacts }),
		async (c) => {
			const { search: typed = "", after } = c.req.query();
			const search = typed.trim().slice(0, 40);
			const { db, reader, today } = c.var;
			const { results } = await foundBy(db, reader.person, today, search, foundBefore(after));
			return face(c, searchFaces, {
				search,
				first: foundBefore(after) === 0,
				...shownFound(results, today, null),
			});
		},
	)
	.get(
		paths.members(":organisation"),
		may("see"),
		describe({ summary: "The register, a page of it", answers: memberListFacts }),
		async (c) => {
			const { search = "", show: asked, after, day: asOf } = c.req.query();
			const format = formatOf(c);
			const show = asked === "departed" ? "departed" : "current";
			const day = pastDay(asOf, c.var.today);
			if (format) return file(c, format, await fileOf(c.var, format, { show, day, after: cursorOf(after) }));
			const facts = await listOf(c.var.db, c.var.place, c.var.today, {
				day,
				search: search.trim().slice(0, 40),
				show,
				after: cursorOf(after),
				afterFound: foundBefore(after),
			});
			return face(c, listFaces, facts);
		},
	)
	.get(
		paths.memberNew(":organisation"),
		may("register members"),
		describe({ summary: "The form to register a member", answers: memberFormFacts }),
		(c) =>
			face(c, formFaces, { member: null, form: freshForm({ joined_on: c.var.today, kind: "ordinary" }) }),
	)
	.post(
		paths.members(":organisation"),
		may("register members"),
		describe({ summary: "Register a member", takes: memberSchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const typed = await bodyOf(c, memberSchema);
			const late = typed.ok && afterToday(typed.value.joined_on, today);
			const read = late
				? { ok: false as const, mistakes: { joined_on: late }, typed: typedOf(typed.value) }
				: typed;
			if (!read.ok) return mistaken(c, formFaces, withMistakes(null, mistakenForm(read)));
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				() =>
					store.registerMember(
						db,
						place,
						read.value,
						{ id: read.value.id, madeFrom, by: reader.person },
						today,
					),
				() => store.registeredBefore(db, place, read.value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, formFaces, { member: null, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].registered(read.value.name));
			return made(c, paths.member(place.id, read.value.id));
		},
	)
	.get(
		paths.memberEdit(":organisation", ":member"),
		may("register members"),
		describe({ summary: "The form to change a record", answers: memberFormFacts }),
		async (c) => {
			const member = await latest(c.var, c.req.param("member"));
			if (!member) return problem(c, 404, "not-found");
			return face(c, formFaces, {
				member: { id: member.id, name: member.name },
				form: freshForm(typedOf({ ...member, birth_year: member.birthYear })),
			});
		},
	)
	.post(
		paths.memberEdit(":organisation", ":member"),
		may("register members"),
		describe({ summary: "Change a record", takes: memberChangeSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const member = await latest(c.var, c.req.param("member"));
			if (!member) return problem(c, 404, "not-found");
			const whose = { id: member.id, name: member.name };
			const read = await bodyOf(c, memberChangeSchema);
			if (!read.ok) return mistaken(c, formFaces, withMistakes(whose, mistakenForm(read)));
			const outcome = await onceAsChange(c.var, member.id, read.value, (by) =>
				store.changeMember(db, place, member, read.value, by, today),
			);
			if (outcome === "different")
				return different(c, formFaces, { member: whose, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].saved);
			return made(c, paths.member(place.id, member.id));
		},
	)
	.get(
		paths.memberDeparture(":organisation", ":member"),
		may("register members"),
		describe({ summary: "The form to leave", answers: periodFormFacts }),
		async (c) => {
			const member = await latest(c.var, c.req.param("member"));
			if (!member || member.toDay !== null) return problem(c, 404, "not-found");
			return face(c, departureFaces, periodFacts(member, freshForm({ day: c.var.today })));
		},
	)
	.post(
		paths.memberDeparture(":organisation", ":member"),
		may("register members"),
		describe({ summary: "Leave, on a day", takes: departureSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const member = await latest(c.var, c.req.param("member"));
			if (!member) return problem(c, 404, "not-found");
			const read = await bodyOf(c, departureSchema);
			const early = read.ok ? departureMistake(member, read.value.day) : null;
			if (!read.ok || early) {
				const form = mistakenForm(
					read.ok ? { ok: false, mistakes: { day: early ?? "" }, typed: { ...read.value } } : read,
				);
				return mistaken(c, departureFaces, { ...periodFacts(member, form), mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, member.id, read.value, (by) =>
				store.endMembership(db, place, member, read.value, by, today),
			);
			if (outcome === "different")
				return different(c, departureFaces, periodFacts(member, conflictingForm({ ...read.value })));
			if (outcome !== "late") say(c, words[language].hasLeft(member.name));
			return made(c, paths.member(place.id, member.id));
		},
	)
	.get(
		paths.memberReturn(":organisation", ":member"),
		may("register members"),
		describe({ summary: "The form to return", answers: periodFormFacts }),
		async (c) => {
			const member = await latest(c.var, c.req.param("member"));
			if (!member?.toDay) return problem(c, 404, "not-found");
			return face(c, returnFaces, periodFacts(member, freshForm({ day: c.var.today, kind: member.kind })));
		},
	)
	.post(
		paths.memberReturn(":organisation", ":member"),
		may("register members"),
		describe({ summary: "Return, on a day", takes: returnSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const member = await latest(c.var, c.req.param("member"));
			if (!member) return problem(c, 404, "not-found");
			const read = await bodyOf(c, returnSchema);
			const early = read.ok && member.toDay && read.value.day < member.toDay ? "before-leaving" : null;
			if (!read.ok || early) {
				const form = mistakenForm(
					read.ok ? { ok: false, mistakes: { day: early ?? "" }, typed: { ...read.value } } : read,
				);
				return mistaken(c, returnFaces, { ...periodFacts(member, form), mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, member.id, read.value, (by) =>
				store.beginAgain(db, place, member, read.value, by, today),
			);
			if (outcome === "different")
				return different(c, returnFaces, periodFacts(member, conflictingForm({ ...read.value })));
			if (outcome !== "late") say(c, words[language].isBack(member.name));
			return made(c, paths.member(place.id, member.id));
		},
	);

/** The last found of the page before, as an address carries it. */
const foundBefore = (after: string | undefined) => (/^\d{1,15}$/.test(after ?? "") ? Number(after) : 0);

async function latest(
	{ db, place }: { db: Database; place: Place },
	id: string,
): Promise<store.Member | undefined> {
	const [member] = await store.memberOf(db, place, id);
	// Of whoever was erased nothing is changed any more: their name would come back.
	return member?.erasedOn ? undefined : member;
}

type Whose = { id: string; name: string } | null;

const withMistakes = (member: Whose, form: ReturnType<typeof mistakenForm>) => ({
	member,
	form,
	mistakes: form.mistakes,
});

const periodFacts = (member: store.Member, form: ReturnType<typeof freshForm>) => ({
	member: { id: member.id, name: member.name, fromDay: member.fromDay, toDay: member.toDay },
	form,
});
