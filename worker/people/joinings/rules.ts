import type { Hold, Post } from "../../roles/may";
import { actsOf, mayGive } from "../../roles/may";

/** A row of `membership`, under the names that SQL gives its columns; tags, paid, dues and carried are JSON text. */
export type Period = {
	organisation: string;
	person: string;
	from_day: string;
	to_day: string | null;
	kind: string;
	sort: string;
	left_because: string | null;
	paid: string;
	small_group: string | null;
	tags: string;
	dues: string;
	carried: string;
	came_from: string | null;
	went_to: string | null;
};

/** What a person's record holds, under the names of its columns; `further` is JSON text. */
export type PersonRow = {
	id: string;
	name: string;
	sex: "female" | "male" | null;
	birth_year: number | null;
	telephone: string | null;
	address: string | null;
	note: string | null;
	further: string;
	same_as: string | null;
	erased_on: string | null;
};

/** The values of which one is kept when two records become one. */
export const chosenFields = ["name", "sex", "birth_year", "telephone", "address", "note", "further"] as const;
export type ChosenField = (typeof chosenFields)[number];
export type Described = Pick<PersonRow, ChosenField>;

/** Whether two periods of one organisation share a day, or begin on the same one. */
function overlap(one: Period, other: Period): boolean {
	if (one.from_day === other.from_day) return true;
	const [first, second] = one.from_day < other.from_day ? [one, other] : [other, one];
	return first.to_day === null || second.from_day < first.to_day;
}

/**
 * The memberships of two records as those of one person. Of one organisation, periods that overlap become one, from the
 * earlier day to the later; what else it says is that of the one that lasts, the kept person's where both do.
 * @param sort what the kept name is sorted by
 */
export function mergedPeriods(periods: readonly Period[], kept: string, sort: string): Period[] {
	const groups = Map.groupBy(periods, ({ organisation }) => organisation);
	return [...groups.values()].flatMap((group) => {
		const merged: Period[] = [];
		for (const period of group.toSorted(byDay)) {
			const last = merged.at(-1);
			if (last && overlap(last, period)) merged[merged.length - 1] = one(last, period, kept);
			else merged.push(period);
		}
		return merged.map((period) => ({ ...period, person: kept, sort }));
	});
}

const byDay = (one: Period, other: Period) =>
	one.from_day < other.from_day ? -1 : one.from_day > other.from_day ? 1 : one.person < other.person ? -1 : 1;

/** The day on which a period ends, with one that runs on as the last of all. */
const endOf = ({ to_day }: Period) => to_day ?? "9999-12-31";

function one(earlier: Period, later: Period, kept: string): Period {
	const ends = endOf(earlier).localeCompare(endOf(later));
	const lasting = ends > 0 || (ends === 0 && earlier.person === kept) ? earlier : later;
	const other = lasting === earlier ? later : earlier;
	return {
		...lasting,
		from_day: earlier.from_day,
		small_group: lasting.small_group ?? other.small_group,
		tags: JSON.stringify([...new Set([...listed(lasting.tags), ...listed(other.tags)])]),
		carried: JSON.stringify({ ...JSON.parse(other.carried), ...JSON.parse(lasting.carried) }),
		came_from: earlier.came_from ?? later.came_from,
	};
}

const listed = (text: string) => JSON.parse(text) as string[];

/** Of which of the two the value is kept, by field. */
export type Choice = Record<ChosenField, "one" | "other">;

/** The record that is left: the chosen value of each field; further fields that only one has are taken along. */
export function chosenRecord(one: PersonRow, other: PersonRow, choice: Choice): Described {
	const of = <Field extends ChosenField>(field: Field) => (choice[field] === "one" ? one : other)[field];
	const [wins, gives] = choice.further === "one" ? [one, other] : [other, one];
	return {
		name: of("name"),
		sex: of("sex"),
		birth_year: of("birth_year"),
		telephone: of("telephone"),
		address: of("address"),
		note: of("note"),
		further: JSON.stringify({ ...JSON.parse(gives.further), ...JSON.parse(wins.further) }),
	};
}

