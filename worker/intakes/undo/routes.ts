import { IntakeUndoPage, intakeUndoFacts } from "../../../web/intakes/undo";
import { words } from "../../../web/intakes/words";
import { paths } from "../../../web/paths";
import { bodyOf } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face, made } from "../../http/face";
import { problem, problemDetails } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { mayBringIn, told } from "../facts";
import { undoSchema } from "../input";
import { finish, idsIn, intakeOf, placesTouched } from "../store";
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
			const chunk = standing[0];
			if (!chunk) return face(c, faces, { intake: told(known), number: null, back: 0, stay: [] });
			const { back, stay } = await store.dividedIn(db, place, known, chunk.rows);
			return face(c, faces, { intake: told(known), number: chunk.number, back, stay });
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
				say(c, words[language].wasUndone(gone));
			}
			if (standing.length > 1) return made(c, paths.intakeUndo(place.id, id));
			const [[left], touched] = await db.batch([intakeOf(db, place, id), placesTouched(db, place, id)]);
			if (left && left.back === left.done)
				await finish(db, place, left, { from: 0, touched: idsIn(touched), by: reader.person, today });
			return made(c, here);
		},
	);
