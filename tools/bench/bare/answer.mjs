// The batch of an answer with a code and nothing else: its SQL is taken from the product once, then run with fresh ids.
// With `?read` in the address it first runs the query that the product has to ask before it may store anything.
import { drizzle } from "drizzle-orm/d1";
import { answerOf } from "../../../worker/surveys/answer/rules";
import { storeAnswer, waveToAnswerText } from "../../../worker/surveys/answer/store";
import { newestQuestionnaire } from "../../../worker/surveys/questionnaire/ready";

let known;

export default {
	async fetch(request, { DB }) {
		const url = new URL(request.url);
		const [, , wave, unit] = url.pathname.split("/");
		const id = new URLSearchParams(await request.text()).get("id");
		known ??= await record(wave, unit);
		if (url.search) {
			const { sql, params } = known.read;
			await DB.prepare(sql)
				.bind(...params.map((value) => (value === "ID" ? id : value)))
				.raw();
		}
		const fresh = { ID: id, HASH: `bare ${id}` };
		await DB.batch(
			known.batch.map(({ sql, params }) =>
				DB.prepare(sql).bind(...params.map((value) => fresh[value] ?? value)),
			),
		);
		return new Response(null, { status: 303, headers: { Location: "/received" } });
	},
};

/** What the product would send, written down instead of sent. */
async function record(wave, unit) {
	const said = { satisfied: "5", does: "helps", comes: "residents", accounts: "members", took: "yes" };
	const counting = answerOf(newestQuestionnaire, said, "slip", "2026-01-01");
	const written = [];
	const paper = {
		prepare: (sql) => ({ bind: (...params) => ({ sql, params }) }),
		batch: async (statements) => {
			written.push(...statements);
			return statements.map(() => ({ results: [], meta: { changes: 1 } }));
		},
	};
	await storeAnswer(drizzle(paper), { wave, unit, id: "ID", hash: "HASH", ceiling: null, ...counting });
	return { read: { sql: waveToAnswerText, params: [wave, unit, "ID"] }, batch: written };
}
