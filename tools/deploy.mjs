// `npm run deploy`: migrations, then the Worker, then the first owner's link. The Deploy-to-Cloudflare button runs the
// same; the link then stands at the end of the build log. `-- --dry-run` needs no network and changes nothing.
import {
	deployRemote,
	isSignedIn,
	makeOwnerLinkRemote,
	migrateRemote,
	ownersRemote,
	rehearse,
} from "./remote.mjs";

if (process.argv.includes("--dry-run")) process.exit(rehearse());

try {
	if (!(await isSignedIn())) throw new Error("Sign in to Cloudflare first:\n  npx wrangler login");
	await migrateRemote();
	const address = deployRemote();
	if ((await ownersRemote()) === 0) {
		console.log("\nNobody owns this copy yet. The first owner enters here, once, within 7 days:");
		console.log(await makeOwnerLinkRemote(address));
	} else {
		console.log(`\nDeployed${address ? ` to ${address}` : ""}; its owner is who it was.`);
	}
} catch (error) {
	console.error(`\n${error.message}`);
	process.exit(1);
}
