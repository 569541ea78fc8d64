import type { ReadLine } from "../../../worker/intakes/members/reading";
import {
	groupKey,
	type Known,
	type Line,
	linesInChunk,
	type Proposal,
	proposalsFor,
	rowsEach,
} from "../../../worker/intakes/members/rules";
import { paths } from "../../paths";
import type { Running } from "./begin";
import { type Found, type Manner, memberLines } from "./columns";
import { type Decision, type Doubt, decisionsFor, doubtOf } from "./decisions";
import type { Read } from "./file";
import { laterFile } from "./later";
import { type Around, ask, button, el, lineText, note, rowsLeft, table, warning } from "./page";
import { questionsOf } from "./questions";
import { send } from "./send";

export type Look = {
	read: Read;
	sheets: Found;
	manner: Manner;
	around: Around;
	running: Running | null;
	back: () => void;
};

/** A look with the groups that stand where its lines go. */
type Asked = Look & { groups: ReadonlySet<string> };

/** Somebody in the file, with what is proposed, and what was decided. */
export type Somebody = ReadLine & { proposal: Proposal; doubt: Doubt | null; decision: Decision };

/** The second step: every line beside what is known, what is in doubt to be decided, and what it will cost. */
export async function lookAtMembers(look: Look): Promise<void> {
	const { around, manner, sheets, running } = look;
	const { say, steps } = around;
	const lines = memberLines(sheets, manner, around);
	const progress = el("progress", { max: lines.length, value: 0, "aria-label": say.looking });
	steps.replaceChildren(note(say.looking), progress);
	const asked = await knownOf(lines, around, (done) => {
		progress.value = done;
	}).catch(() => null);
	if (!asked) {
		steps.replaceChildren(
			warning(say.stopped),
			button(say.retry, () => lookAtMembers(look), "stamp"),
		);
		return;
	}
	const proposals = proposalsFor(
		lines.map(({ line }) => line),
		asked.known,
	);
	const people = lines.map((one, at): Somebody => {
		const proposal = proposals[at] as Proposal;
		const doubt = doubtOf(one, proposal);
		return { ...one, proposal, doubt, decision: decisionsFor(one, proposal, doubt)[0] as Decision };
	});
	show({ ...look, groups: asked.groups }, people, running);
}

/** A group in a place, as it is known again by. */
const groupAt = (place: string, name: string) => `${place} ${groupKey(name)}`;

/** The groups that what was decided would make, as they are written first. */
function newGroupsOf(
	people: readonly Somebody[],
	{ around, groups }: Pick<Asked, "around" | "groups">,
): string[] {
	const fresh = new Map<string, string>();
	for (const { line, decision } of people) {
		if (line.group === null) continue;
		const taken = decision.as === "new" || (decision.as === "same" && decision.take.has("group"));
		const key = groupAt(line.place ?? around.place.id, line.group);
		if (taken && !groups.has(key) && !fresh.has(key)) fresh.set(key, line.group);
	}
	return [...fresh.values()];
}

/** The known members whose names are read as each line's is: asked for in parts, three at a time. */
async function knownOf(
	lines: readonly ReadLine[],
	{ place }: Around,
	told: (done: number) => void,
): Promise<{ known: Map<number, Known[]>; groups: Set<string> }> {
	const named = lines.map(({ line }) => line).filter(({ name }) => name !== "");
	const parts = partsOf(named, linesInChunk);
	const known = new Map<number, Known[]>();
	const groups = new Set<string>();
	let done = 0;
	const next = async (): Promise<void> => {
		const part = parts.shift();
		if (!part) return;
		const { status, facts } = await ask(paths.intakePreview(place.id), { lines: part });
		if (status !== 200) throw new Error(String(status));
		const found = facts as {
			known: { line: number; members: Known[] }[];
			groups: { place: string; name: string }[];
		};
		for (const { line, members } of found.known) known.set(line, members);
		for (const one of found.groups) groups.add(groupAt(one.place, one.name));
		done += part.length;
		told(done);
		await next();
	};
	await Promise.all([next(), next(), next()]);
	return { known, groups };
}

export const partsOf = <One>(list: readonly One[], size: number): One[][] =>
	Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

