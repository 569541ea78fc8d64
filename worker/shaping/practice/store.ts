import { and, asc, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { registrationsOf } from "../../members/many";
import { forgetEveryWord } from "../../members/seek";
import { recountMembers } from "../../members/standing";
import { endEveryMembership } from "../../members/store";
import { endEveryPost } from "../../officers/store";
import { foundingOf, nextStages } from "../../organisations/life/store";
import { type Database, run } from "../../tables/database";
import { organisation } from "../../tables/ground";
import { kind } from "../../tables/tree";
import type { Day } from "../../values/day";
import { newId } from "../../values/id";
import { inventedMembers } from "./rules";

/** Who makes a practice association: under which id and name, from which body, whether with invented members. */
export type Practice = {
	id: string;
	name: string;
	kind: string;
	members: boolean;
	madeFrom: string;
	by: string;
	today: Day;
};

/** The practice associations directly below a place. */
export function practicesAt(db: Database, place: Place) {
	return db
		.select({ id: organisation.id, name: organisation.name })
		.from(organisation)
		.where(
			and(
				eq(organisation.parent, place.id),
				eq(organisation.practice, true),
				ne(organisation.status, "deregistered"),
			),
		)
		.limit(20);
}

/** What the association under an id was made from, if it stands below this parent. */
export async function practiceBefore(db: Database, parent: string, id: string): Promise<string | undefined> {
	const rows = await db
		.select({ madeFrom: organisation.madeFrom })
		.from(organisation)
		.where(and(eq(organisation.id, id), eq(organisation.parent, parent)));
	return rows[0]?.madeFrom;
}

/** The kind of a practice association: a village where there is such a kind, otherwise whatever should be everywhere. */
export function kindOfPractice(db: Database) {
	return db
		.select({ id: kind.id })
		.from(kind)
		.orderBy(sql`${kind.id} = 'village' desc`, desc(kind.covers), asc(kind.sort))
		.limit(1);
}

// What a second copy finds: then it breaks the key, and nothing after it happens.
const stands = ({ id }: Practice) => sql`exists (select 1 from organisation where id = ${id})`;

/** The statements that make a practice association below a parent, with invented members if wanted. */
function statements(db: Database, parent: { id: string; path: string }, practice: Practice, good: SQL) {
	const { id, name, members, madeFrom, by, today } = practice;
	const place = { id, path: `${parent.path}${id}/` };
	const founding = foundingOf(
		db,
		{
			...{
				id,
				parent: parent.id,
				path: place.path,
				organisation: name,
				practice: true,
				madeFrom,
				madeBy: by,
			},
			...{ kind: practice.kind, adults: 200, households: 80, day: today },
		},
		good,
	);
	const invented = members ? inventedMembers(today) : [];
	return [
		...founding,
		...registrationsOf(db, place, invented, madeFrom, stands(practice)),
		...recountMembers(db, place, today, invented[0]?.joinedOn ?? today),
	] as const;
}

/** Makes a practice association below a place, and its maker its secretary-general. */
export function makePractice(db: Database, place: Place, practice: Practice) {
	const good = sql`from organisation where id = ${place.id} and (path = ${place.path} or ${stands(practice)})`;
	return db.batch([
		...statements(db, place, practice, good),
		run(
			db,
			sql`insert into holder (organisation, id, person, post, from_day, made_by)
			select ${practice.id}, ${newId()}, ${practice.by}, 'secretary-general', ${practice.today}, ${practice.by}
			where ${stands(practice)}`,
		),
	]);
}

/** Clears a practice association: it and all below it are deregistered, and a new one stands in its stead, open to the same people. */
export function clear(db: Database, place: Place, parent: { id: string; path: string }, practice: Practice) {
	const { id, by, today } = practice;
	const cleared = stands(practice);
	const below = sql`path >= ${place.path} and path < ${`${place.path.slice(0, -1)}0`} and status <> 'deregistered' and ${cleared}`;
	const good = sql`from organisation where id = ${place.id} and (practice = 1 and path = ${place.path} and status <> 'deregistered' or ${cleared})`;
	return db.batch([
		...statements(db, parent, practice, good),
		run(
			db,
			sql`insert into holder (organisation, id, person, post, from_day, made_by)
			select ${id}, id, person, post, ${today}, ${by} from holder
			where organisation = ${place.id} and from_day <= ${today} and (to_day is null or to_day > ${today}) and ${cleared}`,
		),
		...nextStages(
			db,
			{ id, act: "deregistered", day: today, reason: null, by },
			{ status: sql`'deregistered'` },
			below,
		),
		run(db, sql`update organisation set status = 'deregistered' where ${below}`),
		endEveryMembership(db, place, today, cleared),
		...endEveryPost(db, place, today, cleared),
		...recountMembers(db, place, today, today),
		forgetEveryWord(db, place.id, cleared),
	]);
}
