import * as v from "valibot";

/** A name in both languages; a page shows the reader's. */
export const bothNames = v.object({ zh: v.string(), en: v.string() });

/** A kind as forms offer it. */
export const kindOffered = v.object({ id: v.string(), zh: v.string(), en: v.string() });
export type KindOffered = v.InferOutput<typeof kindOffered>;
