import { sql } from "drizzle-orm";
import { recountYear } from "../../activities/report/recount";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { recountYears } from "../../members/standing";
import { type Database, run } from "../../tables/database";
import { type Day, yearOf } from "../../values/day";
import { votersAmong, withMeeting } from "../store";
import type { Difference } from "./rules";

/**
 * Calls the roll of a meeting, which makes it an activity under its own id the first time: it is held, and counts in the year.
 * Only who has a vote can be marked, and nothing is written of a meeting that is off, signed or still to come.
 */
export function markVoters(
	db: Database,
	place: Place,
	{ id, day }: { id: string; day: Day },
	{ marked, removed }: Difference,
	by: Authorship,
	today: Day,
) {
	const kept = isKept(place, id, by.id);
	const at = Date.now();
	const these = sql`organisation = ${place.id} and activity = ${id} and person in (select value from json_each(${JSON.stringify(removed)}))`;
	const there = sql`select person from attendance where organisation = ${place.id} and activity = ${id}`;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: id, act: "attended", details: { added: marked.length, removed: removed.length } },
			sql`exists (select 1 from meeting where organisation = ${place.id} and id = ${id})
				and coalesce((select day from activity where organisation = ${place.id} and id = ${id}),
					(select day from meeting where organisation = ${place.id} and id = ${id})) <= ${today}
				and not exists (select 1 from calling_off where organisation = ${place.id} and meeting = ${id})
				and not exists (select 1 from signing where organisation = ${place.id} and meeting = ${id})`,
		),
		run(
			db,
			sql`insert or ignore into activity (organisation, id, day, kind, title, place, came, made_from)
			select organisation, id, day, 'meeting', title, place, '[]', ${by.madeFrom} from meeting
			where organisation = ${place.id} and id = ${id} and ${kept}`,
		),
		run(
			db,
			sql`${withMeeting(place, id)} insert into attendance (organisation, activity, session, person, way, proxy, at, tap)
			select ${place.id}, ${id}, 1, voter.person, 'tap', mark.value ->> 1, ${at}, ${by.id}
			from json_each(${JSON.stringify(marked)}) as mark join (${votersAmong(place)}) as voter on voter.person = mark.value ->> 0
			where ${kept}
			on conflict do update set proxy = excluded.proxy, at = excluded.at, tap = excluded.tap`,
		),
		run(
			db,
			sql`insert or replace into absence (organisation, activity, session, person, at, tap)
			select organisation, activity, session, person, ${at}, ${by.id} from attendance where ${these} and ${kept}`,
		),
		run(db, sql`delete from attendance where ${these} and ${kept}`),
		run(
			db,
			// How many were there is told by the roll, until somebody counts heads and types another number.
			sql`update activity set came = (select json_group_array(distinct person) from (${there})),
				heads = case when heads is null or heads = json_array_length(came)
					then (select count(distinct person) from (${there})) else heads end
			where organisation = ${place.id} and id = ${id} and ${kept}`,
		),
		recountYear(db, place, yearOf(day)),
		recountYears(db, place, today, day),
	]);
}
