import { type SQL, sql } from "drizzle-orm";
import { type GoingOver, goes } from "../members/transfer/moving";
import { type Database, run } from "../tables/database";

/** The groups that go along, as rows of `held`. */
export const groupsOf = ({ from, who }: GoingOver): SQL =>
	sql`held.organisation = ${from.id} and held.to_day is null and ${
		who !== "everybody" && "groups" in who
			? sql`held.id in (select value from json_each(${who.groups}))`
			: sql`true`
	}`;

/** The people who go over. */
const people = (going: GoingOver) => sql`(select one.person from membership as one where ${goes(going)})`;

/** The households that go along, as rows of `held`: all of them, or those whose contact goes. */
export const householdsOf = (going: GoingOver): SQL =>
	sql`held.organisation = ${going.from.id} and held.to_day is null and ${
		going.who === "everybody" ? sql`true` : sql`held.contact in ${people(going)}`
	}`;

const runs = ({ from, day }: GoingOver) =>
	sql`held.organisation = ${from.id} and (held.to_day is null or held.to_day > ${day})`;

/** Whether `held` is the post of leading a group that goes along. */
export const leads = (going: GoingOver): SQL =>
	sql`(held.post = 'group-leader' and held.part in (select id from small_group as held where ${groupsOf(going)}))`;

/** The posts that end where they are held, as rows of `held`: all of them, or those of whoever goes and of the groups. */
export const postsOf = (going: GoingOver): SQL =>
	sql`${runs(going)} and (${
		going.who === "everybody"
			? sql`true`
			: sql`held.post <> 'owner' and held.person in ${people(going)} or ${leads(going)}`
	})`;

/**
 * The statements by which groups go along, with their leaders and the households that their members keep in touch with. They
 * come before the members go over. A group that came from there once is the same group again.
 */
export function groupsAlongOf(db: Database, going: GoingOver, by: string) {
	const { from, to, day, because } = going;
	const taken = sql`exists (select 1 from small_group as there
		where there.organisation = ${to.id} and there.to_day is null and there.name = held.name)`;
	const again = sql`on conflict (organisation, id) do update set to_day = null, name = excluded.name`;
	return [
		sql`insert into holder (organisation, id, person, post, from_day, to_day, made_by, part, how)
			select ${to.id}, lower(hex(randomblob(8))), held.person, held.post, ${day}, held.to_day, ${by}, held.part, held.how
			from holder as held where ${runs(going)} and held.from_day <= ${day} and ${leads(going)}`,
		sql`delete from link where organisation = ${from.id} and (${going.who === "everybody" ? sql`true` : sql`made_by in ${people(going)}`})`,
		sql`update holder as held set to_day = max(held.from_day, ${day}), ended_because = ${because} where ${postsOf(going)}`,
		sql`insert into small_group (organisation, id, name, from_day, made_from)
			select ${to.id}, held.id, case when ${taken} then held.name || ${`（${from.name}）`} else held.name end, ${day}, held.made_from
			from small_group as held where ${groupsOf(going)} ${again}`,
		sql`insert into household (organisation, id, name, address, contact, from_day, made_from)
			select ${to.id}, held.id, held.name, held.address, held.contact, ${day}, held.made_from
			from household as held where ${householdsOf(going)} ${again}, contact = excluded.contact, address = excluded.address`,
		sql`update household as held set to_day = max(held.from_day, ${day}) where ${householdsOf(going)}`,
		sql`update small_group as held set to_day = max(held.from_day, ${day}) where ${groupsOf(going)}`,
	].map((statement) => run(db, statement));
}

/** How much goes over, as a JSON object to keep. */
export const movedOf = (going: GoingOver): SQL => sql`json_object(
	'members', (select count(*) from membership as one where ${goes(going)}),
	'both', (select count(*) from membership as one where ${goes(going)} and ${isThere(going)}),
	'groups', (select count(*) from small_group as held where ${groupsOf(going)}),
	'households', (select count(*) from household as held where ${householdsOf(going)}),
	'posts', (select count(*) from holder as held where ${postsOf(going)}),
	'leaders', (select count(*) from holder as held where ${postsOf(going)} and ${leads(going)}))`;

/** Whether the person of `one` belongs on the day where they go. */
export const isThere = ({ to, day }: GoingOver): SQL =>
	sql`exists (select 1 from membership as there where there.organisation = ${to.id} and there.person = one.person
		and there.from_day <= ${day} and (there.to_day is null or there.to_day > ${day}))`;
