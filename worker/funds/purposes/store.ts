import { and, desc, eq } from "drizzle-orm";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { fund } from "../../tables/dues";
import type { Day } from "../../values/day";
import { atHand, type Balances, together, type Use } from "../accounts";
import type { Books } from "../books";
import type { NewPurpose } from "./input";

/** How many purposes a list shows, and a form offers. */
const mostPurposes = 60;

/** The purposes that money was given for, the latest first. */
export function purposesOf(db: Database, place: Pick<Place, "id">) {
	return db
		.select({ id: fund.id, name: fund.name, giver: fund.giver, uses: fund.uses, day: fund.day })
		.from(fund)
		.where(eq(fund.organisation, place.id))
		.orderBy(desc(fund.day), fund.id)
		.limit(mostPurposes);
}
export type Purposes = Awaited<ReturnType<typeof purposesOf>>;

/** One purpose, however many came after it; none for an unknown id. */
export function purposeUnder(db: Database, place: Pick<Place, "id">, id: string) {
	return db
		.select({ uses: fund.uses })
		.from(fund)
		.where(and(eq(fund.organisation, place.id), eq(fund.id, id)));
}

/** What is left for each of them, in fen, and what is left for none: free for anything. */
export function leftIn(books: Books, purposes: Purposes) {
	const so: Balances = together(books);
	const left = purposes.map((one) => ({ ...one, left: so[`fund:${one.id}`] ?? 0 }));
	return { left, free: atHand(so, null) };
}

/** Makes a purpose; its key stops a second copy. */
export function setAside(
	db: Database,
	place: Place,
	{ id, name, giver, uses }: NewPurpose,
	by: { by: string; madeFrom: string },
	today: Day,
) {
	return db.insert(fund).values({
		...{ organisation: place.id, id, name, giver, uses: uses as Use[], day: today },
		...{ madeBy: by.by, madeFrom: by.madeFrom },
	});
}

/** What the purpose under an id was made from. */
export async function setBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const [known] = await db
		.select({ madeFrom: fund.madeFrom })
		.from(fund)
		.where(and(eq(fund.organisation, place.id), eq(fund.id, id)));
	return known?.madeFrom;
}
