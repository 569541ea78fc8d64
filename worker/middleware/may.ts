import { createMiddleware } from "hono/factory";
import type { Bindings, Place, Reader, Variables } from "../http/door";
import { problem } from "../http/problem";
import { type Act, mayBelow } from "../roles/may";

type Inside = { Bindings: Bindings; Variables: Variables & { place: Place; reader: Reader } };
type SignedIn = { Bindings: Bindings; Variables: Variables & { reader: Reader } };

/** Lets in who may do this at the organisation that the path names. Not found and not yours are the same 404. */
export const may = (act: Act) =>
	createMiddleware<Inside>(async (c, next) => {
		if (!c.var.reader) return problem(c, 401, "sign-in");
		if (!c.var.place?.acts.includes(act)) return problem(c, 404, "not-found");
		return next();
	});

/** Lets in who may see what lies below the organisation that the path names. */
export const maySeeBelow = createMiddleware<Inside>(async (c, next) => {
	if (!c.var.reader) return problem(c, 401, "sign-in");
	if (!c.var.place || !mayBelow(c.var.place.holds, "see")) return problem(c, 404, "not-found");
	return next();
});

/** Lets in whoever is signed in; a token that only reads changes nothing, not even its maker's devices. */
export const signedIn = createMiddleware<SignedIn>(async (c, next) => {
	if (!c.var.reader) return problem(c, 401, "sign-in");
	if (c.var.reader.readsOnly && c.req.method !== "GET") return problem(c, 404, "not-found");
	return next();
});
