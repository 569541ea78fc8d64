import type { Context } from "hono";
import { paths } from "../../../web/paths";
import { TrainingBoardPage, TrainingListPage } from "../../../web/training/board";
import { trainingBoardFacts, trainingListFacts } from "../../../web/training/facts";
import { boardSheet, listSheet } from "../../../web/training/files";
import { describe } from "../../http/describe";
import { foundOut, type Place, room } from "../../http/door";
import { face } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { problem } from "../../http/problem";
import { maySeeBelow } from "../../middleware/may";
import { stamp } from "../../officers/seats/gather";
import type { Database } from "../../tables/database";
import { anyTraining } from "../../tables/training";
import { type Day, nowInSeconds } from "../../values/day";
import { wantedOn } from "../rules";
import { topicsAndRequirements } from "../store";
import * as store from "./store";

/** Training of all below: places by topic, and the names behind each figure. */
export const trainingBoards = room()
	.get(
		paths.trainingBoard(":organisation"),
		maySeeBelow,
		describe({
			summary: "Training below: reached of those who had to be, by place and topic",
			answers: trainingBoardFacts,
		}),
		async (c) => {
			const { language } = c.var;
			const place = c.var.place as Place;
			const board = await boardOf({ ...c.var, place });
			renewLater(c, board);
			const format = formatOf(c);
			return format
				? file(c, format, boardSheet(board, language))
				: face(c, { schema: trainingBoardFacts, page: TrainingBoardPage }, board);
		},
	)
	.get(
		paths.trainingList(":organisation"),
		maySeeBelow,
		describe({ summary: "The names behind a figure of the board", answers: trainingListFacts }),
		async (c) => {
			const { db, today, zone, language } = c.var;
			const place = c.var.place as Place;
			const query = c.req.query();
			const topics = topicsAndRequirements(db);
			const known = /^[0-9a-z]{1,16}$/;
			const topic = known.test(query.topic ?? "") ? (query.topic ?? "") : anyTraining;
			const under = known.test(query.under ?? "") ? (query.under ?? null) : null;
			const show = query.show === "reached" ? ("reached" as const) : ("unreached" as const);
			const format = formatOf(c);
			const from = format ? 0 : Math.min(Math.max(Math.trunc(Number(query.after)) || 0, 0), 1_000_000);
			const most = format ? store.fileOfNames : store.pageOfNames;
			const [[row], people, all, required] = await db.batch([
				store.boardRowOf(db, place, under),
				store.peopleListed(db, place, { topic, under, show }, from, most),
				...topics,
			]);
			const wanted = wantedOn(all, required, today).find(({ id }) => id === topic);
			if (!row || !wanted) return problem(c, 404, "not-found");
			const [owed = 0, reached = 0] = (JSON.parse(row.figures) as Record<string, number[]>)[topic] ?? [];
			const facts = {
				...{
					topic: { id: topic, zh: wanted.zh, en: wanted.en, target: wanted.target },
					under,
					name: row.name || null,
				},
				...{ show, owed, reached, ...stamp(row.at, zone) },
				...{ from, next: people.length > most ? from + most : null, people: people.slice(0, most) },
			};
			return format
				? file(c, format, listSheet(facts, language))
				: face(c, { schema: trainingListFacts, page: TrainingListPage }, facts);
		},
	);

type Inside = { db: Database; place: Place; today: Day; zone: string };

/** The board of training below a place. Where there is none yet it is made while the reader waits: they are the first to look. */
async function boardOf({ db, place, today, zone }: Inside) {
	const [topics, required, found] = await db.batch([
		...topicsAndRequirements(db),
		store.trainingBoardOf(db, place),
	]);
	let board = found;
	if (board.length === 0) {
		await store.renewTraining(db, today, place);
		board = await store.trainingBoardOf(db, place);
	}
	const [first, ...below] = board;
	const whole = first?.name === "" ? first : null;
	const figuresOf = (row: store.TrainingBoardRow) =>
		Object.entries(row.figures).map(([topic, [owed, reached]]) => ({ topic, owed, reached }));
	return {
		...stamp(whole?.at ?? null, zone),
		topics: wantedOn(topics, required, today).map(({ id, zh, en, target }) => ({ id, zh, en, target })),
		whole: whole && figuresOf(whole),
		rows: below
			.slice(0, store.rowsOfTrainingBoard)
			.map((row) => ({ organisation: row.organisation, name: row.name, figures: figuresOf(row) })),
		more: below.length > store.rowsOfTrainingBoard,
	};
}

/** Makes a board anew after the answer has gone out, when it is too old. */
function renewLater(c: Context, { at, whole }: Awaited<ReturnType<typeof boardOf>>): void {
	const { db, today, place } = foundOut(c);
	const owed = Math.max(0, ...(whole ?? []).map((one) => one.owed));
	if (place && at !== null && at < nowInSeconds() - store.lastsFor(owed))
		c.executionCtx.waitUntil(store.renewTraining(db, today, place));
}
