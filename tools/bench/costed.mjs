import { metered } from "../../test/meter";
import { app } from "../../worker/app";

/** Has the product answer one request with a meter on its database; the answer says in a header what it cost there. */
export async function costed(request, env, context, dressed = (db) => db) {
	const { db, cost } = metered(env.DB);
	const answer = await app.fetch(request, { ...env, DB: dressed(db) }, context);
	const body = await answer.arrayBuffer();
	const headers = new Headers(answer.headers);
	headers.set("X-Cost", JSON.stringify(cost));
	return new Response(answer.status === 204 || answer.status === 303 ? null : body, {
		status: answer.status,
		headers,
	});
}
