import { IntakeNewPage, intakeNewFacts } from "../../../web/intakes/new";
import { paths } from "../../../web/paths";
import { bodyOf } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face, made } from "../../http/face";
import { once } from "../../http/once";
import { problem, problemDetails } from "../../http/problem";
import { may } from "../../middleware/may";
import { fingerprint } from "../../values/id";
import { chunkBefore, idsOf } from "../members/store";
import { intakeOf, writtenToday } from "../store";
import { treeChunkSchema } from "./input";
import * as store from "./store";

const newFaces = { schema: intakeNewFacts, page: IntakeNewPage };

/** Bringing a tree of organisations in: what stands already, and founding what was decided. */
export const treeIntakes = room()
	.get(
		paths.treeIntakeNew(":organisation"),
		may("found organisations"),
		describe({ summary: "Choosing a list of organisations to bring in", answers: intakeNewFacts }),
		async (c) => {
			const { db, place } = c.var;
			const [kinds, under] = store.kindsOf(db);
			const [known, allowed, [day], below] = await db.batch([
				...[kinds, under, writtenToday(db), store.standingBelow(db, place)],
			] as const);
			return face(c, newFaces, {
				...{ what: "organisations", below: [], further: [], written: day?.written ?? 0 },
				standing: below,
				kinds: known.map((one) => ({
					...one,
					under: allowed.filter(({ kind }) => kind === one.id).map(({ above }) => above),
				})),
			});
		},
	)
	.post(
		paths.treeIntakeChunks(":organisation", ":intake"),
		may("found organisations"),
		describe({ summary: "Found some decided organisations of an intake", takes: treeChunkSchema }),
		async (c) => {
			const { db, place, today, reader } = c.var;
			const id = c.req.param("intake");
			const read = await bodyOf(c, treeChunkSchema);
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			const { number, lines } = read.value;
			const [known] = await intakeOf(db, place, id);
			if (known?.what !== "organisations" || number >= known.chunks) return problem(c, 404, "not-found");
			const madeFrom = await fingerprint(read.value);
			const chunk = { intake: id, number, madeFrom, by: reader.person, today };
			const { rows, foundings } = await store.foundingsFrom(db, place, lines, {
				idOf: await idsOf(place, id),
				chunk,
			});
			let written: string | undefined = madeFrom;
			const before = async () => {
				written = await chunkBefore(db, place, id, number);
				return written;
			};
			await once(
				async () => {
					const [first] = await store.writeTreeChunk(db, place, { ...chunk, rows }, foundings);
					if (first.meta.changes === 0) await before();
				},
				before,
				madeFrom,
			);
			if (written === undefined) return problemDetails(c, 409, { title: "ended" });
			return made(c, paths.intake(place.id, id));
		},
	);
