import type { Sex } from "../../tables/ground";

/** Somebody as a register knows them. `reading` is the name's, syllable by syllable: "chen cai juan". */
export type Somebody = {
	id: string;
	organisation: string;
	name: string;
	reading: string;
	sex: Sex | null;
	birthYear: number | null;
	telephone: string | null;
	address: string | null;
};

/** Why two records look like one person. */
export const reasons = [
	"same-name",
	"same-reading",
	"near-reading",
	"same-telephone",
	"same-year",
	"near-year",
	"same-address",
] as const;
export type Reason = (typeof reasons)[number];

/** How much they look like one: nearly surely, likely, or worth a look. */
export const strengths = ["sure", "likely", "perhaps"] as const;
export type Strength = (typeof strengths)[number];

export type Likeness = { reasons: Reason[]; strength: Strength };

/** Whether two things are known to be the same, near, known to differ, or not known of both. */
type Compared = "same" | "near" | "differs" | "unknown";

/**
 * Whether two records look like one person, and why. The name comes first: whoever shares a telephone under another name
 * is family. The same name alone is not enough where years of birth or telephones say that they are two.
 * @returns null where they stay apart
 */
export function likenessOf(one: Somebody, other: Somebody): Likeness | null {
	const name = nameReason(one, other);
	if (name === null || one.id === other.id) return null;
	const telephone = compared(one.telephone, other.telephone);
	const year = yearsCompared(one.birthYear, other.birthYear);
	const address = compared(plain(one.address), plain(other.address));
	const strength = strengthOf({
		alike: name === "same-name",
		telephone,
		year,
		address,
		sex: sexes(one, other),
	});
	if (strength === null) return null;
	return {
		strength,
		reasons: [
			name,
			...(telephone === "same" ? (["same-telephone"] as const) : []),
			...(year === "same" ? (["same-year"] as const) : year === "near" ? (["near-year"] as const) : []),
			...(address === "same" ? (["same-address"] as const) : []),
		],
	};
}

type Compare = { alike: boolean; telephone: Compared; year: Compared; address: Compared; sex: Compared };

function strengthOf({ alike, telephone, year, address, sex }: Compare): Strength | null {
	if (telephone === "same") return alike ? (year === "differs" ? "likely" : "sure") : "likely";
	if (year === "differs" || sex === "differs") return null;
	// A new number does happen; then the house must speak for it as well.
	if (telephone === "differs") return alike && year === "same" && address === "same" ? "likely" : null;
	if (address === "same" && year === "same") return alike ? "sure" : "likely";
	if (alike) return year === "same" ? "likely" : "perhaps";
	return year === "same" ? "perhaps" : null;
}

function nameReason(one: Somebody, other: Somebody): "same-name" | "same-reading" | "near-reading" | null {
	if (plain(one.name) === plain(other.name)) return "same-name";
	if (one.reading === "" || other.reading === "") return null;
	if (one.reading === other.reading) return "same-reading";
	const [ones, others] = [one.reading.split(" "), other.reading.split(" ")];
	if (ones.length !== others.length) return null;
	const off = ones.filter((syllable, place) => syllable !== others[place]);
	return off.length === 1 && folded(one.reading) === folded(other.reading) ? "near-reading" : null;
}

/** A text without the spaces and dots that registers pad it with. */
function plain<Text extends string | null>(text: Text): Text {
	const bare = text
		?.normalize("NFKC")
		.replace(/[\s·•.]/g, "")
		.toLowerCase();
	return (bare ?? null) as Text;
}

/** A reading with what southern ears confuse made alike: zh and z, n and l, f and h before u, in and ing. */
export function folded(reading: string): string {
	return reading
		.split(" ")
		.map((syllable) =>
			syllable
				.replace(/^([zcs])h/, "$1")
				.replace(/^n(?=[aeiouv])/, "l")
				.replace(/^h(?=u)/, "f")
				.replace(/ng$/, "n"),
		)
		.join(" ");
}

function compared<Known>(one: Known | null, other: Known | null): Compared {
	if (one === null || other === null) return "unknown";
	return one === other ? "same" : "differs";
}

/** Registers reckon a year by the lunar or the solar new year: one apart may be the same. */
function yearsCompared(one: number | null, other: number | null): Compared {
	const known = compared(one, other);
	return known === "differs" && Math.abs((one ?? 0) - (other ?? 0)) === 1 ? "near" : known;
}

const sexes = (one: Somebody, other: Somebody) => compared(one.sex, other.sex);

/** Two records that look like one person. */
export type Proposal<Person extends Somebody = Somebody> = Likeness & { one: Person; other: Person };

/** How the decision that two are not the same is looked up; the order of the two makes no difference. */
export const pairKey = (one: string, other: string) => [one, other].sort().join(" ");

/**
 * All pairs that look alike, the strongest first. Only those whose folded readings agree are held against one another, so
 * that a village of four hundred takes four hundred steps and not eighty thousand.
 * @param apart pairs of which somebody decided that they are two, as `pairKey`
 */
export function proposalsAmong<Person extends Somebody>(
	people: readonly Person[],
	apart: ReadonlySet<string>,
): Proposal<Person>[] {
	const known = new Map(people.map((person) => [person.id, person]));
	const groups = Map.groupBy(known.values(), ({ reading, name }) => folded(reading) || plain(name));
	const pairs = [...groups.values()].flatMap((group) =>
		group.flatMap((one, place) =>
			group.slice(place + 1).flatMap((other) => {
				const likeness = apart.has(pairKey(one.id, other.id)) ? null : likenessOf(one, other);
				return likeness ? [{ one, other, ...likeness }] : [];
			}),
		),
	);
	return pairs.sort((a, b) => rank(a) - rank(b) || (a.one.reading < b.one.reading ? -1 : 1));
}

const rank = ({ strength }: Likeness) => strengths.indexOf(strength);
