import { type SQL, sql } from "drizzle-orm";

/**
 * Whether a row of `membership` is of a member on the register only 名册会员 in a year: no dues paid and nothing attended in
 * that year and the one before, no post then, and no household to look after to this day. Whoever joined within those two years isn't judged
 * yet, and honorary members owe nothing.
 * @param last the last day that the year is judged by
 */
export function isRegisterOnly(organisation: SQL, year: SQL, last: SQL): SQL {
	const from = sql`((${year} - 1) || '-01-01')`;
	const next = sql`((${year} + 1) || '-01-01')`;
	const unpaid = (which: SQL) => sql`json_extract(paid, '$."' || (${which}) || '"') is null
		and json_extract(carried, '$."' || (${which}) || '"') is null`;
	// CASE stops at what is known from the row itself: the look-ups are for the few. Where nothing was held in those years, nobody's
	// whole attendance is gone through in vain.
	const held = sql`exists (select 1 from activity where activity.organisation = ${organisation}
		and activity.day >= ${from} and activity.day < ${next})`;
	const together = sql`exists (select 1 from co_holder cross join attendance on attendance.organisation = co_holder.organisation
			and attendance.activity = co_holder.activity and attendance.person = membership.person
		join activity on activity.organisation = co_holder.organisation and activity.id = co_holder.activity
		where co_holder.holder = ${organisation} and activity.day >= ${from} and activity.day < ${next})`;
	return sql`case when from_day < ${from} and from_day <= ${last} and (to_day is null or to_day > ${last})
			and membership.kind <> 'honorary' and ${unpaid(year)} and ${unpaid(sql`${year} - 1`)}
		then not (${together} or ${held} and exists (select 1 from attendance
				join activity on activity.organisation = attendance.organisation and activity.id = attendance.activity
				where attendance.organisation = ${organisation} and attendance.person = membership.person
				and activity.day >= ${from} and activity.day < ${next}))
			and not exists (select 1 from holder where holder.person = membership.person
				and holder.organisation = ${organisation} and holder.from_day <= ${last}
				and (holder.to_day is null or holder.to_day > ${last}))
			and not exists (select 1 from household where household.organisation = ${organisation}
				and household.contact = membership.person and household.to_day is null and household.from_day <= ${last})
		else 0 end`;
}
