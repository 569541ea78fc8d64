import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Place } from "../../http/door";
import { activity, attendance } from "../../tables/activities";
import { type Database, named } from "../../tables/database";
import { allocation, charge, entry, waiver } from "../../tables/dues";
import { change, holder, membership, organisation, person, session } from "../../tables/ground";
import {
	consent,
	furtherField,
	household,
	smallGroup,
	tag,
	transfer,
	transferEnd,
} from "../../tables/people";
import { certificate, topic, trainedElsewhere, volunteering } from "../../tables/training";
import { knowing, these } from "../touched";

/** The most of each kind that a file holds; nobody comes near it. */
const most = 2000;

/** Whose organisations a file speaks of: a place and all below it, or, for oneself, all. */
export type Within = Place | "everywhere";

/**
 * Everything that is held about a person, in one batch. What names others (a household, who made a change) is left to them.
 * @returns nothing for whoever isn't known there, or for a record that was joined to another
 */
export async function ownDataOf(db: Database, within: Within, id: string) {
	const inside: SQL =
		within === "everywhere"
			? sql`true`
			: sql`${gte(organisation.path, within.path)} and ${lt(organisation.path, `${within.path.slice(0, -1)}0`)}`;
	const here = sql`${organisation.id} in ${knowing(these([id]))} and ${inside}`;
	const receiver = alias(organisation, "receiver");
	const at = organisation.name;
	const [
		people,
		memberships,
		attendances,
		receipts,
		posts,
		households,
		transfers,
		consents,
		changes,
		devices,
		trainings,
		certificates,
		helped,
		fields,
		tags,
		charges,
		waivers,
	] = await db.batch([
		db
			.select()
			.from(person)
			.where(and(eq(person.id, id), sql`${person.sameAs} is null`)),
		db
			.select({
				organisation: at,
				fromDay: membership.fromDay,
				toDay: membership.toDay,
				kind: membership.kind,
				leftBecause: membership.leftBecause,
				paid: membership.paid,
				tags: membership.tags,
				group: named(smallGroup.name, "group_name"),
			})
			.from(organisation)
			.innerJoin(membership, and(eq(membership.organisation, organisation.id), eq(membership.person, id)))
			.leftJoin(
				smallGroup,
				and(eq(smallGroup.organisation, organisation.id), eq(smallGroup.id, membership.smallGroup)),
			)
			.where(here)
			.orderBy(membership.fromDay),
		db
			.selectDistinct({
				organisation: at,
				day: activity.day,
				title: activity.title,
				activity: attendance.activity,
			})
			.from(attendance)
			.innerJoin(
				activity,
				and(eq(activity.organisation, attendance.organisation), eq(activity.id, attendance.activity)),
			)
			.innerJoin(organisation, eq(organisation.id, attendance.organisation))
			.where(and(eq(attendance.person, id), inside))
			.orderBy(sql`+${activity.day}`)
			.limit(most),
		db
			.select({
				organisation: at,
				day: entry.day,
				entryYear: entry.year,
				number: entry.number,
				year: named(allocation.year, "for_year"),
				amount: named(allocation.amount, "for_amount"),
			})
			.from(organisation)
			.innerJoin(allocation, and(eq(allocation.organisation, organisation.id), eq(allocation.person, id)))
			.innerJoin(entry, and(eq(entry.organisation, organisation.id), eq(entry.id, allocation.entry)))
			.where(here)
			.orderBy(sql`+${entry.day}`)
			.limit(most),
		db
			.select({ organisation: at, post: holder.post, fromDay: holder.fromDay, toDay: holder.toDay })
			.from(holder)
			.innerJoin(organisation, eq(organisation.id, holder.organisation))
			.where(and(eq(holder.person, id), inside))
			.orderBy(holder.fromDay),
		db
			.select({ organisation: at, households: sql<number>`count(*)`.as("households") })
			.from(organisation)
			.innerJoin(household, and(eq(household.organisation, organisation.id), eq(household.contact, id)))
			.where(here)
			.groupBy(organisation.id),
		db
			.select({
				organisation: at,
				to: named(receiver.name, "receiver_name"),
				offeredOn: transfer.offeredOn,
				note: transfer.note,
				outcome: transferEnd.outcome,
				day: transferEnd.day,
			})
			.from(organisation)
			.innerJoin(transfer, and(eq(transfer.organisation, organisation.id), eq(transfer.person, id)))
			.innerJoin(receiver, eq(receiver.id, transfer.receiver))
			.leftJoin(
				transferEnd,
				and(eq(transferEnd.organisation, organisation.id), eq(transferEnd.transfer, transfer.id)),
			)
			.where(here),
		db
			.select({ organisation: at, what: consent.what, day: consent.day, how: consent.how })
			.from(organisation)
			.innerJoin(consent, and(eq(consent.organisation, organisation.id), eq(consent.person, id)))
			.where(here)
			.orderBy(consent.day),
		db
			.select({ organisation: at, at: change.at, act: change.act, details: change.details })
			.from(organisation)
			.innerJoin(change, and(eq(change.organisation, organisation.id), eq(change.subject, id)))
			.where(here)
			.orderBy(desc(change.at))
			.limit(most),
		db
			.select({
				kind: session.kind,
				label: session.label,
				madeOn: session.madeOn,
				seenOn: session.seenOn,
			})
			.from(session)
			.where(and(eq(session.person, id), within === "everywhere" ? undefined : sql`false`)),
		db
			.select({
				organisation: at,
				day: trainedElsewhere.day,
				zh: topic.zh,
				en: topic.en,
				evidence: trainedElsewhere.evidence,
			})
			.from(trainedElsewhere)
			.innerJoin(organisation, eq(organisation.id, trainedElsewhere.organisation))
			.innerJoin(topic, eq(topic.id, trainedElsewhere.topic))
			.where(and(eq(trainedElsewhere.person, id), inside))
			.orderBy(trainedElsewhere.day)
			.limit(most),
		// Found by way of the roll that each speaks of.
		db
			.selectDistinct({
				organisation: at,
				year: named(certificate.year, "issued_year"),
				number: certificate.number,
				day: certificate.issuedOn,
			})
			.from(attendance)
			.innerJoin(
				certificate,
				and(
					eq(certificate.organisation, attendance.organisation),
					eq(certificate.activity, attendance.activity),
					eq(certificate.person, attendance.person),
				),
			)
			.innerJoin(organisation, eq(organisation.id, certificate.organisation))
			.where(and(eq(attendance.person, id), inside))
			.limit(most),
		db
			.select({
				organisation: at,
				day: volunteering.day,
				what: volunteering.what,
				minutes: volunteering.minutes,
			})
			.from(volunteering)
			.innerJoin(organisation, eq(organisation.id, volunteering.organisation))
			.where(and(eq(volunteering.person, id), inside))
			.limit(most),
		db
			.select({ id: furtherField.id, zh: furtherField.zh, en: furtherField.en })
			.from(furtherField)
			.limit(100),
		db.select({ id: tag.id, zh: tag.zh, en: tag.en }).from(tag).limit(500),
		db
			.select({ organisation: at, year: named(charge.year, "charged_year"), amount: charge.amount })
			.from(organisation)
			.innerJoin(charge, and(eq(charge.organisation, organisation.id), eq(charge.person, id)))
			.where(here),
		db
			.select({
				organisation: at,
				what: waiver.what,
				fromYear: waiver.fromYear,
				toYear: waiver.toYear,
				reason: waiver.reason,
				grantedBy: waiver.grantedBy,
			})
			.from(organisation)
			.innerJoin(waiver, and(eq(waiver.organisation, organisation.id), eq(waiver.person, id)))
			.where(here),
	]);
	const one = people[0];
	if (!one || (within !== "everywhere" && memberships.length === 0)) return null;
	return {
		...{ one, memberships, attendances, receipts, posts, households, transfers, consents, changes, devices },
		...{ trainings, certificates, helped, fields, tags, charges, waivers },
	};
}
