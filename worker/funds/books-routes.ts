import { FundBookPage, fundBookFacts } from "../../web/funds/book";
import { BooksPage, booksFacts } from "../../web/funds/books";
import { CheckPage, checkFacts } from "../../web/funds/check";
import { cashBookSheet } from "../../web/funds/files";
import { SettlementsPage, settlementsFacts } from "../../web/funds/settlements";
import { words } from "../../web/funds/words";
import { paths } from "../../web/paths";
import { onceAsChange } from "../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { type Place, room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { file, formatOf } from "../http/file";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import type { Database } from "../tables/database";
import { type Day, yearOf } from "../values/day";
import { type Mistakes, typedOf } from "../values/typed";
import { bookOfYear } from "./book";
import { booksOf } from "./books";
import { shortHead } from "./chain";
import { checkedPaper } from "./check";
import { settlementSchema } from "./input";
import { openPeriods, settle, settlementsOf } from "./settlements";
import { behindOf, looked, lookOf } from "./verify";

const settlementFaces = { schema: settlementsFacts, page: SettlementsPage };

/** The books as a whole: whether they are as they were posted, and the months and years that are settled. */
export const books = room()
	.get(
		paths.books(":organisation"),
		may("see"),
		describe({ summary: "Whether a year's books are as they were posted", answers: booksFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const { year: asked, from } = c.req.query();
			const thisYear = yearOf(today);
			const year = /^20\d\d$/.test(asked ?? "") ? Math.min(Number(asked), thisYear) : thisYear;
			const behind = behindOf(from);
			const [all, ins, outs, lastIn, lastOut] = await db.batch([
				booksOf(db, place),
				...lookOf(db, place, year, behind),
			]);
			const book = all.find((one) => one.year === year);
			const empty = { entries: 0, head: "", balances: {} };
			const waits = book !== undefined && book.entries > 0 && book.head === "";
			const found = await looked(book ?? empty, behind, waits ? [] : ins, waits ? [] : outs, [
				lastIn,
				lastOut,
			]);
			return face(
				c,
				{ schema: booksFacts, page: BooksPage },
				{
					...{ year, thisYear, waits, entries: book?.entries ?? 0, from: behind.in + behind.out },
					...(waits ? { checked: 0, next: null, broken: null } : found),
					head: book?.head ? shortHead(book.head) : null,
				},
			);
		},
	)
	.get(
		paths.fundBook(":organisation"),
		may("see"),
		describe({
			summary: "The register of a year as a book: statement, and every entry with the balance",
			answers: fundBookFacts,
		}),
		async (c) => {
			const facts = await bookOfYear(c.var.db, c.var.place, c.var.today, c.req.query("year"));
			const format = formatOf(c);
			if (format) return file(c, format, cashBookSheet(facts, c.var.language));
			return face(c, { schema: fundBookFacts, page: FundBookPage }, facts);
		},
	)
	.get(
		paths.settlements(":organisation"),
		may("see"),
		describe({ summary: "Months and years that are settled", answers: settlementsFacts }),
		async (c) => face(c, settlementFaces, { ...(await settled(c.var)), form: freshForm() }),
	)
	.post(
		paths.settlements(":organisation"),
		may("use funds"),
		describe({
			summary: "Settle a month or a year: nothing is posted into it any more",
			takes: settlementSchema,
		}),
		async (c) => {
			const { db, place, today, language } = c.var;
			const read = await bodyOf(c, settlementSchema);
			const again = async (form: FormState) => ({ ...(await settled(c.var)), form });
			const refused = async (mistakes: Mistakes) => {
				const typed = read.ok ? typedOf(read.value) : read.typed;
				return mistaken(c, settlementFaces, {
					...(await again(mistakenForm({ ok: false, mistakes, typed }))),
					mistakes,
				});
			};
			if (!read.ok) return refused(read.mistakes);
			const { period } = read.value;
			const over = period.length === 4 ? `${period}-12-31` : `${period}-31`;
			if (over > today) return refused({ period: "not-over" });
			const outcome = await onceAsChange(c.var, "settlement", read.value, (by) =>
				settle(db, place, period, by, today),
			);
			if (outcome === "late") return refused({ period: "settled-already" });
			if (outcome === "different")
				return different(c, settlementFaces, await again(conflictingForm(typedOf(read.value))));
			say(c, words[language].settled);
			return made(c, paths.settlements(place.id));
		},
	);

async function settled({ db, place, today }: { db: Database; place: Place; today: Day }) {
	const [all, settlements] = await db.batch([booksOf(db, place), settlementsOf(db, place)]);
	return {
		open: openPeriods(all, today),
		settlements: settlements.map(({ head, balances, ...one }) => ({
			...one,
			head: head && shortHead(head),
			balance: (balances.cash ?? 0) + (balances.bank ?? 0),
		})),
	};
}

/** What the code on a receipt or voucher leads to. Nobody signs in here, and no search engine is to keep it. */
export const papers = room().get(
	paths.entryCheck(":organisation", ":entry", ":mark"),
	describe({ summary: "Whether a receipt or voucher is in the books", answers: checkFacts, open: true }),
	async (c) => {
		c.header("X-Robots-Tag", "noindex, nofollow");
		const { organisation, entry, mark } = c.req.param();
		const id = /^[0-9a-z]{1,16}$/;
		if (!id.test(organisation) || !id.test(entry)) return problem(c, 404, "not-found");
		const paper = await checkedPaper(c.var.db, organisation, entry, mark);
		return face(c, { schema: checkFacts, page: CheckPage }, { paper }, paper ? 200 : 404);
	},
);
