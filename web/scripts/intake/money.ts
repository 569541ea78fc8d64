import type { ReadMoney } from "../../../worker/intakes/money/reading";
import {
	type KnownMember,
	linesInLook,
	type MoneyProposal,
	moneyLinesInChunk,
	moneyProposals,
	moneyQuestions,
	rowsAnEntry,
	type Surroundings,
} from "../../../worker/intakes/money/rules";
import { yuanText } from "../../../worker/values/money";
import { paths } from "../../paths";
import { moneyLines } from "./columns";
import { csvFile } from "./later";
import { type Look, partsOf } from "./members";
import { choicesFor, decisionFrom, labelOf, type MoneyDecision, sent } from "./money-decisions";
import { type Around, ask, button, el, lineText, note, rowsLeft, select, table, warning } from "./page";
import { send } from "./send";

/** A line of the file, with what is proposed for it and what was decided. */
export type Sum = ReadMoney & { proposal: MoneyProposal; decision: MoneyDecision };
export type MoneyLook = Look & { known: Surroundings };

/** The second step for money: every line beside the books, what is in doubt to be decided, what it comes to. */
export async function lookAtMoney(look: Look): Promise<void> {
	const { around, manner, sheets } = look;
	const { say, steps } = around;
	steps.replaceChildren(note(say.lookingAtBooks));
	const lines = moneyLines(sheets, manner, around);
	const known = await knownFor(lines, around).catch(() => null);
	if (!known) {
		steps.replaceChildren(
			warning(say.stopped),
			button(say.retry, () => lookAtMoney(look), "stamp"),
		);
		return;
	}
	const proposals = moneyProposals(
		lines.map(({ line }) => line),
		known,
	);
	const sums = lines.map((one, at): Sum => {
		const proposal = proposals[at] as MoneyProposal;
		return { ...one, proposal, decision: { ...proposal, as: proposal.outcome, beyond: false } };
	});
	show({ ...look, known }, sums);
}

async function knownFor(lines: readonly ReadMoney[], { place }: Around): Promise<Surroundings> {
	const members = new Map<string, KnownMember>();
	const entries = new Map<string, Surroundings["entries"][number]>();
	let settled: readonly string[] = [];
	for (const part of partsOf(lines, linesInLook)) {
		const asked = part.map(({ line: { handler, amount, ...line } }) => ({
			...line,
			amount: amount ? yuanText(Math.abs(amount)) : null,
			went: (amount ?? 0) < 0,
		}));
		const { status, facts } = await ask(paths.moneyLook(place.id), { lines: asked });
		if (status !== 200) throw new Error(String(status));
		const found = facts as Surroundings;
		for (const one of found.members) members.set(one.id, one);
		for (const one of found.entries) entries.set(one.id, one);
		settled = found.settled;
	}
	return { members: [...members.values()], entries: [...entries.values()], settled };
}

function show(look: MoneyLook, sums: readonly Sum[]): void {
	const { around, running } = look;
	const { say, steps } = around;
	const open = sums.filter((_, at) => !running?.done.has(Math.floor(at / moneyLinesInChunk)));
	const foot = el("div", { class: "stack", "data-foot": "" });
	const recount = () => foot.replaceChildren(...footOf(look, sums, open));
	const fine = open.filter(({ proposal }) => proposal.question === null);
	steps.replaceChildren(
		el("div", { class: "heading" }, el("h2", { tabindex: "-1" }, say.previewTitle)),
		el(
			"datalist",
			{ id: "known-members" },
			look.known.members.map((one) => el("option", { value: labelOf(one, look.known) })),
		),
		...(running ? [note(say.goingOn(running.done.size, running.chunks))] : []),
		el("p", {}, el("strong", {}, open.length > fine.length ? say.ask(open.length - fine.length) : say.noAsk)),
		...moneyQuestions.flatMap((question) => {
			const asked = open.filter(({ proposal }) => proposal.question === question);
			const title = say.counted(say.moneyQuestions[question], asked.length);
			return asked.length > 0
				? [
						el(
							"section",
							{ class: "intake-group" },
							el("h3", {}, title),
							tableOf(title, asked, look, recount),
						),
					]
				: [];
		}),
		...(fine.length > 0 ? [fineOf(fine, look, recount)] : []),
		foot,
	);
	recount();
	steps.querySelector<HTMLElement>("h2")?.focus();
}

function fineOf(sums: readonly Sum[], look: MoneyLook, recount: () => void): HTMLElement {
	const title = look.around.say.fine(sums.length);
	const details = el("details", { class: "intake-fine" }, el("summary", {}, title));
	// Drawn when it is opened: a year's statement has hundreds of lines.
	details.addEventListener("toggle", () => details.append(tableOf(title, sums, look, recount)), {
		once: true,
	});
	return details;
}

