import { MemberChangesPage, memberChangesFacts } from "../../../web/members/history/page";
import { paths } from "../../../web/paths";
import { changesOf } from "../../changes/store";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face } from "../../http/face";
import { problem } from "../../http/problem";
import { may } from "../../middleware/may";
import { furtherFields } from "../fields/store";
import { rootOf } from "../rules";
import { memberOf } from "../store";
import { tagsOf } from "../tags/store";
import { afterOf, afterText, definedWords, historyOf } from "./rules";

/** How many changes one page of a history shows. */
const pageOfChanges = 30;

/** Every change on a member's record. */
export const memberHistories = room().get(
	paths.memberChanges(":organisation", ":member"),
	may("see"),
	describe({ summary: "Every change on a member's record", answers: memberChangesFacts }),
	async (c) => {
		const { db, place, zone } = c.var;
		const id = c.req.param("member");
		const after = afterOf(c.req.query("after"));
		const [[member], rows, tags, fields] = await db.batch([
			memberOf(db, place, id),
			changesOf(db, place, id, pageOfChanges + 1, after),
			tagsOf(db, rootOf(place)),
			furtherFields(db, rootOf(place)),
		]);
		if (!member) return problem(c, 404, "not-found");
		const page = rows.slice(0, pageOfChanges);
		const last = page.at(-1);
		return face(
			c,
			{ schema: memberChangesFacts, page: MemberChangesPage },
			{
				member: { id: member.id, name: member.name },
				changes: historyOf(page, zone),
				defined: definedWords(tags, fields),
				first: after === undefined,
				next: rows.length > page.length && last ? afterText(last) : null,
			},
		);
	},
);
