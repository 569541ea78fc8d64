/** What a question must have, and how a form becomes one and comes back. */
import type { Option, Question, Wording } from "../../questionnaire/rules";
import { conditionOf, neverAsked, opensIn } from "../rules";
import {
	ageOptions,
	type Shape,
	satisfactionOptions,
	sexOptions,
	shapeOf,
	unknown,
	writesOptions,
	yesNoOptions,
} from "../shapes";

/** The most answers that one question offers. */
export const mostOptions = 12;

/** A question as its form was filled in. */
export type TypedQuestion = {
	shape: Shape;
	zh: string | null;
	en: string | null;
	heading_zh: string | null;
	heading_en: string | null;
	required: boolean;
	faces: boolean;
	participation: boolean;
	options_zh: string | null;
	options_en: string | null;
	right: string | null;
	least: number | null;
	most: number | null;
	only_if: string | null;
	sure: boolean;
};

/** The lines of a text that was typed one a line, blank ones left out. */
const linesOf = (text: string | null) =>
	(text ?? "")
		.split("\n")
		.map((line) => line.trim())
		.filter(Boolean);

/** Reasons by field. */
type Trouble = Record<string, string>;

/**
 * What is wrong with a question as it was filled in, by field; nothing where it may stand.
 * @param earlier those before it, on which it may hang
 * @param others all the others of its questionnaire
 */
export function questionMistakes(
	typed: TypedQuestion,
	earlier: readonly Question[],
	others: readonly Question[],
): Trouble {
	const wrong: Trouble = {};
	// What people write is gathered in one place, apart from their answers: two such questions could not be told apart there.
	if (typed.shape === "open" && opensIn(others) > 0) wrong.zh = "one-open";
	if (!typed.zh && !typed.en) wrong.zh = "required";
	if (writesOptions(typed.shape)) Object.assign(wrong, optionMistakes(typed));
	if (typed.shape === "number" && (typed.most ?? 100) <= (typed.least ?? 0)) wrong.most = "not-more";
	if (typed.only_if !== null && !conditionOf(typed.only_if, earlier)) wrong.only_if = "not-a-choice";
	for (const field of ["zh", "en", "heading_zh", "heading_en", "options_zh", "options_en"] as const) {
		const smell = neverAsked(typed[field] ?? "");
		if (smell === "never") wrong[field] = "never-asked";
		if (smell === "look" && !typed.sure) wrong[field] ??= "look-again";
	}
	return wrong;
}

function optionMistakes({ shape, options_zh, options_en, right }: TypedQuestion): Trouble {
	const [zh, en] = [linesOf(options_zh), linesOf(options_en)];
	const count = Math.max(zh.length, en.length);
	if (count < 2) return { options_zh: "two-choices" };
	if (count > mostOptions) return { options_zh: `too-many ${mostOptions}` };
	if ([...zh, ...en].some((line) => [...line].length > 60)) return { options_zh: "too-long 60" };
	if (zh.length > 0 && en.length > 0 && zh.length !== en.length)
		return { options_en: `lines-differ ${zh.length} ${en.length}` };
	if (shape !== "knowledge") return {};
	const places = rightPlaces(right);
	return places.length > 0 && places.every((place) => place >= 1 && place <= count)
		? {}
		: { right: `right-place ${count}` };
}

/** Which answers are right, as their places were typed: 2, or 1 3. */
const rightPlaces = (right: string | null) =>
	(right ?? "")
		.normalize("NFKC")
		.split(/[^0-9]+/)
		.filter(Boolean)
		.map(Number);

