import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../changes/store";
import type { Place } from "../http/door";
import { type Asking, circular, circularWithdrawal } from "../tables/circulars";
import { type Database, named, rows, run } from "../tables/database";
import { organisation, person } from "../tables/ground";
import { isCounted } from "../tables/tree";
import type { Day } from "../values/day";
import type { NewCircular } from "./input";
import { aboveOf, goesTo, recipientsOf } from "./recipients";

/** How many circulars a list shows. */
export const pageOfCirculars = 30;

/** The circulars that a place sent, the latest first. */
export function circularsSentBy(db: Database, place: Pick<Place, "id">) {
	return db
		.select({
			id: circular.id,
			sentOn: circular.sentOn,
			title: circular.title,
			asks: circular.asks,
			answerBy: circular.answerBy,
			recipients: circular.recipients,
			figures: circular.figures,
			withdrawnOn: circularWithdrawal.day,
		})
		.from(circular)
		.leftJoin(
			circularWithdrawal,
			and(eq(circularWithdrawal.sender, circular.organisation), eq(circularWithdrawal.circular, circular.id)),
		)
		.where(eq(circular.organisation, place.id))
		.orderBy(desc(circular.sentOn), desc(circular.id))
		.limit(pageOfCirculars);
}

export type ReceivedRow = {
	sender: string;
	senderName: string;
	id: string;
	sentOn: Day;
	title: string;
	body: string;
	asks: Asking;
	question: string | null;
	answerBy: Day | null;
	readOn: Day | null;
	said: string | null;
	answeredOn: Day | null;
	withdrawnOn: Day | null;
	withdrawnBecause: string | null;
};

const received = (place: Pick<Place, "id" | "path">) => sql`
	select circular.organisation as sender, up_name.name as senderName, circular.id, circular.sent_on as sentOn, circular.title,
		circular.body, circular.asks, circular.question, circular.due_day as answerBy, reading.day as readOn,
		answer.said, answer.day as answeredOn, back.day as withdrawnOn, back.reason as withdrawnBecause
	from json_each(${aboveOf(place)}) as up
	cross join circular on circular.organisation = up.value
	join organisation as up_name on up_name.id = up.value
	left join circular_reading as reading on reading.sender = circular.organisation and reading.circular = circular.id
		and reading.organisation = ${place.id}
	left join circular_answer as answer on answer.sender = circular.organisation and answer.circular = circular.id
		and answer.organisation = ${place.id}
	left join circular_withdrawal as back on back.sender = circular.organisation and back.circular = circular.id`;

/** The circulars that came to a place since a day, the latest first. */
export function circularsTo(
	db: Database,
	place: Pick<Place, "id" | "path" | "kind">,
	since: Day,
	most = pageOfCirculars,
) {
	return rows<ReceivedRow>(
		db,
		sql`${received(place)} where circular.sent_on >= ${since} and ${goesTo(place)}
		order by circular.sent_on desc, circular.id desc limit cast(${most} as integer)`,
	);
}

/** One circular that came to this very place; nothing for a forged id, or one that went to others. */
export function circularTo(db: Database, place: Pick<Place, "id" | "path" | "kind">, id: string) {
	return rows<ReceivedRow>(
		db,
		sql`${received(place)} where circular.id = ${id} and ${goesTo(place)} limit 1`,
	);
}

/** What came to a place and still wants something of it: unanswered, or unread where nothing else is asked; the soonest due first. */
export function circularsOpenAt(
	db: Database,
	place: Pick<Place, "id" | "path" | "kind">,
	since: Day,
	most: number,
) {
	return rows<Pick<ReceivedRow, "sender" | "senderName" | "id" | "title" | "asks" | "answerBy">>(
		db,
		sql`select sender, senderName, id, title, asks, answerBy from (${received(place)}
			where circular.sent_on >= ${since} and ${goesTo(place)})
		where withdrawnOn is null and case when asks = 'reading' then readOn else said end is null
		order by coalesce(answerBy, '9999'), id limit cast(${most} as integer)`,
	);
}

