import { csvText, type Sheet } from "../parts/sheet";

type Part = Sheet & { name: string };

/** `data-files="…"`: reads a list part by part, with progress and a way to stop, and saves it as .csv or .xlsx. */
export function makeFiles() {
	// WeChat's browser saves nothing that a page makes; the plain link to the attachment stays.
	if (/MicroMessenger/i.test(navigator.userAgent)) return;
	for (const place of document.querySelectorAll<HTMLElement>("[data-files]")) {
		place.querySelector("[data-part]")?.remove();
		for (const way of place.querySelectorAll<HTMLElement>("[data-file]")) {
			way.hidden = false;
			way.addEventListener("click", (event) => {
				event.preventDefault();
				void take(place, way.dataset.file === "xlsx" ? "xlsx" : "csv");
			});
		}
	}
}

async function take(place: HTMLElement, kind: "csv" | "xlsx") {
	const taking = place.querySelector<HTMLElement>(".taking");
	if (!taking?.hidden) return;
	const stopping = new AbortController();
	const stop = taking.querySelector<HTMLElement>("[data-stop]");
	const [bar, status] = [taking.querySelector("progress"), taking.querySelector("[role=status]")];
	const tell = (text = "") => {
		if (status) status.textContent = text;
	};
	if (stop) {
		stop.hidden = false;
		stop.onclick = () => stopping.abort();
	}
	taking.hidden = false;
	if (bar) {
		bar.hidden = false;
		bar.removeAttribute("value");
		bar.max = Number(place.dataset.total) || 1;
	}
	try {
		const whole = await readWhole(place.dataset.files || "", stopping.signal, (rows) => {
			if (bar && place.dataset.total) bar.value = rows;
			tell(place.dataset.reading?.replace("#", String(rows)));
		});
		tell(place.dataset.making);
		save(await (kind === "xlsx" ? xlsxOf(whole) : csvOf(whole)), `${whole.name}.${kind}`);
		taking.hidden = true;
	} catch {
		if (bar) bar.hidden = true;
		if (stop) stop.hidden = true;
		tell(stopping.signal.aborted ? "" : place.dataset.broken);
		// What went wrong stays to be read, and doesn't stand in the way of trying again.
		taking.hidden = stopping.signal.aborted;
		if (!taking.hidden) setTimeout(() => taking.toggleAttribute("hidden", true), 6000);
	}
}

/** The parts one after another; a row that stands in two of them, since somebody wrote in between, counts once. */
async function readWhole(address: string, signal: AbortSignal, tell: (rows: number) => void): Promise<Part> {
	const seen = new Set<string>();
	let whole: Part | undefined;
	const sorts: string[] = [];
	for (let next: string | null = ""; next !== null; ) {
		const url = new URL(address, location.href);
		if (next) url.searchParams.set("after", next);
		const answer = await fetch(url, { signal, headers: { Accept: "application/json" } });
		if (!answer.ok) throw new Error(String(answer.status));
		const part = (await answer.json()) as Part;
		whole = whole ?? { ...part, rows: [] };
		for (const [index, row] of part.rows.entries()) {
			const key = part.keys?.[index];
			if (key && seen.has(key.id)) continue;
			if (key) seen.add(key.id);
			sorts.push(key?.sort ?? "");
			whole.rows.push(row);
		}
		tell(whole.rows.length);
		next = part.next;
	}
	if (!whole) throw new Error("nothing");
	const { rows } = whole;
	const order = rows.map((_, index) => index);
	// Sorting is stable, so a list that comes without keys stays as it came.
	order.sort((one, other) => compare(sorts[one] ?? "", sorts[other] ?? ""));
	return { ...whole, rows: order.map((index) => rows[index] ?? []) };
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const csvOf = async (whole: Part) => new Blob([csvText(whole)], { type: "text/csv" });

async function xlsxOf(whole: Part): Promise<Blob> {
	const { xlsxBlob } = await import("./xlsx");
	return xlsxBlob(whole);
}

function save(blob: Blob, name: string) {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(blob);
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
