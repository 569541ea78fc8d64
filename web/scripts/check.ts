import { type Result, resultOf } from "../../worker/surveys/score/check";

/**
 * `data-tables` on a hidden paragraph: works a sealed result out again from its published tables, compares it with what the
 * page says (`data-result`) and the tables with their fingerprint (`data-print`), and says in `data-said-…` how that went.
 */
export async function checkResults() {
	const note = document.querySelector<HTMLElement>("[data-tables]");
	if (!note) return;
	const { tables = "", rule = "", result = "", print = "" } = note.dataset;
	const [ours, told]: [Result, Result] = [resultOf(JSON.parse(tables), JSON.parse(rule)), JSON.parse(result)];
	const isSame =
		JSON.stringify(rounded(ours)) === JSON.stringify(rounded(told)) &&
		// Without a secure connection a browser works out no fingerprint; then the figures alone are checked.
		(!crypto.subtle || print === "" || (await fingerprintOf(tables)) === print);
	note.textContent = (isSame ? note.dataset.saidSame : note.dataset.saidDifferent) ?? "";
	note.classList.toggle("seal", !isSame);
	note.hidden = false;
}

/** Two ways to the same number may differ in a last digit. */
const rounded = (result: Result) =>
	result &&
	[result.share, result.lower, result.upper, result.aware ?? -1]
		.map((one) => one.toFixed(9))
		.concat(result.verdict);

async function fingerprintOf(text: string): Promise<string> {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
