import * as v from "valibot";
import { historySheet } from "../../../web/organisations/history/files";
import { HistoryPage, historyFacts } from "../../../web/organisations/history/show";
import { paths } from "../../../web/paths";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { face } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { may } from "../../middleware/may";
import { type StageAct, stageActs } from "../../tables/tree";
import { dayOf, isDay } from "../../values/day";
import { kindsOf } from "../kinds/store";
import { actNeeded, inOrder, isRetractable, stageOn } from "./rules";
import * as store from "./store";

/** What an organisation was, from day to day, and by whose acts. */
export const histories = room().get(
	paths.history(":organisation"),
	may("see"),
	describe({ summary: "An organisation's life: what it was when, and by which acts", answers: historyFacts }),
	async (c) => {
		const { db, place, today, zone } = c.var;
		const asked = c.req.query("day") ?? "";
		const day = isDay(asked) && asked <= today ? asked : null;
		const [rows, changes, kinds, mergers, splits] = await db.batch([
			store.stagesOf(db, place),
			store.correctionsOf(db, place),
			kindsOf(db),
			...store.passagesOf(db, place),
		]);
		const stages = inOrder(rows).map((row) => ({ ...row, madeOn: dayOf(row.madeAt, zone) }));
		const [latest] = stages;
		const format = formatOf(c);
		if (format) return file(c, format, historySheet({ stages, kinds }, c.var.language));
		return face(
			c,
			{ schema: historyFacts, page: HistoryPage },
			{
				stages,
				kinds,
				mergers,
				splits,
				day,
				stood: day ? (stageOn(stages, day) ?? null) : null,
				corrections: changes.map(({ details, at, ...rest }) => ({
					...rest,
					...correction(details),
					madeOn: dayOf(at, zone),
				})),
				retractable: isRetractable(latest, today) && place.acts.includes(actNeeded(latest.act, place)),
			},
		);
	},
);

const counts = v.optional(
	v.object({ adults: v.optional(v.nullable(v.number())), households: v.optional(v.nullable(v.number())) }),
	{},
);
const kept = v.object({
	from: counts,
	to: counts,
	act: v.optional(v.picklist(stageActs)),
	reason: v.optional(v.nullable(v.string())),
});

/** What a change kept: counts of people from and to, or the act that was taken back and why. */
function correction(details: string) {
	const read = v.safeParse(kept, JSON.parse(details));
	const {
		from = {},
		to = {},
		act,
		reason,
	} = read.success ? read.output : { act: undefined, reason: undefined };
	return { from, to, taken: (act ?? null) as StageAct | null, reason: reason ?? null };
}
