import type { Context } from "hono";
import { SplitPage, splitFacts } from "../../../web/mergers/split";
import { SplitFormPage, splitFormFacts } from "../../../web/mergers/split-form";
import { words } from "../../../web/mergers/words";
import { paths } from "../../../web/paths";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { foundOut, type Place, room } from "../../http/door";
import { different, face, made, mistaken, overtaken } from "../../http/face";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import type { GoingOver } from "../../members/transfer/moving";
import { may } from "../../middleware/may";
import { otherPlace } from "../../middleware/reader";
import { kindMistake } from "../../organisations/kinds/rules";
import { dayMistake } from "../../organisations/life/rules";
import { type Day, isDay } from "../../values/day";
import { fingerprint } from "../../values/id";
import { checkedBy, typedOf } from "../../values/typed";
import { previewOf, previewQuestions } from "../preview";
import { splitSchema } from "./input";
import { blockersOf } from "./rules";
import * as store from "./store";

const formFaces = { schema: splitFormFacts, page: SplitFormPage };

/** Groups leave an association to become one of their own: shown beforehand, then all or nothing. */
export const splits = room()
	.get(
		paths.splitNew(":organisation"),
		may("shape the tree"),
		describe({ summary: "What splitting groups off would do", answers: splitFormFacts }),
		async (c) => {
			const { day = "" } = c.req.query();
			const on = isDay(day) && day <= c.var.today ? day : c.var.today;
			const preview = await previewed(c, c.var.place, {
				groups: c.req.queries("group") ?? [],
				day: on,
				id: "",
			});
			if (!preview) return problem(c, 404, "not-found");
			return face(c, formFaces, { ...preview.facts, form: freshForm({ day: on, kind: c.var.place.kind }) });
		},
	)
	.post(
		paths.splits(":organisation"),
		may("shape the tree"),
		describe({ summary: "Split groups off into an association of their own", takes: splitSchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const typed = await bodyOf(c, splitSchema);
			const raw = typed.ok ? typed.value.group : [typed.typed.group ?? []].flat();
			const asked = {
				groups: raw,
				day: typed.ok ? typed.value.day : today,
				id: typed.ok ? typed.value.id : "",
			};
			const preview = await previewed(c, place, asked);
			if (!preview) return problem(c, 404, "not-found");
			const { before, facts, going, parent, since } = preview;
			const again = before !== undefined;
			const read = checkedBy(typed, ({ day, kind, group }) => ({
				group: again ? null : groupMistake(facts, group),
				kind: kindMistake(facts.kinds, kind),
				day: again ? null : dayMistake(day, today, since ?? ""),
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { ...facts, form, mistakes: form.mistakes });
			}
			const { value } = read;
			const by = { id: value.id, madeFrom: await fingerprint(value), by: reader.person };
			const to = { id: value.id, path: `${parent.path}${value.id}/`, name: value.organisation };
			const known = async () => (await store.splitBefore(db, place, value.id))[0]?.madeFrom;
			const outcome = await once(
				() => store.splitOff(db, place, { going: { ...going, to }, parent, typed: value, by, today }),
				known,
				by.madeFrom,
			);
			if (outcome === "different") {
				if (again || (await known()) !== undefined)
					return different(c, formFaces, { ...facts, form: conflictingForm(typedOf(value)) });
				const form = { ...freshForm(typedOf(value)), mistakes: { group: "overtaken" } };
				return overtaken(c, formFaces, { ...facts, form });
			}
			say(c, words[language].splitOff(value.organisation));
			return made(c, paths.split(place.id, value.id));
		},
	)
	.get(
		paths.split(":organisation", ":split"),
		may("see"),
		describe({ summary: "A split, and what went over", answers: splitFacts }),
		async (c) => {
			const [[split], { results }] = await c.var.db.batch([
				...store.splitOf(c.var.db, c.var.place, c.req.param("split")),
			]);
			if (!split) return problem(c, 404, "not-found");
			const members = (results as { name: string }[]).map(({ name }) => name);
			return face(c, { schema: splitFacts, page: SplitPage }, { ...split, members });
		},
	);

type Asked = { groups: readonly string[]; day: Day; id: string };

/** What a split would do, in one batch; nothing where there is no parent in which the reader may found another. */
async function previewed(c: Context, place: Place, { groups, day, id }: Asked) {
	const { db } = foundOut(c);
	const above = place.path.split("/").at(-3) ?? "";
	const other = otherPlace(c, above);
	const going: GoingOver = {
		...{ from: place, to: { id: "", path: "", name: "" }, day },
		because: "split",
		who: { groups: JSON.stringify(groups.slice(0, 60)) },
	};
	// Before groups are chosen there is nothing to ask about them.
	const questions = groups.length > 0 ? [store.unsettledAt(db, going), ...previewQuestions(db, going)] : [];
	const [rows, kinds, every, before, ...rest] = await db.batch([
		other.rows,
		store.kindsUnderParent(db, above),
		store.groupsAt(db, place),
		store.splitBefore(db, place, id),
		...questions,
	]);
	const [unsettled, ...previews] = rest as readonly D1Result[];
	const parent = other.placeOf(rows);
	if (!parent?.acts.includes("found organisations")) return null;
	const found = every.results as store.Group[];
	const chosen = found.filter((group) => groups.includes(group.id)).map((group) => group.id);
	const along = previewOf(previews);
	const { transfers, since } = (unsettled?.results[0] ?? { transfers: 0, since: null }) as store.Unsettling;
	return {
		before: before[0]?.madeFrom,
		since,
		parent,
		going,
		facts: {
			parent: parent.name,
			groups: found,
			chosen,
			kinds,
			day,
			blockers: blockersOf(transfers, along.stuck.length),
			along: chosen.length > 0 ? along : null,
		},
	};
}

type Facts = NonNullable<Awaited<ReturnType<typeof previewed>>>["facts"];

/** The mistake in the groups: one that isn't there any more, something unsettled, or nobody in them. */
function groupMistake({ chosen, blockers, along }: Facts, typed: readonly string[]): string | null {
	if (chosen.length !== new Set(typed).size) return "not-a-choice";
	if (blockers.length > 0) return "unsettled";
	return along?.members.length ? null : "nobody";
}
