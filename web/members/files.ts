import type { MemberKind, Sex } from "../../worker/tables/ground";
import type { FurtherKind } from "../../worker/tables/people";
import type { Language } from "../../worker/values/language";
import { type Sheet, type SheetColumn, sheetOf } from "../parts/sheet";
import { words } from "./words";

/** What a file of members says of each. */
export type MemberInFile = {
	organisationName: string;
	name: string;
	sex: Sex | null;
	birthYear: number | null;
	telephone: string | null;
	address: string | null;
	group: string | null;
	kind: MemberKind;
	fromDay: string;
	toDay: string | null;
	leftBecause: string | null;
	note: string | null;
	tags: readonly string[];
	further: Readonly<Record<string, string | number>>;
};

type Named = { id: string; zh: string; en: string };
type Asked = {
	language: Language;
	show: "current" | "departed";
	below: boolean;
	groups: boolean;
	tags: readonly Named[];
	fields: readonly (Named & { kind: FurtherKind })[];
};

/**
 * The register as a file: where they belong only if there is somewhere below, the group only if there are groups. All parts
 * of a register have the same columns; tags and further fields stand there where the root defines some.
 */
export function memberSheet({ language, show, below, groups, tags, fields }: Asked) {
	const say = words[language];
	const reasons: Readonly<Record<string, string>> = say.reasons;
	return (rows: readonly MemberInFile[], more: Pick<Sheet, "next" | "keys">): Sheet => {
		const where: SheetColumn<MemberInFile> = {
			head: say.where,
			wide: 28,
			cell: ({ organisationName }) => organisationName,
		};
		const group: SheetColumn<MemberInFile> = { head: say.group, cell: (row) => row.group };
		const marked: SheetColumn<MemberInFile> = {
			head: say.tags,
			wide: 20,
			cell: (row) =>
				tags
					.filter(({ id }) => row.tags.includes(id))
					.map((tag) => tag[language])
					.join(say.listed) || null,
		};
		const departed: SheetColumn<MemberInFile>[] = [
			{ head: say.leftOn, is: "day", cell: ({ toDay }) => toDay },
			{ head: say.because, cell: ({ leftBecause }) => reasons[leftBecause ?? ""] ?? leftBecause },
		];
		const columns: SheetColumn<MemberInFile>[] = [
			...(below ? [where] : []),
			{ head: say.name, wide: 12, cell: ({ name }) => name },
			{ head: say.sex, wide: 8, cell: ({ sex }) => sex && say.sexes[sex] },
			{ head: say.birthYear, is: "number", cell: ({ birthYear }) => birthYear },
			{ head: say.telephone, wide: 15, cell: ({ telephone }) => telephone },
			{ head: say.address, wide: 28, cell: ({ address }) => address },
			...(below || groups ? [group] : []),
			{ head: say.kind, wide: 20, cell: ({ kind }) => say.kinds[kind] },
			{ head: say.joinedOn, is: "day", cell: ({ fromDay }) => fromDay },
			...(show === "departed" ? departed : []),
			...(tags.length > 0 ? [marked] : []),
			...fields.map(
				({ id, kind, ...field }): SheetColumn<MemberInFile> => ({
					head: field[language],
					...(kind === "day" || kind === "number" ? { is: kind } : {}),
					cell: ({ further }) => further[id] ?? null,
				}),
			),
			{ head: say.note, wide: 30, cell: ({ note }) => note },
		];
		return sheetOf(show === "departed" ? say.fileDeparted : say.fileTitle, columns, rows, more);
	};
}
