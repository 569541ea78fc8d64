import { intakeLinesSheet, intakeSheet } from "../../web/intakes/files";
import { IntakeListPage, intakeListFacts } from "../../web/intakes/list";
import { IntakePage, intakeFacts } from "../../web/intakes/show";
import { words } from "../../web/intakes/words";
import { paths } from "../../web/paths";
import { bodyOf } from "../http/body";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { face, made } from "../http/face";
import { file, formatOf, mostOf } from "../http/file";
import { once } from "../http/once";
import { problem, problemDetails } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import { intakeOutcomes } from "../tables/intakes";
import { fingerprint } from "../values/id";
import { countsOf, mayBringIn, placeAfter, shownRows, told } from "./facts";
import { finishSchema, intakeSchema } from "./input";
import * as store from "./store";

const listFaces = { schema: intakeListFacts, page: IntakeListPage };
const faces = { schema: intakeFacts, page: IntakePage };

/** Registers that were brought in: beginning one, its page, its end. What it brings in has rooms of its own beside this. */
export const intakes = room()
	.get(
		paths.intakes(":organisation"),
		may("register members"),
		describe({ summary: "The registers that were brought in", answers: intakeListFacts }),
		async (c) => {
			const known = await store.intakesOf(c.var.db, c.var.place);
			const facts = { intakes: known.map(told) };
			const format = formatOf(c);
			return format ? file(c, format, intakeSheet(facts, c.var.language)) : face(c, listFaces, facts);
		},
	)
	.post(
		paths.intakes(":organisation"),
		may("register members"),
		describe({ summary: "Begin an intake, or go on with the one of the same file", takes: intakeSchema }),
		async (c) => {
			const { db, place, today, reader } = c.var;
			const read = await bodyOf(c, intakeSchema);
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			const begun = read.value;
			if (!mayBringIn(place, begun.what)) return problem(c, 404, "not-found");
			const madeFrom = await fingerprint(begun);
			const outcome = await once(
				() => store.beginIntake(db, place, begun, { madeFrom, by: reader.person }, today),
				() => store.begunBefore(db, place, begun.id),
				madeFrom,
			);
			if (outcome === "different") return problemDetails(c, 409, { title: "different" });
			const running = await store.underWay(db, place, begun.digest);
			return made(c, paths.intake(place.id, outcome === "again" ? begun.id : (running ?? begun.id)));
		},
	)
	.get(
		paths.intake(":organisation", ":intake"),
		may("register members"),
		describe({ summary: "An intake: its file, and what became of each line", answers: intakeFacts }),
		async (c) => {
			const { db, place } = c.var;
			const id = c.req.param("intake");
			const { after, show } = c.req.query();
			const outcome = intakeOutcomes.find((one) => one === show) ?? null;
			const from = placeAfter(after);
			const format = formatOf(c);
			const most = mostOf(format, store.pageOfRows);
			const [[known], numbers, counts, rows] = await db.batch([
				store.intakeOf(db, place, id),
				store.chunksDone(db, place, id),
				store.outcomesOf(db, place, id),
				store.rowsOf(db, place, id, { from, outcome, most }),
			]);
			if (!known) return problem(c, 404, "not-found");
			const shown = shownRows(rows.results, known.what, most);
			if (format) return file(c, format, intakeLinesSheet(told(known), shown, c.var.language));
			return face(c, faces, {
				intake: told(known),
				...{ digest: known.digest, columns: known.columns, show: outcome, first: from.number < 0 },
				chunks: numbers.map(({ number }) => number),
				counts: countsOf(counts.results, intakeOutcomes),
				...shown,
			});
		},
	)
	.post(
		paths.intakeFinish(":organisation", ":intake"),
		may("register members"),
		describe({
			summary: "Recount what an intake touched; with the last of it, it has ended",
			takes: finishSchema,
		}),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const read = await bodyOf(c, finishSchema);
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			const id = c.req.param("intake");
			const [[known], touched] = await db.batch([
				store.intakeOf(db, place, id),
				store.placesTouched(db, place, id),
			]);
			if (!known || !mayBringIn(place, known.what)) return problem(c, 404, "not-found");
			if (known.done < known.chunks && known.back < known.done)
				return problemDetails(c, 409, { title: "not-all-there" });
			const next = await store.finish(db, place, known, {
				...{ from: read.value.from, touched: store.idsIn(touched), by: reader.person, today },
			});
			if (next === null)
				say(c, known.what === "money" ? words[language].moneyFinished : words[language].wasFinished);
			const here = paths.intake(place.id, known.id);
			return made(c, next === null ? here : `${here}?from=${next}`);
		},
	);
