import { MarkingPage, markingFacts } from "../../../web/members/marking";
import { tagsSheet } from "../../../web/members/marks-files";
import { TagEditPage, TagsPage, tagEditFacts, tagsFacts } from "../../../web/members/tags/page";
import { words } from "../../../web/members/tags/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { differenceOf } from "../../values/difference";
import { typedOf } from "../../values/typed";
import { rosterOf } from "../marking";
import { initialsOf, isRoot, rootOf } from "../rules";
import { markingSchema, mostTags, tagChangeSchema, tagSchema } from "./input";
import * as store from "./store";

const faces = { schema: tagsFacts, page: TagsPage };
const editFaces = { schema: tagEditFacts, page: TagEditPage };
const markingFaces = { schema: markingFacts, page: MarkingPage };

/** What members are marked with: kinds of volunteers, skills. The root defines them, every association marks its own. */
export const tags = room()
	.get(
		paths.tags(":organisation"),
		may("see"),
		describe({ summary: "The tags, and how many members bear each", answers: tagsFacts }),
		async (c) => {
			const facts = await listed(c.var, freshForm({ kind: "volunteer" }));
			const format = formatOf(c);
			if (format) return file(c, format, tagsSheet(facts.tags, c.var.language));
			return face(c, faces, facts);
		},
	)
	.post(
		paths.tags(":organisation"),
		may("set the rules"),
		describe({ summary: "Define a tag", takes: tagSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			if (!isRoot(place)) return problem(c, 404, "not-found");
			const read = await bodyOf(c, tagSchema);
			if (!read.ok) return mistaken(c, faces, await listed(c.var, mistakenForm(read)));
			const outcome = await onceAsChange(c.var, "tags", read.value, (by) =>
				store.defineTag(db, place, read.value, by),
			);
			const typed = typedOf(read.value);
			if (outcome === "late")
				return mistaken(c, faces, await listed(c.var, mistakenForm({ ok: false, mistakes: full, typed })));
			if (outcome === "different") return different(c, faces, await listed(c.var, conflictingForm(typed)));
			say(c, words[language].defined(read.value[language]));
			return made(c, paths.tags(place.id));
		},
	)
	.get(
		paths.tagEdit(":organisation", ":tag"),
		may("set the rules"),
		describe({ summary: "The form to change a tag", answers: tagEditFacts }),
		async (c) => {
			const tag = isRoot(c.var.place) && (await tagOf(c.var, c.req.param("tag")));
			if (!tag) return problem(c, 404, "not-found");
			const { kind, zh, en, toDay } = tag;
			return face(c, editFaces, {
				tag,
				form: freshForm({ kind, zh, en, ...(toDay ? { ended: "on" } : {}) }),
			});
		},
	)
	.post(
		paths.tagEdit(":organisation", ":tag"),
		may("set the rules"),
		describe({ summary: "Change a tag, or take it out of use", takes: tagChangeSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const tag = isRoot(place) && (await tagOf(c.var, c.req.param("tag")));
			if (!tag) return problem(c, 404, "not-found");
			const read = await bodyOf(c, tagChangeSchema);
			const again = (form: FormState) => ({ tag, form, mistakes: form.mistakes });
			if (!read.ok) return mistaken(c, editFaces, again(mistakenForm(read)));
			const outcome = await onceAsChange(c.var, "tags", read.value, (by) =>
				store.changeTag(db, place, tag, read.value, by, today),
			);
			const typed = typedOf(read.value);
			if (outcome === "late")
				return mistaken(c, editFaces, again(mistakenForm({ ok: false, mistakes: full, typed })));
			if (outcome === "different") return different(c, editFaces, again(conflictingForm(typed)));
			say(c, words[language].saved);
			return made(c, paths.tags(place.id));
		},
	)
	.get(
		paths.tagMembers(":organisation", ":tag"),
		may("register members"),
		describe({ summary: "Who bears a tag, to be ticked", answers: markingFacts }),
		async (c) => {
			const marking = await markingFor(c.var, c.req.param("tag"));
			if (!marking) return problem(c, 404, "not-found");
			return face(c, markingFaces, { ...marking.facts, form: freshForm() });
		},
	)
	.post(
		paths.tagMembers(":organisation", ":tag"),
		may("register members"),
		describe({ summary: "Mark members with a tag, or take it off them", takes: markingSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const marking = await markingFor(c.var, c.req.param("tag"));
			if (!marking) return problem(c, 404, "not-found");
			const { tag, facts } = marking;
			const read = await bodyOf(c, markingSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, markingFaces, { ...facts, form, mistakes: form.mistakes });
			}
			const change = differenceOf(read.value.before, read.value.members);
			const outcome = await onceAsChange(c.var, `tag ${tag.id}`, read.value, (by) =>
				store.markWithTag(db, place, tag, change, by, today),
			);
			if (outcome === "different")
				return different(c, markingFaces, {
					...facts,
					ticked: read.value.members,
					form: conflictingForm({}),
				});
			say(c, words[language].marked(change.added.length, change.removed.length));
			return made(c, paths.tags(place.id));
		},
	);

const full = { zh: `too-many-tags ${mostTags}` };

type Here = { db: Database; place: Place; today: Day };

async function tagOf({ db, place }: Here, id: string) {
	return (await store.tagsOf(db, rootOf(place))).find((tag) => tag.id === id);
}

async function listed({ db, place, today }: Here, form: FormState) {
	const [known, borne] = await db.batch([store.tagsOf(db, rootOf(place)), store.bearersOf(db, place, today)]);
	const counts = new Map(borne.map(({ tag, members }) => [tag, members]));
	return {
		tags: known.map((tag) => ({ ...tag, members: counts.get(tag.id) ?? 0 })),
		defines: isRoot(place),
		form,
		mistakes: form.mistakes,
	};
}

/** A tag with everybody who may be ticked; nothing for a forged id, or a tag that nobody is marked with any more. */
async function markingFor({ db, place, today }: Here, id: string) {
	const [known, members] = await db.batch([store.tagsOf(db, rootOf(place)), rosterOf(db, place, today)]);
	const tag = known.find((one) => one.id === id && one.toDay === null);
	if (!tag) return null;
	const roster = [...members]
		.sort((one, other) => (one.sort < other.sort ? -1 : 1))
		.map(({ id: member, name, sort, tags: borne }) => ({
			id: member,
			name,
			initials: initialsOf(sort),
			in: borne.includes(tag.id),
			elsewhere: null,
		}));
	const of = { what: "tag" as const, id: tag.id, zh: tag.zh, en: tag.en };
	return { tag, facts: { of, roster, ticked: null } };
}
