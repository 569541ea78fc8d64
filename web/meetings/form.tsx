import type * as v from "valibot";
import { meetingKinds } from "../../worker/tables/meetings";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Choices, DayField, Field, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { callingOffFacts, meetingFormFacts } from "./facts";
import { words } from "./words";

/** The form by which a meeting is called, or called anew. */
export const MeetingFormPage = ({
	facts: { meeting, form },
	view,
}: Page<v.InferOutput<typeof meetingFormFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	const title = meeting ? say.changeTitle : say.callTitle;
	const back = meeting ? paths.meeting(organisation, meeting.id) : paths.meetings(organisation);
	return (
		<Shell view={view} title={title} here="activities">
			<Masthead title={title} back={{ href: back, label: meeting?.title ?? say.title }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={meeting ? paths.meetingEdit(organisation, meeting.id) : paths.meetings(organisation)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: back, label: say.cancel }}
			>
				<Choices
					{...field("kind")}
					label={say.kind}
					hint={say.kindHint}
					options={meetingKinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
				/>
				<Field {...field("title")} label={say.name} placeholder={say.placeholderTitle} required />
				<div class="fields">
					<DayField {...field("day")} label={say.day} />
					<Field {...field("time")} label={say.time} optional={say.optional} placeholder="14:30" />
				</div>
				<Field {...field("place")} label={say.place} required />
				<TextArea {...field("agenda")} label={say.agenda} hint={say.agendaHint} rows={6} />
			</Form>
		</Shell>
	);
};

/** Calling a meeting off, with a reason. */
export const CallingOffPage = ({
	facts: { meeting, form },
	view,
}: Page<v.InferOutput<typeof callingOffFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const back = paths.meeting(organisation, meeting.id);
	const title = say.offTitle(meeting.title);
	return (
		<Shell view={view} title={title} here="activities">
			<Masthead
				title={title}
				sub={[formatDay(meeting.day, view.language), say.offHint]}
				back={{ href: back, label: meeting.title }}
			/>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.callingOff(organisation, meeting.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.callOff}
				cancel={{ href: back, label: say.cancel }}
			>
				<Field {...fieldOf(form, view.language)("reason")} label={say.reason} required />
			</Form>
		</Shell>
	);
};
