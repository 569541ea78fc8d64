import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import type * as v from "valibot";

/** What /openapi.json says of a route. */
export type Description = {
	summary: string;
	/** The schema of the body that a POST takes, as form or JSON. */
	takes?: v.GenericSchema;
	/** The schema of the facts that a page answers with. */
	answers?: v.GenericSchema;
	/** Needs no signing in. */
	open?: boolean;
};

const descriptions = new WeakMap<object, Description>();

/**
 * Describes a route for /openapi.json. The same schemas read the body and filter the answer, so the description can't
 * drift from what happens.
 */
export function describe(route: Description) {
	const described = createMiddleware(async (_c, next) => next());
	descriptions.set(described, route);
	return described;
}

/** The description that a handler carries, if it is one made by `describe`. */
export function descriptionOf(
	handler: MiddlewareHandler | ((...args: never[]) => unknown),
): Description | undefined {
	return descriptions.get(handler);
}
