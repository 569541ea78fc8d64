import type * as v from "valibot";
import { CollectionPage, collectionFacts } from "../../web/dues/collection";
import { collectionSheet, gridSheet } from "../../web/dues/files";
import { GridPage, gridFacts } from "../../web/dues/grid";
import { RatesPage, ratesFacts } from "../../web/dues/rates";
import { ReceiptsPage, receiptsFacts } from "../../web/dues/receipts";
import { words } from "../../web/dues/words";
import { paths } from "../../web/paths";
import { onceAsChange } from "../changes/once";
import { booksOf, isSettled } from "../funds/books";
import { codeOf } from "../funds/paper";
import { yearsOf } from "../funds/store";
import { inTurn } from "../funds/turn";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { file, formatOf } from "../http/file";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { afterToday, type Day, yearOf } from "../values/day";
import { fingerprint } from "../values/id";
import { yuanText } from "../values/money";
import { type Mistakes, typedOf } from "../values/typed";
import { gridOf } from "./grid";
import { collectionSchema, type NewCollection, rateSchema } from "./input";
import { owedOf, type Tick, ticksOf } from "./rules";
import * as store from "./store";

const gridFaces = { schema: gridFacts, page: GridPage };
const ratesFaces = { schema: ratesFacts, page: RatesPage };

