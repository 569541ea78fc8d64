import type { FormState } from "../../worker/http/body";
import { organisationKinds } from "../../worker/tables/ground";
import type { Language } from "../../worker/values/language";
import { Field, Select } from "../parts/field";
import { fieldOf } from "../parts/mistakes";
import { words } from "./words";

const kindsOffered = ["village", ...organisationKinds.filter((kind) => kind !== "village")] as const;

/** The four facts of an association, wherever they are typed. */
export const OrganisationFields = ({ form, language }: { form: FormState; language: Language }) => {
	const say = words[language];
	const field = fieldOf(form, language);
	return (
		<>
			<Field {...field("organisation")} label={say.name} />
			<Select
				{...field("kind")}
				label={say.kind}
				options={kindsOffered.map((kind) => ({ value: kind, label: say.kinds[kind] ?? kind }))}
			/>
			<Field
				{...field("adults")}
				label={say.adults}
				optional={say.optional}
				hint={say.adultsHint}
				inputmode="numeric"
			/>
			<Field {...field("households")} label={say.households} optional={say.optional} inputmode="numeric" />
		</>
	);
};
