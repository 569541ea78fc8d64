import { ByElectionPage, byElectionFacts } from "../../../web/officers/by-election";
import { ElectionFacts, ElectionPage } from "../../../web/officers/election";
import { termSheet, termsSheet } from "../../../web/officers/files";
import { OfficerPage, officerFacts } from "../../../web/officers/officer";
import {
	TermFormPage,
	TermPage,
	TermsPage,
	termFacts,
	termFormFacts,
	termsFacts,
} from "../../../web/officers/term";
import { words } from "../../../web/officers/term-words";
import { paths } from "../../../web/paths";
import { SecretPage, secretFacts } from "../../../web/session/secret";
import { onceAsChange } from "../../changes/once";
import { bodyOf, conflictingForm, freshForm, mistakenForm } from "../../http/body";
import { describe } from "../../http/describe";
import { room } from "../../http/door";
import { different, face, made, mistaken } from "../../http/face";
import { file, formatOf } from "../../http/file";
import { once } from "../../http/once";
import { problem } from "../../http/problem";
import { say } from "../../http/view";
import { may } from "../../middleware/may";
import { fingerprint } from "../../values/id";
import { type Mistakes, type Typed, typedOf } from "../../values/typed";
import { type TermRow, termsOf } from "../seats/store";
import { makeOfficerLink } from "../store";
import { byElectionFactsOf, readByElection } from "./by-election";
import { holdersOn } from "./candidates";
import { electionFacts, readElection } from "./election";
import * as holdings from "./holdings";
import { byElectionSchema, electionSchema, officerDepartureSchema, termChangeSchema } from "./input";
import { departureMistakes, mayLink, officerOf } from "./officer";
import * as store from "./store";
import { termOf, termsSoFar } from "./term";

const electionFaces = { schema: ElectionFacts, page: ElectionPage };
const byElectionFaces = { schema: byElectionFacts, page: ByElectionPage };
const termFormFaces = { schema: termFormFacts, page: TermFormPage };
const officerFaces = { schema: officerFacts, page: OfficerPage };

