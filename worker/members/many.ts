import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, run } from "../tables/database";
import type { MemberKind, Sex } from "../tables/ground";
import type { Day } from "../values/day";
import { newId } from "../values/id";
import { seekWords, sortKey } from "./rules";

/** A member about to be registered with many others. */
type Registered = {
	name: string;
	sex: Sex | null;
	birthYear: number | null;
	telephone: string | null;
	address: string | null;
	kind: MemberKind;
	joinedOn: Day;
};

/** The statements that register many at once, under ids of their own, as one JSON parameter; a recount goes with them. */
export function registrationsOf(
	db: Database,
	place: Pick<Place, "id" | "path">,
	members: readonly Registered[],
	madeFrom: string,
	good: SQL,
) {
	const rows = JSON.stringify(
		members.map((one) => {
			const id = newId();
			return [
				...[id, one.name, one.sex, one.birthYear, one.telephone, one.address, one.joinedOn, one.kind],
				...[sortKey(one.name), seekWords({ ...one, id }, place.path)],
			];
		}),
	);
	return [
		run(
			db,
			sql`insert into person (id, name, sex, birth_year, telephone, address, made_from)
			select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, ${madeFrom}
			from json_each(${rows}) where ${good}`,
		),
		run(
			db,
			sql`insert into membership (organisation, person, from_day, kind, sort)
			select ${place.id}, value ->> 0, value ->> 6, value ->> 7, value ->> 8 from json_each(${rows}) where ${good}`,
		),
		run(
			db,
			sql`insert into seek (organisation, person, words)
			select ${place.id}, value ->> 0, value ->> 9 from json_each(${rows}) where ${good}`,
		),
	] as const;
}
