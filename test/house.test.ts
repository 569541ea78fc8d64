import { describe, expect, test } from "vitest";

// The direction of the river: a room calls those above it in worker/app.ts, never those below. Read from the imports.
const sources = import.meta.glob<string>(
	["../worker/**/*.ts", "../worker/**/*.tsx", "../web/**/*.ts", "../web/**/*.tsx"],
	{
		query: "?raw",
		import: "default",
		eager: true,
	},
);

/** What stands under all rooms, from the ground up; each may know those before it. */
const ground = ["values", "roles", "tables", "http", "middleware", "changes"];
const rooms = [
	"organisations",
	"site",
	"officers",
	"session",
	"members",
	"applications",
	"circulars",
	"plans",
	"activities",
	"meetings",
	"training",
	"confirmations",
	"funds",
	"dues",
	"surveys",
	"calendar",
	"shaping",
	"intakes",
	"people",
	"mergers",
	"overviews",
];
const order = [...ground, ...rooms];

/** Every import among the rooms of worker/, as [from file, from room, to room]. */
const flows = Object.entries(sources).flatMap(([path, text]) => {
	const file = path.replace("../", "");
	const from = /^worker\/(\w+)\//.exec(file)?.[1];
	if (!from) return [];
	return importsOf(text).flatMap((target) => {
		const to = target.startsWith(".") && /^worker\/(\w+)\//.exec(resolve(file, target))?.[1];
		return to && to !== from ? [{ file, from, to }] : [];
	});
});

/** What a file imports to use; a type alone is no call, and passes. */
function importsOf(text: string): string[] {
	const statements = text.matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)";/gm);
	return [...statements].map(([, target]) => target ?? "");
}

function resolve(file: string, target: string): string {
	const parts = file.split("/").slice(0, -1);
	for (const step of target.split("/")) {
		if (step === "..") parts.pop();
		else if (step !== ".") parts.push(step);
	}
	return parts.join("/");
}

describe("The plan of the house", () => {
	test("Every folder of worker/ is a room that the plan knows.", () => {
		const found = new Set(
			Object.keys(sources).flatMap((path) => /^\.\.\/worker\/(\w+)\//.exec(path)?.[1] ?? []),
		);
		expect([...found].filter((room) => !order.includes(room))).toEqual([]);
	});

	test("A room calls those above it in the river, never those below.", () => {
		const upstream = flows.filter(({ from, to }) => order.indexOf(to) > order.indexOf(from));
		expect(upstream.map(({ file, to }) => `${file} calls ${to}, which lies below it`)).toEqual([]);
	});

	test("Rules and values know no HTTP, no SQL and no clock.", () => {
		const pure = Object.entries(sources).filter(([path]) => /worker\/values\/|\/rules\.ts$/.test(path));
		const knowing = pure.filter(([path, text]) => {
			const impure = importsOf(text).some((target) => /^(hono|drizzle)|\/http\/|\/store"?$/.test(target));
			return impure || (/Date\.now\(\)/.test(text) && !path.endsWith("values/day.ts"));
		});
		expect(knowing.map(([path]) => path)).toEqual([]);
	});

	test("Money is whole fen from the form to the page: where it is kept and worded nothing becomes yuan by division, rounds or has decimals.", () => {
		// A spreadsheet's own cell is a number of yuan: web/**/files.ts hand it over, and count nothing.
		const money =
			/worker\/(?:funds|dues|intakes\/money)\/|worker\/values\/money\.ts|web\/(?:funds|dues)\/(?!files)|web\/scripts\/intake\/money|web\/parts\/format\.ts/;
		const fraction = /parseFloat|toFixed|Math\.round|\/ 100\b|[^\w."]\d+\.\d/;
		const bare = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"[^"\n]*"|`[^`]*`/gm, "");
		const kept = Object.entries(sources).filter(([path]) => money.test(path));
		expect(kept.length).toBeGreaterThan(60);
		expect(kept.filter(([, text]) => fraction.test(bare(text))).map(([path]) => path)).toEqual([]);
		for (const wrong of ["fen / 100", "Math.round(fen)", "const rate = 0.3;", "parseFloat(text)"])
			expect(fraction.test(wrong), wrong).toBe(true);
	});

	test("Both languages say the same things, in every room.", async () => {
		const rooms = import.meta.glob<Record<string, unknown>>(["../web/**/words.ts", "../web/**/*-words.ts"], {
			eager: true,
		});
		for (const [path, module] of Object.entries(rooms)) {
			for (const words of Object.values(module)) {
				if (typeof words !== "object" || words === null || !("zh" in words && "en" in words)) continue;
				expect(shapeOf(words.en), path).toEqual(shapeOf(words.zh));
			}
		}
	});

	test("Text goes into SQL unbound in one place only.", () => {
		const unbound = Object.entries(sources).filter(([, text]) => /\.raw\(/.test(text));
		expect(unbound.map(([path]) => path)).toEqual(["../worker/tables/database.ts"]);
	});

	test("No page writes raw HTML or an inline style.", () => {
		const careless = Object.entries(sources).filter(([, text]) =>
			/dangerouslySetInnerHTML|[^.]\braw\(|\sstyle=/.test(text),
		);
		expect(careless.map(([path]) => path)).toEqual([]);
	});
});

function shapeOf(words: unknown): unknown {
	if (typeof words !== "object" || words === null || Array.isArray(words)) return typeof words;
	return Object.fromEntries(
		Object.entries(words)
			.map(([name, value]) => [name, shapeOf(value)])
			.sort(),
	);
}
