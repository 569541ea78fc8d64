// The product with a meter on its database, on a given folder and port, until somebody kills it.
import { readFileSync } from "node:fs";
import { start } from "../local.mjs";
import { makeOwnerLink } from "../owner-link.mjs";

const [state, port, script, first] = process.argv.slice(2);
const server = await start({ state, port: Number(port), script: readFileSync(script, "utf8") });
console.log(
	JSON.stringify({ ready: true, ownerLink: first === "first" ? await makeOwnerLink(server) : null }),
);
