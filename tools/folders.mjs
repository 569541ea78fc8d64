// Where things stand, as absolute paths, so that a tool may be started from anywhere.
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const root = at("");
export const migrations = at("migrations");
export const built = at(".built");
export const assets = at(".built/assets");
export const state = at(".wrangler/state");
