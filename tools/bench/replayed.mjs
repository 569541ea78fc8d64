// The product on a database that answers from memory what it answered once before: what a request then takes of the processor is
// the Worker's own, as in production, where the database runs elsewhere. What comes back is parsed from JSON, as it is there.
import { costed } from "./costed.mjs";

const known = new Map();

export default {
	fetch: (request, env, context) =>
		costed(request, env, context, request.headers.get("X-Replay") === "1" ? remembered : noted),
};

/** A database that asks another, and keeps what it answered. */
const noted = (db) =>
	standIn(db, async (key, ask) => {
		const result = await ask();
		known.set(key, JSON.stringify(result));
		return result;
	});

/** A database that answers what was kept, and refuses what nobody asked before. */
const remembered = (db) =>
	standIn(db, async (key) => {
		const text = known.get(key);
		if (text === undefined) throw new Error(`nothing kept for ${key.slice(0, 200)}`);
		return JSON.parse(text);
	});

/** A question without the second at which it was asked. */
const keyOf = (text, values) =>
	JSON.stringify([text, values.map((one) => (typeof one === "number" && one > 1e9 ? "now" : one))]);

function standIn(db, answer) {
	const statement = (real, text, values) => ({
		real,
		key: keyOf(text, values),
		bind: (...more) => statement(real.bind(...more), text, more),
		...Object.fromEntries(
			["all", "run", "raw", "first"].map((kind) => [
				kind,
				(...how) => answer(`${kind} ${keyOf(text, values)} ${JSON.stringify(how)}`, () => real[kind](...how)),
			]),
		),
	});
	return {
		prepare: (text) => statement(db.prepare(text), text, []),
		batch: (statements) =>
			answer(`batch ${statements.map(({ key }) => key).join()}`, () =>
				db.batch(statements.map(({ real }) => real)),
			),
	};
}
