/** What an association's home shows of its surveys: the waves of a year. */
import { and, desc, gte, lte, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, rows } from "../tables/database";
import { wave } from "../tables/surveys";
import type { Day } from "../values/day";
import { enough, mostLagging } from "./units/rules";
import { type WaveFacts, waveFactsOf } from "./wave/facts";
import { concerns, type WaveRow, waveRows } from "./wave/store";

/** The waves of a place that began in a year, the latest first: one statement, at most three waves, nine rows. */
export function wavesOfYear(db: Database, place: Pick<Place, "id" | "path">, year: number) {
	return waveRows(db, place.id)
		.where(and(concerns(place), gte(wave.firstDay, `${year}-01-01`), lte(wave.firstDay, `${year}-12-31`)))
		.orderBy(desc(wave.firstDay), desc(wave.id))
		.limit(3);
}

/** A wave that a place opened for those below and hasn't closed: how many of its units have few answers yet, and whether it is being closed. */
export type AskedBelow = { id: string; firstDay: Day; lastDay: Day; lagging: number; stopped: number };

/** The waves of a year that a place opened for those below and hasn't closed: units are counted until there are enough to say so. */
export function askedBelow(db: Database, place: Pick<Place, "id">, year: number) {
	return rows<AskedBelow>(
		db,
		sql`select id, first_day as firstDay, last_day as lastDay, (select count(*) from (select 1 from tally
				where tally.wave = wave.id and coalesce(shown ->> '$.n', 0) < ${enough} limit ${mostLagging + 1})) as lagging,
			exists (select 1 from sealing where sealing.wave = wave.id) as stopped
		from wave where organisation = ${place.id} and first_day >= ${`${year}-01-01`} and first_day <= ${`${year}-12-31`}
			and not exists (select 1 from tally where tally.wave = wave.id and tally.unit = wave.organisation)
			and not exists (select 1 from closing where closing.wave = wave.id)
		order by first_day desc limit 3`,
	);
}

/** A year's surveys on a home page: the latest wave as it stands, the latest closed one with its score, and all their days. */
export type SurveyPanel = {
	latest: WaveFacts | null;
	closed: WaveFacts | null;
	spans: { firstDay: Day; lastDay: Day }[];
};

/** The panel of a year's waves on a day. */
export function panelOf(rows: readonly WaveRow[], today: Day): SurveyPanel {
	const waves = rows.map((row) => waveFactsOf(row, today));
	return {
		latest: waves[0] ?? null,
		closed: waves.find((one) => one.state === "closed") ?? null,
		spans: waves.map(({ firstDay, lastDay }) => ({ firstDay, lastDay })),
	};
}
