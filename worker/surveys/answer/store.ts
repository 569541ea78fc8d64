/**
 * The respondent's queries and writes. They are written out as SQL: these are the hottest of the product, and building
 * their texts anew for each request took longer than running them.
 */
import type { Database } from "../../tables/database";

const asked = `wave.id as wave, organisation.id as unit, organisation.name as unitName, wave.questionnaire, wave.version,
	first_day as firstDay, last_day as lastDay, code_required as codeRequired,
	coalesce(closing.closed_on, sealing.closed_on) as closedOn, edition.content as content, activity.title as about`;

const askedFrom = `wave join tally on tally.wave = wave.id and tally.unit = ?2 join organisation on organisation.id = ?2
	left join edition using (questionnaire, version)
	left join activity on activity.organisation = wave.organisation and activity.id = wave.activity
	left join closing on closing.wave = wave.id and closing.unit = ?2 left join sealing on sealing.wave = wave.id`;

const askedWhere = "wave.id = ?1";

/**
 * What the respondent's page rests on: the wave, the unit with its tally, the version that is asked unless it stands in the
 * code, and whether it was closed there or is being closed. One query, four rows at most while it is open.
 */
export const waveAskedText = `select ${asked} from ${askedFrom} where ${askedWhere}`;

/** The same with what an answer needs: the key, the slips, the adults, and an answer already stored under this id. */
export const waveToAnswerText = `select ${asked}, deployment.key as secret, tally.adults as adults, slips, said
	from ${askedFrom} join deployment on one = 1
	left join answer on answer.wave = wave.id and answer.unit = ?2 and answer.id = ?3 where ${askedWhere}`;

type AskedRow = {
	wave: string;
	unit: string;
	unitName: string;
	questionnaire: string;
	version: number;
	firstDay: string;
	lastDay: string;
	codeRequired: number;
	closedOn: string | null;
	/** The version that is asked; null for one that stands in the code. */
	content: string | null;
	/** The title of the activity that it asks about. */
	about: string | null;
};
type ToAnswerRow = AskedRow & { secret: string; adults: number | null; slips: number; said: string | null };

/** A wave as a respondent meets it. */
export type Asked = Omit<AskedRow, "codeRequired"> & { codeRequired: boolean };

/** The wave at a respondent's address, if there is one. */
export async function waveAsked(db: Database, wave: string, unit: string): Promise<Asked | null> {
	const { results } = await db.$client.prepare(waveAskedText).bind(wave, unit).all<AskedRow>();
	return results[0] ? { ...results[0], codeRequired: results[0].codeRequired === 1 } : null;
}

/** The wave at a respondent's address, and what an answer under this id has to know. */
export async function waveToAnswer(db: Database, wave: string, unit: string, id: string) {
	const { results } = await db.$client.prepare(waveToAnswerText).bind(wave, unit, id).all<ToAnswerRow>();
	return results[0] ? { ...results[0], codeRequired: results[0].codeRequired === 1 } : null;
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

// Labels are added up as rows of JSON. At each multiple of ten the counts that may be seen are copied to `shown`.
const countText = `update tally set (counts, shown) = (
		select now, case when json_extract(now, '$.n') % 10 = 0
			then (select json_group_object(key, value) from json_each(now) where key in (select value from json_each(?4)))
			else shown end
		from (select json_group_object(label, n) as now from (
			select label, sum(n) as n from (
				select key as label, value as n from json_each(tally.counts)
				union all select value, 1 from json_each(?3))
			group by label)))
	where wave = ?1 and unit = ?2
		and not exists (select 1 from closing where closing.wave = ?1 and closing.unit = ?2)
		and not exists (select 1 from sealing where sealing.wave = ?1)
		and (?5 is null or coalesce(json_extract(counts, ?5), 0) < ?6)`;
const answerText = "insert into answer (wave, unit, id, said) select ?1, ?2, ?3, ?4 where changes() = 1";
const spentText = "insert into spent (wave, unit, hash) select ?1, ?2, ?3 where changes() = 1";

/**
 * Counts the answer, stores it, spends its slip: one batch, at most three rows. The count is guarded (closed meanwhile,
 * ceiling reached) and the others follow only if it went up; a taken id or a spent slip breaks a key and undoes it all.
 * @returns whether it was counted
 */
export async function storeAnswer(db: Database, one: NewAnswer): Promise<boolean> {
	const { wave, unit, id, said, labels, liveLabels, hash, ceiling } = one;
	const [label, most] = ceiling ? [`$."${ceiling.label}"`, ceiling.most] : [null, null];
	const statement = (text: string, ...values: (string | number | null)[]) =>
		db.$client.prepare(text).bind(...values);
	const [counted] = await db.$client.batch([
		statement(countText, wave, unit, JSON.stringify(labels), JSON.stringify(liveLabels), label, most),
		statement(answerText, wave, unit, id, said),
		...(hash ? [statement(spentText, wave, unit, hash)] : []),
	]);
	return counted?.meta.changes === 1;
}

const foundText = `select (select said from answer where wave = ?1 and unit = ?2 and id = ?3) as said,
	exists (select 1 from spent where wave = ?1 and unit = ?2 and hash = ?4) as slipUsed`;

/** After a broken key: what is stored under this id, and whether this slip was used. */
export async function foundInstead(db: Database, one: Pick<NewAnswer, "wave" | "unit" | "id" | "hash">) {
	const { results } = await db.$client
		.prepare(foundText)
		.bind(one.wave, one.unit, one.id, one.hash ?? "")
		.all<{ said: string | null; slipUsed: number }>();
	return { said: results[0]?.said ?? null, slipUsed: results[0]?.slipUsed === 1 };
}
