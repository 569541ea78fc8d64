import type { Told } from "../../web/intakes/list";
import type { Place } from "../http/door";
import type { Act } from "../roles/may";
import type { IntakeKind, IntakeOutcome, IntakeRow } from "../tables/intakes";
import type { Intake } from "./store";

const acts: Record<IntakeKind, Act> = {
	members: "register members",
	organisations: "found organisations",
	money: "use funds",
};

/** Whether the reader may bring such a file in here, finish it and take it back. */
export const mayBringIn = (place: Place, what: IntakeKind) => place.acts.includes(acts[what]);

/** How an intake stands: which requests it has had, whether its members are recounted, what was taken back. */
export function told(known: Intake): Told & { digest: string } {
	const { id, what, file, digest, day, by, lines, chunks, done, back } = known;
	const state = known.undone
		? "undone"
		: back > 0 && back < done
			? "going-back"
			: known.finished
				? "finished"
				: done < chunks
					? "running"
					: "counting";
	return { id, what, file, digest, day, by, lines, chunks, done, back, state };
}

type PostedAs = { day: string; amount: number; series: "in" | "out"; number: number };

type Found = {
	number: number;
	at: number;
	row: string;
	name: string | null;
	person: string | null;
	organisation: string | null;
	made: string | null;
	/** Of an entry: its day, its amount in fen, and its number with its series. */
	posted: string | null;
	still: number;
	undone: string | null;
};

/** The rows of a page as it shows them, and the way to the next. */
export function shownRows(found: readonly unknown[], what: Intake["what"], most: number) {
	const rows = (found as readonly Found[]).slice(0, most);
	const last = found.length > rows.length ? rows.at(-1) : undefined;
	return { rows: rows.map((row) => shown(row, what)), next: last ? `${last.number}.${last.at}` : null };
}

function shown(found: Found, what: Intake["what"]) {
	const [line, outcome, id, organisation, before] = JSON.parse(found.row) as IntakeRow;
	const touched = outcome === "new" || outcome === "changed";
	const kept = found.undone && (JSON.parse(found.undone) as [number, string][]).find(([at]) => at === line);
	return {
		...{ line, outcome, organisation, before, name: found.name || null },
		id: what === "members" ? (found.person ?? id) : id,
		organisationName: found.organisation,
		still:
			what === "organisations"
				? found.made !== null
				: what === "money"
					? found.posted !== null
					: found.still === 1,
		posted: found.posted === null ? null : (JSON.parse(found.posted) as PostedAs),
		undone: found.undone === null || !touched ? null : kept ? kept[1] : "back",
	};
}

/** A place in the rows of an intake, as it stands in an address. */
export function placeAfter(text: string | undefined): { number: number; at: number } {
	const parts = /^(\d{1,5})\.(\d{1,5})$/.exec(text ?? "");
	return parts ? { number: Number(parts[1]), at: Number(parts[2]) } : { number: -1, at: 0 };
}

/** How many rows there are of each outcome, in the order in which they are told. */
export function countsOf(found: readonly unknown[], order: readonly IntakeOutcome[]) {
	const counts = found as readonly { outcome: IntakeOutcome; n: number }[];
	return order.flatMap((outcome) => counts.filter((one) => one.outcome === outcome));
}
