import { RemindersPage, remindersFacts } from "../../web/dues/reminders";
import { RoundsPage, roundsFacts } from "../../web/dues/rounds";
import { words } from "../../web/dues/rounds-words";
import { paths } from "../../web/paths";
import { onceAsChange } from "../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { once } from "../http/once";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { fingerprint } from "../values/id";
import { yuanText } from "../values/money";
import { type Mistakes, typedOf } from "../values/typed";
import { arrearsHere } from "./arrears";
import { roundEndSchema, roundSchema } from "./input";
import * as store from "./rounds";

const roundsFaces = { schema: roundsFacts, page: RoundsPage };

/** Collection rounds, and the reminders that come only from those that are closed. */
export const rounds = room()
	.get(
		paths.rounds(":organisation"),
		may("see"),
		describe({ summary: "Collection rounds: cash expected and counted", answers: roundsFacts }),
		async (c) =>
			face(c, roundsFaces, { rounds: await store.roundsOf(c.var.db, c.var.place), form: freshForm() }),
	)
	.post(
		paths.rounds(":organisation"),
		may("collect dues"),
		describe({ summary: "Open a collection round", takes: roundSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const read = await bodyOf(c, roundSchema);
			const again = async (form: FormState) => ({ rounds: await store.roundsOf(db, place), form });
			const refused = async (mistakes: Mistakes) => {
				const form = mistakenForm({ ok: false, mistakes, typed: {} });
				return mistaken(c, roundsFaces, { ...(await again(form)), mistakes });
			};
			if (!read.ok) return refused(read.mistakes);
			const outcome = await onceAsChange(c.var, "round", read.value, (by) =>
				store.open(db, place, by, today),
			);
			if (outcome === "late") return refused({ form: "round-open" });
			if (outcome === "different") return different(c, roundsFaces, await again(conflictingForm({})));
			say(c, words[language].opened);
			return made(c, paths.dues(place.id));
		},
	)
	.post(
		paths.roundEnd(":organisation", ":round"),
		may("collect dues"),
		describe({ summary: "Close a round with the cash that was counted", takes: roundEndSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const list = await store.roundsOf(db, place);
			const one = list.find(({ id }) => id === c.req.param("round"));
			if (!one) return problem(c, 404, "not-found");
			const read = await bodyOf(c, roundEndSchema);
			const refused = (mistakes: Mistakes) => {
				const typed = read.ok
					? typedOf({ ...read.value, counted: yuanText(read.value.counted) })
					: read.typed;
				const form = mistakenForm({ ok: false, mistakes, typed });
				return mistaken(c, roundsFaces, { rounds: list, form, mistakes });
			};
			if (!read.ok) return refused(read.mistakes);
			const madeFrom = await fingerprint({ ...read.value, of: one.id });
			const by = { id: read.value.id, by: reader.person, madeFrom };
			const outcome = await once(
				() => store.close(db, place, one.id, read.value, by, today),
				() => store.closedBefore(db, place, one.id),
				madeFrom,
			);
			if (outcome === "different") {
				if ((await store.closedBefore(db, place, one.id)) === undefined)
					return refused({ explanation: `cash-differs ${one.cash} ${read.value.counted}` });
				return different(c, roundsFaces, {
					rounds: await store.roundsOf(db, place),
					form: conflictingForm({}),
				});
			}
			say(c, words[language].closed);
			return made(c, paths.rounds(place.id));
		},
	)
	.get(
		paths.reminders(":organisation"),
		may("collect dues"),
		describe({ summary: "Reminders from closed rounds: slips, a list, a text", answers: remindersFacts }),
		async (c) => {
			const { db, place } = c.var;
			const [[open], [closed]] = await db.batch([store.roundOpen(db, place), store.latestClosing(db, place)]);
			const ready = !open && closed !== undefined;
			const arrears = ready ? await arrearsHere(c.var) : { people: [], sum: 0 };
			return face(
				c,
				{ schema: remindersFacts, page: RemindersPage },
				{ openedOn: open?.openedOn ?? null, closedOn: closed?.day ?? null, today: c.var.today, ...arrears },
			);
		},
	);
