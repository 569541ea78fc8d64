// `npm run owner`: a new owner's link, for whoever holds the account (or this machine). `-- --local` and `-- --remote`
// choose; without either it is the deployed copy when wrangler is signed in to an account, else the local one.
import { start } from "./local.mjs";
import { makeOwnerLink } from "./owner-link.mjs";
import { isSignedIn, makeOwnerLinkRemote } from "./remote.mjs";

const asked = process.argv.find((word) => word === "--local" || word === "--remote");
const remote = asked ? asked === "--remote" : await isSignedIn();

try {
	console.log(`A new owner's link for the ${remote ? "deployed" : "local"} copy, good once, within 7 days:`);
	console.log(remote ? await makeOwnerLinkRemote() : await makeHere());
} catch (error) {
	console.error(error.message);
	process.exit(1);
}

async function makeHere() {
	const server = await start({ script: "export default {};" });
	const link = await makeOwnerLink({ ...server, url: `http://localhost:${process.env.PORT || 8787}` });
	await server.stop();
	return link;
}
