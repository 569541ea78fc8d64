import type { FormState } from "../../worker/http/body";
import type { Language } from "../../worker/values/language";
import { Field, Select } from "../parts/field";
import { fieldOf } from "../parts/mistakes";
import type { KindOffered } from "./kinds/facts";
import { words } from "./words";

type FieldsProps = { form: FormState; kinds: readonly KindOffered[]; language: Language };

/** The four facts of an association that is founded. */
export const OrganisationFields = ({ form, kinds, language }: FieldsProps) => {
	const say = words[language];
	const field = fieldOf(form, language);
	return (
		<>
			<Field {...field("organisation")} label={say.name} />
			<Select
				{...field("kind")}
				label={say.kind}
				options={kinds.map((kind) => ({ value: kind.id, label: kind[language] }))}
			/>
			<Adults form={form} language={language} />
			<Households form={form} language={language} />
		</>
	);
};

type CountProps = Omit<FieldsProps, "kinds">;

/** The people a survey speaks for. */
export const Adults = ({ form, language }: CountProps) => (
	<Field
		{...fieldOf(form, language)("adults")}
		label={words[language].adults}
		optional={words[language].optional}
		hint={words[language].adultsHint}
		inputmode="numeric"
	/>
);

export const Households = ({ form, language }: CountProps) => (
	<Field
		{...fieldOf(form, language)("households")}
		label={words[language].households}
		optional={words[language].optional}
		inputmode="numeric"
	/>
);
