import type { Context } from "hono";
import { html } from "hono/html";
import type { FC } from "hono/jsx";
import * as v from "valibot";
import type { Page } from "../../web/layout/view";
import { erasedName } from "../tables/ground";
import type { Mistakes } from "../values/typed";
import { foundOut } from "./door";
import { problemDetails, wantsFacts } from "./problem";
import { viewOf } from "./view";

type Status = 200 | 201 | 404 | 409 | 422;

/** A page and the schema of its facts: one URL, several faces. */
export type Faces<Schema extends v.GenericSchema> = { schema: Schema; page: FC<Page<v.InferOutput<Schema>>> };

/**
 * Answers with a page's facts in the face that was asked for: HTML, or the facts themselves as JSON. Either way they pass
 * the schema, which drops whatever a query brought along by accident and throws when something is missing.
 */
export function face<const Schema extends v.GenericSchema>(
	c: Context,
	{ schema, page: PageOf }: Faces<Schema>,
	facts: v.InferInput<Schema>,
	status: Status = 200,
) {
	const known = inTheLanguageOf(c, v.parse(schema, facts));
	if (wantsFacts(c)) return c.json(known as object, status);
	return c.html(html`<!doctype html>${<PageOf facts={known} view={viewOf(c)} />}`, status);
}

/** An erased name stands in the database in Chinese; whoever reads English reads it in English. */
function inTheLanguageOf<Facts>(c: Context, facts: Facts): Facts {
	if (foundOut(c).language === "zh") return facts;
	const text = JSON.stringify(facts);
	const stood = JSON.stringify(erasedName);
	return text.includes(stood) ? (JSON.parse(text.replaceAll(stood, '"erased person"')) as Facts) : facts;
}

/** Answers a write that made something, or that had made it before: 303 for a form, 201 with Location for a program. */
export function made(c: Context, location: string) {
	if (!wantsFacts(c)) return c.redirect(location, 303);
	c.header("Location", location);
	return c.json({ location }, 201);
}

/** Answers a body with mistakes: the same form with what was typed and a message at each field, or problem details. */
export function mistaken<const Schema extends v.GenericSchema>(
	c: Context,
	faces: Faces<Schema>,
	facts: v.InferInput<Schema> & { mistakes: Mistakes },
) {
	if (wantsFacts(c)) return problemDetails(c, 422, { title: "mistakes", mistakes: facts.mistakes });
	return face(c, faces, facts, 422);
}

/** Answers a used id with another body: the form again under a fresh id, offering to save it as new. */
export function different<const Schema extends v.GenericSchema>(
	c: Context,
	faces: Faces<Schema>,
	facts: v.InferInput<Schema>,
) {
	if (wantsFacts(c)) return problemDetails(c, 409, { title: "different" });
	return face(c, faces, facts, 409);
}

/** Answers whom somebody else was quicker than: the same form as things stand now, saying so. */
export function overtaken<const Schema extends v.GenericSchema>(
	c: Context,
	faces: Faces<Schema>,
	facts: v.InferInput<Schema>,
) {
	if (wantsFacts(c)) return problemDetails(c, 409, { title: "overtaken" });
	return face(c, faces, facts, 409);
}
