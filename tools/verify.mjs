// `npm run verify`: whether all books are as they were posted, organisation by organisation and year by year; names the first entry at
// which one breaks. `-- --local` and `-- --remote` choose; without either it is the deployed copy when wrangler is signed in.
import { bundle } from "./bundle.mjs";
import { hear } from "./children.mjs";
import { start } from "./local.mjs";
import { isSignedIn } from "./remote.mjs";

const asked = process.argv.find((word) => word === "--local" || word === "--remote");
const remote = asked ? asked === "--remote" : await isSignedIn();
const text = await bundle({ entry: "worker/funds/verify.ts" });
const { breakOf } = await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
const server = remote ? null : await start({ script: "export default {};" });

/** Rows of a question, here or there. */
async function ask(sql) {
	if (server) return server.db(sql);
	const heard = await hear("wrangler", ["d1", "execute", "DB", "--remote", "--json", "--command", sql]);
	if (heard.code !== 0) throw new Error(heard.text.trim());
	return JSON.parse(heard.text.slice(heard.text.indexOf("["), heard.text.lastIndexOf("]") + 1))[0].results;
}

const entryOf = ({ made_by: madeBy, made_from: madeFrom, ...row }) => ({
	...row,
	madeBy,
	madeFrom,
	lines: JSON.parse(row.lines),
	years: JSON.parse(row.years),
});
const quoted = (word) => `'${word.replaceAll("'", "''")}'`;

let [right, wrong, waiting] = [0, 0, 0];
for (const { organisation, year, name, head, entries, balances } of await ask(
	"select book.*, organisation.name from book join organisation on organisation.id = book.organisation order by path, year",
)) {
	if (head === "" && entries > 0) {
		waiting += 1;
		continue;
	}
	const rows = await ask(
		`select * from entry where organisation = ${quoted(organisation)} and year = ${Number(year)} order by position`,
	);
	const broken = await breakOf(rows.map(entryOf), { head, entries, balances: JSON.parse(balances) });
	if (broken) {
		wrong += 1;
		console.log(`${name} ${year}: ${broken.reason} at entry ${broken.position} (${broken.id ?? "its book"})`);
	} else right += 1;
}
await server?.stop();
console.log(`${right} books hold, ${wrong} break${waiting ? `, ${waiting} wait to be chained tonight` : ""}`);
process.exit(wrong === 0 ? 0 : 1);
