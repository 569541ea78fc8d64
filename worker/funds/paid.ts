import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, run } from "../tables/database";

/**
 * The rate of a year for a kind of member, as SQL: `[fen, first day, whose]`, by the rule of `rateOf`: that of the kind goes before
 * everybody's, and the one in force on the first of January before one that began within the year. Null where there is none.
 */
export const rateIn = (
	organisation: SQL,
	kind: SQL,
	year: SQL,
) => sql`(select json_array(rate.amount, rate.from_day, rate.kind) from rate
	where rate.organisation = ${organisation} and rate.kind in (${kind}, 'every') and ${kind} <> 'honorary' and rate.from_day <= ${year} || '-12-31'
	order by rate.kind = 'every', rate.from_day <= ${year} || '-01-01' desc,
		case when rate.from_day <= ${year} || '-01-01' then rate.from_day end desc, rate.from_day limit 1)`;

/**
 * Recounts what members have paid, by year, from charges, allocations and waivers: the years paid in full beside those they paid where
 * they came from, and what each year comes to. A year is paid when as much was received as was charged, or, where no run
 * has fixed it, as the rate asks. `who` is a parenthesised list or query of persons.
 * @param sparing where most will stay as they are: such rows are told apart first, and not written
 */
export function recountPaid(db: Database, place: Pick<Place, "id">, who: SQL, sparing = false) {
	const mine = (table: SQL) =>
		sql`${table}.organisation = membership.organisation and ${table}.person = membership.person`;
	const parts = sql`select cast(allocation.year as text) as year, null as charged, allocation.amount as received,
			case when allocation.amount > 0 and not exists (select 1 from entry as later
				where later.organisation = entry.organisation and later.reverses = entry.id) then entry.number end as number, null as waived
		from allocation join entry on entry.organisation = allocation.organisation and entry.id = allocation.entry where ${mine(sql`allocation`)}
		union all select cast(charge.year as text), charge.amount, null, null, null from charge where ${mine(sql`charge`)}
		union all select cast(waived.value as text), null, null, null, case waiver.what when 'exempt' then 'exempt' else waiver.until end
		from waiver join json_each(${tenYears}) as waived on waived.value between waiver.from_year and waiver.to_year
		where ${mine(sql`waiver`)} and not exists (select 1 from waiver_end
			where waiver_end.organisation = waiver.organisation and waiver_end.waiver = waiver.id)`;
	const years = sql`select year, sum(charged) as charged, coalesce(sum(received), 0) as received, coalesce(max(number), 0) as number,
			max(waived) as waived, coalesce(sum(charged), ${rateIn(sql`membership.organisation`, sql`membership.kind`, sql`year`)} ->> 0, 0) as owed
		from (${parts}) group by year`;
	const anew = sql`(select
			json_patch(membership.carried, json_group_object(year, number) filter (where received > 0 and received >= owed)),
			json_group_object(year, json_object('charged', charged, 'received', received, 'waived', waived))
				filter (where charged is not null or received <> 0 or waived is not null)
			from (${years}))`;
	return run(
		db,
		sql`update membership set (paid, dues) = ${anew}
		where organisation = ${place.id} and person in ${who} and ${sparing ? sql`(paid, dues) <> ${anew}` : sql`true`}`,
	);
}

/** The years that a waiver may speak of. */
const tenYears = JSON.stringify(Array.from({ length: 100 }, (_, place) => 2000 + place));
