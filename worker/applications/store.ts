import { and, eq, inArray, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { recountMembers } from "../members/standing";
import { registrationOf } from "../members/store";
import { type Database, run } from "../tables/database";
import { application, decision, organisation } from "../tables/ground";
import { consent } from "../tables/people";
import type { Day } from "../values/day";
import { newId } from "../values/id";
import type { NewApplication } from "./input";

/** How many may apply to one association in a day: a stranger who posts all day spends two rows for each, and no more. */
export const applicationsADay = 40;

/** The wording a resident agreed to; a change of the wording gets a new name. */
export const consentWording = "2026-11";

/** The association that a join form is for, as far as the public may know it; none where there is none, or no longer. */
export async function joinable(db: Database, id: string) {
	const rows = await db
		.select({ id: organisation.id, name: organisation.name })
		.from(organisation)
		.where(and(eq(organisation.id, id), inArray(organisation.status, ["active", "standardising"])));
	return rows[0];
}

/**
 * Puts an application into the queue, unless the day's ceiling is reached: then nothing is written at all.
 * The second statement counts only what the first one wrote.
 * @returns "again" and "different" as in http/once.ts, "full" at the ceiling
 */
export async function apply(
	db: Database,
	organisationId: string,
	asked: NewApplication,
	madeFrom: string,
	today: Day,
) {
	const { id, name, sex, birth_year, telephone, address } = asked;
	const before = () =>
		db
			.select({ madeFrom: application.madeFrom })
			.from(application)
			.where(and(eq(application.organisation, organisationId), eq(application.id, id)));
	const results = await db.batch([
		run(
			db,
			sql`insert or ignore into application
			(organisation, id, name, sex, birth_year, telephone, address, consent, applied_on, made_from)
			select ${organisationId}, ${id}, ${name}, ${sex}, ${birth_year}, ${telephone}, ${address}, ${consentWording}, ${today}, ${madeFrom}
			where coalesce((select applied from application_day where organisation = ${organisationId} and day = ${today}), 0) < ${applicationsADay}
				and not exists (select 1 from decision where organisation = ${organisationId} and application = ${id})`,
		),
		run(
			db,
			sql`insert into application_day (organisation, day, applied)
			select ${organisationId}, ${today}, 1 where changes() = 1
			on conflict (organisation, day) do update set applied = applied + 1`,
		),
		before(),
		db
			.select({ name: decision.name })
			.from(decision)
			.where(and(eq(decision.organisation, organisationId), eq(decision.application, id))),
	]);
	if (results[0].meta.changes === 1 || results[3].length > 0) return "made";
	const [known] = results[2];
	if (!known) return "full";
	return known.madeFrom === madeFrom ? "again" : "different";
}

/** Those who wait for a decision. */
export function queueOf(db: Database, place: Place) {
	return db
		.select()
		.from(application)
		.where(eq(application.organisation, place.id))
		.orderBy(application.appliedOn)
		.limit(60);
}

/** One application of this association; nothing for a forged id. */
export async function applicationOf(db: Database, place: Place, id: string) {
	const rows = await db
		.select()
		.from(application)
		.where(and(eq(application.organisation, place.id), eq(application.id, id)));
	return rows[0];
}

export type Application = NonNullable<Awaited<ReturnType<typeof applicationOf>>>;

/** Who decided on an application that is no longer in the queue. */
export async function decisionOn(db: Database, place: Place, id: string) {
	const rows = await db
		.select({
			outcome: decision.outcome,
			name: decision.name,
			reason: decision.reason,
			decidedOn: decision.decidedOn,
		})
		.from(decision)
		.where(and(eq(decision.organisation, place.id), eq(decision.application, id)));
	return rows[0];
}

type Deciding = { by: string; today: Day; reason: string | null };

function decided(
	db: Database,
	place: Place,
	asked: Application,
	outcome: "approved" | "declined",
	how: Deciding,
) {
	return [
		db.insert(decision).values({
			organisation: place.id,
			application: asked.id,
			outcome,
			name: asked.name,
			reason: how.reason,
			decidedOn: how.today,
			decidedBy: how.by,
		}),
		db.delete(application).where(and(eq(application.organisation, place.id), eq(application.id, asked.id))),
	] as const;
}

/**
 * Approves: the decision's key stops a second approver, and the member is registered in the same batch, under an id of our
 * own: the applicant chose theirs, and may have used it elsewhere.
 */
export function approve(db: Database, place: Place, asked: Application, how: Deciding) {
	const { name, sex, birthYear: birth_year, telephone, address, madeFrom } = asked;
	const member = {
		id: newId(),
		name,
		sex,
		birth_year,
		telephone,
		address,
		note: null,
		joined_on: how.today,
		kind: "ordinary" as const,
	};
	return db.batch([
		...decided(db, place, asked, "approved", how),
		...registrationOf(db, place, member, { id: newId(), madeFrom, by: how.by }),
		// What they agreed to when they applied goes with them, with the wording they saw.
		db.insert(consent).values({
			organisation: place.id,
			person: member.id,
			id: newId(),
			what: "given",
			day: asked.appliedOn,
			how: `application ${asked.consent}`,
			madeFrom,
		}),
		...recountMembers(db, place, how.today, how.today),
	]);
}

/** Declines, with a reason; what was kept of the resident beyond their name goes at once. */
export function decline(db: Database, place: Place, asked: Application, how: Deciding) {
	return db.batch([...decided(db, place, asked, "declined", how)]);
}