/** From what to what a record changes, by field; further fields one by one, as `further.<id>`. */
export function differences(before: Described, after: Described) {
	const told = ({ further, ...rest }: Described): Record<string, string | number | null> => ({
		...Object.fromEntries(
			chosenFields.flatMap((field) => (field === "further" ? [] : [[field, rest[field]]])),
		),
		...Object.fromEntries(
			Object.entries(JSON.parse(further) as Record<string, string | number>).map(([id, value]) => [
				`further.${id}`,
				value,
			]),
		),
	});
	const [was, is] = [told(before), told(after)];
	const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
		(field) => (was[field] ?? null) !== (is[field] ?? null),
	);
	const of = (record: Record<string, string | number | null>) =>
		Object.fromEntries(changed.map((field) => [field, record[field] ?? null]));
	return { from: of(was), to: of(is) };
}

/** What is proposed to be kept: what is there, and where both have something, the first one's. */
export function likelyChoice(one: PersonRow, other: PersonRow): Choice {
	const fuller = (field: ChosenField) => (one[field] === null && other[field] !== null ? "other" : "one");
	return Object.fromEntries(chosenFields.map((field) => [field, fuller(field)])) as Choice;
}

/** An organisation in which something of the two stands, and how the reader reaches it. */
export type Touched = {
	id: string;
	name: string;
	path: string;
	practice: boolean;
	leads: boolean;
	holds: Hold[];
};

/** A post that one of the two holds today. */
export type Held = { person: string; organisation: string; post: Post; part: string | null };

/** A request asks at most fifty things of the database; each organisation takes three of them. */
export const mostTouched = 5;

/** Why two records can't be joined by this reader. */
export const joiningRefusals = [
	"beyond",
	"posts-beyond",
	"same-post",
	"practice",
	"moving",
	"too-many",
] as const;
export type JoiningRefusal = (typeof joiningRefusals)[number];

/**
 * Why this reader can't join two people. Their records change in every organisation that knows them, so the reader must
 * register members in all of them; and since whoever signs in as one of them will hold the posts of both, the reader must
 * be one who could have given those posts.
 * @returns null when nothing stands against it
 */
export function joiningRefusal(
	touched: readonly Touched[],
	held: readonly Held[],
	moving: boolean,
): JoiningRefusal | null {
	if (moving) return "moving";
	if (touched.some(({ holds }) => !actsOf(holds).includes("register members"))) return "beyond";
	if (new Set(touched.map(({ practice }) => practice)).size > 1) return "practice";
	const could = ({ organisation, post }: Held) =>
		touched.some(({ id, holds, leads }) => id === organisation && mayGive(holds, post, leads));
	if (!held.every(could)) return "posts-beyond";
	const posts = held.map(({ organisation, post, part }) => `${organisation} ${post} ${part}`);
	if (new Set(posts).size < posts.length) return "same-post";
	return touched.length > mostTouched ? "too-many" : null;
}

/** Which of two records stays: the one that signs in or holds a post, then the one that belonged first. */
export function keptOf(
	[one, other]: readonly [string, string],
	held: readonly { person: string }[],
	periods: readonly Period[],
): string {
	const posts = (id: string) => held.filter(({ person }) => person === id).length;
	const since = (id: string) =>
		periods.filter(({ person }) => person === id).toSorted(byDay)[0]?.from_day ?? "9999";
	if (posts(one) !== posts(other)) return posts(one) > posts(other) ? one : other;
	if (since(one) !== since(other)) return since(one) < since(other) ? one : other;
	return one < other ? one : other;
}

/** Why two can't be separated any more. */
export const separationRefusals = ["beyond", "joined-since", "erased-since", "changed-since"] as const;
export type SeparationRefusal = (typeof separationRefusals)[number];

/**
 * Whether memberships still stand as the joining left them. What was paid since goes with the person who is kept, and a
 * change of name sorts them anew; anything else would be lost by putting the former periods back.
 */
export function standAsJoined(now: readonly Period[], left: readonly Period[]): boolean {
	const told = (periods: readonly Period[]) =>
		JSON.stringify(
			periods
				.toSorted((a, b) =>
					a.organisation < b.organisation ? -1 : a.organisation > b.organisation ? 1 : byDay(a, b),
				)
				.map(({ paid: _paid, dues: _dues, sort: _sort, ...rest }) => Object.entries(rest).sort()),
		);
	return told(now) === told(left);
}

/** The kept person's record as it was before; a value that was changed since the joining stays as it is now. */
export function recordBefore(now: Described, before: Described, left: Described): Described {
	const back = chosenFields.map((field) => [field, now[field] === left[field] ? before[field] : now[field]]);
	return Object.fromEntries(back) as Described;
}
