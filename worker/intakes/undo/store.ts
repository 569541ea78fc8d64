import { and, asc, eq, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { person } from "../../tables/ground";
import { type IntakeRow, intakeChunk } from "../../tables/intakes";
import type { Day } from "../../values/day";
import { idsOf } from "../members/store";
import type { Intake } from "../store";
import { builtOnMembers, takeMembersBack } from "./members";
import { builtOnMoney, takeMoneyBack } from "./money";
import { builtOnOrganisations, takeOrganisationsBack } from "./organisations";
import { dividedBy } from "./rules";

/**
 * The next two requests of an intake that nobody has taken back yet, the last first: what came later may build on what
 * came before, as villages do on their township.
 */
export function chunksStanding(db: Database, place: Place, intake: string) {
	return db
		.select({ number: intakeChunk.number, rows: intakeChunk.rows, places: intakeChunk.places })
		.from(intakeChunk)
		.where(
			and(
				eq(intakeChunk.organisation, place.id),
				eq(intakeChunk.intake, intake),
				sql`${intakeChunk.undone} is null`,
			),
		)
		.orderBy(sql`${intakeChunk.number} desc`)
		.limit(2);
}

/** How many lines of a request would go, and which stay and why. */
export async function dividedIn(db: Database, place: Place, known: Intake, rows: readonly IntakeRow[]) {
	const money = known.what === "money" ? await builtOnMoney(db, place, rows) : null;
	const built =
		money?.built ??
		(known.what === "members"
			? await builtOnMembers(db, rows, await idsOf(place, known.id))
			: await builtOnOrganisations(db, place, rows));
	const { back, stay } = dividedBy(rows, built);
	const names = money?.names ?? (await namesOf(db, known, rows, new Set(stay.map(([line]) => line))));
	return {
		back: back.length,
		stay: stay.slice(0, 200).map(([line, why]) => ({ line, name: names.get(line) ?? null, why })),
	};
}

async function namesOf(db: Database, known: Intake, rows: readonly IntakeRow[], lines: ReadonlySet<number>) {
	const theirs = rows.filter(([line]) => lines.has(line));
	if (known.what !== "members" || theirs.length === 0) return new Map<number, string>();
	const found = await db
		.select({ id: person.id, name: person.name })
		.from(person)
		.where(
			sql`${person.id} in (select value from json_each(${JSON.stringify(theirs.map(([, , id]) => id))}))`,
		)
		.orderBy(asc(person.id));
	const names = new Map(found.map(({ id, name }) => [id, name]));
	return new Map(theirs.map(([line, , id]) => [line, names.get(id ?? "") ?? ""]));
}

type Taking = {
	number: number;
	rows: readonly IntakeRow[];
	places: readonly string[];
	by: string;
	today: Day;
	intake: string;
	/** What the reversals of entries say. */
	reason: string;
};

/** Takes one request's lines back; answers how many went, or why none may go today. */
export async function takeBack(
	db: Database,
	place: Place,
	known: Intake,
	taking: Taking,
): Promise<number | "settled-today"> {
	if (known.what === "organisations") return takeOrganisationsBack(db, place, taking);
	if (known.what === "money") return takeMoneyBack(db, place, taking);
	return takeMembersBack(db, place, { ...taking, changeOf: await idsOf(place, known.id) });
}
