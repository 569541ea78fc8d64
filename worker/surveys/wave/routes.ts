import { paths } from "../../../web/paths";
import * as facts from "../../../web/surveys/facts";
import { belowSheet, tableSheet, waveSheet } from "../../../web/surveys/files";
import { WaveFormPage } from "../../../web/surveys/form";
import { WaveListPage } from "../../../web/surveys/list";
import { WavePage } from "../../../web/surveys/show";
import { words } from "../../../web/surveys/words";
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
import { checkedBy, typedOf } from "../../values/typed";
import { belowOf } from "../below/rules";
import { surveysBelow } from "../below/store";
import { type Offered, questionnairesOffered } from "../draft/facts";
import { mostSlips } from "../link/rules";
import { tableOf, waveFactsOf } from "./facts";
import { waveSchema } from "./input";
import { costOf, waveMistakes } from "./rules";
import * as store from "./store";

const listFaces = { schema: facts.waveListFacts, page: WaveListPage };
const waveFaces = { schema: facts.waveFacts, page: WavePage };
const formFaces = { schema: facts.waveFormFacts, page: WaveFormPage };

const runs = may("run surveys");

/** What the form that opens a wave starts from. */
const startingPoint = (today: string, adults: number | null, questionnaire: string) => ({
	questionnaire,
	first_day: today,
	last_day: daysAfter(today, 30),
	entry: "slip",
	slips: String(Math.min(adults ?? 200, 2000, mostSlips)),
	target: "90",
	denominator: "all",
});

/** What may be asked: every questionnaire of which a version is published. */
const askable = async (db: Database, place: Place) =>
	(await questionnairesOffered(db, place)).filter(({ version }) => version !== null);

const formFacts = (form: ReturnType<typeof freshForm>, adults: number | null, offered: Offered[]) => ({
	form,
	questionnaires: offered.map(({ id, title }) => ({ id, title })),
	adults,
	cost: adults === null ? null : costOf(adults, form.typed.entry !== "anyone"),
});

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
			const [rows, units] = await db.batch([
				store.wavesOf(db, place, cursor, most),
				surveysBelow(db, place, year),
			]);
			const shown = rows.slice(0, most);
			const last = rows.length > shown.length ? shown.at(-1) : undefined;
			const waves = shown.map((row) => waveFactsOf(row, today));
			const next = last ? `${last.firstDay}~${last.id}` : null;
			const below = units.length > 0 ? belowOf(units, year) : null;
			if (format && below && c.req.query("list") === "below")
				return file(c, format, belowSheet(below, c.var.language));
			if (format) return file(c, format, waveSheet(waves, next, c.var.language));
			return face(c, listFaces, { waves, next, below });
		},
	)
	.get(
		paths.waveNew(":organisation"),
		runs,
		describe({ summary: "The form to open a survey", answers: facts.waveFormFacts }),
		async (c) => {
			const { db, place, today } = c.var;
			const offered = await askable(db, place);
			const asked = offered.find(({ id }) => id === c.req.query("questionnaire"))?.id ?? "village";
			const form = freshForm(startingPoint(today, place.adults, asked));
			return face(c, formFaces, formFacts(form, place.adults, offered));
		},
	)
	.post(
		paths.surveys(":organisation"),
		runs,
		describe({ summary: "Open a survey", takes: waveSchema }),
		async (c) => {
			const { db, place, today, reader, language } = c.var;
			const offered = await askable(db, place);
			const read = checkedBy(await bodyOf(c, waveSchema), ({ questionnaire, first_day, last_day }) => ({
				...waveMistakes(first_day, last_day, today),
				...(offered.some(({ id }) => id === questionnaire) ? {} : { questionnaire: "not-a-choice" }),
			}));
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, formFaces, { ...formFacts(form, place.adults, offered), mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const version = offered.find(({ id }) => id === read.value.questionnaire)?.version ?? 1;
			const outcome = await once(
				() => store.openWave(db, place, read.value, version, { madeFrom, by: reader.person }),
				() => store.openedBefore(db, place, read.value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(
					c,
					formFaces,
					formFacts(conflictingForm(typedOf(read.value)), place.adults, offered),
				);
			say(c, words[language].opened);
			return made(c, paths.wave(place.id, read.value.id));
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
			return file(c, format, tableSheet(tableOf(wave, language), days, language));
		},
	);