function tableOf(title: string, sums: readonly Sum[], look: MoneyLook, recount: () => void): HTMLElement {
	const { say } = look.around;
	return table(
		title,
		// On a phone the table is wider than the page: what to do stands where it is seen.
		[say.line, say.fields.name ?? "", say.uses.amount, say.decide, say.uses.day, say.uses.purpose],
		sums.map((sum) => {
			const { line, faults } = sum;
			const told = [
				line.years.join(say.between),
				line.purpose,
				...faults.map(({ text, trouble }) => `${say.quoted(text)} ${say.troubles[trouble]}`),
			];
			return [
				lineText(line.line, say),
				line.name,
				line.amount === null ? "" : yuanText(line.amount),
				decide(sum, look, recount),
				line.day,
				told.filter(Boolean).join(say.semicolon),
			];
		}),
	);
}

/** The choices for a line; where nobody of that name is known, a member may be named instead. */
function decide(sum: Sum, look: MoneyLook, recount: () => void): HTMLElement {
	const { say } = look.around;
	const cell = el("div", { class: "stack" });
	const draw = () => {
		const choices = choicesFor(sum, look.known, say);
		const chosen = choices.find(({ is }) => is(sum.decision))?.value ?? "later";
		const options = choices.map(({ value, label }) => [value, label] as const);
		const name = `${sum.line.line} ${say.decide}`;
		const named = el("input", { list: "known-members", "aria-label": say.whoPaid, placeholder: say.whoPaid });
		named.addEventListener("change", () => {
			const known = look.known.members.find((one) => labelOf(one, look.known) === named.value);
			const decision = known && decisionFrom(sum, known);
			if (!decision) return;
			sum.decision = decision;
			draw();
			recount();
		});
		const asks = sum.proposal.question === "nobody" || sum.proposal.question === "no-name";
		cell.replaceChildren(
			select(name, options, chosen, (value) => {
				const taken = choices.find((one) => one.value === value);
				if (taken) sum.decision = taken.decision;
				recount();
			}),
			...(asks && (sum.line.amount ?? 0) > 0 ? [named] : []),
		);
	};
	draw();
	return cell;
}

function footOf(look: MoneyLook, sums: readonly Sum[], open: readonly Sum[]): HTMLElement[] {
	const { around, read, manner, running, back } = look;
	const { say } = around;
	const of = (...as: MoneyDecision["as"][]) => open.filter(({ decision }) => as.includes(decision.as));
	const posted = of("dues", "other");
	const total = (is: (fen: number) => boolean) =>
		yuanText(
			posted.reduce((sum, { line }) => (is(line.amount ?? 0) ? sum + Math.abs(line.amount ?? 0) : sum), 0),
		);
	const later = of("later");
	const begin = () =>
		send({
			around,
			running,
			intake: {
				what: "money",
				file: read.name,
				digest: `${read.digest}.${manner.sheet}`,
				lines: sums.length,
				columns: JSON.stringify(manner),
			},
			parts: partsOf(
				sums.map((sum) => sent(sum, manner)),
				moneyLinesInChunk,
			),
			most: null,
			to: (id) => paths.moneyIntakeChunks(around.place.id, id),
		});
	const rows = posted.length * rowsAnEntry;
	return [
		el(
			"p",
			{ class: "intake-counts" },
			say.moneyCounts({
				rows: open.length,
				new: posted.length,
				same: of("same").length,
				later: later.length,
				out: of("left-out").length,
			}),
		),
		note(
			say.moneySums(
				total((fen) => fen > 0),
				total((fen) => fen < 0),
			),
		),
		note(say.cost(rows, rowsLeft(around.written))),
		...(later.length > 0
			? [
					el(
						"p",
						{},
						button(say.download, () => laterSums(later, around, read.name), "plain"),
					),
				]
			: []),
		el("div", { class: "actions" }, button(say.begin, begin, "stamp"), !running && button(say.again, back)),
	];
}

/** The lines that fit nothing, with the reason, as a file to be mended and chosen again. */
function laterSums(sums: readonly Sum[], { say }: Around, name: string): void {
	const head = [
		say.line,
		say.uses.day,
		say.fields.name ?? "",
		say.uses.years,
		say.uses.amount,
		say.uses.purpose,
	];
	csvFile(
		[...head, say.why],
		sums.map(({ line, proposal }) => [
			...[String(line.line), line.day ?? "", line.name ?? "", line.years.join(say.between)],
			...[line.amount === null ? "" : yuanText(line.amount), line.purpose ?? ""],
			proposal.question ? say.moneyQuestions[proposal.question] : "",
		]),
		name,
		say.laterFile,
	);
}
