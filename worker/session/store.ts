import { and, eq, gt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { endOf, heldOn } from "../middleware/reader";
import { seatFree } from "../officers/seats/store";
import type { NewOrganisation } from "../organisations/input";
import { kindsUnder } from "../organisations/kinds/store";
import { foundingOf } from "../organisations/life/store";
import { leads } from "../organisations/store";
import type { Hold } from "../roles/may";
import { type Database, named, run } from "../tables/database";
import { holder, link, organisation, person, recovery, session } from "../tables/ground";
import { type Day, nowInSeconds } from "../values/day";
import { newId } from "../values/id";

const day = 86_400;

/** A session about to be made: the hash of its secret, the device it is on, the day. */
export type NewSession = { hash: string; label: string; today: Day };

/** The posts that whoever a link is for holds where it leads, today or from a later day on; separated by commas. */
const postsBehind = (today: Day) =>
	sql<string>`coalesce((select group_concat(post) from (select post from holder where holder.person = link.person
		and holder.organisation = link.organisation and (to_day is null or to_day > ${today}) order by post)), '')`;

/**
 * What a link opens, if it is still good; with the organisation's name, how whoever made it reaches that organisation today,
 * and whether any organisation stands at all.
 */
export async function linkBehind(db: Database, hash: string, today: Day) {
	const [links, makers, roots, owners, kinds] = await db.batch([
		db
			.select({
				kind: link.kind,
				person: link.person,
				post: link.post,
				name: link.name,
				organisation: named(organisation.name, "organisation_name"),
				held: postsBehind(today).as("held"),
				leads: leads(link.organisation).as("leads"),
			})
			.from(link)
			.leftJoin(organisation, eq(organisation.id, link.organisation))
			.where(and(eq(link.hash, hash), gt(link.expiresAt, nowInSeconds()))),
		holdsOfMaker(db, hash, today),
		db
			.select({ id: organisation.id, name: organisation.name })
			.from(organisation)
			.where(sql`parent is null`)
			.limit(1),
		ownersQuery(db),
		kindsUnder(db, ""),
	]);
	return { link: links[0], maker: makers as Hold[], root: roots[0], owners, kinds };
}

/** How whoever made a link into a post reaches the organisation it leads to: once for each of their posts there or above. */
function holdsOfMaker(db: Database, hash: string, today: Day) {
	const seat = alias(organisation, "seat");
	const { path } = organisation;
	return db
		.select({
			post: holder.post,
			at: sql<Hold["at"]>`case when ${seat.id} = ${organisation.id} then 'own' else 'below' end`.as("at"),
		})
		.from(link)
		.innerJoin(organisation, eq(organisation.id, link.organisation))
		.innerJoin(holder, and(eq(holder.person, link.madeBy), heldOn(today)))
		.innerJoin(
			seat,
			and(eq(seat.id, holder.organisation), sql`${path} >= ${seat.path} and ${path} < ${endOf(seat.path)}`),
		)
		.where(and(eq(link.hash, hash), eq(link.kind, "post")));
}

/** Who owns the installation today: the holders of the post "owner", with the person's name. */
const ownersQuery = (db: Database) =>
	db
		.select({ person: holder.person, name: person.name })
		.from(organisation)
		.innerJoin(
			holder,
			and(eq(holder.organisation, organisation.id), eq(holder.post, "owner"), sql`${holder.toDay} is null`),
		)
		.innerJoin(person, eq(person.id, holder.person))
		.where(sql`${organisation.parent} is null`);

/** Whether a session already stands under this hash: the same click came twice. */
export async function sessionStands(db: Database, hash: string): Promise<boolean> {
	const rows = await db.select({ id: session.id }).from(session).where(eq(session.hash, hash));
	return rows.length > 0;
}

/**
 * Signs a person in by a link and uses it up. False when another click was quicker, or they were given another post meanwhile:
 * then nothing is written.
 * @param held the posts that they held when the link was judged
 */
export async function enterByLink(
	db: Database,
	linkHash: string,
	made: NewSession,
	held: string,
): Promise<boolean> {
	const fresh = newId();
	// Whoever was elected holds the post already; anybody else comes into a seat that is still free.
	const holds = sql`exists (select 1 from holder where holder.organisation = link.organisation and holder.person = link.person
		and holder.post = link.post and (to_day is null or to_day > ${made.today}))`;
	const free = seatFree(sql`link.organisation`, sql`link.post`, made.today);
	// A link outlives what was known when it was made: whoever answers for themselves by now, or serves elsewhere, is nobody else's to be.
	const theirOwn = sql`exists (select 1 from session where session.person = link.person and session.expires_at > ${nowInSeconds()})
		or exists (select 1 from holder where holder.person = link.person and holder.organisation <> link.organisation
			and (to_day is null or to_day > ${made.today}))`;
	const good = sql`from link where hash = ${linkHash} and expires_at > ${nowInSeconds()}
		and (kind <> 'post' or (${holds} or ${free}) and not (${theirOwn}) and ${postsBehind(made.today)} = ${held})`;
	const results = await db.batch([
		run(
			db,
			sql`insert into person (id, name, made_from) select ${fresh}, coalesce(name, '?'), 'link' ${good} and person is null`,
		),
		sessionFrom(db, made, sql`coalesce(person, ${fresh})`, good),
		run(
			db,
			sql`insert into holder (organisation, id, person, post, from_day, made_by, how)
			select organisation, ${newId()}, coalesce(person, ${fresh}), post, ${made.today}, made_by, 'appointed'
			from link where hash = ${linkHash} and changes() = 1 and kind = 'post' and not ${holds}`,
		),
		db.delete(link).where(eq(link.hash, linkHash)),
	]);
	return results[1].meta.changes === 1;
}

/**
 * Signs an owner in by an owner's link, for whoever holds the account: the owner of that name, or else a new one.
 * @param owner the typed name, and the person of that name who is an owner already
 */
export async function enterAsOwner(
	db: Database,
	linkHash: string,
	made: NewSession,
	owner: { name: string; known: string | undefined; root: string },
): Promise<boolean> {
	const id = owner.known ?? newId();
	const good = sql`from link where hash = ${linkHash} and expires_at > ${nowInSeconds()} and kind = 'owner'`;
	const isNew = owner.known ? sql`false` : sql`true`;
	const results = await db.batch([
		run(
			db,
			sql`insert into person (id, name, made_from) select ${id}, ${owner.name}, 'owner' ${good} and ${isNew}`,
		),
		run(
			db,
			sql`insert into holder (organisation, id, person, post, from_day)
			select ${owner.root}, ${newId()}, ${id}, 'owner', ${made.today} ${good} and ${isNew}`,
		),
		sessionFrom(db, made, sql`${id}`, good),
		db.delete(link).where(eq(link.kind, "owner")),
	]);
	return results[2].meta.changes === 1;
}

/**
 * The first owner: founds the root organisation and closes the door behind them, all or nothing. Of two at
 * once the second finds a root standing, and writes nothing.
 */
export async function found(
	db: Database,
	linkHash: string,
	made: NewSession,
	founder: { name: string; organisation: NewOrganisation },
): Promise<boolean> {
	const [owner, root] = [newId(), newId()];
	const good = sql`from link where hash = ${linkHash} and expires_at > ${nowInSeconds()} and kind = 'owner'
		and not exists (select 1 from organisation where parent is null and id <> ${root})`;
	const results = await db.batch([
		...foundingOf(
			db,
			{
				...founder.organisation,
				// Nobody is asked when it began; that it stands is all that is known.
				day: "1900-01-01",
				act: "entered",
				id: root,
				parent: null,
				path: `${root}/`,
				madeFrom: "founder",
				madeBy: owner,
			},
			good,
		),
		run(db, sql`insert into person (id, name, made_from) select ${owner}, ${founder.name}, 'owner' ${good}`),
		run(
			db,
			sql`insert into holder (organisation, id, person, post, from_day) select ${root}, ${newId()}, ${owner}, 'owner', ${made.today} ${good}`,
		),
		sessionFrom(db, made, sql`${owner}`, good),
		db.delete(link).where(eq(link.kind, "owner")),
	]);
	return results[4].meta.changes === 1;
}

function sessionFrom(
	db: Database,
	made: NewSession,
	who: ReturnType<typeof sql>,
	good: ReturnType<typeof sql>,
) {
	return run(
		db,
		sql`insert into session (hash, id, person, kind, label, reads_only, made_on, seen_on, expires_at)
		select ${made.hash}, ${newId()}, ${who}, 'device', ${made.label}, 0, ${made.today}, ${made.today}, ${nowInSeconds() + 30 * day} ${good}`,
	);
}

/** Signs an owner in by a printed recovery code and uses it up. */
export async function enterByRecovery(db: Database, codeHash: string, made: NewSession): Promise<boolean> {
	const good = sql`from recovery where hash = ${codeHash}`;
	const results = await db.batch([
		sessionFrom(db, made, sql`person`, good),
		db.delete(recovery).where(eq(recovery.hash, codeHash)),
	]);
	return results[0].meta.changes === 1;
}
