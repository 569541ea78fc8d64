import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswer, saidOf } from "../../worker/surveys/answer/input";
import { answerOf, optionCounts } from "../../worker/surveys/answer/rules";
import {
	bandsOf,
	type Choice,
	heard,
	type Question,
	type Questionnaire,
	type Said,
} from "../../worker/surveys/questionnaire/rules";

const words = (text: string) => ({ zh: text, en: text });
const optionsFor = (count: number) =>
	Array.from({ length: count }, (_, place) => ({ key: `o${place}`, words: words(`${place}`) }));

/** Questionnaires of every kind of question, each of which may hang on an option of an earlier one. */
const questionnaires: fc.Arbitrary<Questionnaire> = fc
	.array(
		fc.record({
			kind: fc.constantFrom(
				"choice" as const,
				"several" as const,
				"scale" as const,
				"number" as const,
				"open" as const,
			),
			options: fc.integer({ min: 2, max: 6 }),
			required: fc.boolean(),
			hangs: fc.boolean(),
			on: fc.nat(100),
			which: fc.nat(5),
			most: fc.integer({ min: 1, max: 90 }),
		}),
		{ minLength: 1, maxLength: 9 },
	)
	.map((drawn) => {
		const questions: Question[] = [];
		for (const { kind, options, required, hangs, on, which, most } of drawn) {
			const earlier = questions.filter(
				(one): one is Choice => one.kind === "choice" || (one.kind as string) === "several",
			);
			const parent = earlier[on % Math.max(1, earlier.length)];
			const option = parent?.options[which % parent.options.length];
			const common = {
				key: `q${questions.length + 1}`,
				words: words("?"),
				...(hangs && parent && option ? { onlyIf: { question: parent.key, option: option.key } } : {}),
			};
			switch (kind) {
				case "choice":
					questions.push({ ...common, kind, role: "plain", required, options: optionsFor(options) });
					break;
				case "several":
					questions.push({ ...common, kind, role: "plain", required, options: optionsFor(options) });
					break;
				case "scale":
					questions.push({ ...common, kind, role: "plain", required });
					break;
				case "number":
					questions.push({ ...common, kind, role: "plain", required, least: 0, most });
					break;
				case "open":
					questions.push({ ...common, kind, role: "remark", longest: 50 });
			}
		}
		return { key: "k", version: 1, name: words("k"), title: words("k"), questions };
	});

/** What somebody's phone sends: an answer to every question or none, whether or not it was put to them. */
const bodyFor = ({ questions }: Questionnaire) =>
	fc.record(Object.fromEntries(questions.map((question) => [question.key, sentTo(question)])));

function sentTo(question: Question): fc.Arbitrary<string | string[]> {
	const left = fc.constant("");
	switch (question.kind) {
		case "choice":
			return fc.oneof(left, fc.constantFrom(...question.options.map(({ key }) => key)));
		case "several":
			return fc.subarray(question.options.map(({ key }) => key));
		case "scale":
			return fc.oneof(left, fc.nat(10).map(String));
		case "number":
			return fc.oneof(left, fc.nat(question.most).map(String));
		case "open":
			return fc.oneof(left, fc.constant("好"));
	}
}

const answered = questionnaires.chain((questionnaire) =>
	fc.tuple(fc.constant(questionnaire), fc.array(bodyFor(questionnaire), { minLength: 1, maxLength: 25 })),
);

/** Written out anew: whether a question was put to somebody, by following what it hangs on up to the top. */
function putTo(
	question: Question,
	questionnaire: Questionnaire,
	body: Record<string, string | string[]>,
): boolean {
	if (!question.onlyIf) return true;
	const parent = questionnaire.questions.find(({ key }) => key === question.onlyIf?.question);
	const given = parent && body[parent.key];
	const ticked = typeof given === "string" ? [given] : (given ?? []);
	return !!parent && ticked.includes(question.onlyIf.option) && putTo(parent, questionnaire, body);
}

const read = (questionnaire: Questionnaire, body: Record<string, unknown>) =>
	readAnswer(questionnaire, { ...body, id: "a1", code: "" });

test("An answer to a question that was not put to this person is never stored, counted or insisted on, however deep it hangs.", () => {
	fc.assert(
		fc.property(answered, ([questionnaire, bodies]) => {
			for (const body of bodies) {
				const taken = read(questionnaire, body);
				const missing = questionnaire.questions.filter(
					(question) =>
						question.kind !== "open" &&
						question.required &&
						putTo(question, questionnaire, body) &&
						[body[question.key] ?? ""].flat().join("") === "",
				);
				expect(taken.ok).toBe(missing.length === 0);
				if (!taken.ok) {
					expect(Object.keys(taken.mistakes).sort()).toEqual(missing.map(({ key }) => key).sort());
					continue;
				}
				const counted = answerOf(questionnaire, saidOf(questionnaire, taken.value), "slip", "2026-11-28");
				for (const question of questionnaire.questions) {
					const stored = (JSON.parse(counted.said) as Said)[question.key];
					if (putTo(question, questionnaire, body)) continue;
					expect(stored).toBeUndefined();
					expect(counted.labels.filter((label) => label.startsWith(`${question.key}:`))).toEqual([]);
				}
			}
		}),
		{ numRuns: 150 },
	);
});

test("What the tally holds of any questionnaire is what a naive recount of the answers finds.", () => {
	fc.assert(
		fc.property(answered, ([questionnaire, bodies]) => {
			const counts: Record<string, number> = {};
			const kept = bodies.filter((body) => read(questionnaire, body).ok);
			for (const body of kept) {
				const taken = read(questionnaire, body);
				if (!taken.ok) continue;
				const { labels } = answerOf(questionnaire, saidOf(questionnaire, taken.value), "slip", "2026-11-28");
				expect(new Set(labels).size).toBe(labels.length);
				for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
			}
			expect(counts.n ?? 0).toBe(kept.length);
			for (const question of questionnaire.questions) {
				const asked = kept.filter((body) => putTo(question, questionnaire, body));
				const given = asked.map((body) => [body[question.key] ?? ""].flat().filter(Boolean));
				const base = given.filter(({ length }) => length > 0).length;
				if (question.kind === "open") {
					expect(counts[`${question.key}:said`] ?? 0).toBe(base);
					continue;
				}
				const shown = optionCounts(counts, question);
				expect(shown.base).toBe(base);
				const within = (key: string, one: string) => {
					const [from, to = from] = key.split("-").map(Number);
					return question.kind === "number"
						? Number(one) >= Number(from) && Number(one) <= Number(to)
						: key === one;
				};
				for (const { key, count } of shown.options)
					expect(count).toBe(given.filter((ticked) => ticked.some((one) => within(key, one))).length);
			}
		}),
		{ numRuns: 150 },
	);
});

test("Numbers fall into bands that leave no gap and never overlap, at most eleven.", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 5000 }), (least, span) => {
			const bands = bandsOf({ least, most: least + span });
			expect(bands.length).toBeLessThanOrEqual(11);
			expect([bands[0]?.from, bands.at(-1)?.to]).toEqual([least, least + span]);
			bands.slice(1).forEach(({ from }, place) => {
				expect(from).toBe((bands[place]?.to ?? 0) + 1);
			});
		}),
	);
});

test("What is taken once is taken again the same: an answer that was heard stays as it is.", () => {
	fc.assert(
		fc.property(answered, ([questionnaire, bodies]) => {
			for (const body of bodies) {
				const taken = read(questionnaire, body);
				const said = taken.ok ? saidOf(questionnaire, taken.value) : {};
				expect(heard(questionnaire, said)).toEqual(said);
			}
		}),
	);
});
