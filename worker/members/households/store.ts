import { and, eq, isNull, sql } from "drizzle-orm";
import { type Authorship, changeOf, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, named, run } from "../../tables/database";
import { membership, person } from "../../tables/ground";
import { household } from "../../tables/people";
import type { Day } from "../../values/day";
import { newId } from "../../values/id";
import { currentMembership } from "../marking";
import { sortKey } from "../rules";

/** How many households one page of the list shows. */
export const pageOfHouseholds = 50;

/** Where a page of the list ended. */
export type AfterHousehold = { contact: string; name: string; id: string };

const rowOn = (today: Day) => ({
	id: household.id,
	name: household.name,
	address: household.address,
	contact: household.contact,
	contactName: named(person.name, "contact_name"),
	/** Whether whoever keeps in touch is a member today. */
	kept: sql<number>`exists (select 1 from membership where membership.organisation = ${household.organisation}
		and membership.person = ${household.contact} and from_day <= ${today} and (to_day is null or to_day > ${today}))`.as(
		"kept",
	),
});

/** A page of an association's households by who keeps in touch, those with nobody first. */
export function householdsPage(
	db: Database,
	place: Place,
	today: Day,
	after: AfterHousehold | null,
	most = pageOfHouseholds,
) {
	return db
		.select(rowOn(today))
		.from(household)
		.leftJoin(person, eq(person.id, household.contact))
		.where(
			and(
				eq(household.organisation, place.id),
				isNull(household.toDay),
				after
					? after.contact === ""
						? sql`((${household.contact} is null and (${household.name}, ${household.id}) > (${after.name}, ${after.id})) or ${household.contact} is not null)`
						: sql`(${household.contact}, ${household.name}, ${household.id}) > (${after.contact}, ${after.name}, ${after.id})`
					: undefined,
			),
		)
		.orderBy(household.contact, household.name, household.id)
		.limit(most + 1);
}

/** One household of this association that is still kept in touch with; nothing for a forged id. */
export function householdOf(db: Database, place: Place, today: Day, id: string) {
	return db
		.select({ ...rowOn(today), fromDay: household.fromDay })
		.from(household)
		.leftJoin(person, eq(person.id, household.contact))
		.where(and(eq(household.organisation, place.id), eq(household.id, id), isNull(household.toDay)));
}

export type Household = Awaited<ReturnType<typeof householdOf>>[number];

/** Today's members of this association of some names, found by the key that the register is sorted by; or of one id. */
export function membersCalled(db: Database, place: Place, today: Day, names: readonly string[], id = "") {
	const keys = JSON.stringify(names.map(sortKey));
	return db
		.select({ id: person.id, name: person.name, birthYear: person.birthYear, telephone: person.telephone })
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.where(
			and(
				eq(membership.organisation, place.id),
				id === ""
					? sql`${membership.sort} in (select value from json_each(${keys}))`
					: eq(membership.person, id),
				currentMembership(today),
			),
		)
		.limit(400);
}

export type Called = Awaited<ReturnType<typeof membersCalled>>[number];

type NewHousehold = { name: string; address: string | null; contact: Pick<Called, "id" | "name"> | null };

/** Begins to keep in touch with a household. */
export function addHousehold(
	db: Database,
	place: Place,
	id: string,
	{ name, address, contact }: NewHousehold,
	by: Authorship,
	today: Day,
) {
	const details = { name, address, contact: contact?.name ?? null };
	return db.batch([
		changeOf(db, place, { ...by, subject: id, act: "entered", details }),
		db.insert(household).values({
			...{ organisation: place.id, id, name, address, contact: contact?.id ?? null },
			...{ fromDay: today, madeFrom: by.madeFrom },
		}),
	]);
}

/** Changes what is known of a household, or who keeps in touch with it. */
export function changeHousehold(
	db: Database,
	place: Place,
	before: Pick<Household, "id" | "name" | "address" | "contactName">,
	{ name, address, contact }: NewHousehold,
	by: Authorship,
) {
	const details = {
		from: { name: before.name, address: before.address, contact: before.contactName },
		to: { name, address, contact: contact?.name ?? null },
	};
	return db.batch([
		changeOf(db, place, { ...by, subject: before.id, act: "changed", details }),
		db
			.update(household)
			.set({ name, address, contact: contact?.id ?? null })
			.where(and(eq(household.organisation, place.id), eq(household.id, before.id))),
	]);
}

/** Ends being in touch with a household today; the row stays. */
export function endHousehold(db: Database, place: Place, id: string, by: Authorship, today: Day) {
	const runs = sql`exists (select 1 from household where organisation = ${place.id} and id = ${id} and to_day is null)`;
	return db.batch([
		changeWhere(db, place, { ...by, subject: id, act: "ended", details: {} }, runs),
		db
			.update(household)
			.set({ toDay: today })
			.where(and(eq(household.organisation, place.id), eq(household.id, id), isNull(household.toDay))),
	]);
}

/** Adds many households at once; one of the same name at the same address is there already, and stays as it is. */
export function addHouseholds(
	db: Database,
	place: Place,
	rows: readonly { name: string; address: string | null; contact: string | null }[],
	by: Authorship,
	today: Day,
) {
	const lines = JSON.stringify(rows.map((one) => ({ ...one, id: newId() })));
	return db.batch([
		changeOf(db, place, { ...by, subject: "households", act: "entered", details: { lines: rows.length } }),
		run(
			db,
			sql`insert into household (organisation, id, name, address, contact, from_day, made_from)
			select ${place.id}, line.value ->> 'id', line.value ->> 'name', line.value ->> 'address', line.value ->> 'contact',
				${today}, ${by.madeFrom} from json_each(${lines}) as line
			where not exists (select 1 from household where organisation = ${place.id} and to_day is null
				and name = line.value ->> 'name' and coalesce(address, '') = coalesce(line.value ->> 'address', ''))`,
		),
	]);
}
