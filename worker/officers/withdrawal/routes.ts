import { words } from "../../../web/officers/past-words";
import { TermWithdrawalPage, termWithdrawalFacts } from "../../../web/officers/withdrawal";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, type Reader, room } from "../../http/door";
import { different, face, made, mistaken, overtaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { leadsOthers } from "../../organisations/store";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { checkedBy, typedOf } from "../../values/typed";
import { termsOf } from "../seats/store";
import { electedBefore } from "../terms/store";
import { termWithdrawalSchema } from "./input";
import { againstTakingBack, locksOut, nothingBuilt, seatBySeat } from "./rules";
import * as store from "./store";

const faces = { schema: termWithdrawalFacts, page: TermWithdrawalPage };

type Inside = { db: Database; place: Place; reader: Reader; today: Day };

/** A term, what taking its election back would bring about, and what stands against that; nothing for a forged id. */
async function wouldTakeBack({ db, place, reader, today }: Inside, id: string) {
	const [[term], elected, returning, [built = nothingBuilt], below] = await db.batch([
		termsOf(db, place, id),
		...store.wouldBring(db, place, id),
		leadsOthers(db, place),
	]);
	if (!term) return null;
	const reach = { holds: place.holds, leads: below.length > 0, today };
	return {
		term,
		against: againstTakingBack(built, returning, elected, reach),
		asks: locksOut(place.holds, reader.person, returning, elected, today),
		facts: {
			term: { id: term.id, number: term.number, fromDay: term.fromDay },
			seats: seatBySeat(elected, returning),
		},
	};
}

/** Taking a general election back that was recorded by mistake: what would return, what stands against it, and why. */
export const termWithdrawals = room()
	.get(
		paths.termWithdrawal(":organisation", ":term"),
		may("let officers in"),
		describe({ summary: "What taking an election back would bring about", answers: termWithdrawalFacts }),
		async (c) => {
			const found = await wouldTakeBack(c.var, c.req.param("term"));
			if (!found) return problem(c, 404, "not-found");
			const { facts, against, asks } = found;
			return face(c, faces, { ...facts, against, asks, form: freshForm() });
		},
	)
	.post(
		paths.termWithdrawal(":organisation", ":term"),
		may("let officers in"),
		describe({ summary: "Take an election back, all or nothing", takes: termWithdrawalSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const id = c.req.param("term");
			const [found, body] = await Promise.all([wouldTakeBack(c.var, id), bodyOf(c, termWithdrawalSchema)]);
			// A copy of the form that took it back finds no term any more, and its own change.
			if (!found && (await electedBefore(db, place, id)) === undefined) return problem(c, 404, "not-found");
			const { against, asks, facts } = found ?? { against: [], asks: false, facts: gone(id) };
			const read = checkedBy(body, ({ handing_over }) => ({
				reason: against.length > 0 ? "stands-on-it" : null,
				handing_over: asks && !handing_over ? "shuts-you-out" : null,
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, against, asks, form, mistakes: form.mistakes });
			}
			const { value } = read;
			const outcome = await onceAsChange(c.var, "council", value, (by) =>
				found
					? store.takeElectionBack(db, place, found.term, { reason: value.reason, by, today })
					: Promise.resolve([{ meta: { changes: 0 } }]),
			);
			const form = { ...freshForm(typedOf(value)), mistakes: {} };
			if (outcome === "different")
				return different(c, faces, { ...facts, against, asks, form: conflictingForm(typedOf(value)) });
			if (outcome === "late") {
				if (!found) return problem(c, 404, "not-found");
				return overtaken(c, faces, {
					...facts,
					against,
					asks,
					form: { ...form, mistakes: { reason: "overtaken" } },
				});
			}
			say(c, words[language].takenBack);
			return made(c, paths.terms(place.id));
		},
	);

const gone = (id: string) => ({ term: { id, number: null, fromDay: "" }, seats: [] });
