import { sql } from "drizzle-orm";
import type * as v from "valibot";
import { LifePage, lifeFacts } from "../../../web/organisations/life/form";
import { words } from "../../../web/organisations/life/words";
import { paths } from "../../../web/paths";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken, overtaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { StageAct } from "../../tables/tree";
import { checkedBy, type Typed, typedOf } from "../../values/typed";
import { kindMistake } from "../kinds/rules";
import { kindsBeside } from "../kinds/store";
import { foundingHereSchema, lifeActSchema, renamingSchema } from "./input";
import { isStill, latestStage, live } from "./latest";
import { dayMistake, isPossible, lifeActs } from "./rules";
import type { Becoming } from "./store";

const faces = { schema: lifeFacts, page: LifePage };

/** What the forms of these acts bring along, each its part of it. */
type Value = { id: string; day: string; reason: string | null; organisation?: string; kind?: string };
type LifeSchema = v.GenericSchema<unknown, Value>;

type Definition = {
	path: (organisation: string) => string;
	summary: string;
	takes: LifeSchema;
	/** What the form starts from. */
	starts?: (place: Place) => Typed;
	becoming: (value: Value) => Becoming;
	begins: (place: Place, value: Value) => StageAct;
};

/** The acts that touch an organisation alone. */
const acts = {
	founding: {
		path: paths.founding,
		summary: "Found an association where there is none, or again",
		takes: foundingHereSchema,
		starts: ({ name }) => ({ organisation: name }),
		becoming: ({ organisation: name }) => ({ ...(name && { name }), status: "active" }),
		begins: ({ status }) => (status === "deregistered" ? "reinstated" : "founded"),
	},
	renaming: {
		path: paths.renaming,
		summary: "Give another name or kind",
		takes: renamingSchema,
		starts: ({ name, kind }) => ({ organisation: name, kind }),
		becoming: ({ organisation: name, kind }) => ({ ...(name && { name }), ...(kind && { kind }) }),
		begins: ({ name }, { organisation }) => (organisation === name ? "rekinded" : "renamed"),
	},
	standardisation: {
		path: paths.standardisation,
		summary: "Put under standardisation",
		takes: lifeActSchema,
		becoming: () => ({ status: "standardising" }),
		begins: () => "standardised",
	},
	"standardisation-end": {
		path: paths.standardisationEnd,
		summary: "End the standardisation",
		takes: lifeActSchema,
		becoming: () => ({ status: "active" }),
		begins: () => "normalised",
	},
} as const satisfies Record<string, Definition>;

/** Acts of an organisation's life, each dated and with a reason. */
export const life = room();

for (const name of Object.keys(acts) as (keyof typeof acts)[]) {
	const { path, summary, takes, starts, becoming, begins }: Definition = acts[name];
	const { needs } = lifeActs[name];
	const asksKind = "kind" in (takes as unknown as { entries: object }).entries;

	life
		.get(
			path(":organisation"),
			may(needs),
			describe({ summary: `The form to: ${summary.toLowerCase()}`, answers: lifeFacts }),
			async (c) => {
				const { db, place, today } = c.var;
				if (!isPossible(name, place)) return problem(c, 404, "not-found");
				const kinds = asksKind ? await kindsBeside(db, place) : [];
				return face(c, faces, { act: name, kinds, form: freshForm({ day: today, ...starts?.(place) }) });
			},
		)
		.post(path(":organisation"), may(needs), describe({ summary, takes }), async (c) => {
			const { db, place, today, language } = c.var;
			const [[latest], kinds] = await db.batch([latestStage(db, place), kindsBeside(db, place)]);
			const facts = { act: name, kinds: asksKind ? kinds : [] };
			const read = checkedBy(await bodyOf(c, takes), ({ day, kind }) => ({
				day: dayMistake(day, today, latest?.fromDay ?? ""),
				...(kind !== undefined && { kind: kindMistake(kinds, kind) }),
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, faces, { ...facts, form, mistakes: form.mistakes });
			}
			const { value } = read;
			const possible = latest && isPossible(name, { ...place, status: latest.status });
			const guard = possible ? isStill(place, latest.id) : sql`false`;
			const outcome = await onceAsChange(c.var, place.id, value, (by) =>
				live(db, place, begins(place, value), value, becoming(value), by, guard),
			);
			if (outcome === "different")
				return different(c, faces, { ...facts, form: conflictingForm(typedOf(value)) });
			if (outcome === "late") {
				const form = { ...freshForm(typedOf(value)), mistakes: { day: "overtaken" } };
				return overtaken(c, faces, { ...facts, form });
			}
			say(c, words[language].done[name](value.organisation ?? place.name));
			return made(c, paths.association(place.id));
		});
}
