import { words } from "../../../web/organisations/life/words";
import { paths } from "../../../web/paths";
import { RelocationPage, relocationFacts } from "../../../web/shaping/relocation";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, type Reader, room } from "../../http/door";
import { different, face, made, mistaken, overtaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { relocationSchema } from "../../organisations/life/input";
import { latestStage } from "../../organisations/life/latest";
import { dayMistake, isPossible, lifeActs } from "../../organisations/life/rules";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import { checkedBy, typedOf } from "../../values/typed";
import * as store from "./store";

const faces = { schema: relocationFacts, page: RelocationPage };

/** Moving an organisation under another parent, with all that is below it. */
export const relocations = room()
	.get(
		paths.relocation(":organisation"),
		may(lifeActs.relocation.needs),
		describe({ summary: "The form to move under another parent", answers: relocationFacts }),
		async (c) => {
			if (!isPossible("relocation", c.var.place)) return problem(c, 404, "not-found");
			const search = (c.req.query("search") ?? "").trim().slice(0, 40);
			return face(c, faces, await factsOf(c.var, search, freshForm({ day: c.var.today })));
		},
	)
	.post(
		paths.relocation(":organisation"),
		may(lifeActs.relocation.needs),
		describe({ summary: "Move under another parent, with all below", takes: relocationSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			if (!isPossible("relocation", place)) return problem(c, 404, "not-found");
			const typed = await bodyOf(c, relocationSchema);
			const [[under], [last], [latest]] = await db.batch([
				store.parentsFor(db, place, c.var, { id: typed.ok ? typed.value.under : "" }),
				store.countBelow(db, place),
				latestStage(db, place),
			]);
			const read = checkedBy(typed, ({ day }) => ({
				// A second copy finds it standing there already.
				under: under || isAlready(place, typed.ok ? typed.value.under : "") ? null : "not-a-choice",
				day: dayMistake(day, today, last?.since ?? "", under?.since ?? ""),
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...(await factsOf(c.var, "", form)), mistakes: form.mistakes });
			}
			const { value } = read;
			const to = under ?? { id: value.under, path: "", name: "", above: null, since: "" };
			const outcome = await onceAsChange(c.var, place.id, value, (by) =>
				store.move(db, place, to, value, by, latest?.id ?? ""),
			);
			if (outcome === "different")
				return different(c, faces, await factsOf(c.var, "", conflictingForm(typedOf(value))));
			if (outcome === "late") {
				const form = { ...freshForm(typedOf(value)), mistakes: { under: "overtaken" } };
				return overtaken(c, faces, await factsOf(c.var, "", form));
			}
			say(c, words[language].done.relocation(place.name));
			return made(c, paths.association(place.id));
		},
	);

const isAlready = ({ path }: Place, under: string) => path.split("/").at(-3) === under;

type Inside = { db: Database; place: Place; reader: Reader; today: Day };

/** The form with the parents that may be chosen, and how much goes along. */
async function factsOf(inside: Inside, search: string, form: FormState) {
	const { db, place } = inside;
	const [parents, [below]] = await db.batch([
		store.parentsFor(db, place, inside, { named: search }),
		store.countBelow(db, place),
	]);
	return {
		parents: parents.slice(0, store.mostParents),
		more: parents.length > store.mostParents,
		search,
		parentName: place.parentName,
		along: below?.count ?? 0,
		form,
	};
}
