/** `data-filter="#list"` on a hidden input: hides the list's items whose text or `data-find` doesn't hold what is typed. */
export function filterNames() {
	for (const input of document.querySelectorAll<HTMLInputElement>("input[data-filter]")) {
		const list = document.querySelector(input.dataset.filter || "");
		if (!list) continue;
		(input.closest("[hidden]") as HTMLElement | null)?.removeAttribute("hidden");
		input.addEventListener("input", () => narrow(list, input.value.trim().toLowerCase()));
		// Enter in the search line would otherwise send the whole form.
		input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
	}
}

function narrow(list: Element, wanted: string) {
	for (const item of list.querySelectorAll("li")) {
		const text = `${item.textContent} ${item.dataset.find || ""}`.toLowerCase();
		item.hidden = !text.includes(wanted) && !holds(item.querySelectorAll("li"), wanted);
	}
	// What is folded opens for what it holds, and folds again when nothing is looked for.
	for (const folded of list.querySelectorAll("details")) {
		if (folded.dataset.open === undefined) folded.dataset.open = String(folded.open);
		folded.open = wanted !== "" || folded.dataset.open === "true";
	}
}

const holds = (items: NodeListOf<HTMLLIElement>, wanted: string) =>
	Array.from(items).some((item) => (item.dataset.find || "").includes(wanted));
