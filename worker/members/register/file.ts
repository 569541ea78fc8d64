import { memberSheet } from "../../../web/members/files";
import type { Sheet } from "../../../web/parts/sheet";
import type { Place } from "../../http/door";
import { type FileFormat, mostOf } from "../../http/file";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import type { Language } from "../../values/language";
import type { FurtherField } from "../fields/rules";
import { furtherFields } from "../fields/store";
import { type Cursor, rootOf } from "../rules";
import { type Tag, tagsOf } from "../tags/store";
import { pageOf } from "./facts";
import * as store from "./store";

type Wanted = { show: "current" | "departed"; day: Day; after: Cursor | null } & store.Mark;
type Inside = { db: Database; place: Place; today: Day; language: Language };

/** The register, or those who left, as a file: one part of it, in one batch. */
export async function fileOf(
	{ db, place, today, language }: Inside,
	format: FileFormat,
	{ show, day, after, group, tag }: Wanted,
): Promise<Sheet> {
	const most = mostOf(format, store.pageOfMembers);
	const shape = [
		store.shapeOf(db, place),
		tagsOf(db, rootOf(place)),
		furtherFields(db, rootOf(place)),
	] as const;
	if (show === "departed") {
		const [rows, ...known] = await db.batch([store.departedMembers(db, place, today, after, most), ...shape]);
		const { page, next } = pageOf(rows, most, (last) => last.toDay ?? "");
		return memberSheet({ language, show, ...columnsFor(known), below: false })(page, { next });
	}
	if (group !== null || tag !== null) {
		const [rows, ...known] = await db.batch([
			store.markedRows(db, place, today, { group, tag }, after, most),
			...shape,
		]);
		const { page, next } = pageOf(rows, most);
		return memberSheet({ language, show, ...columnsFor(known), below: false })(page, { next });
	}
	const by = format === "table" ? "id" : "name";
	const [rest, following] = store.registerPart(db, place, { day, today }, after, most, by);
	const [one, others, ...known] = await db.batch([rest, following, ...shape]);
	const { page, next } = pageOf([...one, ...others], most);
	const keys = page.map(({ organisation, person, path, sort }) => ({
		id: `${organisation} ${person}`,
		sort: `${path} ${sort}`,
	}));
	return memberSheet({ language, show, ...columnsFor(known) })(page, { next, keys });
}

type Known = [{ below: number; groups: number }[], Tag[], FurtherField[]];

const columnsFor = ([[known], tags, fields]: Known) => ({
	below: known?.below === 1,
	groups: known?.groups === 1,
	tags,
	fields,
});
