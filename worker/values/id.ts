import * as v from "valibot";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A fresh id for a row: 80 random bits as 16 characters of lower-case Crockford base32. */
export function newId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte & 31]).join("");
}

/** The id that a form carries for the row it will make. Ids brought along by an import may be shorter. */
export const idSchema = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,16}$/, "not-an-id"));

/** Many ids: boxes ticked under one name, or one text of ids with spaces between. */
export const manyIds = (most: number) =>
	v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((raw) =>
			(typeof raw === "string" ? [raw] : raw).flatMap((text) => text.split(/\s+/)).filter(Boolean),
		),
		v.maxLength(most, `too-many ${most}`),
		v.everyItem((id) => v.is(idSchema, id), "not-an-id"),
	);

/** A fresh secret for a link, a session or a bearer token: 256 random bits as base64url. */
export function newSecret(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	return btoa(String.fromCharCode(...bytes))
		.replace(/\+/g, "-")
		.replace(/\//g, "_")
		.replace(/=/g, "");
}

/** SHA-256 of a text in lower-case hex: what is kept of a secret. */
export async function sha256(text: string): Promise<string> {
	return hexOf(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** SHA-256 of bytes in lower-case hex. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	return hexOf(await crypto.subtle.digest("SHA-256", bytes));
}

function hexOf(bytes: ArrayBuffer): string {
	return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** HMAC-SHA-256 of a text under a secret, in lower-case hex: what only whoever holds the secret can work out. */
export async function hmac(secret: string, text: string): Promise<string> {
	const [bytes, algorithm] = [new TextEncoder(), { name: "HMAC", hash: "SHA-256" }];
	const key = await crypto.subtle.importKey("raw", bytes.encode(secret), algorithm, false, ["sign"]);
	return hexOf(await crypto.subtle.sign("HMAC", key, bytes.encode(text)));
}

/** What a row was made from: 64 bits of the SHA-256 of the typed body, enough to tell a repeat from another body. */
export async function fingerprint(body: unknown): Promise<string> {
	return (await sha256(JSON.stringify(body))).slice(0, 16);
}

/** The word by which the index finds a person. An address may hold anything: a quotation mark would be read as part of the question. */
export const personWord = (id: string) => `"i${id.replace(/[^0-9a-z]/g, "")}"`;
