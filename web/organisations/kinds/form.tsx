import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Checkbox, Checks, Field } from "../../parts/field";
import { Form } from "../../parts/form";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { paths } from "../../paths";
import { kindOffered } from "./facts";
import { words } from "./words";

export const kindFormFacts = v.object({
	kind: v.nullable(kindOffered),
	kinds: v.array(kindOffered),
	form: formSchema,
	/** The id of the removal that the second form would be. */
	removal: v.string(),
});

/** Adding a kind or changing one: its names, whether it covers, and what it may stand under. */
export const KindFormPage = ({
	facts: { kind, kinds, form, removal },
	view,
}: Page<v.InferOutput<typeof kindFormFacts>>) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const here = view.place?.id ?? "";
	const title = kind ? say.changeTitle(kind[view.language]) : say.addTitle;
	const places = [
		{ value: "root", label: say.root },
		...kinds.map((one) => ({ value: one.id, label: one[view.language] })),
	];
	return (
		<Shell view={view} title={title} here="association">
			<Masthead title={title} back={{ href: paths.kinds(here), label: say.title }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={kind ? paths.kind(here, kind.id) : paths.kinds(here)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: paths.kinds(here), label: say.cancel }}
			>
				<Field {...field("zh")} label={say.zh} />
				<Field {...field("en")} label={say.en} />
				<Checks
					{...field("above")}
					chosen={[form.typed.above ?? []].flat()}
					label={say.aboveLabel}
					hint={say.aboveHint}
					options={places}
				/>
				<Checkbox
					{...field("covers")}
					value="on"
					checked={["on", "true"].includes(String(form.typed.covers))}
					label={say.coversLabel}
				/>
			</Form>
			{kind && (
				<form
					method="post"
					action={paths.kindRemoval(here, kind.id)}
					data-once
					data-confirm={say.removeConfirm(kind[view.language])}
				>
					<input type="hidden" name="id" value={removal} />
					<p class="soft">{say.removeHint}</p>
					<button type="submit">{say.remove}</button>
				</form>
			)}
		</Shell>
	);
};
