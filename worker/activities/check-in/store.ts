/**
 * What a member's check-in asks and writes, as SQL: two hundred phones may come at once. A right answer writes three rows: that
 * they came, its index, and the list of those who came.
 */
import { sql } from "drizzle-orm";
import { type Database, rows, run } from "../../tables/database";
import { type Day, nowInMilliseconds, yearOf } from "../../values/day";
import { recountHolders } from "../report/recount";
import { mostMisses } from "./rules";

export type Held = {
	organisation: string;
	id: string;
	title: string;
	day: Day;
	host: string;
	secret: string;
	missed: number;
	cancelled: 0 | 1;
	sessions: number;
};

/** An activity that members may check in to, with the secret that its codes are made of; nothing for a forged address. */
export async function heldAt(db: Database, organisation: string, id: string): Promise<Held | null> {
	const [found] = await rows<Held>(
		db,
		sql`select a.organisation, a.id, a.title, a.day, host.name as host, deployment.key as secret, coalesce(missed, 0) as missed,
			exists (select 1 from cancellation where organisation = a.organisation and activity = a.id) as cancelled,
			(select count(*) from activity_session where organisation = a.organisation and activity = a.id) as sessions
		from activity as a join organisation as host on host.id = a.organisation join deployment on one = 1
			left join misses on misses.organisation = a.organisation and misses.activity = a.id
		where a.organisation = ${organisation} and a.id = ${id}`,
	);
	return found ?? null;
}

/**
 * Marks whoever bears a name and has a telephone number with these last digits, among the members of that day of all who hold the
 * activity. Where several do, or nobody, nobody is marked and the miss is counted.
 * @param words the question for the index: the digits backwards
 * @returns whether they are on the roll now
 */
export async function checkIn(
	db: Database,
	{ organisation: host, id, day }: Held,
	session: number,
	{ name, words, tap }: { name: string; words: string; tap: string },
): Promise<boolean> {
	const its = sql`organisation = ${host} and activity = ${id}`;
	const holders = sql`(select ${host} as id union select holder from co_holder where ${its})`;
	const open = sql`coalesce((select missed from misses where ${its}), 0) < ${mostMisses}`;
	const them = sql`(select min(person.id) from seek join person on person.id = seek.person
		where seek match ${words} and seek.organisation in ${holders} and replace(person.name, ' ', '') = ${name}
			and exists (select 1 from membership where membership.organisation = seek.organisation and membership.person = person.id
				and from_day <= ${day} and (to_day is null or to_day > ${day}))
		having count(distinct person.id) = 1)`;
	const [, , , , found] = await db.batch([
		run(
			db,
			sql`insert into attendance (organisation, activity, session, person, way, at, tap)
			select ${host}, ${id}, cast(${session} as integer), them.person, 'code', ${nowInMilliseconds()}, ${tap}
			from (select ${them} as person) as them where them.person is not null and ${open}
			on conflict (organisation, activity, session, person) do update set at = excluded.at, tap = excluded.tap where excluded.at > attendance.at`,
		),
		run(
			db,
			sql`update activity set came = json_insert(came, '$[#]', ${them})
			where organisation = ${host} and id = ${id} and changes() = 1
				and not exists (select 1 from json_each(came) where value = ${them})`,
		),
		// Put down ahead, an activity counts from the first who came.
		recountHolders(
			db,
			{ id: host },
			id,
			yearOf(day),
			sql`exists (select 1 from activity where organisation = ${host} and id = ${id} and announced_on is not null and json_array_length(came) = 1)`,
		),
		run(
			db,
			sql`insert into misses (organisation, activity, missed) select ${host}, ${id}, 1 where ${them} is null and ${open}
			on conflict (organisation, activity) do update set missed = missed + 1`,
		),
		rows<{ there: 0 | 1 }>(
			db,
			sql`select exists (select 1 from attendance where ${its} and session = cast(${session} as integer) and person = ${them}) as there`,
		),
	]);
	return found[0]?.there === 1;
}
