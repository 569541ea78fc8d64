import { EntryPage, entryFacts } from "../../web/funds/entry";
import { fundsSheet } from "../../web/funds/files";
import { EntryFormPage, entryFormFacts } from "../../web/funds/form";
import { NoticePage, noticeFacts } from "../../web/funds/notice";
import { FundsPage, fundsFacts } from "../../web/funds/register";
import { words } from "../../web/funds/words";
import { paths } from "../../web/paths";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { type Bindings, type Place, room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { file, formatOf, mostOf } from "../http/file";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import type { Database } from "../tables/database";
import { type Day, yearOf } from "../values/day";
import { fingerprint } from "../values/id";
import { yuanText } from "../values/money";
import { checkedBy, type Mistakes, typedOf } from "../values/typed";
import { together } from "./accounts";
import { booksOf, refusalOf } from "./books";
import { entrySchema, reversalSchema } from "./input";
import { codeOf } from "./paper";
import { mostPhotographs } from "./photographs/store";
import { leftIn, purposesOf, purposeUnder } from "./purposes/store";
import { registerOf } from "./register";
import { entryMistakes, mistakeOf, mistakeToday, purposeMistake } from "./rules";
import * as store from "./store";
import { inTurn } from "./turn";

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
		async (c) => {
			const direction = c.req.query("direction") === "income" ? "income" : "use";
			const typed = { direction, day: c.var.today, method: "cash", activity: c.req.query("activity") ?? "" };
			return face(c, formFaces, { ...(await offered(c.var, c.var.today)), form: freshForm(typed) });
		},
	)
	.post(
		paths.funds(":organisation"),
		may("use funds"),
		describe({ summary: "Post money that came in or was used", takes: entrySchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const read = checkedBy(await bodyOf(c, entrySchema), (value) => entryMistakes(value, today));
			const again = async (form: FormState) => ({ ...(await offered(c.var, today)), form });
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { ...(await again(form)), mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const wanted = store.wantedBy(read.value, { by: reader.person, madeFrom });
			const outcome = await inTurn<Mistakes>(
				async () => {
					const [books, activities, [purpose]] = await db.batch([
						booksOf(db, place),
						store.activityUnder(db, place, wanted.activity ?? ""),
						purposeUnder(db, place, wanted.fund ?? ""),
					]);
					const unfit = purposeMistake(read.value, wanted.fund, purpose);
					if (unfit) return { fund: unfit };
					if (wanted.activity && activities.length === 0) return { activity: "not-a-choice" };
					if (wanted.kind === "opening" && together(books).opening) return { what: "opening-once" };
					const refusal = refusalOf(books, [wanted]);
					if (refusal) return mistakeOf(refusal);
					await store.post(db, place, books, wanted);
					return null;
				},
				() => store.postedBefore(db, place, read.value.id),
				madeFrom,
			);
			if (typeof outcome === "object") {
				const mistakes = outcome.refused;
				const form = mistakenForm({ ok: false, mistakes, typed: typedAmount(read.value) });
				return mistaken(c, formFaces, { ...(await again(form)), mistakes });
			}
			if (outcome === "different")
				return different(c, formFaces, await again(conflictingForm(typedAmount(read.value))));
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
			if (!entry) return problem(c, 404, "not-found");
			return face(c, entryFaces, { ...onPage(c, entry), form: freshForm() });
		},
	)
	.post(
		paths.reversal(":organisation", ":entry"),
		may("use funds"),
		describe({ summary: "Reverse an entry, with a reason", takes: reversalSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const of = c.req.param("entry");
			const read = await bodyOf(c, reversalSchema);
			const again = async (form: FormState) => {
				const found = await store.entryOf(db, place, of);
				if (!found || found.kind === "reversal") return problem(c, 404, "not-found");
				const page = onPage(c, found);
				return form.conflict
					? different(c, entryFaces, { ...page, form })
					: mistaken(c, entryFaces, { ...page, form, mistakes: form.mistakes });
			};
			if (!read.ok) return again(mistakenForm(read));
			const madeFrom = await fingerprint({ ...read.value, of });
			const outcome = await inTurn<Mistakes | "stands" | "unknown">(
				async () => {
					const [books, [whole], others] = await db.batch([
						booksOf(db, place),
						store.wholeEntry(db, place, of),
						store.reversalUnder(db, place, of),
					]);
					if (!whole || whole.kind === "reversal") return "unknown";
					// Somebody else reversed it meanwhile, under another id: one reversal stands, which is what both wanted.
					if (others.some(({ id }) => id !== read.value.id)) return "stands";
					if (whole.kind === "share") return { reason: "share-stands" };
					const how = { ...read.value, today, by: reader.person, madeFrom };
					const wanted = store.reversalOf(whole, how);
					const refusal = refusalOf(books, [wanted]);
					if (refusal) return mistakeToday(refusal);
					await store.reverse(db, place, books, wanted);
					return null;
				},
				() => store.postedBefore(db, place, read.value.id),
				madeFrom,
			);
			if (typeof outcome === "object" && outcome.refused !== "stands") {
				if (outcome.refused === "unknown") return problem(c, 404, "not-found");
				const mistakes = { reason: Object.values(outcome.refused)[0] ?? "" };
				return again(mistakenForm({ ok: false, mistakes, typed: typedOf(read.value) }));
			}
			if (outcome === "different") return again(conflictingForm(typedOf(read.value)));
			if (outcome === "made") say(c, words[language].reversed);
			return made(c, paths.entry(place.id, of));
		},
	);

/** What a form offers: the activities of the year that money may have been used for, and the purposes it may be for. */
async function offered({ db, place }: { db: Database; place: Place }, today: Day) {
	const [activities, books, purposes] = await db.batch([
		store.activitiesOf(db, place, yearOf(today)),
		booksOf(db, place),
		purposesOf(db, place),
	]);
	return { activities, purposes: leftIn(books, purposes).left };
}

/** An entry as its page shows it: with its code, and an expense with its photographs where there is a bucket for them. */
function onPage(
	c: { env: Bindings; req: { url: string }; var: { place: Place } },
	entry: NonNullable<Awaited<ReturnType<typeof store.entryOf>>>,
) {
	const { photographs } = entry;
	const room = mostPhotographs - photographs.length;
	return {
		entry: { ...entry, ...codeOf(c.req.url, c.var.place, entry) },
		pictures: c.env.PHOTOGRAPHS && entry.kind === "use" ? { photographs, room } : null,
	};
}

/** Typed values as the form shows them: amounts in yuan. */
function typedAmount<Typed extends { amount: number }>(typed: Typed) {
	return typedOf({ ...typed, amount: yuanText(typed.amount) });
}
