import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { KindOffered } from "../../../web/organisations/kinds/facts";
import { KindFormPage, kindFormFacts } from "../../../web/organisations/kinds/form";
import { KindsPage, kindsFacts } from "../../../web/organisations/kinds/list";
import { words } from "../../../web/organisations/kinds/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { foundOut, room } from "../../http/door";
import { different, face, made, mistaken, overtaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { newId } from "../../values/id";
import { checkedBy, typedOf } from "../../values/typed";
import { isRoot } from "../rules";
import { kindRemovalSchema, kindSchema } from "./input";
import { aboveMistake } from "./rules";
import * as store from "./store";

const formFaces = { schema: kindFormFacts, page: KindFormPage };

/** The rules of the whole tree are set at its root; anywhere else there is no such page. */
const atRoot = createMiddleware(async (c, next) => {
	const { place } = foundOut(c as Context);
	return place && isRoot(place) ? next() : problem(c as Context, 404, "not-found");
});

/** Kinds of organisations, and which may stand under which. */
export const kinds = room()
	.get(
		paths.kinds(":organisation"),
		may("set the rules"),
		atRoot,
		describe({ summary: "The kinds of organisations, and what each may stand under", answers: kindsFacts }),
		async (c) => {
			const [all, rules] = await c.var.db.batch([store.kindsOf(c.var.db), store.rulesOfKinds(c.var.db)]);
			const known = all.map((one) => ({
				...one,
				above: rules.filter(({ kind }) => kind === one.id).map(({ above }) => above || "root"),
			}));
			return face(c, { schema: kindsFacts, page: KindsPage }, { kinds: known });
		},
	)
	.get(
		paths.kindNew(":organisation"),
		may("set the rules"),
		atRoot,
		describe({ summary: "The form to add a kind", answers: kindFormFacts }),
		async (c) => face(c, formFaces, formFacts(null, await store.kindsOf(c.var.db), freshForm())),
	)
	.post(
		paths.kinds(":organisation"),
		may("set the rules"),
		atRoot,
		describe({ summary: "Add a kind", takes: kindSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const all = await store.kindsOf(db);
			const read = checkedBy(await bodyOf(c, kindSchema), ({ above }) => ({
				above: aboveMistake(all, above),
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { ...formFacts(null, all, form), mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, "kinds", read.value, (by) =>
				store.addKind(db, place, read.value, by),
			);
			if (outcome === "different")
				return different(c, formFaces, formFacts(null, all, conflictingForm(typedOf(read.value))));
			say(c, words[language].added(read.value[language]));
			return made(c, paths.kinds(place.id));
		},
	)
	.get(
		paths.kind(":organisation", ":kind"),
		may("set the rules"),
		atRoot,
		describe({ summary: "The form to change a kind", answers: kindFormFacts }),
		async (c) => {
			const { all, one } = await store.kindAmong(c.var.db, c.req.param("kind"));
			if (!one) return problem(c, 404, "not-found");
			return face(c, formFaces, formFacts(one, all, freshForm(typedOf(one))));
		},
	)
	.post(
		paths.kind(":organisation", ":kind"),
		may("set the rules"),
		atRoot,
		describe({ summary: "Change a kind", takes: kindSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const { all, one } = await store.kindAmong(db, c.req.param("kind"));
			if (!one) return problem(c, 404, "not-found");
			const read = checkedBy(await bodyOf(c, kindSchema), ({ above }) => ({
				above: aboveMistake(all, above),
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { ...formFacts(one, all, form), mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, "kinds", read.value, (by) =>
				store.changeKind(db, place, one.id, read.value, by),
			);
			if (outcome === "different")
				return different(c, formFaces, formFacts(one, all, conflictingForm(typedOf(read.value))));
			say(c, words[language].changed(read.value[language]));
			return made(c, paths.kinds(place.id));
		},
	)
	.post(
		paths.kindRemoval(":organisation", ":kind"),
		may("set the rules"),
		atRoot,
		describe({ summary: "Remove a kind that nothing is or was of", takes: kindRemovalSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const id = c.req.param("kind");
			const { all, one } = await store.kindAmong(db, id);
			const read = await bodyOf(c, kindRemovalSchema);
			const form = (mistakes = {}) => ({ ...freshForm(typedOf(one ?? {})), mistakes });
			if (!read.ok) {
				if (!one) return problem(c, 404, "not-found");
				return mistaken(c, formFaces, {
					...formFacts(one, all, form(read.mistakes)),
					mistakes: read.mistakes,
				});
			}
			const outcome = await onceAsChange(c.var, "kinds", Object.assign({ kind: id }, read.value), (by) =>
				store.removeKind(db, place, id, by),
			);
			if (outcome === "late" || outcome === "different") {
				if (!one) return problem(c, 404, "not-found");
				return overtaken(c, formFaces, formFacts(one, all, form({ zh: "kind-in-use" })));
			}
			say(c, words[language].removed);
			return made(c, paths.kinds(place.id));
		},
	);

function formFacts(kind: KindOffered | null, kinds: KindOffered[], form: FormState) {
	return { kind, kinds, form, removal: newId() };
}
