import { paths } from "../../../web/paths";
import * as facts from "../../../web/surveys/facts";
import { belowSheet, treeSheet, waveSheet } from "../../../web/surveys/files";
import { WaveFormPage } from "../../../web/surveys/form";
import { WaveListPage } from "../../../web/surveys/list";
import { WavePage } from "../../../web/surveys/show";
import { words } from "../../../web/surveys/words";
import { codeBook, workbookOf } from "../../../web/surveys/workbook";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { type Place, room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import type { Database } from "../../tables/database";
import { daysAfter, yearOf } from "../../values/day";
import { fingerprint } from "../../values/id";
import type { Language } from "../../values/language";
import { checkedBy, typedOf } from "../../values/typed";
import { criteriaMistake, usualCriteria } from "../assessment/rules";
import { belowOf } from "../below/rules";
import { surveysBelow } from "../below/store";
import { offeredFrom } from "../draft/facts";
import { questionnairesFor } from "../draft/store";
import { mostSlips } from "../link/rules";
import { openedOf } from "../units/facts";
import { wavesBelow } from "../units/store";
import { waveFactsOf } from "./facts";
import { waveSchema } from "./input";
import { costOf, waveMistakes } from "./rules";
import * as store from "./store";

const listFaces = { schema: facts.waveListFacts, page: WaveListPage };
const waveFaces = { schema: facts.waveFacts, page: WavePage };
const formFaces = { schema: facts.waveFormFacts, page: WaveFormPage };

const runs = may("run surveys");

type Here = { db: Database; place: Place };

/** What the form that opens a wave starts from. */
const startingPoint = (today: string, adults: number | null, questionnaire: string, language: Language) => ({
	questionnaire,
	first_day: today,
	last_day: daysAfter(today, 30),
	entry: "slip",
	slips: String(Math.min(adults ?? 200, 2000, mostSlips)),
	target: "90",
	denominator: "all",
	...{ scope: "here", issuer: "unit", assessors: "0", points: "", criteria: usualCriteria[language] },
});

/** An activity is asked about on the spot: by its poster, from today for a week. */
const aboutAnActivity = (activity: string, today: string) => ({
	...{ activity, questionnaire: "activity", last_day: daysAfter(today, 7), entry: "anyone", slips: "0" },
});

/** All that the form offers at a place: what may be asked, how far it would reach, and the activity it would ask about. */
async function offerAt({ db, place }: Here, activity: string | null) {
	const [made, [reach], [about]] = await db.batch([
		questionnairesFor(db, place),
		store.reachBelow(db, place),
		store.activityOf(db, place, activity ?? ""),
	]);
	const offered = offeredFrom(place, made).filter(({ version }) => version !== null);
	return { offered, reach: reach ?? null, about: about ?? null };
}
type Offer = Awaited<ReturnType<typeof offerAt>>;

function formFacts(
	form: ReturnType<typeof freshForm>,
	{ id, adults }: Place,
	{ offered, reach, about }: Offer,
) {
	const byCode = form.typed.entry !== "anyone";
	// A place without any below it is the lowest itself, and is asked as it stands.
	const below = reach && reach.units > 0 && reach.first !== id ? reach : null;
	return {
		form,
		questionnaires: offered.map(({ id: key, title }) => ({ id: key, title })),
		adults,
		cost: adults === null ? null : costOf(adults, byCode),
		below: below && { ...below, cost: costOf(below.adults, byCode) },
		activity: about,
	};
}

/** The list of waves, opening one, and one as it stands. */
export const waves = room()
	.get(
		paths.surveys(":organisation"),
		may("see"),
		describe({ summary: "Surveys so far, compared", answers: facts.waveListFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const after = /^(\d{4}-\d\d-\d\d)~([0-9a-z]{1,16})$/.exec(c.req.query("after") ?? "");
			const asked = Number(c.req.query("year"));
			const year = asked >= 2000 && asked <= 2199 ? Math.floor(asked) : yearOf(today);
			const format = formatOf(c);
			const cursor = after ? { firstDay: after[1] ?? "", id: after[2] ?? "" } : null;
			// Working a wave's figures out takes a while, so a file goes on page by page as the list does, if in longer ones.
			const most = format ? 5 * store.pageOfWaves : store.pageOfWaves;
			const [rows, units, opened] = await db.batch([
				store.wavesOf(db, place, cursor, most),
				surveysBelow(db, place, year),
				wavesBelow(db, place),
			]);
			const shown = rows.slice(0, most);
			const last = rows.length > shown.length ? shown.at(-1) : undefined;
			const waves = shown.map((row) => waveFactsOf(row, today));
			const next = last ? `${last.firstDay}~${last.id}` : null;
			const below = units.length > 0 ? belowOf(units, year) : null;
			if (format && below && c.req.query("list") === "below")
				return file(c, format, belowSheet(below, c.var.language));
			if (format) return file(c, format, waveSheet(waves, next, c.var.language));
			return face(c, listFaces, { waves, next, below, opened: opened.map((one) => openedOf(one, today)) });
		},
	)
	.get(
		paths.waveNew(":organisation"),
		runs,
		describe({ summary: "The form to open a survey", answers: facts.waveFormFacts }),
		async (c) => {
			const { place, today, language } = c.var;
			const offer = await offerAt(c.var, c.req.query("activity") ?? null);
			const asked = c.req.query("questionnaire");
			const questionnaire = offer.offered.find(({ id }) => id === asked)?.id ?? "village";
			const about = offer.about ? aboutAnActivity(offer.about.id, today) : {};
			const form = freshForm({ ...startingPoint(today, place.adults, questionnaire, language), ...about });
			return face(c, formFaces, formFacts(form, place, offer));
		},
	)
	.post(
		paths.surveys(":organisation"),
		runs,
		describe({ summary: "Open a survey, here or in all the lowest organisations below", takes: waveSchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const body = await bodyOf(c, waveSchema);
			const offer = await offerAt(c.var, body.ok ? body.value.activity : null);
			const read = checkedBy(
				body,
				({ questionnaire, activity, scope, first_day, last_day, criteria, assessors }) => ({
					criteria: criteriaMistake(criteria, assessors ?? 0),
					...waveMistakes(first_day, last_day, today),
					...(offer.offered.some(({ id }) => id === questionnaire) ? {} : { questionnaire: "not-a-choice" }),
					...(activity === null || (offer.about && scope !== "below") ? {} : { activity: "not-a-choice" }),
				}),
			);
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { ...formFacts(form, place, offer), mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const version = offer.offered.find(({ id }) => id === read.value.questionnaire)?.version ?? 1;
			const outcome = await once(
				() => store.openWave(db, place, read.value, version, { madeFrom, by: reader.person }),
				() => store.openedBefore(db, place, read.value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, formFaces, formFacts(conflictingForm(typedOf(read.value)), place, offer));
			say(c, words[language].opened);
			const asksBelow = read.value.scope === "below" && offer.reach?.first !== place.id;
			return made(c, (asksBelow ? paths.waveUnits : paths.wave)(place.id, read.value.id));
		},
	)
	.get(
		paths.wave(":organisation", ":wave"),
		may("see"),
		describe({ summary: "A survey: how it stands, and once closed its result", answers: facts.waveFacts }),
		async (c) => {
			const [row] = await store.waveOf(c.var.db, c.var.place, c.req.param("wave"));
			if (!row) return problem(c, 404, "not-found");
			const wave = waveFactsOf(row, c.var.today);
			const format = formatOf(c);
			if (!format) return face(c, waveFaces, wave);
			const { language } = c.var;
			const days = words[language].days(wave);
			switch (c.req.query("list")) {
				case "below":
					return file(c, format, treeSheet(wave, days, language));
				case "codes":
					return file(c, format, codeBook(wave, language));
				default:
					return file(c, format, workbookOf(wave, c.var.place.name, language));
			}
		},
	);
