/** `data-intake` on a place for a register to be brought in: shows where to choose a file; all else is fetched by then. */
export function bringRegistersIn() {
	const root = document.querySelector<HTMLElement>("[data-intake]");
	const input = root?.querySelector<HTMLInputElement>("input[type=file]");
	if (!root || !input) return;
	(input.closest("[hidden]") as HTMLElement | null)?.removeAttribute("hidden");
	input.addEventListener("change", async () => {
		const file = input.files?.[0];
		if (!file) return;
		const { begin } = await import("./intake/begin");
		begin(root, file);
	});
}
