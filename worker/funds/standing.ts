import { sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, run } from "../tables/database";

/**
 * The statement that recounts an organisation's money of one year from its entries. It goes into every batch that posts, so the kept figures can't drift.
 */
export function recountFunds(db: Database, place: Pick<Place, "id">, year: number) {
	return run(
		db,
		sql`insert into standing (organisation, year, received, used, dues, receipts, vouchers)
		select ${place.id}, ${year},
			coalesce(sum(amount) filter (where series = 'in'), 0),
			coalesce(-sum(amount) filter (where series = 'out'), 0),
			coalesce(sum(amount) filter (where series = 'in' and person is not null), 0),
			count(*) filter (where series = 'in'),
			count(*) filter (where series = 'out')
		from entry where organisation = ${place.id} and year = ${year}
		on conflict (organisation, year) do update set received = excluded.received, used = excluded.used, dues = excluded.dues,
			receipts = excluded.receipts, vouchers = excluded.vouchers`,
	);
}
