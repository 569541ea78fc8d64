// The survey page's query and nothing else: its SQL is the product's own.
import { waveAskedText } from "../../../worker/surveys/answer/store";

export default {
	async fetch(request, { DB }) {
		const [, , wave, unit] = new URL(request.url).pathname.split("/");
		const rows = await DB.prepare(waveAskedText).bind(wave, unit).raw();
		return new Response(JSON.stringify(rows), { headers: { "Content-Type": "text/html" } });
	},
};
