import { app } from "./app";
import type { Bindings } from "./http/door";
import { nightly } from "./overviews/nightly";

export default {
	fetch: app.fetch,
	scheduled: (_event, env) => nightly(env),
} satisfies ExportedHandler<Bindings>;
