import { newId } from "../new-id";
import { smaller } from "./smaller";

type Words = Record<"sending" | "failed" | "unreadable", string>;

/** Makes every chosen photograph small and sends it, one after another; the page then shows them. */
export async function sendAll(place: HTMLElement, input: HTMLInputElement) {
	const words = JSON.parse(place.dataset.words || "{}") as Words;
	const status = place.querySelector("[role=status]");
	const files = Array.from(input.files ?? []);
	const tell = (text: string, place: number) => {
		if (status) status.textContent = text.replace("#", String(place)).replace("+", String(files.length));
	};
	input.disabled = true;
	for (const [index, file] of files.entries()) {
		tell(words.sending, index + 1);
		const picture = await smaller(file).catch(() => null);
		const sent = picture !== null && (await send(place.dataset.photographs || "", picture));
		if (!sent) {
			tell(picture === null ? words.unreadable : words.failed, index + 1);
			input.disabled = false;
			input.value = "";
			return;
		}
	}
	location.reload();
}

/** Sends one, three times where the network fails, under one id. */
async function send(address: string, picture: string): Promise<boolean> {
	const body = JSON.stringify({ id: newId(), picture });
	const headers = { "Content-Type": "application/json", Accept: "application/json" };
	for (let pause = 500; pause <= 4500; pause *= 3) {
		try {
			const answer = await fetch(address, { method: "POST", headers, body });
			if (answer.status < 500) return answer.ok;
		} catch {
			// No network for a moment.
		}
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
	return false;
}
