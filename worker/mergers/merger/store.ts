import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Authorship } from "../../changes/store";
import type { Place } from "../../http/door";
import { recountMembers } from "../../members/standing";
import { canGo, type GoingOver, goingOverOf } from "../../members/transfer/moving";
import { deregistrationOf, forgetBoards } from "../../organisations/life/store";
import { askedFromAbove, openWavesOf } from "../../surveys/wave/store";
import { type Database, named, run } from "../../tables/database";
import { organisation, person, standing } from "../../tables/ground";
import { merger } from "../../tables/tree";
import { type Day, yearOf } from "../../values/day";
import { groupsAlongOf, movedOf } from "../along";
import { mostNames } from "../preview";
import type { Unsettled } from "./rules";

/** How many organisations a form offers; whoever has more types a part of the name. */
export const mostBeside = 60;

/** Those that stand beside a place, under the same parent: which may be merged into it. */
export function organisationsBeside(db: Database, place: Place, typed: string, today: Day) {
	return db
		.select({ id: organisation.id, name: organisation.name, members: standing.members })
		.from(organisation)
		.leftJoin(standing, and(eq(standing.organisation, organisation.id), eq(standing.year, yearOf(today))))
		.where(
			and(
				eq(organisation.parent, place.path.split("/").at(-3) ?? ""),
				sql`${organisation.id} <> ${place.id} and ${organisation.status} in ('active', 'standardising')`,
				eq(organisation.practice, place.practice),
				typed ? sql`instr(${organisation.name}, ${typed}) > 0` : undefined,
			),
		)
		.orderBy(organisation.name)
		.limit(mostBeside + 1);
}

/** Everything of an organisation that must be settled before it can be gone, as conditions on its id. */
const unsettled = (gone: string | SQL): Record<keyof Unsettled, SQL> => ({
	below: sql`(select count(*) from organisation where parent = ${gone} and status <> 'deregistered')`,
	waves: openWavesOf(gone),
	asked: askedFromAbove(gone),
	applications: sql`(select count(*) from application where organisation = ${gone})`,
	transfers: sql`(select count(*) from transfer_waiting where organisation = ${gone} or receiver = ${gone})`,
	intakes: sql`(select count(*) from intake where organisation = ${gone} and not exists
		(select 1 from intake_end where intake_end.organisation = intake.organisation and intake_end.intake = intake.id))`,
	balance: sql`(select coalesce(sum(received - used), 0) from standing where organisation = ${gone})`,
});

/** What is not settled at an organisation, and the day of the latest act on either of the two. */
export function unsettledAt(db: Database, place: Place, gone: string) {
	const counts = Object.entries(unsettled(gone)).map(
		([name, count]) => sql`${count} as ${sql.identifier(name)}`,
	);
	return run(
		db,
		sql`select ${sql.join(counts, sql`, `)}, (select max(from_day) from stage
			where organisation in (${place.id}, ${gone}) and to_day is null) as since`,
	);
}
export type Unsettling = Unsettled & { since: Day | null };

/** What the merger under an id was made from. */
export function mergedBefore(db: Database, place: Place, id: string) {
	return db
		.select({ madeFrom: merger.madeFrom })
		.from(merger)
		.where(and(eq(merger.organisation, place.id), eq(merger.id, id)));
}

/**
 * Merges: everything in one batch, or nothing. Its first statement keeps the merger with what moves, and breaks where
 * anything is unsettled, anybody can't go over, or either stands otherwise than it was read.
 */
export function merge(db: Database, going: GoingOver, reason: string, by: Authorship, today: Day) {
	const { from, to, day } = going;
	const settled = Object.values(unsettled(from.id)).map((count) => sql`${count} = 0`);
	const stands = ({ id, path }: GoingOver["from"]) =>
		sql`exists (select 1 from organisation where id = ${id} and path = ${path} and status in ('active', 'standardising'))`;
	const good = sql.join(
		[
			...settled,
			stands(from),
			stands(to),
			canGo(going),
			sql`not exists (select 1 from stage where organisation in (${from.id}, ${to.id}) and to_day is null and from_day > ${day})`,
		],
		sql` and `,
	);
	return db.batch([
		run(
			db,
			sql`insert into merger (organisation, id, gone, day, reason, moved, made_by, made_from)
			select ${to.id}, ${by.id}, ${from.id}, ${day}, ${reason}, case when ${good} then ${movedOf(going)} end, ${by.by}, ${by.madeFrom}`,
		),
		...groupsAlongOf(db, going, by.by),
		...goingOverOf(db, going, by),
		...deregistrationOf(db, from.id, { id: by.id, day, reason, by: by.by, act: "merged" }),
		...recountMembers(db, from, today, day),
		// What they carry counts in every year in which they belonged there.
		...recountMembers(db, to, today, "1900-01-01"),
		forgetBoards(db, from.path, to.path),
	]);
}

/** A merger by which one of the two was this place, with the names of those who went over. */
export function mergerOf(db: Database, place: Place, id: string) {
	const gone = alias(organisation, "gone");
	const stays = alias(organisation, "stays");
	const mine = and(eq(merger.id, id), or(eq(merger.organisation, place.id), eq(merger.gone, place.id)));
	return [
		db
			.select({
				id: merger.id,
				gone: { id: named(gone.id, "gone_id"), name: named(gone.name, "gone_name") },
				stays: { id: named(stays.id, "stays_id"), name: named(stays.name, "stays_name") },
				day: merger.day,
				reason: merger.reason,
				moved: merger.moved,
				by: named(person.name, "by_name"),
			})
			.from(merger)
			.innerJoin(gone, eq(gone.id, merger.gone))
			.innerJoin(stays, eq(stays.id, merger.organisation))
			.leftJoin(person, eq(person.id, merger.madeBy))
			.where(mine),
		run(
			db,
			sql`select person.name from merger join membership as one on one.organisation = merger.gone and one.went_to = merger.organisation
				and one.to_day = merger.day and one.left_because = 'merged' join person on person.id = one.person
			where ${mine} order by one.sort limit ${mostNames}`,
		),
	] as const;
}
