// The product with a meter on its database: each answer says in a header what it cost there.
import { metered } from "../../test/meter";
import { app } from "../../worker/app";

export default {
	async fetch(request, env, context) {
		const { db, cost } = metered(env.DB);
		const answer = await app.fetch(request, { ...env, DB: db }, context);
		const body = await answer.arrayBuffer();
		const headers = new Headers(answer.headers);
		headers.set("X-Cost", JSON.stringify(cost));
		return new Response(answer.status === 204 || answer.status === 303 ? null : body, {
			status: answer.status,
			headers,
		});
	},
};
