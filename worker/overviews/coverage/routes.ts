import { CoveragePage, coverageFacts } from "../../../web/overviews/coverage";
import { words } from "../../../web/overviews/coverage-words";
import { LifeListPage, lifeListFacts } from "../../../web/overviews/life-list";
import { sheetOfLines } from "../../../web/parts/sheet";
import { paths } from "../../../web/paths";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face } from "../../http/face";
import { file, formatOf, mostOf } from "../../http/file";
import { maySeeBelow } from "../../middleware/may";
import { yearAsked } from "../hollow/rules";
import { coveragePage, lifePage, mostTurns, mostTurnsInFile } from "./page";
import { showAsked } from "./rules";
import { mostListed } from "./store";

/** Coverage, and the year's list of what is founded, standardised and retired. */
export const coverages = room()
	.get(
		paths.coverage(":organisation"),
		maySeeBelow,
		describe({
			summary: "Places with an association of all places, and the places behind a figure",
			answers: coverageFacts,
		}),
		async (c) => {
			const { show, after } = c.req.query();
			const format = formatOf(c);
			const from = after && /^[0-9a-z]{1,16}$/.test(after) ? after : null;
			const facts = await coveragePage(c.var, showAsked(show), from, mostOf(format, mostListed));
			if (!format) return face(c, { schema: coverageFacts, page: CoveragePage }, facts);
			const word = words[c.var.language];
			const title = `${word.title}-${word.shows[facts.show]}`;
			const sheet = sheetOfLines(title, word.csvHead, facts.places.map(word.csvRow));
			return file(c, format, { ...sheet, next: facts.next });
		},
	)
	.get(
		paths.lifeList(":organisation"),
		maySeeBelow,
		describe({ summary: "What is founded, standardised and retired within a year", answers: lifeListFacts }),
		async (c) => {
			const asked = yearAsked(c.req.query("year"), c.var.today);
			const format = formatOf(c);
			const facts = await lifePage(c.var, asked, format ? mostTurnsInFile : mostTurns);
			if (!format) return face(c, { schema: lifeListFacts, page: LifeListPage }, facts);
			const word = words[c.var.language];
			const title = `${word.lifeTitle}-${asked}`;
			return file(c, format, sheetOfLines(title, word.lifeHead, facts.rows.map(word.lifeRow)));
		},
	);
