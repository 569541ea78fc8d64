import { forget } from "../roll";
import { type Marked, queueOf } from "./queue";

type Words = Record<
	"sent" | "unsent" | "sending" | "offline" | "signedOut" | "gone" | "done" | "proxy",
	string
>;

const pauses = [2000, 4000, 8000, 15_000];

/** Calls a roll: taps are kept, shown as not sent, and sent when there is network. */
export function call(form: HTMLFormElement) {
	const words = JSON.parse(form.dataset.words || "{}") as Words;
	const here = `${location.pathname}?session=${form.dataset.session}`;
	const queue = queueOf(here);
	const boxes = new Map(
		Array.from(form.querySelectorAll<HTMLInputElement>("input[name=came]")).map((box) => [box.value, box]),
	);
	const status = form.querySelector<HTMLElement>("[role=status]");
	const proxy = form.querySelector<HTMLInputElement>("input[name=proxy]");
	const undo = form.querySelector<HTMLElement>("[data-undo]");
	const history: { person: string; came: boolean }[] = [];
	let [busy, tried, timer] = [false, 0, 0];

	const tell = (text: string) => {
		if (!status) return;
		status.hidden = text === "";
		status.textContent = text;
	};
	const tellQueue = (extra = "") => {
		const count = queue.waiting().length;
		tell(
			[extra, count > 0 ? words.unsent.replace("#", String(count)) : words.sent].filter(Boolean).join(" "),
		);
	};
	const mark = (person: string, came: boolean, signedFor: boolean) => {
		const box = boxes.get(person);
		if (!box) return;
		box.checked = came;
		const label = box.parentElement;
		label?.querySelector("small")?.remove();
		if (came && signedFor)
			label?.append(Object.assign(document.createElement("small"), { textContent: words.proxy }));
	};
	const tap = (person: string, came: boolean, signedFor: boolean) => {
		queue.add(person, came, signedFor);
		mark(person, came, signedFor);
		tellQueue();
		soon(1500);
	};
	const tapped = (person: string, came: boolean) => {
		history.push({ person, came });
		if (undo) undo.hidden = false;
		tap(person, came, came && proxy?.checked === true);
	};
	const soon = (pause: number) => {
		clearTimeout(timer);
		timer = window.setTimeout(() => void flush(), pause);
	};

	/** Sends what waits, a sending after another; an answer that got lost is asked for again under the same id. */
	async function flush(): Promise<boolean> {
		if (busy) return false;
		busy = true;
		try {
			for (let sending = queue.next(); sending; sending = queue.next()) {
				tell(words.sending);
				const answer = await fetch(form.dataset.roll || "", {
					method: "POST",
					headers: { "Content-Type": "application/json", Accept: "application/json" },
					body: JSON.stringify({ ...sending, session: form.dataset.session }),
				});
				if (answer.status === 401) return stop(words.signedOut);
				if (answer.status === 404) return stop(words.gone);
				const serverNow = Date.parse(answer.headers.get("Date") || "");
				if (answer.status === 422 && serverNow) queue.clockIs(serverNow);
				// The same id with other taps: it was taken before, so these go under another.
				else if (answer.status === 409) queue.clockIs(serverNow || Date.now());
				else if (!answer.ok) throw new Error(String(answer.status));
				else queue.acknowledged();
			}
			tried = 0;
			tellQueue();
			return true;
		} catch {
			tellQueue(words.offline);
			soon(pauses[Math.min(tried++, pauses.length - 1)] ?? 15_000);
			return false;
		} finally {
			busy = false;
		}
	}
	const stop = (text: string) => {
		tell(text);
		return false;
	};

	/** How the roll stands by now, with what other phones sent; what waits here stays on top. */
	async function look() {
		const answer = await fetch(here, { headers: { Accept: "application/json" } });
		if (answer.status === 401) forget();
		if (!answer.ok) return;
		queue.learn(Date.parse(answer.headers.get("Date") || "") || Date.now());
		const { roster } = (await answer.json()) as { roster: Marked[] };
		queue.told(roster);
		for (const one of roster) mark(one.id, one.came, one.proxy);
		showWaiting();
	}
	function showWaiting() {
		for (const one of queue.waiting()) mark(one.person, one.came, one.proxy);
	}

	form.addEventListener("change", (event) => {
		const box = event.target as HTMLInputElement;
		if (box.name === "came") tapped(box.value, box.checked);
	});
	undo?.addEventListener("click", () => {
		const last = history.pop();
		if (last) tap(last.person, !last.came, false);
		undo.hidden = history.length === 0;
	});
	form.addEventListener(
		"submit",
		async (event) => {
			event.preventDefault();
			event.stopImmediatePropagation();
			clearTimeout(timer);
			if ((await flush()) && queue.waiting().length === 0) location.assign(form.dataset.back || "/");
		},
		true,
	);
	const button = form.querySelector("button.stamp");
	if (button) button.textContent = words.done;
	addEventListener("online", () => void flush());
	addEventListener("visibilitychange", () => void flush());
	// The form asks the browser to remember nothing: what differs was tapped while this script was on its way.
	const early = [...boxes.values()]
		.filter((box) => box.checked !== box.defaultChecked)
		.map((box) => [box.value, box.checked] as const);
	for (const one of queue.known()) mark(one.id, one.came, one.proxy);
	showWaiting();
	for (const [person, came] of early) tapped(person, came);
	if (queue.waiting().length > 0) void flush();
	else look().catch(() => tellQueue(words.offline));
	setInterval(() => {
		if (!document.hidden && queue.waiting().length === 0) look().catch(() => tellQueue(words.offline));
	}, 15_000);
	narrowByGroup(form);
	keepPage();
}

/** `data-group` on a choice of groups: shows the names of one. */
function narrowByGroup(form: HTMLFormElement) {
	const choice = form.querySelector<HTMLSelectElement>("select[data-group]");
	choice?.closest("[hidden]")?.removeAttribute("hidden");
	choice?.addEventListener("change", () => {
		for (const item of form.querySelectorAll<HTMLElement>("#roster > li"))
			item.hidden = choice.value !== "" && item.dataset.of !== choice.value;
	});
}

/** Lets the browser keep this page and what it is made of, so that it opens without network. Where it can't, the page goes on while it is open. */
function keepPage() {
	if (!("serviceWorker" in navigator)) return;
	navigator.serviceWorker
		.register("/roll-worker.js", { scope: location.pathname })
		.then(() => navigator.serviceWorker.ready)
		.then(({ active }) => {
			const parts = performance.getEntriesByType("resource").map(({ name }) => name);
			const made = parts.filter((name) => /\/[\w-]+-[A-Z0-9]{8}\.(js|css)$/.test(name));
			active?.postMessage({ keep: [location.href, ...made] });
		})
		.catch(() => undefined);
}
