import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { sheetOfLines } from "../parts/sheet";
import type { fieldsFacts } from "./fields/page";
import { words as fieldWords } from "./fields/words";
import type { groupsFacts } from "./groups/page";
import { words as groupWords } from "./groups/words";
import type { householdRow } from "./households/list";
import { words as householdWords } from "./households/words";
import type { tagsFacts } from "./tags/page";
import { words as tagWords } from "./tags/words";

/** The groups as a file. */
export function groupsSheet(groups: v.InferOutput<typeof groupsFacts>["groups"], language: Language) {
	const say = groupWords[language];
	const lines = groups.map(({ name, leader, members }) => [name, leader, members]);
	return sheetOfLines(say.title, [say.name, say.leader, say.members], lines);
}

/** The households as a file, or a part of it. */
export function householdsSheet(
	households: readonly v.InferOutput<typeof householdRow>[],
	next: string | null,
	language: Language,
) {
	const say = householdWords[language];
	const lines = households.map(({ name, address, contactName }) => [name, address, contactName]);
	return { ...sheetOfLines(say.title, [say.household, say.address, say.contact], lines), next };
}

/** The tags as a file, each with how many bear it. */
export function tagsSheet(tags: v.InferOutput<typeof tagsFacts>["tags"], language: Language) {
	const say = tagWords[language];
	const lines = tags.map((tag) => [tag[language], say.kinds[tag.kind], tag.members]);
	return sheetOfLines(say.title, [say.name, say.kind, say.members], lines);
}

/** The further fields as a file. */
export function fieldsSheet(fields: v.InferOutput<typeof fieldsFacts>["fields"], language: Language) {
	const say = fieldWords[language];
	const lines = fields.map((field) => [
		field[language],
		say.kinds[field.kind],
		field.choices.join(" ") || null,
		field.toDay ? say.ended : say.inUse,
	]);
	return sheetOfLines(say.title, [say.title, say.kind, say.choices, say.state], lines);
}
