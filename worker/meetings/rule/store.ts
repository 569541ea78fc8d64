import { sql } from "drizzle-orm";
import { type Authorship, changeOf } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import type { NewMeetingRule } from "../input";

/** Sets what makes a kind of meeting good from a day on; the same day again corrects it, what was before stays. */
export function setMeetingRule(db: Database, place: Place, typed: NewMeetingRule, by: Authorship) {
	const { id: _, ...details } = typed;
	return db.batch([
		changeOf(db, place, { ...by, subject: "meetings", act: "set", details }),
		run(
			db,
			sql`insert into meeting_rule (kind, from_day, quorum, majority, proxies)
			values (${typed.kind}, ${typed.from_day}, ${typed.quorum}, ${typed.majority}, cast(${typed.proxies ? 1 : 0} as integer))
			on conflict (kind, from_day) do update set quorum = excluded.quorum, majority = excluded.majority, proxies = excluded.proxies`,
		),
	]);
}
