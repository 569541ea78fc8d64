import { GroupPage, GroupsPage, groupFacts, groupsFacts } from "../../../web/members/groups/page";
import { words } from "../../../web/members/groups/words";
import { MarkingPage, markingFacts } from "../../../web/members/marking";
import { groupsSheet } from "../../../web/members/marks-files";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { differenceOf } from "../../values/difference";
import { typedOf } from "../../values/typed";
import { markingSchema } from "../tags/input";
import { groupSchema, mostGroups } from "./input";
import { groupPageOf, groupsPageOf, rosterFor } from "./pages";
import * as store from "./store";

const faces = { schema: groupsFacts, page: GroupsPage };
const groupFaces = { schema: groupFacts, page: GroupPage };
const markingFaces = { schema: markingFacts, page: MarkingPage };

/** The groups of an association: its members in parts, each with a leader. */
export const groups = room()
	.get(
		paths.groups(":organisation"),
		may("see"),
		describe({ summary: "The groups, their leaders and sizes", answers: groupsFacts }),
		async (c) => {
			const facts = await groupsPageOf(c.var, freshForm());
			const format = formatOf(c);
			if (format) return file(c, format, groupsSheet(facts.groups, c.var.language));
			return face(c, faces, facts);
		},
	)
	.post(
		paths.groups(":organisation"),
		may("register members"),
		describe({ summary: "Found a group", takes: groupSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const read = await bodyOf(c, groupSchema);
			if (!read.ok) return mistaken(c, faces, await groupsPageOf(c.var, mistakenForm(read)));
			const outcome = await onceAsChange(c.var, "groups", read.value, (by) =>
				store.foundGroup(db, place, read.value, by, today),
			);
			const typed = typedOf(read.value);
			const full = { ok: false as const, mistakes: { group: `too-many ${mostGroups}` }, typed };
			if (outcome === "late") return mistaken(c, faces, await groupsPageOf(c.var, mistakenForm(full)));
			if (outcome === "different")
				return different(c, faces, await groupsPageOf(c.var, conflictingForm(typed)));
			say(c, words[language].founded(read.value.group));
			return made(c, paths.groups(place.id));
		},
	)
	.get(
		paths.group(":organisation", ":group"),
		may("see"),
		describe({ summary: "A group: its leader and its members", answers: groupFacts }),
		async (c) => {
			const facts = await groupPageOf(c.var, c.req.param("group"));
			return facts ? face(c, groupFaces, facts) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.group(":organisation", ":group"),
		may("register members"),
		describe({ summary: "Give a group another name", takes: groupSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const facts = await groupPageOf(c.var, c.req.param("group"));
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, groupSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, groupFaces, { ...facts, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, "groups", read.value, (by) =>
				store.renameGroup(db, place, facts.group, read.value.group, by),
			);
			if (outcome === "different")
				return different(c, groupFaces, { ...facts, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].saved);
			return made(c, paths.group(place.id, facts.group.id));
		},
	)
	.get(
		paths.groupMembers(":organisation", ":group"),
		may("register members"),
		describe({ summary: "Who stands in a group, to be ticked", answers: markingFacts }),
		async (c) => {
			const facts = await rosterFor(c.var, c.req.param("group"));
			return facts ? face(c, markingFaces, { ...facts, form: freshForm() }) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.groupMembers(":organisation", ":group"),
		may("register members"),
		describe({ summary: "Put members into a group, or out of it", takes: markingSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const facts = await rosterFor(c.var, c.req.param("group"));
			if (!facts) return problem(c, 404, "not-found");
			const group = { id: facts.of.id, name: facts.of.zh };
			const read = await bodyOf(c, markingSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, markingFaces, { ...facts, form, mistakes: form.mistakes });
			}
			const change = differenceOf(read.value.before, read.value.members);
			const outcome = await onceAsChange(c.var, `group ${group.id}`, read.value, (by) =>
				store.standInGroup(db, place, group, change, by, today),
			);
			if (outcome === "different")
				return different(c, markingFaces, {
					...facts,
					ticked: read.value.members,
					form: conflictingForm({}),
				});
			say(c, words[language].marked(change.added.length, change.removed.length));
			return made(c, paths.group(place.id, group.id));
		},
	);
