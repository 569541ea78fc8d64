/** The key `/` goes to the line to search by, or else to the page that has one (`data-search` on an input or a link). */
export function searchBySlash() {
	document.addEventListener("keydown", (event) => {
		const at = event.target as HTMLElement;
		if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
		if (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
		const line = document.querySelector<HTMLElement>("input[data-search]");
		const link = document.querySelector<HTMLElement>("a[data-search]");
		if (!line && !link) return;
		event.preventDefault();
		if (line) line.focus();
		else link?.click();
	});
}
