import { FieldEditPage, FieldsPage, fieldEditFacts, fieldsFacts } from "../../../web/members/fields/page";
import { words } from "../../../web/members/fields/words";
import { fieldsSheet } from "../../../web/members/marks-files";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { typedOf } from "../../values/typed";
import { isRoot, rootOf } from "../rules";
import { fieldChangeSchema, fieldSchema } from "./input";
import { type FurtherField, mostFields } from "./rules";
import * as store from "./store";

const faces = { schema: fieldsFacts, page: FieldsPage };
const editFaces = { schema: fieldEditFacts, page: FieldEditPage };

/** The further fields of everybody's record; the root alone defines them. */
export const fields = room()
	.get(
		paths.fields(":organisation"),
		may("see"),
		describe({ summary: "The further fields that the root defines", answers: fieldsFacts }),
		async (c) => {
			const known = await store.furtherFields(c.var.db, rootOf(c.var.place));
			const format = formatOf(c);
			if (format) return file(c, format, fieldsSheet(known, c.var.language));
			return face(c, faces, { ...listed(known, isRoot(c.var.place)), form: freshForm({ kind: "text" }) });
		},
	)
	.post(
		paths.fields(":organisation"),
		may("set the rules"),
		describe({ summary: "Define a further field", takes: fieldSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			if (!isRoot(place)) return problem(c, 404, "not-found");
			const read = await bodyOf(c, fieldSchema);
			const again = (form: FormState) =>
				store
					.furtherFields(db, place.id)
					.then((known) => ({ ...listed(known, true), form, mistakes: form.mistakes }));
			if (!read.ok) return mistaken(c, faces, await again(mistakenForm(read)));
			const outcome = await onceAsChange(c.var, "fields", read.value, (by) =>
				store.defineField(db, place, read.value, by),
			);
			const typed = typedOf({ ...read.value, choices: read.value.choices.join("\n") });
			if (outcome === "late")
				return mistaken(
					c,
					faces,
					await again(mistakenForm({ ok: false, mistakes: { zh: `too-many-fields ${mostFields}` }, typed })),
				);
			if (outcome === "different") return different(c, faces, await again(conflictingForm(typed)));
			say(c, words[language].defined(read.value[language]));
			return made(c, paths.fields(place.id));
		},
	)
	.get(
		paths.fieldEdit(":organisation", ":field"),
		may("set the rules"),
		describe({ summary: "The form to change a further field", answers: fieldEditFacts }),
		async (c) => {
			const field = isRoot(c.var.place) && (await fieldOf(c.var, c.req.param("field")));
			if (!field) return problem(c, 404, "not-found");
			const { zh, en, choices, toDay } = field;
			const typed = { zh, en, choices: choices.join("\n"), ...(toDay ? { ended: "on" } : {}) };
			return face(c, editFaces, { field, form: freshForm(typed) });
		},
	)
	.post(
		paths.fieldEdit(":organisation", ":field"),
		may("set the rules"),
		describe({ summary: "Change a further field, or take it out of use", takes: fieldChangeSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const field = isRoot(place) && (await fieldOf(c.var, c.req.param("field")));
			if (!field) return problem(c, 404, "not-found");
			const read = await bodyOf(c, fieldChangeSchema);
			const again = (form: FormState) => ({ field, form, mistakes: form.mistakes });
			if (!read.ok) return mistaken(c, editFaces, again(mistakenForm(read)));
			const typed = typedOf({ ...read.value, choices: read.value.choices.join("\n") });
			const wrong =
				field.kind === "choice" && read.value.choices.length < 2 ? { choices: "two-choices" } : null;
			if (wrong) return mistaken(c, editFaces, again(mistakenForm({ ok: false, mistakes: wrong, typed })));
			const outcome = await onceAsChange(c.var, "fields", read.value, (by) =>
				store.changeField(db, place, field, read.value, by, today),
			);
			if (outcome === "late")
				return mistaken(
					c,
					editFaces,
					again(mistakenForm({ ok: false, mistakes: { ended: `too-many-fields ${mostFields}` }, typed })),
				);
			if (outcome === "different") return different(c, editFaces, again(conflictingForm(typed)));
			say(c, words[language].saved);
			return made(c, paths.fields(place.id));
		},
	);

async function fieldOf({ db, place }: Parameters<typeof onceAsChange>[0], id: string) {
	return (await store.furtherFields(db, place.id)).find((field) => field.id === id);
}

const listed = (fields: readonly FurtherField[], defines: boolean) => ({
	fields: [...fields],
	defines,
	room: fields.filter(({ toDay }) => toDay === null).length < mostFields,
});
