import { env } from "cloudflare:workers";

type Row = Record<string, string | number | null>;
const rows = async (query: string) => (await env.DB.prepare(query).all<Row>()).results;

/**
 * What must hold whatever has happened, said where it doesn't: one line for each breach, none when all is well. Each is
 * looked up anew in the plainest way, with nothing of the code that kept it.
 */
export async function breaches(today: string): Promise<string[]> {
	return (
		await Promise.all([
			wrongPaths(),
			wrongStages(),
			overlappingMemberships(),
			overfilledSeats(today),
			wrongCounts(today),
			wrongSearch(),
		])
	).flat();
}

/** A path is the path above and the organisation's own id; an organisation stands under one that stands. */
async function wrongPaths(): Promise<string[]> {
	const organisations = await rows("select id, parent, path from organisation");
	const byId = new Map(organisations.map((one) => [one.id, one]));
	const pathTo = (one: Row | undefined): string =>
		one ? `${one.parent === null ? "" : pathTo(byId.get(one.parent))}${one.id}/` : "nowhere/";
	return organisations
		.filter((one) => one.path !== pathTo(one))
		.map((one) => `${one.id} has the path ${one.path}, and stands at ${pathTo(one)}`);
}

/** Stages follow each other without gap or overlap, and the last is what the organisation is now. */
async function wrongStages(): Promise<string[]> {
	const stages = await rows(
		"select * from stage order by organisation, from_day, to_day is null, to_day, made_at",
	);
	const organisations = await rows("select id, name, kind, parent, path, status from organisation");
	return organisations.flatMap((one) => {
		const life = stages.filter(({ organisation }) => organisation === one.id);
		const last = life.at(-1);
		const broken = life.slice(1).filter((stage, place) => life[place]?.to_day !== stage.from_day);
		const differs = (["name", "kind", "parent", "path", "status"] as const).filter(
			(field) => last?.[field] !== one[field],
		);
		return [
			...broken.map((stage) => `${one.id}: the stage of ${stage.from_day} does not follow the one before`),
			...differs.map(
				(field) => `${one.id}: its last stage says ${field} ${last?.[field]}, not ${one[field]}`,
			),
			...(last?.to_day === null ? [] : [`${one.id}: its last stage has ended`]),
		];
	});
}

/** Nobody is twice a member of one organisation on one day. */
async function overlappingMemberships(): Promise<string[]> {
	const found = await rows(`select one.organisation, one.person, one.from_day, other.from_day as again
		from membership one join membership other using (organisation, person)
		where one.from_day < other.from_day and (one.to_day is null or one.to_day > other.from_day)`);
	return found.map(
		(one) =>
			`${one.person} is twice a member of ${one.organisation}: from ${one.from_day} and from ${one.again}`,
	);
}

/** No more hold a post today than its kind of organisation has seats. */
async function overfilledSeats(today: string): Promise<string[]> {
	const found = await rows(`select organisation.id, seat.post, seat.seats, count(*) as holders
		from organisation join seat on seat.kind = organisation.kind
			and seat.from_day = (select max(from_day) from seat now
				where now.kind = seat.kind and now.post = seat.post and now.from_day <= '${today}')
		join holder on holder.organisation = organisation.id and holder.post = seat.post
			and holder.from_day <= '${today}' and (holder.to_day is null or holder.to_day > '${today}')
		group by organisation.id, seat.post having count(*) > seat.seats`);
	return found.map((one) => `${one.id} has ${one.holders} of ${one.post}, and ${one.seats} seats`);
}

/** How many members, and women, an organisation had on any day is what counting its memberships of that day says. */
async function wrongCounts(today: string): Promise<string[]> {
	const memberships = await rows(
		"select organisation, from_day, to_day, sex from membership join person on person.id = membership.person",
	);
	const kept = new Map(
		(await rows("select organisation, days from membership_days")).map(({ organisation, days }) => [
			organisation,
			JSON.parse(String(days)) as [string, number, number][],
		]),
	);
	const days = new Set([
		today,
		...memberships.flatMap(({ from_day, to_day }) => [from_day, to_day ?? today]),
	]);
	const breaches: string[] = [];
	for (const { id } of await rows("select id from organisation")) {
		const mine = memberships.filter(({ organisation }) => organisation === id);
		for (const day of [...days].map(String)) {
			const there = mine.filter(
				({ from_day, to_day }) => String(from_day) <= day && (to_day === null || String(to_day) > day),
			);
			const counted = [there.length, there.filter(({ sex }) => sex === "female").length];
			const known = (kept.get(id) ?? []).filter(([since]) => since <= day);
			const summed = known.reduce((latest, one) => (one[0] > latest[0] ? one : latest), ["", 0, 0]).slice(1);
			if (counted.join() !== summed.join())
				breaches.push(`${id} on ${day}: ${counted} counted, ${summed} kept`);
		}
	}
	return breaches;
}

/** Everybody who was ever a member is found in each organisation they belonged to, once, and nobody anywhere else. */
async function wrongSearch(): Promise<string[]> {
	const members = await rows(
		"select distinct organisation || ' ' || person as place from membership join person on person.id = person where erased_on is null",
	);
	const found = await rows("select organisation || ' ' || person as place from seek");
	const expected = new Set(members.map(({ place }) => place));
	const listed = found.map(({ place }) => place);
	return [
		...listed
			.filter((place, index) => listed.indexOf(place) !== index)
			.map((place) => `${place} is found twice`),
		...listed
			.filter((place) => !expected.has(place))
			.map((place) => `${place} is found and was never a member`),
		...[...expected].filter((place) => !listed.includes(place)).map((place) => `${place} is never found`),
	];
}
