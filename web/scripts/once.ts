/** `data-once` on a form: a second click on its button does nothing while the first is under way. */
export function sendOnce() {
	document.addEventListener("submit", (event) => {
		const form = event.target as HTMLElement;
		if (event.defaultPrevented || !("once" in form.dataset)) return;
		if (form.dataset.sent) event.preventDefault();
		form.dataset.sent = "yes";
		mark(form, true);
	});
	// Whoever comes back by the Back button may send again: the server knows a copy from a correction.
	window.addEventListener("pageshow", () => {
		for (const form of document.querySelectorAll<HTMLElement>("[data-once]")) {
			delete form.dataset.sent;
			mark(form, false);
		}
	});
}

function mark(form: HTMLElement, busy: boolean) {
	for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", String(busy));
}
