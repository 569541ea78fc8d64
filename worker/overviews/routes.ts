import { boardSheet } from "../../web/overviews/files";
import { HomePage } from "../../web/overviews/home";
import { homeFacts } from "../../web/overviews/home-facts";
import { MemberPage } from "../../web/overviews/member";
import { memberFacts } from "../../web/overviews/member-facts";
import { paths } from "../../web/paths";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { face } from "../http/face";
import { file, formatOf } from "../http/file";
import { problem } from "../http/problem";
import { may } from "../middleware/may";
import { renewNow } from "../training/board/store";
import { renewBoard } from "./board";
import { boardIsStale, homeOf } from "./home";
import { memberPageOf } from "./store";

/** Pages that gather from many rooms: an association's home, and a member. They stand at the river's end. */
export const overviews = room()
	.get(
		paths.home(":organisation"),
		may("see"),
		describe({ summary: "An association's year: what is missing, and so far", answers: homeFacts }),
		async (c) => {
			const { db, place } = c.var;
			const facts = await homeOf(c.var, c.req.query("year"));
			if (facts.stale) c.executionCtx.waitUntil(renewNow(db, place, c.var.today));
			if (boardIsStale(facts)) c.executionCtx.waitUntil(renewBoard(db, facts.year, place));
			const format = facts.board && formatOf(c);
			if (facts.board && format) return file(c, format, boardSheet(facts.board, facts.year, c.var.language));
			return face(c, { schema: homeFacts, page: HomePage }, facts);
		},
	)
	.get(
		paths.member(":organisation", ":member"),
		may("see"),
		describe({ summary: "A member: record, membership, dues, activities, changes", answers: memberFacts }),
		async (c) => {
			const facts = await memberPageOf(c.var, c.req.param("member"));
			return facts ? face(c, { schema: memberFacts, page: MemberPage }, facts) : problem(c, 404, "not-found");
		},
	);
