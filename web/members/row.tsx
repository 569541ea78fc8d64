import * as v from "valibot";
import { memberKinds, sexes } from "../../worker/tables/ground";
import type { View } from "../layout/view";
import { formatDay } from "../parts/format";
import type { Column } from "../parts/table";
import { paths } from "../paths";
import { words } from "./words";

/** A member as lists show them. */
export const memberRow = v.object({
	organisation: v.string(),
	id: v.string(),
	name: v.string(),
	sex: v.nullable(v.picklist(sexes)),
	birthYear: v.nullable(v.number()),
	telephone: v.nullable(v.string()),
	kind: v.picklist(memberKinds),
	fromDay: v.string(),
	toDay: v.nullable(v.string()),
	current: v.boolean(),
	letter: v.string(),
	where: v.nullable(v.string()),
	/** Of a practice village. */
	practice: v.boolean(),
	/** The group they stand in, the tags they bear, their further fields by id. */
	group: v.nullable(v.string()),
	tags: v.array(v.string()),
	further: v.record(v.string(), v.union([v.string(), v.number()])),
	/** The receipt by whose number they were found. */
	receipt: v.nullable(v.object({ year: v.number(), number: v.number() })),
});

type Row = v.InferOutput<typeof memberRow>;

/** The columns of a register: group, where they belong and when they left only if somebody has it. */
export function memberColumns(
	rows: readonly Row[],
	view: View,
	groups: readonly { id: string; name: string }[] = [],
): Column<Row>[] {
	const say = words[view.language];
	const dotted = (day: string | null) => formatDay(day, view.language, "dotted");
	const names = new Map(groups.map(({ id, name }) => [id, name]));
	return [
		nameColumn(view),
		...(names.size > 0
			? [{ head: say.group, cell: (row: Row) => names.get(row.group ?? ""), minor: true }]
			: []),
		...(rows.some((row) => row.where) ? [whereColumn(view)] : []),
		{ head: say.sex, cell: (row) => row.sex && say.sexes[row.sex], minor: true },
		{ head: say.birthYear, cell: (row) => row.birthYear, minor: true },
		{ head: say.telephone, cell: (row) => row.telephone },
		{ head: say.joinedOn, cell: (row) => dotted(row.fromDay), minor: true },
		...(rows.some((row) => !row.current)
			? [{ head: say.leftOn, cell: (row: Row) => dotted(row.toDay) }]
			: []),
	];
}

/** The columns of what a search found: enough to tell two of one name apart. */
export function foundColumns(view: View): Column<Row>[] {
	const say = words[view.language];
	return [
		nameColumn(view),
		whereColumn(view),
		{ head: say.kind, cell: (row) => say.kinds[row.kind], minor: true },
		{ head: say.birthYear, cell: (row) => row.birthYear, minor: true },
		{ head: say.telephone, cell: (row) => row.telephone },
	];
}

function nameColumn(view: View): Column<Row> {
	const say = words[view.language];
	return {
		head: say.name,
		tight: true,
		cell: (row) => (
			<>
				<a href={paths.member(row.organisation, row.id)}>{row.name}</a>
				{!row.current && <small> {say.former}</small>}
				{row.receipt && <small> {say.byReceipt(row.receipt.year, row.receipt.number)}</small>}
			</>
		),
	};
}

function whereColumn(view: View): Column<Row> {
	const say = words[view.language];
	return {
		head: say.where,
		cell: (row) => (
			<>
				{row.where ?? view.place?.name}
				{row.practice && <small> {say.practice}</small>}
			</>
		),
	};
}
