import { byName } from "../activities/report/rules";
import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import type { Day } from "../values/day";
import { figuresOf, judged, type Minutes } from "./minutes/rules";
import { standingNow } from "./minutes/store";
import { meetingStateOn, type Part, ruleOn, tooMany } from "./rules";
import * as store from "./store";

type Inside = { db: Database; place: Place; today: Day };

const partOf = (proxy: 0 | 1 | null): Part => (proxy === null ? "absent" : proxy === 1 ? "proxy" : "came");

/** A meeting as its rows tell it now, in one batch: what minutes would say, and what they rest on; nothing for a forged id. */
export async function meetingNow({ db, place, today }: Inside, id: string) {
	const [[meeting], rules, voters, resolutions, [signing], additions, [elected], [standing]] = await db.batch(
		[
			store.meetingOf(db, place, id),
			store.meetingRules(db),
			store.votersOf(db, place, id),
			store.resolutionsOf(db, place, id),
			store.signingOf(db, place, id),
			store.additionsOf(db, place, id),
			store.electedAt(db, place, id),
			standingNow(db, place, id),
		],
	);
	if (!meeting) return null;
	const { kind, title, day, time, place: where, agenda } = meeting;
	const rule = ruleOn(rules, kind, day);
	const roll = byName(voters).map(({ id: person, name, proxy }) => ({
		id: person,
		name,
		part: partOf(proxy),
	}));
	const parts = roll.map(({ id: person, part }): [string, Part] => [person, part]);
	const figures = figuresOf({ parts, rule });
	const minutes: Minutes = {
		...{ kind, title, day, time, place: where },
		rule: { quorum: rule.quorum, majority: rule.majority, proxies: rule.proxies },
		...{ parts, agenda },
		resolutions: resolutions.map((one) => judged(one, figures)),
	};
	const state = meetingStateOn(today, {
		day,
		held: meeting.held === 1,
		off: meeting.off !== null,
		signed: signing !== undefined,
	});
	return {
		...{ meeting, minutes, roll, figures, state, resolutions, signing, additions },
		elected: elected ?? null,
		standing: standing?.standing ?? "",
	};
}

export type MeetingNow = NonNullable<Awaited<ReturnType<typeof meetingNow>>>;

/** What a meeting's page and its paper say: as it stands, or, once it is signed off, as it was signed. */
export async function meetingFactsOf(inside: Inside, id: string) {
	const now = await meetingNow(inside, id);
	if (!now) return null;
	const { signing, meeting, resolutions, state, additions, elected } = now;
	const signed = signing ? await asSigned(inside.db, signing.minutes) : null;
	const { minutes, roll, figures } = signed ?? now;
	return {
		id: meeting.id,
		...{ state, off: meeting.off },
		...{
			kind: minutes.kind,
			title: minutes.title,
			day: minutes.day,
			time: minutes.time,
			place: minutes.place,
		},
		...{ rule: minutes.rule, figures, roll },
		agenda: minutes.agenda.map(([about, said]) => ({ about, said })),
		resolutions: minutes.resolutions.map((one, place) => ({
			...one,
			id: resolutions[place]?.id ?? "",
			tooMany: tooMany(one, figures.present),
		})),
		signing: signing ? { day: signing.signedOn, by: signing.by, digest: signing.digest } : null,
		...{ additions, elected },
	};
}

/** Minutes as they were signed, with the names that those people bear today. */
async function asSigned(db: Database, text: string) {
	const minutes = JSON.parse(text) as Minutes;
	const named = await store.namesOf(
		db,
		minutes.parts.map(([person]) => person),
	);
	const names = new Map(named.map(({ id, name }) => [id, name]));
	const roll = minutes.parts.map(([id, part]) => ({ id, name: names.get(id) ?? "", part }));
	return { minutes, roll, figures: figuresOf(minutes) };
}
