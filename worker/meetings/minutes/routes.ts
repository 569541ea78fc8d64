import { meetingFacts, meetingPaperFacts, minutesFacts } from "../../../web/meetings/facts";
import { MinutesPage, SigningPage } from "../../../web/meetings/minutes";
import { MinutesPaperPage } from "../../../web/meetings/paper";
import { MeetingPage } from "../../../web/meetings/show";
import { words } from "../../../web/meetings/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { changedBefore } from "../../changes/store";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken, overtaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { fingerprint } from "../../values/id";
import { type Mistakes, type Typed, typedOf } from "../../values/typed";
import { meetingFactsOf, meetingNow } from "../gather";
import {
	additionSchema,
	mostItems,
	resolutionRemovalSchema,
	resolutionSchema,
	saidSchema,
	signingSchema,
} from "../input";
import { atLeast, tooMany } from "../rules";
import { agendaSaid } from "./rules";
import { signMinutes } from "./sign";
import * as store from "./store";

const faces = { schema: minutesFacts, page: MinutesPage };
const showFaces = { schema: meetingFacts, page: MeetingPage };
const signingFaces = { schema: minutesFacts, page: SigningPage };

/** The empty vote: nobody has typed how many yet. */
const freshVote = (): ReturnType<typeof freshForm> => freshForm({ share: "half" });