/** Dues: the account book of a village on one page, one save. */
export const dues = room()
	.get(
		paths.dues(":organisation"),
		may("see"),
		describe({ summary: "Who paid and who owes, year by year", answers: gridFacts }),
		async (c) => {
			const { year, show } = c.req.query();
			const format = formatOf(c);
			const grid = await gridOf(c.var.db, c.var.place, c.var.today, { year, owing: show === "owing" });
			if (format) return file(c, format, gridSheet(grid, c.var.language));
			return face(c, gridFaces, { ...grid, form: freshForm({ day: c.var.today, method: "cash" }) });
		},
	)
	.post(
		paths.dues(":organisation"),
		may("collect dues"),
		describe({ summary: "Collect the ticked dues, a receipt a member", takes: collectionSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const read = await bodyOf(c, collectionSchema);
			const ticks = read.ok ? ticksOf(read.value.tick, yearOf(today)) : [];
			const wrong = read.ok ? mistakesOf(read.value, ticks, today) : null;
			if (!read.ok || wrong) {
				const grid = await gridOf(db, place, today, { year: c.req.query("year"), owing: false });
				const form = mistakenForm(
					read.ok ? { ok: false, mistakes: wrong ?? {}, typed: typedCollection(read.value) } : read,
				);
				return mistaken(c, gridFaces, { ...grid, form, mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint({ ...read.value, tick: [...read.value.tick].sort() });
			const by = { by: reader.person, madeFrom };
			let owed: ReturnType<typeof owedOf> = [];
			const outcome = await inTurn<Mistakes>(
				async (): Promise<Mistakes | null> => {
					const [rates, payers, books] = await db.batch([
						store.ratesOf(db, place),
						store.payersTicked(db, place, ticks.map(({ person }) => person).concat(read.value.payer)),
						booksOf(db, place),
					]);
					if (isSettled(books, read.value.day)) return { day: "settled" };
					const payer = read.value.payer;
					if (payer && !payers.some(({ person }) => person === payer)) return { payer: "not-a-choice" };
					owed = owedOf(ticks, payers, rates, today);
					const receipts = payer
						? store.receiptFrom(read.value, payer, owed, by)
						: store.receiptsFor(read.value, owed, by);
					await store.collect(db, place, books, read.value, receipts, by, today);
					return null;
				},
				() => store.collectedBefore(db, place, read.value.id),
				madeFrom,
			);
			if (typeof outcome === "object") {
				const grid = await gridOf(db, place, today, { year: c.req.query("year"), owing: false });
				const mistakes = outcome.refused;
				const form = mistakenForm({ ok: false, mistakes, typed: typedCollection(read.value) });
				return mistaken(c, gridFaces, { ...grid, form, mistakes: form.mistakes });
			}
			if (outcome === "different") {
				const grid = await gridOf(db, place, today, { year: c.req.query("year"), owing: false });
				return different(c, gridFaces, { ...grid, form: conflictingForm(typedCollection(read.value)) });
			}
			if (outcome === "made" && owed.length < ticks.length)
				say(c, words[language].skipped(ticks.length - owed.length));
			return made(c, paths.collection(place.id, read.value.id));
		},
	)
	.get(
		paths.collection(":organisation", ":collection"),
		may("see"),
		describe({ summary: "One save of the grid, with its receipts", answers: collectionFacts }),
		async (c) => {
			const collection = await store.collectionOf(c.var.db, c.var.place, c.req.param("collection"));
			if (!collection) return problem(c, 404, "not-found");
			const format = formatOf(c);
			if (format) return file(c, format, collectionSheet(collection, c.var.language));
			return face(c, { schema: collectionFacts, page: CollectionPage }, collection);
		},
	)
	.get(
		paths.receipts(":organisation", ":collection"),
		may("see"),
		describe({ summary: "All receipts of one save, to print", answers: receiptsFacts }),
		async (c) => {
			const collection = c.req.param("collection");
			const rows = await store.receiptsOf(c.var.db, c.var.place, collection);
			if (rows.length === 0) return problem(c, 404, "not-found");
			return face(
				c,
				{ schema: receiptsFacts, page: ReceiptsPage },
				{
					collection,
					receipts: rows.map((row) => ({ ...paperOf(row), ...codeOf(c.req.url, c.var.place, row) })),
				},
			);
		},
	)
	.get(
		paths.rates(":organisation"),
		may("see"),
		describe({ summary: "The yearly rates, each from a day on", answers: ratesFacts }),
		async (c) =>
			face(c, ratesFaces, {
				rates: await store.ratesOf(c.var.db, c.var.place),
				form: freshForm({ from_day: `${c.var.today.slice(0, 4)}-01-01` }),
			}),
	)
	.post(
		paths.rates(":organisation"),
		may("collect dues"),
		describe({ summary: "Set the rate from a day on", takes: rateSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const read = await bodyOf(c, rateSchema);
			const rates = await store.ratesOf(db, place);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, ratesFaces, { rates, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, "rate", read.value, (by) =>
				store.setRate(db, place, read.value, by, today),
			);
			if (outcome === "different")
				return different(c, ratesFaces, {
					rates,
					form: conflictingForm(typedOf({ ...read.value, amount: yuanText(read.value.amount) })),
				});
			say(c, words[language].rateSet);
			return made(c, paths.dues(place.id));
		},
	);

/** What is wrong with a collection beyond its fields: a day to come, not one box that could be ticked, a sum nobody brought. */
function mistakesOf(
	{ day, payer, received }: NewCollection,
	ticks: readonly Tick[],
	today: Day,
): Mistakes | null {
	const late = afterToday(day, today);
	if (late) return { day: late };
	if (received !== null && !payer) return { payer: "required" };
	if (received === 0) return { received: "nothing" };
	return ticks.length === 0 ? { tick: "not-a-choice" } : null;
}

/** A collection as its form shows it again. */
const typedCollection = (typed: NewCollection) =>
	typedOf({ ...typed, received: typed.received === null ? "" : yuanText(typed.received) });

type Paper = Omit<v.InferInput<typeof receiptsFacts>["receipts"][number], "mark" | "check">;

/** A receipt's row as its paper shows it. */
function paperOf({
	reversalId,
	reversalDay,
	reversalPurpose,
	years,
	...row
}: Awaited<ReturnType<typeof store.receiptsOf>>[number]): Paper {
	const reversedBy =
		reversalId && reversalDay ? { id: reversalId, day: reversalDay, purpose: reversalPurpose } : null;
	return { ...row, years: yearsOf(years), reversedBy };
}
