import {
	callingOffFacts,
	meetingFacts,
	meetingFormFacts,
	meetingListFacts,
	meetingPaperFacts,
} from "../../web/meetings/facts";
import { meetingSheet } from "../../web/meetings/files";
import { CallingOffPage, MeetingFormPage } from "../../web/meetings/form";
import { MeetingListPage } from "../../web/meetings/list";
import { MeetingNoticePage } from "../../web/meetings/paper";
import { MeetingPage } from "../../web/meetings/show";
import { words } from "../../web/meetings/words";
import { paths } from "../../web/paths";
import { onceAsChange } from "../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { file, formatOf } from "../http/file";
import { once } from "../http/once";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { isDay, yearOf } from "../values/day";
import { fingerprint } from "../values/id";
import { typedOf } from "../values/typed";
import { meetingFactsOf } from "./gather";
import { callingOffSchema, meetingSchema } from "./input";
import { agendaAgain, itemsIn, meetingStateOn } from "./rules";
import * as store from "./store";

const listFaces = { schema: meetingListFacts, page: MeetingListPage };
const formFaces = { schema: meetingFormFacts, page: MeetingFormPage };
const showFaces = { schema: meetingFacts, page: MeetingPage };
const offFaces = { schema: callingOffFacts, page: CallingOffPage };

/** Meetings of council and assembly: called, changed, called off, and looked at. */
export const meetings = room()
	.get(
		paths.meetings(":organisation"),
		may("see"),
		describe({ summary: "A year's meetings", answers: meetingListFacts }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const asked = c.req.query("year") ?? "";
			// Next January's meeting is called in December.
			const year = /^20\d\d$/.test(asked) ? Math.min(Number(asked), yearOf(today) + 1) : yearOf(today);
			const rows = await store.meetingsOf(db, place, year);
			const facts = {
				year,
				isRoot: place.path === `${place.id}/`,
				meetings: rows.map(({ held, off, signedOn, agenda: _, ...row }) => ({
					...row,
					state: meetingStateOn(today, {
						...{ day: row.day, held: held === 1, off: off !== null, signed: signedOn !== null },
					}),
				})),
			};
			const format = formatOf(c);
			return format ? file(c, format, meetingSheet(facts, language)) : face(c, listFaces, facts);
		},
	)
	.get(
		paths.meetingNew(":organisation"),
		may("run meetings"),
		describe({ summary: "The form to call a meeting", answers: meetingFormFacts }),
		(c) => {
			const { day = "" } = c.req.query();
			return face(c, formFaces, {
				meeting: null,
				form: freshForm({ kind: "council", day: isDay(day) ? day : c.var.today }),
			});
		},
	)
	.post(
		paths.meetings(":organisation"),
		may("run meetings"),
		describe({ summary: "Call a meeting", takes: meetingSchema }),
		async (c) => {
			const { db, place, reader, language } = c.var;
			const read = await bodyOf(c, meetingSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { meeting: null, form, mistakes: form.mistakes });
			}
			const { id, title, agenda } = read.value;
			const madeFrom = await fingerprint(read.value);
			const by = { id, madeFrom, by: reader.person };
			const outcome = await once(
				() => store.callMeeting(db, place, read.value, agendaAgain([], itemsIn(agenda)), by),
				() => store.calledBefore(db, place, id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, formFaces, { meeting: null, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].called(title));
			return made(c, paths.meeting(place.id, id));
		},
	)
	.get(
		paths.meeting(":organisation", ":meeting"),
		may("see"),
		describe({ summary: "A meeting: who may vote, who came, what was resolved", answers: meetingFacts }),
		async (c) => {
			const facts = await meetingFactsOf(c.var, c.req.param("meeting"));
			return facts ? face(c, showFaces, { ...facts, form: freshForm() }) : problem(c, 404, "not-found");
		},
	)
	.get(
		paths.meetingNotice(":organisation", ":meeting"),
		may("see"),
		describe({ summary: "The notice of a meeting, to print", answers: meetingPaperFacts }),
		async (c) => {
			const facts = await meetingFactsOf(c.var, c.req.param("meeting"));
			if (!facts) return problem(c, 404, "not-found");
			return face(c, { schema: meetingPaperFacts, page: MeetingNoticePage }, facts);
		},
	)
	.get(
		paths.meetingEdit(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "The form to call a meeting anew", answers: meetingFormFacts }),
		async (c) => {
			const [meeting] = await store.meetingOf(c.var.db, c.var.place, c.req.param("meeting"));
			if (!meeting || !isOpen(meeting)) return problem(c, 404, "not-found");
			const agenda = meeting.agenda.map(([about]) => about).join("\n");
			return face(c, formFaces, { meeting, form: freshForm(typedOf({ ...meeting, agenda })) });
		},
	)
	.post(
		paths.meetingEdit(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "Call a meeting anew", takes: meetingSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const [meeting] = await store.meetingOf(db, place, c.req.param("meeting"));
			if (!meeting) return problem(c, 404, "not-found");
			const read = await bodyOf(c, meetingSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { meeting, form, mistakes: form.mistakes });
			}
			const agenda = agendaAgain(meeting.agenda, itemsIn(read.value.agenda));
			const outcome = await onceAsChange(c.var, meeting.id, read.value, (by) =>
				store.changeMeeting(db, place, meeting, read.value, agenda, by),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different")
				return different(c, formFaces, { meeting, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].saved);
			return made(c, paths.meeting(place.id, meeting.id));
		},
	)
	.get(
		paths.callingOff(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "The form to call a meeting off", answers: callingOffFacts }),
		async (c) => {
			const [meeting] = await store.meetingOf(c.var.db, c.var.place, c.req.param("meeting"));
			if (!meeting || !isOpen(meeting)) return problem(c, 404, "not-found");
			return face(c, offFaces, { meeting, form: freshForm() });
		},
	)
	.post(
		paths.callingOff(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "Call a meeting off", takes: callingOffSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const [meeting] = await store.meetingOf(db, place, c.req.param("meeting"));
			if (!meeting) return problem(c, 404, "not-found");
			const read = await bodyOf(c, callingOffSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, offFaces, { meeting, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, meeting.id, read.value, (by) =>
				store.callOff(db, place, meeting.id, read.value.reason, by, today),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different")
				return different(c, offFaces, { meeting, form: conflictingForm({ ...read.value }) });
			say(c, words[language].calledOff);
			return made(c, paths.meeting(place.id, meeting.id));
		},
	);

const isOpen = ({ held, off }: store.MeetingRow) => held === 0 && off === null;
