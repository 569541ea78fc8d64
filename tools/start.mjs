// `npm start [-- <state folder>]`: this copy of Huijia on http://localhost:8787, with its data kept between starts.
import { resolve } from "node:path";
import { serveUntilStopped, start, wantedPort } from "./local.mjs";
import { makeOwnerLink, OWNERS } from "./owner-link.mjs";

const folder = process.argv[2];
const server = await start({ port: await wantedPort(), ...(folder && { state: resolve(folder) }) });
serveUntilStopped(server);

const [{ owners }] = await server.db(OWNERS);
console.log(`Huijia 会家   ${server.url}`);
if (owners === 0) {
	console.log(`\nNobody owns this copy yet. The first owner enters here, once, within 7 days:`);
	console.log(await makeOwnerLink(server));
}
console.log("\nCtrl-C ends it; the data stays.");
