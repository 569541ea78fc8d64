import * as v from "valibot";
import { organisationFields } from "../organisations/input";
import { requiredLine, tick } from "../values/typed";

/** The secret that a sign-in form brings along: a second copy of the same click finds its session already made. */
const secret = v.pipe(v.string(), v.regex(/^[\w-]{43}$/, "not-an-id"));

/** Entering by a link that knows who one is. */
export const entrySchema = v.object({ secret });

/** Entering by an owner's link while an association stands: a name, known or new. */
export const ownerSchema = v.object({ secret, name: requiredLine(40) });

/** Entering by the first owner's link: who one is, and the association that this all is for. */
export const founderSchema = v.object({ secret, name: requiredLine(40), ...organisationFields });

/** Entering by a printed recovery code; case and dashes don't matter. */
export const recoverySchema = v.object({
	secret,
	code: v.pipe(
		requiredLine(40),
		v.transform((text) =>
			text
				.normalize("NFKC")
				.toLowerCase()
				.replace(/[^0-9a-z]/g, ""),
		),
		v.regex(/^[0-9a-z]{16}$/, "not-a-code"),
	),
});

/** A bearer token for a program, made by a person for themselves. */
export const tokenSchema = v.object({ label: requiredLine(40), reads_only: tick() });
