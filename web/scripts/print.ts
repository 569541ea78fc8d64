/** `data-print` on a hidden button: shows it, and prints the page. */
export function printPage() {
	for (const button of document.querySelectorAll<HTMLElement>("[data-print]")) {
		button.hidden = false;
		button.addEventListener("click", () => window.print());
	}
}
