import type { Context } from "hono";
import { MergerPage, mergerFacts } from "../../../web/mergers/merger";
import { MergerFormPage, mergerFormFacts } from "../../../web/mergers/merger-form";
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
import { dayMistake } from "../../organisations/life/rules";
import { type Day, isDay } from "../../values/day";
import { fingerprint } from "../../values/id";
import { checkedBy, typedOf } from "../../values/typed";
import { previewOf, previewQuestions } from "../preview";
import { mergerSchema } from "./input";
import { blockersOf } from "./rules";
import * as store from "./store";

const formFaces = { schema: mergerFormFacts, page: MergerFormPage };

/** Two associations become one: shown beforehand with all that stands against it and all that moves, then all or nothing. */
export const mergers = room()
	.get(
		paths.mergerNew(":organisation"),
		may("shape the tree"),
		describe({ summary: "What merging another into this one would do", answers: mergerFormFacts }),
		async (c) => {
			const { gone = "", day = "", search = "" } = c.req.query();
			const on = isDay(day) && day <= c.var.today ? day : c.var.today;
			const preview = await previewed(c, c.var.place, gone, on, search.trim().slice(0, 40));
			return face(c, formFaces, { ...preview.facts, form: freshForm({ day: on }) });
		},
	)
	.post(
		paths.mergers(":organisation"),
		may("shape the tree"),
		describe({ summary: "Merge another association into this one", takes: mergerSchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const typed = await bodyOf(c, mergerSchema);
			const gone = typed.ok ? typed.value.gone : String(typed.typed.gone ?? "");
			const preview = await previewed(
				c,
				place,
				gone,
				typed.ok ? typed.value.day : today,
				"",
				typed.ok ? typed.value.id : "",
			);
			const { before, facts, going, since } = preview;
			const read = checkedBy(typed, ({ day }) => ({
				gone: going
					? facts.blockers.length > 0 && before === undefined
						? "unsettled"
						: null
					: "not-a-choice",
				day: before === undefined ? dayMistake(day, today, since ?? "") : null,
			}));
			if (!read.ok || !going) {
				const form = mistakenForm(
					read.ok ? { ok: false, mistakes: { gone: "not-a-choice" }, typed: {} } : read,
				);
				return mistaken(c, formFaces, { ...facts, form, mistakes: form.mistakes });
			}
			const { value } = read;
			const by = { id: value.id, madeFrom: await fingerprint(value), by: reader.person };
			const known = async () => (await store.mergedBefore(db, place, value.id))[0]?.madeFrom;
			const outcome = await once(() => store.merge(db, going, value.reason, by, today), known, by.madeFrom);
			if (outcome === "different") {
				const now = await previewed(c, place, gone, value.day, "");
				if (before !== undefined || (await known()) !== undefined)
					return different(c, formFaces, { ...now.facts, form: conflictingForm(typedOf(value)) });
				const form = { ...freshForm(typedOf(value)), mistakes: { gone: "overtaken" } };
				return overtaken(c, formFaces, { ...now.facts, form });
			}
			say(c, words[language].merged(going.from.name, place.name));
			return made(c, paths.merger(place.id, value.id));
		},
	)
	.get(
		paths.merger(":organisation", ":merger"),
		may("see"),
		describe({ summary: "A merger, and what moved", answers: mergerFacts }),
		async (c) => {
			const [[merger], { results }] = await c.var.db.batch([
				...store.mergerOf(c.var.db, c.var.place, c.req.param("merger")),
			]);
			if (!merger) return problem(c, 404, "not-found");
			const members = (results as { name: string }[]).map(({ name }) => name);
			return face(c, { schema: mergerFacts, page: MergerPage }, { ...merger, members });
		},
	);

/** What a merger would do on a day: in one batch whatever it comes to, shown only of what the reader may shape. */
async function previewed(c: Context, place: Place, gone: string, day: Day, search: string, id = "") {
	const { db, today } = foundOut(c);
	const other = otherPlace(c, gone);
	const path = place.path.replace(/[^/]+\/$/, `${gone}/`);
	const asked: GoingOver = {
		from: { id: gone, path, name: "" },
		to: place,
		day,
		because: "merged",
		who: "everybody",
	};
	const [rows, beside, unsettled, before, ...rest] = await db.batch([
		other.rows,
		store.organisationsBeside(db, place, search, today),
		store.unsettledAt(db, place, gone),
		store.mergedBefore(db, place, id),
		...previewQuestions(db, asked),
	]);
	const found = other.placeOf(rows);
	const from = found?.acts.includes("shape the tree") ? found : null;
	const { since, ...left } = unsettled.results[0] as store.Unsettling;
	const along = from ? previewOf(rest) : null;
	return {
		before: before[0]?.madeFrom,
		since,
		going: from && { ...asked, from },
		facts: {
			search,
			beside: beside.slice(0, store.mostBeside),
			more: beside.length > store.mostBeside,
			gone: from && {
				...{ id: from.id, name: from.name, admits: from.acts.includes("admit members") },
				registers: from.acts.includes("register members"),
			},
			day,
			blockers: from && along ? blockersOf(place, from, left, along.stuck.length) : [],
			along,
		},
	};
}
