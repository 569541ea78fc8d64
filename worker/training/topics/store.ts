import { sql } from "drizzle-orm";
import { type Authorship, changeOf } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import type { NewRequirement, NewTopic } from "../input";

const requirementOf = (db: Database, topic: string, { from_year, years, whom, target }: NewRequirement) =>
	run(
		db,
		sql`insert into requirement (topic, from_year, years, whom, target)
		values (${topic}, cast(${from_year} as integer), cast(${years} as integer), ${JSON.stringify(whom)}, cast(${target} as integer))
		on conflict (topic, from_year) do update set years = excluded.years, whom = excluded.whom, target = excluded.target`,
	);

/** Keeps a new topic with who has to be trained in it. */
export function defineTopic(db: Database, place: Place, typed: NewTopic, by: Authorship) {
	const { id, ...details } = typed;
	return db.batch([
		run(
			db,
			sql`insert into topic (id, zh, en, made_from) values (${id}, ${typed.zh}, ${typed.en}, ${by.madeFrom})`,
		),
		changeOf(db, place, { ...by, subject: "topics", act: "defined", details }),
		requirementOf(db, id, typed),
	]);
}

/** Sets who has to be trained in a topic from a year on; the same year again corrects it, what was before stays. */
export function require(db: Database, place: Place, topic: string, typed: NewRequirement, by: Authorship) {
	const { id: _, ...details } = typed;
	return db.batch([
		changeOf(db, place, { ...by, subject: `topic ${topic}`, act: "set", details }),
		requirementOf(db, topic, typed),
	]);
}
