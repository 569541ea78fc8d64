import type { FormState } from "../../http/body";
import { sortKey } from "../../members/rules";
import { likenessOf, type Somebody } from "../duplicates/rules";
import type { Pair } from "./pair";
import * as rules from "./rules";
import type { Joining } from "./separation";

/** A reading as the sort key begins with: "chen cai juan 陈彩娟" to "chen cai juan". */
export const readingOf = (sort: string, name: string) =>
	sort.slice(0, Math.max(0, sort.length - name.length - 1));

/** The facts of the page that holds two records against one another. */
export function pairFacts(pair: Pair, form: FormState, typed: Partial<rules.Choice> = {}) {
	const { one, other, periods, touched, held, fields, belongings, refusal, kept } = pair;
	const choice = { ...rules.likelyChoice(one, other), ...typed };
	const merged = rules.mergedPeriods(periods, kept, "");
	const spans = (of: readonly rules.Period[], at: string, who: string | null = null) =>
		of
			.filter(({ organisation, person }) => organisation === at && (who === null || person === who))
			.map(({ from_day: fromDay, to_day: toDay }) => ({ fromDay, toDay }));
	const furtherOf = (row: rules.PersonRow) => JSON.parse(row.further) as Record<string, string | number>;
	const side = (row: rules.PersonRow, place: 0 | 1) => ({
		...{ id: row.id, name: row.name, sex: row.sex, birthYear: row.birth_year },
		...{ telephone: row.telephone, address: row.address, note: row.note },
		further: fields.flatMap(({ id, zh, en }) => {
			const value = furtherOf(row)[id];
			return value === undefined ? [] : [{ zh, en, value: String(value) }];
		}),
		organisation: periods.find(({ person }) => person === row.id)?.organisation ?? "",
		...belongings[place],
		posts: held
			.filter(({ person }) => person === row.id)
			.map(({ post, organisation }) => ({ post, name: nameAt(touched, organisation) })),
	});
	return {
		one: side(one, 0),
		other: side(other, 1),
		reasons: likenessOf(somebody(one, periods), somebody(other, periods))?.reasons ?? [],
		choice,
		organisations: touched.map(({ id, name }) => ({
			...{ id, name },
			one: spans(periods, id, one.id),
			other: spans(periods, id, other.id),
			together: spans(merged, id),
		})),
		refusal,
		form,
	};
}

const nameAt = (touched: readonly rules.Touched[], id: string) =>
	touched.find((one) => one.id === id)?.name ?? "";

function somebody(row: rules.PersonRow, periods: readonly rules.Period[]): Somebody {
	const sort = periods.find(({ person }) => person === row.id)?.sort ?? sortKey(row.name);
	const { id, name, sex, birth_year: birthYear, telephone, address } = row;
	return { id, organisation: "", name, reading: readingOf(sort, name), sex, birthYear, telephone, address };
}

/** The facts of a finished joining: the two as they were, what moved, and whether it can be undone. */
export function joiningFacts(joining: Joining, form: FormState) {
	const { id, kept, joinedOn, separatedOn, author, moved, refusal, now, touched } = joining;
	const before = (record: rules.Described | undefined) =>
		record ? { name: record.name, birthYear: record.birth_year, telephone: record.telephone } : null;
	const count = (...names: string[]) => names.reduce((sum, name) => sum + (moved[name]?.length ?? 0), 0);
	return {
		...{ id, joinedOn, separatedOn, author, refusal, form },
		name: now.people.find((one) => one.id === kept)?.name ?? "",
		member: {
			id: kept,
			organisation: now.periods.find(({ person }) => person === kept)?.organisation ?? null,
		},
		before: [before(moved.before?.kept), before(moved.before?.gone)].filter((one) => one !== null),
		organisations: touched
			.filter((one) => moved.organisations?.includes(one.id))
			.map(({ id: at, name }) => ({ id: at, name })),
		moved: {
			periods: (moved.periods ?? []).length - (moved.periodsLeft ?? []).length,
			attendances: count("came"),
			met: count("met"),
			receipts: new Set((moved["allocation.person"] ?? []).map((key) => (key as unknown[])[2])).size,
			posts: count("holder.person"),
			households: count("household.contact"),
			transfers: count("transfer.person"),
			changes: count("change.subject"),
		},
	};
}
