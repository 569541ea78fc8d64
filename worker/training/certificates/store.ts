import { and, asc, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { activity, attendance } from "../../tables/activities";
import { type Database, named, rows, run } from "../../tables/database";
import { organisation, person } from "../../tables/ground";
import { certificate } from "../../tables/training";
import { type Day, yearOf } from "../../values/day";
import { newId } from "../../values/id";

/** The most certificates that one act issues: more than come to a training; each is three rows. */
export const mostCertificates = 300;

/** Whether whoever a certificate is for is still on the roll it speaks of. */
const isOnRoll = sql<
	0 | 1
>`exists (select 1 from ${attendance} where ${attendance.organisation} = ${certificate.organisation}
	and ${attendance.activity} = ${certificate.activity} and ${attendance.person} = ${certificate.person})`;

/** The certificates of an activity for those who are still on its roll, in the order of their numbers. */
export function certificatesOf(db: Database, place: Pick<Place, "id">, id: string) {
	const { year, number, code, issuedOn } = certificate;
	return db
		.select({ id: certificate.id, name: person.name, year, number, code, issuedOn })
		.from(certificate)
		.innerJoin(person, eq(person.id, certificate.person))
		.where(and(eq(certificate.organisation, place.id), eq(certificate.activity, id), isOnRoll))
		.orderBy(asc(certificate.year), asc(certificate.number));
}

/** Those on the roll of an activity who have no certificate of it. */
const without = (place: Pick<Place, "id">, id: string) =>
	sql`select distinct person from attendance where organisation = ${place.id} and activity = ${id} and person not in (
		select person from certificate where organisation = ${place.id} and activity = ${id})`;

/** How many still wait for a certificate. */
export const waitingFor = (db: Database, place: Pick<Place, "id">, id: string) =>
	rows<{ waiting: number }>(db, sql`select count(*) as waiting from (${without(place, id)})`);

/** Issues certificates to all on the roll who have none, numbered on within the year; a copy of the form finds nobody left. */
export function issueCertificates(db: Database, place: Place, id: string, by: Authorship, today: Day) {
	const year = yearOf(today);
	const fresh = JSON.stringify(Array.from({ length: mostCertificates }, () => [newId(), newId()]));
	const last = sql`coalesce((select max(number) from certificate where organisation = ${place.id} and year = ${year}), 0)`;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: id, act: "certified", details: {} },
			sql`exists (${without(place, id)})`,
		),
		run(
			db,
			sql`insert into certificate (organisation, activity, id, person, number, year, code, issued_on, made_by)
			select ${place.id}, ${id}, value ->> 0, chosen.person, ${last} + chosen.place, ${year}, value ->> 1, ${today}, ${by.by}
			from (select person.id as person, row_number() over (order by person.name, person.id) as place
				from person where id in (${without(place, id)})) as chosen
			join json_each(${fresh}) on key = chosen.place - 1 where changes() = 1`,
		),
	]);
}

/** What a code on a certificate confirms, and no more; nothing for a code that nobody was given, or of somebody erased. */
export function certificateBehind(db: Database, code: string) {
	return db
		.select({
			year: certificate.year,
			number: certificate.number,
			issuedOn: certificate.issuedOn,
			organisation: named(organisation.name, "organisation_name"),
			name: named(person.name, "person_name"),
			title: activity.title,
			day: activity.day,
			onRoll: isOnRoll.as("on_roll"),
		})
		.from(certificate)
		.innerJoin(organisation, eq(organisation.id, certificate.organisation))
		.innerJoin(person, eq(person.id, certificate.person))
		.leftJoin(
			activity,
			and(eq(activity.organisation, certificate.organisation), eq(activity.id, certificate.activity)),
		)
		.where(
			and(eq(certificate.code, code), eq(organisation.practice, false), sql`${person.erasedOn} is null`),
		);
}
