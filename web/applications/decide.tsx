import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Choices, Field } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { askedFacts } from "./queue";
import { words } from "./words";

export const applicationFacts = v.object({ application: askedFacts, form: formSchema });

/** One application, to approve or to decline with a reason. */
export const ApplicationPage = ({
	facts: { application, form },
	view,
}: Page<v.InferOutput<typeof applicationFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	const back = paths.applications(organisation);
	return (
		<Shell view={view} title={say.decideTitle(application.name)} here="members">
			<Masthead title={say.decideTitle(application.name)} back={{ href: back, label: say.queueTitle }} />
			<Rows>
				<Row label={say.name}>{application.name}</Row>
				{application.sex && <Row label={say.sex}>{say.sexes[application.sex]}</Row>}
				{application.birthYear && <Row label={say.birthYear}>{application.birthYear}</Row>}
				{application.telephone && <Row label={say.telephone}>{application.telephone}</Row>}
				{application.address && <Row label={say.address}>{application.address}</Row>}
				<Row label={say.appliedOn}>{formatDay(application.appliedOn, view.language)}</Row>
			</Rows>
			<Form
				language={view.language}
				action={paths.application(organisation, application.id)}
				problems={problemsOf(form, view.language)}
				submit={say.submit}
				cancel={{ href: back, label: say.cancel }}
			>
				<Choices
					{...field("outcome")}
					label={say.outcome}
					options={(["approved", "declined"] as const).map((outcome) => ({
						value: outcome,
						label: say.outcomes[outcome],
					}))}
				/>
				<Field
					{...field("reason")}
					label={say.reason}
					optional={say.optional}
					hint={`${say.reasonHint}${view.language === "en" ? " " : ""}${say.declineNote}`}
				/>
			</Form>
		</Shell>
	);
};
