import type { Child, PropsWithChildren } from "hono/jsx";
import { isDay } from "../../worker/values/day";
import { Mark } from "./mark";

export type FieldProps = {
	name: string;
	label: Child;
	/** What was typed, kept as it was. */
	value?: string | number | null;
	error?: string | undefined;
	hint?: Child;
	/** Soft words after the label: "may be left empty". */
	optional?: Child;
	/** When two forms of a page share a field name. */
	id?: string;
};

type TextProps = FieldProps & {
	type?: "text" | "tel" | "number" | "date" | "search" | "password";
	autocomplete?: string;
	inputmode?: "numeric" | "decimal" | "tel";
	maxlength?: number;
	required?: boolean;
	list?: string;
	placeholder?: string;
};

/** A line to write on: label above, underline only; a mistake stands under it, the typing stays. */
export const Field = (props: TextProps) => (
	<Labelled {...props}>
		<input
			{...controlOf(props)}
			type={props.type ?? "text"}
			value={props.value ?? ""}
			autocomplete={props.autocomplete ?? "off"}
			inputmode={props.inputmode}
			maxlength={props.maxlength}
			required={props.required}
			list={props.list}
			placeholder={props.placeholder}
		/>
	</Labelled>
);

/** A civil day. Browsers show their own calendar; what is impossible comes back as it was typed. */
export const DayField = (props: FieldProps & { required?: boolean }) => (
	// A date input would empty an impossible day that came back; as text it stays to be mended.
	<Field {...props} type={!props.value || isDay(String(props.value)) ? "date" : "text"} />
);

/** Several lines. */
export const TextArea = (props: FieldProps & { rows?: number; maxlength?: number }) => (
	<Labelled {...props}>
		<textarea {...controlOf(props)} rows={props.rows ?? 3} maxlength={props.maxlength}>
			{props.value ?? ""}
		</textarea>
	</Labelled>
);

export type Option = { value: string; label: string };

/** One of many. */
export const Select = (props: FieldProps & { options: readonly Option[] }) => (
	<Labelled {...props}>
		<select {...controlOf(props)}>
			{props.options.map(({ value, label }) => (
				<option value={value} selected={value === String(props.value ?? "")}>
					{label}
				</option>
			))}
		</select>
	</Labelled>
);

/** One of a few, all to be seen. The first choice carries the field's id, so that an error leads to it. */
export const Choices = (props: FieldProps & { options: readonly Option[] }) => {
	const id = props.id ?? props.name;
	return (
		<fieldset class="field" aria-describedby={describedBy(props)}>
			<legend>
				{props.label} {props.optional && <small>{props.optional}</small>}
			</legend>
			<div class="choices">
				{props.options.map(({ value, label }, index) => (
					<label class="choice">
						<input
							type="radio"
							name={props.name}
							id={index === 0 ? id : undefined}
							value={value}
							checked={value === String(props.value ?? "")}
						/>
						{label}
					</label>
				))}
			</div>
			<Below {...props} />
		</fieldset>
	);
};

/** Any number of a few. The first box carries the field's id, so that an error leads to it. */
export const Checks = (props: FieldProps & { options: readonly Option[]; chosen: readonly string[] }) => {
	const id = props.id ?? props.name;
	return (
		<fieldset class="field" aria-describedby={describedBy(props)}>
			<legend>
				{props.label} {props.optional && <small>{props.optional}</small>}
			</legend>
			<div class="choices">
				{props.options.map(({ value, label }, index) => (
					<label class="choice">
						<input
							type="checkbox"
							name={props.name}
							id={index === 0 ? id : undefined}
							value={value}
							checked={props.chosen.includes(value)}
						/>
						{label}
					</label>
				))}
			</div>
			<Below {...props} />
		</fieldset>
	);
};

/** One thing to agree to or not. */
export const Checkbox = (props: Omit<FieldProps, "value"> & { value?: string; checked?: boolean }) => (
	<div class="field">
		<label class="choice">
			<input {...controlOf(props)} type="checkbox" value={props.value ?? "yes"} checked={props.checked} />
			<span>{props.label}</span>
		</label>
		<Below {...props} />
	</div>
);

const Labelled = (props: PropsWithChildren<FieldProps>) => (
	<div class="field">
		<label for={props.id ?? props.name}>
			{props.label} {props.optional && <small>{props.optional}</small>}
		</label>
		{props.children}
		<Below {...props} />
	</div>
);

const Below = (props: FieldProps) => {
	const id = props.id ?? props.name;
	return (
		<>
			{props.error && (
				<p class="error" id={`${id}-error`}>
					<Mark shape="hollow" /> {props.error}
				</p>
			)}
			{props.hint && (
				<p class="hint" id={`${id}-hint`}>
					{props.hint}
				</p>
			)}
		</>
	);
};

function controlOf(props: FieldProps) {
	return {
		id: props.id ?? props.name,
		name: props.name,
		"aria-invalid": props.error ? ("true" as const) : undefined,
		"aria-describedby": describedBy(props),
	};
}

function describedBy(props: FieldProps): string | undefined {
	const id = props.id ?? props.name;
	const below = [props.error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean);
	return below.length > 0 ? below.join(" ") : undefined;
}
