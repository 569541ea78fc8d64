import { style } from "../../../web/surveys/answer-style";

let known: string | undefined;

/** The page carries its own style and no script: its policy allows exactly this one, and nothing from anywhere. */
export async function policyOfCheckIn(): Promise<string> {
	if (known === undefined) {
		const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
		const hash = `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
		known = `default-src 'none'; style-src '${hash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
	}
	return known;
}
