import { MemberDeparturePage, MemberReturnPage, periodFormFacts } from "../../../web/members/departure";
import { words } from "../../../web/members/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { departureSchema, returnSchema, stayingSchema } from "../input";
import { departureMistake, hasLeft, returnMistake } from "../rules";
import * as store from "../store";

const departureFaces = { schema: periodFormFacts, page: MemberDeparturePage };
const returnFaces = { schema: periodFormFacts, page: MemberReturnPage };

/** Leaving, staying after all, coming back: each on a day. */
export const periods = room()
	.get(
		paths.memberDeparture(":organisation", ":member"),
		may("register members"),
		describe({ summary: "The form to leave", answers: periodFormFacts }),
		async (c) => {
			const member = await latest(c.var, c.req.param("member"));
			if (!member || hasLeft(member, c.var.today)) return problem(c, 404, "not-found");
			const typed = { day: member.toDay ?? c.var.today, because: member.leftBecause ?? "" };
			return face(c, departureFaces, periodFacts(member, freshForm(typed)));
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
	.post(
		paths.memberStaying(":organisation", ":member"),
		may("register members"),
		describe({ summary: "Take back a departure that is still to come", takes: stayingSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const member = await latest(c.var, c.req.param("member"));
			if (!member) return problem(c, 404, "not-found");
			const read = await bodyOf(c, stayingSchema);
			const again = (form: FormState) => ({ ...periodFacts(member, form), mistakes: form.mistakes });
			if (!read.ok) return mistaken(c, departureFaces, again(mistakenForm(read)));
			const outcome = await onceAsChange(c.var, member.id, read.value, (by) =>
				store.stay(db, place, member, by, today),
			);
			if (outcome === "different") return different(c, departureFaces, again(conflictingForm({})));
			if (outcome !== "late") say(c, words[language].stays(member.name));
			return made(c, paths.member(place.id, member.id));
		},
	)
	.get(
		paths.memberReturn(":organisation", ":member"),
		may("register members"),
		describe({ summary: "The form to return", answers: periodFormFacts }),
		async (c) => {
			const member = await latest(c.var, c.req.param("member"));
			if (!member || !hasLeft(member, c.var.today)) return problem(c, 404, "not-found");
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
			const early = read.ok ? returnMistake(member, read.value.day, today) : null;
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

async function latest(
	{ db, place }: { db: Database; place: Place },
	id: string,
): Promise<store.Member | undefined> {
	const [member] = await store.memberOf(db, place, id);
	// Of whoever was erased nothing is changed any more: their name would come back.
	return member?.erasedOn ? undefined : member;
}

const periodFacts = (member: store.Member, form: FormState) => ({
	member: { id: member.id, name: member.name, fromDay: member.fromDay, toDay: member.toDay },
	form,
});
