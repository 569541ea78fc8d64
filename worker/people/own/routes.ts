import type { Context } from "hono";
import * as v from "valibot";
import { paths } from "../../../web/paths";
import { OwnDataPage, ownDataFacts } from "../../../web/people/own-data";
import { words } from "../../../web/people/words";
import { describe } from "../../http/describe";
import { foundOut, room } from "../../http/door";
import { face } from "../../http/face";
import { problem } from "../../http/problem";
import { may, signedIn } from "../../middleware/may";
import { type Day, dayOf } from "../../values/day";
import { ownDataOf, type Within } from "./store";

const faces = { schema: ownDataFacts, page: OwnDataPage };

/** Everything held about one person: to read, to print, or as one file. */
export const ownData = room()
	.get(
		paths.ownData(":organisation", ":member"),
		may("register members"),
		describe({ summary: "Everything held about a member", answers: ownDataFacts }),
		(c) => answer(c, c.var.place, c.req.param("member"), paths.member(c.var.place.id, c.req.param("member"))),
	)
	.get(
		paths.myData(),
		signedIn,
		describe({ summary: "Everything held about oneself", answers: ownDataFacts }),
		(c) => answer(c, "everywhere", c.var.reader.person, paths.me()),
	);

async function answer(c: Context, within: Within, id: string, back: string) {
	const { db, today, zone, language } = foundOut(c);
	const known = await ownDataOf(db, within, id);
	if (!known) return problem(c, 404, "not-found");
	const facts = factsOf(known, today, zone, back);
	if (c.req.query("format") !== "json") return face(c, faces, facts);
	const name = encodeURIComponent(words[language].ownDataFile(known.one.name));
	c.header("Content-Disposition", `attachment; filename*=UTF-8''${name}.json`);
	c.header("Content-Type", "application/json; charset=utf-8");
	return c.body(JSON.stringify(v.parse(ownDataFacts, facts), null, "\t"));
}

type Known = NonNullable<Awaited<ReturnType<typeof ownDataOf>>>;

function factsOf(known: Known, today: Day, zone: string, back: string) {
	const { one, fields, tags, memberships, receipts, changes, ...rest } = known;
	const { name, sex, birthYear, telephone, address, note, further } = one;
	return {
		...{ asOf: today, back },
		person: {
			...{ name, sex, birthYear, telephone, address, note },
			further: fields.flatMap(({ id, zh, en }) =>
				further[id] === undefined ? [] : [{ zh, en, value: String(further[id]) }],
			),
		},
		memberships: memberships.map((period) => ({
			...period,
			paid: Object.keys(period.paid).map(Number),
			tags: tags.filter(({ id }) => period.tags.includes(id)).map(({ zh, en }) => ({ zh, en })),
		})),
		receipts: receipts.map(({ entryYear, number, ...receipt }) => ({
			...receipt,
			number: `${entryYear}-${number}`,
		})),
		...rest,
		changes: changes.map(({ at, details, ...change }) => ({
			...{ ...change, day: dayOf(at, zone) },
			details: JSON.parse(details) as Record<string, unknown>,
		})),
	};
}