/** One circular of this very place's own, whole. */
export function circularOf(db: Database, place: Pick<Place, "id">, id: string) {
	return db
		.select({
			id: circular.id,
			sentOn: circular.sentOn,
			title: circular.title,
			body: circular.body,
			asks: circular.asks,
			question: circular.question,
			answerBy: circular.answerBy,
			kinds: circular.kinds,
			units: circular.units,
			recipients: circular.recipients,
			figures: circular.figures,
			by: named(person.name, "sent_by"),
			withdrawnOn: circularWithdrawal.day,
			withdrawnBecause: circularWithdrawal.reason,
		})
		.from(circular)
		.leftJoin(person, eq(person.id, circular.madeBy))
		.leftJoin(
			circularWithdrawal,
			and(eq(circularWithdrawal.sender, circular.organisation), eq(circularWithdrawal.circular, circular.id)),
		)
		.where(and(eq(circular.organisation, place.id), eq(circular.id, id)));
}

export type SentRow = Awaited<ReturnType<typeof circularOf>>[number];

/** Sends a circular: one row, with how many it goes to as the tree is today. */
export function sendCircular(db: Database, place: Place, one: NewCircular, by: Authorship, today: Day) {
	const kinds = one.kinds.length > 0 ? JSON.stringify(one.kinds) : null;
	const units = one.units.length > 0 ? JSON.stringify(one.units) : null;
	return db.batch([
		run(
			db,
			sql`insert into circular (organisation, id, sent_on, title, body, asks, question, due_day, kinds, units, recipients, made_by, made_from)
			select ${place.id}, ${one.id}, ${today}, ${one.title}, ${one.body}, ${one.asks}, ${one.question}, ${one.answer_by},
				${kinds}, ${units}, (select count(*) from ${recipientsOf(place, sql`${kinds}`, sql`${units}`)}), ${by.by}, ${by.madeFrom}`,
		),
	]);
}

/** What the circular under an id was made from, if it is this place's. */
export async function sentBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const found = await db
		.select({ madeFrom: circular.madeFrom })
		.from(circular)
		.where(and(eq(circular.organisation, place.id), eq(circular.id, id)));
	return found[0]?.madeFrom;
}

type Key = { sender: string; id: string };

/** Recounts what came back of a circular from its rows; it goes into every batch that adds one. */
export const recountCircular = (db: Database, { sender, id }: Key) => {
	const isLate = (day: string) => sql`coalesce(sum(${sql.identifier(day)} > circular.due_day), 0)`;
	const theirs = sql`sender = circular.organisation and circular = circular.id`;
	return run(
		db,
		sql`update circular set figures = json_object(
			'read', (select count(*) from circular_reading as one where one.sender = circular.organisation and one.circular = circular.id),
			'answered', (select count(*) from circular_answer as one where one.sender = circular.organisation and one.circular = circular.id),
			'late', case when asks = 'reading'
				then (select ${isLate("day")} from circular_reading where ${theirs})
				else (select ${isLate("day")} from circular_answer where ${theirs}) end,
			'yes', (select coalesce(sum(said = 'yes'), 0) from circular_answer where ${theirs} and asks = 'yes-no'),
			'sum', (select coalesce(sum(cast(said as integer)), 0) from circular_answer where ${theirs} and asks = 'number'))
		where organisation = ${sender} and id = ${id}`,
	);
};

/** Notes that a recipient opened a circular, the first time only. */
export function noteReading(db: Database, place: Pick<Place, "id">, key: Key, by: string, today: Day) {
	return db.batch([
		run(
			db,
			sql`insert or ignore into circular_reading (sender, circular, organisation, day, read_by)
			values (${key.sender}, ${key.id}, ${place.id}, ${today}, ${by})`,
		),
		recountCircular(db, key),
	]);
}

/**
 * Answers a circular, or corrects the answer while the day isn't over; none to one that was withdrawn. From what to what is kept
 * with the recipient's changes.
 */
