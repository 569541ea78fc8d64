import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { type StageAct, stage } from "../../tables/tree";
import type { Day } from "../../values/day";
import { type Becoming, forgetBoards, stageOf } from "./store";

/** The stage that an organisation is in: the act that began it, and its day. */
export function latestStage(db: Database, place: Pick<Place, "id">) {
	return db
		.select({
			id: stage.id,
			fromDay: stage.fromDay,
			act: stage.act,
			status: stage.status,
			madeAt: stage.madeAt,
		})
		.from(stage)
		.where(and(eq(stage.organisation, place.id), isNull(stage.toDay)));
}

/** Whether an organisation is still in the stage that was read: whoever acts on it at the same time comes second. */
export const isStill = (place: Pick<Place, "id">, latest: string) =>
	sql`exists (select 1 from stage where organisation = ${place.id} and id = ${latest} and to_day is null)`;

/** An act that was typed: on which day, and why. */
export type Typed = { day: Day; reason: string | null };

/**
 * Does an act of an organisation's life, unless somebody was quicker: then nothing is written. The change that guards it is
 * under the form's id, so a second copy changes nothing.
 */
export function live(
	db: Database,
	place: Place,
	act: StageAct,
	{ day, reason }: Typed,
	becoming: Becoming,
	by: Authorship,
	guard: SQL,
) {
	const details = {
		day,
		reason,
		from: { name: place.name, kind: place.kind, status: place.status },
		to: becoming,
	};
	return db.batch([
		changeWhere(db, place, { ...by, subject: place.id, act, details }, guard),
		...stageOf(
			db,
			place.id,
			{ id: by.id, act, day, reason, by: by.by },
			becoming,
			isKept(place, place.id, by.id),
		),
		forgetBoards(db, place.path),
	]);
}
