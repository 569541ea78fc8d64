import { numbersFacts, sheetFacts } from "../../../web/activities/facts";
import { NumbersPage } from "../../../web/activities/numbers";
import { SignInSheetPage } from "../../../web/activities/sheet";
import { words } from "../../../web/activities/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem, problemDetails } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { nowInMilliseconds } from "../../values/day";
import { newId } from "../../values/id";
import { typedOf } from "../../values/typed";
import { sessionsOf } from "../holding/store";
import { heldActivityOf } from "../report/store";
import { mostNames, numberingSchema, numbersSchema } from "./input";
import { numberedWith, numbersOf, peopleAt } from "./numbers";
import { readRoll, sessionAsked } from "./roll";
import { rollOf } from "./rules";
import { namesOf, number, numberingOf, rosterOf, takeTaps } from "./store";

const sheetFaces = { schema: sheetFacts, page: SignInSheetPage };
const numbersFaces = { schema: numbersFacts, page: NumbersPage };

/** The numbered sheet that is signed at the door, and its numbers keyed in. */
export const sheets = room()
	.get(
		paths.signInSheet(":organisation", ":activity"),
		may("see"),
		describe({ summary: "A sheet to sign at the door", answers: sheetFacts }),
		async (c) => {
			const sheet = await readSheet(c.var, c.req.param("activity"));
			return sheet
				? face(c, sheetFaces, { ...sheet, session: sessionAsked(c.req.query("session")), numbers: newId() })
				: problem(c, 404, "not-found");
		},
	)
	.post(
		paths.signInSheet(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Give everybody on the roll a number that stays", takes: numberingSchema }),
		async (c) => {
			const { db, place } = c.var;
			const sheet = await readSheet(c.var, c.req.param("activity"));
			if (!sheet) return problem(c, 404, "not-found");
			const read = await bodyOf(c, numberingSchema);
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			const before = sheet.numbering;
			const people = numberedWith(before, sheet.roll);
			if (people) {
				const host = { ...place, id: sheet.host };
				await onceAsChange({ ...c.var, place: host }, sheet.activity.id, read.value, (by) =>
					number(db, host, sheet.activity.id, { before, people }, by),
				);
			}
			return made(c, paths.signInSheet(place.id, sheet.activity.id));
		},
	)
	.get(
		paths.sheetNumbers(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Whom the numbers of a signed sheet stand for", answers: numbersFacts }),
		async (c) => {
			const typed = c.req.query("numbers") ?? "";
			const form = freshForm(typed ? { numbers: typed.slice(0, 500) } : {});
			const facts = await readNumbers(
				c.var,
				c.req.param("activity"),
				sessionAsked(c.req.query("session")),
				form,
			);
			return facts ? face(c, numbersFaces, facts) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.sheetNumbers(":organisation", ":activity"),
		may("record activities"),
		describe({ summary: "Mark those whose numbers stand on the signed sheet", takes: numbersSchema }),
		async (c) => {
			const { db, place, language, today } = c.var;
			const read = await bodyOf(c, numbersSchema);
			const form = read.ok ? freshForm(typedOf(read.value)) : mistakenForm(read);
			const session = read.ok ? read.value.session : 1;
			const facts = await readNumbers(c.var, c.req.param("activity"), session, form);
			if (!facts) return problem(c, 404, "not-found");
			const { mistakes } = facts.form;
			if (!read.ok || !facts.preview || Object.keys(mistakes).length > 0)
				return mistaken(c, numbersFaces, { ...facts, mistakes });
			const { id } = read.value;
			const at = nowInMilliseconds();
			const taps = facts.people
				.filter(({ already }) => !already)
				.map(({ person }) => ({ id, person, came: true, proxy: false, at }));
			const outcome = await onceAsChange(
				{ ...c.var, place: { ...place, id: facts.called.organisation } },
				facts.activity.id,
				read.value,
				(by) => takeTaps(db, place, facts.called, taps, "sheet", by, today),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different")
				return different(c, numbersFaces, { ...facts, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].rollSaved(facts.preview.added, 0));
			return made(c, paths.activity(place.id, facts.activity.id));
		},
	);

type Inside = { db: Database; place: Place; today: string };

/** An activity with its roll and the numbers that stand so far; nothing for a forged id, nor for a cancelled one. */
async function readSheet({ db, place }: Inside, id: string) {
	const [[activity], members, [kept], sessions] = await db.batch([
		heldActivityOf(db, place, id),
		rosterOf(db, place, id, mostNames),
		numberingOf(db, place, id),
		sessionsOf(db, place, id),
	]);
	if (!activity || activity.cancelled === 1) return null;
	const numbering = kept?.people ?? [];
	const roll = rollOf(members, []);
	const at = new Map(numbering.map((person, index) => [person, index + 1]));
	const lines = roll
		.map((one) => ({ number: at.get(one.id) ?? null, name: one.name }))
		.sort((a, b) => (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY));
	return {
		activity,
		host: activity.organisation,
		sessions,
		numbering,
		roll,
		lines,
		unnumbered: lines.filter((line) => line.number === null).length,
	};
}

/** What the numbers that were typed stand for, with what is wrong with them. */
async function readNumbers(inside: Inside, id: string, session: number, form: FormState) {
	const roll = await readRoll(inside, id, session);
	if (!roll) return null;
	const { db, place } = inside;
	const [kept] = await numberingOf(db, place, id);
	const numbering = kept?.people ?? [];
	const facts: typeof roll & Keying = {
		...roll,
		numbered: numbering.length,
		people: [],
		preview: null,
		form,
	};
	const typed = form.typed.numbers;
	if (typeof typed !== "string" || typed === "" || Object.keys(form.mistakes).length > 0) return facts;
	const read = numbersOf(typed);
	if (!read.ok) return { ...facts, form: { ...form, mistakes: { numbers: "not-numbers" } } };
	const { people, unknown } = peopleAt(read.numbers, numbering);
	if (unknown.length > 0)
		return {
			...facts,
			form: { ...form, mistakes: { numbers: `no-such-number ${unknown.slice(0, 5).join(" ")}` } },
		};
	const names = new Map(
		(
			await namesOf(
				db,
				people.map(({ person }) => person),
			)
		).map((one) => [one.id, one.name]),
	);
	const came = new Set(roll.roster.filter((one) => one.came).map((one) => one.id));
	const keyed = people.map((one) => ({
		...one,
		name: names.get(one.person) ?? "",
		already: came.has(one.person),
	}));
	return {
		...facts,
		people: keyed,
		preview: { people: keyed, added: keyed.filter(({ already }) => !already).length },
	};
}

type Keying = {
	numbered: number;
	people: Keyed[];
	preview: { people: Keyed[]; added: number } | null;
	form: FormState;
};
type Keyed = { number: number; person: string; name: string; already: boolean };
