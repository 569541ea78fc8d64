import { askings } from "../../worker/tables/circulars";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Checks, Choices, DayField, Field, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { CircularFormFacts } from "./facts";
import { words } from "./words";

/** Writing a circular: what it says, what it asks by which day, and to whom it goes. */
export const CircularFormPage = ({ facts: { kinds, units, form }, view }: Page<CircularFormFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	const back = paths.circulars(organisation);
	const chosen = (name: string) => [form.typed[name] ?? []].flat();
	return (
		<Shell view={view} title={say.formTitle} here="home">
			<Masthead title={say.formTitle} sub={[view.place?.name]} back={{ href: back, label: say.title }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={back}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.submit}
				cancel={{ href: back, label: say.cancel }}
			>
				<Field {...field("title")} label={say.head} required />
				<TextArea {...field("body")} label={say.body} rows={6} />
				<Choices
					{...field("asks")}
					label={say.asksLabel}
					options={askings.map((value) => ({ value, label: say.asks[value] }))}
				/>
				<div class="fields">
					<Field
						{...field("question")}
						label={say.question}
						hint={say.questionHint}
						optional={say.optional}
					/>
					<DayField {...field("answer_by")} label={say.answerBy} optional={say.optional} />
				</div>
				<Checks
					{...field("kinds")}
					label={say.kinds}
					hint={say.allHint}
					chosen={chosen("kinds")}
					options={kinds.map((kind) => ({ value: kind.id, label: kind[view.language] }))}
				/>
				{units.length > 0 && (
					<Checks
						{...field("units")}
						label={say.units}
						chosen={chosen("units")}
						options={units.map(({ id, name }) => ({ value: id, label: name }))}
					/>
				)}
			</Form>
		</Shell>
	);
};
