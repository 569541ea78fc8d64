/** What people wrote, and what a reader may do about it. */

/** How many texts one page of what people wrote holds. */
export const textsAPage = 50;

/** The most texts that a search or a tag brings up. */
export const mostFound = 100;

/** The most hidings that are listed, the latest first. */
export const mostHidings = 200;

/** A text under its number within its wave and unit, with the tags that readers put on it. */
export type Remark = { remark: number; text: string; tags: string[] };

/** What stands where a name was. */
export const hiddenName = (name: string) => (/\p{Script=Han}/u.test(name) ? "某某" : "[name]");

/**
 * What is wrong with words that somebody wants hidden as a name: nobody wrote them, or so many did that they are no name.
 * @param found in how many texts they stand, of how many there are
 */
export function hidingMistake(found: number, texts: number): string | null {
	if (found === 0) return "written-by-nobody";
	return found > Math.max(5, texts / 10) ? `too-many-texts ${found}` : null;
}
