/** The languages every page speaks. */
export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** The same entries in every language; `en` has the shape of `zh`. */
export type Words<Entries> = Record<Language, Entries>;
