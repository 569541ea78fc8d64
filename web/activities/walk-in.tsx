import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Checkbox, Field } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths, withQuery } from "../paths";
import { attendanceFacts } from "./facts";
import { Sessions } from "./sessions";
import { words } from "./words";

const { activity, session, sessions, walkIns } = attendanceFacts.entries;

export const walkInFacts = v.object({ activity, session, sessions, walkIns, form: formSchema });

/** Counting somebody at the door; whoever would like to join is taken down as well. */
export const WalkInPage = ({ facts, view }: Page<v.InferOutput<typeof walkInFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { form } = facts;
	const field = fieldOf(form, view.language);
	const here = paths.walkIns(organisation, facts.activity.id);
	const back = withQuery(paths.attendance(organisation, facts.activity.id), { session: facts.session });
	return (
		<Shell view={view} title={say.walkInTitle} here="activities">
			<Masthead
				title={say.walkInTitle}
				sub={[
					facts.activity.title,
					formatDay(facts.activity.day, view.language, "short"),
					say.walkIns(facts.walkIns),
				]}
				back={{ href: back, label: say.rollTitle }}
			/>
			<Sessions facts={facts} view={view} href={(number) => withQuery(here, { session: number })} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={here}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.count}
				cancel={{ href: back, label: say.cancel }}
			>
				<input type="hidden" name="session" value={facts.session} />
				<Field {...field("people")} label={say.walkInPeople} inputmode="numeric" required />
				<Field {...field("name")} label={say.person} optional={say.optional} hint={say.walkInNameHint} />
				<Field {...field("telephone")} label={say.telephone} optional={say.optional} type="tel" />
				<Checkbox
					{...field("consent")}
					value="yes"
					label={say.walkInConsent}
					checked={field("consent").value !== ""}
				/>
			</Form>
		</Shell>
	);
};
