import type { Difference } from "../../../worker/intakes/members/rules";
import { type Decision, type Doubt, decisionsFor } from "./decisions";
import { type Somebody, told } from "./members";
import { type Around, el, lineText, note, select, table } from "./page";

/** How many lines of one question are listed; the rest follow what is chosen for all of them. */
const mostAsked = 120;

const order: readonly Doubt[] = [
	...(["differs", "same-as-line", "alike", "alike-line", "sounds-alike", "left"] as const),
	...(["fault", "no-day", "no-name", "born-later", "unknown-place", "namesake", "namesake-line"] as const),
];

/** Every line in doubt beside its reason, by question, each to be decided; `changed` is called when one is. */
export function questionsOf(people: readonly Somebody[], around: Around, changed: () => void): HTMLElement[] {
	return order.flatMap((doubt) => {
		const asked = people.filter((one) => one.doubt === doubt);
		return asked.length > 0 ? [groupOf(doubt, asked, around, changed)] : [];
	});
}

function groupOf(
	doubt: Doubt,
	people: readonly Somebody[],
	around: Around,
	changed: () => void,
): HTMLElement {
	const { say } = around;
	const section = el("section", { class: "intake-group" });
	const title = say.counted(say.questions[doubt], people.length);
	const redraw = () => {
		draw();
		changed();
	};
	const draw = () => {
		const shown = people.slice(0, mostAsked);
		section.replaceChildren(
			el("h3", {}, title),
			...(people.length > 1 ? [forAll(doubt, people, around, redraw)] : []),
			table(
				title,
				[say.line, say.file, say.known, say.why, say.decide],
				shown.map((one) => rowOf(one, around, redraw)),
			),
			...(people.length > shown.length ? [note(say.asChosen(people.length - shown.length))] : []),
		);
	};
	draw();
	return section;
}

/** One choice for all lines of a question that allow it. */
function forAll(
	doubt: Doubt,
	people: readonly Somebody[],
	{ say }: Around,
	changed: () => void,
): HTMLElement {
	const choices = new Set(people.flatMap((one) => possible(one).map(({ choice }) => choice)));
	const chosen = new Set(people.map(({ decision }) => decision.choice));
	const [only] = chosen.size === 1 ? chosen : [];
	const made = select(
		say.labelled(say.all, say.questions[doubt]),
		[
			...(only ? [] : [["", "—"] as const]),
			...[...choices].map((choice) => [choice, say.choices[choice]] as const),
		],
		only ?? "",
		(choice) => {
			for (const one of people) choose(one, choice);
			changed();
		},
	);
	return el("label", { class: "intake-all" }, `${say.all} `, made);
}

const possible = (one: Somebody): Decision[] => decisionsFor(one, one.proposal, one.doubt);

function choose(one: Somebody, choice: string): void {
	one.decision = possible(one).find((decision) => decision.choice === choice) ?? one.decision;
}

function rowOf(one: Somebody, around: Around, changed: () => void) {
	const { line, proposal, faults, placeName, decision } = one;
	const { say } = around;
	const because = [
		...proposal.because.map((reason) => say.because[reason]),
		...faults.map(({ field, heading, text, trouble }) =>
			say.labelled(
				`${heading || say.fields[field] || field}${text ? say.quoted(text) : ""}`,
				say.troubles[trouble],
			),
		),
		...(one.doubt === "unknown-place" && placeName ? [placeName] : []),
	];
	return [
		lineText(line.line, say),
		el("span", {}, el("b", {}, line.name || "—"), " ", told(line, around)),
		knownOf(one, around, changed),
		because.join(say.semicolon) || say.questions[one.doubt ?? "fault"],
		select(
			`${say.asLine(lineText(line.line, say))} ${line.name} ${say.decide}`,
			possible(one).map(({ choice }) => [choice, say.choices[choice]] as const),
			decision.choice,
			(choice) => {
				choose(one, choice);
				changed();
			},
		),
	];
}

/** Who is known under that name, and field by field what the line would change. */
function knownOf(
	{ proposal, decision }: Somebody,
	around: Around,
	changed: () => void,
): HTMLElement | string {
	const { say } = around;
	if (proposal.known === null) return proposal.twin === null ? "" : say.asLine(lineText(proposal.twin, say));
	const { known, differences } = proposal;
	return el(
		"div",
		{},
		el("b", {}, known.name),
		` ${told(known, around)}`,
		decision.choice === "same-take" &&
			el(
				"ul",
				{},
				differences.map((one) => el("li", {}, differenceOf(one, decision, around, changed))),
			),
		decision.choice !== "same-take" &&
			differences.length > 0 &&
			el(
				"ul",
				{},
				differences.map((one) => el("li", {}, inWords(one, around))),
			),
	);
}

function differenceOf(one: Difference, decision: Decision, around: Around, changed: () => void): HTMLElement {
	const box = el("input", { type: "checkbox", checked: decision.take.has(one.field) });
	box.addEventListener("change", () => {
		if (box.checked) decision.take.add(one.field);
		else decision.take.delete(one.field);
		changed();
	});
	return el("label", { class: "choice" }, box, el("span", {}, inWords(one, around)));
}

function inWords({ field, from, to }: Difference, { say, further }: Around): string {
	const own = further.find(({ id }) => field === `further.${id}`);
	const label = own ? (say.sheet === "Which sheet" ? own.en : own.zh) : (say.fields[field] ?? field);
	const worded = (value: string | number | null) =>
		value === null ? say.nothing : (say.values[value] ?? value);
	return say.labelled(label, `${worded(from)} → ${worded(to)}`);
}
