// `npm run demo`: a district with its people and two years of their work, invented afresh and the same each time, in a
// folder of its own. Prints one line for each way in, then serves until Ctrl-C.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.mjs";
import { serveUntilStopped, start, wantedPort } from "./local.mjs";

const state = join(root, ".huijia/demo");
const port = await wantedPort();
rmSync(state, { recursive: true, force: true });

const server = await start({
	state,
	port,
	vars: { DEMONSTRATION: "1" },
	filler: "tools/demo/filler.mjs",
});
serveUntilStopped(server);

const { token, ...doors } = server.filled;
console.log(`address ${server.url}`);
for (const [name, path] of Object.entries(doors)) console.log(`${name} ${server.url}${path}`);
console.log(`token ${token}`);
