import { and, eq, sql } from "drizzle-orm";
import { type Database, named, run } from "../../tables/database";
import { deployment, organisation } from "../../tables/ground";
import { answer, closing, spent, tally, wave } from "../../tables/surveys";

const asked = {
	wave: wave.id,
	unit: named(organisation.id, "unit"),
	unitName: organisation.name,
	questionnaire: wave.questionnaire,
	version: wave.version,
	firstDay: wave.firstDay,
	lastDay: wave.lastDay,
	codeRequired: wave.codeRequired,
	closedOn: closing.closedOn,
};

const closedHere = (unit: string) => and(eq(closing.wave, wave.id), eq(closing.unit, unit));

/** What the respondent's page rests on: the wave, the unit, and whether it was closed there. One query, three rows. */
export function waveAsked(db: Database, waveId: string, unit: string) {
	return db
		.select(asked)
		.from(wave)
		.innerJoin(organisation, eq(organisation.id, unit))
		.leftJoin(closing, closedHere(unit))
		.where(and(eq(wave.id, waveId), eq(wave.organisation, unit)));
}

/** The same with what an answer needs: the key, the slips, the adults, and an answer already stored under this id. */
export function waveToAnswer(db: Database, waveId: string, unit: string, id: string) {
	return db
		.select({ ...asked, secret: deployment.key, adults: tally.adults, slips: tally.slips, said: answer.said })
		.from(wave)
		.innerJoin(organisation, eq(organisation.id, unit))
		.innerJoin(deployment, eq(deployment.one, 1))
		.innerJoin(tally, and(eq(tally.wave, wave.id), eq(tally.unit, unit)))
		.leftJoin(closing, closedHere(unit))
		.leftJoin(answer, and(eq(answer.wave, wave.id), eq(answer.unit, unit), eq(answer.id, id)))
		.where(and(eq(wave.id, waveId), eq(wave.organisation, unit)));
}

/** An answer about to be stored: what it says, what it adds, and the slip it spends. */
export type NewAnswer = {
	wave: string;
	unit: string;
	id: string;
	said: string;
	/** The labels whose counts go up by one, and those that live counters show. */
	labels: readonly string[];
	liveLabels: readonly string[];
	hash: string | null;
	/** How many answers under a label this unit takes, for answers without a code. */
	ceiling: { label: string; most: number } | null;
};

/**
 * Counts the answer, stores it, spends its slip: one batch, at most three rows. The count is guarded (closed meanwhile,
 * ceiling reached) and the others follow only if it went up; a taken id or a spent slip breaks a key and undoes it all.
 * @returns whether it was counted
 */
export async function storeAnswer(db: Database, one: NewAnswer): Promise<boolean> {
	const stored = run(
		db,
		sql`insert into ${answer} select ${one.wave}, ${one.unit}, ${one.id}, ${one.said} where changes() = 1`,
	);
	const [counted] = one.hash
		? await db.batch([
				countUp(db, one),
				stored,
				run(db, sql`insert into spent select ${one.wave}, ${one.unit}, ${one.hash} where changes() = 1`),
			])
		: await db.batch([countUp(db, one), stored]);
	return counted.meta.changes === 1;
}

function countUp(db: Database, { wave, unit, labels, liveLabels, ceiling }: NewAnswer) {
	const below = ceiling
		? sql`and coalesce(json_extract(counts, ${`$."${ceiling.label}"`}), 0) < ${ceiling.most}`
		: sql``;
	return run(
		db,
		sql`update tally set (counts, shown) = (
			select now, case when json_extract(now, '$.n') % 10 = 0
				then (select json_group_object(key, value) from json_each(now)
					where key in (select value from json_each(${JSON.stringify(liveLabels)})))
				else shown end
			from (select json_group_object(label, n) as now from (
				select label, sum(n) as n from (
					select key as label, value as n from json_each(tally.counts)
					union all select value, 1 from json_each(${JSON.stringify(labels)}))
				group by label)))
		where wave = ${wave} and unit = ${unit}
			and not exists (select 1 from closing where closing.wave = ${wave} and closing.unit = ${unit}) ${below}`,
	);
}

/** After a broken key: what is stored under this id, and whether this slip was used. */
export async function foundInstead(db: Database, one: Pick<NewAnswer, "wave" | "unit" | "id" | "hash">) {
	const [answers, slips] = await db.batch([
		db
			.select({ said: answer.said })
			.from(answer)
			.where(and(eq(answer.wave, one.wave), eq(answer.unit, one.unit), eq(answer.id, one.id))),
		db
			.select({ hash: spent.hash })
			.from(spent)
			.where(and(eq(spent.wave, one.wave), eq(spent.unit, one.unit), eq(spent.hash, one.hash ?? ""))),
	]);
	return { said: answers[0]?.said ?? null, slipUsed: slips.length > 0 };
}
