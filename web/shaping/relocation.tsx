import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { words } from "../organisations/life/words";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { DayField, Select, TextArea } from "../parts/field";
import { Search } from "../parts/filters";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";

export const relocationFacts = v.object({
	parents: v.array(v.object({ id: v.string(), name: v.string(), above: v.nullable(v.string()) })),
	/** There are more than these. */
	more: v.boolean(),
	search: v.string(),
	parentName: v.nullable(v.string()),
	/** How many organisations go along. */
	along: v.number(),
	form: formSchema,
});

/** Moving an association under another parent, with all that is below it. */
export const RelocationPage = ({ facts, view }: Page<v.InferOutput<typeof relocationFacts>>) => {
	const say = words[view.language];
	const { form, parents } = facts;
	const field = fieldOf(form, view.language);
	const here = view.place?.id ?? "";
	const back = paths.association(here);
	const title = say.title.relocation;
	return (
		<Shell view={view} title={title} here="association">
			<Masthead
				title={title}
				sub={[view.place?.name, facts.parentName && say.from(facts.parentName)]}
				back={{ href: back, label: say.association }}
			/>
			<p class="soft">
				{say.lead.relocation} {facts.along > 0 && say.along(facts.along)}
			</p>
			<Conflict form={form} language={view.language} />
			{(facts.more || facts.search) && (
				<Search
					action={paths.relocation(here)}
					name="search"
					value={facts.search}
					label={say.find}
					placeholder={say.findPlaceholder}
					button={say.findButton}
				/>
			)}
			{facts.more && <p class="soft">{say.more}</p>}
			{parents.length === 0 ? (
				<Empty {...say.nowhere} />
			) : (
				<Form
					language={view.language}
					action={paths.relocation(here)}
					id={form.id}
					problems={problemsOf(form, view.language)}
					submit={say.submit.relocation}
					cancel={{ href: back, label: say.cancel }}
				>
					<Select
						{...field("under")}
						label={say.under}
						options={[
							{ value: "", label: say.choose },
							...parents.map(({ id, name, above }) => ({
								value: id,
								label: above ? `${name}（${above}）` : name,
							})),
						]}
					/>
					<DayField {...field("day")} label={say.day} hint={say.dayHint} />
					<TextArea {...field("reason")} label={say.reason} hint={say.reasonHint} />
				</Form>
			)}
		</Shell>
	);
};
