import { EntryPage, entryFacts } from "../../web/funds/entry";
import { fundsSheet } from "../../web/funds/files";
import { EntryFormPage, entryFormFacts } from "../../web/funds/form";
import { NoticePage, noticeFacts } from "../../web/funds/notice";
import { FundsPage, fundsFacts } from "../../web/funds/register";
import { words } from "../../web/funds/words";
import { paths } from "../../web/paths";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { file, formatOf, mostOf } from "../http/file";
import { once } from "../http/once";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { fingerprint } from "../values/id";
import { yuanText } from "../values/money";
import { typedOf } from "../values/typed";
import { entrySchema, reversalSchema } from "./input";
import { registerOf } from "./register";
import * as store from "./store";

const formFaces = { schema: entryFormFacts, page: EntryFormPage };
const entryFaces = { schema: entryFacts, page: EntryPage };

/** The register of what was collected and used: entries that never change, and are reversed with a reason. */
export const funds = room()
	.get(
		paths.funds(":organisation"),
		may("see"),
		describe({ summary: "What was collected and used in a year, and the balance", answers: fundsFacts }),
		async (c) => {
			const { year, receipts, vouchers, after } = c.req.query();
			const format = formatOf(c);
			// A part of a file goes on in both series: 120-35, and none where there is no more of one.
			const [, inFile, outFile] = /^(\d{1,9})-(\d{1,9})$/.exec(after ?? "") ?? [];
			const facts = await registerOf(c.var.db, c.var.place, c.var.today, {
				...{ year, most: mostOf(format, store.pageOfEntries) },
				receipts: format ? inFile : receipts,
				vouchers: format ? outFile : vouchers,
			});
			if (format) return file(c, format, fundsSheet(facts, c.var.language));
			return face(c, { schema: fundsFacts, page: FundsPage }, facts);
		},
	)
	.get(
		paths.entryNew(":organisation"),
		may("use funds"),
		describe({ summary: "The form to post money in or out", answers: entryFormFacts }),
		(c) => face(c, formFaces, { form: freshForm({ direction: "use", day: c.var.today, method: "cash" }) }),
	)
	.post(
		paths.funds(":organisation"),
		may("use funds"),
		describe({ summary: "Post money that came in or was used", takes: entrySchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const read = await bodyOf(c, entrySchema);
			const late = read.ok && read.value.day > today ? { day: "after-today" } : null;
			if (!read.ok || late) {
				const form = mistakenForm(
					read.ok ? { ok: false, mistakes: late ?? {}, typed: typedAmount(read.value) } : read,
				);
				return mistaken(c, formFaces, { form, mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				() => store.post(db, place, read.value, { by: reader.person, madeFrom }),
				() => store.postedBefore(db, place, read.value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, formFaces, { form: conflictingForm(typedAmount(read.value)) });
			say(c, words[language].posted);
			return made(c, paths.entry(place.id, read.value.id));
		},
	)
	.get(
		paths.notice(":organisation"),
		may("see"),
		describe({ summary: "The notice of a year's funds, for the wall", answers: noticeFacts }),
		async (c) => {
			const facts = await registerOf(c.var.db, c.var.place, c.var.today, {
				year: c.req.query("year"),
				most: store.fileOfEntries,
			});
			return face(c, { schema: noticeFacts, page: NoticePage }, facts);
		},
	)
	.get(
		paths.entry(":organisation", ":entry"),
		may("see"),
		describe({ summary: "One entry: a receipt or a voucher", answers: entryFacts }),
		async (c) => {
			const entry = await store.entryOf(c.var.db, c.var.place, c.req.param("entry"));
			return entry ? face(c, entryFaces, { entry, form: freshForm() }) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.reversal(":organisation", ":entry"),
		may("use funds"),
		describe({ summary: "Reverse an entry, with a reason", takes: reversalSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const entry = await store.entryOf(db, place, c.req.param("entry"));
			if (!entry || entry.kind === "reversal") return problem(c, 404, "not-found");
			const read = await bodyOf(c, reversalSchema);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, entryFaces, { entry, form, mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint({ ...read.value, of: entry.id });
			const outcome = await once(
				() => store.reverse(db, place, entry, { ...read.value, today, by: reader.person, madeFrom }),
				() => store.postedBefore(db, place, read.value.id),
				madeFrom,
			);
			if (outcome === "different") {
				// Somebody else reversed it meanwhile, under another id: one reversal stands, which is what both wanted.
				const taken = (await store.postedBefore(db, place, read.value.id)) !== undefined;
				const now = await store.entryOf(db, place, entry.id);
				if (taken || !now?.reversedBy)
					return different(c, entryFaces, {
						entry: now ?? entry,
						form: conflictingForm(typedOf(read.value)),
					});
			}
			if (outcome === "made") say(c, words[language].reversed);
			return made(c, paths.entry(place.id, entry.id));
		},
	);

/** Typed values as the form shows them: amounts in yuan. */
function typedAmount<Typed extends { amount: number }>(typed: Typed) {
	return typedOf({ ...typed, amount: yuanText(typed.amount) });
}
