import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import type { Typed } from "../values/typed";
import { type FurtherField, type FurtherValues, furtherName, readFurther } from "./fields/rules";
import { furtherFields } from "./fields/store";
import { groupsOf } from "./groups/store";
import { rootOf } from "./rules";
import { type Tag, tagsOf } from "./tags/store";

/** The statements of what a member can be marked with here: the association's groups, the root's tags and further fields. */
export const offeredAt = (db: Database, place: Place) =>
	[groupsOf(db, place), tagsOf(db, rootOf(place)), furtherFields(db, rootOf(place))] as const;

/** What a member can be marked with here. */
export type Offered = { groups: { id: string; name: string }[]; tags: Tag[]; fields: FurtherField[] };

/** What a record is marked with already. */
export type Marked = { smallGroup: string | null; tags: readonly string[]; further: FurtherValues };
const unmarked: Marked = { smallGroup: null, tags: [], further: {} };

type Sent = { group?: string | undefined; tags?: readonly string[] | undefined };

/**
 * Reads what a body marks a member with: only a group that stands, tags in use or borne already, values that fit their
 * fields. What the body doesn't mention is left as it is.
 */
export function readMarks(
	offered: Offered,
	raw: Readonly<Record<string, unknown>>,
	{ group, tags }: Sent,
	before: Marked = unmarked,
) {
	const { values: further, mistakes, typed } = readFurther(offered.fields, raw, before.further);
	const known = offered.groups.find(({ id }) => id === group);
	if (group && !known && group !== before.smallGroup) mistakes.group = "not-a-choice";
	const usable = new Set(offered.tags.filter(({ toDay }) => toDay === null).map(({ id }) => id));
	if (tags?.some((id) => !usable.has(id) && !before.tags.includes(id))) mistakes.tags = "not-a-choice";
	return { further, groupName: known?.name ?? null, mistakes, typed };
}

/** How a form begins to show what a record is marked with. */
export function typedMarks({ smallGroup, tags, further }: Marked): Typed {
	const values = Object.entries(further).map(([id, value]) => [furtherName(id), String(value)]);
	return { group: smallGroup ?? "", tags: [...tags], ...Object.fromEntries(values) };
}

/** What a form offers: what is in use, and whatever the record bears already. */
export function offeredIn(offered: Offered, borne: readonly string[] = []): Offered {
	return {
		groups: offered.groups,
		tags: offered.tags.filter(({ id, toDay }) => toDay === null || borne.includes(id)),
		fields: offered.fields.filter(({ toDay }) => toDay === null),
	};
}
