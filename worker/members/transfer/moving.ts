import { type SQL, sql } from "drizzle-orm";
import type { Authorship } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import { type Day, nowInSeconds } from "../../values/day";
import { scopeWords } from "../rules";

/** Why members go over from one organisation to another. */
export type Because = "transferred" | "merged" | "split";

/** Members of `from` who go over to `to` on a day: one of them, those of some groups (ids as JSON), or everybody. */
export type GoingOver = {
	from: Pick<Place, "id" | "path" | "name">;
	to: Pick<Place, "id" | "path" | "name">;
	day: Day;
	because: Because;
	who: { person: string } | { groups: string } | "everybody";
};

/** The memberships of those who go over that have not ended by the day, as rows of `one`. */
export function isMeant({ from, day, who }: Pick<GoingOver, "from" | "day" | "who">): SQL {
	const chosen =
		who === "everybody"
			? sql`true`
			: "person" in who
				? sql`one.person = ${who.person}`
				: sql`one.small_group in (select value from json_each(${who.groups}))`;
	return sql`one.organisation = ${from.id} and (one.to_day is null or one.to_day > ${day}) and ${chosen}`;
}

/** Those of them that go over: they hold on the day. */
export function goes(going: Pick<GoingOver, "from" | "day" | "who">): SQL {
	return sql`${isMeant(going)} and one.from_day <= ${going.day}`;
}

/** Why somebody can't go over. */
export const stuckReasons = ["later-here", "twice-here", "later-there"] as const;
export type StuckReason = (typeof stuckReasons)[number];

/**
 * Why the membership `one` can't go over, null where it can: it begins after the day, it isn't their only one, or one where
 * they go begins on the day or later.
 */
export function stuckBecause({ from, to, day }: Pick<GoingOver, "from" | "to" | "day">): SQL {
	return sql`case when one.from_day > ${day} then 'later-here'
		when exists (select 1 from membership as twice where twice.organisation = ${from.id} and twice.person = one.person
			and twice.from_day <> one.from_day and (twice.to_day is null or twice.to_day > ${day})) then 'twice-here'
		when exists (select 1 from membership as later where later.organisation = ${to.id} and later.person = one.person
			and later.from_day >= ${day}) then 'later-there' end`;
}

/** A condition that holds when everybody meant can go over. */
export function canGo(going: GoingOver): SQL {
	return sql`not exists (select 1 from membership as one where ${isMeant(going)} and ${stuckBecause(going)} is not null)`;
}

/** The membership that a person of `one` has on the day where they go. */
const there = ({ to, day }: GoingOver) => sql`there.organisation = ${to.id} and there.person = one.person
	and there.from_day <= ${day} and (there.to_day is null or there.to_day > ${day})`;

/**
 * The statements by which members go over: their membership there begins on the day on which the one here ends, with kind,
 * tags and the years paid; whoever belongs there already goes on there. Their posts here end. They go behind a first
 * statement that breaks unless `canGo`; the recounts of both organisations come after them.
 */
export function goingOverOf(db: Database, going: GoingOver, by: Authorship) {
	return [
		run(db, beginThere(going)),
		run(db, uniteThere(going)),
		run(db, carryYears(going)),
		run(db, findThere(going)),
		...[going.from, going.to].map((place) => run(db, noteAt(place, going, by))),
		...tiesEnd(going).map((statement) => run(db, statement)),
		// Last of all: until here the rows that go over are known by their still running.
		run(
			db,
			sql`update membership as one set to_day = ${going.day}, left_because = ${going.because}, went_to = ${going.to.id}
			where ${goes(going)}`,
		),
	];
}

