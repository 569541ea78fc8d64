import type * as v from "valibot";
import { linePlaces } from "../../../worker/activities/handed-out/input";
import type { FormState } from "../../../worker/http/body";
import type { View } from "../../layout/view";
import { Mark } from "../../parts/mark";
import { fieldOf } from "../../parts/mistakes";
import type { thingFacts } from "./facts";
import { words } from "./words";

type Props = { form: FormState; known: readonly v.InferOutput<typeof thingFacts>[]; view: View };

/** How many lines stand open; the others are unfolded. */
const open = 3;

/** What was handed out, a line a thing. What was handed out before is offered, so that a thing keeps its name. */
export const HandedOutLines = ({ form, known, view }: Props) => {
	const say = words[view.language];
	const used = linePlaces.filter((place) =>
		["thing", "amount", "unit"].some((part) => form.typed[`${part}_${place}`]),
	);
	const line = (place: number) => <Line place={place} form={form} view={view} />;
	return (
		<fieldset class="field handed-lines" aria-describedby="handed-hint">
			<legend>
				{say.legend} <small>{say.optional}</small>
			</legend>
			<p class="heads" aria-hidden="true">
				<span>{say.thing}</span>
				<span>{say.amount}</span>
				<span>{say.unit}</span>
			</p>
			{linePlaces.slice(0, open).map(line)}
			<details open={used.some((place) => place > open)}>
				<summary>{say.more}</summary>
				{linePlaces.slice(open).map(line)}
			</details>
			<p class="hint" id="handed-hint">
				{say.hint}
			</p>
			<datalist id="things-known">
				{[...new Set(known.map(({ thing }) => thing))].map((thing) => (
					<option value={thing} />
				))}
			</datalist>
			<datalist id="units-known">
				{[...new Set(known.flatMap(({ unit }) => unit ?? []))].map((unit) => (
					<option value={unit} />
				))}
			</datalist>
		</fieldset>
	);
};

const Line = ({ place, form, view }: { place: number; form: FormState; view: View }) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const cell = (part: "thing" | "amount" | "unit", more: object) => {
		const { name, value, error } = field(`${part}_${place}`);
		return (
			<input
				type="text"
				id={name}
				name={name}
				value={value}
				autocomplete="off"
				aria-label={say.nth(say[part], place)}
				aria-invalid={error ? "true" : undefined}
				aria-describedby={error ? `line-${place}-error` : undefined}
				{...more}
			/>
		);
	};
	const error = ["thing", "amount", "unit"].flatMap((part) => field(`${part}_${place}`).error ?? [])[0];
	return (
		<div class="line">
			{cell("thing", { list: "things-known", placeholder: place === 1 ? say.placeholder : undefined })}
			{cell("amount", { inputmode: "numeric" })}
			{cell("unit", { list: "units-known", placeholder: place === 1 ? say.placeholderUnit : undefined })}
			{error && (
				<p class="error" id={`line-${place}-error`}>
					<Mark shape="hollow" /> {error}
				</p>
			)}
		</div>
	);
};
