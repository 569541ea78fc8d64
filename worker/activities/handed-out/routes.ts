import { handedOutSheet } from "../../../web/activities/handed-out/files";
import { HandedOutPage, handedOutFacts } from "../../../web/activities/handed-out/page";
import { paths } from "../../../web/paths";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { may } from "../../middleware/may";
import { mayBelow } from "../../roles/may";
import { yearOf } from "../../values/day";
import { yearAsked } from "../report/rules";
import * as store from "./store";

const faces = { schema: handedOutFacts, page: HandedOutPage };

/** What was handed out in a year: summed by thing, and each sum's lines. */
export const handedOut = room().get(
	paths.handedOut(":organisation"),
	may("see"),
	describe({ summary: "What was handed out in a year, and where", answers: handedOutFacts }),
	async (c) => {
		const { db, place, today, language } = c.var;
		const { year: asked, thing = "", unit = "" } = c.req.query();
		const year = yearAsked(asked, yearOf(today));
		const below = mayBelow(place.holds, "see");
		const format = formatOf(c);
		if (thing && !format) {
			const one = { thing: thing.slice(0, 120), unit: unit.slice(0, 120) || null };
			const [at, by] = await db.batch([
				store.handedOutAt(db, place, year, one),
				store.handedOutBy(db, place, year, one),
			]);
			return face(c, faces, { year, below, things: [], of: { ...one, at, by: below ? by : [] } });
		}
		const facts = { year, below, things: await store.handedOut(db, place, year, below), of: null };
		return format ? file(c, format, handedOutSheet(facts, language)) : face(c, faces, facts);
	},
);
