import { months } from "../../worker/plans/item/input";
import { activityKinds } from "../../worker/tables/activities";
import { words as activityWords } from "../activities/words";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Choices, DayField, Field, Select } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { ItemFormFacts } from "./facts";
import { words } from "./words";

/** The form to add to a plan, or to change an item of it: once the plan is approved it asks why. */
export const ItemFormPage = ({ facts, view }: Page<ItemFormFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { year, item, form, keyDays, state } = facts;
	const field = fieldOf(form, view.language);
	const title = item ? say.changeTitle : say.addTitle;
	const back = paths.plan(organisation, year);
	const kinds = activityWords[view.language].kinds;
	return (
		<Shell view={view} title={title} here="activities">
			<Masthead title={title} sub={[item?.title]} back={{ href: back, label: say.title(year) }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={item ? paths.planItem(organisation, year, item.id) : paths.planItems(organisation, year)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: back, label: say.cancel }}
				aside={
					item && (
						<a href={paths.planItemRemoval(organisation, year, item.id)}>
							{state === "approved" ? say.drop : say.takeOut}
						</a>
					)
				}
			>
				<Choices
					{...field("kind")}
					label={say.kind}
					options={activityKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
				/>
				<Field {...field("title")} label={say.name} placeholder={say.placeholderTitle} required />
				<DayField {...field("day")} label={say.day} hint={say.dayHint} optional={say.optional} />
				<div class="fields">
					<Select
						{...field("key_day")}
						label={say.keyDay}
						options={[
							{ value: "", label: say.noKeyDay },
							...keyDays.map(({ id, name, day }) => ({
								value: id,
								label: `${formatDay(day, view.language, "ruler")} ${name[view.language]}`,
							})),
						]}
					/>
					<Select
						{...field("month")}
						label={say.monthField}
						options={[
							{ value: "", label: say.noMonth },
							...months.map((month) => ({ value: month, label: say.months(Number(month)) })),
						]}
					/>
				</div>
				<div class="fields">
					<Field {...field("place")} label={say.place} optional={say.optional} />
					<Field {...field("budget")} label={say.budgetField} optional={say.optional} inputmode="decimal" />
				</div>
				<Field {...field("helpers")} label={say.helpers} optional={say.optional} hint={say.helpersHint} />
				{state === "approved" && (
					<Field {...field("reason")} label={say.reason} hint={say.reasonHint} required />
				)}
			</Form>
		</Shell>
	);
};