function show(look: Asked, people: readonly Somebody[], running: Running | null): void {
	const { around, manner, read } = look;
	const { say, steps } = around;
	const open = people.filter((_, at) => !running?.done.has(Math.floor(at / linesInChunk)));
	const doubtful = open.filter(({ doubt }) => doubt !== null);
	const fine = open.filter(({ doubt }) => doubt === null);
	const foot = el("div", { class: "stack", "data-foot": "" });
	const recount = () => foot.replaceChildren(...footOf(open, { ...look, begin }));
	const begin = (chunks: number | null) =>
		send({
			around,
			running,
			intake: {
				what: "members",
				file: read.name,
				digest: `${read.digest}.${manner.sheet}`,
				lines: people.length,
				columns: JSON.stringify(manner),
			},
			parts: partsOf(people.map(sent), linesInChunk),
			most: chunks,
			to: (id) => paths.intakeChunks(around.place.id, id),
		});
	steps.replaceChildren(
		el("div", { class: "heading" }, el("h2", { tabindex: "-1" }, say.previewTitle)),
		...(running ? [note(say.goingOn(running.done.size, running.chunks))] : []),
		doubtful.length > 0
			? el("p", {}, el("strong", {}, say.ask(doubtful.length)))
			: el("p", {}, el("strong", {}, say.noAsk)),
		...questionsOf(doubtful, around, recount),
		...(fine.length > 0 ? [fineOf(fine, around)] : []),
		foot,
	);
	recount();
	steps.querySelector<HTMLElement>("h2")?.focus();
}

/** What somebody is told by, in a few words. */
export function told(line: Line | Known, { say }: Around): string {
	const joined = "joined_on" in line && line.joined_on ? say.joinedOn(line.joined_on) : null;
	const left = "left_on" in line && line.left_on ? say.leftOn(line.left_on) : null;
	return [
		line.sex && say.values[line.sex],
		line.birth_year && say.born(line.birth_year),
		...[
			line.telephone,
			line.address,
			line.group && !line.address?.includes(line.group) && say.inGroup(line.group),
			joined,
			left,
		],
		line.kind !== "ordinary" && say.values[line.kind],
	]
		.filter(Boolean)
		.join(say.comma);
}

const mostListed = 300;

function fineOf(people: readonly Somebody[], around: Around): HTMLElement {
	const { say } = around;
	const places = new Map([
		[around.place.id, around.place.name],
		...around.below.map(({ id, name }) => [id, name] as const),
	]);
	const list = () => [
		table(
			say.fine(people.length),
			[say.line, say.fields.name ?? "", say.file, say.decide],
			people
				.slice(0, mostListed)
				.map(({ line, decision }) => [
					lineText(line.line, say),
					line.name,
					[told(line, around), line.place && line.place !== around.place.id ? places.get(line.place) : null]
						.filter(Boolean)
						.join(say.comma),
					say.choices[decision.choice],
				]),
		),
		people.length > mostListed && note(say.more(people.length - mostListed)),
	];
	// Drawn when it is opened: a township's register has thousands of lines.
	const details = el("details", { class: "intake-fine" }, el("summary", {}, say.fine(people.length)));
	details.addEventListener("toggle", () => details.append(...(list().filter(Boolean) as Node[])), {
		once: true,
	});
	return details;
}

/** A line as it is sent: one that isn't taken brings nothing along but its number. */
function sent({ line, decision }: Somebody): object {
	if (decision.as === "later" || decision.as === "left-out") return { line: line.line, as: decision.as };
	const { member, twin, take, sure } = decision;
	return { ...line, as: decision.as, member, twin, take: [...take], sure };
}

type Foot = Asked & { begin: (chunks: number | null) => void };

function footOf(
	people: readonly Somebody[],
	{ around, groups, read, begin, back, running, manner }: Foot,
): HTMLElement[] {
	const { say } = around;
	const newGroups = newGroupsOf(people, { around, groups });
	const count = (is: (one: Somebody) => boolean) => people.filter(is).length;
	const changed = count(({ decision }) => decision.as === "same" && decision.take.size > 0);
	const fresh = count(({ decision }) => decision.as === "new");
	const later = people.filter(({ decision }) => decision.as === "later");
	const same = count(({ decision }) => decision.as === "same") - changed;
	const rows = (fresh + changed) * rowsEach + newGroups.length;
	const left = rowsLeft(around.written);
	const today = Math.floor(left / rowsEach / linesInChunk);
	const fits = rows <= left;
	const all = () => begin(null);
	return [
		el(
			"p",
			{ class: "intake-counts" },
			say.counts({ rows: people.length, new: fresh, same, changed, later: later.length }),
		),
		...(newGroups.length > 0 ? [note(say.newGroups(newGroups))] : []),
		note(say.cost(rows, left)),
		...(later.length > 0
			? [
					el(
						"p",
						{},
						button(say.download, () => laterFile(later, around, read.name), "plain"),
					),
				]
			: []),
		...(fits ? [] : [warning(say.tooMuch(today * linesInChunk))]),
		el(
			"div",
			{ class: "actions" },
			fits
				? button(say.begin, all, "stamp")
				: today > 0 && button(say.beginSome(today * linesInChunk), () => begin(today), "stamp"),
			!fits && button(say.everything, all),
			!running && manner && button(say.again, back),
		),
	];
}
