// The survey page's query and nothing else: its SQL is taken from the product once, then only run.
import { drizzle } from "drizzle-orm/d1";
import { waveAsked } from "../../../worker/surveys/answer/store";

let query;

export default {
	async fetch(request, { DB }) {
		const [, , wave, unit] = new URL(request.url).pathname.split("/");
		query ??= waveAsked(drizzle(DB), wave, unit).toSQL();
		const rows = await DB.prepare(query.sql)
			.bind(...query.params)
			.raw();
		return new Response(JSON.stringify(rows), { headers: { "Content-Type": "text/html" } });
	},
};
