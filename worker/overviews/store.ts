import { activitiesOfMember } from "../activities/report/store";
import { changesOf } from "../changes/store";
import { duesOf } from "../dues/rules";
import { ratesOf } from "../dues/store";
import type { Place, Reader } from "../http/door";
import { cameBy } from "../intakes/store";
import { householdsOf, membershipsElsewhere, postsOf } from "../members/elsewhere";
import { furtherFields } from "../members/fields/store";
import { leadersOf } from "../members/groups/store";
import { definedWords, historyOf } from "../members/history/rules";
import { hasLeft, holdsOn, rootOf } from "../members/rules";
import { memberOf } from "../members/store";
import { tagsOf } from "../members/tags/store";
import { othersThan, waitingFor } from "../members/transfer/store";
import { consentsOf } from "../people/consent/store";
import type { Database } from "../tables/database";
import { type Day, yearOf } from "../values/day";
import { newId } from "../values/id";

/** How many years of dues a member's page shows. */
const yearsOfDues = 8;

/** How many of the latest changes it shows; the rest stand on a page of their own. */
const latestChanges = 6;

type Here = { db: Database; place: Place; reader: Reader; today: Day; zone: string };

/** A member's page in one batch; nothing when nobody of that id ever belonged here. */
export async function memberPageOf({ db, place, reader, today, zone }: Here, id: string) {
	const [
		periods,
		changes,
		rates,
		activities,
		[waiting],
		others,
		[consent],
		elsewhere,
		posts,
		households,
		leaders,
		tags,
		fields,
		[came],
	] = await db.batch([
		memberOf(db, place, id),
		changesOf(db, place, id, latestChanges + 1),
		ratesOf(db, place),
		activitiesOfMember(db, place, id),
		waitingFor(db, place, id),
		othersThan(db, place),
		consentsOf(db, place, id),
		membershipsElsewhere(db, place, reader.person, today, id),
		postsOf(db, reader.person, today, id),
		householdsOf(db, place, id),
		leadersOf(db, place, today),
		tagsOf(db, rootOf(place)),
		furtherFields(db, rootOf(place)),
		cameBy(db, place, id),
	]);
	const latest = periods[0];
	if (!latest) return null;
	const years = Array.from({ length: yearsOfDues }, (_, back) => yearOf(today) - yearsOfDues + 1 + back);
	const leader = leaders.find(({ group }) => group === latest.smallGroup);
	return {
		member: { ...latest, current: !hasLeft(latest, today), erased: latest.erasedOn !== null },
		consent: consent ?? null,
		came: came ?? null,
		goesElsewhere: others.length > 0,
		waiting: waiting ?? null,
		periods,
		leaving: holdsOn(latest, today) && latest.toDay ? newId() : null,
		group: latest.smallGroup
			? { id: latest.smallGroup, name: latest.groupName ?? "", leader: leader?.name ?? null }
			: null,
		tags: tags.filter((tag) => latest.tags.includes(tag.id)),
		further: fields
			.filter(({ id: field }) => latest.further[field] !== undefined)
			.map(({ id: field, zh, en, kind }) => ({
				id: field,
				zh,
				en,
				kind,
				value: latest.further[field] ?? "",
			})),
		elsewhere: elsewhere.map((one) => ({ ...one, current: holdsOn(one, today) })),
		posts: posts.map((one) => ({ ...one, current: holdsOn(one, today) })),
		households,
		dues: years
			.map((year) => ({ year, state: duesOf(periods, year, rates, today).state }))
			.filter(({ state }) => state !== "none"),
		activities,
		changes: historyOf(changes.slice(0, latestChanges), zone),
		moreChanges: changes.length > latestChanges,
		defined: definedWords(tags, fields),
	};
}
