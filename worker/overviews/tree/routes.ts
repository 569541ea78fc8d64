import { treeSheet } from "../../../web/overviews/files";
import { TreePage, treeFacts } from "../../../web/overviews/tree";
import { paths } from "../../../web/paths";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { maySeeBelow } from "../../middleware/may";
import { pastDay } from "../../values/day";
import { treePage } from "./page";

/** The tree below an association, today or as it stood on a day. */
export const trees = room().get(
	paths.tree(":organisation"),
	maySeeBelow,
	describe({ summary: "What stands below, today or as of a day (?day=)", answers: treeFacts }),
	async (c) => {
		const { place, today, language } = c.var;
		const facts = await treePage(c.var, pastDay(c.req.query("day"), today));
		const format = formatOf(c);
		if (format) return file(c, format, treeSheet(facts, place, language));
		return face(c, { schema: treeFacts, page: TreePage }, facts);
	},
);
