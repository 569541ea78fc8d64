/** `data-copy="…"` on a hidden button: shows it where copying is possible, and copies that text. */
export function copyText() {
	if (!navigator.clipboard) return;
	for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
		button.hidden = false;
		button.addEventListener("click", async () => {
			await navigator.clipboard.writeText(button.dataset.copy || "");
			if (button.dataset.copied) button.textContent = button.dataset.copied;
		});
	}
}
