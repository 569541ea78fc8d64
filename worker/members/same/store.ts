import { and, eq, ne, or, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { seeingBelow } from "../../roles/may";
import { type Database, named } from "../../tables/database";
import { membership, organisation, person } from "../../tables/ground";
import type { Day } from "../../values/day";
import { wholeNameWord } from "../rules";

/** How many who may be the same person are asked about at the most. */
const mostCandidates = 12;

type Asked = { name: string; birth_year: number | null; telephone: string | null; same: string };

/**
 * Members of other organisations that the reader sees, of the same name and the same year of birth or telephone: perhaps
 * whoever is being registered here. Looked for among the words of the organisations in which the reader holds a post.
 */
export function candidatesFor(db: Database, place: Place, reader: string, today: Day, asked: Asked) {
	const word = `"${wholeNameWord(asked.name)}" AND (`;
	const seeing = sql`(select value from json_each(${JSON.stringify(seeingBelow)}))`;
	const within = sql`(select ${word} || group_concat('"' || case when post in ${seeing} then 'o' else 'h' end || organisation || '"', ' OR ') || ')'
		from holder where person = ${reader} and from_day <= ${today} and (to_day is null or to_day > ${today}))`;
	return db
		.select({
			id: person.id,
			name: person.name,
			birthYear: person.birthYear,
			telephone: person.telephone,
			where: named(organisation.name, "organisation_name"),
		})
		.from(sql`seek`)
		.innerJoin(
			membership,
			and(sql`${membership.organisation} = seek.organisation`, sql`${membership.person} = seek.person`),
		)
		.innerJoin(person, eq(person.id, membership.person))
		.innerJoin(organisation, eq(organisation.id, membership.organisation))
		.where(
			and(
				sql`seek match ${within}`,
				eq(person.name, asked.name),
				or(eq(person.birthYear, asked.birth_year ?? 0), eq(person.telephone, asked.telephone ?? "-")),
				ne(membership.organisation, place.id),
				// Whoever was chosen is known here by the time the form comes a second time.
				sql`(${person.id} = ${asked.same} or not exists (select 1 from membership as here where here.organisation = ${place.id} and here.person = ${person.id}))`,
			),
		)
		.groupBy(person.id)
		.limit(mostCandidates);
}

export type Candidate = Awaited<ReturnType<typeof candidatesFor>>[number];
