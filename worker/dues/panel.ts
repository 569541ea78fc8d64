import { sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, rows } from "../tables/database";
import type { Day } from "../values/day";

/** The most objections and shares a home counts; beyond it there are simply more. */
export const mostMoneyWaiting = 20;

/** Money matters that wait for somebody: the day an open round began, objections without an answer, shares to be confirmed. */
export type MoneyWaiting = { round: Day | null; objections: number; shares: number };

/** What waits here, in one row. Objections count while their notice hangs. */
export function moneyWaitingAt(db: Database, place: Pick<Place, "id">) {
	const most = mostMoneyWaiting + 1;
	return rows<MoneyWaiting>(
		db,
		sql`select (select opened_on from round where organisation = ${place.id} and not exists (select 1 from round_end
				where round_end.organisation = round.organisation and round_end.round = round.id) limit 1) as round,
			(select count(*) from (select 1 from public_notice join objection on objection.organisation = public_notice.organisation
				and objection.notice = public_notice.id
				where public_notice.organisation = ${place.id}
					and not exists (select 1 from public_notice_end as taken_down
						where taken_down.organisation = public_notice.organisation and taken_down.notice = public_notice.id)
					and not exists (select 1 from reply where reply.organisation = objection.organisation
						and reply.notice = objection.notice and reply.objection = objection.id)
				limit ${most})) as objections,
			(select count(*) from (select 1 from share where above = ${place.id} and not exists (select 1 from share_end
				where share_end.above = share.above and share_end.organisation = share.organisation and share_end.share = share.id)
				limit ${most})) as shares`,
	);
}
