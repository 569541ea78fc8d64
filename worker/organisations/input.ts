import * as v from "valibot";
import { organisationKinds } from "../tables/ground";
import { idSchema } from "../values/id";
import { count, requiredChoice, requiredLine } from "../values/typed";

/** What an organisation is known by, and the people a survey speaks for. */
export const organisationFields = {
	organisation: requiredLine(60),
	kind: requiredChoice(organisationKinds),
	adults: count(1, 2_000_000),
	households: count(1, 1_000_000),
};

/** Founding an organisation below another, or changing one's facts: the id is that of the row it makes. */
export const organisationSchema = v.object({ id: idSchema, ...organisationFields });

export type NewOrganisation = Omit<v.InferOutput<typeof organisationSchema>, "id">;
