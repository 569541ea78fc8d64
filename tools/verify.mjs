// `npm run verify`: whether all books are as they were posted, organisation by organisation and year by year; names the first entry at
// which one breaks. `-- --local` and `-- --remote` choose; without either it is the deployed copy when wrangler is signed in.
import { bundle } from "./bundle.mjs";
import { copyOf } from "./copy.mjs";

const text = await bundle({ entry: "worker/funds/verify.ts" });
const { breakOf } = await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
const copy = await copyOf(process.argv);

/** Rows of a question. */
const ask = async (sql) => (await copy.ask([sql]))[0];

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
copy.close();
console.log(
	`${right} ${right === 1 ? "book holds" : "books hold"}, ${wrong} ${wrong === 1 ? "breaks" : "break"}${waiting ? `, ${waiting} wait to be chained tonight` : ""}`,
);
process.exit(wrong === 0 ? 0 : 1);
