import { sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, run } from "../tables/database";

/**
 * The statement that recounts an organisation's money of one year from its entries, and how many of those who owe that
 * year's dues have paid. It goes into every batch that posts, so the kept figures can't drift.
 */
export function recountFunds(db: Database, place: Pick<Place, "id">, year: number) {
	const [first, next] = [`${year}-01-01`, `${year + 1}-01-01`];
	return run(
		db,
		sql`insert into standing (organisation, year, received, used, dues, receipts, vouchers, paid)
		select ${place.id}, ${year},
			coalesce(sum(amount) filter (where series = 'in'), 0),
			coalesce(-sum(amount) filter (where series = 'out'), 0),
			coalesce(sum(amount) filter (where series = 'in' and person is not null), 0),
			count(*) filter (where series = 'in'),
			count(*) filter (where series = 'out'),
			(select count(distinct person) from membership where organisation = ${place.id} and kind <> 'honorary'
				and from_day < ${next} and (to_day is null or to_day > ${first})
				and json_extract(paid, ${`$."${year}"`}) is not null)
		from entry where organisation = ${place.id} and year = ${year}
		on conflict (organisation, year) do update set received = excluded.received, used = excluded.used, dues = excluded.dues,
			receipts = excluded.receipts, vouchers = excluded.vouchers, paid = excluded.paid`,
	);
}