/** Minutes: what was said and resolved, signing them off, and what is added after that. */
export const minutes = room()
	.get(
		paths.minutes(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "Writing the minutes of a meeting", answers: minutesFacts }),
		async (c) => {
			const facts = await meetingFactsOf(c.var, c.req.param("meeting"));
			if (facts?.state !== "held") return problem(c, 404, "not-found");
			return face(c, faces, { ...facts, form: freshForm(), vote: freshVote() });
		},
	)
	.post(
		paths.minutes(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "Keep what was said", takes: saidSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const now = await meetingNow(c.var, c.req.param("meeting"));
			if (!now) return problem(c, 404, "not-found");
			const { meeting } = now;
			const read = await bodyOf(c, saidSchema);
			const agenda = read.ok ? agendaSaid(meeting.agenda, read.value.items, read.value) : [];
			const full = agenda.length > mostItems;
			if (!read.ok || full) {
				const facts = await meetingFactsOf(c.var, meeting.id);
				if (!facts) return problem(c, 404, "not-found");
				const form = mistakenForm(
					read.ok
						? {
								ok: false,
								mistakes: { about: `too-many-items ${mostItems}` },
								typed: typedOf({ ...read.value.items }),
							}
						: read,
				);
				return mistaken(c, faces, { ...facts, form, vote: freshVote(), mistakes: form.mistakes });
			}
			const { items, id } = read.value;
			const outcome = await onceAsChange(c.var, meeting.id, { ...items, id }, (by) =>
				store.keepSaid(db, place, meeting, agenda, by),
			);
			if (outcome === "late" && now.state !== "held") return problem(c, 404, "not-found");
			if (outcome === "different" || outcome === "late") {
				const facts = await meetingFactsOf(c.var, meeting.id);
				if (!facts) return problem(c, 404, "not-found");
				const form = conflictingForm(typedOf({ ...items }) as Typed);
				return different(c, faces, { ...facts, form, vote: freshVote() });
			}
			say(c, words[language].saved);
			return made(c, paths.minutes(place.id, meeting.id));
		},
	)
	.post(
		paths.resolutions(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "Keep what was put to the vote", takes: resolutionSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const facts = await meetingFactsOf(c.var, c.req.param("meeting"));
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, resolutionSchema);
			const wrong = read.ok ? votesWrong(read.value, facts) : null;
			if (!read.ok || wrong) {
				const vote = mistakenForm(
					read.ok ? { ok: false, mistakes: wrong ?? {}, typed: typedOf(read.value) } : read,
				);
				return mistaken(c, faces, { ...facts, form: freshForm(), vote, mistakes: vote.mistakes });
			}
			const share = atLeast(read.value.share, facts.rule.majority);
			const outcome = await onceAsChange(c.var, facts.id, read.value, (by) =>
				store.resolve(db, place, facts.id, read.value, share, by),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different") {
				const vote = conflictingForm(typedOf(read.value));
				return different(c, faces, { ...facts, form: freshForm(), vote });
			}
			say(c, words[language].voted);
			return made(c, paths.minutes(place.id, facts.id));
		},
	)
	.post(
		paths.resolutionRemoval(":organisation", ":meeting", ":resolution"),
		may("run meetings"),
		describe({ summary: "Take back what was written down wrongly", takes: resolutionRemovalSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const { meeting: id, resolution } = c.req.param();
			const facts = await meetingFactsOf(c.var, id);
			const read = await bodyOf(c, resolutionRemovalSchema);
			if (!facts) return problem(c, 404, "not-found");
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, vote: freshVote(), mistakes: form.mistakes });
			}
			const body = { ...read.value, resolution };
			const one = facts.resolutions.find((known) => known.id === resolution);
			if (!one) {
				const before = await changedBefore(db, place, id, read.value.id);
				return before === (await fingerprint(body))
					? made(c, paths.minutes(place.id, id))
					: problem(c, 404, "not-found");
			}
			const outcome = await onceAsChange(c.var, id, body, (by) => store.takeBack(db, place, id, one, by));
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different")
				return different(c, faces, { ...facts, form: freshForm(), vote: freshVote() });
			say(c, words[language].tookBack);
			return made(c, paths.minutes(place.id, id));
		},
	)
	.get(
		paths.signing(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "Minutes before they are signed off", answers: minutesFacts }),
		async (c) => {
			const facts = await meetingFactsOf(c.var, c.req.param("meeting"));
			if (facts?.state !== "held") return problem(c, 404, "not-found");
			return face(c, signingFaces, { ...facts, form: freshForm(), vote: freshVote() });
		},
	)
	.post(
		paths.signing(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "Sign minutes off: nothing in them changes any more", takes: signingSchema }),
		async (c) => {
			const { place, language } = c.var;
			const id = c.req.param("meeting");
			const read = await bodyOf(c, signingSchema);
			const again = async (form: ReturnType<typeof freshForm>) => {
				const facts = await meetingFactsOf(c.var, id);
				return facts && { ...facts, form, vote: freshVote() };
			};
			if (!read.ok) {
				const form = mistakenForm(read);
				const facts = await again(form);
				if (!facts) return problem(c, 404, "not-found");
				return mistaken(c, signingFaces, { ...facts, mistakes: form.mistakes });
			}
			const outcome = await signMinutes(c.var, id, read.value.id);
			if (outcome === "not-held") return problem(c, 404, "not-found");
			if (outcome === "different" || outcome === "overtaken" || outcome === "votes-beyond-present") {
				const facts = await again(conflictingForm({}));
				if (!facts) return problem(c, 404, "not-found");
				return outcome === "different"
					? different(c, signingFaces, facts)
					: overtaken(c, signingFaces, facts);
			}
			say(c, words[language].signed);
			return made(c, paths.meeting(place.id, id));
		},
	)
	.get(
		paths.minutesPrint(":organisation", ":meeting"),
		may("see"),
		describe({ summary: "The minutes, to print", answers: meetingPaperFacts }),
		async (c) => {
			const facts = await meetingFactsOf(c.var, c.req.param("meeting"));
			const kept = facts?.state === "held" || facts?.state === "signed";
			if (!facts || !kept) return problem(c, 404, "not-found");
			return face(c, { schema: meetingPaperFacts, page: MinutesPaperPage }, facts);
		},
	)
	.post(
		paths.additions(":organisation", ":meeting"),
		may("run meetings"),
		describe({ summary: "Add to signed minutes", takes: additionSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const id = c.req.param("meeting");
			const facts = await meetingFactsOf(c.var, id);
			if (!facts) return problem(c, 404, "not-found");
			const read = await bodyOf(c, additionSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, showFaces, { ...facts, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, id, read.value, (by) =>
				store.add(db, place, id, read.value.text, by, today),
			);
			if (outcome === "late") return problem(c, 404, "not-found");
			if (outcome === "different")
				return different(c, showFaces, { ...facts, form: conflictingForm({ ...read.value }) });
			say(c, words[language].added);
			return made(c, paths.meeting(place.id, id));
		},
	);

/** What is wrong with a vote: more voices than people there, or an item that the agenda hasn't. */
function votesWrong(
	typed: { votes_for: number; votes_against: number; abstained: number; item: number | null },
	{ figures, agenda }: { figures: { present: number }; agenda: readonly unknown[] },
): Mistakes | null {
	const votes = {
		votesFor: typed.votes_for,
		votesAgainst: typed.votes_against,
		abstained: typed.abstained,
	};
	if (tooMany(votes, figures.present)) {
		const beyond = (["votes_for", "votes_against", "abstained"] as const).filter(
			(field) => typed[field] > figures.present,
		);
		const reason = `votes-beyond-present ${figures.present}`;
		return Object.fromEntries((beyond.length > 0 ? beyond : ["votes_for"]).map((field) => [field, reason]));
	}
	return typed.item !== null && typed.item > agenda.length ? { item: "not-a-choice" } : null;
}
