import { paths } from "../../paths";
import { newId } from "../new-id";
import { type Running, runningOf } from "./begin";
import { type Around, ask, button, el, note, warning } from "./page";

export type Sending = {
	around: Around;
	running: Running | null;
	intake: { what: string; file: string; digest: string; lines: number; columns: string };
	/** The lines of each request. They are cut from the file in its order, so that two windows cut alike. */
	parts: readonly object[][];
	/** How many requests today; null for all. */
	most: number | null;
	to: (intake: string) => string;
};

/** A minute in all: whoever loses the network for so long need not be asked. */
const pauses = [500, 1000, 2000, 4000, 8000, 15_000, 30_000];
const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** Why it can't go on by itself. */
class Halt extends Error {
	constructor(readonly reason: "stopped" | "ended" | "signedOut" | "refusedByServer") {
		super(reason);
	}
}

/** Writes what was decided, a request after another, each of which may be sent twice; it can stop anywhere and go on. */
export async function send(sending: Sending): Promise<void> {
	const { around, intake, parts } = sending;
	const { say, steps } = around;
	const bar = el("progress", { max: intake.lines, value: 0, "aria-label": say.begin });
	const words = el("p", { role: "status" });
	steps.replaceChildren(bar, words);
	const tell = (lines: number) => {
		bar.value = lines;
		words.textContent = say.writing(lines, intake.lines);
	};
	try {
		const id = sending.running?.id ?? (await beginOrJoin(sending));
		const done = new Set((await insist(() => runningOf(id, around.place.id))).done);
		if (!sending.running && done.size > 0) steps.append(note(say.someoneElse));
		tell(linesIn(parts, done));
		let today = 0;
		for (const [number, lines] of parts.entries()) {
			if (done.has(number)) continue;
			if (sending.most !== null && today >= sending.most) {
				steps.replaceChildren(warning(say.tomorrow));
				return;
			}
			await write(sending.to(id), { number, lines });
			done.add(number);
			today += 1;
			tell(linesIn(parts, done));
		}
		words.textContent = say.counting;
		await finish(id, around);
		location.assign(paths.intake(around.place.id, id));
	} catch (error) {
		halt(sending, error instanceof Halt ? error.reason : "stopped");
	}
}

const linesIn = (parts: readonly object[][], done: ReadonlySet<number>) =>
	parts.reduce((sum, lines, number) => sum + (done.has(number) ? lines.length : 0), 0);

function halt(sending: Sending, reason: Halt["reason"]): void {
	const { say, steps } = sending.around;
	steps.append(
		warning(say[reason]),
		el("div", { class: "actions" }, reason === "stopped" && button(say.retry, () => send(sending), "stamp")),
	);
}

/** Begins the intake, or finds the one of the same file that another window began. */
async function beginOrJoin({ around, intake, parts }: Sending): Promise<string> {
	const body = { id: newId(), ...intake, chunks: parts.length };
	const { location: at } = await insist(() => told(paths.intakes(around.place.id), body));
	return at?.split("/").pop() ?? "";
}

async function write(path: string, body: object): Promise<void> {
	await insist(() => told(path, body));
}

/** Recounts what was touched, some organisations at a time. */
async function finish(id: string, around: Around): Promise<void> {
	let from: string | null = "0";
	while (from !== null) {
		const at: string = from;
		const { location: next } = await insist(() =>
			told(paths.intakeFinish(around.place.id, id), { from: at }),
		);
		from = new URL(next ?? "", location.href).searchParams.get("from");
	}
}

async function told(path: string, body: object) {
	const answer = await ask(path, body);
	const place = answer.location ?? (answer.facts as { location?: string } | null)?.location ?? null;
	if (answer.status === 401) throw new Halt("signedOut");
	if (answer.status === 409 || answer.status === 404) throw new Halt("ended");
	if (answer.status === 422 || answer.status === 413) throw new Halt("refusedByServer");
	if (answer.status >= 400) throw new Error(String(answer.status));
	return { ...answer, location: place };
}

/** Tries again after a while, a few times: a request that is sent twice changes nothing the second time. */
async function insist<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
	for (const pause of pauses) {
		try {
			return await attempt();
		} catch (error) {
			if (error instanceof Halt) throw error;
			await sleep(pause);
		}
	}
	return attempt();
}
