import { hmac } from "../../values/id";

/** How long a code stands on the organiser's screen, in seconds. */
export const step = 30;

/** How long whoever scanned one may take to say who they are, in seconds. */
const passLasts = 900;

const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** What a check-in is for: the deployment's secret, the activity and its half-day. */
export type Door = { secret: string; organisation: string; activity: string; session: number };

const stepAt = (now: number) => Math.floor(now / step);
const purpose = ({ organisation, activity, session }: Door) =>
	`check-in ${organisation} ${activity} ${session}`;

/** The code of a moment (epoch seconds): six characters that nobody can work out without the secret. */
export async function codeAt(door: Door, now: number): Promise<string> {
	return codeOf(door, stepAt(now));
}

async function codeOf(door: Door, at: number): Promise<string> {
	const tag = await hmac(door.secret, `${purpose(door)} code ${at}`);
	return Array.from({ length: 6 }, (_, place) =>
		alphabet.charAt(Number.parseInt(tag.slice(place * 2, place * 2 + 2), 16) % 32),
	).join("");
}

/** Whether a code is the one on the screen now, or the one before it: it may change while somebody scans. */
export async function isCode(door: Door, typed: string, now: number): Promise<boolean> {
	const code = typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");
	const at = stepAt(now);
	return code === (await codeOf(door, at)) || code === (await codeOf(door, at - 1));
}

/** What a form carries once the code was right: when that was, and a proof of it. Nothing is written for it. */
export async function passFor(door: Door, now: number): Promise<string> {
	return `${now}.${await proofOf(door, now)}`;
}

/** Whether a pass is ours and not too old. */
export async function isPass(door: Door, pass: string, now: number): Promise<boolean> {
	const parts = /^(\d{1,12})\.([0-9a-f]{16})$/.exec(pass);
	if (!parts) return false;
	const given = Number(parts[1]);
	return given <= now && now - given <= passLasts && parts[2] === (await proofOf(door, given));
}

const proofOf = async (door: Door, given: number) =>
	(await hmac(door.secret, `${purpose(door)} pass ${given}`)).slice(0, 16);

/** How many wrong answers an activity takes before it asks to go to the organiser: a guess at four digits hits one in 10,000. */
export const mostMisses = 150;
