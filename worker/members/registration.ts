import type { Place, Reader } from "../http/door";
import type { Database } from "../tables/database";
import { afterToday, type Day } from "../values/day";
import { type Mistakes, type Read, readTyped, type Typed, typedOf } from "../values/typed";
import type { FurtherValues } from "./fields/rules";
import { memberSchema } from "./input";
import { type Marked, type Offered, offeredAt, readMarks } from "./offered";
import { type Candidate, candidatesFor } from "./same/store";

type Here = { db: Database; place: Place; reader: Reader; today: Day };

/** What a member can be marked with here, in one trip. */
export async function offeredHere({ db, place }: Pick<Here, "db" | "place">): Promise<Offered> {
	const [groups, tags, fields] = await db.batch([...offeredAt(db, place)]);
	return { groups, tags, fields };
}

/**
 * Reads the form of a registration with all that its answer needs, in one trip: what a member can be marked with, and members
 * elsewhere who may be the same person. Where there are any, the form must say whether it is one of them.
 */
export async function readRegistration(
	{ db, place, reader, today }: Here,
	raw: Readonly<Record<string, unknown>>,
) {
	const typed = readTyped(memberSchema, raw);
	const asks = typed.ok && (typed.value.birth_year !== null || typed.value.telephone !== null);
	const offering = offeredAt(db, place);
	const [groups, tags, fields, candidates = []] = asks
		? await db.batch([...offering, candidatesFor(db, place, reader.person, today, typed.value)])
		: await db.batch([...offering]);
	const offered = { groups, tags, fields };
	const wrong = typed.ok ? registrationMistakes(typed.value, candidates, today) : {};
	return { read: withMarks(typed, offered, raw, undefined, wrong), offered, candidates };
}

function registrationMistakes(
	{ joined_on, same }: { joined_on: Day; same: string },
	candidates: readonly Candidate[],
	today: Day,
): Mistakes {
	const late = afterToday(joined_on, today);
	const mistakes: Mistakes = late ? { joined_on: late } : {};
	if (candidates.length > 0 && same === "") mistakes.same = "same-person";
	else if (same !== "" && same !== "other" && !candidates.some(({ id }) => id === same))
		mistakes.same = "not-a-choice";
	return mistakes;
}

type Sent = { group?: string | undefined; tags?: readonly string[] | undefined };

/** A body read by its schema, together with its marks: group, tags and further fields. */
export function withMarks<Value extends Sent>(
	read: Read<Value>,
	offered: Offered,
	raw: Readonly<Record<string, unknown>>,
	before?: Marked,
	wrong: Mistakes = {},
): Read<Value & { further: FurtherValues; groupName: string | null }> {
	const marks = readMarks(offered, raw, read.ok ? read.value : {}, before);
	if (!read.ok)
		return {
			...read,
			mistakes: { ...read.mistakes, ...marks.mistakes },
			typed: { ...read.typed, ...marks.typed },
		};
	const mistakes = { ...wrong, ...marks.mistakes };
	if (Object.keys(mistakes).length > 0) return { ok: false, mistakes, typed: typedOf({ ...raw }) };
	return { ok: true, value: { ...read.value, further: marks.further, groupName: marks.groupName } };
}

/** Typed values as a form shows them again, further fields among them. */
export function typedIn(value: { further: FurtherValues } & Record<string, unknown>): Typed {
	const { further, ...rest } = value;
	const values = Object.entries(further).map(([id, one]) => [`further.${id}`, one]);
	return typedOf({ ...rest, ...Object.fromEntries(values) });
}
