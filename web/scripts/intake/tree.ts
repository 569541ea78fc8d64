import { linesInChunk } from "../../../worker/intakes/members/rules";
import {
	type Standing,
	type TreeLine,
	type TreeProposal,
	treeProposals,
} from "../../../worker/intakes/organisations/rules";
import { paths } from "../../paths";
import { treeLines } from "./columns";
import { type Look, partsOf } from "./members";
import { ask, button, el, note, rowsLeft, select, table, warning } from "./page";
import { send } from "./send";

const rowsFounding = 5;
type Chosen = { line: TreeLine; proposal: TreeProposal; out: boolean };

/** The second step for a list of organisations: what would be founded where, what stands already, what can't be. */
export async function lookAtTree(look: Look): Promise<void> {
	const { around, manner, sheets } = look;
	const { say, steps } = around;
	steps.replaceChildren(note(say.looking));
	const { status, facts } = await ask(paths.treeIntakeNew(around.place.id)).catch(() => ({
		status: 0,
		facts: null as never,
	}));
	if (status !== 200) {
		steps.replaceChildren(
			warning(say.stopped),
			button(say.retry, () => lookAtTree(look), "stamp"),
		);
		return;
	}
	const lines = new Map(treeLines(sheets, manner).map((line) => [line.line, line]));
	const here = { ...around.place, parent: null };
	const below = (facts as { standing: Standing[] }).standing;
	const proposals = treeProposals([...lines.values()], { here, below, kinds: around.kinds });
	show(
		look,
		proposals.flatMap((proposal): Chosen[] => {
			const line = lines.get(proposal.line);
			return line ? [{ line, proposal, out: false }] : [];
		}),
	);
}

function show(look: Look, chosen: readonly Chosen[]): void {
	const { around, read, manner, running, back } = look;
	const { say, steps } = around;
	const of = (outcome: string) => chosen.filter(({ proposal }) => proposal.outcome === outcome);
	const foot = el("div", { class: "stack" });
	const kinds = new Map(around.kinds.map(({ id, zh, en }) => [id, say.line === "行" ? zh : en]));
	const begin = () =>
		send({
			around,
			running,
			intake: {
				what: "organisations",
				file: read.name,
				digest: `${read.digest}.${manner.sheet}`,
				lines: chosen.length,
				columns: JSON.stringify(manner),
			},
			// Parents before children: a request may build on those before it.
			parts: partsOf(chosen.map(sentIn(chosen)), linesInChunk),
			most: null,
			to: (id) => paths.treeIntakeChunks(around.place.id, id),
		});
	const counted = () => {
		const fresh = of("new").filter(({ out }) => !out).length;
		foot.replaceChildren(
			el(
				"p",
				{},
				say.counts({
					rows: chosen.length,
					new: fresh,
					same: of("same").length,
					changed: 0,
					later: of("later").length,
				}),
			),
			note(say.cost(fresh * rowsFounding, rowsLeft(around.written))),
			el(
				"div",
				{ class: "actions" },
				fresh > 0 && button(say.begin, begin, "stamp"),
				!running && button(say.again, back),
			),
		);
	};
	const named = (line: TreeLine) => [String(line.line), line.name, line.kindText, line.parent];
	steps.replaceChildren(
		el("div", { class: "heading" }, el("h2", { tabindex: "-1" }, say.previewTitle)),
		...(running ? [note(say.goingOn(running.done.size, running.chunks))] : []),
		...(of("later").length > 0
			? [
					el("h3", {}, say.ask(of("later").length)),
					table(
						say.ask(of("later").length),
						[say.line, say.uses.name, say.uses.kind, say.uses.parent, say.why],
						of("later").map(({ line, proposal }) => [
							...named(line),
							say.questions[proposal.question ?? "no-name"],
						]),
					),
				]
			: []),
		el(
			"details",
			{ open: of("new").length <= 40 },
			el("summary", {}, say.seeTree(of("new").length)),
			table(
				say.seeTree(of("new").length),
				[say.line, say.uses.name, say.uses.kind, say.uses.parent, say.decide],
				of("new").map((one) => [
					String(one.line.line),
					one.line.name,
					kinds.get(one.proposal.kind ?? "") ?? "",
					one.line.parent,
					select(
						`${one.line.name} ${say.decide}`,
						[
							["new", say.choices.found],
							["left-out", say.choices["left-out"]],
						],
						one.out ? "left-out" : "new",
						(value) => {
							one.out = value === "left-out";
							counted();
						},
					),
				]),
			),
		),
		foot,
	);
	counted();
	steps.querySelector<HTMLElement>("h2")?.focus();
}

/** A line as it is sent. What stands under one that is left out is left out with it. */
function sentIn(chosen: readonly Chosen[]) {
	const outs = new Set(chosen.filter(({ out }) => out).map(({ line }) => line.line));
	return ({ line, proposal }: Chosen): object => {
		const { outcome, kind, above, parentId, id } = proposal;
		if (outcome !== "new") return { line: line.line, as: outcome, id };
		if (outs.has(line.line) || (above !== null && outs.has(above))) {
			outs.add(line.line);
			return { line: line.line, as: "left-out", id: null };
		}
		const { name, adults, households } = line;
		return { line: line.line, as: "new", name, kind, adults, households, above, parent: parentId };
	};
}
