import { toJsonSchema } from "@valibot/to-json-schema";
import type { Hono } from "hono";
import type * as v from "valibot";
import { type Description, descriptionOf } from "./http/describe";
import type { Door } from "./http/door";

/** A route of the app with what it says of itself. */
export type DescribedRoute = { method: string; path: string; description: Description };

/** Every described route of the app, in the order of the floor plan. */
export function describedRoutes(app: Hono<Door>): DescribedRoute[] {
	return app.routes.flatMap(({ method, path, handler }) => {
		const description = descriptionOf(handler);
		return description ? [{ method, path, description }] : [];
	});
}

/** The OpenAPI 3.1 document of the app, made from the schemas that its routes read and answer with. */
export function openapi(app: Hono<Door>, version: string): object {
	const paths: Record<string, Record<string, object>> = {};
	for (const { method, path, description } of describedRoutes(app)) {
		const open = path.replace(/:(\w+)/g, "{$1}");
		paths[open] = { ...paths[open], [method.toLowerCase()]: operation(path, description) };
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Huijia 会家",
			version,
			description:
				"Every page's facts at the page's own URL with Accept: application/json. A POST takes a form or JSON, answers 201 with Location, and carries the id of the row it will make, so that a retry is the same write.",
		},
		components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
		security: [{ bearer: [] }],
		paths,
	};
}

function operation(path: string, { summary, takes, answers, open }: Description): object {
	const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
		name,
		in: "path",
		required: true,
		schema: { type: "string" },
	}));
	return {
		summary,
		...(parameters.length > 0 ? { parameters } : {}),
		...(open ? { security: [] } : {}),
		...(takes ? { requestBody: { required: true, content: both(schemaOf(takes, "input")) } } : {}),
		responses: {
			...(answers
				? { 200: { description: "The facts of the page", content: json(schemaOf(answers, "output")) } }
				: {}),
			...(takes ? writeResponses : {}),
			...(open ? {} : { 401: problem("Not signed in") }),
			404: problem("Not found, or out of reach"),
		},
	};
}

const problem = (description: string) => ({ description, content: { "application/problem+json": {} } });

const writeResponses = {
	201: { description: "Made, or made before by the same request; Location says where it is" },
	409: problem("The id stands for another body"),
	422: problem("Mistakes by field"),
};

const json = (schema: object) => ({ "application/json": { schema } });
const both = (schema: object) => ({ ...json(schema), "application/x-www-form-urlencoded": { schema } });

function schemaOf(schema: v.GenericSchema, typeMode: "input" | "output"): object {
	const { $schema: _, ...rest } = toJsonSchema(schema, { typeMode, errorMode: "ignore" });
	return rest;
}
