import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { html } from "hono/html";
import { ErrorPage } from "../../web/layout/error";
import type { Mistakes } from "../values/typed";
import { viewOf } from "./view";

/** What can go wrong with a request as such; worded in web/layout/error.tsx. */
export type Trouble =
	| "sign-in"
	| "not-found"
	| "other-site"
	| "too-large"
	| "not-read"
	| "broken"
	| "used-link"
	| "busy"
	| "crowded";

/** Whether the caller asked for facts (JSON) rather than a page. */
export function wantsFacts(c: Context): boolean {
	return (
		accepts(c, { header: "Accept", supports: ["text/html", "application/json"], default: "text/html" }) ===
		"application/json"
	);
}

/** Answers with a page that says what is wrong, or with RFC 9457 problem details. */
export function problem(
	c: Context,
	status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 429 | 500 | 503,
	trouble: Trouble,
) {
	if (wantsFacts(c)) return problemDetails(c, status, { title: trouble });
	return c.html(html`<!doctype html>${<ErrorPage facts={{ trouble }} view={viewOf(c)} />}`, status);
}

/** RFC 9457 problem details; `mistakes` are reasons by field. */
export function problemDetails(
	c: Context,
	status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503,
	details: { title: string; mistakes?: Mistakes },
) {
	c.header("Content-Type", "application/problem+json");
	return c.body(JSON.stringify({ type: "about:blank", status, ...details }), status);
}
