import * as v from "valibot";
import { IntakeNewPage, intakeNewFacts } from "../../../web/intakes/new";
import { paths } from "../../../web/paths";
import { bodyOf } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face, made } from "../../http/face";
import { once } from "../../http/once";
import { problem, problemDetails } from "../../http/problem";
import { may } from "../../middleware/may";
import { mayBelow } from "../../roles/may";
import { memberKinds, sexes } from "../../tables/ground";
import { fingerprint } from "../../values/id";
import { furtherFields, placesBelow, writtenToday } from "../store";
import { writingOf } from "./deciding";
import { groupsFor } from "./groups";
import { chunkSchema, previewSchema } from "./input";
import { changedFields, proposalsFor } from "./rules";
import * as store from "./store";

const newFaces = { schema: intakeNewFacts, page: IntakeNewPage };

const knownFacts = v.object({
	...{ id: v.string(), place: v.string(), name: v.string() },
	sex: v.nullable(v.picklist(sexes)),
	birth_year: v.nullable(v.number()),
	...{ telephone: v.nullable(v.string()), address: v.nullable(v.string()), note: v.nullable(v.string()) },
	kind: v.picklist(memberKinds),
	group: v.nullable(v.string()),
	further: v.record(v.string(), v.union([v.string(), v.number()])),
	...{ joined_on: v.string(), left_on: v.nullable(v.string()), returned: v.boolean() },
});
const value = v.nullable(v.union([v.string(), v.number()]));
export const previewFacts = v.object({
	/** The known members whose names are read as a line's is. */
	known: v.array(v.object({ line: v.number(), members: v.array(knownFacts) })),
	/** The groups that stand where lines go: whatever else a line names is made. */
	groups: v.array(v.object({ place: v.string(), name: v.string() })),
	proposals: v.array(
		v.object({
			line: v.number(),
			outcome: v.picklist(["new", "same", "later"]),
			question: v.nullable(v.string()),
			known: v.nullable(v.string()),
			twin: v.nullable(v.number()),
			because: v.array(v.string()),
			differences: v.array(
				v.object({
					field: v.union([v.picklist(changedFields), v.string()]),
					from: value,
					to: value,
					fills: v.boolean(),
				}),
			),
		}),
	),
});

/** Bringing members in: a look at what their lines say beside what is known, and writing what was decided. */
export const memberIntakes = room()
	.get(
		paths.intakeNew(":organisation"),
		may("register members"),
		describe({ summary: "Choosing a register to bring in", answers: intakeNewFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const [below, further, [day]] = await db.batch([
				placesBelow(db, place),
				furtherFields(db, place, today),
				writtenToday(db),
			]);
			return face(c, newFaces, {
				what: "members",
				below: mayBelow(place.holds, "register members") ? below : [],
				...{ further, kinds: [], standing: [], written: day?.written ?? 0 },
			});
		},
	)
	.post(
		paths.intakePreview(":organisation"),
		may("register members"),
		describe({ summary: "Look at lines beside what is known; nothing is written", takes: previewSchema }),
		async (c) => {
			const { db, place } = c.var;
			const read = await bodyOf(c, previewSchema);
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			const { known, groups } = await store.knownFor(db, place, read.value.lines);
			const proposals = proposalsFor(read.value.lines, known);
			return c.json(
				v.parse(previewFacts, {
					known: [...known].map(([line, members]) => ({ line, members })),
					groups,
					proposals: proposals.map((one) => ({ ...one, known: one.known?.id ?? null })),
				}),
			);
		},
	)
	.post(
		paths.intakeChunks(":organisation", ":intake"),
		may("register members"),
		describe({ summary: "Write some decided lines of an intake", takes: chunkSchema }),
		async (c) => {
			const { db, place, today, reader } = c.var;
			const id = c.req.param("intake");
			const read = await bodyOf(c, chunkSchema);
			if (!read.ok) return problemDetails(c, 422, { title: "mistakes", mistakes: read.mistakes });
			const { number, lines } = read.value;
			const people = lines.flatMap((line) => ("name" in line ? [line] : []));
			const around = await store.knownFor(db, place, people, id);
			if (around.intake?.what !== "members" || number >= around.intake.chunks)
				return problem(c, 404, "not-found");
			const writing = writingOf(lines, {
				...around,
				home: place.id,
				idOf: await store.idsOf(place, id),
				groupOf: await groupsFor(people, { ...around, home: place.id }, id),
				below: mayBelow(place.holds, "register members"),
			});
			const madeFrom = await fingerprint(read.value);
			const chunk = { intake: id, number, rows: writing.rows, madeFrom, by: reader.person, today };
			let written: string | undefined = madeFrom;
			const before = async () => {
				written = await store.chunkBefore(db, place, id, number);
				return written;
			};
			// Of two windows the first speaks for a request's lines; either way they are written, and once.
			await once(
				async () => {
					const [first] = await store.writeChunk(db, place, chunk, writing);
					if (first.meta.changes === 0) await before();
				},
				before,
				madeFrom,
			);
			if (written === undefined) return problemDetails(c, 409, { title: "ended" });
			return made(c, paths.intake(place.id, id));
		},
	);
