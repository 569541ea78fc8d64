import { middleware } from "../http/door";
import { problem } from "../http/problem";

/**
 * A write must come from our own pages: its Origin is ours, whether it brings a form or JSON. Programs with a bearer token
 * send no cookie, so nobody can make them act; they are exempt.
 */
export const origin = middleware(async (c, next) => {
	const reads = c.req.method === "GET" || c.req.method === "HEAD";
	const program = c.req.header("Authorization") !== undefined;
	if (reads || program || isOurs(c.req.header("Origin"), c.req.header("Sec-Fetch-Site"), new URL(c.req.url)))
		return next();
	return problem(c, 403, "other-site");
});

function isOurs(sent: string | undefined, site: string | undefined, ours: URL): boolean {
	// Old browsers leave Origin out of same-origin form posts; newer ones then still say Sec-Fetch-Site.
	if (sent === undefined) return site === undefined || site === "same-origin";
	return sent === ours.origin;
}
