import * as v from "valibot";
import { IntakeNewPage, intakeNewFacts } from "../../../web/intakes/new";
import { paths } from "../../../web/paths";
import { payersTicked, ratesOf } from "../../dues/store";
import { accounts } from "../../funds/accounts";
import { booksOf, settledOf } from "../../funds/books";
import { inTurn } from "../../funds/turn";
import { bodyOf } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face, made } from "../../http/face";
import { problem, problemDetails } from "../../http/problem";
import { may } from "../../middleware/may";
import { yearOf } from "../../values/day";
import { fingerprint } from "../../values/id";
import { chunkBefore, idsOf } from "../members/store";
import { intakeOf, writtenToday } from "../store";
import { moneyWritingOf } from "./deciding";
import { type Looked, moneyChunkSchema, moneyLookSchema } from "./input";
import { moneyOutcomes, moneyProposals, moneyQuestions } from "./rules";
import * as store from "./store";

const newFaces = { schema: intakeNewFacts, page: IntakeNewPage };

export const moneyLookFacts = v.object({
	members: v.array(
		v.object({
			...{ id: v.string(), name: v.string(), born: v.nullable(v.number()), group: v.nullable(v.string()) },
			/** Amounts in fen. */
			owes: v.array(v.object({ year: v.number(), rest: v.number() })),
			paid: v.array(v.number()),
		}),
	),
	entries: v.array(
		v.object({
			...{ id: v.string(), series: v.picklist(["in", "out"]), number: v.number(), day: v.string() },
			...{ amount: v.number(), name: v.nullable(v.string()) },
		}),
	),
	/** The months and years that take nothing more. */
	settled: v.array(v.string()),
	proposals: v.array(
		v.object({
			line: v.number(),
			outcome: v.picklist(moneyOutcomes),
			question: v.nullable(v.picklist(moneyQuestions)),
			...{ member: v.nullable(v.string()), years: v.array(v.number()) },
			...{ account: v.nullable(v.picklist(accounts)), entry: v.nullable(v.string()) },
		}),
	),
});

/** Bringing money in: last year's register, a bank's or wallet's statement; a look beside the books, and posting what was decided. */
export const moneyIntakes = room()
	.get(
		paths.moneyIntakeNew(":organisation"),
		may("use funds"),
		describe({ summary: "Choosing a register of money or a statement to bring in", answers: intakeNewFacts }),
		async (c) => {
			const [day] = await writtenToday(c.var.db);
			return face(c, newFaces, {
				...{ what: "money", below: [], further: [], kinds: [], standing: [] },
				written: day?.written ?? 0,
			});
		},
	)
	.post(
		paths.moneyLook(":organisation"),
		may("use funds"),
		describe({ summary: "Look at sums beside the books; nothing is written", takes: moneyLookSchema }),
		async (c) => {
			const { db, place, today } = c.var;
			const read = await bodyOf(c, moneyLookSchema);
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			const lines = read.value.lines.map(lineOf);
			const years = [...new Set(lines.flatMap(({ day }) => (day ? [yearOf(day)] : [])))];
			const amounts = [...new Set(lines.flatMap(({ amount }) => amount ?? []))];
			const [found, rates, books, entries] = await db.batch([
				store.membersHere(db, place),
				ratesOf(db, place),
				booksOf(db, place),
				store.entriesLike(db, place, years.slice(0, 20), amounts),
			]);
			const around = {
				members: store.knownMembers(found, rates, today),
				entries,
				settled: settledOf(books),
			};
			return c.json(v.parse(moneyLookFacts, { ...around, proposals: moneyProposals(lines, around) }));
		},
	)
	.post(
		paths.moneyIntakeChunks(":organisation", ":intake"),
		may("use funds"),
		describe({ summary: "Post some decided lines of an intake", takes: moneyChunkSchema }),
		async (c) => {
			const { db, place, today, reader } = c.var;
			const intake = c.req.param("intake");
			const read = await bodyOf(c, moneyChunkSchema);
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			const { number, lines } = read.value;
			const idOf = await idsOf(place, intake);
			const madeFrom = await fingerprint(read.value);
			const members = lines.flatMap((line) => ("member" in line && line.member ? [line.member] : []));
			const about = lines.flatMap((line) => ("entry" in line && line.entry ? [line.entry] : []));
			const outcome = await inTurn<"unknown" | "ended">(
				async () => {
					const [[known], rates, payers, books, entries] = await db.batch([
						intakeOf(db, place, intake),
						ratesOf(db, place),
						payersTicked(db, place, members),
						booksOf(db, place),
						store.entriesAmong(db, place, [...about, ...lines.map(({ line }) => idOf(line))]),
					]);
					if (known?.what !== "money" || number >= known.chunks) return "unknown";
					if (known.finished || known.undone) return "ended";
					const there = new Set(entries.map(({ id }) => id));
					const around = { books, rates, payers, entries: there, today, idOf, intake, by: reader.person };
					const { rows, wanted } = moneyWritingOf(lines, around);
					const chunk = { intake, number, rows, madeFrom, by: reader.person, today };
					await store.writeMoneyChunk(db, place, books, chunk, wanted);
					return null;
				},
				() => chunkBefore(db, place, intake, number),
				madeFrom,
			);
			if (typeof outcome === "object") {
				if (outcome.refused === "unknown") return problem(c, 404, "not-found");
				// A copy that comes after the end finds its lines posted.
				if ((await chunkBefore(db, place, intake, number)) === undefined)
					return problemDetails(c, 409, { title: "ended" });
			}
			// Of two windows the first speaks for a request's lines; either way they are posted, and once.
			return made(c, paths.intake(place.id, intake));
		},
	);

/** A line as rules read it: less than nothing where money went out. */
const lineOf = ({ went, amount, ...line }: Looked) => ({
	...line,
	handler: null,
	amount: amount !== null && went ? -amount : amount,
});