export function answerCircular(
	db: Database,
	place: Place,
	{ sender, id, said: before }: Key & { said: string | null },
	said: string,
	by: Authorship,
	today: Day,
) {
	const standing = sql`(select said from circular_answer where sender = ${sender} and circular = ${id}
		and organisation = ${place.id})`;
	const holds = sql`not exists (select 1 from circular_withdrawal where sender = ${sender} and circular = ${id})
		and ${standing} is ${before}
		and (${before} is null or exists (select 1 from circular where organisation = ${sender} and id = ${id}
			and (due_day is null or due_day >= ${today})))`;
	const subject = `circular ${id}`;
	const act = before === null ? "answered" : "corrected";
	const details = { from: { said: before }, to: { said } };
	return db.batch([
		changeWhere(db, place, { ...by, subject, act, details }, holds),
		run(
			db,
			sql`insert into circular_answer (sender, circular, organisation, said, day, made_by)
			select ${sender}, ${id}, ${place.id}, ${said}, ${today}, ${by.by} where ${isKept(place, subject, by.id)} and ${holds}
			on conflict (sender, circular, organisation) do update set said = excluded.said, day = excluded.day,
				made_by = excluded.made_by`,
		),
		recountCircular(db, { sender, id }),
	]);
}

/** Takes a circular back: what it asked is asked no more. Its key stops a second one. */
export const withdrawCircular = (
	db: Database,
	place: Place,
	id: string,
	reason: string,
	by: Authorship,
	today: Day,
) =>
	db.insert(circularWithdrawal).values({
		...{ sender: place.id, circular: id, day: today, reason, madeBy: by.by, madeFrom: by.madeFrom },
	});

/** What the withdrawal of a circular was made from. */
export async function withdrawnBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const found = await db
		.select({ madeFrom: circularWithdrawal.madeFrom })
		.from(circularWithdrawal)
		.where(and(eq(circularWithdrawal.sender, place.id), eq(circularWithdrawal.circular, id)));
	return found[0]?.madeFrom;
}

export type Recipient = {
	id: string;
	name: string;
	above: string | null;
	path: string;
	readOn: Day | null;
	said: string | null;
	answeredOn: Day | null;
};

/** Which recipients are listed: all, those that have done what was asked, those that haven't. */
export const shows = ["waiting", "done", "all"] as const;
export type Show = (typeof shows)[number];

/** The recipients of a place's circular by their place in the tree, after where the page before ended; one more than asked for. */
export function repliesTo(
	db: Database,
	place: Pick<Place, "id" | "path">,
	id: string,
	show: Show,
	after: string,
	most: number,
) {
	const done = sql`case when asks = 'reading' then reading.day else answer.said end`;
	const wanted = { waiting: sql`${done} is null`, done: sql`${done} is not null`, all: sql`true` }[show];
	return rows<Recipient>(
		db,
		sql`select one.id, one.name, one.path, (select name from organisation as up where up.id = one.parent) as above,
			reading.day as readOn, answer.said as said, answer.day as answeredOn
		from (select one.id, one.name, one.path, one.parent, circular.asks from circular
			cross join ${recipientsOf(place, sql`circular.kinds`, sql`circular.units`)} and one.path > ${after}
			and circular.organisation = ${place.id} and circular.id = ${id}) as one
		left join circular_reading as reading on reading.sender = ${place.id} and reading.circular = ${id}
			and reading.organisation = one.id
		left join circular_answer as answer on answer.sender = ${place.id} and answer.circular = ${id}
			and answer.organisation = one.id
		where ${wanted} order by one.path limit cast(${most + 1} as integer)`,
	);
}

/** The most organisations that a form offers. */
export const mostUnits = 300;

/** The organisations directly below a place, which a circular may be sent to by name. */
export function unitsBelow(db: Database, place: Pick<Place, "id">, most: number) {
	return db
		.select({ id: organisation.id, name: organisation.name, kind: organisation.kind })
		.from(organisation)
		.where(and(eq(organisation.parent, place.id), isCounted()))
		.orderBy(asc(organisation.name))
		.limit(most);
}
