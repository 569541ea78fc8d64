import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { TextArea } from "../../parts/field";
import { Form } from "../../parts/form";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { paths } from "../../paths";
import { words } from "./words";

const reasons = ["no-name", "too-long", "no-such-member", "two-of-name"] as const;

export const linesFacts = v.object({
	/** The lines that need mending. */
	wrong: v.array(v.object({ line: v.number(), text: v.string(), reason: v.picklist(reasons) })),
	form: formSchema,
});

/** Many households at once: a list as it is copied from a spreadsheet, all of it or nothing. */
export const LinesPage = ({ facts: { wrong, form }, view }: Page<v.InferOutput<typeof linesFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.linesTitle} here="members">
			<Masthead title={say.linesTitle} back={{ href: paths.households(organisation), label: say.title }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.householdLines(organisation)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: paths.households(organisation), label: say.cancel }}
			>
				{wrong.length > 0 && (
					<div class="inset">
						<p>{say.wrongTitle}</p>
						<ul>
							{wrong.map(({ line, text, reason }) => (
								<li>
									{say.wrongLine(line, text)}
									{say.wrong[reason]}
								</li>
							))}
						</ul>
					</div>
				)}
				<TextArea
					{...fieldOf(form, view.language)("lines")}
					label={say.lines}
					hint={
						<>
							{say.linesHint} <br />
							{say.linesExample}
						</>
					}
					rows={12}
				/>
			</Form>
		</Shell>
	);
};
