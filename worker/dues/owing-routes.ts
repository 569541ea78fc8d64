import { ArrearsPage, arrearsFacts } from "../../web/dues/arrears";
import { arrearsSheet, waiversSheet } from "../../web/dues/files";
import { words } from "../../web/dues/owing-words";
import { RunsPage, runsFacts } from "../../web/dues/runs";
import { WaiversPage, waiversFacts } from "../../web/dues/waivers";
import { paths } from "../../web/paths";
import { bodyOf, conflictingForm, type FormState, freshForm, mistakenForm } from "../http/body";
import { describe } from "../http/describe";
import { type Place, room } from "../http/door";
import { different, face, made, mistaken } from "../http/face";
import { file, formatOf } from "../http/file";
import { once } from "../http/once";
import { problem } from "../http/problem";
import { say } from "../http/view";
import { may } from "../middleware/may";
import type { Database } from "../tables/database";
import { type Day, yearOf } from "../values/day";
import { fingerprint } from "../values/id";
import { checkedBy, typedOf } from "../values/typed";
import { arrearsHere } from "./arrears";
import * as charges from "./charges";
import { runSchema, waiverEndSchema, waiverSchema } from "./input";
import { waiverMistakes } from "./rules";
import { payersOf, payersTicked } from "./store";
import * as waivers from "./waivers";

const runsFaces = { schema: runsFacts, page: RunsPage };
const waiversFaces = { schema: waiversFacts, page: WaiversPage };
type Inside = { db: Database; place: Place; today: Day };

/** Who owes what: what a yearly run fixes, who is let off or given time, and who is in arrears, year by year. */
export const owing = room()
	.get(
		paths.arrears(":organisation"),
		may("see"),
		describe({ summary: "Who owes which years, and how much", answers: arrearsFacts }),
		async (c) => {
			const facts = await arrearsHere(c.var);
			const format = formatOf(c);
			if (format) return file(c, format, arrearsSheet(facts, c.var.language));
			return face(c, { schema: arrearsFacts, page: ArrearsPage }, facts);
		},
	)
	.get(
		paths.duesRuns(":organisation"),
		may("see"),
		describe({ summary: "The yearly runs that fixed what members owe", answers: runsFacts }),
		async (c) => {
			const runs = await charges.runsOf(c.var.db, c.var.place);
			return face(c, runsFaces, { runs, form: freshForm({ year: String(yearOf(c.var.today)) }) });
		},
	)
	.post(
		paths.duesRuns(":organisation"),
		may("collect dues"),
		describe({
			summary: "Fix what each member owes for a year; again, only what is missing",
			takes: runSchema,
		}),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const read = checkedBy(await bodyOf(c, runSchema), ({ year }) => ({
				year: year > yearOf(today) + 1 ? `out-of-range 2000 ${yearOf(today) + 1}` : null,
			}));
			const again = async (form: FormState) => ({ runs: await charges.runsOf(db, place), form });
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, runsFaces, { ...(await again(form)), mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				() => charges.charge(db, place, read.value, { by: reader.person, madeFrom }, today),
				() => charges.chargedBefore(db, place, read.value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, runsFaces, await again(conflictingForm(typedOf(read.value))));
			say(c, words[language].runMade);
			return made(c, paths.duesRuns(place.id));
		},
	)
	.get(
		paths.waivers(":organisation"),
		may("see"),
		describe({ summary: "Who is let off dues, or was given time", answers: waiversFacts }),
		async (c) => {
			const format = formatOf(c);
			if (format) return file(c, format, waiversSheet((await waiversHere(c.var)).waivers, c.var.language));
			const typed = {
				...{ member: c.req.query("member") ?? "", what: "exempt", granted_on: c.var.today },
				...{ from_year: String(yearOf(c.var.today)), to_year: "" },
			};
			return face(c, waiversFaces, { ...(await waiversHere(c.var)), form: freshForm(typed) });
		},
	)
	.post(
		paths.waivers(":organisation"),
		may("collect dues"),
		describe({ summary: "Let a member off the dues of some years, or give them time", takes: waiverSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const raw = await bodyOf(c, waiverSchema);
			const [known] = raw.ok ? await payersTicked(db, place, [raw.value.member]) : [];
			const read = checkedBy(raw, (value) => ({
				member: known ? null : value.member ? "no-such-member" : "required",
				...waiverMistakes(value, today),
			}));
			const again = async (form: FormState) => ({ ...(await waiversHere(c.var)), form });
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, waiversFaces, { ...(await again(form)), mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint(read.value);
			const outcome = await once(
				() => waivers.grant(db, place, read.value, { by: reader.person, madeFrom }, today),
				() => waivers.grantedBefore(db, place, read.value.member, read.value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, waiversFaces, await again(conflictingForm(typedOf(read.value))));
			say(c, words[language].granted);
			return made(c, paths.waivers(place.id));
		},
	)
	.post(
		paths.waiverEnd(":organisation", ":waiver"),
		may("collect dues"),
		describe({ summary: "End a waiver: the dues are owed again", takes: waiverEndSchema }),
		async (c) => {
			const { db, place, reader, today, language } = c.var;
			const [one] = await waivers.waiverUnder(db, place, c.req.param("waiver"));
			if (!one) return problem(c, 404, "not-found");
			const read = await bodyOf(c, waiverEndSchema);
			const again = async (form: FormState) => ({ ...(await waiversHere(c.var)), form });
			if (!read.ok) {
				const form = mistakenForm(read);
				return mistaken(c, waiversFaces, { ...(await again(form)), mistakes: form.mistakes });
			}
			const madeFrom = await fingerprint({ ...read.value, of: one.id });
			const by = { id: read.value.id, by: reader.person, madeFrom };
			const outcome = await once(
				() => waivers.endWaiver(db, place, one, by, today),
				() => waivers.endedBefore(db, place, one.id),
				madeFrom,
			);
			// Somebody else ended it meanwhile: it has ended, which is what both wanted.
			if (outcome === "made") say(c, words[language].ended);
			return made(c, paths.waivers(place.id));
		},
	);

async function waiversHere({ db, place, today }: Inside) {
	const [list, payers] = await db.batch([waivers.waiversOf(db, place), payersOf(db, place, yearOf(today))]);
	const members = new Map(payers.map((one) => [one.person, one.name]));
	return { waivers: list, members: [...members].map(([person, name]) => ({ person, name })) };
}
