import * as v from "valibot";
import { idSchema } from "../values/id";
import { count, line, optionalDay, requiredLine, tick } from "../values/typed";

const people = { adults: count(1, 2_000_000), households: count(1, 1_000_000) };

/** What an organisation is known by, and the people a survey speaks for. Whether there is such a kind, its rule says. */
export const organisationFields = { organisation: requiredLine(60), kind: requiredLine(16), ...people };

/** Founding an organisation below another, or entering a place that has none yet: the id is that of the row it makes. */
export const foundingSchema = v.object({
	id: idSchema,
	...organisationFields,
	unfounded: tick(),
	day: optionalDay(),
	reason: line(200),
});

/** Correcting how many people an organisation stands for; its name and kind change by acts of its life. */
export const factsSchema = v.object({ id: idSchema, ...people });

export type NewOrganisation = {
	organisation: string;
	kind: string;
	adults: number | null;
	households: number | null;
};
export type NewFounding = Omit<v.InferOutput<typeof foundingSchema>, "id" | "day"> & { day: string };
export type NewFacts = Omit<v.InferOutput<typeof factsSchema>, "id">;
