import * as v from "valibot";
import { idSchema } from "../../values/id";
import { line, requiredCount, tick } from "../../values/typed";
import type { Criterion, Marks } from "./rules";

type Fields = Record<string, v.GenericSchema<unknown, string | number | boolean | null>>;

/** Reads an assessor's marks: for each item its points, or whether a veto applies, and a note. */
export function marksSchema(criteria: readonly Criterion[]) {
	const fields = criteria.flatMap(({ key, most, veto }): [string, Fields[string]][] => [
		[key, veto ? tick() : requiredCount(0, most)],
		[`${key}-note`, line(200)],
	]);
	// Field names come from the wave, so their types are looser than a form's elsewhere.
	return v.object({ id: idSchema, ...(Object.fromEntries(fields) as Fields) });
}

/** What was read, item by item. */
export function marksOf(criteria: readonly Criterion[], read: Record<string, unknown>): Marks {
	return Object.fromEntries(
		criteria.map(({ key, veto }) => [
			key,
			{
				points: veto ? 0 : Number(read[key] ?? 0),
				vetoed: veto && read[key] === true,
				note: typeof read[`${key}-note`] === "string" ? (read[`${key}-note`] as string) : null,
			},
		]),
	);
}

/** What a form is filled in with from marks that stand. */
export function typedMarks(marks: Marks): Record<string, string> {
	return Object.fromEntries(
		Object.entries(marks).flatMap(([key, { points, vetoed, note }]) => [
			[key, vetoed ? "on" : String(points)],
			[`${key}-note`, note ?? ""],
		]),
	);
}
