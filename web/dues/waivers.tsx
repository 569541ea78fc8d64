import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { waiverKinds } from "../../worker/tables/dues";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Choices, DayField, Field, Select } from "../parts/field";
import { Files } from "../parts/files";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./owing-words";

export const waiversFacts = v.object({
	waivers: v.array(
		v.object({
			id: v.string(),
			person: v.string(),
			name: v.string(),
			what: v.picklist(waiverKinds),
			fromYear: v.number(),
			toYear: v.number(),
			until: v.nullable(v.string()),
			reason: v.string(),
			grantedBy: v.string(),
			grantedOn: v.string(),
		}),
	),
	/** Who may be granted one. */
	members: v.array(v.object({ person: v.string(), name: v.string() })),
	form: formSchema,
});
type Facts = v.InferOutput<typeof waiversFacts>;

/** Who is let off or was given time, and the form to grant it. */
export const WaiversPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { waivers, members, form } = facts;
	const grants = view.place?.may.includes("collect dues") ?? false;
	const field = fieldOf(form, view.language);
	return (
		<Shell view={view} title={say.waivers} here="dues">
			<Masthead
				title={say.waivers}
				sub={[say.waiversHint]}
				back={{ href: paths.dues(organisation), label: say.back }}
			/>
			{waivers.length === 0 ? (
				<Empty {...say.noWaivers} />
			) : (
				<Register
					caption={say.waivers}
					rows={waivers}
					columns={[
						{
							head: say.name,
							cell: ({ person, name }) => <a href={paths.member(organisation, person)}>{name}</a>,
						},
						{
							head: say.what,
							cell: ({ what, until }) =>
								until ? say.untilText(formatDay(until, view.language, "dotted")) : say.kinds[what],
						},
						{ head: say.whichYears, cell: ({ fromYear, toYear }) => say.span(fromYear, toYear) },
						{ head: say.reason, cell: ({ reason }) => reason, minor: true },
						{
							head: say.grantedBy,
							cell: ({ grantedBy, grantedOn }) =>
								`${grantedBy} ${formatDay(grantedOn, view.language, "dotted")}`,
							minor: true,
						},
						...(grants
							? [
									{
										head: "",
										cell: ({ id }: Facts["waivers"][number]) => (
											<form method="post" action={paths.waiverEnd(organisation, id)} data-once>
												<input type="hidden" name="id" value={form.id} />
												<button type="submit" class="plain">
													{say.end}
												</button>
											</form>
										),
									},
								]
							: []),
					]}
				/>
			)}
			{waivers.length > 0 && (
				<p class="actions quiet">
					<Files href={paths.waivers(organisation)} view={view} />
				</p>
			)}
			{grants && (
				<>
					<Conflict form={form} language={view.language} />
					<Form
						language={view.language}
						action={paths.waivers(organisation)}
						id={form.id}
						problems={problemsOf(form, view.language)}
						submit={say.grant}
					>
						<Select
							{...field("member")}
							label={say.member}
							options={[
								{ value: "", label: say.choose },
								...members.map(({ person, name }) => ({ value: person, label: name })),
							]}
						/>
						<Choices
							{...field("what")}
							label={say.what}
							options={waiverKinds.map((what) => ({ value: what, label: say.kinds[what] }))}
						/>
						<Field {...field("from_year")} label={say.fromYear} inputmode="numeric" />
						<Field {...field("to_year")} label={say.toYear} inputmode="numeric" optional={say.toYearHint} />
						<DayField {...field("until")} label={say.until} optional={say.untilHint} />
						<Field {...field("reason")} label={say.reason} hint={say.reasonHint} />
						<Field {...field("granted_by")} label={say.grantedBy} />
						<DayField {...field("granted_on")} label={say.grantedOn} />
					</Form>
				</>
			)}
		</Shell>
	);
};
