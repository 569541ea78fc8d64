import { middleware } from "../http/door";

/** The policy of every page that has none of its own. */
export const policy =
	"default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; worker-src blob:; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The headers of every answer. `same-origin` and not `no-referrer`, which would make Chromium post `Origin: null`.
 * A page with a policy of its own (the respondent's) keeps it.
 */
export const headers = middleware(async (c, next) => {
	await next();
	const answer = c.res.headers;
	if (!answer.has("Content-Security-Policy")) answer.set("Content-Security-Policy", policy);
	answer.set("X-Content-Type-Options", "nosniff");
	answer.set("Referrer-Policy", "same-origin");
	answer.set("Cross-Origin-Opener-Policy", "same-origin");
	answer.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
	if (!answer.has("Cache-Control")) answer.set("Cache-Control", "private, no-store");
	answer.append("Vary", "Accept, Cookie");
	if (new URL(c.req.url).protocol === "https:") answer.set("Strict-Transport-Security", "max-age=31536000");
});
