import { ActivityBookPage, activityBookFacts } from "../../../web/overviews/books/activities";
import { MemberBookPage, memberBookFacts } from "../../../web/overviews/books/members";
import { OfficerBookPage, officerBookFacts } from "../../../web/overviews/books/officers";
import { paths } from "../../../web/paths";
import { yearAsked } from "../../activities/report/rules";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face } from "../../http/face";
import { may } from "../../middleware/may";
import { officersOf } from "../../officers/council";
import { yearOf } from "../../values/day";
import { activityBook, memberBook } from "./pages";

/** Registers as books to be printed: what a district still wants on paper, in a folder. */
export const books = room()
	.get(
		paths.memberBook(":organisation"),
		may("see"),
		describe({ summary: "The register of members as a book, and the books below", answers: memberBookFacts }),
		async (c) => face(c, { schema: memberBookFacts, page: MemberBookPage }, await memberBook(c.var)),
	)
	.get(
		paths.officerBook(":organisation"),
		may("see"),
		describe({ summary: "The register of officers as a book", answers: officerBookFacts }),
		async (c) => {
			const { facts } = await officersOf(c.var, c.var.today);
			return face(c, { schema: officerBookFacts, page: OfficerBookPage }, facts);
		},
	)
	.get(
		paths.activityBook(":organisation"),
		may("see"),
		describe({ summary: "A year's activities as a book", answers: activityBookFacts }),
		async (c) => {
			const year = yearAsked(c.req.query("year"), yearOf(c.var.today));
			const faces = { schema: activityBookFacts, page: ActivityBookPage };
			return face(c, faces, await activityBook(c.var, year));
		},
	);
