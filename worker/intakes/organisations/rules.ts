import { type Cell, countIn, lineIn, textOf } from "../../values/cell";
import type { Heading, Row } from "../sheet/rules";

/** An organisation as a line of a list tells of it; `parent` is the code of the line above it in the tree. */
export type TreeLine = {
	line: number;
	code: string;
	parent: string;
	kindText: string;
	name: string;
	adults: number | null;
	households: number | null;
	faults: string[];
};
export type Kind = { id: string; zh: string; en: string; under: readonly string[] };
/** An organisation that stands already: the place itself, or one below it. */
export type Standing = { id: string; parent: string | null; name: string; kind: string };

/** Reads the rows of a table of organisations. */
export function treeLinesFrom(columns: readonly Heading[], rows: readonly Row[]): TreeLine[] {
	return rows.map(({ line, cells }) => {
		const cell = (use: string): Cell => cells[columns.find((one) => one.use === use)?.at ?? -1] ?? null;
		const [adults, households] = [countIn(cell("adults")), countIn(cell("households"))];
		return {
			...{ line, code: textOf(cell("code")), parent: textOf(cell("parent")), kindText: textOf(cell("kind")) },
			name: lineIn(cell("name"), 60).value ?? "",
			...{ adults: adults.value || null, households: households.value || null },
			faults: [...(adults.trouble ? ["adults"] : []), ...(households.trouble ? ["households"] : [])],
		};
	});
}

/** The kind that a word stands for: its id, its name, or a part of it, such as 镇 or 社区. */
export function kindIn(text: string, kinds: readonly Kind[]): Kind | null {
	const tight = (one: string) =>
		one
			.normalize("NFKC")
			.replace(/[\s()’']/g, "")
			.toLowerCase();
	const word = tight(text);
	if (word === "") return null;
	const exact = kinds.find(({ id, zh, en }) => [id, zh, en].some((one) => tight(one) === word));
	return (
		exact ??
		kinds.find(({ zh }) => tight(zh).includes(word) || word.includes(tight(zh.split(/[（(]/)[0] ?? zh))) ??
		null
	);
}

export type TreeQuestion =
	| "no-name"
	| "no-kind"
	| "no-parent"
	| "round"
	| "code-twice"
	| "name-twice"
	| "kind-not-under"
	| "parent-later";

/** What is proposed for a line: `id` is the organisation that stands already, `above` the line it stands under, or none. */
export type TreeProposal = {
	line: number;
	outcome: "new" | "same" | "later";
	question: TreeQuestion | null;
	kind: string | null;
	id: string | null;
	above: number | null;
	parentId: string | null;
};

type Around = { here: Standing; below: readonly Standing[]; kinds: readonly Kind[] };

/**
 * Proposes what to do with each line, parents before children. A line of the place's own kind without a parent is the
 * place itself; whatever else has no parent stands directly below it. One of the same name in the same place is there already.
 */
export function treeProposals(lines: readonly TreeLine[], around: Around): TreeProposal[] {
	const byCode = new Map(lines.map((line) => [line.code, line]));
	const done = new Map<number, TreeProposal>();
	const names = new Set<string>();
	const codes = new Map<string, number>();
	for (const { code } of lines) codes.set(code, (codes.get(code) ?? 0) + 1);
	const propose = (line: TreeLine, seen: readonly number[]): TreeProposal => {
		const known = done.get(line.line);
		if (known) return known;
		const above = line.parent === "" || line.parent === line.code ? undefined : byCode.get(line.parent);
		const round = seen.includes(line.line) || (above !== undefined && seen.includes(above.line));
		const parent = above && !round ? propose(above, [...seen, line.line]) : undefined;
		const twice = line.code !== "" && (codes.get(line.code) ?? 0) > 1;
		const proposal = round ? later(line, "round") : proposalOf(line, parent, twice, around, names);
		done.set(line.line, proposal);
		return proposal;
	};
	const proposals = lines.map((line) => propose(line, []));
	const order = new Map([...done.keys()].map((line, place) => [line, place]));
	return proposals.sort((one, other) => (order.get(one.line) ?? 0) - (order.get(other.line) ?? 0));
}

const later = (line: TreeLine, question: TreeQuestion): TreeProposal => ({
	...{ line: line.line, outcome: "later", question, kind: null, id: null, above: null, parentId: null },
});

function proposalOf(
	line: TreeLine,
	parent: TreeProposal | undefined,
	twice: boolean,
	{ here, below, kinds }: Around,
	names: Set<string>,
): TreeProposal {
	const kind = kindIn(line.kindText, kinds);
	if (line.name === "") return later(line, "no-name");
	if (!kind) return later(line, "no-kind");
	if (twice) return later(line, "code-twice");
	const blank = { line: line.line, kind: kind.id, question: null };
	const orphan = line.parent !== "" && line.parent !== line.code && !parent;
	if (!parent && kind.id === here.kind && (!kind.under.includes(here.kind) || sounds(line.name, here.name)))
		return { ...blank, outcome: "same", id: here.id, above: null, parentId: here.parent };
	const known = orphan ? below.find(({ id, name }) => id === line.parent || name === line.parent) : undefined;
	if (orphan && !known && line.parent !== here.name && line.parent !== here.id)
		return later(line, "no-parent");
	if (parent?.outcome === "later") return later(line, "parent-later");
	const parentId = parent ? parent.id : (known?.id ?? here.id);
	const parentKind = parent ? parent.kind : (known?.kind ?? here.kind);
	if (!kind.under.includes(parentKind ?? "")) return later(line, "kind-not-under");
	const above = parent?.outcome === "new" ? parent.line : null;
	const already = parentId && below.find((one) => one.parent === parentId && one.name === line.name);
	if (already) return { ...blank, outcome: "same", id: already.id, above: null, parentId };
	const key = `${above ?? parentId} ${line.name}`;
	if (names.has(key)) return later(line, "name-twice");
	names.add(key);
	return { ...blank, outcome: "new", id: null, above, parentId };
}

const sounds = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);
