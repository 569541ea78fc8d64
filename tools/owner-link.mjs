// The owner's single-use link. Only its SHA-256 is stored; making one ends those made before.
import { createHash, randomBytes } from "node:crypto";

const SEVEN_DAYS = 7 * 24 * 60 * 60;

/** Answers how many hold the owner's post; 0 = nobody owns this copy yet. */
export const OWNERS = "SELECT count(*) AS owners FROM holder WHERE post = 'owner'";

/** A new link: its path, and the SQL that makes it work. The values in the SQL are a hash and a number, nothing typed. */
export function newOwnerLink(now = Date.now()) {
	const token = randomBytes(32).toString("base64url");
	const hash = createHash("sha256").update(token).digest("hex");
	const expires = Math.floor(now / 1000) + SEVEN_DAYS;
	return {
		path: `/enter/${token}`,
		sql: [
			"DELETE FROM link WHERE kind = 'owner'",
			`INSERT INTO link (hash, kind, expires_at) VALUES ('${hash}', 'owner', ${expires})`,
		],
	};
}

/** Makes a new owner's link in a local server's database; answers the whole address. */
export async function makeOwnerLink({ database, url }) {
	const { path, sql } = newOwnerLink();
	await database.batch(sql.map((statement) => database.prepare(statement)));
	return url + path;
}
