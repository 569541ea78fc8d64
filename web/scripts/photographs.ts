/** `data-photographs="…"`: the address that photographs are sent to. What makes them small is fetched where it is needed. */
export function takePhotographs() {
	const place = document.querySelector<HTMLElement>("[data-photographs]");
	if (!place) return;
	place.hidden = false;
	place.querySelector("input")?.addEventListener("change", async (event) => {
		const { sendAll } = await import("./photographs/send");
		await sendAll(place, event.target as HTMLInputElement);
	});
}