/** General elections and by-elections, and how a post ends before its term does. */
export const terms = room()
	.get(
		paths.terms(":organisation"),
		may("see"),
		describe({ summary: "The terms so far", answers: termsFacts }),
		async (c) => {
			const facts = await termsSoFar(c.var);
			const format = formatOf(c);
			if (format) return file(c, format, termsSheet(facts, c.var.language));
			return face(c, { schema: termsFacts, page: TermsPage }, facts);
		},
	)
	.get(
		paths.termNew(":organisation"),
		may("let officers in"),
		describe({
			summary: "The whole council on one page, to record a general election",
			answers: ElectionFacts,
		}),
		async (c) => face(c, electionFaces, await electionFacts(c.var, (known) => freshForm(known))),
	)
	.post(
		paths.terms(":organisation"),
		may("let officers in"),
		describe({
			summary: "Record a general election: the old council ends, the new begins",
			takes: electionSchema,
		}),
		async (c) => {
			const { db, place, reader, language } = c.var;
			const read = await bodyOf(c, electionSchema);
			if (!read.ok) return refused(mistakenForm(read));
			const election = await readElection(c.var, read.value);
			const typed = typedOf(read.value.seats);
			const known = await store.electedBefore(db, place, read.value.id);
			if (Object.keys(election.mistakes).length > 0 && known === undefined)
				return refused(mistakenForm({ ok: false, mistakes: election.mistakes, typed }));
			const madeFrom = await fingerprint(read.value);
			const by = { id: read.value.id, madeFrom, by: reader.person };
			let begun = true;
			const outcome = await once(
				async () => {
					const [first] = await store.electCouncil(db, place, election.made, election.elected, by);
					begun = first.meta.changes === 1;
				},
				() => store.electedBefore(db, place, read.value.id),
				madeFrom,
			);
			if (outcome === "different")
				return different(c, electionFaces, await electionFacts(c.var, () => conflictingForm(typed)));
			if (!begun) return refused(mistakenForm({ ok: false, mistakes: { day: "before-last-term" }, typed }));
			if (outcome === "made") say(c, words[language].elected);
			return made(c, paths.term(place.id, read.value.id));

			async function refused(form: ReturnType<typeof mistakenForm>) {
				return mistaken(c, electionFaces, {
					...(await electionFacts(c.var, () => form)),
					mistakes: form.mistakes,
				});
			}
		},
	)
	.get(
		paths.term(":organisation", ":term"),
		may("see"),
		describe({ summary: "A term: who was elected, who ended", answers: termFacts }),
		async (c) => {
			const facts = await termOf(c.var, c.req.param("term"));
			if (!facts) return problem(c, 404, "not-found");
			const format = formatOf(c);
			if (format) return file(c, format, termSheet(facts, c.var.language));
			return face(c, { schema: termFacts, page: TermPage }, { ...facts, form: freshForm() });
		},
	)
	.get(
		paths.termEdit(":organisation", ":term"),
		may("let officers in"),
		describe({ summary: "The form to correct a term's facts", answers: termFormFacts }),
		async (c) => {
			const term = await termNamed(c.var, c.req.param("term"));
			if (!term) return problem(c, 404, "not-found");
			return face(c, termFormFaces, { term, form: freshForm(typedOf({ ...term, due_day: term.dueDay })) });
		},
	)
	.post(
		paths.termEdit(":organisation", ":term"),
		may("let officers in"),
		describe({ summary: "Correct a term's facts", takes: termChangeSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const term = await termNamed(c.var, c.req.param("term"));
			if (!term) return problem(c, 404, "not-found");
			const read = await bodyOf(c, termChangeSchema);
			const early = read.ok && read.value.due_day !== null && read.value.due_day <= term.fromDay;
			if (!read.ok || early) {
				const mistakes = { due_day: "not-after-election" };
				const form = mistakenForm(read.ok ? { ok: false, mistakes, typed: typedOf(read.value) } : read);
				return mistaken(c, termFormFaces, { term, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, term.id, read.value, (by) =>
				store.changeTerm(db, place, term, read.value, by),
			);
			if (outcome === "different")
				return different(c, termFormFaces, { term, form: conflictingForm(typedOf(read.value)) });
			say(c, words[language].saved);
			return made(c, paths.term(place.id, term.id));
		},
	)
	.get(
		paths.byElectionNew(":organisation"),
		may("let officers in"),
		describe({ summary: "The form to elect into a free seat", answers: byElectionFacts }),
		async (c) => {
			const post = c.req.query("post") ?? "";
			return face(c, byElectionFaces, await byElectionFactsOf(c.var, freshForm({ post, day: c.var.today })));
		},
	)
	.post(
		paths.byElections(":organisation"),
		may("let officers in"),
		describe({ summary: "Elect somebody into a free seat", takes: byElectionSchema }),
		async (c) => {
			const { db, place, language } = c.var;
			const read = await bodyOf(c, byElectionSchema);
			if (!read.ok) return refused(mistakenForm(read));
			const typed: Typed = typedOf(read.value);
			const { who, mistakes } = await readByElection(c.var, read.value);
			if (Object.keys(mistakes).length > 0) return refused(mistakenForm({ ok: false, mistakes, typed }));
			const outcome = await onceAsChange(c.var, "council", read.value, (by) =>
				holdings.electOne(db, place, read.value, who, by),
			);
			if (outcome === "late") {
				const council = await holdersOn(db, place, read.value.day);
				const holds = council.some(({ person, post }) => person === who.person && post === read.value.post);
				const mistakes: Mistakes = holds ? { who: "holds-it-already" } : { post: "no-seat" };
				return refused(mistakenForm({ ok: false, mistakes, typed }));
			}
			if (outcome === "different")
				return different(c, byElectionFaces, await byElectionFactsOf(c.var, conflictingForm(typed)));
			say(c, words[language].byElected(who.name));
			return made(c, paths.officers(place.id));

			async function refused(form: ReturnType<typeof mistakenForm>) {
				const facts = await byElectionFactsOf(c.var, form);
				return mistaken(c, byElectionFaces, { ...facts, mistakes: form.mistakes });
			}
		},
	)
	.get(
		paths.officer(":organisation", ":holder"),
		may("see"),
		describe({ summary: "One holding of a post", answers: officerFacts }),
		async (c) => {
			const officer = await officerOf(c.var, c.req.param("holder"));
			if (!officer) return problem(c, 404, "not-found");
			return face(c, officerFaces, { ...officer, form: freshForm({ day: c.var.today }) });
		},
	)
	.post(
		paths.officerDeparture(":organisation", ":holder"),
		may("let officers in"),
		describe({ summary: "End a post on a day, which may lie ahead", takes: officerDepartureSchema }),
		async (c) => {
			const { db, place, today, language } = c.var;
			const [[holding], officer] = await Promise.all([
				holdings.holdingOf(db, place, c.req.param("holder"), today),
				officerOf(c.var, c.req.param("holder")),
			]);
			if (!holding || !officer || holding.post === "owner") return problem(c, 404, "not-found");
			const read = await bodyOf(c, officerDepartureSchema);
			const wrong = read.ok ? departureMistakes(holding, read.value.day, today) : null;
			if (!read.ok || wrong) {
				const form = mistakenForm(
					read.ok ? { ok: false, mistakes: wrong ?? {}, typed: { ...read.value } } : read,
				);
				return mistaken(c, officerFaces, { ...officer, form, mistakes: form.mistakes });
			}
			const outcome = await onceAsChange(c.var, holding.id, read.value, (by) =>
				holdings.endHolding(db, place, holding, read.value, by, today),
			);
			if (outcome === "different")
				return different(c, officerFaces, { ...officer, form: conflictingForm({ ...read.value }) });
			if (outcome !== "late") say(c, words[language].departed(holding.name, read.value.day > today));
			return made(c, paths.officers(place.id));
		},
	)
	.post(
		paths.officerSignIn(":organisation", ":holder"),
		may("let officers in"),
		describe({ summary: "A single-use sign-in link for whoever was elected", answers: secretFacts }),
		async (c) => {
			const { db, place, reader, today } = c.var;
			const [holding] = await holdings.holdingOf(db, place, c.req.param("holder"), today);
			if (!holding || reader.kind === "program" || !mayLink(holding, place, today))
				return problem(c, 404, "not-found");
			const { name, post, person } = holding;
			const secret = await makeOfficerLink(db, place, { name, post, person }, reader.person);
			const address = new URL(paths.enter(secret), c.req.url).href;
			return face(
				c,
				{ schema: secretFacts, page: SecretPage },
				{ kind: "officer", address, secrets: [], back: paths.officers(place.id) },
			);
		},
	);

async function termNamed(
	{ db, place }: Parameters<typeof termOf>[0],
	id: string,
): Promise<TermRow | undefined> {
	return (await termsOf(db, place, id))[0];
}