/** Groups go over with those who are in them, except where one person goes alone. */
function beginThere(going: GoingOver): SQL {
	const group = going.because === "transferred" ? sql`null` : sql`one.small_group`;
	const before = (column: SQL) => sql`coalesce((select ${column} from membership as before
		where before.organisation = ${going.to.id} and before.person = one.person limit 1), '{}')`;
	return sql`insert into membership
		(organisation, person, from_day, to_day, kind, sort, left_because, small_group, tags, came_from, paid, dues, carried)
	select ${going.to.id}, one.person, ${going.day}, one.to_day, one.kind, one.sort, one.left_because, ${group}, one.tags,
		one.organisation, ${before(sql`before.paid`)}, ${before(sql`before.dues`)}, ${before(sql`before.carried`)}
	from membership as one where ${goes(going)} and not exists (select 1 from membership as there where ${there(going)})`;
}

/** Whoever belonged to both goes on until the later end, with the marks of both. */
function uniteThere(going: GoingOver): SQL {
	const group =
		going.because === "transferred"
			? sql`there.small_group`
			: sql`coalesce(there.small_group, one.small_group)`;
	const ends = sql`case when there.to_day is null or one.to_day is null then null else max(there.to_day, one.to_day) end`;
	return sql`update membership as there set small_group = ${group}, to_day = ${ends},
		left_because = case when there.to_day is null or one.to_day is null then null else there.left_because end,
		tags = (select json_group_array(value) from (select value from json_each(there.tags) union select value from json_each(one.tags)))
	from membership as one where ${goes(going)} and ${there(going)} and there.from_day < ${going.day}`;
}

/** The years paid here count as paid where they go on; those paid there as well keep their receipts of there. */
function carryYears(going: GoingOver): SQL {
	return sql`update membership as there set paid = json_patch(one.paid, there.paid),
		carried = (select json_group_object(key, value) from (select key, value from json_each(there.carried)
			union all select key, value from json_each(one.paid) where json_extract(there.paid, '$."' || key || '"') is null))
	from membership as one where ${goes(going)} and ${there(going)}`;
}

/** They are found there by the same words, with those of the way from the root down to there. */
function findThere(going: GoingOver): SQL {
	const { from, to, who } = going;
	const found =
		who !== "everybody" && "person" in who ? `"i${who.person}" AND "h${from.id}"` : `"h${from.id}"`;
	return sql`insert into seek (organisation, person, words)
	select ${to.id}, here.person, substr(here.words, 1, instr(here.words, ' o')) || ${scopeWords(to.path).join(" ")}
	from seek as here where here.seek match ${found} and here.person in (select one.person from membership as one where ${goes(going)})
		and not exists (select 1 from seek as known where known.seek match '"i' || here.person || '" AND "h' || ${to.id} || '"')`;
}

/** What stands in the history of each of them, at one of the two. */
function noteAt(place: Pick<Place, "id">, going: GoingOver, by: Authorship): SQL {
	const { from, to, day, because } = going;
	const details = JSON.stringify({ from_organisation: from.name, to_organisation: to.name, day });
	const act = place === from ? because : `came-${because}`;
	return sql`insert into change (organisation, subject, at, id, by, act, details, made_from)
	select ${place.id}, one.person, ${nowInSeconds()}, ${by.id}, ${by.by}, ${act}, ${details}, ${by.madeFrom}
	from membership as one where ${goes(going)}`;
}

/** What binds them here ends: their posts, but for an owner's, and the links they made to let others in. */
function tiesEnd(going: GoingOver): SQL[] {
	const { from, day, because } = going;
	const theirs = sql`(select one.person from membership as one where ${goes(going)})`;
	// Households stay where they are when their contact goes alone; whole groups take theirs along.
	const left = sql`update household set contact = null
		where organisation = ${from.id} and to_day is null and contact in ${theirs}`;
	return [
		...(because === "transferred" ? [left] : []),
		sql`delete from link where organisation = ${from.id} and made_by in ${theirs} and made_by not in
			(select person from holder where organisation = ${from.id} and post = 'owner' and to_day is null)`,
		sql`update holder set to_day = max(from_day, ${day}), ended_because = ${because}
		where organisation = ${from.id} and person in ${theirs} and post <> 'owner' and (to_day is null or to_day > ${day})`,
	];
}
