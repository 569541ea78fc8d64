import { paths } from "../../paths";
import { chooseColumns, found, type Manner, mannerOf } from "./columns";
import { readFile } from "./file";
import { lookAtMembers } from "./members";
import { lookAtMoney } from "./money";
import { type Around, aroundOf, ask, note, warning } from "./page";
import { lookAtTree } from "./tree";

/** An intake of the same file that was broken off: its id, how it read the file, and which requests it has had. */
export type Running = { id: string; manner: Manner; done: ReadonlySet<number>; chunks: number };

/** A file was chosen: it is read here, and nothing of it leaves this computer before somebody asks for a look. */
export async function begin(root: HTMLElement, file: File): Promise<void> {
	const around = aroundOf(root);
	const { say, steps } = around;
	steps.replaceChildren(note(say.reading));
	const read = await readFile(file);
	if (read === "old" || read === null) {
		steps.replaceChildren(warning(read === "old" ? say.old : say.unreadable));
		return;
	}
	const sheets = found(read, around);
	const most = Math.max(...sheets.map(({ people }) => people));
	if (most === 0) {
		steps.replaceChildren(warning(say.noTables[around.what]));
		return;
	}
	const lookAt = { members: lookAtMembers, organisations: lookAtTree, money: lookAtMoney }[around.what];
	const look = (manner: Manner, running: Running | null = null) =>
		lookAt({
			read,
			sheets,
			manner,
			around,
			running,
			back: () => chooseColumns(sheets, manner, around, look),
		});
	const running = await underWay(read.digest, around).catch(() => null);
	if (running) look(running.manner, running);
	else {
		const best = sheets.findIndex(({ people }) => people === most);
		chooseColumns(sheets, mannerOf(sheets, best), around, (manner) => look(manner));
		steps.querySelector<HTMLElement>("h2")?.focus();
	}
}

type Listed = { intakes: { id: string; what: string; digest: string; state: string }[] };

async function underWay(digest: string, { what, place }: Around): Promise<Running | null> {
	const { facts } = await ask(paths.intakes(place.id));
	const known = (facts as Listed).intakes.find(
		(one) => one.what === what && one.state === "running" && one.digest.startsWith(digest),
	);
	return known ? runningOf(known.id, place.id) : null;
}

/** An intake as it stands by now. */
export async function runningOf(id: string, place: string): Promise<Running> {
	const { facts } = await ask(paths.intake(place, id));
	const { columns, chunks, intake } = facts as {
		columns: string;
		chunks: number[];
		intake: { chunks: number };
	};
	return { id, manner: JSON.parse(columns) as Manner, done: new Set(chunks), chunks: intake.chunks };
}
