import fc from "fast-check";
import { inject } from "vitest";

declare module "vitest" {
	interface ProvidedContext {
		seed: number;
	}
}

// What fails once fails again: chance starts where vitest.config.ts says.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: inject("seed") });
