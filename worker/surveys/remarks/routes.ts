import { paths, withQuery } from "../../../web/paths";
import { RemarksPage } from "../../../web/surveys/remarks";
import { remarksFacts } from "../../../web/surveys/remarks-facts";
import { words } from "../../../web/surveys/remarks-words";
import { onceAsChange } from "../../changes/once";
import { changedBefore, changesBy } from "../../changes/store";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { type Day, dayOf } from "../../values/day";
import { checkedBy, typedOf } from "../../values/typed";
import { waveFactsOf } from "../wave/facts";
import { waveOf } from "../wave/store";
import { hidingSchema, taggingSchema } from "./input";
import { hidingMistake, mostFound, mostHidings, textsAPage } from "./rules";
import * as store from "./store";

const faces = { schema: remarksFacts, page: RemarksPage };

/** What people wrote: read, searched, tagged, and names in it hidden. */
export const remarkTexts = room()
	.get(
		paths.waveRemarks(":organisation", ":wave"),
		may("see"),
		describe({ summary: "What people wrote", answers: remarksFacts }),
		async (c) => {
			const found = await textsAt(c.var, c.req.param("wave"), asked(c.req.query()));
			return found ? face(c, faces, found) : problem(c, 404, "not-found");
		},
	)
	.post(
		paths.waveRemarkTags(":organisation", ":wave"),
		may("see"),
		describe({ summary: "Put a tag on what people wrote, or take it off", takes: taggingSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const wave = c.req.param("wave");
			const view = asked(c.req.query());
			const found = await textsAt(c.var, wave, view);
			if (!found?.count || !found.tends) return problem(c, 404, "not-found");
			const read = await bodyOf(c, taggingSchema);
			if (!read.ok)
				return mistaken(c, faces, { ...found, tagging: mistakenForm(read), mistakes: read.mistakes });
			const outcome = await onceAsChange(c.var, store.subjectOf(wave), read.value, (by) =>
				store.tagRemarks(db, place, wave, read.value, by),
			);
			if (outcome === "different")
				return different(c, faces, { ...found, tagging: conflictingForm(typedOf(read.value)) });
			const { tag, off, remarks } = read.value;
			say(c, words[language][off ? "untagged" : "tagged"](tag, remarks.length));
			return made(c, withQuery(paths.waveRemarks(place.id, wave), kept(view)));
		},
	)
	.post(
		paths.waveRemarkHidings(":organisation", ":wave"),
		may("see"),
		describe({ summary: "Hide a name in what people wrote, for good", takes: hidingSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const wave = c.req.param("wave");
			const found = await textsAt(c.var, wave, asked(c.req.query()));
			if (!found?.count || !found.hides) return problem(c, 404, "not-found");
			const body = await bodyOf(c, hidingSchema);
			const texts = body.ok ? await store.textsWith(db, place, wave, body.value.name) : 0;
			// A second copy of the form finds the name no more, and that tells it from one with another name.
			const before =
				body.ok &&
				texts === 0 &&
				(await changedBefore(db, place, store.subjectOf(wave), body.value.id)) !== undefined;
			const read = checkedBy(body, () => ({
				name: before ? null : hidingMistake(texts, found.count ?? 0),
			}));
			if (!read.ok)
				return mistaken(c, faces, { ...found, hiding: mistakenForm(read), mistakes: read.mistakes });
			const question = found.wave.asked.questions.find(({ role }) => role === "remark")?.key ?? "";
			const { id, name } = read.value;
			// The change keeps nothing that is made of the name: by trying names it could be told again.
			const outcome = await onceAsChange(c.var, store.subjectOf(wave), { id }, (by) =>
				store.hideName(db, place, wave, { name, question }, by),
			);
			const stands = outcome === "again" && (await store.textsWith(db, place, wave, name)) > 0;
			if (outcome === "different" || stands)
				return different(c, faces, { ...found, hiding: conflictingForm(typedOf(read.value)) });
			// Where somebody else was a moment quicker, the name is hidden all the same, by them.
			say(c, words[language].hidden(outcome === "late" ? 0 : texts));
			return made(c, paths.waveRemarks(place.id, wave));
		},
	);

type Here = { db: Database; place: Place; today: Day; zone: string };

/** Which texts were asked for: a page of all, or those that hold some words or bear a tag. */
type Asked = { page: number; search: string; tag: string };

function asked(query: Record<string, string | undefined>): Asked {
	return {
		page: Math.max(1, Math.floor(Number(query.page) || 1)),
		search: (query.q ?? "").trim().slice(0, 40),
		tag: (query.tag ?? "").trim().slice(0, 20),
	};
}

const kept = ({ page, search, tag }: Asked) => ({
	page: page > 1 && !search && !tag ? page : null,
	q: search || null,
	tag: tag || null,
});

/** What may be read of a wave's texts here; null for a forged id. Where too few wrote, there are none. */
async function textsAt({ db, place, today, zone }: Here, id: string, view: Asked) {
	const searched = view.search !== "" || view.tag !== "";
	const [[row], texts, tags, hidings] = await db.batch([
		waveOf(db, place, id),
		searched ? store.remarksFound(db, place, id, view) : store.remarksOf(db, place, id, view.page - 1),
		store.remarkTagsOf(db, place, id),
		changesBy(db, place, store.subjectOf(id), store.hid, mostHidings),
	]);
	if (!row) return null;
	const wave = waveFactsOf(row, today);
	const count = wave.figures.remarks;
	return {
		...{ wave, count, ...view },
		texts:
			count === null
				? []
				: texts
						.slice(0, mostFound)
						.map(({ tags: borne, ...one }) => ({ ...one, tags: JSON.parse(borne) as string[] })),
		more: searched && texts.length > mostFound,
		tags: count === null ? [] : tags,
		pages: Math.max(1, Math.ceil((count ?? 0) / textsAPage)),
		hidings: hidings.map(({ at, by, details }) => ({
			day: dayOf(at, zone),
			by,
			texts: Number(JSON.parse(details).texts ?? 0),
		})),
		tends: count !== null && place.acts.some((act) => act === "run surveys" || act === "assess"),
		// What is said in a survey from above is about this very place: only whoever asked it, or assesses it, hides anything.
		hides:
			count !== null &&
			place.acts.some((act) => act === "assess" || (act === "run surveys" && row.organisation === place.id)),
		tagging: freshForm({ tag: view.tag, ...(view.tag ? { off: "on" } : {}) }) as FormState,
		hiding: freshForm() as FormState,
	};
}
