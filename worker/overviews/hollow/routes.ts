import { HollowPage, hollowFacts } from "../../../web/overviews/hollow";
import { words } from "../../../web/overviews/hollow-words";
import { RegisterOnlyPage, registerOnlyFacts } from "../../../web/overviews/register-only";
import { paths } from "../../../web/paths";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { csv, face } from "../../http/face";
import { may } from "../../middleware/may";
import { hollowPage, registerOnlyPage } from "./page";
import { yearAsked } from "./rules";
import { mostInFile, mostListed } from "./store";

/** What exists on paper only: associations 挂牌协会, and members 名册会员. */
export const hollows = room()
	.get(
		paths.hollow(":organisation"),
		may("see"),
		describe({
			summary: "Associations and members on paper only, by what their year lacks",
			answers: hollowFacts,
		}),
		async (c) => {
			const { format, list, year } = c.req.query();
			const asked = yearAsked(year, c.var.today);
			const facts = await hollowPage(c.var, asked, format === "csv" ? mostInFile : mostListed);
			const word = words[c.var.language];
			if (format !== "csv") return face(c, { schema: hollowFacts, page: HollowPage }, facts);
			return list === "names"
				? csv(c, `${word.names} ${asked}`, [word.namesHead, ...facts.names.map((row) => word.namesRow(row))])
				: csv(c, `${word.title} ${asked}`, [word.csvHead, ...facts.quiet.map((row) => word.csvRow(row))]);
		},
	)
	.get(
		paths.registerOnly(":organisation"),
		may("see"),
		describe({ summary: "An association's members on the register only", answers: registerOnlyFacts }),
		async (c) => {
			const file = c.req.query("format") === "csv";
			const facts = await registerOnlyPage(c.var, file ? mostInFile : mostListed);
			if (!file) return face(c, { schema: registerOnlyFacts, page: RegisterOnlyPage }, facts);
			const word = words[c.var.language];
			return csv(c, word.names, [word.membersHead, ...facts.members.map((row) => word.membersRow(row))]);
		},
	);
