import { GroupPage, groupFacts } from "../../../web/members/groups/page";
import { words } from "../../../web/members/groups/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { changedBefore } from "../../changes/store";
import { bodyOf, conflictingForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { mayGive } from "../../roles/may";
import { groupEndSchema, leaderSchema } from "./input";
import { groupPageOf } from "./pages";
import * as store from "./store";

const faces = { schema: groupFacts, page: GroupPage };

/** Who leads a group, and its end: acts on groups that touch posts. */
export const leaders = room()
	.post(
		paths.groupLeader(":organisation", ":group"),
		may("let officers in"),
		describe({ summary: "Let a member lead their group, or nobody", takes: leaderSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const facts = await groupPageOf(c.var, c.req.param("group"));
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, leaderSchema);
			const leader = read.ok ? (facts.members.find(({ id }) => id === read.value.leader) ?? null) : null;
			const wrong = !read.ok
				? null
				: read.value.leader && !leader
					? "not-a-choice"
					: mayGive(place.holds, "group-leader", false)
						? null
						: "beyond-you";
			if (!read.ok || wrong) {
				const known = read.ok ? { ok: false as const, mistakes: { leader: wrong ?? "" }, typed: {} } : read;
				const form = mistakenForm(known);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, `group ${facts.group.id}`, read.value, (by) =>
				store.setLeader(db, place, facts.group, leader, by, today),
			);
			if (outcome === "different") return different(c, faces, { ...facts, form: conflictingForm({}) });
			if (outcome !== "late")
				say(c, leader ? words[language].leaderSet(leader.name) : words[language].leaderGone);
			return made(c, paths.group(place.id, facts.group.id));
		},
	)
	.post(
		paths.groupEnd(":organisation", ":group"),
		may("register members"),
		describe({ summary: "Dissolve a group: its members stand in none", takes: groupEndSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const read = await bodyOf(c, groupEndSchema);
			const facts = await groupPageOf(c.var, c.req.param("group"));
			if (!facts) {
				// A second copy of the form finds the group gone, as the first one left it.
				const before = read.ok && (await changedBefore(db, place, "groups", read.value.id));
				return before ? made(c, paths.groups(place.id)) : problem(c, 404, "not-found");
			}
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, "groups", read.value, (by) =>
				store.endGroup(db, place, facts.group, by, today),
			);
			if (outcome === "different") return different(c, faces, { ...facts, form: conflictingForm({}) });
			say(c, words[language].ended(facts.group.name));
			return made(c, paths.groups(place.id));
		},
	);
