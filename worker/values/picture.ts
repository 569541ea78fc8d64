import * as v from "valibot";
import { idSchema } from "./id";
import { cleaned, type Jpeg } from "./jpeg";

/** The most bytes of a photograph: one that a browser made 1,600 pixels wide has some 200,000 to 400,000. */
export const mostBytes = 600_000;

const longest = Math.ceil(mostBytes / 3) * 4;

/** A JPEG in base64, as JSON and forms can carry it; what a camera wrote into it is taken out. */
const picture = v.pipe(
	v.optional(v.string("not-a-picture"), ""),
	v.nonEmpty("required"),
	v.maxLength(longest, "picture-too-large"),
	v.regex(/^[A-Za-z0-9+/]+={0,2}$/, "not-a-picture"),
	v.transform((text) => cleaned(bytesOf(text))),
	v.check((jpeg) => jpeg !== null, "not-a-picture"),
	v.transform((jpeg) => jpeg as Jpeg),
);

function bytesOf(text: string): Uint8Array {
	try {
		return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
	} catch {
		return new Uint8Array();
	}
}

export const photographSchema = v.object({ id: idSchema, picture });

export const removalSchema = v.object({ id: idSchema });
