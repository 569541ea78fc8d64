import { type SQL, sql } from "drizzle-orm";
import type { Status } from "../tables/ground";

/** How many a search shows; whoever means another types more of its name. */
export const mostOrganisations = 4;

/** An organisation found by its name. */
export type FoundOrganisation = {
	id: string;
	name: string;
	above: string | null;
	practice: number;
	status: Status;
};

/** The question for a part of a name, as a phrase of its characters; null where nothing was typed that a name could have. */
export function partOfName(typed: string): string | null {
	const characters = [...typed.normalize("NFKC")].filter((one) => /[\p{L}\p{N}]/u.test(one)).slice(0, 20);
	// A number is a telephone's tail or a receipt's.
	if (characters.every((one) => /\d/.test(one))) return null;
	return `name : "${characters.join(" ")}"`;
}

/**
 * Those whose names hold what was typed, within some scopes: three rows read a hit.
 * @param scopes a full-text question of the words that seek's scopes are made of, as an expression
 */
export const foundByName = (part: string, scopes: SQL) =>
	sql`select one.id, one.name, above.name as above, one.practice, one.status
		from seek_organisation join organisation as one on one.id = seek_organisation.organisation
		left join organisation as above on above.id = one.parent
		where seek_organisation match ${`${part} AND scope : (`} || ${scopes} || ')'
		order by seek_organisation.rowid limit ${mostOrganisations}`;
