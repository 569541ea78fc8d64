import type * as v from "valibot";
import { standingOf } from "../../worker/training/rules";
import type { Language } from "../../worker/values/language";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import type {
	TrainingFacts,
	TrainingPeopleFacts,
	trainingBoardFacts,
	trainingListFacts,
	volunteersFacts,
} from "./facts";
import { words } from "./words";

type BoardFacts = v.InferOutput<typeof trainingBoardFacts>;
type VolunteersFacts = v.InferOutput<typeof volunteersFacts>;
type ListFacts = v.InferOutput<typeof trainingListFacts>;

/** Coverage by topic as a file. */
export function coverageSheet({ day, topics }: TrainingFacts, language: Language) {
	const say = words[language];
	const columns: SheetColumn<TrainingFacts["topics"][number]>[] = [
		{ head: say.topic, cell: (row) => row[language] },
		{ head: say.owed, is: "number", cell: ({ owed }) => owed },
		{ head: say.reached, is: "number", cell: ({ reached }) => reached },
		{ head: say.unreached, is: "number", cell: ({ owed, reached }) => owed - reached },
		{ head: say.share, is: "share", cell: ({ owed, reached }) => (owed === 0 ? null : reached / owed) },
		{ head: say.targetField, is: "number", cell: ({ target }) => target },
		{
			head: say.standing,
			cell: (row) => {
				const standing = standingOf(row, row.target);
				return standing.kind === "missed"
					? say.more(standing.more, row.target)
					: say.standings[standing.kind];
			},
		},
	];
	return sheetOf(`${say.title}-${day}`, columns, topics);
}

/** The names behind a figure as a file. */
export function peopleSheet(facts: TrainingPeopleFacts, language: Language) {
	const say = words[language];
	const columns: SheetColumn<TrainingPeopleFacts["people"][number]>[] = [
		{ head: say.name, wide: 12, cell: ({ name }) => name },
		{ head: say.telephone, wide: 16, cell: ({ telephone }) => telephone },
	];
	return sheetOf(`${facts.topic[language]}-${say[facts.show]}-${facts.day}`, columns, facts.people);
}

/** The board as a file: of each topic who had to be trained, who was, and the share. */
export function boardSheet({ topics, rows, day }: BoardFacts, language: Language) {
	const say = words[language];
	const figure = (row: BoardFacts["rows"][number], topic: string) =>
		row.figures.find((one) => one.topic === topic) ?? { owed: 0, reached: 0 };
	const columns: SheetColumn<BoardFacts["rows"][number]>[] = [
		{ head: say.placeHead, wide: 24, cell: ({ name }) => name },
		...topics.flatMap((topic): SheetColumn<BoardFacts["rows"][number]>[] => [
			{ head: `${topic[language]} ${say.owed}`, is: "number", cell: (row) => figure(row, topic.id).owed },
			{
				head: `${topic[language]} ${say.reached}`,
				is: "number",
				cell: (row) => figure(row, topic.id).reached,
			},
			{
				head: `${topic[language]} ${say.share}`,
				is: "share",
				cell: (row) => {
					const { owed, reached } = figure(row, topic.id);
					return owed === 0 ? null : reached / owed;
				},
			},
		]),
	];
	return sheetOf(`${say.boardTitle}-${day ?? ""}`, columns, rows);
}

/** The names behind a figure of the board as a file. */
export function listSheet(facts: ListFacts, language: Language) {
	const say = words[language];
	const columns: SheetColumn<ListFacts["people"][number]>[] = [
		{ head: say.name, wide: 12, cell: ({ name }) => name },
		{ head: say.placeHead, wide: 24, cell: ({ place }) => place },
		{ head: say.telephone, wide: 16, cell: ({ telephone }) => telephone },
	];
	return sheetOf(`${facts.topic[language]}-${say[facts.show]}`, columns, facts.people);
}

/** A year's hours of volunteers as a file. */
export function volunteersSheet({ year, people }: VolunteersFacts, language: Language) {
	const say = words[language];
	const columns: SheetColumn<VolunteersFacts["people"][number]>[] = [
		{ head: say.name, wide: 12, cell: ({ name }) => name },
		{ head: say.times, is: "number", cell: ({ times }) => times },
		{ head: say.hours, is: "number", cell: ({ minutes }) => Math.round(minutes / 6) / 10 },
	];
	return sheetOf(`${say.volunteersTitle}-${year}`, columns, people);
}
