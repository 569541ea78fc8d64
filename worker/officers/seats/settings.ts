import { sql } from "drizzle-orm";
import { type Authorship, changeOf } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, rows, run } from "../../tables/database";
import type { Day } from "../../values/day";
import type { NewSeatRules } from "./input";
import { type CouncilPost, councilPosts } from "./rules";

/** The kinds of organisation, in their order. */
export function kindsOf(db: Database) {
	return rows<{ id: string; zh: string; en: string }>(
		db,
		sql`select id, zh, en from kind order by sort, id limit 60`,
	);
}

/** Every rule of a kind: seats by post, and term lengths, the latest first. */
export function settingsOf(db: Database, kind: string) {
	return [
		rows<{ post: CouncilPost; fromDay: Day; seats: number; fullTime: number }>(
			db,
			sql`select post, from_day as fromDay, seats, full_time as fullTime from seat
			where kind = ${kind} order by from_day desc, post limit 200`,
		),
		rows<{ fromDay: Day; years: number }>(
			db,
			sql`select from_day as fromDay, years from term_length where kind = ${kind} order by from_day desc limit 60`,
		),
	] as const;
}

/** The fields of a post in the form: "vice_chair" and "vice_chair_full". */
export const fieldsOf = (post: CouncilPost) => {
	const name = post.replace("-", "_") as "chair" | "vice_chair" | "secretary_general" | "council_member";
	return { seats: name, fullTime: `${name}_full` as const };
};

/** What the rules call for of each post, as rows of seats. */
export const seatsIn = (typed: NewSeatRules) =>
	councilPosts.map((post) => {
		const { seats, fullTime } = fieldsOf(post);
		return { post, seats: typed[seats], fullTime: typed[fullTime] };
	});

/** Sets what a kind calls for from a day on; the same day again corrects it, what was before stays, and the change is kept. */
export function setRules(db: Database, place: Place, typed: NewSeatRules, by: Authorship) {
	const { kind, from_day: fromDay, years } = typed;
	const lines = JSON.stringify(seatsIn(typed));
	const { id: _, ...details } = typed;
	return db.batch([
		changeOf(db, place, { ...by, subject: "seats", act: "set", details }),
		run(
			db,
			sql`insert into seat (kind, post, from_day, seats, full_time)
			select ${kind}, value ->> 'post', ${fromDay}, value ->> 'seats', value ->> 'fullTime' from json_each(${lines}) where true
			on conflict (kind, post, from_day) do update set seats = excluded.seats, full_time = excluded.full_time`,
		),
		run(
			db,
			sql`insert into term_length (kind, from_day, years) values (${kind}, ${fromDay}, cast(${years} as integer))
			on conflict (kind, from_day) do update set years = excluded.years`,
		),
	]);
}
