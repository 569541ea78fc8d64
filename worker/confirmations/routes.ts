import { ConfirmationPage, confirmationFacts } from "../../web/confirmations/page";
import { paths } from "../../web/paths";
import { describe } from "../http/describe";
import { room } from "../http/door";
import { face } from "../http/face";
import { problem } from "../http/problem";
import { maskedName, stillHolds } from "../officers/letters/rules";
import { letterBehind } from "../officers/letters/store";
import type { Database } from "../tables/database";
import { certificateBehind } from "../training/certificates/store";
import type { Day } from "../values/day";

/** What the code on a paper leads to, whatever paper it is. Nobody signs in here, and no search engine is to keep it. */
export const confirmations = room().get(
	paths.confirmation(":code"),
	describe({
		summary: "Whether a letter, plaque or certificate holds",
		answers: confirmationFacts,
		open: true,
	}),
	async (c) => {
		c.header("X-Robots-Tag", "noindex, nofollow");
		const found = await behind(c.var.db, c.req.param("code").slice(0, 40), c.var.today);
		return found
			? face(
					c,
					{ schema: confirmationFacts, page: ConfirmationPage },
					{ ...found, name: found.name && maskedName(found.name) },
				)
			: problem(c, 404, "not-found");
	},
);

/** The paper behind a code; nothing for a code that nobody was given. */
async function behind(db: Database, code: string, today: Day) {
	const [[letter], [certificate]] = await db.batch([letterBehind(db, code), certificateBehind(db, code)]);
	if (letter) {
		const { stands, ...rest } = letter;
		return {
			...rest,
			training: null,
			holds: stillHolds({ ...rest, organisationStands: stands === 1 }, today),
		};
	}
	if (!certificate) return null;
	const { title, day, onRoll, ...rest } = certificate;
	const held = onRoll === 1 && title !== null && day !== null;
	return {
		...rest,
		...{ kind: "certificate" as const, post: null, fromDay: null, toDay: null, dueDay: null },
		training: held ? { title, day } : null,
		holds: held,
	};
}
