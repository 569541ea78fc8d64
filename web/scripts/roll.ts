/**
 * `data-roll="…"` on the form of a roll: each tap on a name is kept on the phone and sent by itself, once. The page goes on
 * without network, also after a reload where the browser has service workers; what is not sent yet is said.
 */
export function callRolls() {
	const form = document.querySelector<HTMLFormElement>("form[data-roll]");
	if (form) void import("./roll/call").then(({ call }) => call(form));
}

/** Where a browser keeps what belongs to a roll. */
export const kept = "huijia roll ";

/** Whoever signs out leaves nothing of a roll on the phone: no page that was kept, no tap. */
export function forgetRolls() {
	document.addEventListener("submit", (event) => {
		const form = event.target as HTMLFormElement;
		if (form.getAttribute("action") === "/sign-out") forget();
	});
}

/** Takes away all that was kept of rolls. */
export function forget() {
	dispatchEvent(new Event("huijia:forget"));
	for (const name of Object.keys(localStorage)) if (name.startsWith(kept)) localStorage.removeItem(name);
	if ("caches" in window) void caches.delete("roll");
	if ("serviceWorker" in navigator)
		void navigator.serviceWorker.getRegistrations().then((all) => {
			for (const one of all) void one.unregister();
		});
}
