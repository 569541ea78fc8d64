import * as v from "valibot";
import { intakeKinds } from "../../worker/tables/intakes";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatDay } from "../parts/format";
import { type Column, Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./words";

export const states = ["running", "counting", "finished", "going-back", "undone"] as const;

const toldSchema = {
	id: v.string(),
	what: v.picklist(intakeKinds),
	file: v.string(),
	day: v.string(),
	by: v.nullable(v.string()),
	lines: v.number(),
	chunks: v.number(),
	done: v.number(),
	back: v.number(),
	state: v.picklist(states),
};
export const intakeTold = v.object(toldSchema);
export type Told = v.InferOutput<typeof intakeTold>;

export const intakeListFacts = v.object({
	intakes: v.array(v.object({ ...toldSchema, digest: v.string() })),
});
type Facts = v.InferOutput<typeof intakeListFacts>;

/** How an intake stands, in words. */
export function stateIn(told: Told, say: (typeof words)["zh"]): string {
	const word = say.states[told.state];
	if (typeof word === "string") return word;
	return word(told.state === "running" ? told.done : told.back, told.chunks);
}

/** The registers that were brought in here, the latest first. */
export const IntakeListPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const columns: Column<Facts["intakes"][number]>[] = [
		{ head: say.file, cell: (row) => <a href={paths.intake(organisation, row.id)}>{row.file}</a> },
		{ head: say.when, cell: (row) => formatDay(row.day, view.language, "dotted"), tight: true },
		{ head: say.by, cell: (row) => row.by, minor: true },
		{ head: say.lines, cell: (row) => row.lines, number: true, minor: true },
		{ head: say.state, cell: (row) => stateIn(row, say) },
	];
	return (
		<Shell view={view} title={say.earlier} here="members">
			<Masthead
				title={say.earlier}
				sub={[view.place?.name]}
				back={{ href: paths.members(organisation), label: say.back }}
			>
				<a class="button" href={paths.intakeNew(organisation)}>
					{say.anew}
				</a>
			</Masthead>
			{facts.intakes.length === 0 ? (
				<Empty {...say.none} href={paths.intakeNew(organisation)} link={say.anew} />
			) : (
				<>
					<Register caption={say.earlier} columns={columns} rows={facts.intakes} />
					<p class="actions quiet">
						<Files href={paths.intakes(organisation)} view={view} />
					</p>
				</>
			)}
		</Shell>
	);
};
