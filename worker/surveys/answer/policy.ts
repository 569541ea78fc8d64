import { script, style } from "../../../web/surveys/answer-style";

let known: string | undefined;

/** The respondent's page carries its own style and script: its policy allows exactly these two, sends to its own address, and takes nothing from anywhere. */
export async function policy(): Promise<string> {
	known ??= `default-src 'none'; style-src '${await hashOf(style)}'; script-src '${await hashOf(script)}'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
	return known;
}

async function hashOf(text: string): Promise<string> {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
