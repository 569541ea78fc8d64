import * as v from "valibot";
import { belowFacts, CalendarBelowPage } from "../../web/calendar/below";
import { calendarFacts } from "../../web/calendar/facts";
import { FeedsPage, feedsFacts } from "../../web/calendar/feeds";
import { CalendarPage } from "../../web/calendar/show";
import { summaryOf } from "../../web/calendar/words";
import { paths } from "../../web/paths";
import { bodyOf, type FormState, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { type Place, type Reader, room } from "../http/door";
import { face, made, mistaken } from "../http/face";
import { problem } from "../http/problem";
import { may } from "../middleware/may";
import { mayBelow } from "../roles/may";
import type { Database } from "../tables/database";
import { daysAfter, isDay, nowInSeconds, yearOf } from "../values/day";
import { requiredLine } from "../values/typed";
import { gridBelow } from "./below";
import * as feeds from "./feeds";
import { type Entry, icsOf } from "./ics";
import { spanAsked } from "./rules";
import { eventsOf } from "./store";

const feedSchema = v.object({ label: requiredLine(40) });
const feedFaces = { schema: feedsFacts, page: FeedsPage };

/** An organisation's calendar, by month or year, and the private links by which calendar programs read it. */
export const calendars = room()
	.get(
		paths.calendar(":organisation"),
		may("see"),
		describe({
			summary: "A month or a year: planned, held, key days, surveys, circulars",
			answers: calendarFacts,
		}),
		async (c) => {
			const { db, place, today } = c.var;
			const span = spanAsked(c.req.query(), today);
			const { events, leads } = await eventsOf(db, place, span.from, span.to, today);
			return face(
				c,
				{ schema: calendarFacts, page: CalendarPage },
				{
					...span,
					events,
					leads: leads && mayBelow(place.holds, "see"),
				},
			);
		},
	)
	.get(
		paths.calendarsBelow(":organisation"),
		may("see"),
		describe({
			summary: "A month or a year of a place and all below it in one grid; a day opens who held something",
			answers: belowFacts,
		}),
		async (c) => {
			const { db, place, today } = c.var;
			if (!mayBelow(place.holds, "see")) return problem(c, 404, "not-found");
			const { day = "" } = c.req.query();
			const span = spanAsked(isDay(day) ? { month: day.slice(0, 7) } : c.req.query(), today);
			const asked = isDay(day) && day >= span.from && day <= span.to ? day : null;
			return face(
				c,
				{ schema: belowFacts, page: CalendarBelowPage },
				await gridBelow(db, place, span, asked),
			);
		},
	)
	.get(
		paths.calendarFeeds(":organisation"),
		may("see"),
		describe({ summary: "One's private links to the calendar", answers: feedsFacts }),
		async (c) => face(c, feedFaces, await listed(c.var, freshForm(), null)),
	)
	.post(
		paths.calendarFeeds(":organisation"),
		may("see"),
		describe({ summary: "Make a private link to the calendar", takes: feedSchema, answers: feedsFacts }),
		async (c) => {
			const { db, place, reader, language, today } = c.var;
			if (reader.kind === "program") return problem(c, 404, "not-found");
			const read = await bodyOf(c, feedSchema);
			const secret = read.ok && (await feeds.makeFeed(db, place, reader, { ...read.value, language, today }));
			if (!read.ok || !secret) {
				const bad = read.ok
					? ({
							ok: false,
							mistakes: { label: `too-many-links ${feeds.mostFeeds}` },
							typed: read.value,
						} as const)
					: read;
				const form = mistakenForm(bad);
				return mistaken(c, feedFaces, { ...(await listed(c.var, form, null)), mistakes: form.mistakes });
			}
			const address = new URL(paths.calendarFile(secret), c.req.url).href;
			return face(c, feedFaces, await listed(c.var, freshForm(), address));
		},
	)
	.post(
		paths.calendarFeedEnd(":organisation", ":feed"),
		may("see"),
		describe({ summary: "Revoke a private link" }),
		async (c) => {
			const { db, place, reader } = c.var;
			const ended =
				reader.kind === "device" && (await feeds.endFeed(db, place, reader.person, c.req.param("feed")));
			return ended ? made(c, paths.calendarFeeds(place.id)) : problem(c, 404, "not-found");
		},
	);

/**
 * The calendar for programs. It stands before anybody is recognised: the secret in the address is all that it goes by, and what it
 * says is what its maker may see today, without what people are called or who helps.
 */
export const calendarFiles = room().get(
	paths.calendarFile(":secret"),
	describe({ summary: "The calendar as iCalendar, for whoever has the private address", open: true }),
	async (c) => {
		const { db, today } = c.var;
		const secret = c.req.param("secret");
		const fed = /^[\w-]{43}$/.test(secret) ? await feeds.fedBy(db, secret, today) : null;
		if (!fed) return problem(c, 404, "not-found");
		const { events } = await eventsOf(db, fed, daysAfter(today, -90), `${yearOf(today) + 1}-12-31`, today);
		const url = new URL(paths.calendar(fed.id), c.req.url).href;
		const entries: Entry[] = events.map((event) => ({
			uid: `${event.kind}-${event.id}${event.kind === "key-day" ? `-${yearOf(event.firstDay)}` : ""}-${fed.id}@huijia`,
			...{
				firstDay: event.firstDay,
				lastDay: event.lastDay,
				location: event.place,
				url,
				cancelled: event.off,
			},
			summary: summaryOf(event, fed.language),
		}));
		c.header("Content-Type", "text/calendar; charset=utf-8");
		c.header("Content-Disposition", 'inline; filename="huijia.ics"');
		return c.body(icsOf(fed.name, entries, nowInSeconds()));
	},
);

type Here = { db: Database; place: Place; reader: Reader };

async function listed({ db, place, reader }: Here, form: FormState, address: string | null) {
	return { feeds: await feeds.feedsOf(db, place, reader.person), address, form };
}
