import { drawCodes } from "./qr";

/** `data-check-in="…"` on the organiser's screen: draws the next code when this one is over, in so many seconds. */
export function showCheckIn() {
	const screen = document.querySelector<HTMLElement>("[data-check-in]");
	if (screen) wait(screen, Number(screen.dataset.checkIn));
}

const wait = (screen: HTMLElement, seconds: number) =>
	setTimeout(() => void renew(screen), Math.max(1, seconds) * 1000);

async function renew(screen: HTMLElement) {
	try {
		const answer = await fetch(location.href);
		if (answer.status === 401) return location.reload();
		const page = new DOMParser().parseFromString(await answer.text(), "text/html");
		const next = page.querySelector<HTMLElement>("[data-check-in]");
		if (!next) throw new Error("nothing");
		screen.replaceChildren(...Array.from(next.childNodes));
		await drawCodes();
		wait(screen, Number(next.dataset.checkIn));
	} catch {
		wait(screen, 5);
	}
}
