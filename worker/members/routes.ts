import { MemberFormPage, memberFormFacts } from "../../web/members/form";
import { MemberListPage, memberListFacts } from "../../web/members/list";
import { SearchPage, searchFacts } from "../../web/members/search";
import { words } from "../../web/members/words";
import { paths } from "../../web/paths";
import { onceAsChange } from "../changes/once";
import { conflictingForm, freshForm, mistakenForm, rawBody } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { file, formatOf } from "../http/file";
import { once } from "../http/once";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may, signedIn } from "../middleware/may";
import { pastDay } from "../values/day";
import { fingerprint } from "../values/id";
import { readTyped, typedOf } from "../values/typed";
import { memberChangeSchema, memberSchema } from "./input";
import { type Offered, offeredAt, offeredIn, typedMarks } from "./offered";
import { listOf } from "./register/facts";
import { fileOf } from "./register/file";
import { offeredHere, readRegistration, typedIn, withMarks } from "./registration";
import { cursorOf, maskedTelephone } from "./rules";
import type { Candidate } from "./same/store";
import { foundBy, shownFound } from "./seek";
import * as store from "./store";

const listFaces = { schema: memberListFacts, page: MemberListPage };
const searchFaces = { schema: searchFacts, page: SearchPage };
const formFaces = { schema: memberFormFacts, page: MemberFormPage };

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
				...shownFound(results, { typed: search, today, place: null }),
			});
		},
	)
	.get(
		paths.members(":organisation"),
		may("see"),
		describe({ summary: "The register, a page of it", answers: memberListFacts }),
		async (c) => {
			const { search = "", show: asked, after, day: asOf, group, tag } = c.req.query();
			const format = formatOf(c);
			const show = asked === "departed" ? "departed" : "current";
			const day = pastDay(asOf, c.var.today);
			const mark = { group: group?.slice(0, 16) || null, tag: tag?.slice(0, 16) || null };
			if (format)
				return file(c, format, await fileOf(c.var, format, { show, day, after: cursorOf(after), ...mark }));
			const facts = await listOf(c.var.db, c.var.place, c.var.today, {
				day,
				search: search.trim().slice(0, 40),
				show,
				after: cursorOf(after),
				afterFound: foundBefore(after),
				...mark,
			});
			return face(c, listFaces, facts);
		},
	)
	.get(
		paths.memberNew(":organisation"),
		may("register members"),
		describe({ summary: "The form to register a member", answers: memberFormFacts }),
		async (c) => {
			const offered = await offeredHere(c.var);
			const form = freshForm({ joined_on: c.var.today, kind: "ordinary" });
			return face(c, formFaces, { member: null, offered: offeredIn(offered), candidates: [], form });
		},
	)
	.post(
		paths.members(":organisation"),
		may("register members"),
		describe({
			summary: "Register a member, or let somebody known elsewhere be a member here too",
			takes: memberSchema,
		}),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const raw = await rawBody(c);
			const { read, offered, candidates } = await readRegistration(c.var, raw);
			const asked = { member: null, offered: offeredIn(offered), candidates: candidates.map(masked) };
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { ...asked, form, mistakes: form.mistakes });
			}
			const known = candidates.find(({ id }) => id === read.value.same);
			const { same: _same, ...member } = read.value;
			if (known) {
				const outcome = await onceAsChange(c.var, known.id, read.value, (by) =>
					store.joinHere(db, place, known, member, by, today),
				);
				if (outcome === "different")
					return different(c, formFaces, { ...asked, form: conflictingForm(typedIn(read.value)) });
				if (outcome !== "late") say(c, words[language].joinedHere(known.name));
				return made(c, paths.member(place.id, known.id));
			}
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				() => store.registerMember(db, place, member, { id: member.id, madeFrom, by: reader.person }, today),
				() => store.registeredBefore(db, place, member.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, formFaces, { ...asked, form: conflictingForm(typedIn(read.value)) });
			say(c, words[language].registered(member.name));
			return made(c, paths.member(place.id, member.id));
		},
	)
	.get(
		paths.memberEdit(":organisation", ":member"),
		may("register members"),
		describe({ summary: "The form to change a record", answers: memberFormFacts }),
		async (c) => {
			const { db, place } = c.var;
			const [[member], ...rest] = await db.batch([
				store.memberOf(db, place, c.req.param("member")),
				...offeredAt(db, place),
			]);
			// Of whoever was erased nothing is changed any more: their name would come back.
			if (!member || member.erasedOn) return problem(c, 404, "not-found");
			const form = freshForm({
				...typedOf({ ...member, tags: undefined, further: undefined, birth_year: member.birthYear }),
				...typedMarks(member),
			});
			const whose = { id: member.id, name: member.name };
			return face(c, formFaces, {
				member: whose,
				offered: offeredIn(asOffered(rest), member.tags),
				candidates: [],
				form,
			});
		},
	)
	.post(
		paths.memberEdit(":organisation", ":member"),
		may("register members"),
		describe({ summary: "Change a record", takes: memberChangeSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const raw = await rawBody(c);
			const id = c.req.param("member");
			const [[member], belongings, ...rest] = await db.batch([
				store.memberOf(db, place, id),
				store.belongingsOf(db, id),
				...offeredAt(db, place),
			]);
			// Of whoever was erased nothing is changed any more: their name would come back.
			if (!member || member.erasedOn) return problem(c, 404, "not-found");
			const offered = asOffered(rest);
			const whose = { id: member.id, name: member.name };
			const asked = { member: whose, offered: offeredIn(offered, member.tags), candidates: [] };
			const read = withMarks(readTyped(memberChangeSchema, raw), offered, raw, member);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { ...asked, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, member.id, read.value, (by) =>
				store.changeMember(db, place, member, read.value, belongings, by, today),
			);
			if (outcome === "different")
				return different(c, formFaces, { ...asked, form: conflictingForm(typedIn(read.value)) });
			say(c, words[language].saved);
			return made(c, paths.member(place.id, member.id));
		},
	);

/** The last found of the page before, as an address carries it. */
const foundBefore = (after: string | undefined) => (/^\d{1,15}$/.test(after ?? "") ? Number(after) : 0);

const masked = (one: Candidate) => ({ ...one, telephone: maskedTelephone(one.telephone) });

const asOffered = ([groups, tags, fields]: [
	Offered["groups"],
	Offered["tags"],
	Offered["fields"],
]): Offered => ({
	groups,
	tags,
	fields,
});
