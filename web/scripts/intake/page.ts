import type { FurtherField } from "../../../worker/intakes/members/reading";
import { rowsForWork, rowsOfDay } from "../../../worker/intakes/members/rules";
import type { Kind } from "../../../worker/intakes/organisations/rules";
import { besideLine, type Further, type What } from "../../../worker/intakes/sheet/rules";
import { type Say, words } from "../../intakes/browser-words";

/** What the page around it tells the script. */
export type Around = {
	what: What;
	below: { id: string; name: string }[];
	further: (Further & FurtherField)[];
	kinds: Kind[];
	written: number;
	place: { id: string; name: string; kind: string; today: string };
	say: Say;
	/** Where the steps are shown. */
	steps: HTMLElement;
};

export function aroundOf(root: HTMLElement): Around {
	const steps = root.querySelector<HTMLElement>("[data-steps]");
	if (!steps) throw new Error("no place for the steps");
	return {
		...JSON.parse(root.dataset.intake || "{}"),
		place: JSON.parse(root.dataset.place || "{}"),
		say: document.documentElement.lang.startsWith("zh") ? words.zh : words.en,
		steps,
	};
}

type Child = Node | string | number | null | false | undefined;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** An element with its attributes and children; what is false or null is left out. */
export function el<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Attributes = {},
	...children: (Child | Child[])[]
): HTMLElementTagNameMap[Name] {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		if (typeof value === "function") element.addEventListener(key, value);
		else if (value === true) element.setAttribute(key, "");
		else if (value !== false && value !== null && value !== undefined)
			element.setAttribute(key, String(value));
	}
	for (const child of children.flat()) {
		if (child !== null && child !== false && child !== undefined)
			element.append(typeof child === "number" ? String(child) : child);
	}
	return element;
}

/** A choice among options, by value and label. */
export function select(
	label: string,
	options: readonly (readonly [string, string])[],
	chosen: string,
	change: (value: string) => void,
): HTMLSelectElement {
	const made = el(
		"select",
		{ "aria-label": label, change: () => change(made.value) },
		options.map(([value, text]) => el("option", { value, selected: value === chosen }, text)),
	);
	return made;
}

/** A table with a head; a cell is anything. */
export function table(
	caption: string,
	head: readonly string[],
	rows: readonly (readonly Child[])[],
): HTMLElement {
	return el(
		"div",
		{ class: "intake-table", tabindex: "0", role: "region", "aria-label": caption },
		el(
			"table",
			{ class: "register" },
			el("caption", { class: "hidden" }, caption),
			el(
				"thead",
				{},
				el(
					"tr",
					{},
					head.map((text) => el("th", { scope: "col" }, text)),
				),
			),
			el(
				"tbody",
				{},
				rows.map((cells) =>
					el(
						"tr",
						{},
						cells.map((cell) => el("td", {}, cell)),
					),
				),
			),
		),
	);
}

export const button = (text: string, click: () => void, kind = "") =>
	el("button", { type: "button", class: kind || null, click }, text);

export const note = (text: string) => el("p", { class: "note" }, text);
export const warning = (text: string) => el("p", { class: "intake-warning", role: "alert" }, text);

/** How many rows of the database's day are left for a file, what the year's work needs put aside. */
export const rowsLeft = (written: number) => Math.max(0, rowsOfDay - rowsForWork - written);

/** A line as the spreadsheet counts it; a table beside the first has lines of its own. */
export const lineText = (line: number, say: Say) =>
	line > besideLine ? say.besideLine(line % besideLine) : String(line);

/** Asks the server for facts, or tells it some: JSON either way. */
export async function ask(
	path: string,
	body?: object,
): Promise<{ status: number; facts: never; location: string | null }> {
	const answer = await fetch(path, {
		method: body ? "POST" : "GET",
		headers: { Accept: "application/json", ...(body ? { "Content-Type": "application/json" } : {}) },
		...(body ? { body: JSON.stringify(body) } : {}),
	});
	const facts = (await answer.json().catch(() => null)) as never;
	return { status: answer.status, facts, location: answer.headers.get("Location") };
}
