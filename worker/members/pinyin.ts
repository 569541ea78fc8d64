import Pinyin from "tiny-pinyin";

/** Surnames whose reading as a surname differs from the usual one; two-character surnames first. */
const surnames: Readonly<Record<string, readonly string[]>> = {
	尉迟: ["yu", "chi"],
	单于: ["chan", "yu"],
	长孙: ["zhang", "sun"],
	万俟: ["mo", "qi"],
	澹台: ["tan", "tai"],
	单: ["shan"],
	仇: ["qiu"],
	解: ["xie"],
	曾: ["zeng"],
	查: ["zha"],
	任: ["ren"],
	区: ["ou"],
	朴: ["piao"],
	盖: ["ge"],
	华: ["hua"],
	纪: ["ji"],
	乐: ["yue"],
	缪: ["miao"],
	宁: ["ning"],
	覃: ["qin"],
	燕: ["yan"],
	翟: ["zhai"],
	种: ["chong"],
	祭: ["zhai"],
	洗: ["xian"],
	冼: ["xian"],
	员: ["yun"],
	召: ["shao"],
	折: ["she"],
	佴: ["nai"],
	车: ["che"],
	繁: ["po"],
	秘: ["bi"],
	逄: ["pang"],
	黑: ["he"],
	石: ["shi"],
};

/** The reading of a name, one syllable a character (letters that are no Chinese stay as they are), in lower case. */
export function syllablesOf(name: string): string[] {
	const plain = name.normalize("NFKC").replace(/[\s·•.]/g, "");
	const known = surnames[plain.slice(0, 2)] ?? surnames[plain.slice(0, 1)] ?? [];
	const rest = [...plain].slice(known.length).join("");
	return [...known, ...rest.split("").map(readingOf)];
}

const readings = new Map<string, string>();

/** The initials by which a name of no person is found, 外坞湖村 as "wwhc": a place has no surname. */
export function initialsOf(name: string): string {
	return [...name].map(initialOf).join("");
}

const initialOf = (character: string) => readingOf(character).slice(0, 1);

// A tree or a register has thousands of characters and few different ones; reading one takes longer than remembering it.
function readingOf(character: string): string {
	let known = readings.get(character);
	if (known === undefined) {
		known = Pinyin.parse(character)[0]?.target.toLowerCase() ?? "";
		readings.set(character, known);
	}
	return known;
}
