import { IntakeUndoPage, intakeUndoFacts } from "../../../web/intakes/undo";
import { words } from "../../../web/intakes/words";
import { paths } from "../../../web/paths";
import { bodyOf, type FormState, freshForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { face, made, mistaken } from "../../http/face";
import { problem, problemDetails } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { mayBringIn, told } from "../facts";
import { undoSchema } from "../input";
import { finish, type Intake, idsIn, intakeOf, placesTouched } from "../store";
import * as store from "./store";

const faces = { schema: intakeUndoFacts, page: IntakeUndoPage };

/** Taking an intake back, a request's lines at a time, as long as nothing builds on them. */
export const intakeUndos = room()
	.get(
		paths.intakeUndo(":organisation", ":intake"),
		may("register members"),
		describe({ summary: "What taking an intake back would do", answers: intakeUndoFacts }),
		async (c) => {
			const { db, place } = c.var;
			const id = c.req.param("intake");
			const [[known], standing] = await db.batch([
				intakeOf(db, place, id),
				store.chunksStanding(db, place, id),
			]);
			if (!known || !mayBringIn(place, known.what)) return problem(c, 404, "not-found");
			return face(c, faces, await shown(c.var, known, standing[0], freshForm()));
		},
	)
	.post(
		paths.intakeUndo(":organisation", ":intake"),
		may("register members"),
		describe({ summary: "Take the lines of one request back", takes: undoSchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const id = c.req.param("intake");
			const read = await bodyOf(c, undoSchema);
			const [[known], standing] = await db.batch([
				intakeOf(db, place, id),
				store.chunksStanding(db, place, id),
			]);
			if (!known || !mayBringIn(place, known.what)) return problem(c, 404, "not-found");
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			const here = paths.intake(place.id, id);
			const chunk = standing.find(({ number }) => number === read.value.number);
			if (chunk) {
				const taking = { ...chunk, intake: id, by: reader.person, today, reason: words[language].undoReason };
				const gone = await store.takeBack(db, place, known, taking);
				if (gone === "settled-today") {
					const mistakes = { number: gone };
					const form = { ...freshForm(), mistakes };
					return mistaken(c, faces, { ...(await shown(c.var, known, chunk, form)), mistakes });
				}
				say(c, words[language].wasUndone(gone));
			}
			if (standing.length > 1) return made(c, paths.intakeUndo(place.id, id));
			const [[left], touched] = await db.batch([intakeOf(db, place, id), placesTouched(db, place, id)]);
			if (left && left.back === left.done)
				await finish(db, place, left, { from: 0, touched: idsIn(touched), by: reader.person, today });
			return made(c, here);
		},
	);

type Chunk = Awaited<ReturnType<typeof store.chunksStanding>>[number];

/** What taking a request's lines back would do; nothing where none stands any more. */
async function shown(
	{ db, place }: { db: Database; place: Place },
	known: Intake,
	chunk: Chunk | undefined,
	form: FormState,
) {
	const intake = told(known);
	if (!chunk) return { intake, form, number: null, back: 0, stay: [] };
	return { intake, form, number: chunk.number, ...(await store.dividedIn(db, place, known, chunk.rows)) };
}
