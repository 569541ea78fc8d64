import type * as v from "valibot";
import { count, line, type Typed } from "../../values/typed";

/** What was handed out of one thing: how many is null where nobody counted. */
export type Handed = { thing: string; amount: number | null; unit: string | null };

/** Lines as they are stored. */
export const handedIn = (stored: string | null) => JSON.parse(stored ?? "[]") as Handed[];

type LinePlace = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
/** The lines of an activity, as the form numbers them. */
export const linePlaces: readonly LinePlace[] = [1, 2, 3, 4, 5, 6, 7, 8];

type LineFields = Record<`thing_${LinePlace}` | `unit_${LinePlace}`, ReturnType<typeof line>> &
	Record<`amount_${LinePlace}`, ReturnType<typeof count>>;

/** The fields of the lines: thing_1, amount_1, unit_1, thing_2 … A line whose thing is blank is none. */
export const lineFields = Object.fromEntries(
	linePlaces.flatMap((place) => [
		[`thing_${place}`, line(40)],
		[`amount_${place}`, count(1, 10_000_000)],
		[`unit_${place}`, line(40)],
	]),
) as LineFields;

type Fields = { [Field in keyof LineFields]: v.InferOutput<LineFields[Field]> };

const lineAt = (typed: Fields, place: LinePlace) => ({
	thing: typed[`thing_${place}`],
	amount: typed[`amount_${place}`],
	unit: typed[`unit_${place}`],
});

/** The lines that were filled in, in their order; null where none was. */
export function linesIn(typed: Fields): Handed[] | null {
	const lines = linePlaces.flatMap((place) => {
		const { thing, ...rest } = lineAt(typed, place);
		return thing === null ? [] : [{ thing, ...rest }];
	});
	return lines.length > 0 ? lines : null;
}

/** The fields of the lines that say an amount or a unit of nothing. */
export const nameless = (typed: Fields) =>
	linePlaces
		.filter((place) => {
			const { thing, amount, unit } = lineAt(typed, place);
			return thing === null && (amount !== null || unit !== null);
		})
		.map((place) => `thing_${place}`);

/** Lines as their fields show them. */
export function typedLines(lines: readonly Handed[] | null): Typed {
	return Object.fromEntries(
		(lines ?? []).flatMap(({ thing, amount, unit }, index) => [
			[`thing_${index + 1}`, thing],
			[`amount_${index + 1}`, amount === null ? "" : String(amount)],
			[`unit_${index + 1}`, unit ?? ""],
		]),
	);
}
