import type { Language } from "../../worker/values/language";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import type { ActivityFacts, ActivityListFacts } from "./facts";
import { handedTexts } from "./handed-out/text";
import { words } from "./words";

type Row = ActivityListFacts["activities"][number];

/** A year's activities as a file. */
export function activitySheet({ year, activities, next }: ActivityListFacts, language: Language) {
	const say = words[language];
	const columns: SheetColumn<Row>[] = [
		{ head: say.day, is: "day", cell: ({ day }) => day },
		{ head: say.name, wide: 30, cell: ({ title }) => title },
		{ head: say.kind, wide: 12, cell: ({ kind }) => say.kinds[kind] },
		{ head: say.place, cell: ({ place }) => place },
		{ head: say.people, is: "number", cell: ({ heads }) => heads },
		{ head: say.members, is: "number", cell: ({ members }) => members },
		{ head: say.handedOut, wide: 20, cell: ({ handedOut }) => handedTexts(handedOut, language) },
		{ head: say.costInYuan, is: "yuan", cell: ({ cost }) => (cost === null ? null : cost / 100) },
		{ head: say.outcome, wide: 40, cell: ({ outcome }) => outcome },
	];
	return sheetOf(`${say.title}-${year}`, columns, activities, { next });
}

/** Who came, as a file. */
export function cameSheet(
	{ title, day, came }: Pick<ActivityFacts, "title" | "day" | "came">,
	language: Language,
) {
	const say = words[language];
	const numbered = came.map(({ name }, index) => ({ number: index + 1, name }));
	const columns: SheetColumn<(typeof numbered)[number]>[] = [
		{ head: say.number, is: "number", wide: 6, cell: ({ number }) => number },
		{ head: say.person, wide: 12, cell: ({ name }) => name },
	];
	return sheetOf(`${say.cameTitle}-${title}-${day}`, columns, numbered);
}
