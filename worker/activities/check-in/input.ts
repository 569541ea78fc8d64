import * as v from "valibot";
import { line, requiredLine } from "../../values/typed";

/** Who somebody says they are: their name and the last four digits of the telephone number that the association knows. */
export const checkInSchema = v.object({
	pass: line(40),
	name: requiredLine(40),
	digits: v.pipe(
		requiredLine(20),
		v.transform((text) => text.normalize("NFKC").replace(/\D/g, "").slice(-4)),
		v.check((text) => text.length === 4, "four-digits"),
	),
});