/** The question that a form describes, under the key it has; `before` is how it stood. */
export function questionOf(
	key: string,
	typed: TypedQuestion,
	earlier: readonly Question[],
	before: Question | null,
): Question {
	const heading = wordingOf(typed.heading_zh, typed.heading_en);
	const onlyIf = typed.only_if === null ? null : conditionOf(typed.only_if, earlier);
	const common = {
		key,
		words: wordingOf(typed.zh, typed.en),
		...(heading.zh || heading.en ? { heading } : {}),
		...(onlyIf ? { onlyIf } : {}),
	};
	const { required } = typed;
	switch (typed.shape) {
		case "open":
			return { ...common, kind: "open", role: "remark", longest: 300 };
		case "scale":
			return { ...common, kind: "scale", role: "plain", required };
		case "number":
			return {
				...common,
				kind: "number",
				role: "plain",
				required,
				least: typed.least ?? 0,
				most: typed.most ?? 100,
			};
		case "several":
			return { ...common, kind: "several", role: "plain", required, options: writtenOptions(typed, before) };
		case "satisfaction":
			return {
				...common,
				kind: "choice",
				role: "satisfaction",
				required,
				options: satisfactionOptions(typed.faces),
			};
		case "sex":
			return { ...common, kind: "choice", role: "sex", required, options: sexOptions };
		case "age":
			return { ...common, kind: "choice", role: "age", required, options: ageOptions };
		case "knowledge":
			return {
				...common,
				kind: "choice",
				role: "knowledge",
				required,
				options: knowledgeOptions(typed, before),
			};
		case "yes-no": {
			const stood = before?.kind === "choice" && shapeOf(before) === "yes-no" ? before.options : yesNoOptions;
			const role = typed.participation ? "participation" : "plain";
			return { ...common, kind: "choice", role, required, options: stood };
		}
		case "one":
			return { ...common, kind: "choice", role: "plain", required, options: writtenOptions(typed, before) };
	}
}

const wordingOf = (zh: string | null, en: string | null): Wording => ({ zh: zh ?? "", en: en ?? "" });

/**
 * The answers as they were written. One that stood before keeps its key, by its words or else by its place, so that what was
 * answered to it in an earlier version is still the same answer; a new one gets a key that none has had.
 */
function writtenOptions({ options_zh, options_en }: TypedQuestion, before: Question | null): Option[] {
	const [zh, en] = [linesOf(options_zh), linesOf(options_en)];
	const stood = before && "options" in before ? before.options : [];
	const count = Math.max(zh.length, en.length);
	const written = Array.from({ length: count }, (_, place) =>
		wordingOf(zh[place] ?? null, en[place] ?? null),
	);
	const keys: (string | undefined)[] = written.map(
		(words) => stood.find((option) => option.words.zh === words.zh && option.words.en === words.en)?.key,
	);
	const sameCount = stood.filter(({ key }) => key !== unknown.key).length === count;
	const fresh = freshKeys(stood);
	return written.map((words, place) => {
		const there = sameCount ? stood[place]?.key : undefined;
		const key = keys[place] ?? (there && !keys.includes(there) ? there : fresh());
		return { key, words };
	});
}

/** Keys that no option has: a, b, c … */
function freshKeys(stood: readonly Option[]): () => string {
	const letters = [..."abcdefghijklmnopqrstuvwxyz"].filter(
		(letter) => !stood.some(({ key }) => key === letter),
	);
	let next = 0;
	return () => letters[next++] ?? `z${next}`;
}

function knowledgeOptions(typed: TypedQuestion, before: Question | null): Option[] {
	const right = rightPlaces(typed.right);
	const written = writtenOptions(typed, before).map((option, place) =>
		right.includes(place + 1) ? { ...option, right: true as const } : option,
	);
	return [...written, unknown];
}

/** What the form of a question that stands is filled in with. */
export function typedFrom(question: Question): Record<string, string> {
	const written = "options" in question ? question.options.filter(({ key }) => key !== unknown.key) : [];
	const knows = writesOptions(shapeOf(question));
	const lines = (language: "zh" | "en") => written.map(({ words }) => words[language]).join("\n");
	return {
		shape: shapeOf(question),
		...namesOf(question.words, ""),
		...(question.heading ? namesOf(question.heading, "heading_") : {}),
		...("required" in question && question.required ? { required: "on" } : {}),
		...(written.some(({ face }) => face) ? { faces: "on" } : {}),
		...(question.role === "participation" ? { participation: "on" } : {}),
		...(knows ? { options_zh: lines("zh").trim(), options_en: lines("en").trim() } : {}),
		right: written.flatMap(({ right }, place) => (right ? [place + 1] : [])).join(" "),
		...(question.kind === "number" ? { least: String(question.least), most: String(question.most) } : {}),
		...(question.onlyIf ? { only_if: `${question.onlyIf.question}:${question.onlyIf.option}` } : {}),
	};
}

const namesOf = ({ zh, en }: Wording, before: string) => ({ [`${before}zh`]: zh, [`${before}en`]: en });
