import { HollowPage, hollowFacts } from "../../../web/overviews/hollow";
import { words } from "../../../web/overviews/hollow-words";
import { RegisterOnlyPage, registerOnlyFacts } from "../../../web/overviews/register-only";
import { sheetOfLines } from "../../../web/parts/sheet";
import { paths } from "../../../web/paths";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { may, maySeeBelow } from "../../middleware/may";
import { hollowPage, registerOnlyPage } from "./page";
import { yearAsked } from "./rules";
import { mostInFile, mostListed, mostNames } from "./store";

/** What exists on paper only: associations 挂牌协会, and members 名册会员. */
export const hollows = room()
	.get(
		paths.hollow(":organisation"),
		maySeeBelow,
		describe({
			summary: "Associations and members on paper only, by what their year lacks",
			answers: hollowFacts,
		}),
		async (c) => {
			const { list, year } = c.req.query();
			const format = formatOf(c);
			const asked = yearAsked(year, c.var.today);
			const facts = await hollowPage(c.var, asked, format ? mostInFile : mostListed);
			const word = words[c.var.language];
			if (!format) return face(c, { schema: hollowFacts, page: HollowPage }, facts);
			const [names, quiet] = [facts.names.map(word.namesRow), facts.quiet.map(word.csvRow)];
			return list === "names"
				? file(c, format, sheetOfLines(`${word.names}-${asked}`, word.namesHead, names))
				: file(c, format, sheetOfLines(`${word.title}-${asked}`, word.csvHead, quiet));
		},
	)
	.get(
		paths.registerOnly(":organisation"),
		may("see"),
		describe({ summary: "An association's members on the register only", answers: registerOnlyFacts }),
		async (c) => {
			const format = formatOf(c);
			const facts = await registerOnlyPage(c.var, format ? mostInFile : mostNames);
			if (!format) return face(c, { schema: registerOnlyFacts, page: RegisterOnlyPage }, facts);
			const word = words[c.var.language];
			return file(c, format, sheetOfLines(word.names, word.membersHead, facts.members.map(word.membersRow)));
		},
	);
