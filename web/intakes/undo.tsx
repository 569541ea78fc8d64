import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { blocks } from "../../worker/intakes/undo/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Form } from "../parts/form";
import { Heading } from "../parts/heading";
import { problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { intakeTold } from "./list";
import { lineIn, rooms } from "./show";
import { words } from "./words";

export const intakeUndoFacts = v.object({
	intake: intakeTold,
	/** The request whose lines are taken back next; null when none is left. */
	number: v.nullable(v.number()),
	/** How many of its lines go. */
	back: v.number(),
	form: formSchema,
	stay: v.array(v.object({ line: v.number(), name: v.nullable(v.string()), why: v.picklist(blocks) })),
});

/** What taking back would do: how many lines go, which stay and why. */
export const IntakeUndoPage = ({ facts, view }: Page<v.InferOutput<typeof intakeUndoFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { intake, number, back, stay, form } = facts;
	const here = paths.intake(organisation, intake.id);
	return (
		<Shell view={view} title={say.undoTitle} here={rooms[intake.what]}>
			<Masthead title={say.undoTitle} sub={[intake.file]} back={{ href: here, label: intake.file }} />
			{number === null ? (
				<p>{say.undoNone}</p>
			) : (
				<>
					<p>
						{intake.what === "money" ? say.moneyUndoHint : say.undoHint} <strong>{say.undoBack(back)}</strong>
					</p>
					{intake.done > 1 && <p class="note">{say.undoStep(intake.back + 1, intake.done)}</p>}
					{stay.length > 0 && (
						<>
							<Heading>{say.undoStay(stay.length)}</Heading>
							<Register
								caption={say.undoStay(stay.length)}
								columns={[
									{ head: say.line, cell: (row) => lineIn(row.line, say), tight: true },
									{ head: say.name, cell: (row) => row.name },
									{ head: say.why, cell: (row) => say.blocks[row.why] },
								]}
								rows={stay}
							/>
						</>
					)}
					<Form
						language={view.language}
						action={paths.intakeUndo(organisation, intake.id)}
						problems={problemsOf(form, view.language)}
						submit={say.undoGo}
						cancel={{ href: here, label: say.cancel }}
					>
						<input type="hidden" name="number" value={number} />
					</Form>
				</>
			)}
		</Shell>
	);
};
