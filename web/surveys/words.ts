import type { Words } from "../../worker/values/language";
import { en } from "./words-en";
import { zh } from "./words-zh";

/** The officers' side of surveys. */
export const words = { zh, en } satisfies Words<typeof zh>;
