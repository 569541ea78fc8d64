import type { Context } from "hono";
import * as v from "valibot";
import { newId } from "../values/id";
import { type Mistakes, type Read, readTyped, type Typed } from "../values/typed";

const largestBody = 1_000_000;

/** A body that can't be read at all; the one error handler answers 400 or 413. */
export class UnreadableBody extends Error {
	constructor(readonly status: 400 | 413) {
		super("unreadable body");
	}
}

/** Reads a form or JSON body as raw fields; a field sent several times becomes an array. */
export async function rawBody(c: Context): Promise<Record<string, unknown>> {
	if (Number(c.req.header("Content-Length") ?? 0) > largestBody) throw new UnreadableBody(413);
	const bytes = await c.req.arrayBuffer();
	if (bytes.byteLength > largestBody) throw new UnreadableBody(413);
	const type = (c.req.header("Content-Type") ?? "").split(";")[0]?.trim();
	if (bytes.byteLength === 0) return {};
	if (type === "application/json") return readJson(bytes);
	if (type === "application/x-www-form-urlencoded") return readForm(new TextDecoder().decode(bytes));
	throw new UnreadableBody(400);
}

function readJson(bytes: ArrayBuffer): Record<string, unknown> {
	try {
		const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
		if (typeof body === "object" && body !== null && !Array.isArray(body))
			return body as Record<string, unknown>;
	} catch {
		// Answered below, like any other body that is no object.
	}
	throw new UnreadableBody(400);
}

function readForm(text: string): Record<string, unknown> {
	const fields: Record<string, unknown> = Object.create(null);
	for (const [name, value] of new URLSearchParams(text)) {
		const before = fields[name];
		fields[name] =
			before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
	}
	return { ...fields };
}

/** Reads a body into typed values. */
export async function bodyOf<Schema extends v.GenericSchema>(
	c: Context,
	schema: Schema,
): Promise<Read<v.InferOutput<Schema>>> {
	return readTyped(schema, await rawBody(c));
}

/** The state of a form: the id of the row it will make, what was typed, what is wrong with it, whether its id was used. */
export const formSchema = v.object({
	id: v.string(),
	typed: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
	mistakes: v.record(v.string(), v.string()),
	conflict: v.boolean(),
});
export type FormState = { id: string; typed: Typed; mistakes: Mistakes; conflict: boolean };

/** A form nobody has typed in yet, or that starts from known values. */
export function freshForm(typed: Typed = {}): FormState {
	return { id: newId(), typed, mistakes: {}, conflict: false };
}

/** The form again, as typed, with its mistakes; it keeps its id. */
export function mistakenForm(read: Read<unknown> & { ok: false }): FormState {
	const id = read.typed.id;
	const keeps = typeof id === "string" && /^[0-9a-z]{1,16}$/.test(id);
	return { id: keeps ? id : newId(), typed: read.typed, mistakes: read.mistakes, conflict: false };
}

/** The form again, as typed, under a fresh id: the used one had another body. */
export function conflictingForm(typed: Typed): FormState {
	return { id: newId(), typed, mistakes: {}, conflict: true };
}
