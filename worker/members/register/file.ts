import { memberSheet } from "../../../web/members/files";
import type { Sheet } from "../../../web/parts/sheet";
import type { Place } from "../../http/door";
import { type FileFormat, mostOf } from "../../http/file";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import type { Language } from "../../values/language";
import type { Cursor } from "../rules";
import { pageOf } from "./facts";
import * as store from "./store";

type Inside = { db: Database; place: Place; today: Day; language: Language };

/** The register, or those who left, as a file: one part of it, in one batch. */
export async function fileOf(
	{ db, place, today, language }: Inside,
	format: FileFormat,
	{ show, day, after }: { show: "current" | "departed"; day: Day; after: Cursor | null },
): Promise<Sheet> {
	const most = mostOf(format, store.pageOfMembers);
	const shape = store.shapeOf(db, place);
	if (show === "departed") {
		const [rows, [known]] = await db.batch([store.departedMembers(db, place, today, after, most), shape]);
		const { page, next } = pageOf(rows, most, (last) => last.toDay ?? "");
		return memberSheet({ language, show, ...columnsFor(known), below: false })(page, { next });
	}
	const by = format === "table" ? "id" : "name";
	const [rest, following] = store.registerPart(db, place, { day, today }, after, most, by);
	const [one, others, [known]] = await db.batch([rest, following, shape]);
	const { page, next } = pageOf([...one, ...others], most);
	const keys = page.map(({ organisation, person, path, sort }) => ({
		id: `${organisation} ${person}`,
		sort: `${path} ${sort}`,
	}));
	return memberSheet({ language, show, ...columnsFor(known) })(page, { next, keys });
}

const columnsFor = (known: { below: number; groups: number } | undefined) => ({
	below: known?.below === 1,
	groups: known?.groups === 1,
});
