import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { stageActs } from "../../worker/tables/tree";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { words as historyWords } from "../organisations/history/words";
import { Conflict } from "../parts/conflict";
import { TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { words } from "./words";

export const retractionFacts = v.object({
	/** The act that would be taken back, and its day; none when there is none any more. */
	act: v.nullable(v.picklist(stageActs)),
	day: v.nullable(v.string()),
	form: formSchema,
});

/** Taking the latest act back: what it was, and why. */
export const RetractionPage = ({
	facts: { act, day, form },
	view,
}: Page<v.InferOutput<typeof retractionFacts>>) => {
	const { cancel, history, reason, retraction: say } = words[view.language];
	const field = fieldOf(form, view.language);
	const here = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: paths.history(here), label: history }}
			/>
			{act && (
				<p class="soft">
					{say.lead(historyWords[view.language].actNames[act], formatDay(day, view.language))}{" "}
					{act === "deregistered" && say.restores}
				</p>
			)}
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.retraction(here)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.submit}
				cancel={{ href: paths.history(here), label: cancel }}
			>
				<input type="hidden" name="stage" value={field("stage").value} />
				<TextArea {...field("reason")} label={reason} />
			</Form>
		</Shell>
	);
};
